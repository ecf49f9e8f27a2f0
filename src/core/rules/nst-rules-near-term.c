/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the near-term days of a regulation, and what was never sent. */
#include "config.h"

#include "rules/nst-activity-progress.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"
#include "rules/nst-rules-private.h"
#include "text/nst-russian.h"

#include <string.h>

/* A fixed day of the scheme is meant for the groups and teams of its year. */
static gboolean
get_limit (const NstRuleContext *context, NstRecord *record, const char *key, GDate *limit)
{
  return record != NULL && nst_scheme_get_limit_date (context->scheme, key, limit) &&
         nst_record_get_int (record, "year") == g_date_get_year (limit);
}

static void
report_late (NstRecord *record, const GDate *limit, const GDate *day, const char *paper,
             const NstRuleText *rule, GPtrArray *findings)
{
  g_autofree char *limit_text = NULL;
  g_autofree char *days = NULL;

  if (g_date_compare (day, limit) <= 0)
    return;
  limit_text = nst_russian_date (limit);
  days = nst_rules_dup_number (g_date_days_between (limit, day));
  g_ptr_array_add (findings, nst_finding_new (rule, record, "limit", limit_text, "days", days,
                                              "paper", paper, NULL));
}

/* R72: the working group is there when it has its leader. */
static void
check_working_group (const NstRuleContext *context, NstRecord *team, const NstRuleText *rule,
                     GPtrArray *findings)
{
  g_autoptr (GPtrArray) members = NULL;
  GDate limit, formed = context->today;

  if (!nst_rules_counts_as (context, team, "ASSIGNED", NULL) ||
      !get_limit (context, team, "working-groups.by", &limit))
    return;
  members = nst_source_list_of (context->source, "member", "team", team);
  for (guint i = 0; i < members->len; i++)
    {
      GDate from;

      if (!nst_rules_has_code (members->pdata[i], "roles", "LEADER"))
        continue;
      if (!nst_record_get_date (members->pdata[i], "from", &from))
        return;
      if (g_date_compare (&from, &formed) < 0)
        formed = from;
    }
  report_late (team, &limit, &formed, NULL, rule, findings);
}

/* The group that a programme works for. */
static NstRecord *
dup_group (const NstRuleContext *context, NstRecord *program)
{
  return nst_source_dup_ref (context->source, program, "group");
}

static gboolean
names_kick_off (NstRecord *activity, const char *words)
{
  const char *const texts[] = { nst_record_get_text (activity, "short_title"),
                                nst_record_get_text (activity, "title") };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = texts[i] != NULL ? g_utf8_casefold (texts[i], -1) : NULL;

      if (folded != NULL && strstr (folded, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static NstRecord *
dup_kick_off (const NstRuleContext *context, NstRecord *program)
{
  const char *stem = nst_scheme_get_limit (context->scheme, "kick-off.words");
  g_autofree char *words = stem != NULL ? g_utf8_casefold (stem, -1) : NULL;
  g_autoptr (GPtrArray) activities = NULL;

  if (words == NULL)
    return NULL;
  activities = nst_source_list_of (context->source, "activity", "program", program);
  for (guint i = 0; i < activities->len; i++)
    if (names_kick_off (activities->pdata[i], words))
      return g_object_ref (activities->pdata[i]);
  return NULL;
}

/* R73: the kick-off meeting, the activity that the scheme's words name. */
static void
check_kick_off (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                GPtrArray *findings)
{
  g_autoptr (NstRecord) group = dup_group (context, program);
  g_autoptr (NstRecord) activity = NULL;
  GDate limit, held = context->today;
  NstActivityProgress *progress;

  if (!get_limit (context, group, "kick-off.by", &limit))
    return;
  activity = dup_kick_off (context, program);
  if (activity == NULL)
    return;
  progress = nst_activity_progress_new (context, program, activity, 0);
  if (progress->state == NST_ACTIVITY_CANCELLED)
    held = limit;
  else if (progress->state == NST_ACTIVITY_DONE && progress->mark != NULL)
    nst_record_get_date (progress->mark, "date", &held);
  nst_activity_progress_free (progress);
  report_late (program, &limit, &held, NULL, rule, findings);
}

/* R74: drawn up when both teams have agreed. */
static void
check_drawn_up (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                GPtrArray *findings)
{
  g_autoptr (NstRecord) group = dup_group (context, program);
  GDate limit, agreed = context->today;

  if (!get_limit (context, group, "program.due-by", &limit))
    return;
  if (nst_record_get_text (program, "agreed_on") != NULL)
    nst_record_get_date (program, "agreed_on", &agreed);
  report_late (program, &limit, &agreed, NULL, rule, findings);
}

static void
report_unsent (const NstRuleContext *context, NstRecord *group, const char *kind,
               const GDate *limit, const NstRuleText *rule, GPtrArray *findings)
{
  g_autofree char *key = g_strconcat ("paper.", kind, NULL);

  report_late (group, limit, &context->today, nst_scheme_get_text (context->scheme, key), rule,
               findings);
}

/* R86: what should have gone to the operator and never did. Agreements and the plan of spreading
 * experience have rules of their own, R18 and R75. */
static void
check_unsent (const NstRuleContext *context, NstRecord *group, const NstRuleText *rule,
              GPtrArray *findings)
{
  g_autoptr (NstRecord) program = nst_group_sides_dup_program (context, group);
  g_autoptr (GPtrArray) reports = NULL;
  GDate limit;

  if (program == NULL ||
      nst_rules_counts_as (context, group, "DRAFT", "CLOSED", "DISSOLVED", NULL))
    return;
  if (nst_record_get_text (program, "sent_on") == NULL &&
      get_limit (context, group, "program.due-by", &limit))
    report_unsent (context, group, "program", &limit, rule, findings);
  if (!nst_program_term_get_report_due (context->scheme, program, &limit))
    return;
  reports = nst_source_list_of (context->source, "report", "program", program);
  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (nst_record_get_text (reports->pdata[i], "kind"), "FINAL_REPORT") == 0 &&
        nst_record_get_text (reports->pdata[i], "sent_on") != NULL)
      return;
  report_unsent (context, group, "report", &limit, rule, findings);
}

const NstRuleCheck nst_rules_near_term[] = {
  { "R72", "team", check_working_group },
  { "R73", "program", check_kick_off },
  { "R74", "program", check_drawn_up },
  { "R86", "group", check_unsent },
  { NULL, NULL, NULL },
};
