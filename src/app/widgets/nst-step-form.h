/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a step asks for, as a small form in a popover. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_STEP_FORM (nst_step_form_get_type ())
G_DECLARE_FINAL_TYPE (NstStepForm, nst_step_form, NST, STEP_FORM, GtkPopover)

/* Signal "confirmed". Who acted is asked for when it is not the office's own step. */
GtkWidget *nst_step_form_new (NstOffice *office, NstRecord *record, const NstLifeStep *step);
/* Records what @party did, whoever may take the step otherwise; @person (nullable) signed. */
GtkWidget *nst_step_form_new_for (NstOffice *office, NstRecord *record, const NstLifeStep *step,
                                  const char *party, NstRecord *person);
/* (transfer full): fields, day and person as they were filled in. */
NstStepArgs *nst_step_form_get_args (NstStepForm *self);
/* Takes the step as it was filled in, with the paper that was attached. */
gboolean nst_step_form_do (NstStepForm *self, GError **error);
void nst_step_form_show_error (NstStepForm *self, const GError *error);

G_END_DECLS
