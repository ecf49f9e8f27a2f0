/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who prepares a report: the leader of the one team or of the other (R90). */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-step-run.h"

#include <string.h>

#define FINAL_REPORT "FINAL_REPORT"

/* R90: the developing team's leader writes the note, the experienced one's the report. */
static const char *
get_side (const char *kind)
{
  return strcmp (kind, FINAL_REPORT) == 0 ? NST_SIDE_EXPERIENCED : NST_SIDE_DEVELOPING;
}

/* The leaders of the teams on the side that prepares the report. */
static GPtrArray *
list_leaders (NstStepRun *run, NstRecord *program, const char *kind)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (run->context->source, program, "group");
  GPtrArray *leaders = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) teams = NULL;
  NstRuleContext then = *run->context;

  if (group == NULL)
    return leaders;
  then.today = run->date;
  teams = nst_group_sides_list_teams (&then, group, get_side (kind));
  for (guint i = 0; i < teams->len; i++)
    {
      NstRecord *leader = nst_group_sides_dup_leader (&then, teams->pdata[i]);

      if (leader != NULL)
        g_ptr_array_add (leaders, leader);
    }
  return leaders;
}

NstRecord *
nst_report_author_dup (NstStepRun *run, NstRecord *program, const char *kind)
{
  g_autoptr (GPtrArray) leaders = NULL;

  if (run->person != 0)
    return nst_source_dup (run->context->source, "person", run->person);
  leaders = list_leaders (run, program, kind);
  return leaders->len > 0 ? g_object_ref (leaders->pdata[0]) : NULL;
}

static void
find_author (NstStepRun *run, NstRecord *report, const char *kind, const char *who)
{
  NstRuleText *rule = nst_scheme_find_rule (run->context->scheme, "R90a");
  g_autofree char *title = nst_scheme_dup_title_of (run->context->scheme, "report-kind", kind);
  g_autofree char *role =
      nst_scheme_dup_title_of (run->context->scheme, "team-role", get_side (kind));

  if (rule != NULL)
    nst_step_run_find (run, nst_finding_new (rule, report, "report", title, "role", role,
                                             "person", who, NULL));
}

/* R90: nobody else prepares it, neither the other team nor another person. A team without a
 * leader is for R13 to tell. */
void
nst_report_author_judge (NstStepRun *run, NstRecord *program, NstRecord *report, const char *kind)
{
  const char *id = nst_change_peek (run->change, report, "author");
  gint64 author = id != NULL ? g_ascii_strtoll (id, NULL, 10) : 0;
  g_autoptr (GPtrArray) leaders = list_leaders (run, program, kind);
  g_autoptr (NstRecord) person = NULL;
  gboolean side = g_strcmp0 (run->party, NST_SIDE_EXPERIENCED) == 0 ||
                  g_strcmp0 (run->party, NST_SIDE_DEVELOPING) == 0;

  if (side && run->party_given && strcmp (run->party, get_side (kind)) != 0)
    {
      g_autofree char *other =
          nst_scheme_dup_title_of (run->context->scheme, "team-role", run->party);

      find_author (run, report, kind, other);
      return;
    }
  if (author == 0 || leaders->len == 0)
    return;
  for (guint i = 0; i < leaders->len; i++)
    if (nst_record_get_id (leaders->pdata[i]) == author)
      return;
  person = nst_source_dup (run->context->source, "person", author);
  find_author (run, report, kind, person != NULL ? nst_record_get_title (person) : id);
}

/* Who acts when nobody was named: the team that prepares such a report. */
void
nst_report_author_act (NstStepRun *run, const char *kind)
{
  for (guint i = 0; run->party == NULL && run->step->who != NULL && run->step->who[i] != NULL;
       i++)
    if (strcmp (run->step->who[i], get_side (kind)) == 0)
      run->party = run->step->who[i];
}
