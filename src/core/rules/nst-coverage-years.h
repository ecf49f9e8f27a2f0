/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How coverage adds up from year to year, against the scheme's plan. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstCoverageYear:
 * @year: the year
 * @total: organisations that had entered a group by its end, each once (R77)
 * @plan_total: plan up to the year, as typed (R76); 0 without a plan
 * @plan_sum: the same as the years' plans add up to
 */
typedef struct
{
  guint year;
  guint total;
  guint plan_total;
  guint plan_sum;
} NstCoverageYear;

/* (element-type NstCoverageYear): years with a plan or with an entry, ascending. */
GArray *nst_coverage_list_years (const NstRuleContext *context);

G_END_DECLS
