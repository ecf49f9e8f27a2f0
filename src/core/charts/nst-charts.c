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
#include "indicators/nst-indicators.h"
#include "model/nst-error.h"
#include "text/nst-russian.h"

#define WIDTH 1120.0
#define COLUMNS_HEIGHT 220.0

typedef void (*Maker) (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
                       guint year);

static void
draw_timeline (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
               gpointer data)
{
  g_autoptr (NstTimelineLayout) layout = nst_timeline_layout_new (data, width, 0, 0);

  nst_timeline_draw (data, layout, cr, theme, -1);
}

static void
draw_stacks (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
             gpointer data)
{
  nst_stacks_draw (data, cr, theme, width);
}

static void
draw_bullets (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
              gpointer data)
{
  nst_bullets_draw (data, cr, theme, width);
}

static void
draw_columns (cairo_t *cr, const NstChartTheme *theme, double width, double height, gpointer data)
{
  nst_columns_draw (data, cr, theme, width, height);
}

static void
make_timeline (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
               guint year G_GNUC_UNUSED)
{
  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      g_autoptr (NstProgress) progress = nst_progress_new (context, program);
      NstTimeline *timeline = nst_timeline_new_for_program (context, program, progress);
      g_autofree char *summary = nst_timeline_dup_summary (timeline);

      nst_chart_add_summary (chart, summary);
      nst_chart_take (chart, nst_record_get_title (program), NST_TIMELINE_HEIGHT, draw_timeline,
                      timeline, (GDestroyNotify) nst_timeline_free);
    }
}

static void
take_stacks (NstChart *chart, const char *heading, GPtrArray *stacks)
{
  g_autofree char *summary = nst_stacks_dup_summary (stacks);

  nst_chart_add_summary (chart, summary);
  nst_chart_take (chart, heading, nst_stacks_get_height (stacks), draw_stacks, stacks,
                  (GDestroyNotify) g_ptr_array_unref);
}

static void
make_stages (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
             guint year G_GNUC_UNUSED)
{
  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      g_autoptr (NstProgress) progress = nst_progress_new (context, program);

      take_stacks (chart, nst_record_get_title (program), nst_stacks_new_for_stages (progress));
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
  take_stacks (chart, NULL, stacks);
}

static void
make_months (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
             guint year G_GNUC_UNUSED)
{
  GPtrArray *columns = nst_charts_list_months (context, programs, 6, 6);
  g_autofree char *summary = nst_columns_dup_summary (columns);

  nst_chart_add_summary (chart, summary);
  nst_chart_take (chart, NULL, COLUMNS_HEIGHT, draw_columns, columns,
                  (GDestroyNotify) g_ptr_array_unref);
}

static void
make_indicators (NstChart *chart, const NstRuleContext *context, GPtrArray *programs,
                 guint year G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) values = nst_indicators_compute (context, programs);
  GPtrArray *bullets = nst_charts_list_bullets (values);
  g_autofree char *summary = nst_bullets_dup_summary (bullets);

  nst_chart_add_summary (chart, summary);
  nst_chart_take (chart, NULL, nst_bullets_get_height (bullets), draw_bullets, bullets,
                  (GDestroyNotify) g_ptr_array_unref);
}

static const NstChartInfo infos[] = {
  { "timeline", N_ ("Programmes on the axis of months") },
  { "stages", N_ ("Progress of programmes by stage") },
  { "states", N_ ("Activities of programmes by state") },
  { "months", N_ ("Dates of activities by month") },
  { "indicators", N_ ("Indicators of programmes") },
  { NULL, NULL },
};

static const Maker makers[] = { make_timeline, make_stages, make_states, make_months,
                                make_indicators };

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
 * @year: programmes of this year, at its end or today; 0 for all programmes today
 * @error: where to put %NST_INPUT_ERROR_UNKNOWN, or %NST_INPUT_ERROR_MISSING when there is no
 *   programme to draw
 *
 * Returns: (transfer full) (nullable): the chart, free with nst_chart_free()
 */
NstChart *
nst_charts_make (const NstRuleContext *context, const char *name, guint year, GError **error)
{
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
  moved = *context;
  if (year > 0)
    nst_indicators_move_to_year (&moved, year);
  programs = nst_indicators_list_programs (&moved, year);
  if (programs->len == 0)
    {
      g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                           year > 0 ? _ ("No programme runs in this year; choose another one")
                                    : _ ("There is no programme yet; form a group first"));
      return NULL;
    }
  chart = nst_chart_new (_ (infos[found].title), WIDTH);
  makers[found](chart, &moved, programs, year);
  return chart;
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

/**
 * nst_charts_list_bullets:
 * @values: (element-type NstIndicatorValue): values of indicators
 *
 * Returns: (transfer full) (element-type NstBullet): their bars; values in words have none
 */
GPtrArray *
nst_charts_list_bullets (GPtrArray *values)
{
  GPtrArray *bullets = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_bullet_free);

  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = g_ptr_array_index (values, i);
      g_autofree char *text = nst_indicator_value_dup_label (value);
      g_autofree char *target = value->target == NST_INDICATOR_UNKNOWN
                                    ? NULL
                                    : g_strdup_printf ("%d %%", value->target / 10);
      int share = value->text != NULL ? NST_CHART_WORDS : value->permille;
      NstChartHue hue = NST_CHART_HUE_BLUE;

      if (value->verdict == NST_INDICATOR_MEETS)
        hue = NST_CHART_HUE_GREEN;
      else if (value->verdict == NST_INDICATOR_MISSES)
        hue = NST_CHART_HUE_AMBER;
      g_ptr_array_add (bullets,
                       nst_bullet_new (value->title, share, value->target, text, target, hue));
    }
  return bullets;
}
