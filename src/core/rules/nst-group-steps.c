/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a group: forming, closing, dissolving. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-step-run.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The order of assignment: the one that the group names already, or a new one. */
static void
make_order (NstStepRun *run, NstRecord *third)
{
  const char *number = nst_step_run_take (run, "number");
  const char *date = nst_step_run_take (run, "date");
  g_autoptr (NstRecord) signer = nst_group_sides_dup_signer (run->context, third);
  g_autoptr (NstRecord) order = nst_source_dup_ref (run->context->source, run->record, "order");

  if (order == NULL && number == NULL)
    return;
  if (order == NULL)
    {
      order =
          nst_change_add (run->change, "order", "kind", "ASSIGNMENT", "act_name",
                          nst_scheme_get_text (run->context->scheme, "order.act-name"), "title",
                          nst_scheme_get_text (run->context->scheme, "order.ASSIGNMENT.title"),
                          NULL);
      nst_change_set_ref (run->change, order, "issuer", third);
      nst_change_set_ref (run->change, order, "signer", signer);
      nst_change_set_ref (run->change, order, "group", run->record);
      if (third != NULL)
        nst_change_set (run->change, order, "place", nst_record_get_text (third, "place"));
      nst_change_set_ref (run->change, run->record, "order", order);
    }
  nst_step_run_set_subject (run, order);
  if (number != NULL)
    nst_change_set (run->change, order, "number", number);
  if (date != NULL)
    nst_change_set (run->change, order, "date", date);
  else if (nst_change_peek (run->change, order, "date") == NULL)
    nst_change_set_date (run->change, order, "date", &run->date);
}

static void
set_if_unknown (NstStepRun *run, NstRecord *record, const char *field, const char *text)
{
  if (text != NULL && nst_change_peek (run->change, record, field) == NULL)
    nst_change_set (run->change, record, field, text);
}

/* What the group takes over from its teams and from the scheme. */
static void
fill_group (NstStepRun *run, GPtrArray *developing, NstRecord *third)
{
  g_autoptr (NstRecord) territory = nst_group_sides_dup_territory (run->context, run->record);
  g_autofree char *year = nst_rules_dup_number (g_date_get_year (&run->date));

  set_if_unknown (run, run->record, "year", year);
  set_if_unknown (run, run->record, "scheme", nst_scheme_get_id (run->context->scheme));
  if (developing->len > 0)
    set_if_unknown (run, run->record, "directions",
                    nst_record_get_text (developing->pdata[0], "directions"));
  if (territory != NULL)
    set_if_unknown (run, run->record, "curator", nst_record_get_text (territory, "curator"));
  if (nst_record_get_ref (run->record, "operator") == 0)
    nst_change_set_ref (run->change, run->record, "operator", third);
}

static void
fill_participants (NstStepRun *run)
{
  g_autoptr (GPtrArray) entries = nst_group_sides_list (run->context, run->record, NULL);
  const char *consent = nst_step_run_take (run, "consent_on");

  for (guint i = 0; i < entries->len; i++)
    {
      set_if_unknown (run, entries->pdata[i], "consent_on", consent);
      if (nst_record_get_text (entries->pdata[i], "from") == NULL)
        nst_change_set_date (run->change, entries->pdata[i], "from", &run->date);
    }
}

static gboolean
assign_teams (NstStepRun *run, GPtrArray *teams, GError **error)
{
  for (guint i = 0; i < teams->len; i++)
    {
      const NstLifeState *state = nst_steps_get_state (run->context, teams->pdata[i]);

      if (!nst_rules_counts_as (run->context, teams->pdata[i], "REGISTERED", "ASSIGNED", NULL))
        {
          g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
                       _ ("The team of %s is not in the register (it is «%s»): register it "
                          "first, then form the group"),
                       nst_record_get_title (teams->pdata[i]),
                       state != NULL ? state->title : "—");
          return FALSE;
        }
      nst_change_set (run->change, teams->pdata[i], "state", "ASSIGNED");
    }
  return TRUE;
}

static gboolean
has_agreement (NstStepRun *run, NstRecord *experienced, NstRecord *developing)
{
  g_autoptr (GPtrArray) all =
      nst_source_list_of (run->context->source, "agreement", "group", run->record);

  for (guint i = 0; i < all->len; i++)
    if (nst_record_get_ref (all->pdata[i], "supplements") == 0 &&
        nst_record_get_ref (all->pdata[i], "experienced") == nst_record_get_id (experienced) &&
        nst_record_get_ref (all->pdata[i], "developing") == nst_record_get_id (developing) &&
        !nst_rules_counts_as (run->context, all->pdata[i], "CANCELLED", "ENDED", NULL))
      return TRUE;
  return FALSE;
}

/* An agreement for each pair that has none; gives how many pairs had none. */
static guint
draft_missing (NstStepRun *run, GPtrArray *experienced, GPtrArray *developing, NstRecord *third)
{
  guint missing = 0;

  for (guint i = 0; i < experienced->len; i++)
    for (guint j = 0; j < developing->len; j++)
      {
        g_autoptr (NstRecord) agreement = NULL;

        if (has_agreement (run, experienced->pdata[i], developing->pdata[j]))
          continue;
        missing++;
        if (!run->trial)
          agreement = nst_agreement_steps_draft (run, run->record, experienced->pdata[i],
                                                 developing->pdata[j], third);
      }
  return missing;
}

/* DRAFT to FORMED: order, coordinator, teams, an agreement a pair, the programme (5.2). */
gboolean
nst_group_steps_form (NstStepRun *run, GError **error)
{
  const NstRuleContext *context = run->context;
  g_autoptr (GPtrArray) experienced =
      nst_group_sides_list_teams (context, run->record, NST_SIDE_EXPERIENCED);
  g_autoptr (GPtrArray) developing =
      nst_group_sides_list_teams (context, run->record, NST_SIDE_DEVELOPING);
  g_autoptr (NstRecord) third = nst_group_sides_dup_operator (context, run->record);
  g_autoptr (NstRecord) program = nst_group_sides_dup_program (context, run->record);

  if (third == NULL && !run->trial)
    return nst_step_run_miss (error, _ ("The group has no operator: enter the operator's "
                                        "organisation and choose it in the group"));
  if (!assign_teams (run, experienced, error) || !assign_teams (run, developing, error))
    return FALSE;
  make_order (run, third);
  fill_group (run, developing, third);
  fill_participants (run);
  if (run->trial)
    return TRUE;
  draft_missing (run, experienced, developing, third);
  if (program == NULL)
    nst_program_draft_make (run, run->record);
  return TRUE;
}

/* Who joined a group after it was formed gets agreements with the other side (R19). */
gboolean
nst_group_steps_draft_agreements (NstStepRun *run, GError **error)
{
  const NstRuleContext *context = run->context;
  g_autoptr (GPtrArray) experienced =
      nst_group_sides_list_teams (context, run->record, NST_SIDE_EXPERIENCED);
  g_autoptr (GPtrArray) developing =
      nst_group_sides_list_teams (context, run->record, NST_SIDE_DEVELOPING);
  g_autoptr (NstRecord) third = nst_group_sides_dup_operator (context, run->record);

  if (third == NULL)
    return nst_step_run_miss (error, _ ("The group has no operator: enter the operator's "
                                        "organisation and choose it in the group"));
  if (!assign_teams (run, experienced, error) || !assign_teams (run, developing, error))
    return FALSE;
  fill_participants (run);
  if (draft_missing (run, experienced, developing, third) > 0)
    return TRUE;
  g_set_error_literal (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
                       _ ("Each pair of the group has its agreement: there is none to draft"));
  return FALSE;
}

/* Whether a team works in no other group than this one. */
gboolean
nst_group_steps_is_free (NstStepRun *run, NstRecord *team, NstRecord *group)
{
  g_autoptr (GPtrArray) entries =
      nst_source_list_of (run->context->source, "participant", "team", team);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (NstRecord) other =
          nst_source_dup_ref (run->context->source, entries->pdata[i], "group");

      if (other != NULL && nst_record_get_id (other) != nst_record_get_id (group) &&
          nst_group_sides_is_active (entries->pdata[i], &run->context->today) &&
          nst_record_get_text (other, "state") != NULL &&
          !nst_rules_counts_as (run->context, other, "DRAFT", "CLOSED", "DISSOLVED", NULL))
        return FALSE;
    }
  return TRUE;
}

/* What binds ends with the term, or on the day when that is still ahead; else it is void. */
void
nst_group_steps_end_agreement (NstStepRun *run, NstRecord *agreement)
{
  GDate end;

  if (nst_rules_counts_as (run->context, agreement, "SIGNED", "RETURNED", "IN_FORCE", NULL))
    {
      nst_change_set (run->change, agreement, "state", "ENDED");
      if (!nst_record_get_date (agreement, "end", &end) || g_date_compare (&end, &run->date) > 0)
        end = run->date;
      nst_change_set_date (run->change, agreement, "ended_on", &end);
    }
  else if (!nst_rules_counts_as (run->context, agreement, "ENDED", "CANCELLED", NULL))
    {
      nst_change_set (run->change, agreement, "state", "CANCELLED");
      nst_change_set_date (run->change, agreement, "cancelled_on", &run->date);
    }
}

void
nst_group_steps_end_agreements (NstStepRun *run, NstRecord *group)
{
  g_autoptr (GPtrArray) agreements =
      nst_source_list_of (run->context->source, "agreement", "group", group);

  for (guint i = 0; i < agreements->len; i++)
    nst_group_steps_end_agreement (run, agreements->pdata[i]);
}

/* Teams go back to the register, agreements end. */
void
nst_group_steps_release (NstStepRun *run, NstRecord *group)
{
  g_autoptr (GPtrArray) teams = nst_group_sides_list_teams (run->context, group, NULL);

  for (guint i = 0; i < teams->len; i++)
    if (nst_rules_counts_as (run->context, teams->pdata[i], "ASSIGNED", NULL) &&
        nst_group_steps_is_free (run, teams->pdata[i], group))
      nst_change_set (run->change, teams->pdata[i], "state", "REGISTERED");
  nst_group_steps_end_agreements (run, group);
}

/* REPORTING to CLOSED: the final report is accepted. */
gboolean
nst_group_steps_close (NstStepRun *run, GError **error)
{
  g_autoptr (NstRecord) program = nst_group_sides_dup_program (run->context, run->record);

  if (!nst_steps_is_state (run->context, program, "REPORTED|CLOSED"))
    return nst_step_run_refuse (error, _ ("The group is closed when the summary note is issued "
                                          "and the final report has been sent: send them first"));
  nst_program_steps_close (run, program);
  return TRUE;
}

/* The order of ending, when its number is given. */
static void
add_termination (NstStepRun *run)
{
  NstScheme *scheme = run->context->scheme;
  const char *number = nst_step_run_take (run, "number");
  const char *date = nst_step_run_take (run, "date");
  g_autoptr (NstRecord) third = nst_group_sides_dup_operator (run->context, run->record);
  g_autoptr (NstRecord) signer = nst_group_sides_dup_signer (run->context, third);
  g_autoptr (NstRecord) order = NULL;

  if (number == NULL)
    return;
  order = nst_change_add (run->change, "order", "kind", "TERMINATION", "number", number,
                          "act_name", nst_scheme_get_text (scheme, "order.act-name"), "title",
                          nst_scheme_get_text (scheme, "order.TERMINATION.title"), "text",
                          nst_step_run_get (run, "ground"), NULL);
  nst_change_set_ref (run->change, order, "issuer", third);
  nst_change_set_ref (run->change, order, "signer", signer);
  nst_change_set_ref (run->change, order, "group", run->record);
  if (date != NULL)
    nst_change_set (run->change, order, "date", date);
  else
    nst_change_set_date (run->change, order, "date", &run->date);
  nst_step_run_set_subject (run, order);
}

/* The end of a group before its time. */
gboolean
nst_group_steps_dissolve (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_group_sides_dup_program (run->context, run->record);

  add_termination (run);
  nst_group_steps_release (run, run->record);
  if (program != NULL &&
      !nst_rules_counts_as (run->context, program, "CLOSED", "TERMINATED", NULL))
    {
      nst_change_set (run->change, program, "state", "TERMINATED");
      nst_change_set_date (run->change, program, "ended_on", &run->date);
    }
  return TRUE;
}
