/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step being planned: what the operations of steps work with. */
#pragma once

#include "rules/nst-agreement-days.h"
#include "rules/nst-steps.h"

G_BEGIN_DECLS

/**
 * NstStepRun:
 * @context: scheme, source and the day of recording
 * @record: on which record
 * @step: the pack's row
 * @values: what was given, in canonical text by field
 * @used: names of what the operation has put somewhere itself
 * @change: gets what the step does
 * @date: day of the step
 * @party: (nullable): role that acts; unknown where several may and none was named
 * @party_given: whether the role was named, not assumed
 * @person: local id of who acts, or 0
 * @subject: (nullable): a further record that the guards look at, such as a new report
 * @to: state that the step leads to; an operation may replace it; %NULL leaves the state
 * @trial: whether it is only asked if the step is possible: nothing has been given yet
 * @findings: (element-type NstFinding): what speaks against the step
 */
typedef struct
{
  const NstRuleContext *context;
  NstRecord *record;
  const NstLifeStep *step;
  GHashTable *values;
  GHashTable *used;
  NstChange *change;
  GDate date;
  const char *party;
  gboolean party_given;
  gint64 person;
  NstRecord *subject;
  char *to;
  gboolean trial;
  GPtrArray *findings;
} NstStepRun;

typedef gboolean (*NstStepFunc) (NstStepRun *run, GError **error);

/**
 * NstStepOperation:
 * @name: as in the packs' tables
 * @kinds: kinds of records that the asked fields belong to first, in this order; then
 *   they are fields of the record itself
 * @plan: adds to the run's change what is done besides state and date
 */
typedef struct
{
  const char *name;
  const char *kinds[4];
  NstStepFunc plan;
} NstStepOperation;

void nst_step_run_init (NstStepRun *run, const NstRuleContext *context, NstRecord *record,
                        const NstLifeStep *step, NstStepArgs *args);
void nst_step_run_clear (NstStepRun *run);
gboolean nst_step_run_check_state (const NstRuleContext *context, NstRecord *record,
                                   const NstLifeStep *step, GError **error);
gboolean nst_step_run_plan (NstStepRun *run, GError **error);
char *nst_step_run_dup_done (NstStepRun *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NstStepRun, nst_step_run_clear)

NstLifeCycle *nst_steps_get_cycle (const NstRuleContext *context, NstRecord *record);
gboolean nst_steps_is_from (NstLifeCycle *cycle, const char *state, GStrv from);
const NstStepOperation *nst_step_operations_find (const char *name);
const char *nst_step_operations_get_argument (const char *name);

gboolean nst_steps_is_titled_by_code (NstRecord *record);
GList *nst_step_args_list (NstStepArgs *self);
const char *nst_step_run_get (NstStepRun *run, const char *field);
const char *nst_step_run_take (NstStepRun *run, const char *field);
void nst_step_run_take_all (NstStepRun *run, NstRecord *record);
void nst_step_run_set_to (NstStepRun *run, const char *state);
void nst_step_run_find (NstStepRun *run, NstFinding *finding);
void nst_step_run_set_subject (NstStepRun *run, NstRecord *record);
gboolean nst_step_run_refuse (GError **error, const char *message);
gboolean nst_step_run_miss (GError **error, const char *message);

char *nst_step_run_dup_title_of_paper (NstStepRun *run, NstRecord *record);
void nst_step_run_dispatch (NstStepRun *run, NstRecord *subject, NstRecord *sender,
                            NstRecord *recipient, NstRecord *person);
NstRecord *nst_agreement_steps_draft (NstStepRun *run, NstRecord *group, NstRecord *experienced,
                                      NstRecord *developing, NstRecord *third);
void nst_agreement_steps_number (NstStepRun *run);
void nst_supplement_steps_extend (NstStepRun *run, NstRecord *group, const char *until);
void nst_supplement_steps_replace (NstStepRun *run, NstRecord *agreement, NstRecord *team);
void nst_program_draft_make (NstStepRun *run, NstRecord *group);
void nst_group_steps_release (NstStepRun *run, NstRecord *group);
gboolean nst_group_steps_is_free (NstStepRun *run, NstRecord *team, NstRecord *group);
NstRecord *nst_program_correction_make (NstStepRun *run, NstRecord *program, const char *reason);
void nst_group_steps_end_agreement (NstStepRun *run, NstRecord *agreement);
void nst_group_steps_end_agreements (NstStepRun *run, NstRecord *group);
void nst_program_steps_close (NstStepRun *run, NstRecord *program);
NstRecord *nst_report_author_dup (NstStepRun *run, NstRecord *program, const char *kind);
void nst_report_author_judge (NstStepRun *run, NstRecord *program, NstRecord *report,
                              const char *kind);
void nst_report_author_act (NstStepRun *run, const char *kind);

/* By noun: */
gboolean nst_group_steps_form (NstStepRun *run, GError **error);
gboolean nst_group_steps_draft_agreements (NstStepRun *run, GError **error);
gboolean nst_replacement_steps_replace (NstStepRun *run, GError **error);
gboolean nst_group_steps_close (NstStepRun *run, GError **error);
gboolean nst_group_steps_dissolve (NstStepRun *run, GError **error);
gboolean nst_agreement_steps_send (NstStepRun *run, GError **error);
gboolean nst_agreement_steps_sign (NstStepRun *run, GError **error);
gboolean nst_agreement_steps_end (NstStepRun *run, GError **error);
gboolean nst_agreement_steps_cancel (NstStepRun *run, GError **error);
gboolean nst_team_steps_register (NstStepRun *run, GError **error);
gboolean nst_program_steps_agree (NstStepRun *run, GError **error);
gboolean nst_program_steps_approve (NstStepRun *run, GError **error);
gboolean nst_program_steps_return (NstStepRun *run, GError **error);
gboolean nst_program_steps_send (NstStepRun *run, GError **error);
gboolean nst_program_steps_accept (NstStepRun *run, GError **error);
gboolean nst_program_steps_extend (NstStepRun *run, GError **error);
gboolean nst_program_steps_end (NstStepRun *run, GError **error);
gboolean nst_program_steps_terminate (NstStepRun *run, GError **error);
gboolean nst_program_steps_correct (NstStepRun *run, GError **error);
gboolean nst_activity_steps_complete (NstStepRun *run, GError **error);
gboolean nst_report_steps_issue (NstStepRun *run, GError **error);
gboolean nst_report_steps_send (NstStepRun *run, GError **error);
gboolean nst_report_steps_forward (NstStepRun *run, GError **error);
gboolean nst_report_steps_accept (NstStepRun *run, GError **error);
gboolean nst_program_correction_approve (NstStepRun *run, GError **error);
gboolean nst_supplement_steps_register (NstStepRun *run, GError **error);
gboolean nst_year_steps_close (NstStepRun *run, GError **error);

G_END_DECLS
