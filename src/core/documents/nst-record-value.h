/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as what templates read. */
#pragma once

#include "documents/nst-value.h"
#include "rules/nst-progress.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstRecordData:
 * @context: scheme, source and the day that the paper is printed for
 * @day: the paper's own day: names, posts and signers are those valid on it
 * @progress: (nullable): of @program
 * @program: local id, 0 for none
 *
 * What all values of one document share; outlives them.
 */
typedef struct
{
  NstRuleContext context;
  GDate day;
  NstProgress *progress;
  gint64 program;
} NstRecordData;

NstValue *nst_record_value_new (NstRecordData *data, NstRecord *record);
NstValue *nst_record_value_new_list (NstRecordData *data, GPtrArray *records);
NstRecord *nst_record_value_get_record (const NstValue *self);
NstRecordData *nst_record_value_get_data (const NstValue *self);

G_END_DECLS
