/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What typed values and targets of indicators must be. */
#pragma once

#include "model/nst-change.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

gboolean nst_indicator_gate_check (const NstRuleContext *context, NstChange *change,
                                   GError **error);

G_END_DECLS
