/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage, groups and programmes of the whole office, for its report (DOCUMENTS 11). */
#include "config.h"

#include "documents/nst-coverage-value.h"

#include "charts/nst-charts-groups.h"
#include "documents/nst-coverage-tables.h"
#include "documents/nst-named-value.h"
#include "indicators/nst-indicators.h"
#include "rules/nst-coverage.h"
#include "rules/nst-kept-source.h"

#include <string.h>

#define FIRST_YEAR 2000
#define LAST_YEAR 2099

#define COVERAGE_PREFIX "V"

/* The plan as typed; what the year has brought only when it has begun (R76–R78). */
static NstValue *
make_year (NstRecordData *data, const NstCoverage *coverage)
{
  NstValue *year = nst_value_new_object ();

  nst_named_value_put (year, "year", coverage->year);
  if (coverage->plan_fresh > 0)
    {
      nst_named_value_put (year, "plan-percent", coverage->plan_percent);
      nst_named_value_put (year, "plan-new", coverage->plan_fresh);
      nst_named_value_put (year, "plan-total", coverage->plan_total);
      nst_named_value_put (year, "plan-sum", coverage->plan_sum);
    }
  nst_named_value_put (year, "odd",
                       coverage->plan_fresh > 0 && coverage->plan_total != coverage->plan_sum);
  if (coverage->year > g_date_get_year (&data->context.today))
    return year;
  nst_named_value_put (year, "new", coverage->fresh);
  nst_named_value_put (year, "total", coverage->total);
  nst_named_value_put_share (year, "new-share", coverage->fresh, coverage->plan_fresh);
  nst_named_value_put_share (year, "total-share", coverage->total, coverage->plan_total);
  return year;
}

/* Years of the plan, and others in which an organisation entered a group. */
static NstValue *
make_years (NstRecordData *data)
{
  NstValue *years = nst_value_new_list ();
  guint known = 0;

  for (guint year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      g_autofree char *key = g_strdup_printf ("coverage.%u.new", year);
      gboolean planned = nst_scheme_get_limit (data->context.scheme, key) != NULL;
      NstRuleContext at = data->context;
      NstCoverage coverage = { 0 };

      if (!planned && (known == 0 || year > g_date_get_year (&data->context.today)))
        continue;
      nst_indicators_move_to_year (&at, year);
      nst_coverage_count (&at, year, &coverage);
      if (planned || coverage.fresh > 0)
        nst_value_append (years, make_year (data, &coverage));
      known++;
    }
  return years;
}

/* Yes and no are asked on a sheet of their own (14а.8); coverage and groups have their sections.
 */
static gboolean
is_row (const NstIndicatorText *text)
{
  if (!text->printed || g_str_has_prefix (text->code, COVERAGE_PREFIX))
    return FALSE;
  return text->unit != NULL && !g_str_has_prefix (text->unit, "да/нет") &&
         strcmp (text->unit, "оценка") != 0;
}

static const NstIndicatorValue *
find_value (GPtrArray *values, const char *code)
{
  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = g_ptr_array_index (values, i);

      if (g_strcmp0 (value->code, code) == 0)
        return value;
    }
  return NULL;
}

/* In tenths, as shares are, or in whole things. */
static void
put_numbers (NstValue *row, const NstIndicatorValue *value)
{
  gboolean share = g_strcmp0 (value->unit, "%") == 0;
  gint64 fact = share ? value->permille : (gint64) value->numerator;
  gint64 plan = share ? value->target : (gint64) value->denominator;

  nst_value_take (row, "share", nst_value_new_number (share));
  if (share ? value->target != NST_INDICATOR_UNKNOWN : value->denominator > 0)
    nst_value_take (row, "plan", nst_value_new_number (plan));
  if (!nst_indicator_value_is_known (value))
    return;
  nst_value_take (row, "fact", nst_value_new_number (fact));
  if (share ? value->target != NST_INDICATOR_UNKNOWN : value->denominator > 0)
    {
      nst_value_take (row, "less", nst_value_new_number (fact < plan));
      nst_value_take (row, "difference", nst_value_new_number (ABS (fact - plan)));
    }
}

static gint64
get_target (const NstRuleContext *context, const char *code)
{
  g_autofree char *by_year =
      g_strdup_printf ("indicator.%s.target.%u", code, g_date_get_year (&context->today));
  g_autofree char *always = g_strdup_printf ("indicator.%s.target", code);
  gint64 target = nst_scheme_get_limit_int (context->scheme, by_year, -1);

  return target >= 0 ? target : nst_scheme_get_limit_int (context->scheme, always, -1);
}

/* All indicators that are numbers; those entered by hand without their fact. */
static NstValue *
make_indicators (NstRecordData *data)
{
  g_autoptr (GPtrArray) values =
      nst_indicators_compute_year (&data->context, g_date_get_year (&data->context.today), 0);
  GPtrArray *texts = nst_scheme_get_indicators (data->context.scheme);
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const NstIndicatorText *text = g_ptr_array_index (texts, i);
      const NstIndicatorValue *value = find_value (values, text->code);
      gboolean share = g_strcmp0 (text->unit, "%") == 0;
      gint64 target = get_target (&data->context, text->code);
      NstValue *row;

      if (!is_row (text))
        continue;
      row = nst_named_value_new (text->title);
      nst_value_set_text (row, "code", text->code);
      nst_value_set_text (row, "title", text->title);
      nst_value_set_text (row, "unit", text->unit);
      nst_value_take (row, "share", nst_value_new_number (share));
      nst_value_take (row, "by-hand", nst_value_new_number (text->formula == NULL));
      if (value != NULL)
        put_numbers (row, value);
      else if (target >= 0)
        nst_value_take (row, "plan", nst_value_new_number (share ? target * 10 : target));
      nst_value_append (list, row);
    }
  return list;
}

/* Groups of the year, territory by territory, worst first; one territory is no comparison. */
static NstValue *
make_steps (NstRecordData *data)
{
  static const char *const names[NST_GROUPS_N_STEPS][2] = {
    { "agreements", "agreements-of" },
    { "programs", "programs-of" },
    { "schedule", "schedule-of" },
    { "reports", "reports-of" },
  };
  g_autoptr (NstHeat) heat =
      nst_charts_read_steps (&data->context, g_date_get_year (&data->context.today));
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; heat->rows->len > 1 && i < heat->rows->len; i++)
    {
      const NstHeatRow *row = g_ptr_array_index (heat->rows, i);
      NstValue *object = nst_value_new_object ();

      nst_value_set_text (object, "name", row->label);
      nst_named_value_put (object, "groups", row->count);
      for (guint k = 0; k < NST_GROUPS_N_STEPS; k++)
        {
          nst_named_value_put (object, names[k][0], row->cells[k].done);
          nst_named_value_put (object, names[k][1], row->cells[k].of);
        }
      nst_value_append (list, object);
    }
  return list;
}

/* Of the indicators those in per cent that have a plan and a fact: what can be compared. */
static NstValue *
pick_shares (NstValue *indicators)
{
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; i < nst_value_get_length (indicators); i++)
    {
      NstValue *row = nst_value_get_nth (indicators, i);
      g_autoptr (NstValue) share = nst_value_dup_field (row, "share");
      g_autoptr (NstValue) plan = nst_value_dup_field (row, "plan");
      g_autoptr (NstValue) fact = nst_value_dup_field (row, "fact");

      if (share != NULL && nst_value_get_number (share) != 0 && plan != NULL && fact != NULL)
        nst_value_append (list, nst_value_ref (row));
    }
  return list;
}

/**
 * nst_coverage_value_new:
 * @data: of the document; counted as of its day
 *
 * An object with "year", "years" (plan and fact of each), "groups" and "schools" (of the year
 * and all together), "by-count", "directions", "programs", "quarters", "kinds",
 * "territories", "whole", "indicators", "shares" and "steps": docs/templates.md tells what they
 * hold.
 *
 * Returns: (transfer full): the object
 */
NstValue *
nst_coverage_value_new (NstRecordData *data)
{
  NstValue *self = nst_value_new_object ();
  /* Each number looks at all groups anew: what has been read for one is kept for the next. */
  g_autoptr (NstKeptSource) kept = nst_kept_source_new (data->context.source);
  NstSource *base = data->context.source;
  NstValue *indicators;

  data->context.source = NST_SOURCE (kept);
  nst_named_value_put (self, "year", g_date_get_year (&data->context.today));
  nst_value_take (self, "day", nst_value_new_date (&data->context.today));
  nst_value_take (self, "years", make_years (data));
  indicators = make_indicators (data);
  nst_value_take (self, "shares", pick_shares (indicators));
  nst_value_take (self, "indicators", indicators);
  nst_value_take (self, "steps", make_steps (data));
  nst_coverage_tables_fill (data, self);
  data->context.source = base;
  return self;
}
