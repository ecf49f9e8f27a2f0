/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that a rule has found. */
#pragma once

#include "model/nst-record.h"
#include "scheme/nst-rule-text.h"

G_BEGIN_DECLS

/**
 * NstFinding:
 * @rule: the pack's wording of the rule, borrowed from the scheme
 * @record: what it was found on
 * @field: (nullable): name of the field that it stands under
 * @text: what is wrong, filled in
 * @remedy: what to do, filled in
 */
typedef struct
{
  const NstRuleText *rule;
  NstRecord *record;
  char *field;
  char *text;
  char *remedy;
} NstFinding;

NstFinding *nst_finding_new (const NstRuleText *rule, NstRecord *record,
                             ...) G_GNUC_NULL_TERMINATED;
NstFinding *nst_finding_copy (const NstFinding *self);
void nst_finding_free (NstFinding *self);
gboolean nst_finding_is_error (const NstFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstFinding, nst_finding_free)

G_END_DECLS
