/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values by date: what a field held on a day, and how it changes from a day on. */
#pragma once

#include "model/nst-change.h"
#include "model/nst-source.h"

G_BEGIN_DECLS

/**
 * NstDatedValue:
 * @text: (nullable): canonical text; a reference as local id
 * @shown: what people read
 * @from: (nullable): first day, YYYY-MM-DD; unknown when %NULL
 * @until: (nullable): last day; %NULL for the present value
 * @basis: (nullable): why it ended
 *
 * One value of a field and how long it was valid.
 */
typedef struct
{
  char *text;
  char *shown;
  char *from;
  char *until;
  char *basis;
} NstDatedValue;

gboolean nst_values_is_dated (const NstField *field);
char *nst_values_at (NstSource *source, NstRecord *record, const char *field, const GDate *date);
NstRecord *nst_values_dup_at (NstSource *source, NstRecord *record, const GDate *date);
GPtrArray *nst_values_list (NstSource *source, NstRecord *record, const char *field);

gboolean nst_values_set_from (NstSource *source, NstChange *change, NstRecord *record,
                              const char *field, const char *text, const GDate *from,
                              const char *basis, GError **error);
void nst_values_clear_cases (NstSource *source, NstChange *change, NstRecord *record,
                             const GDate *from, const char *basis);

G_END_DECLS
