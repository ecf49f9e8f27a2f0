/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps that a record may take now, as buttons. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_STEP_BAR (nst_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (NstStepBar, nst_step_bar, NST, STEP_BAR, GtkWidget)

/* Properties: "suggest" (default FALSE: no button is coloured), "show-impossible" (default
 * TRUE). Signal "done" (NstRecord *record, const char *step). */
GtkWidget *nst_step_bar_new (void);
void nst_step_bar_set_record (NstStepBar *self, NstOffice *office, NstRecord *record);
/* Shows only these steps (nullable: all). */
void nst_step_bar_set_steps (NstStepBar *self, const char *const *steps);

G_END_DECLS
