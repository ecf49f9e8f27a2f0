/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step as a change: what is given for it, who acts, what its guards say. */
#include "config.h"

#include "model/nst-error.h"
#include "rules/nst-planned-source.h"
#include "rules/nst-rule-scheme.h"
#include "rules/nst-step-run.h"
#include "rules/nst-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_among (const char *code, GStrv codes)
{
  return codes == NULL || codes[0] == NULL || g_strv_contains ((const char *const *) codes, code);
}

/* Canonical texts of what was given; each name must be a field that the step knows. */
static gboolean
read_values (NstStepRun *run, NstStepArgs *args, GError **error)
{
  const NstKind *kind = nst_record_get_kind (run->record);
  g_autoptr (GList) names = nst_step_args_list (args);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const NstField *field = nst_steps_find_ask (run->step, kind, l->data, NULL);
      char *canonical = NULL;

      if (field == NULL)
        {
          g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                       _ ("“%s” has no field “%s”; leave it out"), run->step->title,
                       (const char *) l->data);
          return FALSE;
        }
      if (!nst_typed_parse (run->context->scheme, field, nst_step_args_get (args, l->data),
                            &canonical, error))
        return FALSE;
      if (canonical != NULL)
        g_hash_table_insert (run->values, g_strdup (l->data), canonical);
    }
  return TRUE;
}

static gboolean
has_asked (NstStepRun *run, GError **error)
{
  const NstKind *kind = nst_record_get_kind (run->record);

  for (guint i = 0; run->step->asks != NULL && run->step->asks[i] != NULL; i++)
    {
      const char *ask = run->step->asks[i];
      g_autofree char *label = nst_steps_dup_ask_label (run->step, kind, ask);

      if (g_str_has_suffix (ask, "?") || g_hash_table_contains (run->values, ask))
        continue;
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING, _ ("“%s” needs “%s” (%s=…)"),
                   run->step->title, label, ask);
      return FALSE;
    }
  return TRUE;
}

/* Who acts when nobody was named: the office itself where it may, else the only one who may.
 * Where several may, nobody is put down: history keeps no guesses (R81). */
static const char *
assume_party (const NstRuleContext *context, const NstLifeStep *step)
{
  g_autoptr (GPtrArray) offices = NULL;
  const char *role = NULL;

  if (step->who == NULL || step->who[0] == NULL)
    return NULL;
  offices = nst_source_list (context->source, "office", NULL, NULL);
  if (offices->len > 0)
    role = nst_record_get_text (offices->pdata[0], "role");
  for (guint i = 0; role != NULL && step->who[i] != NULL; i++)
    if (strcmp (step->who[i], role) == 0)
      return step->who[i];
  return step->who[1] == NULL ? step->who[0] : NULL;
}

/* Begins a run; without @args it is only asked whether the step is possible. */
void
nst_step_run_init (NstStepRun *run, const NstRuleContext *context, NstRecord *record,
                   const NstLifeStep *step, NstStepArgs *args)
{
  memset (run, 0, sizeof *run);
  run->context = context;
  run->record = record;
  run->step = step;
  run->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  run->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->change = nst_change_new (step->title);
  run->date = context->today;
  run->to = step->to != NULL && step->to[0] != '\0' ? g_strdup (step->to) : NULL;
  run->trial = args == NULL;
  run->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_finding_free);
  if (args != NULL)
    {
      run->party = nst_step_args_get_party (args);
      run->person = nst_step_args_get_person (args);
      if (!nst_step_args_get_date (args, &run->date))
        run->date = context->today;
    }
  run->party_given = run->party != NULL;
  if (run->party == NULL)
    run->party = assume_party (context, step);
}

void
nst_step_run_clear (NstStepRun *run)
{
  g_clear_pointer (&run->values, g_hash_table_unref);
  g_clear_pointer (&run->used, g_hash_table_unref);
  g_clear_object (&run->change);
  g_clear_object (&run->subject);
  g_clear_pointer (&run->to, g_free);
  g_clear_pointer (&run->findings, g_ptr_array_unref);
}

/* Words of the states that a step starts from. */
static char *
dup_from (const NstRuleContext *context, NstRecord *record, const NstLifeStep *step)
{
  NstLifeCycle *cycle = nst_steps_get_cycle (context, record);
  GString *words = g_string_new (NULL);

  for (guint i = 0; step->from != NULL && step->from[i] != NULL; i++)
    {
      const NstLifeState *state = nst_life_cycle_find_state (cycle, step->from[i]);

      g_string_append_printf (words, "%s«%s»", words->len > 0 ? ", " : "",
                              state != NULL ? state->title : step->from[i]);
    }
  return g_string_free (words, FALSE);
}

gboolean
nst_step_run_check_state (const NstRuleContext *context, NstRecord *record,
                          const NstLifeStep *step, GError **error)
{
  const NstLifeState *state = nst_steps_get_state (context, record);
  g_autofree char *title = NULL;
  g_autofree char *from = NULL;

  if (state == NULL ||
      nst_steps_is_from (nst_steps_get_cycle (context, record), state->code, step->from))
    return TRUE;
  title = nst_steps_dup_title (context->scheme, record);
  from = dup_from (context, record, step);
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
               _ ("“%s” is not possible now: %s is in the state «%s»; it is possible from %s"),
               step->title, title, state->title, from);
  return FALSE;
}

/* Who acts is a role of people or a party of an agreement. */
static char *
dup_actor (NstScheme *scheme, const char *code)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (scheme, "role");
  gboolean role = roles != NULL && nst_catalogue_find (roles, code) != NULL;

  return nst_scheme_dup_title_of (scheme, role ? "role" : "party", code);
}

static gboolean
check_actor (NstStepRun *run, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *who = NULL;
  g_autoptr (GString) list = NULL;

  if (run->party == NULL || is_among (run->party, run->step->who))
    return TRUE;
  list = g_string_new (NULL);
  for (guint i = 0; run->step->who[i] != NULL; i++)
    {
      g_free (who);
      who = dup_actor (run->context->scheme, run->step->who[i]);
      g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "", who, run->step->who[i]);
    }
  title = dup_actor (run->context->scheme, run->party);
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
               _ ("“%s” cannot be done by %s; it is done by %s"), run->step->title, title,
               list->str);
  return FALSE;
}

static void
judge_record (NstStepRun *run, const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) planned =
      nst_source_dup (context->source, nst_record_get_kind (record)->name,
                      nst_record_get_id (record));

  for (guint i = 0; planned != NULL && run->step->guards != NULL && run->step->guards[i] != NULL;
       i++)
    {
      g_autoptr (GPtrArray) found = nst_rules_check_one (context, planned, run->step->guards[i]);

      for (guint j = 0; j < found->len; j++)
        g_ptr_array_add (run->findings, nst_finding_copy (found->pdata[j]));
    }
}

/* Guards look at the base as it will be. */
static void
judge (NstStepRun *run)
{
  g_autoptr (NstPlannedSource) planned =
      nst_planned_source_new (run->context->source, run->change);
  NstRuleContext context = *run->context;

  context.source = NST_SOURCE (planned);
  judge_record (run, &context, run->record);
  if (run->subject != NULL && run->subject != run->record)
    judge_record (run, &context, run->subject);
  for (guint i = run->findings->len; i > 0; i--)
    if (!nst_finding_is_error (run->findings->pdata[i - 1]))
      g_ptr_array_remove_index (run->findings, i - 1);
}

/* Everything that the step does, and what its guards find then. */
gboolean
nst_step_run_plan (NstStepRun *run, GError **error)
{
  const NstStepOperation *operation = nst_step_operations_find (run->step->operation);
  const char *date_field = run->step->date_field;

  if (!nst_agreement_days_check (run->context, run->record, date_field, &run->date, error) ||
      (operation != NULL && !operation->plan (run, error)))
    return FALSE;
  nst_step_run_take_all (run, run->record);
  if (date_field != NULL && nst_kind_find_field (nst_record_get_kind (run->record), date_field) &&
      !g_hash_table_contains (run->values, date_field))
    nst_change_set_date (run->change, run->record, date_field, &run->date);
  if (run->to != NULL && nst_kind_find_field (nst_record_get_kind (run->record), "state") != NULL)
    nst_change_set (run->change, run->record, "state", run->to);
  nst_change_set_sealed (run->change, run->step->sealed);
  judge (run);
  return TRUE;
}

static void
set_refused (NstStepRun *run, GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < run->findings->len; i++)
    {
      const NstFinding *finding = run->findings->pdata[i];

      g_string_append_printf (words, "%s%s: %s %s (%s)", i > 0 ? "\n" : "", finding->rule->number,
                              finding->text, finding->remedy, finding->rule->paragraph);
    }
  g_set_error_literal (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED, words->str);
}

static NstChange *
plan_step (const NstRuleContext *context, NstRecord *record, const char *step, NstStepArgs *args,
           NstChange *before, GError **error)
{
  NstLifeCycle *cycle = nst_steps_get_cycle (context, record);
  const NstLifeStep *row = cycle != NULL ? nst_life_cycle_find_step (cycle, step) : NULL;
  g_autoptr (NstStepArgs) nothing = nst_step_args_new ();
  g_autofree char *title = NULL;
  g_auto (NstStepRun) run = { NULL };
  NstRuleContext own;

  context = nst_rule_scheme_enter (context, record, &own);
  if (row == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("%s has no step “%s” in this scheme; “do --list” lists the steps"),
                   _ (nst_record_get_kind (record)->label), step);
      return NULL;
    }
  nst_step_run_init (&run, context, record, row, args != NULL ? args : nothing);
  if (before != NULL)
    nst_change_continue (run.change, before);
  if (g_date_compare (&run.date, &context->today) > 0)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s”: the day of the step is later than today; record it on its day"),
                   row->title);
      return NULL;
    }
  if (!read_values (&run, args != NULL ? args : nothing, error) ||
      !nst_step_run_check_state (context, record, row, error) || !check_actor (&run, error) ||
      !has_asked (&run, error) || !nst_step_run_plan (&run, error))
    return NULL;
  if (run.findings->len > 0)
    {
      set_refused (&run, error);
      return NULL;
    }
  title = nst_step_run_dup_done (&run);
  nst_change_set_title (run.change, title);
  nst_change_set_actor (run.change, run.party, run.person);
  nst_change_set_by_step (run.change, TRUE);
  return g_steal_pointer (&run.change);
}

/**
 * nst_steps_plan:
 * @context: scheme, source and the day of recording
 * @record: on which record
 * @step: code of a step of the record's life cycle
 * @args: (nullable): what was given for it
 * @error: %NST_RULE_ERROR with the findings' words, one a line, when a rule refuses or the
 *   state does not allow it; %NST_INPUT_ERROR when something is missing or not understood
 *
 * Returns: (transfer full): the step as a change, ready for the store's door
 */
NstChange *
nst_steps_plan (const NstRuleContext *context, NstRecord *record, const char *step,
                NstStepArgs *args, GError **error)
{
  return plan_step (context, record, step, args, NULL, error);
}

/**
 * nst_steps_plan_after:
 * @context: scheme, source and the day of recording
 * @before: what is done first, such as adding @record
 * @record: on which record, of the base or one that @before adds
 * @step: code of a step of the record's life cycle
 * @args: (nullable): what was given for it
 * @error: as for nst_steps_plan()
 *
 * Returns: %TRUE when @before has the step in it now, so that both are one action and one
 *   undo; it is as it was otherwise
 */
gboolean
nst_steps_plan_after (const NstRuleContext *context, NstChange *before, NstRecord *record,
                      const char *step, NstStepArgs *args, GError **error)
{
  g_autoptr (NstPlannedSource) planned = nst_planned_source_new (context->source, before);
  g_autoptr (NstChange) next = NULL;
  NstRuleContext then = *context;

  then.source = NST_SOURCE (planned);
  next = plan_step (&then, record, step, args, before, error);
  if (next == NULL)
    return FALSE;
  nst_change_join (before, next);
  return TRUE;
}
