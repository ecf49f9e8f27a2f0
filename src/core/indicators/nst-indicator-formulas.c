/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formulas that a scheme may name. */
#include "config.h"

#include "indicators/nst-indicator-formulas.h"

#include <string.h>

#include "indicators/nst-formula-value.h"
#include "rules/nst-coverage.h"
#include "rules/nst-program-term.h"

#define FINAL_REPORT "FINAL_REPORT"
#define CRITERION_CATALOGUE "criterion-mark"

/* What an algorithm is asked for. */
typedef struct
{
  const NstRuleContext *context;
  GPtrArray *programs;
  gint64 territory;
  const char *field;
} Question;

typedef void (*Formula) (const Question *question, NstIndicatorValue *value);

static void
count_done (const NstRuleContext *context, GPtrArray *programs, guint *done, guint *total)
{
  *done = 0;
  *total = 0;
  for (guint i = 0; i < programs->len; i++)
    {
      g_autoptr (NstProgress) progress =
          nst_progress_new (context, g_ptr_array_index (programs, i));

      *done += progress->done;
      *total += progress->total;
    }
}

/* P1: done activities out of all (R35). */
static void
compute_done_share (const Question *question, NstIndicatorValue *value)
{
  guint done, total;

  count_done (question->context, question->programs, &done, &total);
  nst_indicator_value_set_share (value, done, total);
}

/* P2: what P1 leaves; computed from P1, so that both always make 100,0 % (R35). */
static void
compute_not_done_share (const Question *question, NstIndicatorValue *value)
{
  guint done, total;

  count_done (question->context, question->programs, &done, &total);
  nst_indicator_value_set_share (value, done, total);
  value->numerator = total - done;
  if (value->permille != NST_INDICATOR_UNKNOWN)
    value->permille = 1000 - value->permille;
}

/* The final report that was issued up to the day, or NULL. */
static NstRecord *
dup_final_report (const NstRuleContext *context, NstRecord *program, GDate *issued)
{
  g_autoptr (GPtrArray) reports =
      nst_source_list_of (context->source, "report", "program", program);
  NstRecord *found = NULL;

  for (guint i = 0; i < reports->len; i++)
    {
      NstRecord *report = g_ptr_array_index (reports, i);
      GDate day;

      if (g_strcmp0 (nst_record_get_text (report, "kind"), FINAL_REPORT) != 0 ||
          !nst_record_get_date (report, "issued_on", &day) ||
          g_date_compare (&day, &context->today) > 0)
        continue;
      if (found == NULL || g_date_compare (&day, issued) < 0)
        {
          found = report;
          *issued = day;
        }
    }
  return found != NULL ? g_object_ref (found) : NULL;
}

static char *
dup_mark_title (const NstRuleContext *context, const char *code)
{
  char *title = nst_scheme_dup_title_of (context->scheme, CRITERION_CATALOGUE, code);

  return title != NULL ? title : g_strdup (code);
}

/* "yes 3, partly 1": how many programmes have which mark, in the catalogue's order. */
static char *
make_distribution (const NstRuleContext *context, GHashTable *counts)
{
  NstCatalogue *catalogue = nst_scheme_get_catalogue (context->scheme, CRITERION_CATALOGUE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; catalogue != NULL && i < nst_catalogue_get_size (catalogue); i++)
    {
      const NstCatalogueEntry *entry = nst_catalogue_get_nth (catalogue, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, entry->code));

      if (count > 0)
        g_string_append_printf (text, "%s%s – %u", text->len > 0 ? ", " : "", entry->title,
                                count);
    }
  return g_string_free (text, FALSE);
}

/* P3–P5: marks by hand from final reports; one programme gives the mark itself. */
static void
compute_criterion (const Question *question, NstIndicatorValue *value)
{
  const NstRuleContext *context = question->context;
  GPtrArray *programs = question->programs;
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *last = NULL;

  for (guint i = 0; i < programs->len; i++)
    {
      GDate issued;
      g_autoptr (NstRecord) report =
          dup_final_report (context, g_ptr_array_index (programs, i), &issued);
      const char *mark = report != NULL ? nst_record_get_text (report, question->field) : NULL;
      gpointer count;

      if (mark == NULL)
        continue;
      count = g_hash_table_lookup (counts, mark);
      g_hash_table_replace (counts, g_strdup (mark),
                            GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
      value->numerator++;
    }
  if (value->numerator == 0)
    return;
  value->denominator = programs->len;
  if (programs->len == 1)
    {
      GHashTableIter iter;

      g_hash_table_iter_init (&iter, counts);
      g_hash_table_iter_next (&iter, (gpointer *) &last, NULL);
      value->text = dup_mark_title (context, last);
    }
  else
    value->text = make_distribution (context, counts);
}

/* P6: final report at most so many days after the end, out of the ended programmes (R37). */
static void
compute_reports_in_time (const Question *question, NstIndicatorValue *value)
{
  const NstRuleContext *context = question->context;
  GPtrArray *programs = question->programs;
  guint in_time = 0, ended = 0;

  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      g_autoptr (NstRecord) report = NULL;
      GDate end, due, issued;

      if (!nst_program_term_get_end (program, &end) || g_date_compare (&end, &context->today) > 0)
        continue;
      ended++;
      report = dup_final_report (context, program, &issued);
      if (report != NULL && nst_program_term_get_report_due (context->scheme, program, &due) &&
          g_date_compare (&issued, &due) <= 0)
        in_time++;
    }
  nst_indicator_value_set_share (value, in_time, ended);
}

static void
count_coverage (const Question *question, NstCoverage *coverage)
{
  nst_coverage_count_in (question->context, g_date_get_year (&question->context->today),
                         question->territory, coverage);
}

/* V1: new organisations of the year out of all that there are. */
static void
compute_coverage_percent (const Question *question, NstIndicatorValue *value)
{
  NstCoverage coverage;

  count_coverage (question, &coverage);
  nst_indicator_value_set_share (value, coverage.fresh, coverage.base);
  if (coverage.plan_percent > 0)
    value->target = (int) coverage.plan_percent * 10;
}

/* V2: new organisations of the year against its plan (R78). */
static void
compute_coverage_new (const Question *question, NstIndicatorValue *value)
{
  NstCoverage coverage;

  count_coverage (question, &coverage);
  nst_indicator_value_set_count (value, coverage.fresh, coverage.plan_fresh);
}

/* V3: all organisations against the plan as typed; a note where it does not add up (R76). */
static void
compute_coverage_total (const Question *question, NstIndicatorValue *value)
{
  NstCoverage coverage;

  count_coverage (question, &coverage);
  nst_indicator_value_set_count (value, coverage.total, coverage.plan_total);
  if (coverage.plan_total != 0 && coverage.plan_total != coverage.plan_sum)
    value->note = g_strdup (nst_scheme_get_text (question->context->scheme, "coverage.note"));
}

/* V4–V9 and K3: what is counted is named by the field. */
static void
compute_group_count (const Question *question, NstIndicatorValue *value)
{
  const char *field = question->field;
  NstCoverage coverage;

  count_coverage (question, &coverage);
  if (strcmp (field, "groups") == 0)
    nst_indicator_value_set_count (value, coverage.groups, 0);
  else if (strcmp (field, "schools") == 0)
    nst_indicator_value_set_count (value, coverage.schools, 0);
  else if (strcmp (field, "quota") == 0)
    nst_indicator_value_set_count (value, coverage.groups, coverage.quota);
  else if (strcmp (field, "trained") == 0)
    nst_indicator_value_set_share (value, coverage.teams_trained, coverage.teams);
  else
    nst_indicator_value_set_count (value, coverage.by_directions[field[0] - '1'], 0);
}

static const struct
{
  const char *name;
  Formula run;
  const char *field;
  gboolean office; /* counts the whole base, not given programmes */
} formulas[] = {
  { "done-share", compute_done_share, NULL, FALSE },
  { "not-done-share", compute_not_done_share, NULL, FALSE },
  { "criterion1", compute_criterion, "criterion1", FALSE },
  { "criterion2", compute_criterion, "criterion2", FALSE },
  { "criterion3", compute_criterion, "criterion3", FALSE },
  { "reports-in-time", compute_reports_in_time, NULL, FALSE },
  { "coverage-percent", compute_coverage_percent, NULL, TRUE },
  { "coverage-new", compute_coverage_new, NULL, TRUE },
  { "coverage-total", compute_coverage_total, NULL, TRUE },
  { "groups", compute_group_count, "groups", TRUE },
  { "schools", compute_group_count, "schools", TRUE },
  { "groups-by-directions-1", compute_group_count, "1", TRUE },
  { "groups-by-directions-2", compute_group_count, "2", TRUE },
  { "groups-by-directions-3", compute_group_count, "3", TRUE },
  { "groups-against-quota", compute_group_count, "quota", TRUE },
  { "teams-trained", compute_group_count, "trained", TRUE },
};

/* What a formula of the little language comes to. */
static void
set_result (const NstFormula *formula, const NstRuleContext *context,
            const NstFormulaScope *scope, NstIndicatorValue *value)
{
  NstFormulaResult result;
  guint number;

  nst_formula_evaluate (formula, context, scope, &result);
  if (!result.known)
    return;
  number = (guint) CLAMP (result.number, 0, (gint64) G_MAXINT);
  if (formula->type == NST_FORMULA_SHARE)
    nst_indicator_value_set_share (value, number,
                                   (guint) CLAMP (result.out_of, 0, (gint64) G_MAXINT));
  else
    nst_indicator_value_set_count (value, number, 0);
}

/**
 * nst_indicator_formula_is_of_office:
 * @text: a formula, as a scheme writes it
 *
 * Returns: whether it counts the whole base and not given programmes; %FALSE also for one that
 *   this program cannot read
 */
gboolean
nst_indicator_formula_is_of_office (const char *text)
{
  g_autoptr (NstFormula) formula = nst_formula_parse (text, NULL, NULL);

  if (formula == NULL || formula->type != NST_FORMULA_BUILTIN)
    return formula != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (strcmp (formulas[i].name, formula->name) == 0)
      return formulas[i].office;
  return FALSE;
}

/**
 * nst_indicator_formula_run:
 * @text: a formula, as a scheme writes it
 * @context: scheme, source and the day
 * @programs: (element-type NstRecord): programmes
 * @scope: (nullable): territory and kind of years; %NULL for everything, by calendar years
 * @value: gets the value; stays unknown where there is nothing to compute it from
 *
 * Returns: whether the program can read the formula
 */
gboolean
nst_indicator_formula_run (const char *text, const NstRuleContext *context, GPtrArray *programs,
                           const NstFormulaScope *scope, NstIndicatorValue *value)
{
  Question question = { context, programs, scope != NULL ? scope->territory : 0, NULL };
  g_autoptr (NstFormula) formula = NULL;

  g_return_val_if_fail (text != NULL && context != NULL && value != NULL, FALSE);

  formula = nst_formula_parse (text, NULL, NULL);
  if (formula == NULL)
    return FALSE;
  if (formula->type != NST_FORMULA_BUILTIN)
    {
      set_result (formula, context, scope, value);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    if (strcmp (formulas[i].name, formula->name) == 0)
      {
        question.field = formulas[i].field;
        formulas[i].run (&question, value);
        return TRUE;
      }
  return FALSE;
}
