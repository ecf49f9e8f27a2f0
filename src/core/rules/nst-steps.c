/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a life cycle: which are possible now, and what each changes. */
#include "config.h"

#include "rules/nst-steps.h"

#include "model/nst-error.h"
#include "rules/nst-activity-progress.h"
#include "rules/nst-life-conditions.h"
#include "rules/nst-planned-source.h"
#include "rules/nst-step-run.h"
#include "rules/nst-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static NstLifeCycle *
get_cycle (const NstRuleContext *context, NstRecord *record)
{
  return nst_scheme_get_life_cycle (context->scheme, nst_record_get_kind (record)->name);
}

/* An activity's state is never stored: it comes from its marks and its schedule (5.5). */
static const char *
get_activity_state (const NstRuleContext *context, NstRecord *activity)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, activity, "program");
  NstActivityProgress *progress;
  const char *code;

  if (program == NULL)
    return NULL;
  progress = nst_activity_progress_new (context, program, activity, 0);
  code = nst_activity_state_get_code (progress->state);
  nst_activity_progress_free (progress);
  return code;
}

static gboolean
is_among (const char *code, GStrv codes)
{
  return codes == NULL || codes[0] == NULL || g_strv_contains ((const char *const *) codes, code);
}

static gboolean
all_hold (const NstRuleContext *context, NstRecord *record, GStrv conditions)
{
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    if (!nst_life_conditions_hold (context, record, conditions[i]))
      return FALSE;
  return TRUE;
}

/**
 * nst_steps_get_state:
 * @context: scheme, source and the day
 * @record: a record
 *
 * The stored state, moved by the computed transitions of the pack in their order.
 *
 * Returns: (transfer none) (nullable): the state on the day; %NULL when the scheme has no
 *   life cycle for such records
 */
const NstLifeState *
nst_steps_get_state (const NstRuleContext *context, NstRecord *record)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  const char *state = NULL;
  GPtrArray *computed;

  if (cycle == NULL)
    return NULL;
  if (nst_kind_find_field (nst_record_get_kind (record), "state") != NULL)
    state = nst_record_get_text (record, "state");
  else if (strcmp (nst_record_get_kind (record)->name, "activity") == 0)
    state = get_activity_state (context, record);
  if (state == NULL)
    state = nst_life_cycle_get_initial (cycle);
  computed = nst_life_cycle_get_computed (cycle);
  for (guint i = 0; i < computed->len; i++)
    {
      const NstLifeComputed *row = computed->pdata[i];

      if (is_among (state, row->from) && strcmp (state, row->to) != 0 &&
          all_hold (context, record, row->when))
        state = row->to;
    }
  return nst_life_cycle_find_state (cycle, state);
}

/**
 * nst_steps_find:
 * @scheme: a scheme
 * @step: code of a step
 * @kind: (out) (optional): kind of record that it is a step of
 *
 * Returns: (transfer none) (nullable): the step
 */
const NstLifeStep *
nst_steps_find (NstScheme *scheme, const char *step, const char **kind)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      NstLifeCycle *cycle = nst_scheme_get_life_cycle (scheme, kinds[i]->name);
      const NstLifeStep *found = cycle != NULL ? nst_life_cycle_find_step (cycle, step) : NULL;

      if (found == NULL)
        continue;
      if (kind != NULL)
        *kind = kinds[i]->name;
      return found;
    }
  return NULL;
}

/**
 * nst_steps_find_ask:
 * @step: a step
 * @kind: kind of record that it is a step of
 * @ask: one of its asked names, "reason" or "reason?"
 * @optional: (out) (optional): whether it may be left out
 *
 * Returns: (transfer none) (nullable): the field that holds what is asked: one of the record
 *   that the step makes, else one of the record itself
 */
const NstField *
nst_steps_find_ask (const NstLifeStep *step, const NstKind *kind, const char *ask,
                    gboolean *optional)
{
  const NstStepOperation *operation = nst_step_operations_find (step->operation);
  g_autofree char *name = g_strdup (ask);
  const NstField *field = NULL;

  if (optional != NULL)
    *optional = g_str_has_suffix (name, "?");
  if (g_str_has_suffix (name, "?"))
    name[strlen (name) - 1] = '\0';
  for (guint i = 0; field == NULL && operation != NULL && operation->kinds[i] != NULL; i++)
    field = nst_kind_find_field (nst_kinds_find (operation->kinds[i]), name);
  return field != NULL ? field : nst_kind_find_field (kind, name);
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
      gboolean optional;
      const NstField *field = nst_steps_find_ask (run->step, kind, ask, &optional);

      if (optional || g_hash_table_contains (run->values, ask))
        continue;
      if (field != NULL && field->type == NST_FIELD_TYPE_DATE)
        continue;
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING, _ ("“%s” needs “%s” (%s=…)"),
                   run->step->title, field != NULL ? _ (field->label) : ask, ask);
      return FALSE;
    }
  return TRUE;
}

/* How a record is called: records that are titled by a code get the scheme's wording. */
char *
nst_step_run_dup_title (NstScheme *scheme, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  gsize length = strlen (kind->title);
  g_autofree char *name = length > 2 ? g_strndup (kind->title + 1, length - 2) : NULL;
  const NstField *field = name != NULL ? nst_kind_find_field (kind, name) : NULL;
  char *title = NULL;

  if (field != NULL && field->type == NST_FIELD_TYPE_CODE &&
      nst_record_get_text (record, name) != NULL)
    title = nst_scheme_dup_title_of (scheme, field->target, nst_record_get_text (record, name));
  return title != NULL ? title : g_strdup (nst_record_get_title (record));
}

static char *
dup_title (NstScheme *scheme, const NstLifeStep *step, NstRecord *record)
{
  const char *done = step->done != NULL && step->done[0] != '\0' ? step->done : step->title;
  g_autofree char *title = nst_step_run_dup_title (scheme, record);
  g_auto (GStrv) parts = g_strsplit (done, "{title}", -1);

  return g_strjoinv (title, parts);
}

static void
run_init (NstStepRun *run, const NstRuleContext *context, NstRecord *record,
          const NstLifeStep *step, NstStepArgs *args)
{
  g_autofree char *title = dup_title (context->scheme, step, record);

  memset (run, 0, sizeof *run);
  run->context = context;
  run->record = record;
  run->step = step;
  run->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  run->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run->change = nst_change_new (title);
  run->date = context->today;
  run->to = step->to != NULL && step->to[0] != '\0' ? g_strdup (step->to) : NULL;
  run->trial = args == NULL;
  run->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_finding_free);
  if (args != NULL)
    {
      GDate date;

      run->party = nst_step_args_get_party (args);
      run->person = nst_step_args_get_person (args);
      if (nst_step_args_get_date (args, &date))
        run->date = date;
    }
  run->party_given = run->party != NULL;
  if (run->party == NULL && step->who != NULL)
    run->party = step->who[0];
}

static void
run_clear (NstStepRun *run)
{
  g_clear_pointer (&run->values, g_hash_table_unref);
  g_clear_pointer (&run->used, g_hash_table_unref);
  g_clear_object (&run->change);
  g_clear_pointer (&run->to, g_free);
  g_clear_pointer (&run->findings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NstStepRun, run_clear)

/* Words of the states that a step starts from. */
static char *
dup_from (const NstRuleContext *context, NstRecord *record, const NstLifeStep *step)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  GString *words = g_string_new (NULL);

  for (guint i = 0; step->from != NULL && step->from[i] != NULL; i++)
    {
      const NstLifeState *state = nst_life_cycle_find_state (cycle, step->from[i]);

      g_string_append_printf (words, "%s«%s»", words->len > 0 ? ", " : "",
                              state != NULL ? state->title : step->from[i]);
    }
  return g_string_free (words, FALSE);
}

static gboolean
check_state (const NstRuleContext *context, NstRecord *record, const NstLifeStep *step,
             GError **error)
{
  const NstLifeState *state = nst_steps_get_state (context, record);
  g_autofree char *from = NULL;

  if (state == NULL || is_among (state->code, step->from))
    return TRUE;
  from = dup_from (context, record, step);
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
               _ ("“%s” is not possible now: %s is in the state «%s»; it is possible from %s"),
               step->title, nst_record_get_title (record), state->title, from);
  return FALSE;
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
      who = nst_scheme_dup_title_of (run->context->scheme, "role", run->step->who[i]);
      g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "",
                              who != NULL ? who : run->step->who[i], run->step->who[i]);
    }
  title = nst_scheme_dup_title_of (run->context->scheme, "role", run->party);
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
               _ ("“%s” cannot be done by %s; it is done by %s"), run->step->title,
               title != NULL ? title : run->party, list->str);
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
static gboolean
plan (NstStepRun *run, GError **error)
{
  const NstStepOperation *operation = nst_step_operations_find (run->step->operation);
  const char *date_field = run->step->date_field;

  if (operation != NULL && !operation->plan (run, error))
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
  NstLifeCycle *cycle = get_cycle (context, record);
  const NstLifeStep *row = cycle != NULL ? nst_life_cycle_find_step (cycle, step) : NULL;
  g_autoptr (NstStepArgs) nothing = nst_step_args_new ();
  g_auto (NstStepRun) run = { NULL };

  if (row == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("%s has no step “%s” in this scheme; “do --list” lists the steps"),
                   _ (nst_record_get_kind (record)->label), step);
      return NULL;
    }
  run_init (&run, context, record, row, args != NULL ? args : nothing);
  if (g_date_compare (&run.date, &context->today) > 0)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s”: the day of the step is later than today; record it on its day"),
                   row->title);
      return NULL;
    }
  if (!read_values (&run, args != NULL ? args : nothing, error) ||
      !check_state (context, record, row, error) || !check_actor (&run, error) ||
      !has_asked (&run, error) || !plan (&run, error))
    return NULL;
  if (run.findings->len > 0)
    {
      set_refused (&run, error);
      return NULL;
    }
  nst_change_set_actor (run.change, run.party, run.person);
  return g_steal_pointer (&run.change);
}

/* A finding about something that the person will be asked for does not count against it. */
static gboolean
is_asked_for (const NstLifeStep *step, const NstFinding *finding)
{
  const NstStepOperation *operation = nst_step_operations_find (step->operation);

  if (finding->field == NULL)
    return FALSE;
  for (guint i = 0; step->asks != NULL && step->asks[i] != NULL; i++)
    {
      gsize length = strlen (finding->field);

      if (strncmp (step->asks[i], finding->field, length) == 0 &&
          (step->asks[i][length] == '\0' || step->asks[i][length] == '?'))
        return TRUE;
    }
  return operation != NULL && g_strcmp0 (operation->kinds[0], finding->field) == 0;
}

static NstStepOffer *
make_offer (const NstRuleContext *context, NstRecord *record, const NstLifeStep *step)
{
  NstStepOffer *offer = g_new0 (NstStepOffer, 1);
  g_auto (NstStepRun) run = { NULL };
  g_autoptr (GError) error = NULL;

  offer->step = step;
  offer->record = g_object_ref (record);
  offer->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_finding_free);
  run_init (&run, context, record, step, NULL);
  if (!check_state (context, record, step, &error) || !plan (&run, &error))
    {
      offer->possible = error->domain == NST_INPUT_ERROR;
      if (!offer->possible)
        offer->why_not = g_strdup (error->message);
      return offer;
    }
  for (guint i = 0; i < run.findings->len; i++)
    if (!is_asked_for (step, run.findings->pdata[i]))
      g_ptr_array_add (offer->reasons, nst_finding_copy (run.findings->pdata[i]));
  offer->possible = offer->reasons->len == 0;
  if (!offer->possible)
    offer->why_not = g_strdup (((NstFinding *) offer->reasons->pdata[0])->text);
  return offer;
}

/**
 * nst_steps_list:
 * @context: scheme, source and the day
 * @record: a record
 *
 * Returns: (transfer full) (element-type NstStepOffer): its steps, those possible now first
 */
GPtrArray *
nst_steps_list (const NstRuleContext *context, NstRecord *record)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_step_offer_free);
  g_autoptr (GPtrArray) later = g_ptr_array_new ();
  GPtrArray *steps;

  if (cycle == NULL)
    return offers;
  steps = nst_life_cycle_get_steps (cycle);
  for (guint i = 0; i < steps->len; i++)
    {
      NstStepOffer *offer = make_offer (context, record, steps->pdata[i]);

      g_ptr_array_add (offer->possible ? offers : later, offer);
    }
  for (guint i = 0; i < later->len; i++)
    g_ptr_array_add (offers, later->pdata[i]);
  return offers;
}

/**
 * nst_step_offer_free:
 * @self: (nullable): an offer
 */
void
nst_step_offer_free (NstStepOffer *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->record);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_free (self->why_not);
  g_free (self);
}
