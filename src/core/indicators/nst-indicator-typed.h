/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that people bring and targets that they set, beside what is computed. */
#pragma once

#include "indicators/nst-indicator-value.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

void nst_indicator_typed_apply_value (const NstRuleContext *context, gint64 territory,
                                      const NstIndicatorText *text, NstIndicatorValue *value);
void nst_indicator_typed_apply_target (const NstRuleContext *context, gint64 territory,
                                       const NstIndicatorText *text, NstIndicatorValue *value);

G_END_DECLS
