/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a programme: agreeing, approving, sending, extending, ending, accepting. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"
#include "rules/nst-progress.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-step-run.h"

#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The side that a party stands for: its code begins with the side's. */
static const char *
get_agreed_field (const char *party)
{
  if (party != NULL && g_str_has_prefix (party, NST_SIDE_EXPERIENCED))
    return "experienced_agreed_on";
  if (party != NULL && g_str_has_prefix (party, NST_SIDE_DEVELOPING))
    return "developing_agreed_on";
  return NULL;
}

/* One team agrees; AGREED when both have (R27). */
gboolean
nst_program_steps_agree (NstStepRun *run, GError **error)
{
  const char *field = run->party_given ? get_agreed_field (run->party) : NULL;

  if (run->trial)
    {
      nst_change_set_date (run->change, run->record, "experienced_agreed_on", &run->date);
      nst_change_set_date (run->change, run->record, "developing_agreed_on", &run->date);
      return TRUE;
    }
  if (field == NULL)
    return nst_step_run_miss (error, _ ("Say which team has agreed: EXPERIENCED or DEVELOPING"));
  if (nst_record_get_text (run->record, field) != NULL)
    return nst_step_run_refuse (error, _ ("This team has agreed already; the other one has to"));
  nst_change_set_date (run->change, run->record, field, &run->date);
  if (nst_change_peek (run->change, run->record, "experienced_agreed_on") == NULL ||
      nst_change_peek (run->change, run->record, "developing_agreed_on") == NULL)
    nst_step_run_set_to (run, NULL);
  else
    {
      nst_change_set_date (run->change, run->record, "agreed_on", &run->date);
      nst_step_run_set_to (run, "AGREED");
    }
  g_hash_table_add (run->used, g_strdup (field));
  return TRUE;
}

/* Back with remarks: both teams agree anew. */
gboolean
nst_program_steps_return (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  nst_change_set (run->change, run->record, "experienced_agreed_on", NULL);
  nst_change_set (run->change, run->record, "developing_agreed_on", NULL);
  nst_change_set (run->change, run->record, "agreed_on", NULL);
  return TRUE;
}

/* Approved by the person who acts; nobody named is the territory's curator (R28 judges). */
gboolean
nst_program_steps_approve (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) curator = nst_group_sides_dup_curator (run->context, run->record);
  const char *typed = nst_step_run_take (run, "approved_by");

  if (typed != NULL)
    run->person = g_ascii_strtoll (typed, NULL, 10);
  if (run->person == 0 && curator != NULL)
    run->person = nst_record_get_id (curator);
  if (run->person != 0)
    nst_change_set_int (run->change, run->record, "approved_by", run->person);
  nst_change_set_date (run->change, run->record, "approved_on", &run->date);
  return TRUE;
}

/* From the curator's body to the operator, the plan of spreading experience with it. */
gboolean
nst_program_steps_send (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  NstSource *source = run->context->source;
  g_autoptr (NstRecord) group = nst_source_dup_ref (source, run->record, "group");
  g_autoptr (NstRecord) curator = nst_group_sides_dup_curator (run->context, run->record);
  g_autoptr (NstRecord) sender = nst_source_dup_ref (source, curator, "organisation");
  g_autoptr (NstRecord) third = NULL;
  g_autoptr (NstRecord) coordinator = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (group == NULL)
    return TRUE;
  third = nst_group_sides_dup_operator (run->context, group);
  coordinator = nst_source_dup_ref (source, group, "coordinator");
  nst_step_run_dispatch (run, run->record, sender, third, coordinator);
  items = nst_source_list_of (source, "dissemination", "group", group);
  for (guint i = 0; i < items->len; i++)
    if (nst_record_get_text (items->pdata[i], "sent_on") == NULL)
      nst_change_set_date (run->change, items->pdata[i], "sent_on", &run->date);
  return TRUE;
}

/* Programme, its group and its final report are closed; teams are free, agreements end. */
void
nst_program_steps_close (NstStepRun *run, NstRecord *program)
{
  NstSource *source = run->context->source;
  g_autoptr (NstRecord) group = nst_source_dup_ref (source, program, "group");
  g_autoptr (GPtrArray) reports = nst_source_list_of (source, "report", "program", program);

  nst_change_set (run->change, program, "state", "CLOSED");
  nst_change_set_date (run->change, program, "accepted_on", &run->date);
  for (guint i = 0; i < reports->len; i++)
    if (nst_rules_counts_as (run->context, reports->pdata[i], "ISSUED", "SENT", NULL))
      {
        nst_change_set (run->change, reports->pdata[i], "state", "ACCEPTED");
        nst_change_set_date (run->change, reports->pdata[i], "accepted_on", &run->date);
      }
  if (group == NULL)
    return;
  nst_change_set (run->change, group, "state", "CLOSED");
  nst_change_set_date (run->change, group, "closed_on", &run->date);
  nst_group_steps_release (run, group);
}

/* REPORTED to CLOSED: the coordinator accepts. */
gboolean
nst_program_steps_accept (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  nst_program_steps_close (run, run->record);
  nst_step_run_set_to (run, "CLOSED");
  return TRUE;
}

/* R23, the window: from so many days before the set end to the end of the report's days. */
static void
judge_window (NstStepRun *run)
{
  NstScheme *scheme = run->context->scheme;
  NstRuleText *rule = nst_scheme_find_rule (scheme, "R23a");
  gint64 before = nst_scheme_get_limit_int (scheme, "extension.decide-before.days", 0);
  gint64 after = nst_scheme_get_limit_int (scheme, "report.days", 0);
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  g_autofree char *date_text = NULL;
  GDate end, from, to;

  if (rule == NULL || !nst_record_get_date (run->record, "end", &end))
    return;
  from = to = end;
  g_date_subtract_days (&from, (guint) before);
  g_date_add_days (&to, (guint) after);
  if (g_date_compare (&run->date, &from) >= 0 && g_date_compare (&run->date, &to) <= 0)
    return;
  from_text = nst_russian_date (&from);
  to_text = nst_russian_date (&to);
  date_text = nst_russian_date (&run->date);
  nst_step_run_find (run, nst_finding_new (rule, run->record, "from", from_text, "to", to_text,
                                           "date", date_text, NULL));
}

/* One extension, decided in its window, by at most the scheme's months (R23); each agreement
 * in force gets a supplementary one with the new end. */
gboolean
nst_program_steps_extend (NstStepRun *run, GError **error)
{
  NstRuleText *once = nst_scheme_find_rule (run->context->scheme, "R23b");
  g_autoptr (NstRecord) group = nst_source_dup_ref (run->context->source, run->record, "group");

  if (nst_record_get_text (run->record, "extended_until") != NULL)
    {
      if (once == NULL)
        return nst_step_run_refuse (error, _ ("The programme has been extended already"));
      nst_step_run_find (run, nst_finding_new (once, run->record, NULL));
    }
  judge_window (run);
  if (group != NULL && !run->trial)
    nst_supplement_steps_extend (run, group, nst_step_run_get (run, "extended_until"));
  return TRUE;
}

/* R24: a reason for the rest, where not everything is done. */
static void
judge_rest (NstStepRun *run)
{
  NstRuleText *rule = nst_scheme_find_rule (run->context->scheme, "R24a");
  g_autofree char *numbers = NULL;
  NstRuleContext at = *run->context;

  if (rule == NULL || nst_step_run_get (run, "rest_reason") != NULL)
    return;
  at.today = run->date;
  numbers = nst_progress_dup_unexplained (&at, run->record);
  if (numbers != NULL)
    nst_step_run_find (run, nst_finding_new (rule, run->record, "numbers", numbers, NULL));
}

/* An early end: the reason is asked, the day is the step's (R24); the agreements end too. */
gboolean
nst_program_steps_end (NstStepRun *run, GError **error)
{
  judge_rest (run);
  return nst_program_steps_terminate (run, error);
}

/* The group has been dissolved without a replacement: agreements end with the programme. */
gboolean
nst_program_steps_terminate (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (run->context->source, run->record, "group");

  nst_change_set_date (run->change, run->record, "ended_on", &run->date);
  if (group != NULL)
    nst_group_steps_end_agreements (run, group);
  return TRUE;
}
