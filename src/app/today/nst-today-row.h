/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that waits: when, what, why and whom. */
#pragma once

#include "app/today/nst-waiting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TODAY_ROW (nst_today_row_get_type ())
G_DECLARE_FINAL_TYPE (NstTodayRow, nst_today_row, NST, TODAY_ROW, GtkListBoxRow)

GtkWidget *nst_today_row_new (const NstWaiting *waiting);
NstRecord *nst_today_row_get_record (NstTodayRow *self);
/* The section that shows it when it has no record. */
const char *nst_today_row_get_section (NstTodayRow *self);
const char *nst_today_row_get_field (NstTodayRow *self);
/* A button for the step that is awaited here, when those who work here may take it. */
void nst_today_row_offer_step (NstTodayRow *self, NstOffice *office, const NstWaiting *waiting);
/* A row that stands for others and shows or hides them. */
void nst_today_row_set_fold (NstTodayRow *self, gboolean open);

G_END_DECLS
