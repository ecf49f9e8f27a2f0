/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a plan are shown. */
#include "config.h"

#include "app/programs/nst-plan-filter.h"

gboolean
nst_plan_filter_matches (NstPlanFilter filter, NstActivityRow *row)
{
  NstActivityState state = nst_activity_row_get_state (row);

  switch (filter)
    {
    case NST_PLAN_FILTER_RUNNING:
      return state == NST_ACTIVITY_PARTLY;
    case NST_PLAN_FILTER_AHEAD:
      return state == NST_ACTIVITY_PLANNED || state == NST_ACTIVITY_DUE ||
             state == NST_ACTIVITY_POSTPONED;
    case NST_PLAN_FILTER_NOT_DONE:
      return state == NST_ACTIVITY_NOT_DONE;
    case NST_PLAN_FILTER_OVERDUE:
      return state == NST_ACTIVITY_OVERDUE;
    case NST_PLAN_FILTER_FINDINGS:
      return nst_activity_row_count_findings (row) > 0;
    case NST_PLAN_FILTER_ALL:
    default:
      return TRUE;
    }
}
