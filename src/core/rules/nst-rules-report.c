/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the reports on a programme. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"
#include "rules/nst-progress.h"
#include "rules/nst-rules-private.h"

static gboolean
is_of_kind (NstRecord *report, const char *kind)
{
  return g_strcmp0 (nst_record_get_text (report, "kind"), kind) == 0;
}

static gboolean
is_issued (const NstRuleContext *context, NstRecord *report)
{
  return nst_rules_counts_as (context, report, "ISSUED", "SENT", "ACCEPTED", NULL) ||
         nst_record_get_text (report, "issued_on") != NULL;
}

/* Something of it is still ahead: the reason "its time has not come" is automatic (R92). */
static gboolean
is_ahead (const NstActivityProgress *activity, NstRecord *program, const GDate *today)
{
  GDate end;

  if (activity->state == NST_ACTIVITY_PLANNED || activity->state == NST_ACTIVITY_DUE)
    return TRUE;
  if (activity->state != NST_ACTIVITY_PARTLY)
    return FALSE;
  for (guint i = 0; i < activity->occurrences->len; i++)
    {
      const NstOccurrence *occurrence = activity->occurrences->pdata[i];

      if (occurrence->state == NST_ACTIVITY_PLANNED || occurrence->state == NST_ACTIVITY_DUE)
        return TRUE;
    }
  return activity->occurrences->len == 0 && nst_program_term_get_end (program, &end) &&
         g_date_compare (today, &end) <= 0;
}

static gboolean
needs_reason (const NstActivityProgress *activity, NstRecord *program, const GDate *today)
{
  if (activity->state == NST_ACTIVITY_DONE || activity->state == NST_ACTIVITY_CANCELLED)
    return FALSE;
  if (nst_record_get_text (activity->activity, "report") != NULL)
    return FALSE;
  if (is_ahead (activity, program, today) || nst_record_get_text (program, "rest_reason") != NULL)
    return FALSE;
  return activity->mark == NULL || nst_record_get_text (activity->mark, "reason") == NULL;
}

/* R36: a reason for every activity that is not done. */
static void
check_reasons (const NstRuleContext *context, NstRecord *report, const NstRuleText *rule,
               GPtrArray *findings)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, report, "program");
  g_autoptr (NstProgress) progress = NULL;
  NstRuleContext at = *context;
  GDate as_of;

  if (program == NULL || !is_of_kind (report, "SUMMARY_NOTE"))
    return;
  if (nst_record_get_date (report, "as_of", &as_of))
    at.today = as_of;
  progress = nst_progress_new (&at, program);
  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = progress->stages->pdata[i];

      for (guint j = 0; j < stage->activities->len; j++)
        {
          const NstActivityProgress *activity = stage->activities->pdata[j];
          g_autofree char *number = nst_rules_dup_number (activity->number);

          if (needs_reason (activity, program, &at.today))
            g_ptr_array_add (findings,
                             nst_finding_new (rule, report, "number", number, "activity",
                                              nst_record_get_title (activity->activity), NULL));
        }
    }
}

/* R36, second half: general conclusions. */
static void
check_conclusions (const NstRuleContext *context G_GNUC_UNUSED, NstRecord *report,
                   const NstRuleText *rule, GPtrArray *findings)
{
  if (is_of_kind (report, "SUMMARY_NOTE") && nst_record_get_text (report, "conclusions") == NULL)
    g_ptr_array_add (findings, nst_finding_new (rule, report, NULL));
}

/* R90: the final report only after the summary note. */
static void
check_order (const NstRuleContext *context, NstRecord *report, const NstRuleText *rule,
             GPtrArray *findings)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, report, "program");
  g_autoptr (GPtrArray) reports = NULL;

  if (program == NULL || !is_of_kind (report, "FINAL_REPORT") || !is_issued (context, report))
    return;
  reports = nst_source_list_of (context->source, "report", "program", program);
  for (guint i = 0; i < reports->len; i++)
    if (is_of_kind (reports->pdata[i], "SUMMARY_NOTE") && is_issued (context, reports->pdata[i]))
      return;
  g_ptr_array_add (findings, nst_finding_new (rule, report, NULL));
}

/* R91: the final report goes to the coordinator, by the curator where the scheme says so. */
static void
check_addressee (const NstRuleContext *context, NstRecord *report, const NstRuleText *rule,
                 GPtrArray *findings)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, report, "program");
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, program, "group");
  g_autoptr (NstRecord) curator = NULL;
  gint64 to = nst_record_get_ref (report, "sent_to");

  if (group == NULL || !is_of_kind (report, "FINAL_REPORT") ||
      nst_record_get_text (report, "sent_on") == NULL)
    return;
  if (to != 0 && to == nst_record_get_ref (group, "coordinator"))
    return;
  if (g_strcmp0 (nst_scheme_get_limit (context->scheme, "report.route"), "CURATOR") == 0)
    curator = nst_group_sides_dup_curator (context, program);
  if (curator == NULL || to != nst_record_get_id (curator))
    g_ptr_array_add (findings, nst_finding_new (rule, report, NULL));
}

/* R91, second half: what is accepted has reached the coordinator. */
static void
check_passed_on (const NstRuleContext *context, NstRecord *report, const NstRuleText *rule,
                 GPtrArray *findings)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, report, "program");
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, program, "group");

  if (group != NULL && nst_record_get_text (report, "sent_on") != NULL &&
      nst_rules_counts_as (context, report, "ACCEPTED", NULL) &&
      nst_record_get_ref (group, "coordinator") != 0 &&
      nst_record_get_ref (report, "sent_to") != nst_record_get_ref (group, "coordinator"))
    g_ptr_array_add (findings, nst_finding_new (rule, report, NULL));
}

const NstRuleCheck nst_rules_report[] = {
  { "R36", "report", check_reasons },    { "R36a", "report", check_conclusions },
  { "R90", "report", check_order },      { "R91", "report", check_addressee },
  { "R91a", "report", check_passed_on }, { NULL, NULL, NULL },
};
