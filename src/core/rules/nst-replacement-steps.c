/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replacement of a team in a group (DOMAIN 5.6): memo, order, agreement, next version. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-step-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEW_AGREEMENT "NEW_AGREEMENT"

/* The participant whose place the team takes: the one named, else the only one of its side. */
static NstRecord *
dup_leaving (NstStepRun *run, NstRecord *team, GError **error)
{
  const char *named = nst_step_run_take (run, "replaces");
  gint64 wanted = named != NULL ? g_ascii_strtoll (named, NULL, 10) : 0;
  g_autoptr (GPtrArray) entries =
      nst_group_sides_list (run->context, run->record, nst_record_get_text (team, "role"));
  NstRecord *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      if (nst_record_get_ref (entries->pdata[i], "team") == nst_record_get_id (team))
        {
          nst_step_run_refuse (error,
                               _ ("This team is in the group already; choose another one"));
          return NULL;
        }
      if (nst_record_get_id (entries->pdata[i]) == wanted || (named == NULL && entries->len == 1))
        found = entries->pdata[i];
    }
  if (found != NULL)
    return g_object_ref (found);
  nst_step_run_miss (error, named != NULL
                                ? _ ("The participant that leaves is not on the side of the "
                                     "team that enters; choose another one")
                                : _ ("There is not exactly one team on that side of the group; "
                                     "say whose place is taken (replaces=…)"));
  return NULL;
}

/* The coordinator's memo that names the ground. */
static NstRecord *
add_memo (NstStepRun *run)
{
  NstRecord *memo = nst_change_add (run->change, "basis", "kind", "MEMO", "ground",
                                    nst_step_run_take (run, "ground"), "text",
                                    nst_step_run_take (run, "text"), NULL);

  nst_change_set (run->change, memo, "author", nst_record_get_text (run->record, "coordinator"));
  nst_change_set_ref (run->change, memo, "group", run->record);
  nst_change_set_date (run->change, memo, "date", &run->date);
  return memo;
}

static NstRecord *
add_order (NstStepRun *run, NstRecord *memo)
{
  g_autoptr (NstRecord) issuer = nst_group_sides_dup_operator (run->context, run->record);
  g_autoptr (NstRecord) signer = nst_group_sides_dup_signer (run->context, issuer);
  const char *date = nst_step_run_take (run, "date");
  NstRecord *order =
      nst_change_add (run->change, "order", "kind", "REPLACEMENT", "number",
                      nst_step_run_take (run, "number"), "act_name",
                      nst_scheme_get_text (run->context->scheme, "order.act-name"), "title",
                      nst_scheme_get_text (run->context->scheme, "order.REPLACEMENT.title"),
                      NULL);

  nst_change_set_ref (run->change, order, "issuer", issuer);
  nst_change_set_ref (run->change, order, "signer", signer);
  nst_change_set_ref (run->change, order, "group", run->record);
  nst_change_set_ref (run->change, order, "basis", memo);
  if (date != NULL)
    nst_change_set (run->change, order, "date", date);
  else
    nst_change_set_date (run->change, order, "date", &run->date);
  return order;
}

/* The old team leaves the day before, the new one enters; dates stay. */
static void
change_places (NstStepRun *run, NstRecord *leaving, NstRecord *team)
{
  g_autoptr (NstRecord) old = nst_source_dup_ref (run->context->source, leaving, "team");
  g_autoptr (NstRecord) entry =
      nst_change_add (run->change, "participant", "side", nst_record_get_text (team, "role"),
                      "consent_on", nst_step_run_take (run, "consent_on"), NULL);
  GDate last = run->date;

  g_date_subtract_days (&last, 1);
  nst_change_set_date (run->change, leaving, "to", &last);
  nst_change_set_ref (run->change, entry, "group", run->record);
  nst_change_set_ref (run->change, entry, "team", team);
  nst_change_set_ref (run->change, entry, "replaces", leaving);
  nst_change_set_date (run->change, entry, "from", &run->date);
  nst_change_set (run->change, team, "state", "ASSIGNED");
  if (old != NULL && nst_group_steps_is_free (run, old, run->record))
    nst_change_set (run->change, old, "state", "REGISTERED");
}

/* The old agreement ends, a new one with the new team has the rest of the term. */
static void
renew_agreement (NstStepRun *run, NstRecord *old, NstRecord *team)
{
  NstSource *source = run->context->source;
  gboolean experienced = strcmp (nst_record_get_text (team, "role"), NST_SIDE_EXPERIENCED) == 0;
  g_autoptr (NstRecord) other =
      nst_source_dup_ref (source, old, experienced ? "developing" : "experienced");
  g_autoptr (NstRecord) third = nst_source_dup_ref (source, old, "operator");
  g_autoptr (NstRecord) next = NULL;

  nst_group_steps_end_agreement (run, old);
  next = nst_agreement_steps_draft (run, run->record, experienced ? team : other,
                                    experienced ? other : team, third);
  nst_change_set_date (run->change, next, "start", &run->date);
  nst_change_set (run->change, next, "end", nst_record_get_text (old, "end"));
  nst_change_set_ref (run->change, next, "previous", old);
}

/* The paper that follows is the scheme's: a new agreement, or a supplement to one in force. */
static void
change_agreements (NstStepRun *run, NstRecord *leaving, NstRecord *team)
{
  const char *paper = nst_scheme_get_limit (run->context->scheme, "on-replacement");
  gboolean renew = paper == NULL || strcmp (paper, NEW_AGREEMENT) == 0;
  g_autoptr (GPtrArray) agreements =
      nst_source_list_of (run->context->source, "agreement", "group", run->record);
  const char *field = strcmp (nst_record_get_text (team, "role"), NST_SIDE_EXPERIENCED) == 0
                          ? "experienced"
                          : "developing";

  for (guint i = 0; i < agreements->len; i++)
    {
      NstRecord *old = agreements->pdata[i];
      gboolean in_force = nst_rules_counts_as (run->context, old, "IN_FORCE", NULL);

      if (nst_record_get_ref (old, field) != nst_record_get_ref (leaving, "team") ||
          nst_rules_counts_as (run->context, old, "ENDED", "CANCELLED", NULL))
        continue;
      if (nst_record_get_ref (old, "supplements") != 0)
        {
          if (renew || !in_force)
            nst_group_steps_end_agreement (run, old);
        }
      else if (renew || !in_force)
        renew_agreement (run, old, team);
      else
        nst_supplement_steps_replace (run, old, team);
    }
}

/* What the team that left has agreed to, the one that enters has not (R27). */
static void
reopen_program (NstStepRun *run, NstRecord *program, NstRecord *team)
{
  gboolean experienced =
      g_strcmp0 (nst_record_get_text (team, "role"), NST_SIDE_EXPERIENCED) == 0;

  nst_change_set (run->change, program,
                  experienced ? "experienced_agreed_on" : "developing_agreed_on", NULL);
  nst_change_set (run->change, program, "agreed_on", NULL);
  if (nst_rules_counts_as (run->context, program, "AGREED", NULL))
    nst_change_set (run->change, program, "state", "DRAFT");
}

static void
correct_program (NstStepRun *run, NstRecord *order, NstRecord *team)
{
  g_autoptr (NstRecord) program = nst_group_sides_dup_program (run->context, run->record);
  g_autoptr (NstRecord) next = NULL;
  const char *reason = nst_record_get_text (order, "title");

  if (program == NULL)
    return;
  if (nst_record_get_text (program, "state") == NULL ||
      nst_rules_counts_as (run->context, program, "DRAFT", "AGREED", NULL))
    {
      reopen_program (run, program, team);
      return;
    }
  next = nst_program_correction_make (run, program,
                                      reason != NULL ? reason : _ ("Replacement of a team"));
}

/* The order is asked for, with the team that enters and the ground; the period stays. */
gboolean
nst_replacement_steps_replace (NstStepRun *run, GError **error)
{
  const char *id = nst_step_run_take (run, "team");
  g_autoptr (NstRecord) team = NULL;
  g_autoptr (NstRecord) leaving = NULL;
  g_autoptr (NstRecord) memo = NULL;
  g_autoptr (NstRecord) order = NULL;

  if (run->trial)
    return TRUE;
  team = id != NULL
             ? nst_source_dup (run->context->source, "team", g_ascii_strtoll (id, NULL, 10))
             : NULL;
  if (team == NULL)
    return nst_step_run_miss (error, _ ("Say which team enters the group (team=…)"));
  if (!nst_rules_counts_as (run->context, team, "REGISTERED", "ASSIGNED", NULL))
    return nst_step_run_refuse (error, _ ("The team that enters is not in the register; "
                                          "register it first"));
  leaving = dup_leaving (run, team, error);
  if (leaving == NULL)
    return FALSE;
  memo = add_memo (run);
  order = add_order (run, memo);
  change_places (run, leaving, team);
  change_agreements (run, leaving, team);
  correct_program (run, order, team);
  nst_step_run_set_subject (run, order);
  return TRUE;
}
