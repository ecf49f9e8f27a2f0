/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports of a programme: prepared, filled in, issued and sent in place. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_REPORTS_BOX (nst_reports_box_get_type ())
G_DECLARE_FINAL_TYPE (NstReportsBox, nst_reports_box, NST, REPORTS_BOX, GtkWidget)

void nst_reports_box_show (NstReportsBox *self, NstOffice *office, NstRecord *program);
gboolean nst_reports_box_focus (NstReportsBox *self, NstRecord *report, const char *field);

G_END_DECLS
