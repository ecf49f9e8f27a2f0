/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of an agreement follow each other: sent, signed, returned, registered. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

gboolean nst_agreement_days_check (const NstRuleContext *context, NstRecord *agreement,
                                   const char *field, const GDate *day, GError **error);
gboolean nst_agreement_days_get_limit (const NstRuleContext *context, NstRecord *agreement,
                                       const char *key, GDate *limit);

G_END_DECLS
