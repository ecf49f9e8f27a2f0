/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a plan are shown. */
#pragma once

#include "app/programs/nst-activity-row.h"

G_BEGIN_DECLS

/**
 * NstPlanFilter:
 * @NST_PLAN_FILTER_ALL: every row
 * @NST_PLAN_FILTER_RUNNING: partly done
 * @NST_PLAN_FILTER_AHEAD: neither marked nor late
 * @NST_PLAN_FILTER_NOT_DONE: marked so
 * @NST_PLAN_FILTER_OVERDUE: late
 * @NST_PLAN_FILTER_FINDINGS: rules found something
 */
typedef enum
{
  NST_PLAN_FILTER_ALL,
  NST_PLAN_FILTER_RUNNING,
  NST_PLAN_FILTER_AHEAD,
  NST_PLAN_FILTER_NOT_DONE,
  NST_PLAN_FILTER_OVERDUE,
  NST_PLAN_FILTER_FINDINGS,
} NstPlanFilter;

#define NST_PLAN_N_FILTERS (NST_PLAN_FILTER_FINDINGS + 1)

gboolean nst_plan_filter_matches (NstPlanFilter filter, NstActivityRow *row);

G_END_DECLS
