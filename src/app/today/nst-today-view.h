/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section Today: what waits, by urgency. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TODAY_VIEW (nst_today_view_get_type ())
G_DECLARE_FINAL_TYPE (NstTodayView, nst_today_view, NST, TODAY_VIEW, GtkWidget)

G_END_DECLS
