/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps a step bar shows: those of the present state, and which of them is urged. */
#pragma once

#include "app/widgets/nst-step-bar.h"

G_BEGIN_DECLS

/* Call again after each change of the record. */
void nst_step_choice_apply (NstStepBar *bar, NstOffice *office, NstRecord *record);

G_END_DECLS
