/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators of a scheme, computed for programmes on a day. */
#include "config.h"

#include "indicators/nst-indicators.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "indicators/nst-indicator-formulas.h"
#include "indicators/nst-indicator-typed.h"
#include "rules/nst-kept-source.h"
#include "rules/nst-program-term.h"
#include "rules/nst-years.h"

/* The earliest and the latest day that a programme touches. */
static gboolean
find_span (NstRecord *program, GDate *first, GDate *last)
{
  static const char *const starts[] = { "drafted_on", "approved_on" };
  GDate day;

  if (!nst_program_term_get_start (program, first) || !nst_program_term_get_end (program, last))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (nst_record_get_date (program, starts[i], &day) && g_date_compare (&day, first) < 0)
      *first = day;
  return TRUE;
}

static gboolean
touches_year (NstRecord *program, guint year)
{
  GDate first, last;

  if (year == 0 || !find_span (program, &first, &last))
    return TRUE;
  return g_date_get_year (&first) <= year && g_date_get_year (&last) >= year;
}

/**
 * nst_indicators_list_programs:
 * @context: scheme, source and the day
 * @year: programmes that run, or are drawn up, in this year; 0 for all
 *
 * A programme that was followed by a new version is left out: the new one counts (R30).
 *
 * Returns: (transfer full) (element-type NstRecord): programmes
 */
GPtrArray *
nst_indicators_list_programs (const NstRuleContext *context, guint year)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (context != NULL, found);

  all = nst_source_list (context->source, "program", NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *program = g_ptr_array_index (all, i);
      g_autoptr (GPtrArray) next =
          nst_source_list_of (context->source, "program", "previous", program);

      if (next->len == 0 && touches_year (program, year))
        g_ptr_array_add (found, g_object_ref (program));
    }
  return found;
}

/* Whether a participant of the programme's group is of the territory. */
static gboolean
is_within (const NstRuleContext *context, NstRecord *program, gint64 territory)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, program, "group");
  g_autoptr (GPtrArray) entries = NULL;

  if (group == NULL)
    return FALSE;
  entries = nst_source_list_of (context->source, "participant", "group", group);
  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (NstRecord) team =
          nst_source_dup_ref (context->source, entries->pdata[i], "team");
      g_autoptr (NstRecord) organisation =
          team != NULL ? nst_source_dup_ref (context->source, team, "organisation") : NULL;

      if (organisation != NULL && nst_record_get_ref (organisation, "territory") == territory)
        return TRUE;
    }
  return FALSE;
}

/**
 * nst_indicators_list_programs_in:
 * @context: scheme, source and the day
 * @year: as for nst_indicators_list_programs()
 * @territory: number of a territory; 0 for all
 *
 * Returns: (transfer full) (element-type NstRecord): programmes of groups in which the
 *   territory takes part
 */
GPtrArray *
nst_indicators_list_programs_in (const NstRuleContext *context, guint year, gint64 territory)
{
  GPtrArray *programs = nst_indicators_list_programs (context, year);

  for (guint i = programs->len; territory > 0 && i > 0; i--)
    if (!is_within (context, programs->pdata[i - 1], territory))
      g_ptr_array_remove_index (programs, i - 1);
  return programs;
}

/**
 * nst_indicators_list_years:
 * @context: scheme, source and the day
 *
 * Returns: (transfer full) (element-type guint): years that programmes touch, ascending,
 *   without those after today
 */
GArray *
nst_indicators_list_years (const NstRuleContext *context)
{
  g_autoptr (GPtrArray) programs = nst_indicators_list_programs (context, 0);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (guint));
  guint low = G_MAXUINT, high = 0;

  for (guint i = 0; i < programs->len; i++)
    {
      GDate first, last;

      if (!find_span (g_ptr_array_index (programs, i), &first, &last))
        continue;
      low = MIN (low, g_date_get_year (&first));
      high = MAX (high, g_date_get_year (&last));
    }
  high = MIN (high, g_date_get_year (&context->today));
  for (guint year = low; year <= high; year++)
    g_array_append_val (years, year);
  return years;
}

/**
 * nst_indicators_move_to_year:
 * @context: (inout): its day is moved
 * @year: to the end of this year
 *
 * A year that is not over is judged today.
 */
void
nst_indicators_move_to_year (NstRuleContext *context, guint year)
{
  g_return_if_fail (context != NULL && year > 0 && year <= 9999);

  if (year < g_date_get_year (&context->today))
    g_date_set_dmy (&context->today, 31, G_DATE_DECEMBER, (GDateYear) year);
}

/* Who computes an indicator. */
typedef enum
{
  OF_PROGRAMS,
  OF_OFFICE,
  BY_HAND,
} Part;

static Part
get_part (const NstIndicatorText *text)
{
  if (text->formula == NULL)
    return BY_HAND;
  return nst_indicator_formula_is_of_office (text->formula) ? OF_OFFICE : OF_PROGRAMS;
}

/* In place of a territory: values of these programmes, beside which nobody types any. */
#define OF_GIVEN_PROGRAMS (-1)

static void
compute_into (const NstRuleContext *context, GPtrArray *programs, Part part, gint64 territory,
              GPtrArray *values)
{
  GPtrArray *texts = nst_scheme_get_indicators (context->scheme);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const NstIndicatorText *text = g_ptr_array_index (texts, i);
      NstFormulaScope scope = { MAX (0, territory), text->school_years };
      NstIndicatorValue *value;

      if (get_part (text) != part)
        continue;
      value = nst_indicator_value_new (text->code, text->title, text->unit, text->source);
      if (text->formula != NULL)
        nst_indicator_formula_run (text->formula, context, programs, &scope, value);
      if (text->school_years)
        value->school_year = nst_years_dup_number (context, &context->today);
      if (territory != OF_GIVEN_PROGRAMS)
        nst_indicator_typed_apply_value (context, scope.territory, text, value);
      nst_indicator_typed_apply_target (context, scope.territory, text, value);
      nst_indicator_value_judge (value);
      g_ptr_array_add (values, value);
    }
}

/**
 * nst_indicators_compute:
 * @context: scheme, source and the day
 * @programs: (element-type NstRecord): for these programmes together
 *
 * Shares of several programmes are shares of all their activities, not means of shares.
 * An indicator whose formula this program does not have stays without data; one that has no
 * formula is entered by hand and left out, and so is one that counts the whole office.
 *
 * Returns: (transfer full) (element-type NstIndicatorValue): in the scheme's order
 */
GPtrArray *
nst_indicators_compute (const NstRuleContext *context, GPtrArray *programs)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_indicator_value_free);

  g_return_val_if_fail (context != NULL && programs != NULL, values);

  compute_into (context, programs, OF_PROGRAMS, OF_GIVEN_PROGRAMS, values);
  return values;
}

/**
 * nst_indicators_compute_one:
 * @context: scheme, source and the day
 * @program: a programme
 *
 * Returns: (transfer full) (element-type NstIndicatorValue): for this programme
 */
GPtrArray *
nst_indicators_compute_one (const NstRuleContext *context, NstRecord *program)
{
  g_autoptr (GPtrArray) programs = g_ptr_array_new ();

  g_ptr_array_add (programs, program);
  return nst_indicators_compute (context, programs);
}

/**
 * nst_indicators_compute_year:
 * @context: scheme, source and the day
 * @year: a year; 0 for all programmes as of the day
 * @territory: number of a territory; 0 for the whole office
 *
 * After the indicators of programmes come those that count the whole office, for the year of
 * the day: coverage and groups (R76–R79), and those that are entered by hand. Where nothing is
 * computed the typed value is the value.
 *
 * Returns: (transfer full) (element-type NstIndicatorValue): for the office, or a territory
 */
GPtrArray *
nst_indicators_compute_year (const NstRuleContext *context, guint year, gint64 territory)
{
  g_autoptr (NstSource) kept = NULL;
  NstRuleContext moved = *context;
  g_autoptr (GPtrArray) programs = NULL;
  GPtrArray *values;

  kept = NST_IS_KEPT_SOURCE (context->source)
             ? g_object_ref (context->source)
             : NST_SOURCE (nst_kept_source_new (context->source));
  moved.source = kept;
  programs = nst_indicators_list_programs_in (&moved, year, territory);
  if (year > 0)
    nst_indicators_move_to_year (&moved, year);
  values = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_indicator_value_free);
  for (Part part = OF_PROGRAMS; part <= BY_HAND; part++)
    compute_into (&moved, programs, part, territory, values);
  return values;
}

static void
append_cell (GString *csv, const char *text, gboolean first)
{
  if (!first)
    g_string_append_c (csv, ',');
  if (text == NULL)
    return;
  if (strpbrk (text, ",\"\n;") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

/**
 * nst_indicators_append_csv:
 * @csv: gets the lines; a heading first when it is empty
 * @subject: what the values are about: a programme or the office
 * @values: (element-type NstIndicatorValue): values
 *
 * By RFC 4180 with \n: subject, code, title, value, numerator, denominator, target, verdict,
 * and of a typed value where it is from. Without data the value says so in words.
 */
void
nst_indicators_append_csv (GString *csv, const char *subject, GPtrArray *values)
{
  const char *heading[] = { _ ("Programme"), _ ("Code"),    _ ("Indicator"),
                            _ ("Value"),     _ ("Counted"), _ ("Out of"),
                            _ ("Target"),    _ ("Verdict"), _ ("Origin") };

  g_return_if_fail (csv != NULL && values != NULL);

  if (csv->len == 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (heading); i++)
        append_cell (csv, heading[i], i == 0);
      g_string_append_c (csv, '\n');
    }
  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = g_ptr_array_index (values, i);
      g_autofree char *label = nst_indicator_value_dup_label (value);
      g_autofree char *numerator = g_strdup_printf ("%u", value->numerator);
      g_autofree char *denominator = g_strdup_printf ("%u", value->denominator);
      g_autofree char *target = nst_indicator_value_dup_target (value);
      g_autofree char *origin = nst_indicator_value_dup_origin (value);

      append_cell (csv, subject, TRUE);
      append_cell (csv, value->code, FALSE);
      append_cell (csv, value->title, FALSE);
      append_cell (csv, label, FALSE);
      append_cell (csv, value->denominator > 0 ? numerator : "", FALSE);
      append_cell (csv, value->denominator > 0 ? denominator : "", FALSE);
      append_cell (csv, target, FALSE);
      append_cell (csv, nst_indicator_verdict_get_title (value->verdict), FALSE);
      append_cell (csv, origin, FALSE);
      g_string_append_c (csv, '\n');
    }
}
