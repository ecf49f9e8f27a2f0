/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many organisations and groups take part in a year, against the scheme's plan. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

#define NST_COVERAGE_DIRECTIONS 3

/**
 * NstCoverage:
 * @year: the year
 * @fresh: organisations that entered a group in the year for the first time
 * @total: organisations that had entered one by its end, each once (R77)
 * @places: places in groups, an organisation counted as often as it takes part
 * @groups: groups of the year
 * @schools: different schools in them
 * @by_directions: groups of the year with 1, 2, 3 directions (R79)
 * @teams: teams in the groups of the year
 * @teams_trained: of these, all who are members on the day have passed an
 *   obligatory course
 * @quota: groups that the territories with teams in the year owe
 * @base: organisations that the plan's per cents are of, 0 when unknown
 * @plan_percent: plan of the year in per cent, 0 without a plan
 * @plan_fresh: plan of the year
 * @plan_total: plan up to the year, as typed (R76)
 * @plan_sum: the same as the years' plans add up to
 */
typedef struct
{
  guint year;
  guint fresh;
  guint total;
  guint places;
  guint groups;
  guint schools;
  guint by_directions[NST_COVERAGE_DIRECTIONS];
  guint teams;
  guint teams_trained;
  guint quota;
  guint base;
  guint plan_percent;
  guint plan_fresh;
  guint plan_total;
  guint plan_sum;
} NstCoverage;

guint nst_coverage_get_entry_year (NstRecord *group, NstRecord *entry);
void nst_coverage_count (const NstRuleContext *context, guint year, NstCoverage *coverage);
/* (element-type NstRecord): the organisations in "fresh" or "total". */
GPtrArray *nst_coverage_list_organisations (const NstRuleContext *context, guint year,
                                            gint64 territory, gboolean fresh);
/* Of one territory, without the plan, which is that of all of them; 0: all. */
void nst_coverage_count_in (const NstRuleContext *context, guint year, gint64 territory,
                            NstCoverage *coverage);

G_END_DECLS
