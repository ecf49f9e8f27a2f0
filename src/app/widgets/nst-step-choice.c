/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps a step bar shows: those of the present state, and which of them is urged. */
#include "config.h"

#include "app/widgets/nst-step-choice.h"

static gboolean
starts_here (NstLifeCycle *cycle, const NstLifeStep *step, const NstLifeState *state)
{
  if (step->from == NULL || step->from[0] == NULL)
    return TRUE;
  for (guint i = 0; state != NULL && step->from[i] != NULL; i++)
    if (nst_life_cycle_counts_as (cycle, state->code, step->from[i]))
      return TRUE;
  return FALSE;
}

/* Leaving or dissolving is possible, but nobody is urged to do it. */
static gboolean
leads_on (NstScheme *scheme, NstRecord *record, const NstLifeStep *step)
{
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (scheme, nst_record_get_kind (record)->name);
  const NstLifeState *to = NULL;

  if (cycle != NULL && step->to != NULL && step->to[0] != '\0')
    to = nst_life_cycle_find_state (cycle, step->to);
  return to != NULL &&
         (g_strcmp0 (to->tone, "good") == 0 || g_strcmp0 (to->tone, "waiting") == 0);
}

/**
 * nst_step_choice_apply:
 * @bar: shows the steps
 * @office: at whose base
 * @record: whose steps
 *
 * A step that starts from another state is noise; one of this state that a rule still
 * refuses stays, so that its tooltip says what is missing. The first possible step is
 * coloured when it leads on.
 */
void
nst_step_choice_apply (NstStepBar *bar, NstOffice *office, NstRecord *record)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) offers = NULL;
  g_auto (GStrv) codes = NULL;
  const NstLifeState *state;
  NstLifeCycle *cycle;
  NstRuleContext context;
  gboolean first = TRUE;
  gboolean suggest = FALSE;

  nst_office_get_context (office, &context);
  cycle = nst_scheme_get_life_cycle (context.scheme, nst_record_get_kind (record)->name);
  state = nst_steps_get_state (&context, record);
  offers = nst_steps_list (&context, record);
  for (guint i = 0; i < offers->len; i++)
    {
      const NstStepOffer *offer = offers->pdata[i];

      if (!offer->possible && !starts_here (cycle, offer->step, state))
        continue;
      if (offer->possible && first)
        {
          suggest = leads_on (context.scheme, record, offer->step);
          first = FALSE;
        }
      g_strv_builder_add (builder, offer->step->code);
    }
  codes = g_strv_builder_end (builder);
  g_object_set (bar, "suggest", suggest, NULL);
  nst_step_bar_set_steps (bar, (const char *const *) codes);
}
