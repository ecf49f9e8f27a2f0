/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts that there are, by name. */
#include "config.h"

#include "charts/nst-charts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "charts/nst-chart-bullet.h"
#include "charts/nst-chart-columns.h"
#include "charts/nst-chart-progress.h"
#include "charts/nst-chart-timeline.h"
#include "charts/nst-charts-groups.h"
#include "charts/nst-charts-surveys.h"
#include "indicators/nst-indicators.h"
#include "model/nst-error.h"
#include "rules/nst-kept-source.h"
#include "text/nst-russian.h"

#define WIDTH 1120.0
#define MOST_TERRITORIES 12

typedef void (*Maker) (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
                       guint year);

static void
make_timeline (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
               guint year G_GNUC_UNUSED)
{
  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      g_autoptr (NstProgress) progress = nst_progress_new (context, program);

      nst_chart_take (chart, nst_record_get_title (program), &nst_timeline_plot,
                      nst_timeline_new_for_program (context, program, progress));
    }
}

static void
make_stages (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
             guint year G_GNUC_UNUSED)
{
  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      g_autoptr (NstProgress) progress = nst_progress_new (context, program);

      nst_chart_take (chart, nst_record_get_title (program), &nst_stacks_plot,
                      nst_stacks_new_for_stages (progress));
    }
}

static void
make_states (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
             guint year G_GNUC_UNUSED)
{
  GPtrArray *stacks = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_stack_free);

  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      g_autoptr (NstProgress) progress = nst_progress_new (context, program);

      g_ptr_array_add (stacks,
                       nst_stack_new_for_program (nst_record_get_title (program), progress));
    }
  nst_chart_take (chart, NULL, &nst_stacks_plot, stacks);
}

static void
make_months (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
             guint year G_GNUC_UNUSED)
{
  nst_chart_take (chart, NULL, &nst_columns_plot,
                  nst_charts_list_months (context, programs, 6, 6));
}

static void
make_indicators (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
                 guint year G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) values = nst_indicators_compute (context, programs);

  nst_chart_take (chart, NULL, &nst_bullets_plot, nst_charts_list_bullets (values));
}

static void
make_coverage (NstChart *chart, const NstRuleContext *context, GPtrArray *programs G_GNUC_UNUSED,
               guint year G_GNUC_UNUSED)
{
  nst_chart_take (chart, NULL, &nst_plan_plot, nst_charts_read_plan (context));
}

static void
make_distribution (NstChart *chart, const NstRuleContext *context,
                   GPtrArray *programs G_GNUC_UNUSED, guint year)
{
  nst_chart_take (chart, _ ("By number of directions"), &nst_ranks_plot,
                  nst_charts_read_counts (context, year));
  nst_chart_take (chart, _ ("By direction"), &nst_ranks_plot,
                  nst_charts_read_directions (context, year));
  nst_chart_take (chart, _ ("By territory"), &nst_ranks_plot,
                  nst_charts_read_territories (context, year, MOST_TERRITORIES));
}

static void
make_steps (NstChart *chart, const NstRuleContext *context, GPtrArray *programs G_GNUC_UNUSED,
            guint year)
{
  nst_chart_take (chart, NULL, &nst_heat_plot, nst_charts_read_steps (context, year));
}

static void
make_diagnostics (NstChart *chart, const NstRuleContext *context,
                  GPtrArray *programs G_GNUC_UNUSED, guint year)
{
  g_autoptr (GPtrArray) slopes = nst_charts_read_slopes (context, year);

  for (guint i = 0; i < slopes->len; i++)
    {
      NstSurveySlope *one = g_ptr_array_index (slopes, i);

      nst_chart_take (chart, one->title, &nst_slope_plot, g_steal_pointer (&one->slope));
    }
}

static const NstChartInfo infos[] = {
  { "timeline", N_ ("Programmes on the axis of months") },
  { "stages", N_ ("Progress of programmes by stage") },
  { "states", N_ ("Activities of programmes by state") },
  { "months", N_ ("Dates of activities by month") },
  { "indicators", N_ ("Indicators of programmes") },
  { "coverage", N_ ("Coverage of organisations, plan and fact") },
  { "distribution", N_ ("Groups by direction and by territory") },
  { "steps", N_ ("Groups of the territories step by step") },
  { "diagnostics", N_ ("Entry and exit diagnostics") },
  { NULL, NULL },
};

/* Those of programmes come first, then those of groups. */
static const Maker makers[] = { make_timeline,     make_stages,     make_states,
                                make_months,       make_indicators, make_coverage,
                                make_distribution, make_steps,      make_diagnostics };

#define OF_PROGRAMS 5

static gboolean
has_group (const NstRuleContext *context, guint year)
{
  g_autofree char *text = g_strdup_printf ("%u", year);

  return nst_source_count (context->source, "group", year > 0 ? "year" : NULL,
                           year > 0 ? text : NULL) > 0;
}

/**
 * nst_charts_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): all charts
 */
const NstChartInfo *
nst_charts_list (void)
{
  return infos;
}

/**
 * nst_charts_make:
 * @context: scheme, source and the day
 * @name: of a chart
 * @year: programmes or groups of this year, at its end or today; 0 for all of them today
 * @error: where to put %NST_INPUT_ERROR_UNKNOWN, or %NST_INPUT_ERROR_MISSING when there is no
 *   programme or group to draw
 *
 * Returns: (transfer full) (nullable): the chart, free with nst_chart_free()
 */
NstChart *
nst_charts_make (const NstRuleContext *context, const char *name, guint year, GError **error)
{
  g_autoptr (NstSource) kept = NULL;
  g_autoptr (GPtrArray) programs = NULL;
  NstRuleContext moved;
  NstChart *chart;
  guint found = 0;

  g_return_val_if_fail (context != NULL && name != NULL, NULL);

  while (infos[found].name != NULL && strcmp (infos[found].name, name) != 0)
    found++;
  if (infos[found].name == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("There is no chart “%s”; “chart --list” lists them"), name);
      return NULL;
    }
  kept = NST_SOURCE (nst_kept_source_new (context->source));
  moved = *context;
  moved.source = kept;
  if (year > 0)
    nst_indicators_move_to_year (&moved, year);
  if (found >= OF_PROGRAMS && !has_group (&moved, year))
    {
      g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                           year > 0 ? _ ("There is no group of this year; choose another one")
                                    : _ ("There is no group yet; form a group first"));
      return NULL;
    }
  programs = found < OF_PROGRAMS ? nst_indicators_list_programs (&moved, year) : NULL;
  if (programs != NULL && programs->len == 0)
    {
      g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                           year > 0 ? _ ("No programme runs in this year; choose another one")
                                    : _ ("There is no programme yet; form a group first"));
      return NULL;
    }
  chart = nst_chart_new (_ (infos[found].title), WIDTH);
  makers[found](chart, &moved, programs, year);
  if (nst_chart_get_length (chart) > 0)
    return chart;
  nst_chart_free (chart);
  g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                       _ ("There is nothing to draw yet: no group answered diagnostics both at "
                          "the entry and at the exit"));
  return NULL;
}

static guint
count_months (const GDate *day)
{
  return g_date_get_year (day) * 12 + (guint) g_date_get_month (day) - 1;
}

static void
count_dates (const NstProgress *progress, guint low, guint count, guint *values, guint *parts)
{
  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);

      for (guint j = 0; j < stage->activities->len; j++)
        {
          const NstActivityProgress *activity = g_ptr_array_index (stage->activities, j);

          for (guint k = 0; k < activity->occurrences->len; k++)
            {
              const NstOccurrence *each = g_ptr_array_index (activity->occurrences, k);
              guint month = count_months (&each->last);

              if (month < low || month >= low + count || each->state == NST_ACTIVITY_CANCELLED)
                continue;
              values[month - low]++;
              parts[month - low] += each->state == NST_ACTIVITY_DONE;
            }
        }
    }
}

/**
 * nst_charts_list_months:
 * @context: scheme, source and the day
 * @programs: (element-type NstRecord): programmes
 * @before: months before the present one
 * @after: months after it
 *
 * Dates of activities in each month; the settled part of them is done.
 *
 * Returns: (transfer full) (element-type NstColumn): a column a month
 */
GPtrArray *
nst_charts_list_months (const NstRuleContext *context, GPtrArray *programs, guint before,
                        guint after)
{
  guint count = before + after + 1, low = count_months (&context->today) - before;
  g_autofree guint *values = g_new0 (guint, count);
  g_autofree guint *parts = g_new0 (guint, count);
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_column_free);

  for (guint i = 0; i < programs->len; i++)
    {
      g_autoptr (NstProgress) progress =
          nst_progress_new (context, g_ptr_array_index (programs, i));

      count_dates (progress, low, count, values, parts);
    }
  for (guint i = 0; i < count; i++)
    {
      g_autofree char *label =
          g_utf8_substring (nst_russian_month_name ((GDateMonth) ((low + i) % 12 + 1)), 0, 3);

      g_ptr_array_add (columns, nst_column_new (label, values[i], parts[i], i == before));
    }
  return columns;
}

/* Where a value and its target stand on the scale, in thousandths of it: shares on that of
 * 100 %, a planned count on one that ends with the greater of count and plan. */
static void
scale (const NstIndicatorValue *value, int *share, int *target)
{
  guint end = MAX (value->numerator, value->denominator);

  *share = value->text != NULL ? NST_CHART_WORDS : value->permille;
  *target = value->target;
  if (!nst_indicator_value_is_planned (value))
    return;
  *share = (int) (value->numerator * 1000.0 / end);
  *target = (int) (value->denominator * 1000.0 / end);
}

/**
 * nst_charts_make_bullet:
 * @value: value of an indicator
 *
 * Returns: (transfer full): its bar against its target; a value in words has none
 */
NstBullet *
nst_charts_make_bullet (const NstIndicatorValue *value)
{
  g_autofree char *text = nst_indicator_value_is_planned (value)
                              ? g_strdup_printf ("%u", value->numerator)
                              : nst_indicator_value_dup_label (value);
  g_autofree char *words = nst_indicator_value_dup_target (value);
  NstChartHue hue = NST_CHART_HUE_BLUE;
  int share, target;

  scale (value, &share, &target);
  if (value->verdict == NST_INDICATOR_MEETS)
    hue = NST_CHART_HUE_GREEN;
  else if (value->verdict == NST_INDICATOR_MISSES)
    hue = NST_CHART_HUE_AMBER;
  return nst_bullet_new (value->title, share, target, text, words, hue);
}

/**
 * nst_charts_list_bullets:
 * @values: (element-type NstIndicatorValue): values of indicators
 *
 * Returns: (transfer full) (element-type NstBullet): their bars
 */
GPtrArray *
nst_charts_list_bullets (GPtrArray *values)
{
  GPtrArray *bullets = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_bullet_free);

  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (bullets, nst_charts_make_bullet (g_ptr_array_index (values, i)));
  return bullets;
}
