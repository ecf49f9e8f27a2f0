/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps a step bar shows: those of the present state, and which of them leads on. */
#include "config.h"

#include "app/widgets/nst-step-choice.h"

#include <string.h>

/* Where the way of every life cycle ends, though nothing waits there any more. */
#define LAST_STATE "CLOSED"

static NstLifeCycle *
get_cycle (const NstRuleContext *context, NstRecord *record)
{
  return nst_scheme_get_life_cycle (context->scheme, nst_record_get_kind (record)->name);
}

static guint
count_codes (GStrv codes)
{
  return codes != NULL ? g_strv_length (codes) : 0;
}

gboolean
nst_step_choice_starts_here (const NstRuleContext *context, NstRecord *record,
                             const NstLifeStep *step)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  const NstLifeState *state = nst_steps_get_state (context, record);

  if (count_codes (step->from) == 0)
    return TRUE;
  for (guint i = 0; cycle != NULL && state != NULL && step->from[i] != NULL; i++)
    if (nst_life_cycle_counts_as (cycle, state->code, step->from[i]))
      return TRUE;
  return FALSE;
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
 * nobody is urged to extend, to replace or to dissolve. */
static gboolean
is_exception (const NstLifeStep *step)
{
  return asks_something (step) && count_codes (step->from) > 1;
}

static gboolean
is_further (NstLifeCycle *cycle, const NstLifeState *from, const NstLifeState *to)
{
  GPtrArray *states = nst_life_cycle_get_states (cycle);
  guint here = 0;
  guint there = 0;

  return from == NULL || (g_ptr_array_find (states, from, &here) &&
                          g_ptr_array_find (states, to, &there) && there > here);
}

/* Leaving or going back is possible, but nobody is urged to do it. */
static gboolean
leads_on (const NstRuleContext *context, NstRecord *record, const NstStepOffer *offer)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  const NstLifeStep *step = offer->step;
  const NstLifeState *to = NULL;

  if (is_exception (step))
    return FALSE;
  if (step->to == NULL || step->to[0] == '\0')
    return !asks_something (step) && (offer->possible || count_codes (step->from) == 1);
  to = cycle != NULL ? nst_life_cycle_find_state (cycle, step->to) : NULL;
  return to != NULL && is_further (cycle, nst_steps_get_state (context, record), to) &&
         (g_strcmp0 (to->tone, "good") == 0 || g_strcmp0 (to->tone, "waiting") == 0 ||
          strcmp (to->code, LAST_STATE) == 0);
}

static const NstStepOffer *
find_offer (GPtrArray *offers, const NstLifeStep *step)
{
  for (guint i = 0; i < offers->len; i++)
    if (((NstStepOffer *) offers->pdata[i])->step == step)
      return offers->pdata[i];
  return NULL;
}

/* In the order of the table: the offers begin with what is possible. */
static const NstStepOffer *
find_in_table (const NstRuleContext *context, NstRecord *record, GPtrArray *offers,
               gboolean moves)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  GPtrArray *steps = cycle != NULL ? nst_life_cycle_get_steps (cycle) : NULL;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const NstLifeStep *step = steps->pdata[i];
      const NstStepOffer *offer = find_offer (offers, step);

      if (offer != NULL && moves == (step->to != NULL && step->to[0] != '\0') &&
          nst_step_choice_starts_here (context, record, step) &&
          leads_on (context, record, offer))
        return offer;
    }
  return NULL;
}

/**
 * nst_step_choice_find_forward:
 * @context: scheme, source and the day
 * @record: whose steps
 * @offers: (element-type NstStepOffer): those that are shown
 *
 * Returns: (transfer none) (nullable): the first step of the present state that moves the
 *   record on, else one that prepares it
 */
const NstStepOffer *
nst_step_choice_find_forward (const NstRuleContext *context, NstRecord *record, GPtrArray *offers)
{
  const NstStepOffer *found = find_in_table (context, record, offers, TRUE);

  return found != NULL ? found : find_in_table (context, record, offers, FALSE);
}

/* How far behind a step stands: what ends the record before its time comes last. */
static int
rank (const NstRuleContext *context, NstRecord *record, const NstLifeStep *step)
{
  NstLifeCycle *cycle = get_cycle (context, record);
  const NstLifeState *to = NULL;

  if (cycle != NULL && step->to != NULL && step->to[0] != '\0')
    to = nst_life_cycle_find_state (cycle, step->to);
  if (to == NULL)
    return 0;
  if (g_strcmp0 (to->tone, "bad") == 0)
    return 3;
  if (!is_exception (step))
    return 0;
  return g_strcmp0 (to->tone, "good") == 0 ? 1 : 2;
}

/**
 * nst_step_choice_sort:
 * @context: scheme, source and the day
 * @record: whose steps
 * @offers: (element-type NstStepOffer): those that are shown
 *
 * Puts the usual steps first and those that end the record before its time last; among equals
 * the order stays.
 */
void
nst_step_choice_sort (const NstRuleContext *context, NstRecord *record, GPtrArray *offers)
{
  for (guint i = 1; i < offers->len; i++)
    {
      gpointer offer = offers->pdata[i];
      int own = rank (context, record, ((NstStepOffer *) offer)->step);
      guint j = i;

      for (; j > 0; j--)
        {
          const NstStepOffer *before = offers->pdata[j - 1];

          if (rank (context, record, before->step) <= own)
            break;
          offers->pdata[j] = offers->pdata[j - 1];
        }
      offers->pdata[j] = offer;
    }
}

/**
 * nst_step_choice_dup_why_not:
 * @offer: a step that is not possible
 *
 * Returns: (transfer full): what refuses it and what to do, a reason a line
 */
char *
nst_step_choice_dup_why_not (const NstStepOffer *offer)
{
  GString *why = g_string_new (NULL);

  if (offer->reasons == NULL || offer->reasons->len == 0)
    g_string_append (why, offer->why_not != NULL ? offer->why_not : "");
  for (guint i = 0; offer->reasons != NULL && i < offer->reasons->len; i++)
    {
      const NstFinding *finding = g_ptr_array_index (offer->reasons, i);

      if (strstr (why->str, finding->text) != NULL)
        continue;
      if (why->len > 0)
        g_string_append_c (why, '\n');
      g_string_append (why, finding->text);
      if (finding->remedy != NULL && strstr (why->str, finding->remedy) == NULL)
        g_string_append_printf (why, " %s", finding->remedy);
    }
  return g_string_free (why, FALSE);
}

void
nst_step_choice_apply (NstStepBar *bar, NstOffice *office, NstRecord *record)
{
  g_object_set (bar, "suggest", TRUE, NULL);
  nst_step_bar_set_record (bar, office, record);
}
