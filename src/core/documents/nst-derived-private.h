/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of derived fields share: a question, and the shape of their tables. */
#pragma once

#include "documents/nst-record-value.h"

G_BEGIN_DECLS

/**
 * NstDerivedQuery:
 * @data: of the document
 * @record: whose field is asked for
 * @object: the value of @record
 * @name: of the field
 */
typedef struct
{
  NstRecordData *data;
  NstRecord *record;
  NstValue *object;
  const char *name;
} NstDerivedQuery;

/**
 * NstDerivedField:
 * @kind: of record; %NULL at the end of a table
 * @name: of the field
 * @derive: gives the field, %NULL when it is missing
 */
typedef struct
{
  const char *kind;
  const char *name;
  NstValue *(*derive) (const NstDerivedQuery *query);
} NstDerivedField;

extern const NstDerivedField nst_derived_control[];
extern const NstDerivedField nst_derived_orders[];
extern const NstDerivedField nst_derived_registers[];
extern const NstDerivedField nst_derived_reports[];

/* Each takes its second argument. */
NstValue *nst_derived_take_record (const NstDerivedQuery *query, NstRecord *record);
NstValue *nst_derived_take_records (const NstDerivedQuery *query, GPtrArray *records);
/* Of a group itself, or of a member: the group that her team takes part in, or took last. */
NstRecord *nst_derived_reports_dup_group (const NstRuleContext *context, NstRecord *record);
/* Territory of a team's organisation. */
NstRecord *nst_derived_dup_territory_of (const NstDerivedQuery *query, NstRecord *team);

G_END_DECLS
