/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a programme in the window: dots are clicked, walked and explained. */
#pragma once

#include "charts/nst-chart-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TIMELINE_AREA (nst_timeline_area_get_type ())
G_DECLARE_FINAL_TYPE (NstTimelineArea, nst_timeline_area, NST, TIMELINE_AREA, GtkDrawingArea)

/* Signal "activated" (gint64 activity, guint occurrence): a dot was clicked or entered. */
GtkWidget *nst_timeline_area_new (void);
void nst_timeline_area_take (NstTimelineArea *self, NstTimeline *timeline);

G_END_DECLS
