/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A life cycle as a pack's table: states and the steps between them. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * NstLifeState:
 * @code: as kept in the record's `state`, or computed
 * @title: wording
 * @tone: "neutral", "waiting", "good", "bad": how a pill is coloured
 * @counts_as: (nullable): built-in state that an own state counts as
 */
typedef struct
{
  char *code;
  char *title;
  char *tone;
  char *counts_as;
} NstLifeState;

/**
 * NstLifeStep:
 * @code: as in `do sign-agreement`
 * @title: what the button says, verb first
 * @done: what the history and the toast say, with {title} for the record and {version} for
 *   its version
 * @from: states it starts from; empty strv: any
 * @to: state it leads to; "" leaves the state; may be decided by @operation
 * @who: role codes that may act, first is the default
 * @guards: rule numbers that must hold
 * @operation: name of what is done besides the state, see docs of the rules room
 * @date_field: (nullable): field that gets the date of the step
 * @asks: fields asked from the person, "field" or "field?" when optional
 * @paper: (nullable): document code that the step issues
 * @sealed: has left the house, cannot be undone
 *
 * One row of DOMAIN 5.
 */
typedef struct
{
  char *code;
  char *title;
  char *done;
  GStrv from;
  char *to;
  GStrv who;
  GStrv guards;
  char *operation;
  char *date_field;
  GStrv asks;
  char *paper;
  gboolean sealed;
} NstLifeStep;

/**
 * NstLifeComputed:
 * @from: stored or computed states it starts from
 * @to: state shown instead
 * @when: name of a condition of the rules room, with its argument: "after:end",
 *   "since:start", "all-agreements:IN_FORCE", "program:IN_PROGRESS"
 *
 * A transition that nobody performs (DOMAIN 5, Time); applied in order of the table.
 */
typedef struct
{
  GStrv from;
  char *to;
  GStrv when;
} NstLifeComputed;

void nst_life_state_free (NstLifeState *self);
void nst_life_step_free (NstLifeStep *self);
void nst_life_computed_free (NstLifeComputed *self);

#define NST_TYPE_LIFE_CYCLE (nst_life_cycle_get_type ())
G_DECLARE_FINAL_TYPE (NstLifeCycle, nst_life_cycle, NST, LIFE_CYCLE, GObject)

NstLifeCycle *nst_life_cycle_new (const char *kind, const char *initial);
const char *nst_life_cycle_get_kind (NstLifeCycle *self);
const char *nst_life_cycle_get_initial (NstLifeCycle *self);
GPtrArray *nst_life_cycle_get_states (NstLifeCycle *self);
GPtrArray *nst_life_cycle_get_steps (NstLifeCycle *self);
GPtrArray *nst_life_cycle_get_computed (NstLifeCycle *self);
const NstLifeState *nst_life_cycle_find_state (NstLifeCycle *self, const char *code);
gboolean nst_life_cycle_counts_as (NstLifeCycle *self, const char *state, const char *other);
const NstLifeStep *nst_life_cycle_find_step (NstLifeCycle *self, const char *code);

/* What loaders add; the life cycle takes it, in the place of what has the same code. */
void nst_life_cycle_set_initial (NstLifeCycle *self, const char *initial);
void nst_life_cycle_take_state (NstLifeCycle *self, NstLifeState *state);
void nst_life_cycle_take_step (NstLifeCycle *self, NstLifeStep *step);
void nst_life_cycle_take_computed (NstLifeCycle *self, NstLifeComputed *row);
void nst_life_cycle_clear_computed (NstLifeCycle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstLifeState, nst_life_state_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstLifeStep, nst_life_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstLifeComputed, nst_life_computed_free)

G_END_DECLS
