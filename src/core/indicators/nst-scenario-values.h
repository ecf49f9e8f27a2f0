/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What if: indicators where some of them are supposed. */
#pragma once

#include "indicators/nst-indicators.h"

G_BEGIN_DECLS

/**
 * NstSupposition:
 * @code: of the indicator
 * @year: the year
 * @target: whether its target is supposed, not its value
 * @typed: as somebody wrote it
 * @number: tenths of a per cent, or the number of things; -1 for words
 */
typedef struct
{
  char *code;
  guint year;
  gboolean target;
  char *typed;
  int number;
} NstSupposition;

void nst_supposition_free (NstSupposition *self);
NstSupposition *nst_supposition_new (const NstRuleContext *context, const char *code, guint year,
                                     gboolean target, const char *typed, GError **error);
/* "V2=150", "V2@2024=150", "V3.target=480" */
NstSupposition *nst_supposition_parse (const NstRuleContext *context, const char *words,
                                       guint year, GError **error);

NstRecord *nst_scenario_dup (const NstRuleContext *context, const char *name, GError **error);
/* (element-type NstSupposition) */
GPtrArray *nst_scenario_list_values (const NstRuleContext *context, NstRecord *scenario);
/* (element-type NstIndicatorValue): as the facts, one by one; what differs is supposed. */
GPtrArray *nst_scenario_compute (const NstRuleContext *context, guint year, gint64 territory,
                                 GPtrArray *facts, GPtrArray *suppositions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstSupposition, nst_supposition_free)

G_END_DECLS
