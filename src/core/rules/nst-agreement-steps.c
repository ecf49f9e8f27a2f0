/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of an agreement: drafting, sending, the signatures. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-numbering.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-step-run.h"

#include "model/nst-error.h"
#include "model/nst-rank.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_party (NstStepRun *run, NstRecord *agreement, guint position, const char *party,
           NstRecord *organisation)
{
  g_autoptr (NstRecord) signer = nst_group_sides_dup_signer (run->context, organisation);
  g_autofree char *rank = nst_rank_nth (position);
  g_autoptr (NstRecord) signature =
      nst_change_add (run->change, "signature", "rank", rank, "party", party, NULL);

  nst_change_set_ref (run->change, signature, "agreement", agreement);
  nst_change_set_ref (run->change, signature, "organisation", organisation);
  nst_change_set_ref (run->change, signature, "person", signer);
}

/* An agreement of one pair of teams and the operator, its term that of the group (R20). */
NstRecord *
nst_agreement_steps_draft (NstStepRun *run, NstRecord *group, NstRecord *experienced,
                           NstRecord *developing, NstRecord *third)
{
  NstSource *source = run->context->source;
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (run->context->scheme, "agreement");
  g_autoptr (NstRecord) first = nst_source_dup_ref (source, experienced, "organisation");
  g_autoptr (NstRecord) second = nst_source_dup_ref (source, developing, "organisation");
  g_autoptr (NstRecord) agreement =
      nst_change_add (run->change, "agreement", "start",
                      nst_record_get_text (group, "period_start"), "end",
                      nst_record_get_text (group, "period_end"), "copies",
                      nst_scheme_get_limit (run->context->scheme, "agreement.copies"), "place",
                      nst_record_get_text (third, "place"), "state",
                      cycle != NULL ? nst_life_cycle_get_initial (cycle) : "DRAFTED", NULL);

  nst_change_set_ref (run->change, agreement, "group", group);
  nst_change_set_ref (run->change, agreement, "experienced", experienced);
  nst_change_set_ref (run->change, agreement, "developing", developing);
  nst_change_set_ref (run->change, agreement, "operator", third);
  add_party (run, agreement, 0, "EXPERIENCED", first);
  add_party (run, agreement, 1, "DEVELOPING", second);
  add_party (run, agreement, 2, "OPERATOR", third);
  return g_steal_pointer (&agreement);
}

/* A number belongs to a year (R96): an agreement numbered now is of the day of the step. */
static void
date_numbered (NstStepRun *run)
{
  if (nst_step_run_get (run, "date") == NULL && nst_record_get_text (run->record, "date") == NULL)
    nst_change_set_date (run->change, run->record, "date", &run->date);
}

/* Before it goes out an agreement has its number (5.3): the one that is typed, else the next of
 * its series, unless the office numbers by hand. */
void
nst_agreement_steps_number (NstStepRun *run)
{
  NstRuleContext then = *run->context;
  g_autoptr (NstNumberSeries) series = NULL;
  g_autofree char *next = NULL;

  if (nst_step_run_get (run, "number") != NULL)
    date_numbered (run);
  if (run->trial || nst_step_run_get (run, "number") != NULL ||
      nst_record_get_text (run->record, "number") != NULL)
    return;
  then.today = run->date;
  series = nst_numbering_of (&then, run->record);
  if (series == NULL || series->by_hand)
    return;
  next = nst_numbering_next (&then, series);
  nst_change_set (run->change, run->record, "number", next);
  date_numbered (run);
}

/* DRAFTED to SENT: a dispatch to each organisation but the sender. */
gboolean
nst_agreement_steps_send (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  NstSource *source = run->context->source;
  g_autoptr (NstRecord) third = nst_source_dup_ref (source, run->record, "operator");
  g_autoptr (GPtrArray) signatures =
      nst_source_list_of (source, "signature", "agreement", run->record);

  nst_agreement_steps_number (run);
  for (guint i = 0; i < signatures->len; i++)
    {
      g_autoptr (NstRecord) recipient =
          nst_source_dup_ref (source, signatures->pdata[i], "organisation");

      if (recipient != NULL && recipient != third)
        nst_step_run_dispatch (run, run->record, third, recipient, NULL);
    }
  return TRUE;
}

/* IN_FORCE to ENDED: what supplements it binds no longer either. */
gboolean
nst_agreement_steps_end (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) supplements =
      nst_source_list_of (run->context->source, "agreement", "supplements", run->record);

  for (guint i = 0; i < supplements->len; i++)
    nst_group_steps_end_agreement (run, supplements->pdata[i]);
  return TRUE;
}

static gboolean
takes_part (NstStepRun *run, NstRecord *group, NstRecord *team)
{
  g_autoptr (GPtrArray) teams = nst_group_sides_list_teams (run->context, group, NULL);

  for (guint i = 0; team != NULL && i < teams->len; i++)
    if (nst_record_get_id (teams->pdata[i]) == nst_record_get_id (team))
      return TRUE;
  return FALSE;
}

/* To CANCELLED: a new one is drafted while the pair works together (5.3, R19). */
gboolean
nst_agreement_steps_cancel (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  NstSource *source = run->context->source;
  g_autoptr (NstRecord) group = nst_source_dup_ref (source, run->record, "group");
  g_autoptr (NstRecord) experienced = nst_source_dup_ref (source, run->record, "experienced");
  g_autoptr (NstRecord) developing = nst_source_dup_ref (source, run->record, "developing");
  g_autoptr (NstRecord) third = NULL;
  g_autoptr (NstRecord) next = NULL;

  if (group == NULL || nst_record_get_ref (run->record, "supplements") != 0 ||
      nst_rules_counts_as (run->context, group, "DRAFT", "CLOSED", "DISSOLVED", NULL) ||
      !takes_part (run, group, experienced) || !takes_part (run, group, developing))
    return TRUE;
  third = nst_group_sides_dup_operator (run->context, group);
  next = nst_agreement_steps_draft (run, group, experienced, developing, third);
  nst_change_set (run->change, next, "start", nst_record_get_text (run->record, "start"));
  nst_change_set (run->change, next, "end", nst_record_get_text (run->record, "end"));
  nst_change_set (run->change, next, "previous", nst_record_get_text (run->record, "previous"));
  return TRUE;
}

static NstRecord *
find_party (GPtrArray *signatures, const char *party)
{
  for (guint i = 0; i < signatures->len; i++)
    {
      const char *code = nst_record_get_text (signatures->pdata[i], "party");

      if (code != NULL && party != NULL && g_str_has_prefix (party, code))
        return signatures->pdata[i];
    }
  return NULL;
}

static guint
count_signed (GPtrArray *signatures)
{
  guint n = 0;

  for (guint i = 0; i < signatures->len; i++)
    if (nst_record_get_text (signatures->pdata[i], "signed_on") != NULL)
      n++;
  return n;
}

/* A signature of one party; the last one makes the agreement SIGNED. */
gboolean
nst_agreement_steps_sign (NstStepRun *run, GError **error)
{
  g_autoptr (GPtrArray) signatures =
      nst_source_list_of (run->context->source, "signature", "agreement", run->record);
  const char *party = nst_step_run_take (run, "party");
  const char *way = nst_step_run_take (run, "way");
  NstRecord *signature;
  GDate signed_on;

  if (run->trial)
    return TRUE;
  if (party == NULL && run->party_given)
    party = run->party;
  signature = find_party (signatures, party);
  if (signature == NULL)
    return nst_step_run_miss (error, _ ("Say which party has signed: EXPERIENCED, DEVELOPING "
                                        "or OPERATOR"));
  if (nst_record_get_date (signature, "signed_on", &signed_on))
    {
      g_autofree char *date = nst_russian_date (&signed_on);

      g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
                   _ ("%s has signed already on %s; undo that signature to enter another"),
                   nst_record_get_display (signature, "organisation"), date);
      return FALSE;
    }
  if (!nst_agreement_days_check (run->context, run->record, "signed_on", &run->date, error))
    return FALSE;
  nst_change_set_date (run->change, signature, "signed_on", &run->date);
  if (way != NULL)
    nst_change_set (run->change, signature, "way", way);
  if (run->person != 0)
    nst_change_set_int (run->change, signature, "person", run->person);
  else
    run->person = nst_record_get_ref (signature, "person");
  nst_step_run_set_to (run, count_signed (signatures) + 1 < signatures->len ? "PARTLY_SIGNED"
                                                                            : "SIGNED");
  return TRUE;
}
