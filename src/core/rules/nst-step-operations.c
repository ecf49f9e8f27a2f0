/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The operations that a pack's steps may name, and what a run offers to them. */
#include "config.h"

#include "rules/nst-step-run.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const NstStepOperation operations[] = {
  { "form-group", { "order", "participant", NULL }, nst_group_steps_form },
  { "draft-agreements", { "participant", NULL }, nst_group_steps_draft_agreements },
  { "replace-team", { "basis", "order", "participant", NULL }, nst_replacement_steps_replace },
  { "close-group", { NULL }, nst_group_steps_close },
  { "dissolve-group", { "order", NULL }, nst_group_steps_dissolve },
  { "send-agreement", { NULL }, nst_agreement_steps_send },
  { "sign-agreement", { "signature", NULL }, nst_agreement_steps_sign },
  { "register-agreement", { NULL }, nst_supplement_steps_register },
  { "end-agreement", { NULL }, nst_agreement_steps_end },
  { "cancel-agreement", { NULL }, nst_agreement_steps_cancel },
  { "register-team", { NULL }, nst_team_steps_register },
  { "agree-program", { NULL }, nst_program_steps_agree },
  { "approve-program", { NULL }, nst_program_steps_approve },
  { "return-program", { NULL }, nst_program_steps_return },
  { "send-program", { NULL }, nst_program_steps_send },
  { "accept-program", { NULL }, nst_program_steps_accept },
  { "extend-program", { NULL }, nst_program_steps_extend },
  { "end-program", { NULL }, nst_program_steps_end },
  { "terminate-program", { NULL }, nst_program_steps_terminate },
  { "correct-program", { NULL }, nst_program_steps_correct },
  { "reapprove-program", { NULL }, nst_program_correction_approve },
  { "complete-activity", { "mark", NULL }, nst_activity_steps_complete },
  { "issue-report", { "report", NULL }, nst_report_steps_issue },
  { "send-report", { NULL }, nst_report_steps_send },
  { "forward-report", { NULL }, nst_report_steps_forward },
  { "accept-report", { NULL }, nst_report_steps_accept },
  { "close-year", { NULL }, nst_year_steps_close },
};

/**
 * nst_step_operations_find:
 * @name: (nullable): as in the packs' tables, "name" or "name:argument"
 *
 * Returns: (transfer none) (nullable): the operation
 */
const NstStepOperation *
nst_step_operations_find (const char *name)
{
  gsize length = name != NULL ? strcspn (name, ":") : 0;

  for (guint i = 0; length > 0 && i < G_N_ELEMENTS (operations); i++)
    if (strlen (operations[i].name) == length && strncmp (operations[i].name, name, length) == 0)
      return &operations[i];
  return NULL;
}

/**
 * nst_step_operations_get_argument:
 * @name: (nullable): as in the packs' tables
 *
 * Returns: (transfer none) (nullable): what stands after the colon
 */
const char *
nst_step_operations_get_argument (const char *name)
{
  const char *colon = name != NULL ? strchr (name, ':') : NULL;

  return colon != NULL && colon[1] != '\0' ? colon + 1 : NULL;
}

/* What was given for a field, canonical; it stays for the record itself. */
const char *
nst_step_run_get (NstStepRun *run, const char *field)
{
  return g_hash_table_lookup (run->values, field);
}

/* The same, for an operation that puts it somewhere itself. */
const char *
nst_step_run_take (NstStepRun *run, const char *field)
{
  g_hash_table_add (run->used, g_strdup (field));
  return g_hash_table_lookup (run->values, field);
}

/* Puts whatever was given and @record has a field for into @record. */
void
nst_step_run_take_all (NstStepRun *run, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, run->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (nst_kind_find_field (kind, name) != NULL && !g_hash_table_contains (run->used, name))
      {
        nst_change_set (run->change, record, name, value);
        g_hash_table_add (run->used, g_strdup (name));
      }
}

void
nst_step_run_set_to (NstStepRun *run, const char *state)
{
  g_free (run->to);
  run->to = g_strdup (state);
}

/* Adds what speaks against the step; takes the finding, which may be %NULL. */
void
nst_step_run_find (NstStepRun *run, NstFinding *finding)
{
  if (finding != NULL)
    g_ptr_array_add (run->findings, finding);
}

/* A further record for the guards to look at; it may be %NULL. */
void
nst_step_run_set_subject (NstStepRun *run, NstRecord *record)
{
  g_set_object (&run->subject, record);
}

/* How a paper is called that leaves the house: by its own wording where the scheme gives
 * one, else as its kind with the number that it has or gets with this step. */
char *
nst_step_run_dup_title_of_paper (NstStepRun *run, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  g_autofree char *key = g_strdup_printf ("paper.%s", kind->name);
  g_autofree char *title = nst_steps_dup_title (run->context->scheme, record);
  const char *paper = nst_scheme_get_text (run->context->scheme, key);
  const char *number = NULL;

  if (nst_steps_is_titled_by_code (record))
    return g_steal_pointer (&title);
  if (paper == NULL)
    paper = _ (kind->label);
  if (nst_kind_find_field (kind, "number") != NULL)
    {
      number = nst_step_run_get (run, "number");
      if (number == NULL)
        number = nst_change_peek (run->change, record, "number");
      return number != NULL ? g_strdup_printf ("%s № %s", paper, number) : g_strdup (paper);
    }
  return g_strdup_printf ("%s %s", paper, title);
}

/* Records that a paper goes from office to office. */
void
nst_step_run_dispatch (NstStepRun *run, NstRecord *subject, NstRecord *sender,
                       NstRecord *recipient, NstRecord *person)
{
  g_autofree char *what = nst_step_run_dup_title_of_paper (run, subject);
  g_autoptr (NstRecord) dispatch = nst_change_add (run->change, "dispatch", "what", what, NULL);

  nst_change_set_link (run->change, dispatch, "subject", subject);
  nst_change_set_ref (run->change, dispatch, "sender", sender);
  nst_change_set_ref (run->change, dispatch, "recipient", recipient);
  nst_change_set_ref (run->change, dispatch, "recipient_person", person);
  nst_change_set_date (run->change, dispatch, "sent_on", &run->date);
}

gboolean
nst_step_run_refuse (GError **error, const char *message)
{
  g_set_error_literal (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED, message);
  return FALSE;
}

gboolean
nst_step_run_miss (GError **error, const char *message)
{
  g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING, message);
  return FALSE;
}
