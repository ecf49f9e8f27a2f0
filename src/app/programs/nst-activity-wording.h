/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full wording of an activity; edited while the programme is a draft. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ACTIVITY_WORDING (nst_activity_wording_get_type ())
G_DECLARE_FINAL_TYPE (NstActivityWording, nst_activity_wording, NST, ACTIVITY_WORDING, GtkWidget)

void nst_activity_wording_show (NstActivityWording *self, NstOffice *office, NstRecord *program,
                                NstRecord *activity, GPtrArray *findings);
gboolean nst_activity_wording_focus (NstActivityWording *self, const char *field);

G_END_DECLS
