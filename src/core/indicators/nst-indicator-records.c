/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a number to the records that it counted. */
#include "config.h"

#include "indicators/nst-indicators.h"

#include "indicators/nst-formula-value.h"
#include "model/nst-error.h"
#include "rules/nst-coverage.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is listed, and for whom. */
typedef struct
{
  const NstRuleContext *context;
  GPtrArray *programs;
  gint64 territory;
} Question;

typedef GPtrArray *(*List) (const Question *question);

static GPtrArray *
list_activities (const Question *question, gboolean done)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < question->programs->len; i++)
    {
      g_autoptr (NstProgress) progress =
          nst_progress_new (question->context, question->programs->pdata[i]);

      for (guint k = 0; k < progress->stages->len; k++)
        {
          NstStageProgress *stage = progress->stages->pdata[k];

          for (guint n = 0; n < stage->activities->len; n++)
            {
              NstActivityProgress *activity = stage->activities->pdata[n];

              if (activity->state != NST_ACTIVITY_CANCELLED &&
                  (activity->state == NST_ACTIVITY_DONE) == done)
                g_ptr_array_add (found, g_object_ref (activity->activity));
            }
        }
    }
  return found;
}

static GPtrArray *
list_done (const Question *question)
{
  return list_activities (question, TRUE);
}

static GPtrArray *
list_not_done (const Question *question)
{
  return list_activities (question, FALSE);
}

static GPtrArray *
list_fresh (const Question *question)
{
  return nst_coverage_list_organisations (question->context,
                                          g_date_get_year (&question->context->today),
                                          question->territory, TRUE);
}

static GPtrArray *
list_covered (const Question *question)
{
  return nst_coverage_list_organisations (question->context,
                                          g_date_get_year (&question->context->today),
                                          question->territory, FALSE);
}

/* Algorithms that count records; the others judge texts and days. */
static const struct
{
  const char *name;
  List list;
} lists[] = {
  { "done-share", list_done },        { "not-done-share", list_not_done },
  { "coverage-percent", list_fresh }, { "coverage-new", list_fresh },
  { "coverage-total", list_covered },
};

static GPtrArray *
list_counted (const Question *question, const NstIndicatorText *text)
{
  g_autoptr (NstFormula) formula =
      text->formula != NULL ? nst_formula_parse (text->formula, NULL, NULL) : NULL;
  NstFormulaScope scope = { question->territory, text->school_years };

  if (formula == NULL)
    return NULL;
  if (formula->type != NST_FORMULA_BUILTIN)
    return nst_formula_list_records (formula, question->context, &scope);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].name, formula->name) == 0)
      return lists[i].list (question);
  return NULL;
}

/**
 * nst_indicators_list_records_of:
 * @context: scheme, source and the day
 * @code: of an indicator: "V4"
 * @programs: (element-type NstRecord): for these programmes
 * @territory: number of a territory; 0 for the whole office
 * @error: there is no such indicator, or it does not count records
 *
 * Returns: (transfer full) (element-type NstRecord) (nullable): the records that were counted
 */
GPtrArray *
nst_indicators_list_records_of (const NstRuleContext *context, const char *code,
                                GPtrArray *programs, gint64 territory, GError **error)
{
  Question question = { context, programs, territory };
  const NstIndicatorText *text;
  GPtrArray *records;

  g_return_val_if_fail (context != NULL && code != NULL && programs != NULL, NULL);

  text = nst_scheme_find_indicator (context->scheme, code);
  if (text == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("The regulation has no indicator “%s”; `indicators` lists them"), code);
      return NULL;
    }
  records = list_counted (&question, text);
  if (records == NULL)
    g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                 text->formula == NULL
                     ? _ ("The indicator “%s” is entered by hand: there are no records in it")
                     : _ ("The indicator “%s” is computed by a method of its own; ask for one "
                          "that the regulation writes as a formula"),
                 code);
  return records;
}

/**
 * nst_indicators_list_records:
 * @context: scheme, source and the day
 * @code: of an indicator: "V4"
 * @year: a year; 0 for that of the day
 * @territory: number of a territory; 0 for the whole office
 * @error: there is no such indicator, or it does not count records
 *
 * Returns: (transfer full) (element-type NstRecord) (nullable): the records that were counted
 */
GPtrArray *
nst_indicators_list_records (const NstRuleContext *context, const char *code, guint year,
                             gint64 territory, GError **error)
{
  g_autoptr (GPtrArray) programs = NULL;
  NstRuleContext moved;

  g_return_val_if_fail (context != NULL, NULL);

  moved = *context;
  programs = nst_indicators_list_programs_in (context, year, territory);
  if (year > 0)
    nst_indicators_move_to_year (&moved, year);
  return nst_indicators_list_records_of (&moved, code, programs, territory, error);
}
