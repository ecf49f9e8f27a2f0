/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a formula of the little language comes to on a day, and which records it counted. */
#pragma once

#include "rules/nst-rules.h"
#include "scheme/nst-formula.h"

G_BEGIN_DECLS

/**
 * NstFormulaResult:
 * @known: whether there was anything to compute it from
 * @number: what is counted
 * @out_of: out of how many, of a share
 */
typedef struct
{
  gboolean known;
  gint64 number;
  gint64 out_of;
} NstFormulaResult;

/**
 * NstFormulaScope:
 * @territory: T: number of a territory; 0 for all
 * @school_years: whether Y is the school year that the day lies in, by its first year
 */
typedef struct
{
  gint64 territory;
  gboolean school_years;
} NstFormulaScope;

void nst_formula_evaluate (const NstFormula *self, const NstRuleContext *context,
                           const NstFormulaScope *scope, NstFormulaResult *result);
/* (element-type NstRecord): what was counted; of a share its first part. */
GPtrArray *nst_formula_list_records (const NstFormula *self, const NstRuleContext *context,
                                     const NstFormulaScope *scope);

G_END_DECLS
