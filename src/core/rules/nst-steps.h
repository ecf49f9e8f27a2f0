/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a life cycle: which are possible now, and what each changes. */
#pragma once

#include "model/nst-change.h"
#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstStepArgs:
 *
 * What a person gives for a step: fields by name, the party acted for, the person who
 * acted and the day.
 */
typedef struct _NstStepArgs NstStepArgs;

NstStepArgs *nst_step_args_new (void);
void nst_step_args_free (NstStepArgs *self);
void nst_step_args_set (NstStepArgs *self, const char *field, const char *text);
const char *nst_step_args_get (NstStepArgs *self, const char *field);
void nst_step_args_set_party (NstStepArgs *self, const char *party);
void nst_step_args_set_person (NstStepArgs *self, gint64 person);
void nst_step_args_set_date (NstStepArgs *self, const GDate *date);
const char *nst_step_args_get_party (NstStepArgs *self);
gint64 nst_step_args_get_person (NstStepArgs *self);
gboolean nst_step_args_get_date (NstStepArgs *self, GDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstStepArgs, nst_step_args_free)

/**
 * NstStepOffer:
 * @step: the pack's row
 * @record: on which record
 * @possible: whether it can be done now
 * @reasons: (element-type NstFinding): findings of the guards that refuse it
 * @why_not: (nullable): plain words when it is not possible
 */
typedef struct
{
  const NstLifeStep *step;
  NstRecord *record;
  gboolean possible;
  GPtrArray *reasons;
  char *why_not;
} NstStepOffer;

void nst_step_offer_free (NstStepOffer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstStepOffer, nst_step_offer_free)

/* State on the context's day: the stored one, moved by the computed transitions. */
const NstLifeState *nst_steps_get_state (const NstRuleContext *context, NstRecord *record);
gboolean nst_steps_is_state (const NstRuleContext *context, NstRecord *record, const char *codes);
/* How people call a record: never by a raw code, and in words when it has no number. */
char *nst_steps_dup_title (NstScheme *scheme, NstRecord *record);
GPtrArray *nst_steps_list (const NstRuleContext *context, NstRecord *record);
NstStepOffer *nst_steps_find_next (const NstRuleContext *context, NstRecord *record,
                                   const char *role);
/* The step as data, ready for the store's door; refused steps give NST_RULE_ERROR. */
NstChange *nst_steps_plan (const NstRuleContext *context, NstRecord *record, const char *step,
                           NstStepArgs *args, GError **error);
/* The same after @before, of which it becomes a part. */
gboolean nst_steps_plan_after (const NstRuleContext *context, NstChange *before,
                               NstRecord *record, const char *step, NstStepArgs *args,
                               GError **error);
const NstLifeStep *nst_steps_find (NstScheme *scheme, const char *step, const char **kind);
/* Field behind one of the step's `asks` ("reason" or "reason?"), for labels and editors. */
const NstField *nst_steps_find_ask (const NstLifeStep *step, const NstKind *kind, const char *ask,
                                    gboolean *optional);

/* How a form names it: a number says of which paper it is. */
char *nst_steps_dup_ask_label (const NstLifeStep *step, const NstKind *kind, const char *ask);

G_END_DECLS
