/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the plan: one line, and under it, when opened, what became of it. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ACTIVITY_ROW (nst_activity_row_get_type ())
G_DECLARE_FINAL_TYPE (NstActivityRow, nst_activity_row, NST, ACTIVITY_ROW, GtkListBoxRow)

/* Property "open". */
GtkWidget *nst_activity_row_new (NstOffice *office, NstRecord *program, NstRecord *activity);
gint64 nst_activity_row_get_activity (NstActivityRow *self);
/* @progress is read, not kept; @findings (element-type NstFinding) are those of the programme. */
void nst_activity_row_update (NstActivityRow *self, const NstActivityProgress *progress,
                              guint total, GPtrArray *findings);
gboolean nst_activity_row_get_open (NstActivityRow *self);
void nst_activity_row_set_open (NstActivityRow *self, gboolean open);
void nst_activity_row_choose_part (NstActivityRow *self, guint part);
gboolean nst_activity_row_focus (NstActivityRow *self, const char *field);
NstActivityState nst_activity_row_get_state (NstActivityRow *self);
guint nst_activity_row_count_findings (NstActivityRow *self);

G_END_DECLS
