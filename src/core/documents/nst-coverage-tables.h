/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the coverage report: groups, programmes, territories (DOCUMENTS 11). */
#pragma once

#include "documents/nst-record-value.h"

G_BEGIN_DECLS

/**
 * NstEntry:
 * @organisation: local id
 * @territory: local id of its territory, 0 when unknown
 * @kind: (nullable): code of its kind, interned
 * @of_year: takes part in a group of the report's year
 *
 * An organisation that had entered a group by the day, once.
 */
typedef struct
{
  gint64 organisation;
  gint64 territory;
  const char *kind;
  gboolean of_year;
} NstEntry;

/* What is due from a programme and what came of it, on the day. */
typedef enum
{
  NST_PROGRAM_AHEAD,
  NST_PROGRAM_RUNNING,
  NST_PROGRAM_COMPLETED,
  NST_PROGRAM_EARLY,
  NST_PROGRAM_TERMINATED,
  NST_PROGRAM_N_FATES,
} NstProgramFate;

void nst_coverage_tables_fill (NstRecordData *data, NstValue *coverage);
void nst_coverage_programs_fill (NstRecordData *data, GPtrArray *programs, NstValue *coverage);
NstProgramFate nst_coverage_programs_get_fate (NstRecord *program, const GDate *day);
gboolean nst_coverage_programs_is_late (const NstRuleContext *context, NstRecord *program);

G_END_DECLS
