/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps a step bar shows: those of the present state, and which of them leads on. */
#pragma once

#include "app/widgets/nst-step-bar.h"

G_BEGIN_DECLS

/* Whether the step is one of the record's present state. */
gboolean nst_step_choice_starts_here (const NstRuleContext *context, NstRecord *record,
                                      const NstLifeStep *step);
/* (nullable): the one of @offers that leads on from here, also when it is not possible yet. */
const NstStepOffer *nst_step_choice_find_forward (const NstRuleContext *context,
                                                  NstRecord *record, GPtrArray *offers);
/* The usual steps first, those that end the record before its time last. */
void nst_step_choice_sort (const NstRuleContext *context, NstRecord *record, GPtrArray *offers);
/* What refuses a step, in words, each reason once. */
char *nst_step_choice_dup_why_not (const NstStepOffer *offer);
/* The bar urges the step that leads on. */
void nst_step_choice_apply (NstStepBar *bar, NstOffice *office, NstRecord *record);

G_END_DECLS
