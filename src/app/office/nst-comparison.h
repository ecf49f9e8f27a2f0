/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards side by side, and which of their values the joined one has. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_COMPARISON (nst_comparison_get_type ())
G_DECLARE_FINAL_TYPE (NstComparison, nst_comparison, NST, COMPARISON, GtkWidget)

/* Signal "joined": the two have become one. */
void nst_comparison_show (NstComparison *self, NstOffice *office, NstRecord *keep,
                          NstRecord *gone);

G_END_DECLS
