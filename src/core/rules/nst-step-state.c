/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of a record on a day: the stored one, moved by what comes with the day. */
#include "config.h"

#include "rules/nst-activity-progress.h"
#include "rules/nst-life-conditions.h"
#include "rules/nst-rule-scheme.h"
#include "rules/nst-step-run.h"

#include <string.h>

/* Records whose state is being asked, the innermost first. */
typedef struct _Visit Visit;
struct _Visit
{
  const NstKind *kind;
  gint64 id;
  Visit *outer;
};

static GPrivate visits = G_PRIVATE_INIT (NULL);

NstLifeCycle *
nst_steps_get_cycle (const NstRuleContext *context, NstRecord *record)
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

/* Whether a state is one of the row's, or counts as one of them; no codes: any state. */
gboolean
nst_steps_is_from (NstLifeCycle *cycle, const char *state, GStrv from)
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
  NstLifeCycle *cycle = nst_steps_get_cycle (context, record);
  GPtrArray *computed = nst_life_cycle_get_computed (cycle);
  Visit visit = { nst_record_get_kind (record), nst_record_get_id (record),
                  g_private_get (&visits) };

  if (is_visited (&visit))
    return state;
  g_private_set (&visits, &visit);
  for (guint i = 0; i < computed->len; i++)
    {
      const NstLifeComputed *row = computed->pdata[i];

      if (nst_steps_is_from (cycle, state, row->from) && strcmp (state, row->to) != 0 &&
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
  NstLifeCycle *cycle = nst_steps_get_cycle (context, record);
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
         nst_steps_is_from (nst_steps_get_cycle (context, record), state->code, wanted);
}
