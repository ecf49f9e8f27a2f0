/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been approved or signed is not typed over (R83). */
#pragma once

#include "model/nst-change.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

gboolean nst_lock_check (const NstRuleContext *context, NstChange *change, GError **error);

G_END_DECLS
