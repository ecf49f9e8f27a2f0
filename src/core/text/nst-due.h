/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schedules: «Декабрь 2021 г., апрель 2022 г.» as data (DOMAIN section 7). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstDueKind:
 *
 * The kinds of due_spec of DOMAIN section 7, in its order.
 */
typedef enum
{
  NST_DUE_MONTH,
  NST_DUE_MONTH_RANGE,
  NST_DUE_MONTH_LIST,
  NST_DUE_DATE,
  NST_DUE_DATE_LIST,
  NST_DUE_DATE_RANGE,
  NST_DUE_YEAR_RANGE,
  NST_DUE_QUARTERLY,
  NST_DUE_CONTINUOUS_FROM,
  NST_DUE_ON_REQUEST,
  NST_DUE_BY_AGREEMENT,
  NST_DUE_WHOLE_PERIOD,
  NST_DUE_IN_PROGRESS,
  NST_DUE_STAGE_MONTHS,
  NST_DUE_RELATIVE_DAYS,
  NST_DUE_RECURRING,
} NstDueKind;

typedef struct _NstDue NstDue;

/**
 * NstDueTerm:
 * @first: first day
 * @last: last day, counts
 */
typedef struct
{
  GDate first;
  GDate last;
} NstDueTerm;

/* From what a person types or a regulation prints; NST_INPUT_ERROR_INVALID says where. */
NstDue *nst_due_parse (const char *phrase, GError **error);
/* From the canonical text that records keep. */
NstDue *nst_due_from_canonical (const char *canonical, GError **error);
void nst_due_free (NstDue *self);

NstDueKind nst_due_get_kind (const NstDue *self);
const char *nst_due_kind_get_code (NstDueKind kind);
/* One line: the machine form and, when it differs from what we would print, the phrase. */
char *nst_due_to_canonical (const NstDue *self);
/* The phrase, word for word as parsed. */
char *nst_due_to_phrase (const NstDue *self);
/* (element-type NstDueTerm): dated occurrences, in order; empty for kinds without dates. */
GArray *nst_due_get_terms (const NstDue *self);
guint nst_due_count (const NstDue *self);
/* (element-type NstDueTerm): occurrences of a RECURRING schedule that end in these days. */
GArray *nst_due_get_terms_between (const NstDue *self, const GDate *start, const GDate *end);
/* The same schedule @months later (dated kinds), the phrase printed anew. */
NstDue *nst_due_shift (const NstDue *self, int months);
/* Terms of kinds that hang on something: start and end of the programme or event. */
gboolean nst_due_resolve (const NstDue *self, const GDate *start, const GDate *end,
                          NstDueTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstDue, nst_due_free)

G_END_DECLS
