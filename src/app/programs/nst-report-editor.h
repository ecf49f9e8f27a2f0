/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One report on a programme: its state, its steps, its texts. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_REPORT_EDITOR (nst_report_editor_get_type ())
G_DECLARE_FINAL_TYPE (NstReportEditor, nst_report_editor, NST, REPORT_EDITOR, GtkWidget)

GtkWidget *nst_report_editor_new (NstOffice *office, NstRecord *report);
void nst_report_editor_update (NstReportEditor *self);
gboolean nst_report_editor_focus (NstReportEditor *self, const char *field);

G_END_DECLS
