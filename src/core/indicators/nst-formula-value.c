/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a formula of the little language comes to on a day, and which records it counted. */
#include "config.h"

#include "indicators/nst-formula-value.h"

#include "model/nst-values.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-kept-source.h"
#include "rules/nst-years.h"

#include <stdio.h>
#include <string.h>

/* One evaluation. */
typedef struct
{
  const NstRuleContext *context;
  NstSource *source; /* kept: each kind is read once */
  NstFormulaScope scope;
  guint year; /* Y */
  char day[16];
  GHashTable *somes; /* query of a "some" -> ids that its path leads to */
} Run;

static GPtrArray *list_holding (Run *run, const NstFormulaQuery *query);

static gpointer
as_key (NstRecord *record)
{
  return GSIZE_TO_POINTER ((gsize) nst_record_get_id (record));
}

/* As of the day where earlier values are kept. */
static char *
dup_text (Run *run, NstRecord *record, const NstField *field)
{
  if (nst_values_is_dated (field))
    return nst_values_at (run->source, record, field->name, &run->context->today);
  return g_strdup (nst_record_get_text (record, field->name));
}

static NstRecord *
dup_next (Run *run, NstRecord *record, const NstField *field)
{
  g_autofree char *id = dup_text (run, record, field);

  return id != NULL ? nst_source_dup (run->source, field->target, g_ascii_strtoll (id, NULL, 10))
                    : NULL;
}

/* The record after so many steps of the path, or NULL. */
static NstRecord *
dup_after (Run *run, NstRecord *record, const NstFormulaPath *path, guint steps)
{
  NstRecord *at = g_object_ref (record);

  for (guint i = 0; at != NULL && i < steps; i++)
    {
      NstRecord *next = dup_next (run, at, path->fields->pdata[i]);

      g_object_unref (at);
      at = next;
    }
  return at;
}

/* The value at the end of a path, and the record that holds it. */
static char *
dup_end (Run *run, NstRecord *record, const NstFormulaPath *path, NstRecord **holder)
{
  if (path->fields->len == 0)
    {
      *holder = g_object_ref (record);
      return g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (record));
    }
  *holder = dup_after (run, record, path, path->fields->len - 1);
  return *holder != NULL ? dup_text (run, *holder, path->fields->pdata[path->fields->len - 1])
                         : NULL;
}

static gboolean
is_of_sign (NstFormulaSign sign, gint64 difference)
{
  switch (sign)
    {
    case NST_FORMULA_EQUAL:
      return difference == 0;
    case NST_FORMULA_UNEQUAL:
      return difference != 0;
    case NST_FORMULA_LESS:
      return difference < 0;
    case NST_FORMULA_AT_MOST:
      return difference <= 0;
    case NST_FORMULA_MORE:
      return difference > 0;
    case NST_FORMULA_AT_LEAST:
      return difference >= 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* The states of a regulation count as others (its life cycle says so). */
static gboolean
is_text (Run *run, NstRecord *holder, const NstField *field, const char *text, const char *code)
{
  NstLifeCycle *cycle =
      field != NULL && strcmp (field->name, "state") == 0
          ? nst_scheme_get_life_cycle (run->context->scheme, nst_record_get_kind (holder)->name)
          : NULL;

  return cycle != NULL ? nst_life_cycle_counts_as (cycle, text, code) : strcmp (text, code) == 0;
}

/* Of a number itself; a day is reduced to its year by reading up to the dash. */
static gint64
get_year (Run *run, const char *text)
{
  guint year, month, day;
  GDate date;

  if (!run->scope.school_years || sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_ascii_strtoll (text, NULL, 10);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return nst_years_get_start_year (run->context, &date);
}

static gint64
get_difference (Run *run, const NstFormulaCondition *condition, const NstField *field,
                NstRecord *holder, const char *text)
{
  switch (condition->value)
    {
    case NST_FORMULA_NUMBER:
      return g_ascii_strtoll (text, NULL, 10) - condition->number;
    case NST_FORMULA_YEAR:
      return get_year (run, text) - run->year;
    case NST_FORMULA_TODAY:
      return strcmp (text, run->day);
    case NST_FORMULA_TERRITORY:
      return g_ascii_strtoll (text, NULL, 10) - run->scope.territory;
    case NST_FORMULA_TEXT:
    default:
      if (field != NULL && field->type == NST_FIELD_TYPE_DATE)
        return strcmp (text, condition->texts[0]);
      return is_text (run, holder, field, text, condition->texts[0]) ? 0 : 1;
    }
}

static gboolean
is_in (Run *run, const NstFormulaCondition *condition, const NstField *field, NstRecord *holder,
       const char *text)
{
  if (condition->value == NST_FORMULA_YEAR)
    return get_difference (run, condition, field, holder, text) == 0;
  for (guint i = 0; condition->texts[i] != NULL; i++)
    if (is_text (run, holder, field, text, condition->texts[i]))
      return TRUE;
  return FALSE;
}

/* What a value answers; %NULL: the value is not known, and only "is empty" holds of it. */
static gboolean
answers (Run *run, const NstFormulaCondition *condition, const NstField *field, NstRecord *holder,
         const char *text)
{
  gboolean known = text != NULL && text[0] != '\0';
  g_auto (GStrv) parts = NULL;

  if (condition->test == NST_FORMULA_KNOWN || condition->test == NST_FORMULA_EMPTY)
    return known == (condition->test == NST_FORMULA_KNOWN);
  if (condition->size)
    {
      parts = g_strsplit (known ? text : "", "\n", -1);
      return is_of_sign (condition->sign, (gint64) g_strv_length (parts) - condition->number);
    }
  if (!known)
    return FALSE;
  if (condition->test == NST_FORMULA_HAS)
    {
      parts = g_strsplit (text, "\n", -1);
      return g_strv_contains ((const char *const *) parts, condition->texts[0]);
    }
  if (condition->test == NST_FORMULA_IN)
    return is_in (run, condition, field, holder, text);
  return is_of_sign (condition->sign, get_difference (run, condition, field, holder, text));
}

static gboolean
compares (Run *run, const NstFormulaCondition *condition, NstRecord *record)
{
  for (guint i = 0; i < condition->paths->len; i++)
    {
      const NstFormulaPath *path = condition->paths->pdata[i];
      const NstField *field =
          path->fields->len > 0 ? path->fields->pdata[path->fields->len - 1] : NULL;
      g_autoptr (NstRecord) holder = NULL;
      g_autofree char *text = dup_end (run, record, path, &holder);

      if ((text != NULL && text[0] != '\0') || i + 1 == condition->paths->len)
        return answers (run, condition, field, holder, text);
    }
  return FALSE;
}

/* Ids that the records of a "some" lead to; looked for once. */
static GHashTable *
get_led_to (Run *run, const NstFormulaQuery *query)
{
  GHashTable *ids = g_hash_table_lookup (run->somes, query);
  g_autoptr (GPtrArray) records = NULL;

  if (ids != NULL)
    return ids;
  ids = g_hash_table_new (NULL, NULL);
  records = list_holding (run, query);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (NstRecord) target =
          dup_after (run, records->pdata[i], query->path, query->path->fields->len);

      if (target != NULL)
        g_hash_table_add (ids, as_key (target));
    }
  g_hash_table_insert (run->somes, (gpointer) query, ids);
  return ids;
}

static gboolean
has_some (Run *run, const NstFormulaCondition *condition, NstRecord *record)
{
  const NstFormulaPath *path = condition->paths->pdata[0];
  g_autoptr (NstRecord) target = dup_after (run, record, path, path->fields->len);

  return target != NULL &&
         g_hash_table_contains (get_led_to (run, condition->some), as_key (target));
}

static gboolean
holds (Run *run, const NstFormulaCondition *condition, NstRecord *record)
{
  gboolean found;

  if (condition->value == NST_FORMULA_TERRITORY && run->scope.territory == 0)
    return TRUE;
  if (condition->test == NST_FORMULA_ACTIVE)
    found = nst_group_sides_is_active (record, &run->context->today);
  else if (condition->test == NST_FORMULA_SOME)
    found = has_some (run, condition, record);
  else
    found = compares (run, condition, record);
  return found != condition->negated;
}

static gboolean
hold_all (Run *run, GPtrArray *conditions, NstRecord *record)
{
  for (guint i = 0; i < conditions->len; i++)
    if (!holds (run, conditions->pdata[i], record))
      return FALSE;
  return TRUE;
}

/* Records of the query's kind on which its conditions hold. */
static GPtrArray *
list_holding (Run *run, const NstFormulaQuery *query)
{
  g_autoptr (GPtrArray) all = nst_source_list (run->source, query->path->kind->name, NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (hold_all (run, query->conditions, all->pdata[i]))
      g_ptr_array_add (found, g_object_ref (all->pdata[i]));
  return found;
}

/* Where the path leads from them, each once. */
static GPtrArray *
list_distinct (Run *run, const NstFormulaQuery *query, GPtrArray *records)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    {
      NstRecord *target =
          dup_after (run, records->pdata[i], query->path, query->path->fields->len);

      if (target != NULL && g_hash_table_add (seen, as_key (target)))
        g_ptr_array_add (found, target);
      else
        g_clear_object (&target);
    }
  return found;
}

static GPtrArray *
list_counted (Run *run, const NstFormula *formula)
{
  g_autoptr (GPtrArray) records = NULL;

  if (formula->type == NST_FORMULA_SHARE)
    return list_counted (run, formula->parts[0]);
  if (formula->query == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  records = list_holding (run, formula->query);
  return formula->type == NST_FORMULA_DISTINCT ? list_distinct (run, formula->query, records)
                                               : g_steal_pointer (&records);
}

/* A sum of nothing that is known is not known. */
static void
add_up (Run *run, const NstFormula *formula, NstFormulaResult *result)
{
  g_autoptr (GPtrArray) records = list_holding (run, formula->query);

  result->known = FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (NstRecord) holder = NULL;
      g_autofree char *text = dup_end (run, records->pdata[i], formula->query->path, &holder);

      if (text == NULL || text[0] == '\0')
        continue;
      result->known = TRUE;
      result->number += g_ascii_strtoll (text, NULL, 10);
    }
}

static void
evaluate (Run *run, const NstFormula *formula, NstFormulaResult *result)
{
  NstFormulaResult parts[2];
  g_autoptr (GPtrArray) records = NULL;

  *result = (NstFormulaResult){ TRUE, 0, 0 };
  if (formula->when != NULL)
    {
      evaluate (run, formula->when, &parts[0]);
      result->known = parts[0].known && parts[0].number > 0;
      if (!result->known)
        return;
    }
  if (formula->type == NST_FORMULA_SHARE)
    {
      evaluate (run, formula->parts[0], &parts[0]);
      evaluate (run, formula->parts[1], &parts[1]);
      result->number = parts[0].number;
      result->out_of = parts[1].number;
      result->known = parts[0].known && parts[1].known && parts[1].number > 0;
    }
  else if (formula->type == NST_FORMULA_LIMIT)
    {
      result->known = nst_scheme_get_limit (run->context->scheme, formula->name) != NULL;
      result->number = nst_scheme_get_limit_int (run->context->scheme, formula->name, 0);
    }
  else if (formula->type == NST_FORMULA_SUM)
    add_up (run, formula, result);
  else
    {
      records = list_counted (run, formula);
      result->number = records->len;
    }
}

static void
run_init (Run *run, const NstRuleContext *context, const NstFormulaScope *scope)
{
  run->context = context;
  run->source = NST_IS_KEPT_SOURCE (context->source)
                    ? g_object_ref (context->source)
                    : NST_SOURCE (nst_kept_source_new (context->source));
  run->scope = scope != NULL ? *scope : (NstFormulaScope){ 0 };
  run->year = run->scope.school_years ? nst_years_get_start_year (context, &context->today)
                                      : g_date_get_year (&context->today);
  g_date_strftime (run->day, sizeof run->day, "%Y-%m-%d", &context->today);
  run->somes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
}

static void
run_clear (Run *run)
{
  g_clear_object (&run->source);
  g_clear_pointer (&run->somes, g_hash_table_unref);
}

/**
 * nst_formula_evaluate:
 * @self: a formula that is no built-in
 * @context: scheme, source and the day; its year is Y
 * @scope: (nullable): %NULL for everything, by calendar years
 * @result: (out caller-allocates): gets what it comes to
 *
 * A comparison with a value that is not known does not hold, whatever it asks for.
 */
void
nst_formula_evaluate (const NstFormula *self, const NstRuleContext *context,
                      const NstFormulaScope *scope, NstFormulaResult *result)
{
  Run run;

  g_return_if_fail (self != NULL && self->type != NST_FORMULA_BUILTIN);
  g_return_if_fail (context != NULL && result != NULL);

  run_init (&run, context, scope);
  evaluate (&run, self, result);
  run_clear (&run);
}

/**
 * nst_formula_list_records:
 * @self: a formula
 * @context: scheme, source and the day
 * @scope: (nullable): %NULL for everything, by calendar years
 *
 * Returns: (transfer full) (element-type NstRecord): what is counted, of a share its first part;
 *   as many as the number says, but of a sum what is added up
 */
GPtrArray *
nst_formula_list_records (const NstFormula *self, const NstRuleContext *context,
                          const NstFormulaScope *scope)
{
  GPtrArray *records;
  Run run;

  g_return_val_if_fail (self != NULL && context != NULL, NULL);

  run_init (&run, context, scope);
  records = list_counted (&run, self);
  run_clear (&run);
  return records;
}
