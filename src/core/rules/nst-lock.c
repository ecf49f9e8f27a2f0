/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has been approved or signed is not typed over (R83): steps change it, each in its way. */
#include "config.h"

#include "rules/nst-lock.h"

#include "model/nst-error.h"
#include "rules/nst-rule-scheme.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RULE "R83"
#define PERIOD_RULE "R30"

/* What is no part of the paper that was approved: the office's own remarks, and where people
 * meet. */
static const struct
{
  const char *kind;
  const char *fields[3];
} open_fields[] = {
  { "program", { "note", NULL } },
  { "activity", { "course", "place", NULL } },
  { "agreement", { "note", NULL } },
};

/* A correction keeps the period (R30). */
static const char *const period_fields[] = { "start", "end", "period_text", NULL };

/* An agreement that was signed before it had a number is numbered when it comes back; a report
 * may get its number after it was issued. */
static const char *const register_fields[] = { "number", "date", NULL };

static gboolean
is_kind (NstRecord *record, const char *kind)
{
  return strcmp (nst_record_get_kind (record)->name, kind) == 0;
}

/* Fields of a pack's own are facts about the record, not words of the paper. */
static gboolean
is_open_field (NstRecord *record, const NstField *field)
{
  if (nst_kind_find_field (nst_record_get_kind (record), field->name) == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (open_fields); i++)
    if (is_kind (record, open_fields[i].kind))
      return g_strv_contains (open_fields[i].fields, field->name);
  return FALSE;
}

/* The paper that the record is a part of, as it is in the base. */
static NstRecord *
dup_paper (const NstRuleContext *context, NstRecord *record)
{
  if (is_kind (record, "stage") || is_kind (record, "activity"))
    return nst_source_dup_ref (context->source, record, "program");
  if (is_kind (record, "program") || is_kind (record, "agreement") || is_kind (record, "report"))
    return g_object_ref (record);
  return NULL;
}

static gboolean
is_followed (const NstRuleContext *context, NstRecord *program)
{
  g_autofree char *id = nst_rules_dup_number (nst_record_get_id (program));

  return nst_source_count (context->source, "program", "previous", id) > 0;
}

/* A draft, and a new version until it is approved, can be written. */
static gboolean
is_written (const NstRuleContext *context, NstRecord *program)
{
  if (is_followed (context, program))
    return FALSE;
  return nst_record_get_text (program, "state") == NULL ||
         nst_rules_counts_as (context, program, "DRAFT", NULL) ||
         (nst_record_get_ref (program, "previous") != 0 &&
          nst_record_get_text (program, "reapproved_on") == NULL);
}

static gboolean
is_signed (const NstRuleContext *context, NstRecord *agreement)
{
  return nst_rules_counts_as (context, agreement, "PARTLY_SIGNED", "SIGNED", "RETURNED",
                              "IN_FORCE", "ENDED", "CANCELLED", NULL);
}

static gboolean
is_issued (const NstRuleContext *context, NstRecord *report)
{
  return nst_record_get_text (report, "issued_on") != NULL ||
         nst_rules_counts_as (context, report, "ISSUED", "SENT", "ACCEPTED", NULL);
}

static gboolean
is_locked (const NstRuleContext *context, NstRecord *paper, const NstChangeItem *item)
{
  const char *field = item->field != NULL ? item->field->name : NULL;
  gboolean registers =
      field != NULL && item->before == NULL && g_strv_contains (register_fields, field);

  if (is_kind (paper, "agreement"))
    return is_signed (context, paper) && !registers;
  if (is_kind (paper, "report"))
    return is_issued (context, paper) && !registers;
  if (!is_written (context, paper))
    return TRUE;
  return item->record == paper && nst_record_get_ref (paper, "previous") != 0 && field != NULL &&
         g_strv_contains (period_fields, field);
}

/* The step with one of the operations, or to one of the states: one that is possible now first.
 */
static const NstLifeStep *
find_step (const NstRuleContext *context, NstRecord *paper, const char *const *operations)
{
  NstLifeCycle *cycle =
      nst_scheme_get_life_cycle (context->scheme, nst_record_get_kind (paper)->name);
  const NstLifeState *state = nst_steps_get_state (context, paper);
  const NstLifeStep *later = NULL;
  GPtrArray *steps;

  if (cycle == NULL || state == NULL)
    return NULL;
  steps = nst_life_cycle_get_steps (cycle);
  for (guint i = 0; i < steps->len; i++)
    {
      const NstLifeStep *step = steps->pdata[i];

      if (step->operation == NULL || !g_strv_contains (operations, step->operation))
        if (step->to == NULL || !g_strv_contains (operations, step->to))
          continue;
      if (step->from == NULL || g_strv_contains ((const char *const *) step->from, state->code))
        return step;
      if (later == NULL)
        later = step;
    }
  return later;
}

static char *
dup_remedy_of_agreement (const NstRuleContext *context, NstRecord *agreement)
{
  static const char *const cancel[] = { "CANCELLED", NULL };
  const NstLifeStep *step = nst_steps_is_state (context, agreement, "PARTLY_SIGNED")
                                ? find_step (context, agreement, cancel)
                                : NULL;

  if (step != NULL)
    return g_strdup_printf (_ ("Cancel it by the step “%s” (%s) and draft a new one."),
                            step->title, step->code);
  return g_strdup (_ ("Make a supplementary agreement: the steps that extend the programme "
                      "or replace a team do so."));
}

/* What is to be done instead of typing. */
static char *
dup_remedy (const NstRuleContext *context, NstRecord *paper)
{
  static const char *const back[] = { "return-program", NULL };
  static const char *const forth[] = { "correct-program", NULL };
  const NstLifeStep *step;

  if (is_kind (paper, "agreement"))
    return dup_remedy_of_agreement (context, paper);
  if (is_kind (paper, "report"))
    return g_strdup (nst_rules_counts_as (context, paper, "ACCEPTED", NULL)
                         ? _ ("It has been accepted and stays as it is.")
                         : _ ("Issue the report anew: the new one takes the place of this one."));
  if (is_followed (context, paper))
    return g_strdup (_ ("A newer version follows it; change that one."));
  if (is_written (context, paper))
    return g_strdup (_ ("A correction keeps the period; extend the programme instead."));
  step = find_step (context, paper, nst_steps_is_state (context, paper, "AGREED") ? back : forth);
  if (step == NULL)
    return g_strdup (_ ("Make a new version of it."));
  return g_strdup_printf (_ ("Make a new version by the step “%s” (%s)."), step->title,
                          step->code);
}

static gboolean
refuse (const NstRuleContext *context, NstRecord *paper, const NstChangeItem *item,
        GError **error)
{
  const NstLifeState *state = nst_steps_get_state (context, paper);
  const char *rule =
      is_kind (paper, "program") && is_written (context, paper) ? PERIOD_RULE : RULE;
  g_autofree char *title = nst_steps_dup_title (context->scheme, paper);
  g_autofree char *remedy = dup_remedy (context, paper);
  const char *kind = _ (nst_record_get_kind (item->record)->label);
  g_autofree char *what = item->field != NULL
                              ? g_strdup_printf ("%s: %s", kind, _ (item->field->label))
                              : g_strdup (kind);

  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
               _ ("%s: “%s” cannot be changed: %s is in the state «%s». %s"), rule, what, title,
               state != NULL ? state->title : "", remedy);
  return FALSE;
}

/* The scheme of a programme and its version go together. */
static gboolean
check_scheme (const NstChangeItem *item, GError **error)
{
  static const char *const fields[] = { "scheme", "scheme_version", NULL };

  if (item->op != NST_CHANGE_SET || !is_kind (item->record, "program") ||
      nst_record_get_id (item->record) <= 0 || !g_strv_contains (fields, item->field->name))
    return TRUE;
  g_set_error_literal (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
                       _ ("R80: a programme keeps the scheme that it was made with; move it to "
                          "another version by “schemes move”."));
  return FALSE;
}

static gboolean
check_merger (const NstChangeItem *item, GError **error)
{
  if (item->op != NST_CHANGE_REMOVE || !is_kind (item->record, "merger"))
    return TRUE;
  g_set_error_literal (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
                       _ ("R98: that two records were joined stays known, or what refers to the "
                          "one that is gone would be lost; undo parts them again."));
  return FALSE;
}

static gboolean
check_item (const NstRuleContext *context, const NstChangeItem *item, GError **error)
{
  g_autoptr (NstRecord) paper = NULL;
  NstRuleContext own;

  if (!check_scheme (item, error) || !check_merger (item, error))
    return FALSE;
  if (nst_record_get_id (item->record) <= 0 && item->op != NST_CHANGE_ADD)
    return TRUE;
  if (item->op == NST_CHANGE_SET && is_open_field (item->record, item->field))
    return TRUE;
  paper = dup_paper (context, item->record);
  if (paper == NULL || nst_record_get_id (paper) <= 0)
    return TRUE;
  context = nst_rule_scheme_enter (context, paper, &own);
  return !is_locked (context, paper, item) || refuse (context, paper, item, error);
}

/**
 * nst_lock_check:
 * @context: scheme, source as it is now, and the day
 * @change: what shall be done
 * @error: %NST_RULE_ERROR_REFUSED names what is locked, why, and what to do instead
 *
 * A programme is locked from when it is agreed until a correction makes a new version, with its
 * stages and activities; an agreement from its first signature on; a report from its issue on
 * (R83).
 *
 * Returns: whether it may be done
 */
gboolean
nst_lock_check (const NstRuleContext *context, NstChange *change, GError **error)
{
  GPtrArray *items = nst_change_get_items (change);

  if (nst_change_get_by_step (change) || context->scheme == NULL)
    return TRUE;
  for (guint i = 0; i < items->len; i++)
    if (!check_item (context, items->pdata[i], error))
      return FALSE;
  return TRUE;
}
