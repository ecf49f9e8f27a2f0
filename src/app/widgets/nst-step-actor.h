/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes a step: the office itself, or another party whose paper it holds. */
#pragma once

#include "rules/nst-steps.h"
#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_STEP_ACTOR (nst_step_actor_get_type ())
G_DECLARE_FINAL_TYPE (NstStepActor, nst_step_actor, NST, STEP_ACTOR, GObject)

/* Whether the office's own role takes such a step. */
gboolean nst_step_actor_is_ours (NstOffice *office, const NstLifeStep *step);
/* (nullable): the one of the step's parties that the office is: the side of its school in the
 * group of @record, else its role. */
const char *nst_step_actor_get_own_party (NstOffice *office, NstRecord *record,
                                          const NstLifeStep *step);
/* (transfer full): the office itself acts, by the person of its card. */
NstStepArgs *nst_step_actor_own_args (NstOffice *office, NstRecord *record,
                                      const NstLifeStep *step);
/* Whether one click cannot tell who has acted. */
gboolean nst_step_actor_is_needed (NstOffice *office, const NstLifeStep *step);
/* «Муниципальный куратор, Оператор»; empty when anybody may. */
char *nst_step_actor_dup_who (NstOffice *office, const NstLifeStep *step);

/* Appends rows for the party, the person and the paper to @list. */
NstStepActor *nst_step_actor_new (NstOffice *office, NstRecord *record, const NstLifeStep *step,
                                  GtkListBox *list);
/* Proposes the party that can act now and its person; call when the rows are shown. */
void nst_step_actor_propose (NstStepActor *self);
/* Only @party can have acted; @person (nullable) is proposed. */
void nst_step_actor_set (NstStepActor *self, const char *party, NstRecord *person);
gboolean nst_step_actor_fill (NstStepActor *self, NstStepArgs *args, GError **error);
/* The paper, when one was chosen, becomes part of what the step does. */
void nst_step_actor_attach (NstStepActor *self, NstChange *change);

G_END_DECLS
