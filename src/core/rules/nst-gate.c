/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What no change may do, whoever makes it: a number twice (R96), a fact in a closed school
 * year (R100), the words of an approved paper (R83). */
#include "config.h"

#include "rules/nst-gate.h"

#include "model/nst-error.h"
#include "rules/nst-indicator-gate.h"
#include "rules/nst-lock.h"
#include "rules/nst-numbering.h"
#include "rules/nst-planned-source.h"
#include "rules/nst-years.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CLOSED_RULE "R100"

/* Kinds whose days are facts, and the day that their other fields belong to. */
static const struct
{
  const char *kind;
  const char *day;
} facts[] = {
  { "mark", "date" },
  { "order", "date" },
  { "basis", "date" },
  { "consent", "date" },
  { "training", "completed_on" },
  { "dissemination", "date" },
  { "practice", "date" },
  { "survey", "date" },
  { "consultation", "date" },
  { "award", "date" },
  { "signature", "signed_on" },
  { "dispatch", "sent_on" },
  { "report", "issued_on" },
  { "agreement", NULL },
  { "program", NULL },
  { "group", NULL },
  { "team", NULL },
  { "activity", NULL },
};

static gboolean
refuse (GError **error, const NstFinding *finding)
{
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED, "%s: %s %s (%s)",
               finding->rule->number, finding->text, finding->remedy, finding->rule->paragraph);
  return FALSE;
}

static gboolean
is_kind (NstRecord *record, const char *kind)
{
  return strcmp (nst_record_get_kind (record)->name, kind) == 0;
}

static const char *
find_number_rule (NstRecord *record)
{
  if (is_kind (record, "agreement"))
    return "R96";
  return is_kind (record, "order") ? "R96a" : NULL;
}

/* Only what says which series a paper is in can make its number stand twice. */
static gboolean
touches_number (const NstChangeItem *item)
{
  static const char *const fields[] = { "number", "date", "operator", "issuer", NULL };

  if (find_number_rule (item->record) == NULL || item->op == NST_CHANGE_REMOVE)
    return FALSE;
  return item->op == NST_CHANGE_ADD || g_strv_contains (fields, item->field->name);
}

static gboolean
check_numbers (const NstRuleContext *context, NstChange *change, GError **error)
{
  g_autoptr (NstPlannedSource) planned = NULL;
  NstRuleContext later = *context;
  GPtrArray *items = nst_change_get_items (change);

  for (guint i = 0; i < items->len; i++)
    {
      NstChangeItem *item = g_ptr_array_index (items, i);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (NstRecord) record = NULL;

      if (!touches_number (item))
        continue;
      if (planned == NULL)
        planned = nst_planned_source_new (context->source, change);
      later.source = NST_SOURCE (planned);
      record = nst_source_dup (later.source, nst_record_get_kind (item->record)->name,
                               nst_record_get_id (item->record));
      if (record == NULL)
        continue;
      findings = nst_rules_check_one (&later, record, find_number_rule (record));
      for (guint j = 0; j < findings->len; j++)
        if (nst_finding_is_error (findings->pdata[j]))
          return refuse (error, findings->pdata[j]);
    }
  return TRUE;
}

static gboolean
is_fact (const NstKind *kind, const NstField *field)
{
  static const char *const days[] = { "date", "as_of", "completed_on", "sent_on", NULL };

  if (field->type != NST_FIELD_TYPE_DATE || strcmp (field->name, "extended_until") == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strcmp (facts[i].kind, kind->name) == 0)
      return (field->flags & NST_FIELD_STEP) != 0 || g_strv_contains (days, field->name);
  return FALSE;
}

/* The closed year that a day lies in. */
static NstRecord *
find_closed (const NstRuleContext *context, GPtrArray *closed, const char *text, GDate *day)
{
  GDate start, end;
  guint y, m, d;

  if (text == NULL || strlen (text) != 10)
    return NULL;
  y = (guint) g_ascii_strtoull (text, NULL, 10);
  m = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  d = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return NULL;
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  for (guint i = 0; i < closed->len; i++)
    if (nst_years_get_days (context, closed->pdata[i], &start, &end) &&
        g_date_compare (day, &start) >= 0 && g_date_compare (day, &end) <= 0)
      return closed->pdata[i];
  return NULL;
}

static gboolean
refuse_closed (const NstRuleContext *context, NstRecord *record, NstRecord *year,
               const GDate *day, GError **error)
{
  const NstRuleText *rule =
      context->scheme != NULL ? nst_scheme_find_rule (context->scheme, CLOSED_RULE) : NULL;
  const char *number = nst_record_get_text (year, "number");
  g_autofree char *date = nst_russian_date (day);
  g_autoptr (NstFinding) finding = NULL;

  if (rule != NULL)
    {
      finding = nst_finding_new (rule, record, "date", date, "year", number, NULL);
      return refuse (error, finding);
    }
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
               _ ("%s: %s lies in the school year %s, which is closed; reopen the year first."),
               CLOSED_RULE, date, number);
  return FALSE;
}

static const char *
get_own_day (NstRecord *record)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i].day != NULL && is_kind (record, facts[i].kind))
      return nst_record_get_text (record, facts[i].day);
  return NULL;
}

/* A record that is made or goes has none of its days in a closed year, nor has what goes with
 * it. */
static gboolean
check_whole (const NstRuleContext *context, GPtrArray *closed, NstRecord *record, gboolean goes,
             GError **error)
{
  const NstKind *kind = nst_record_get_kind (record);
  const NstKind *const *kinds = nst_kinds_list ();
  NstRecord *year = NULL;
  GDate day;

  for (const NstField *field = kind->fields; field->name != NULL && year == NULL; field++)
    if (is_fact (kind, field))
      year = find_closed (context, closed, nst_record_get_text (record, field->name), &day);
  if (year != NULL)
    return refuse_closed (context, record, year, &day, error);
  for (guint i = 0; goes && kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) owned = NULL;

      if (!nst_kind_belongs_to (kinds[i], kind))
        continue;
      owned = nst_source_list_owned (context->source, kinds[i], record);
      for (guint j = 0; j < owned->len; j++)
        if (!check_whole (context, closed, owned->pdata[j], TRUE, error))
          return FALSE;
    }
  return TRUE;
}

/* Days of the change that lie in a closed year: written, altered or taken away. */
static gboolean
check_days (const NstRuleContext *context, GPtrArray *closed, const NstChangeItem *item,
            GError **error)
{
  NstRecord *year = NULL;
  GDate day;

  if (item->op != NST_CHANGE_SET)
    return check_whole (context, closed, item->record, item->op == NST_CHANGE_REMOVE, error);
  if (is_fact (nst_record_get_kind (item->record), item->field))
    year = find_closed (context, closed, item->after, &day);
  if (year == NULL && is_fact (nst_record_get_kind (item->record), item->field))
    year = find_closed (context, closed, item->before, &day);
  /* What steps do to a paper of a closed year is of their own day. */
  if (year == NULL && !(item->field->flags & NST_FIELD_STEP))
    year = find_closed (context, closed, get_own_day (item->record), &day);
  return year == NULL || refuse_closed (context, item->record, year, &day, error);
}

/* A team of a closed year and its members are as they were, and it enters no further group. */
static gboolean
check_team (const NstRuleContext *context, const NstChangeItem *item, GError **error)
{
  g_autoptr (NstRecord) team = NULL;
  g_autoptr (NstRecord) year = NULL;
  GDate start, end;

  if (item->op == NST_CHANGE_SET && (item->field->flags & NST_FIELD_STEP))
    return TRUE;
  if (is_kind (item->record, "team"))
    team = g_object_ref (item->record);
  else if (is_kind (item->record, "member") ||
           (is_kind (item->record, "participant") && item->op == NST_CHANGE_ADD))
    team = nst_source_dup_ref (context->source, item->record, "team");
  if (team != NULL)
    year = nst_source_dup_ref (context->source, team, "school_year");
  if (year == NULL || g_strcmp0 (nst_record_get_text (year, "state"), "CLOSED") != 0 ||
      !nst_years_get_days (context, year, &start, &end))
    return TRUE;
  return refuse_closed (context, item->record, year, &end, error);
}

/* A closed year keeps its number and its days: else its facts would lie open again. */
static gboolean
check_closed (const NstRuleContext *context, const NstChangeItem *item, GError **error)
{
  GDate start, end;

  if (!is_kind (item->record, "year") || item->op == NST_CHANGE_ADD ||
      g_strcmp0 (nst_record_get_text (item->record, "state"), "CLOSED") != 0 ||
      !nst_years_get_days (context, item->record, &start, &end))
    return TRUE;
  if (item->op == NST_CHANGE_SET && (item->field->flags & NST_FIELD_STEP))
    return TRUE;
  return refuse_closed (context, item->record, item->record, &end, error);
}

/* Two school years never share a day: one of them could be closed and the other open. */
static gboolean
check_apart (const NstRuleContext *context, NstRecord *year, GError **error)
{
  g_autoptr (GPtrArray) years = nst_source_list (context->source, "year", NULL, NULL);
  GDate start, end, first, last;

  if (!nst_years_get_days (context, year, &start, &end))
    return TRUE;
  for (guint i = 0; i < years->len; i++)
    {
      NstRecord *other = years->pdata[i];

      if (nst_record_get_id (other) == nst_record_get_id (year) ||
          !nst_years_get_days (context, other, &first, &last) ||
          g_date_compare (&last, &start) < 0 || g_date_compare (&first, &end) > 0)
        continue;
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("The school year %s has days of %s, which is there already; change its "
                      "number or its days."),
                   nst_record_get_text (year, "number"), nst_record_get_text (other, "number"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_new_years (const NstRuleContext *context, NstChange *change, GError **error)
{
  GPtrArray *items = nst_change_get_items (change);
  g_autoptr (NstPlannedSource) planned = NULL;
  NstRuleContext later = *context;

  for (guint i = 0; i < items->len; i++)
    {
      const NstChangeItem *item = items->pdata[i];
      g_autoptr (NstRecord) year = NULL;

      if (!is_kind (item->record, "year") || item->op == NST_CHANGE_REMOVE)
        continue;
      if (planned == NULL)
        planned = nst_planned_source_new (context->source, change);
      later.source = NST_SOURCE (planned);
      year = nst_source_dup (later.source, "year", nst_record_get_id (item->record));
      if (year != NULL && !check_apart (&later, year, error))
        return FALSE;
    }
  return TRUE;
}

/* A pattern without a place for the number would number all papers alike. */
static gboolean
check_patterns (NstChange *change, GError **error)
{
  GPtrArray *items = nst_change_get_items (change);

  for (guint i = 0; i < items->len; i++)
    {
      const NstChangeItem *item = items->pdata[i];
      const char *pattern;

      if (!is_kind (item->record, "series") || item->op == NST_CHANGE_REMOVE)
        continue;
      pattern = nst_change_peek (change, item->record, "pattern");
      if (pattern == NULL || nst_numbering_is_pattern (pattern))
        continue;
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("The pattern “%s” has no place for the number; write {n} where it stands."),
                   pattern);
      return FALSE;
    }
  return TRUE;
}

/* Joining two records that were one all along is no new fact (R98): numbers that stand twice
 * afterwards are reported, not lost. */
static gboolean
is_merger (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      NstChangeItem *item = g_ptr_array_index (items, i);

      if (item->op == NST_CHANGE_ADD && is_kind (item->record, "merger"))
        return TRUE;
    }
  return FALSE;
}

/* The next version of a programme takes the marks and days of the one before along (R30): they
 * are no new facts. */
static gboolean
is_correction (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      NstChangeItem *item = g_ptr_array_index (items, i);

      if (item->op == NST_CHANGE_ADD && is_kind (item->record, "program") &&
          nst_record_get_ref (item->record, "previous") > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_copy (const NstChangeItem *item)
{
  return item->op == NST_CHANGE_ADD &&
         (is_kind (item->record, "program") || is_kind (item->record, "activity") ||
          is_kind (item->record, "mark"));
}

static gboolean
check_years (const NstRuleContext *context, NstChange *change, GError **error)
{
  GPtrArray *items = nst_change_get_items (change);
  g_autoptr (GPtrArray) closed = nst_years_list_closed (context);
  gboolean correction = is_correction (items);

  if (closed->len == 0)
    return TRUE;
  for (guint i = 0; i < items->len; i++)
    {
      const NstChangeItem *item = items->pdata[i];

      if (correction && is_copy (item))
        continue;
      if (!check_days (context, closed, item, error) || !check_team (context, item, error) ||
          !check_closed (context, item, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * nst_gate_check:
 * @context: scheme, source as it is now, and the day
 * @change: what shall be done
 * @error: %NST_RULE_ERROR_REFUSED with the rule's words
 *
 * Rules that hold for every change through the store's door, typed or by a step.
 *
 * Returns: whether it may be done
 */
gboolean
nst_gate_check (const NstRuleContext *context, NstChange *change, GError **error)
{
  if (is_merger (nst_change_get_items (change)))
    return TRUE;
  return nst_lock_check (context, change, error) && check_numbers (context, change, error) &&
         check_new_years (context, change, error) && check_years (context, change, error) &&
         check_patterns (change, error) && nst_indicator_gate_check (context, change, error);
}
