/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of checks share: the shape of a check and of their tables. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstRuleFunc:
 * @context: scheme, source and the day
 * @record: a record of the check's kind
 * @rule: the pack's wording of the rule
 * @findings: (element-type NstFinding): gets what is found
 */
typedef void (*NstRuleFunc) (const NstRuleContext *context, NstRecord *record,
                             const NstRuleText *rule, GPtrArray *findings);

/**
 * NstRuleCheck:
 * @number: of the rule, with a letter for its further situations; %NULL ends a table
 * @kind: kind of record that is looked at
 * @check: what looks
 */
typedef struct
{
  const char *number;
  const char *kind;
  NstRuleFunc check;
} NstRuleCheck;

extern const NstRuleCheck nst_rules_team[];
extern const NstRuleCheck nst_rules_group[];
extern const NstRuleCheck nst_rules_agreement[];
extern const NstRuleCheck nst_rules_program[];
extern const NstRuleCheck nst_rules_plan[];
extern const NstRuleCheck nst_rules_report[];
extern const NstRuleCheck nst_rules_number[];
extern const NstRuleCheck nst_rules_near_term[];
extern const NstRuleCheck nst_rules_control[];

char *nst_rules_dup_number (gint64 number);
char *nst_rules_dup_activity_number (const NstRuleContext *context, NstRecord *activity);
gboolean nst_rules_counts_as (const NstRuleContext *context, NstRecord *record,
                              ...) G_GNUC_NULL_TERMINATED;
gboolean nst_rules_has_code (NstRecord *record, const char *field, const char *code);

G_END_DECLS
