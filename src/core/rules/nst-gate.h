/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What no change may do, whoever makes it: a number twice, a fact in a closed year. */
#pragma once

#include "model/nst-change.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

gboolean nst_gate_check (const NstRuleContext *context, NstChange *change, GError **error);

G_END_DECLS
