/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A programme made from the plan of the scheme. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-step-run.h"

#include "model/nst-rank.h"
#include "text/nst-due.h"
#include "text/nst-russian.h"

#include <string.h>

/* Months from the plan's own period to the programme's: 0 keeps the plan's dates. */
static int
get_shift (NstScheme *scheme, NstPlanTemplate *plan, NstRecord *group)
{
  const GDate *anchor = nst_plan_template_get_anchor (plan);
  GDate start, own;

  if (!nst_record_get_date (group, "period_start", &start))
    return 0;
  if (!nst_scheme_get_limit_date (scheme, "plan.start", &own))
    {
      /* The first month of the anchor stage prepares the period that begins after it. */
      if (anchor == NULL || !g_date_valid (anchor))
        return 0;
      own = *anchor;
      g_date_add_months (&own, 1);
    }
  return ((int) g_date_get_year (&start) - (int) g_date_get_year (&own)) * 12 +
         (int) g_date_get_month (&start) - (int) g_date_get_month (&own);
}

static char *
shift_due (const char *canonical, int months)
{
  g_autoptr (NstDue) due = NULL;
  g_autoptr (NstDue) shifted = NULL;

  if (canonical == NULL || months == 0)
    return g_strdup (canonical);
  due = nst_due_from_canonical (canonical, NULL);
  shifted = due != NULL ? nst_due_shift (due, months) : NULL;
  return shifted != NULL ? nst_due_to_canonical (shifted) : g_strdup (canonical);
}

static char *
join (GStrv parts)
{
  return parts != NULL && parts[0] != NULL ? g_strjoinv ("\n", parts) : NULL;
}

static void
set_course (NstStepRun *run, NstRecord *activity, const char *title)
{
  g_autoptr (GPtrArray) courses = NULL;

  if (title == NULL)
    return;
  courses = nst_source_list (run->context->source, "course", "title", title);
  if (courses->len > 0)
    nst_change_set_ref (run->change, activity, "course", courses->pdata[0]);
}

static void
add_activity (NstStepRun *run, NstRecord *program, NstRecord *stage,
              const NstActivityTemplate *template, guint position, int shift)
{
  g_autofree char *rank = nst_rank_nth (position);
  g_autofree char *due = shift_due (template->due, shift);
  g_autofree char *topics = join (template->topics);
  g_autofree char *forms = join (template->forms);
  g_autofree char *roles = join (template->roles);
  g_autoptr (NstRecord) activity =
      nst_change_add (run->change, "activity", "rank", rank, "title", template->title,
                      "short_title", template->short_title, "topics", topics, "forms", forms,
                      "due", due, "responsible", template->responsible, "responsible_roles",
                      roles, "report", template->report, "verbatim", "1", NULL);

  nst_change_set_ref (run->change, activity, "program", program);
  nst_change_set_ref (run->change, activity, "stage", stage);
  set_course (run, activity, template->course);
}

static void
add_plan (NstStepRun *run, NstRecord *program, NstRecord *group)
{
  NstPlanTemplate *plan = nst_scheme_get_plan (run->context->scheme);
  GPtrArray *stages = plan != NULL ? nst_plan_template_get_stages (plan) : NULL;
  GPtrArray *activities = plan != NULL ? nst_plan_template_get_activities (plan) : NULL;
  int shift = plan != NULL ? get_shift (run->context->scheme, plan, group) : 0;

  for (guint i = 0; stages != NULL && i < stages->len; i++)
    {
      const NstStageTemplate *template = stages->pdata[i];
      g_autofree char *rank = nst_rank_nth (i);
      g_autofree char *due = shift_due (template->due, shift);
      g_autoptr (NstRecord) stage =
          nst_change_add (run->change, "stage", "rank", rank, "number", template->number, "title",
                          template->title, "due", due, NULL);

      nst_change_set_ref (run->change, stage, "program", program);
      for (guint j = 0; j < activities->len; j++)
        {
          const NstActivityTemplate *activity = activities->pdata[j];

          if (g_strcmp0 (activity->stage, template->code) == 0)
            add_activity (run, program, stage, activity, j, shift);
        }
    }
}

/* The period as section I prints it: a whole year, or its months. */
static char *
dup_period_text (NstRecord *group)
{
  GDate start, end;

  if (!nst_record_get_date (group, "period_start", &start) ||
      !nst_record_get_date (group, "period_end", &end))
    return NULL;
  return nst_russian_period (&start, &end);
}

/* A programme in DRAFT, version 1, with the stages and activities of the scheme's plan. */
void
nst_program_draft_make (NstStepRun *run, NstRecord *group)
{
  NstScheme *scheme = run->context->scheme;
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (scheme, "program");
  g_autoptr (NstRecord) territory = nst_group_sides_dup_territory (run->context, group);
  g_autoptr (GPtrArray) teams =
      nst_group_sides_list_teams (run->context, group, NST_SIDE_DEVELOPING);
  g_autofree char *period = dup_period_text (group);
  g_autoptr (NstRecord) program =
      nst_change_add (run->change, "program", "scheme", nst_scheme_get_id (scheme),
                      "scheme_version", nst_scheme_get_version (scheme), "directions",
                      nst_change_peek (run->change, group, "directions"), "period_text", period,
                      "start", nst_record_get_text (group, "period_start"), "end",
                      nst_record_get_text (group, "period_end"), "version", "1", "state",
                      cycle != NULL ? nst_life_cycle_get_initial (cycle) : "DRAFT", NULL);

  nst_change_set_ref (run->change, program, "group", group);
  nst_change_set_ref (run->change, program, "territory", territory);
  nst_change_set_date (run->change, program, "drafted_on", &run->date);
  if (teams->len > 0)
    nst_change_set (run->change, program, "difficulties",
                    nst_record_get_text (teams->pdata[0], "difficulties"));
  add_plan (run, program, group);
}
