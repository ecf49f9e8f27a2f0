/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions of the transitions that nobody performs: they come with the day. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

gboolean nst_life_conditions_hold (const NstRuleContext *context, NstRecord *record,
                                   const char *condition);

G_END_DECLS
