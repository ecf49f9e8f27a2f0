/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A life cycle as a pack's table: states and the steps between them. */
#include "config.h"

#include "scheme/nst-life-cycle.h"

#include <string.h>

struct _NstLifeCycle
{
  GObject parent_instance;

  char *kind;
  char *initial;
  GPtrArray *states;
  GPtrArray *steps;
  GPtrArray *computed;
};

G_DEFINE_FINAL_TYPE (NstLifeCycle, nst_life_cycle, G_TYPE_OBJECT)

/**
 * nst_life_state_free:
 * @self: (nullable): a state that no life cycle owns
 */
void
nst_life_state_free (NstLifeState *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->tone);
  g_free (self->counts_as);
  g_free (self);
}

/**
 * nst_life_step_free:
 * @self: (nullable): a step that no life cycle owns
 */
void
nst_life_step_free (NstLifeStep *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->title);
  g_free (self->done);
  g_strfreev (self->from);
  g_free (self->to);
  g_strfreev (self->who);
  g_strfreev (self->guards);
  g_free (self->operation);
  g_free (self->date_field);
  g_strfreev (self->asks);
  g_free (self->paper);
  g_free (self);
}

/**
 * nst_life_computed_free:
 * @self: (nullable): a transition that no life cycle owns
 */
void
nst_life_computed_free (NstLifeComputed *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->from);
  g_free (self->to);
  g_strfreev (self->when);
  g_free (self);
}

static void
nst_life_cycle_finalize (GObject *object)
{
  NstLifeCycle *self = NST_LIFE_CYCLE (object);

  g_clear_pointer (&self->kind, g_free);
  g_clear_pointer (&self->initial, g_free);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->computed, g_ptr_array_unref);
  G_OBJECT_CLASS (nst_life_cycle_parent_class)->finalize (object);
}

static void
nst_life_cycle_class_init (NstLifeCycleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_life_cycle_finalize;
}

static void
nst_life_cycle_init (NstLifeCycle *self)
{
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_life_state_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_life_step_free);
  self->computed = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_life_computed_free);
}

/**
 * nst_life_cycle_new:
 * @kind: name of the kind of record that goes through it
 * @initial: code of the state that a new record is in
 *
 * Returns: (transfer full): a life cycle without states and steps
 */
NstLifeCycle *
nst_life_cycle_new (const char *kind, const char *initial)
{
  NstLifeCycle *self = g_object_new (NST_TYPE_LIFE_CYCLE, NULL);

  self->kind = g_strdup (kind);
  self->initial = g_strdup (initial);
  return self;
}

/**
 * nst_life_cycle_get_kind:
 * @self: a life cycle
 *
 * Returns: (transfer none): the kind of record that goes through it
 */
const char *
nst_life_cycle_get_kind (NstLifeCycle *self)
{
  g_return_val_if_fail (NST_IS_LIFE_CYCLE (self), NULL);
  return self->kind;
}

/**
 * nst_life_cycle_get_initial:
 * @self: a life cycle
 *
 * Returns: (transfer none): code of the state that a new record is in
 */
const char *
nst_life_cycle_get_initial (NstLifeCycle *self)
{
  g_return_val_if_fail (NST_IS_LIFE_CYCLE (self), NULL);
  return self->initial;
}

/**
 * nst_life_cycle_get_states:
 * @self: a life cycle
 *
 * Returns: (transfer none) (element-type NstLifeState): its states in the order of life
 */
GPtrArray *
nst_life_cycle_get_states (NstLifeCycle *self)
{
  g_return_val_if_fail (NST_IS_LIFE_CYCLE (self), NULL);
  return self->states;
}

/**
 * nst_life_cycle_get_steps:
 * @self: a life cycle
 *
 * Returns: (transfer none) (element-type NstLifeStep): what people do
 */
GPtrArray *
nst_life_cycle_get_steps (NstLifeCycle *self)
{
  g_return_val_if_fail (NST_IS_LIFE_CYCLE (self), NULL);
  return self->steps;
}

/**
 * nst_life_cycle_get_computed:
 * @self: a life cycle
 *
 * Returns: (transfer none) (element-type NstLifeComputed): what comes by itself, applied in
 *   this order
 */
GPtrArray *
nst_life_cycle_get_computed (NstLifeCycle *self)
{
  g_return_val_if_fail (NST_IS_LIFE_CYCLE (self), NULL);
  return self->computed;
}

/**
 * nst_life_cycle_find_state:
 * @self: a life cycle
 * @code: (nullable): code of a state
 *
 * Returns: (transfer none) (nullable): the state
 */
const NstLifeState *
nst_life_cycle_find_state (NstLifeCycle *self, const char *code)
{
  g_return_val_if_fail (NST_IS_LIFE_CYCLE (self), NULL);

  for (guint i = 0; code != NULL && i < self->states->len; i++)
    {
      const NstLifeState *state = self->states->pdata[i];

      if (strcmp (state->code, code) == 0)
        return state;
    }
  return NULL;
}

/**
 * nst_life_cycle_counts_as:
 * @self: a life cycle
 * @state: (nullable): code of the state that a record is in
 * @other: code of a state that something depends on
 *
 * Steps, conditions and rules name the states that the program knows; an own state of a pack
 * is taken for the one that it names in `counts-as`.
 *
 * Returns: whether @state is @other or counts as it
 */
gboolean
nst_life_cycle_counts_as (NstLifeCycle *self, const char *state, const char *other)
{
  g_return_val_if_fail (NST_IS_LIFE_CYCLE (self) && other != NULL, FALSE);

  /* No way through all states is longer than their number: a pack may lead in a circle. */
  for (guint i = 0; state != NULL && i <= self->states->len; i++)
    {
      const NstLifeState *found = nst_life_cycle_find_state (self, state);

      if (strcmp (state, other) == 0)
        return TRUE;
      state = found != NULL ? found->counts_as : NULL;
    }
  return FALSE;
}

/**
 * nst_life_cycle_find_step:
 * @self: a life cycle
 * @code: (nullable): code of a step
 *
 * Returns: (transfer none) (nullable): the step
 */
const NstLifeStep *
nst_life_cycle_find_step (NstLifeCycle *self, const char *code)
{
  g_return_val_if_fail (NST_IS_LIFE_CYCLE (self), NULL);

  for (guint i = 0; code != NULL && i < self->steps->len; i++)
    {
      const NstLifeStep *step = self->steps->pdata[i];

      if (strcmp (step->code, code) == 0)
        return step;
    }
  return NULL;
}

/**
 * nst_life_cycle_set_initial:
 * @self: a life cycle
 * @initial: code of the state that a new record is in
 */
void
nst_life_cycle_set_initial (NstLifeCycle *self, const char *initial)
{
  g_return_if_fail (NST_IS_LIFE_CYCLE (self));
  g_free (self->initial);
  self->initial = g_strdup (initial);
}

/* Puts @item where @old is, or at the end. */
static void
take_at (GPtrArray *items, gconstpointer old, gpointer item, GDestroyNotify free_old)
{
  guint position;

  if (old != NULL && g_ptr_array_find (items, old, &position))
    {
      free_old (items->pdata[position]);
      items->pdata[position] = item;
    }
  else
    g_ptr_array_add (items, item);
}

/**
 * nst_life_cycle_take_state:
 * @self: a life cycle
 * @state: (transfer full): a state; it takes the place of one with the same code
 */
void
nst_life_cycle_take_state (NstLifeCycle *self, NstLifeState *state)
{
  g_return_if_fail (NST_IS_LIFE_CYCLE (self) && state != NULL);
  take_at (self->states, nst_life_cycle_find_state (self, state->code), state,
           (GDestroyNotify) nst_life_state_free);
}

/**
 * nst_life_cycle_take_step:
 * @self: a life cycle
 * @step: (transfer full): a step; it takes the place of one with the same code
 */
void
nst_life_cycle_take_step (NstLifeCycle *self, NstLifeStep *step)
{
  g_return_if_fail (NST_IS_LIFE_CYCLE (self) && step != NULL);
  take_at (self->steps, nst_life_cycle_find_step (self, step->code), step,
           (GDestroyNotify) nst_life_step_free);
}

/**
 * nst_life_cycle_take_computed:
 * @self: a life cycle
 * @row: (transfer full): a computed transition, applied after those before it
 */
void
nst_life_cycle_take_computed (NstLifeCycle *self, NstLifeComputed *row)
{
  g_return_if_fail (NST_IS_LIFE_CYCLE (self) && row != NULL);
  g_ptr_array_add (self->computed, row);
}

/**
 * nst_life_cycle_clear_computed:
 * @self: a life cycle
 *
 * Forgets the computed transitions: they are a list in an order, so a pack that has its own
 * replaces them all.
 */
void
nst_life_cycle_clear_computed (NstLifeCycle *self)
{
  g_return_if_fail (NST_IS_LIFE_CYCLE (self));
  g_ptr_array_set_size (self->computed, 0);
}
