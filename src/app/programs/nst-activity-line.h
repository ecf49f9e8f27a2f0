/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One activity on one line, or on two where the window is narrow. */
#pragma once

#include "rules/nst-progress.h"
#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ACTIVITY_LINE (nst_activity_line_get_type ())
G_DECLARE_FINAL_TYPE (NstActivityLine, nst_activity_line, NST, ACTIVITY_LINE, GtkWidget)

GtkWidget *nst_activity_line_new (void);
/* @warning: (nullable): findings in words; a sign stands beside the schedule. */
void nst_activity_line_show (NstActivityLine *self, NstOffice *office,
                             const NstActivityProgress *progress, const char *warning);
void nst_activity_line_set_open (NstActivityLine *self, gboolean open);

G_END_DECLS
