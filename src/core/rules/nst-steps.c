/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a life cycle: which are possible now, and what each changes. */
#include "config.h"

#include "rules/nst-steps.h"

#include "model/nst-error.h"
#include "rules/nst-activity-progress.h"
#include "rules/nst-life-conditions.h"
#include "rules/nst-planned-source.h"
#include "rules/nst-rule-scheme.h"
#include "rules/nst-step-run.h"
#include "rules/nst-typed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NUMBER "number"

/* Records whose state is being asked, the innermost first. */
typedef struct _Visit Visit;
struct _Visit
{
  const NstKind *kind;
  gint64 id;
  Visit *outer;
};

static GPrivate visits = G_PRIVATE_INIT (NULL);

static NstLifeCycle *
get_cycle (const NstRuleContext *context, NstRecord *record)
{
  return nst_scheme_get_life_cycle (nst_rule_scheme_of (context, record),
                                    nst_record_get_kind (record)->name);
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

/* Whether a state is one of the row's, or counts as one of them; no codes: any state. */
static gboolean
is_from (NstLifeCycle *cycle, const char *state, GStrv from)
{
  if (from == NULL || from[0] == NULL)
    return TRUE;
  for (guint i = 0; from[i] != NULL; i++)
    if (nst_life_cycle_counts_as (cycle, state, from[i]))
      return TRUE;
  return FALSE;
}

static gboolean
all_hold (const NstRuleContext *context, NstRecord *record, GStrv conditions)
{
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    if (!nst_life_conditions_hold (context, record, conditions[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_visited (const Visit *visit)
{
  for (const Visit *outer = visit->outer; outer != NULL; outer = outer->outer)
    if (outer->kind == visit->kind && outer->id == visit->id)
      return TRUE;
  return FALSE;
}

/* The state moved by the computed rows. Conditions ask for states of other records: one that
 * is asked for again on the way stays as it is stored, or it would never end. */
static const char *
move_state (const NstRuleContext *context, NstRecord *record, const char *state)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  GPtrArray *computed = nst_life_cycle_get_computed (cycle);
  Visit visit = { nst_record_get_kind (record), nst_record_get_id (record),
                  g_private_get (&visits) };

  if (is_visited (&visit))
    return state;
  g_private_set (&visits, &visit);
  for (guint i = 0; i < computed->len; i++)
    {
      const NstLifeComputed *row = computed->pdata[i];

      if (is_from (cycle, state, row->from) && strcmp (state, row->to) != 0 &&
          all_hold (context, record, row->when))
        state = row->to;
    }
  g_private_set (&visits, visit.outer);
  return state;
}

/**
 * nst_steps_get_state:
 * @context: scheme, source and the day
 * @record: a record
 *
 * The stored state, moved by the computed transitions of the pack in their order. Where a
 * pack's conditions refer to each other in a circle, the record asked for again counts with its
 * stored state.
 *
 * Returns: (transfer none) (nullable): the state on the day; %NULL when the scheme has no
 *   life cycle for such records
 */
const NstLifeState *
nst_steps_get_state (const NstRuleContext *context, NstRecord *record)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  const char *state = NULL;
  NstRuleContext own;

  if (cycle == NULL)
    return NULL;
  context = nst_rule_scheme_enter (context, record, &own);
  if (nst_kind_find_field (nst_record_get_kind (record), "state") != NULL)
    state = nst_record_get_text (record, "state");
  else if (strcmp (nst_record_get_kind (record)->name, "activity") == 0)
    state = get_activity_state (context, record);
  if (state == NULL)
    state = nst_life_cycle_get_initial (cycle);
  return nst_life_cycle_find_state (cycle, move_state (context, record, state));
}

/**
 * nst_steps_is_state:
 * @context: scheme, source and the day
 * @record: (nullable): a record
 * @codes: codes of states with "|" between them
 *
 * Returns: whether the record is in one of these states on the day, or in an own state of the
 *   pack that counts as one
 */
gboolean
nst_steps_is_state (const NstRuleContext *context, NstRecord *record, const char *codes)
{
  const NstLifeState *state = record != NULL ? nst_steps_get_state (context, record) : NULL;
  g_auto (GStrv) wanted = g_strsplit (codes, "|", -1);

  return state != NULL && wanted[0] != NULL &&
         is_from (get_cycle (context, record), state->code, wanted);
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
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING, _ ("“%s” needs “%s” (%s=…)"),
                   run->step->title, field != NULL ? _ (field->label) : ask, ask);
      return FALSE;
    }
  return TRUE;
}

/* The field that the kind's title consists of, "{kind}". */
static const NstField *
find_title_field (const NstKind *kind)
{
  gsize length = strlen (kind->title);
  g_autofree char *name = length > 2 ? g_strndup (kind->title + 1, length - 2) : NULL;

  return name != NULL ? nst_kind_find_field (kind, name) : NULL;
}

/* Whether the scheme words the title; %FALSE while the code is unknown. */
gboolean
nst_steps_is_titled_by_code (NstRecord *record)
{
  const NstField *field = find_title_field (nst_record_get_kind (record));

  return field != NULL && field->type == NST_FIELD_TYPE_CODE &&
         nst_record_get_text (record, field->name) != NULL;
}

/* A kind titled "№ {number}", by the number that a record has or gets. */
static char *
dup_numbered_title (NstRecord *record, const char *number)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_auto (GStrv) parts = g_strsplit (kind->title, "{" NUMBER "}", 2);

  if (nst_kind_find_field (kind, NUMBER) == NULL || g_strv_length (parts) != 2)
    return NULL;
  return number != NULL ? g_strjoinv (number, parts) : g_strdup (_ ("without a number"));
}

/**
 * nst_steps_dup_title:
 * @scheme: what words codes
 * @record: a record
 *
 * Records that are titled by a code get the scheme's wording, those titled by a number that
 * they do not have yet are told to have none.
 *
 * Returns: (transfer full): how people call the record
 */
char *
nst_steps_dup_title (NstScheme *scheme, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  char *title = NULL;

  if (nst_steps_is_titled_by_code (record))
    title = nst_scheme_dup_title_of (scheme, find_title_field (kind)->target,
                                     nst_record_get_title (record));
  else if (nst_kind_find_field (kind, NUMBER) != NULL)
    title = dup_numbered_title (record, nst_record_get_text (record, NUMBER));
  return title != NULL ? title : g_strdup (nst_record_get_title (record));
}

/* The line of history. The number may be given in the very step. */
static char *
dup_done (NstStepRun *run)
{
  const NstLifeStep *step = run->step;
  const char *done = step->done != NULL && step->done[0] != '\0' ? step->done : step->title;
  const NstKind *kind = nst_record_get_kind (run->record);
  g_auto (GStrv) parts = g_strsplit (done, "{title}", -1);
  g_autofree char *title = NULL;

  if (nst_kind_find_field (kind, NUMBER) != NULL)
    title = dup_numbered_title (run->record, nst_change_peek (run->change, run->record, NUMBER));
  if (title == NULL)
    title = nst_steps_dup_title (run->context->scheme, run->record);
  return g_strjoinv (title, parts);
}

static void
run_init (NstStepRun *run, const NstRuleContext *context, NstRecord *record,
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
  if (run->party == NULL && step->who != NULL)
    run->party = step->who[0];
}

static void
run_clear (NstStepRun *run)
{
  g_clear_pointer (&run->values, g_hash_table_unref);
  g_clear_pointer (&run->used, g_hash_table_unref);
  g_clear_object (&run->change);
  g_clear_object (&run->subject);
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
  g_autofree char *title = NULL;
  g_autofree char *from = NULL;

  if (state == NULL || is_from (get_cycle (context, record), state->code, step->from))
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
static gboolean
plan (NstStepRun *run, GError **error)
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
  NstLifeCycle *cycle = get_cycle (context, record);
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
  run_init (&run, context, record, row, args != NULL ? args : nothing);
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
      !check_state (context, record, row, error) || !check_actor (&run, error) ||
      !has_asked (&run, error) || !plan (&run, error))
    return NULL;
  if (run.findings->len > 0)
    {
      set_refused (&run, error);
      return NULL;
    }
  title = dup_done (&run);
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
  NstRuleContext own;
  GPtrArray *steps;

  if (cycle == NULL)
    return offers;
  context = nst_rule_scheme_enter (context, record, &own);
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
