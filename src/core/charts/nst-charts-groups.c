/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts of groups, read from the base. */
#include "config.h"

#include "charts/nst-charts-groups.h"

#include <glib/gi18n-lib.h>

#include "rules/nst-coverage-years.h"
#include "rules/nst-coverage.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-progress.h"
#include "rules/nst-steps.h"
#include "text/nst-russian.h"

static char *
dup_headline (const NstRuleContext *context, const NstCoverageYear *year)
{
  g_autofree char *day =
      g_strdup_printf ("%02u.%02u.%04u", g_date_get_day (&context->today),
                       g_date_get_month (&context->today), g_date_get_year (&context->today));
  g_autofree char *fact = nst_russian_number (year->total);
  g_autofree char *plan = nst_russian_number (year->plan_total);

  if (year->plan_total == 0)
    return g_strdup_printf (_ ("%s: %s organisations, no plan"), day, fact);
  if (year->total >= year->plan_total)
    return g_strdup_printf (_ ("%s: %s of %s organisations, the plan is met"), day, fact, plan);
  return g_strdup_printf (_ ("%s: %s of %s organisations, %u less than the plan"), day, fact,
                          plan, year->plan_total - year->total);
}

/**
 * nst_charts_read_plan:
 * @context: scheme, source and the day
 *
 * Coverage of organisations as the years add up (R76, R77). A plan that is not the sum of the
 * years' plans is shown as typed, and the note says so.
 *
 * Returns: (transfer full): the chart, free with nst_plan_chart_free()
 */
NstPlanChart *
nst_charts_read_plan (const NstRuleContext *context)
{
  NstPlanChart *self;
  g_autoptr (GArray) years = NULL;
  guint present;

  g_return_val_if_fail (context != NULL, NULL);

  present = g_date_get_year (&context->today);
  self = nst_plan_chart_new (present);
  years = nst_coverage_list_years (context);
  for (guint i = 0; i < years->len; i++)
    {
      const NstCoverageYear *year = &g_array_index (years, NstCoverageYear, i);
      gboolean doubtful = year->plan_total > 0 && year->plan_total != year->plan_sum;

      nst_plan_chart_add (self, year->year,
                          year->plan_total > 0 ? (int) year->plan_total : NST_PLAN_UNKNOWN,
                          year->year <= present ? (int) year->total : NST_PLAN_UNKNOWN, doubtful);
      if (year->year == present)
        self->headline = dup_headline (context, year);
      if (doubtful && self->note == NULL)
        self->note = g_strdup_printf (_ ("* %u: the plan is shown as approved, %u; the plans of "
                                         "the years add up to %u"),
                                      year->year, year->plan_total, year->plan_sum);
    }
  return self;
}

/* Groups of a year (0: of all years) that are not in one of the states. */
static GPtrArray *
list_groups (const NstRuleContext *context, guint year, const char *but)
{
  g_autoptr (GPtrArray) all = nst_source_list (context->source, "group", NULL, NULL);
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *group = g_ptr_array_index (all, i);

      if ((year > 0 && (guint) nst_record_get_int (group, "year") != year) ||
          nst_record_get_text (group, "state") == NULL ||
          nst_steps_is_state (context, group, but))
        continue;
      g_ptr_array_add (groups, g_object_ref (group));
    }
  return groups;
}

/**
 * nst_charts_read_counts:
 * @context: scheme, source and the day
 * @year: groups of this year; 0 for all
 *
 * Returns: (transfer full): how many groups work in 1, 2, 3 and more directions (R79)
 */
NstRanks *
nst_charts_read_counts (const NstRuleContext *context, guint year)
{
  g_autoptr (GPtrArray) groups = list_groups (context, year, "DRAFT");
  NstRanks *ranks = nst_ranks_new (_ ("Number of directions"), _ ("Groups"), groups->len);
  guint counts[NST_COVERAGE_DIRECTIONS + 1] = { 0 };

  for (guint i = 0; i < groups->len; i++)
    {
      g_auto (GStrv) directions = nst_record_dup_list (groups->pdata[i], "directions");

      counts[MIN (g_strv_length (directions), NST_COVERAGE_DIRECTIONS)]++;
    }
  for (guint i = 1; i <= NST_COVERAGE_DIRECTIONS; i++)
    {
      g_autofree char *label =
          i < NST_COVERAGE_DIRECTIONS
              ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u direction", "%u directions",
                                              i),
                                 i)
              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u direction or more",
                                              "%u directions or more", i),
                                 i);

      nst_ranks_add (ranks, label, counts[i]);
    }
  if (counts[0] > 0)
    nst_ranks_add (ranks, _ ("No direction given"), counts[0]);
  return ranks;
}

static void
add_one (GHashTable *counts, char *label)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (counts, label));

  g_hash_table_replace (counts, label, GUINT_TO_POINTER (known + 1));
}

static void
add_counts (NstRanks *ranks, GHashTable *counts)
{
  GHashTableIter iter;
  gpointer label, count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &label, &count))
    nst_ranks_add (ranks, label, GPOINTER_TO_UINT (count));
  nst_ranks_fold (ranks, MAX (ranks->bars->len, 2));
}

static char *
dup_direction (const NstRuleContext *context, const char *code)
{
  NstCatalogue *catalogue = nst_scheme_get_catalogue (context->scheme, "direction");
  const NstCatalogueEntry *entry =
      catalogue != NULL ? nst_catalogue_find (catalogue, code) : NULL;

  if (entry == NULL)
    return g_strdup (code);
  return g_strdup (entry->short_title != NULL ? entry->short_title : entry->title);
}

/**
 * nst_charts_read_directions:
 * @context: scheme, source and the day
 * @year: groups of this year; 0 for all
 *
 * A group counts in each of its directions, so that the shares may add up to more than all.
 *
 * Returns: (transfer full): how many groups work in each direction, most first
 */
NstRanks *
nst_charts_read_directions (const NstRuleContext *context, guint year)
{
  g_autoptr (GPtrArray) groups = list_groups (context, year, "DRAFT");
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NstRanks *ranks = nst_ranks_new (_ ("Direction"), _ ("Groups"), groups->len);

  for (guint i = 0; i < groups->len; i++)
    {
      g_auto (GStrv) directions = nst_record_dup_list (groups->pdata[i], "directions");

      for (guint k = 0; directions[k] != NULL; k++)
        add_one (counts, dup_direction (context, directions[k]));
    }
  add_counts (ranks, counts);
  return ranks;
}

static char *
dup_territory (const NstRuleContext *context, NstRecord *group)
{
  g_autoptr (NstRecord) territory = nst_group_sides_dup_territory (context, group);

  return g_strdup (territory != NULL ? nst_record_get_title (territory) : _ ("No territory"));
}

/**
 * nst_charts_read_territories:
 * @context: scheme, source and the day
 * @year: groups of this year; 0 for all
 * @most: so many bars at most; the rest is one bar
 *
 * Returns: (transfer full): how many groups each territory has, most first
 */
NstRanks *
nst_charts_read_territories (const NstRuleContext *context, guint year, guint most)
{
  g_autoptr (GPtrArray) groups = list_groups (context, year, "DRAFT");
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NstRanks *ranks = nst_ranks_new (_ ("Territory"), _ ("Groups"), groups->len);

  for (guint i = 0; i < groups->len; i++)
    add_one (counts, dup_territory (context, groups->pdata[i]));
  add_counts (ranks, counts);
  nst_ranks_fold (ranks, most);
  return ranks;
}

static void
count_step (NstHeatRow *row, guint step, gboolean done)
{
  row->cells[step].of++;
  row->cells[step].done += done;
}

/* Signed by all; an agreement that was cancelled is asked of nobody. */
static gboolean
has_signed (const NstRuleContext *context, NstRecord *group)
{
  g_autoptr (GPtrArray) all = nst_source_list_of (context->source, "agreement", "group", group);
  guint signed_ones = 0, asked = 0;

  for (guint i = 0; i < all->len; i++)
    {
      if (nst_steps_is_state (context, all->pdata[i], "CANCELLED"))
        continue;
      asked++;
      signed_ones +=
          nst_steps_is_state (context, all->pdata[i], "SIGNED|RETURNED|IN_FORCE|ENDED");
    }
  return asked > 0 && signed_ones == asked;
}

/* Schedule is asked of approved programmes, the report of those that are over. */
static void
count_group (const NstRuleContext *context, NstRecord *group, NstHeatRow *row)
{
  g_autoptr (NstRecord) program = nst_group_sides_dup_program (context, group);
  g_autoptr (NstProgress) progress = NULL;
  gboolean approved;

  row->count++;
  count_step (row, NST_GROUPS_STEP_AGREEMENT, has_signed (context, group));
  approved = program != NULL && !nst_steps_is_state (context, program, "DRAFT|AGREED");
  count_step (row, NST_GROUPS_STEP_PROGRAM, approved);
  if (!approved)
    return;
  progress = nst_progress_new (context, program);
  count_step (row, NST_GROUPS_STEP_SCHEDULE, progress->overdue == 0);
  if (nst_steps_is_state (context, program,
                          "COMPLETED|COMPLETED_EARLY|TERMINATED|REPORT_DUE|REPORTED|CLOSED"))
    count_step (row, NST_GROUPS_STEP_REPORT,
                nst_steps_is_state (context, program, "REPORTED|CLOSED"));
}

/**
 * nst_charts_read_steps:
 * @context: scheme, source and the day
 * @year: groups of this year; 0 for all
 *
 * A dissolved group works no more and is left out.
 *
 * Returns: (transfer full): how far the groups of each territory are, worst territory first
 */
NstHeat *
nst_charts_read_steps (const NstRuleContext *context, guint year)
{
  g_autoptr (GPtrArray) groups = list_groups (context, year, "DRAFT|DISSOLVED");
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NstHeat *heat = nst_heat_new (_ ("Territory"), _ ("Groups"));

  nst_heat_add_step (heat, _ ("Agreements signed"));
  nst_heat_add_step (heat, _ ("Programme approved"));
  nst_heat_add_step (heat, _ ("On schedule"));
  nst_heat_add_step (heat, _ ("Reported"));
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *territory = dup_territory (context, groups->pdata[i]);
      NstHeatRow *row = g_hash_table_lookup (rows, territory);

      if (row == NULL)
        {
          row = nst_heat_add_row (heat, territory);
          g_hash_table_insert (rows, g_steal_pointer (&territory), row);
        }
      count_group (context, groups->pdata[i], row);
    }
  nst_heat_sort (heat);
  return heat;
}
