/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan and fact that add up from year to year: steps of the plan, columns of the fact. */
#pragma once

#include "charts/nst-chart-plot.h"

G_BEGIN_DECLS

#define NST_PLAN_UNKNOWN (-1)

/**
 * NstPlanYear:
 * @year: the year
 * @plan: up to its end, or %NST_PLAN_UNKNOWN
 * @fact: up to its end, or %NST_PLAN_UNKNOWN for a year that has not begun
 * @doubtful: the plan is not what the plans of the years add up to
 */
typedef struct
{
  guint year;
  int plan;
  int fact;
  gboolean doubtful;
} NstPlanYear;

/**
 * NstPlanChart:
 * @years: (element-type NstPlanYear): in order
 * @present: the year that runs
 * @headline: (nullable): how the present year stands, in a sentence
 * @note: (nullable): what is to be known of the plan
 */
typedef struct
{
  GArray *years;
  guint present;
  char *headline;
  char *note;
} NstPlanChart;

/**
 * NstPlanBox:
 * @x: left of the year
 * @width: of the year
 * @plan_y: of the plan's step; negative without a plan
 * @bar_x: left of the column
 * @bar_y: its top
 * @bar_width: of the column
 * @bar_height: of the column; negative without a fact
 */
typedef struct
{
  double x;
  double width;
  double plan_y;
  double bar_x;
  double bar_y;
  double bar_width;
  double bar_height;
} NstPlanBox;

NstPlanChart *nst_plan_chart_new (guint present);
void nst_plan_chart_free (NstPlanChart *self);
void nst_plan_chart_add (NstPlanChart *self, guint year, int plan, int fact, gboolean doubtful);
GArray *nst_plan_chart_place (const NstPlanChart *self, double width, double height);

/* Of a NstPlanChart. */
extern const NstPlot nst_plan_plot;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstPlanChart, nst_plan_chart_free)

G_END_DECLS
