/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of groups, read from the base. */
#pragma once

#include "charts/nst-chart-heat.h"
#include "charts/nst-chart-plan.h"
#include "charts/nst-chart-ranks.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

/* Steps of nst_charts_read_steps(), in the order of its cells. */
enum
{
  NST_GROUPS_STEP_AGREEMENT,
  NST_GROUPS_STEP_PROGRAM,
  NST_GROUPS_STEP_SCHEDULE,
  NST_GROUPS_STEP_REPORT,
  NST_GROUPS_N_STEPS,
};

NstPlanChart *nst_charts_read_plan (const NstRuleContext *context);
NstRanks *nst_charts_read_counts (const NstRuleContext *context, guint year);
NstRanks *nst_charts_read_directions (const NstRuleContext *context, guint year);
NstRanks *nst_charts_read_territories (const NstRuleContext *context, guint year, guint most);
NstHeat *nst_charts_read_steps (const NstRuleContext *context, guint year);

G_END_DECLS
