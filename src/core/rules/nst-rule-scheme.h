/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By which scheme, in which version, a record is judged, shown and printed (DOMAIN R80). */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

NstScheme *nst_rule_scheme_of (const NstRuleContext *context, NstRecord *record);
const NstRuleContext *nst_rule_scheme_enter (const NstRuleContext *context, NstRecord *record,
                                             NstRuleContext *own);

G_END_DECLS
