/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What if: indicators where some of them are supposed, and those that follow from them. The facts
 * are read and never changed. */
#include "config.h"

#include "indicators/nst-scenario-values.h"

#include "model/nst-error.h"
#include "rules/nst-kept-source.h"
#include "scheme/nst-formula.h"
#include "scheme/nst-indicator-measure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TARGET_SUFFIX ".target"
/* Relations of relations, in case a pack lets them run in a circle. */
#define MOST_STEPS 8

typedef struct
{
  const NstRuleContext *context;
  guint year; /* that is looked at */
  gint64 territory;
  GPtrArray *suppositions;
  GHashTable *facts; /* year -> (element-type NstIndicatorValue) */
  guint steps;
} Look;

/* A number of things, a share of them, or nothing. */
typedef struct
{
  gboolean known;
  gint64 number;
  gint64 out_of;
} Number;

static gboolean find_number (Look *look, const char *code, guint year, Number *number);

/**
 * nst_supposition_free:
 * @self: (nullable): a supposition
 */
void
nst_supposition_free (NstSupposition *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->typed);
  g_free (self);
}

/**
 * nst_supposition_new:
 * @context: scheme, source and the day
 * @code: of an indicator
 * @year: a year
 * @target: whether its target is meant
 * @typed: the value
 * @error: there is no such indicator, or no such value of it
 *
 * Returns: (transfer full) (nullable): what is supposed
 */
NstSupposition *
nst_supposition_new (const NstRuleContext *context, const char *code, guint year, gboolean target,
                     const char *typed, GError **error)
{
  const NstIndicatorText *text;
  NstSupposition *self;
  int number;

  g_return_val_if_fail (context != NULL && code != NULL && typed != NULL, NULL);

  text = nst_scheme_find_indicator (context->scheme, code);
  if (text == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("The regulation has no indicator “%s”; `indicators` lists them"), code);
      return NULL;
    }
  if (!nst_indicator_text_read (text, typed, &number, error))
    return NULL;
  if (target && number < 0)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("%s is answered in words (unit: %s); targets are set for numbers and "
                      "percentages."),
                   code, text->unit);
      return NULL;
    }
  self = g_new0 (NstSupposition, 1);
  self->code = g_strdup (code);
  self->year = year;
  self->target = target;
  self->typed = g_strdup (typed);
  self->number = number;
  return self;
}

/**
 * nst_supposition_parse:
 * @context: scheme, source and the day
 * @words: "V2=150", "V2@2024=150", "V3.target=480"
 * @year: the year unless the words name one
 * @error: what is wrong with them
 *
 * Returns: (transfer full) (nullable): what is supposed
 */
NstSupposition *
nst_supposition_parse (const NstRuleContext *context, const char *words, guint year,
                       GError **error)
{
  g_auto (GStrv) sides = g_strsplit (words, "=", 2);
  gboolean target = g_str_has_suffix (sides[0], TARGET_SUFFIX);
  char *at;

  if (sides[0] == NULL || sides[1] == NULL || sides[0][0] == '\0' || sides[1][0] == '\0')
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s” supposes nothing; write V2=150, V2@2024=150 or V3.target=480"),
                   words);
      return NULL;
    }
  if (target)
    sides[0][strlen (sides[0]) - strlen (TARGET_SUFFIX)] = '\0';
  at = strchr (sides[0], '@');
  if (at != NULL)
    {
      year = strspn (at + 1, "0123456789") == 4 && strlen (at + 1) == 4
                 ? (guint) g_ascii_strtoull (at + 1, NULL, 10)
                 : 0;
      *at = '\0';
    }
  if (year == 0)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s” names no year; write it as V2@2024=150"), words);
      return NULL;
    }
  return nst_supposition_new (context, sides[0], year, target, sides[1], error);
}

/**
 * nst_scenario_dup:
 * @context: scheme, source and the day
 * @name: of a scenario
 * @error: there is none
 *
 * Returns: (transfer full) (nullable): the scenario of that name
 */
NstRecord *
nst_scenario_dup (const NstRuleContext *context, const char *name, GError **error)
{
  g_autoptr (GPtrArray) found = nst_source_list (context->source, "scenario", "name", name);

  if (found->len > 0)
    return g_object_ref (found->pdata[0]);
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
               _ ("There is no scenario “%s”; see “list scenarios”."), name);
  return NULL;
}

/**
 * nst_scenario_list_values:
 * @context: scheme, source and the day
 * @scenario: a scenario
 *
 * Returns: (transfer full) (element-type NstSupposition): what it supposes, as far as the
 *   regulation of today knows it
 */
GPtrArray *
nst_scenario_list_values (const NstRuleContext *context, NstRecord *scenario)
{
  GPtrArray *suppositions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_supposition_free);
  g_autoptr (GPtrArray) records =
      nst_source_list_of (context->source, "scenario_value", "scenario", scenario);

  for (guint i = 0; i < records->len; i++)
    {
      NstRecord *record = records->pdata[i];
      NstSupposition *one = nst_supposition_new (context, nst_record_get_text (record, "code"),
                                                 (guint) nst_record_get_int (record, "year"),
                                                 nst_record_get_bool (record, "target"),
                                                 nst_record_get_text (record, "value"), NULL);

      if (one != NULL)
        g_ptr_array_add (suppositions, one);
    }
  return suppositions;
}

static const NstSupposition *
find_supposed (const Look *look, const char *code, guint year, gboolean target)
{
  for (guint i = look->suppositions->len; i > 0; i--)
    {
      const NstSupposition *one = look->suppositions->pdata[i - 1];

      if (one->year == year && one->target == target && strcmp (one->code, code) == 0)
        return one;
    }
  return NULL;
}

static const NstIndicatorValue *
find_value (GPtrArray *values, const char *code)
{
  for (guint i = 0; i < values->len; i++)
    if (strcmp (((const NstIndicatorValue *) values->pdata[i])->code, code) == 0)
      return values->pdata[i];
  return NULL;
}

/* The facts of another year are computed when a sum over the years asks for them. */
static const NstIndicatorValue *
find_fact (Look *look, const char *code, guint year)
{
  GPtrArray *values = g_hash_table_lookup (look->facts, GUINT_TO_POINTER (year));

  if (values == NULL && year > g_date_get_year (&look->context->today))
    return NULL;
  if (values == NULL)
    {
      values = nst_indicators_compute_year (look->context, year, look->territory);
      g_hash_table_insert (look->facts, GUINT_TO_POINTER (year), values);
    }
  return find_value (values, code);
}

static void
read_fact (Look *look, const char *code, guint year, Number *number)
{
  const NstIndicatorValue *fact = find_fact (look, code, year);

  *number = (Number){ 0 };
  if (fact == NULL || !nst_indicator_value_is_known (fact))
    return;
  number->known = fact->counted || fact->permille != NST_INDICATOR_UNKNOWN;
  number->number = fact->counted ? (gint64) fact->numerator : fact->permille;
}

/* The fact, and by how much the supposed years differ from theirs. */
static gboolean
sum_up (Look *look, const NstIndicatorText *text, const char *of, guint year, Number *number)
{
  gboolean supposed = FALSE;

  read_fact (look, text->code, year, number);
  for (guint i = 0; i < look->suppositions->len; i++)
    {
      const NstSupposition *one = look->suppositions->pdata[i];
      Number fact, other;

      if (one->target || one->year > year || strcmp (one->code, of) != 0 ||
          find_supposed (look, of, one->year, FALSE) != one)
        continue;
      read_fact (look, of, one->year, &fact);
      find_number (look, of, one->year, &other);
      number->number += other.number - fact.number;
      number->known = TRUE;
      supposed = TRUE;
    }
  number->number = MAX (0, number->number);
  return supposed;
}

/* Whether anything supposed is in it. */
static gboolean
relate (Look *look, const NstFormula *formula, const NstIndicatorText *text, guint year,
        Number *number)
{
  Number parts[2];
  gboolean supposed;

  *number = (Number){ 0 };
  switch (formula->type)
    {
    case NST_FORMULA_VALUE:
      return find_number (look, formula->name, year, number);
    case NST_FORMULA_RUNNING:
      return sum_up (look, text, formula->name, year, number);
    case NST_FORMULA_LIMIT:
      number->known = nst_scheme_get_limit (look->context->scheme, formula->name) != NULL;
      number->number = nst_scheme_get_limit_int (look->context->scheme, formula->name, 0);
      return FALSE;
    case NST_FORMULA_SHARE:
      supposed = relate (look, formula->parts[0], text, year, &parts[0]);
      supposed = relate (look, formula->parts[1], text, year, &parts[1]) || supposed;
      number->known = parts[0].known && parts[1].known && parts[1].number > 0;
      number->number = parts[0].number;
      number->out_of = parts[1].number;
      return supposed;
    case NST_FORMULA_BUILTIN:
    case NST_FORMULA_COUNT:
    case NST_FORMULA_DISTINCT:
    case NST_FORMULA_SUM:
    default:
      return FALSE;
    }
}

/* Supposed, following from something supposed, or the fact; whether it is not the fact. */
static gboolean
find_number (Look *look, const char *code, guint year, Number *number)
{
  const NstSupposition *own = find_supposed (look, code, year, FALSE);
  const NstIndicatorText *text = nst_scheme_find_indicator (look->context->scheme, code);
  g_autoptr (NstFormula) follows = NULL;
  gboolean supposed = FALSE;

  if (own != NULL)
    {
      *number = (Number){ own->number >= 0, own->number, 0 };
      return TRUE;
    }
  /* The relations of the regulation are those of the whole. */
  if (text != NULL && text->follows != NULL && look->territory == 0 && look->steps < MOST_STEPS)
    follows = nst_formula_parse_relation (text->follows, NULL, NULL);
  if (follows != NULL)
    {
      look->steps++;
      supposed = relate (look, follows, text, year, number);
      look->steps--;
    }
  if (!supposed)
    read_fact (look, code, year, number);
  return supposed;
}

static void
suppose_number (NstIndicatorMeasure measure, const Number *number, NstIndicatorValue *value)
{
  guint planned =
      value->counted && value->target != NST_INDICATOR_UNKNOWN ? value->denominator : 0;

  g_clear_pointer (&value->text, g_free);
  value->by_hand = FALSE;
  if (measure == NST_INDICATOR_COUNT)
    nst_indicator_value_set_count (value, (guint) number->number, planned);
  else if (number->out_of > 0)
    nst_indicator_value_set_share (value, (guint) number->number, (guint) number->out_of);
  else
    {
      nst_indicator_value_set_share (value, 0, 0);
      value->permille = (int) number->number;
    }
}

static void
suppose_target (NstIndicatorMeasure measure, int target, NstIndicatorValue *value)
{
  if (measure != NST_INDICATOR_COUNT)
    value->target = target;
  else if (nst_indicator_value_is_known (value))
    nst_indicator_value_set_count (value, value->numerator, (guint) target);
}

static void
suppose (Look *look, NstIndicatorValue *value)
{
  const NstIndicatorText *text = nst_scheme_find_indicator (look->context->scheme, value->code);
  NstIndicatorMeasure measure = nst_indicator_text_get_measure (text);
  const NstSupposition *own = find_supposed (look, value->code, look->year, FALSE);
  const NstSupposition *target = find_supposed (look, value->code, look->year, TRUE);
  Number number = { 0 };

  if (own != NULL && own->number < 0)
    {
      g_free (value->text);
      value->text = g_strdup (own->typed);
      value->supposed = TRUE;
    }
  else if (find_number (look, value->code, look->year, &number) && number.known)
    {
      suppose_number (measure, &number, value);
      value->supposed = TRUE;
    }
  if (target != NULL)
    {
      suppose_target (measure, target->number, value);
      value->target_supposed = TRUE;
      value->supposed = TRUE;
    }
  nst_indicator_value_judge (value);
}

/**
 * nst_scenario_compute:
 * @context: scheme, source and the day, not moved
 * @year: a year; 0 for that of the day
 * @territory: number of a territory; 0 for the whole office
 * @facts: (element-type NstIndicatorValue): of the same year and territory
 * @suppositions: (element-type NstSupposition): what if
 *
 * Returns: (transfer full) (element-type NstIndicatorValue): as the facts, one by one; what
 *   is not as it is has "supposed" set
 */
GPtrArray *
nst_scenario_compute (const NstRuleContext *context, guint year, gint64 territory,
                      GPtrArray *facts, GPtrArray *suppositions)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_indicator_value_free);
  g_autoptr (GHashTable) others =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (NstSource) kept = NULL;
  NstRuleContext whole;
  Look look = { &whole, year, territory, suppositions, others, 0 };

  g_return_val_if_fail (context != NULL && facts != NULL && suppositions != NULL, values);

  whole = *context;
  kept = NST_IS_KEPT_SOURCE (context->source)
             ? g_object_ref (context->source)
             : NST_SOURCE (nst_kept_source_new (context->source));
  whole.source = kept;
  if (year == 0)
    look.year = g_date_get_year (&context->today);
  g_hash_table_insert (others, GUINT_TO_POINTER (look.year), g_ptr_array_ref (facts));
  for (guint i = 0; i < facts->len; i++)
    {
      g_ptr_array_add (values, nst_indicator_value_copy (facts->pdata[i]));
      suppose (&look, values->pdata[i]);
    }
  return values;
}
