/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a life cycle: which there are, and which are possible now. */
#include "config.h"

#include "rules/nst-steps.h"

#include "model/nst-error.h"
#include "rules/nst-rule-scheme.h"
#include "rules/nst-step-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* The field of @name, and whose it is: of a record that the step makes, else of the record. */
static const NstField *
find_asked (const NstLifeStep *step, const NstKind *kind, const char *name, const NstKind **owner)
{
  const NstStepOperation *operation = nst_step_operations_find (step->operation);

  for (guint i = 0; operation != NULL && operation->kinds[i] != NULL; i++)
    {
      *owner = nst_kinds_find (operation->kinds[i]);
      if (nst_kind_find_field (*owner, name) != NULL)
        return nst_kind_find_field (*owner, name);
    }
  *owner = kind;
  return nst_kind_find_field (kind, name);
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
  g_autofree char *name = g_strndup (ask, strcspn (ask, "?"));
  const NstKind *owner;

  if (optional != NULL)
    *optional = g_str_has_suffix (ask, "?");
  return find_asked (step, kind, name, &owner);
}

/**
 * nst_steps_dup_ask_label:
 * @step: a step
 * @kind: kind of record that it is a step of
 * @ask: one of its asked names, "number" or "number?"
 *
 * Returns: (transfer full): the field's label; a number says of which paper it is
 */
char *
nst_steps_dup_ask_label (const NstLifeStep *step, const NstKind *kind, const char *ask)
{
  static const struct
  {
    const char *kind;
    const char *label;
  } numbers[] = {
    { "order", N_ ("Number of the order") },
    { "agreement", N_ ("Number of the agreement") },
    { "report", N_ ("Number of the report") },
  };
  g_autofree char *name = g_strndup (ask, strcspn (ask, "?"));
  const NstKind *owner;
  const NstField *field = find_asked (step, kind, name, &owner);

  if (field == NULL)
    return g_steal_pointer (&name);
  for (guint i = 0; strcmp (name, "number") == 0 && i < G_N_ELEMENTS (numbers); i++)
    if (strcmp (owner->name, numbers[i].kind) == 0)
      return g_strdup (_ (numbers[i].label));
  return g_strdup (_ (field->label));
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
  nst_step_run_init (&run, context, record, step, NULL);
  if (!nst_step_run_check_state (context, record, step, &error) ||
      !nst_step_run_plan (&run, &error))
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
  NstLifeCycle *cycle = nst_steps_get_cycle (context, record);
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

static gboolean
is_for (const NstLifeStep *step, const char *role)
{
  return role != NULL && step->who != NULL &&
         g_strv_contains ((const char *const *) step->who, role);
}

static gboolean
asks_something (const NstLifeStep *step)
{
  for (guint i = 0; step->asks != NULL && step->asks[i] != NULL; i++)
    if (!g_str_has_suffix (step->asks[i], "?"))
      return TRUE;
  return FALSE;
}

/* What asks for a ground and may be taken from many states is an exception, not the way on:
 * nothing waits for a programme to be terminated or a team to be replaced. */
static gboolean
is_exception (const NstLifeStep *step)
{
  return asks_something (step) && step->from != NULL && g_strv_length (step->from) > 1;
}

/**
 * nst_steps_find_next:
 * @context: scheme, source and the day
 * @record: a record
 * @role: (nullable): code of the role that is asked first
 *
 * What is waited for, without weighing all steps as nst_steps_list() does: one that this role
 * may take before what others may, and one that needs nothing else before what asks for a reason.
 * Exceptions are never waited for.
 *
 * Returns: (transfer full) (nullable): a step that may be taken now
 */
NstStepOffer *
nst_steps_find_next (const NstRuleContext *context, NstRecord *record, const char *role)
{
  NstLifeCycle *cycle = nst_steps_get_cycle (context, record);
  NstRuleContext own;
  GPtrArray *steps;

  if (cycle == NULL)
    return NULL;
  context = nst_rule_scheme_enter (context, record, &own);
  steps = nst_life_cycle_get_steps (cycle);
  for (guint turn = 0; turn < 4; turn++)
    for (guint i = 0; i < steps->len; i++)
      {
        const NstLifeStep *step = steps->pdata[i];
        NstStepOffer *offer;

        if (is_for (step, role) == (turn >= 2) || asks_something (step) == (turn % 2 == 0) ||
            is_exception (step) || step->who == NULL || step->who[0] == NULL)
          continue;
        offer = make_offer (context, record, step);
        if (offer->possible)
          return offer;
        nst_step_offer_free (offer);
      }
  return NULL;
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
