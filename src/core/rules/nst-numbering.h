/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number series: one for each office, sort of paper and year (DOMAIN 4.32). */
#pragma once

#include "model/nst-change.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstNumberSeries:
 * @paper: what is numbered: "agreement", "order", or "document/D6" by its form
 * @office: local id of the organisation that issues it; 0 when it does not matter or is unknown
 * @year: of the papers' dates
 * @pattern: "{n}", with {nnn} for leading zeros, {yy} and {yyyy} for the year
 * @first: first number of the year; 0 when nobody said
 * @by_hand: whether a person gives each number; the next one is only offered
 */
typedef struct
{
  char *paper;
  gint64 office;
  int year;
  char *pattern;
  gint64 first;
  gboolean by_hand;
} NstNumberSeries;

NstNumberSeries *nst_numbering_new (const NstRuleContext *context, const char *paper,
                                    gint64 office, int year);
NstNumberSeries *nst_numbering_of (const NstRuleContext *context, NstRecord *record);
void nst_numbering_free (NstNumberSeries *self);
GPtrArray *nst_numbering_list (const NstRuleContext *context, int year);
gboolean nst_numbering_is_pattern (const char *text);
gboolean nst_numbering_is_paper (const NstRuleContext *context, const char *paper);
gboolean nst_numbering_has_own_number (const char *paper);
char *nst_numbering_dup_title (const NstRuleContext *context, const char *paper);
void nst_numbering_set (const NstRuleContext *context, NstChange *change,
                        const NstNumberSeries *self, const char *field, const char *text);

char *nst_numbering_format (const NstNumberSeries *self, gint64 number);
gboolean nst_numbering_read (const NstNumberSeries *self, const char *text, gint64 *number);
GPtrArray *nst_numbering_list_papers (const NstRuleContext *context, const NstNumberSeries *self);
char *nst_numbering_next (const NstRuleContext *context, const NstNumberSeries *self);
char *nst_numbering_dup_gaps (const NstRuleContext *context, const NstNumberSeries *self,
                              gint64 before);
char *nst_numbering_dup_twice (const NstRuleContext *context, const NstNumberSeries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstNumberSeries, nst_numbering_free)

G_END_DECLS
