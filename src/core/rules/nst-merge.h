/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records found twice: which they probably are, and how two become one (R98). */
#pragma once

#include "model/nst-change.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstDuplicate:
 * @first: the record that was there first
 * @second: the one that is probably the same
 * @why: names of the fields that agree; "name" for a full name
 */
typedef struct
{
  NstRecord *first;
  NstRecord *second;
  GStrv why;
} NstDuplicate;

/**
 * NstMergeConflict:
 * @field: a field that both records have with different values
 * @kept: canonical text of the record that stays
 * @gone: canonical text of the other one
 */
typedef struct
{
  const NstField *field;
  const char *kept;
  const char *gone;
} NstMergeConflict;

gboolean nst_merge_is_possible (const NstKind *kind);
GPtrArray *nst_merge_list_duplicates (const NstRuleContext *context, const NstKind *kind);
GArray *nst_merge_list_conflicts (NstRecord *keep, NstRecord *gone);
NstChange *nst_merge_plan (const NstRuleContext *context, NstRecord *keep, NstRecord *gone,
                           GHashTable *choices, GError **error);

G_END_DECLS
