/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is broken or due, by the scheme's rules: the register of checks. */
#include "config.h"

#include "rules/nst-kept-source.h"
#include "rules/nst-rule-scheme.h"
#include "rules/nst-rules-private.h"

#include <string.h>

static const NstRuleCheck *const tables[] = {
  nst_rules_team,   nst_rules_group,  nst_rules_agreement, nst_rules_program, nst_rules_plan,
  nst_rules_report, nst_rules_number, nst_rules_near_term, nst_rules_control,
};

/* R13a is a further situation of rule R13. */
static gboolean
belongs_to (const char *number, const char *asked)
{
  gsize length = strlen (asked);

  if (strncmp (number, asked, length) != 0)
    return FALSE;
  return number[length] == '\0' ||
         (g_ascii_isalpha (number[length]) && number[length + 1] == '\0');
}

static void
check_record (const NstRuleContext *context, NstRecord *record, const char *number,
              GPtrArray *findings)
{
  const char *kind = nst_record_get_kind (record)->name;
  NstRuleContext own;

  context = nst_rule_scheme_enter (context, record, &own);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const NstRuleCheck *check = tables[i]; check->number != NULL; check++)
      {
        const NstRuleText *rule;

        if (strcmp (check->kind, kind) != 0)
          continue;
        if (number != NULL && !belongs_to (check->number, number))
          continue;
        rule = nst_scheme_find_rule (context->scheme, check->number);
        if (rule != NULL)
          check->check (context, record, rule, findings);
      }
}

static gboolean
is_judged (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const NstRuleCheck *check = tables[i]; check->number != NULL; check++)
      if (strcmp (check->kind, kind) == 0)
        return TRUE;
  return FALSE;
}

/* Whether records of the kind, or what belongs to them, are judged at all. */
static gboolean
is_worth_reading (const NstKind *kind)
{
  const NstKind *const *kinds = nst_kinds_list ();

  if (is_judged (kind->name))
    return TRUE;
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const NstField *owner = nst_kind_get_owner (kinds[i]);

      if (owner != NULL && g_strcmp0 (owner->target, kind->name) == 0 &&
          is_worth_reading (kinds[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_closed (const NstRuleContext *context, NstRecord *program)
{
  NstRuleContext own;

  return nst_rules_counts_as (nst_rule_scheme_enter (context, program, &own), program, "CLOSED",
                              NULL);
}

/* Programmes that a newer version follows, and those whose results are accepted: they are kept
 * as they were, not judged. */
static GHashTable *
list_superseded (const NstRuleContext *context)
{
  g_autoptr (GPtrArray) programs = nst_source_list (context->source, "program", NULL, NULL);
  GHashTable *superseded = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < programs->len; i++)
    {
      gint64 previous = nst_record_get_ref (programs->pdata[i], "previous");

      if (is_closed (context, programs->pdata[i]))
        g_hash_table_add (superseded,
                          GSIZE_TO_POINTER ((gsize) nst_record_get_id (programs->pdata[i])));

      if (previous != 0)
        g_hash_table_add (superseded, GSIZE_TO_POINTER ((gsize) previous));
    }
  return superseded;
}

/* Whether a record is such a programme or belongs to one. */
static gboolean
is_of_superseded (const NstRuleContext *context, GHashTable *superseded, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  gint64 program = 0;

  if (g_hash_table_size (superseded) == 0)
    return FALSE;
  if (strcmp (kind->name, "program") == 0)
    program = nst_record_get_id (record);
  else if (strcmp (kind->name, "stage") == 0 || strcmp (kind->name, "activity") == 0 ||
           strcmp (kind->name, "report") == 0)
    program = nst_record_get_ref (record, "program");
  else if (strcmp (kind->name, "mark") == 0)
    {
      g_autoptr (NstRecord) activity = nst_source_dup_ref (context->source, record, "activity");

      program = activity != NULL ? nst_record_get_ref (activity, "program") : 0;
    }
  return program != 0 && g_hash_table_contains (superseded, GSIZE_TO_POINTER ((gsize) program));
}

static void
check_tree (const NstRuleContext *context, NstRecord *record, const char *number,
            GPtrArray *findings)
{
  const NstKind *const *kinds = nst_kinds_list ();
  const char *kind = nst_record_get_kind (record)->name;

  check_record (context, record, number, findings);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const NstField *owner = nst_kind_get_owner (kinds[i]);
      g_autoptr (GPtrArray) owned = NULL;

      if (owner == NULL || g_strcmp0 (owner->target, kind) != 0 || !is_worth_reading (kinds[i]))
        continue;
      owned = nst_source_list_of (context->source, kinds[i]->name, owner->name, record);
      for (guint j = 0; j < owned->len; j++)
        check_tree (context, owned->pdata[j], number, findings);
    }
}

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) nst_finding_free);
}

/**
 * nst_rules_check:
 * @context: scheme, source and the day
 * @record: a record
 *
 * Judges a record and what belongs to it, but for a programme whose results are accepted:
 * nothing about it can be done any more. A rule that the scheme does not word is not checked.
 *
 * Returns: (transfer full) (element-type NstFinding): what is broken or due
 */
GPtrArray *
nst_rules_check (const NstRuleContext *context, NstRecord *record)
{
  GPtrArray *findings = new_findings ();

  if (strcmp (nst_record_get_kind (record)->name, "program") != 0 || !is_closed (context, record))
    check_tree (context, record, NULL, findings);
  return findings;
}

/**
 * nst_rules_check_one:
 * @context: scheme, source and the day
 * @record: a record
 * @number: a rule: "R13" with its further situations "R13a" and so on
 *
 * Returns: (transfer full) (element-type NstFinding): what the rule finds on the record and
 *   on what belongs to it
 */
GPtrArray *
nst_rules_check_one (const NstRuleContext *context, NstRecord *record, const char *number)
{
  GPtrArray *findings = new_findings ();

  check_tree (context, record, number, findings);
  return findings;
}

/**
 * nst_rules_check_all:
 * @context: scheme, source and the day
 *
 * A programme that a newer version follows or whose results are accepted is not judged any
 * more, nor is its plan.
 *
 * Returns: (transfer full) (element-type NstFinding): what is broken or due in the whole base
 */
GPtrArray *
nst_rules_check_all (const NstRuleContext *context)
{
  const NstKind *const *kinds = nst_kinds_list ();
  GPtrArray *findings = new_findings ();
  g_autoptr (GHashTable) superseded = list_superseded (context);
  /* Rules look at the same teams and groups again and again. */
  g_autoptr (NstKeptSource) kept = nst_kept_source_new (context->source);
  NstRuleContext whole = *context;

  whole.source = NST_SOURCE (kept);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (!is_judged (kinds[i]->name))
        continue;
      records = nst_source_list (whole.source, kinds[i]->name, NULL, NULL);
      for (guint j = 0; j < records->len; j++)
        if (!is_of_superseded (&whole, superseded, records->pdata[j]))
          check_record (&whole, records->pdata[j], NULL, findings);
    }
  return findings;
}

/**
 * nst_rules_dup_number:
 * @number: a count
 *
 * Returns: (transfer full): its digits
 */
char *
nst_rules_dup_number (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * nst_rules_counts_as:
 * @context: scheme, source and the day
 * @record: a record with a stored state
 * @...: codes, then %NULL
 *
 * Returns: whether the stored state is one of them, or an own state of the pack that counts as
 *   one; an empty state is none of them
 */
gboolean
nst_rules_counts_as (const NstRuleContext *context, NstRecord *record, ...)
{
  const char *state = nst_record_get_text (record, "state");
  NstLifeCycle *cycle =
      nst_scheme_get_life_cycle (context->scheme, nst_record_get_kind (record)->name);
  gboolean found = FALSE;
  const char *code;
  va_list args;

  va_start (args, record);
  while (!found && (code = va_arg (args, const char *)) != NULL)
    found = cycle != NULL ? nst_life_cycle_counts_as (cycle, state, code)
                          : g_strcmp0 (state, code) == 0;
  va_end (args);
  return found;
}

/**
 * nst_rules_has_code:
 * @record: a record
 * @field: a field that holds several codes
 * @code: one code
 *
 * Returns: whether the field holds it
 */
gboolean
nst_rules_has_code (NstRecord *record, const char *field, const char *code)
{
  g_auto (GStrv) codes = nst_record_dup_list (record, field);

  return g_strv_contains ((const char *const *) codes, code);
}
