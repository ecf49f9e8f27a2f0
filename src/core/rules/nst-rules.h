/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is broken or due, by the scheme's rules. */
#pragma once

#include "model/nst-source.h"
#include "rules/nst-finding.h"
#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

/**
 * NstRuleContext:
 * @scheme: the regulation
 * @source: what may be read
 * @today: the day that everything is judged for
 *
 * What a check gets besides the record; borrowed for the length of the call.
 */
typedef struct
{
  NstScheme *scheme;
  NstSource *source;
  GDate today;
} NstRuleContext;

/* Findings (element-type NstFinding) on one record and on what belongs to it. */
GPtrArray *nst_rules_check (const NstRuleContext *context, NstRecord *record);
GPtrArray *nst_rules_check_one (const NstRuleContext *context, NstRecord *record,
                                const char *number);
GPtrArray *nst_rules_check_all (const NstRuleContext *context);
/* R33: what a supervision found stays within the group and its coordinator. */
gboolean nst_rules_is_confidential (const NstRuleContext *context, NstRecord *activity);
gboolean nst_rules_may_read_mark (const NstRuleContext *context, NstRecord *mark);
gboolean nst_rules_may_read (const NstRuleContext *context, NstRecord *record, const char *field);
gboolean nst_rules_may_ask (const NstRuleContext *context, NstRecord *record, const char *field);

G_END_DECLS
