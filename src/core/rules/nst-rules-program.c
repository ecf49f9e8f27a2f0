/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about programmes: period, agreement, approval, sending, end. */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-program-term.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-steps.h"
#include "text/nst-russian.h"

/* Whether the programme has passed the step that makes it AGREED. */
static gboolean
is_beyond_draft (const NstRuleContext *context, NstRecord *program)
{
  return nst_record_get_text (program, "state") != NULL &&
         !nst_rules_counts_as (context, program, "DRAFT", NULL);
}

/* R21: months of the planned period; a begun month counts as a whole one. */
static void
check_duration (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                GPtrArray *findings)
{
  gint64 min = nst_scheme_get_limit_int (context->scheme, "program.months.min", 0);
  gint64 max = nst_scheme_get_limit_int (context->scheme, "program.months.max", G_MAXINT);
  g_autofree char *months_text = NULL;
  g_autofree char *min_text = nst_rules_dup_number (min);
  g_autofree char *max_text = nst_rules_dup_number (max);
  g_autofree char *start_text = NULL;
  g_autofree char *end_text = NULL;
  gboolean whole = TRUE;
  GDate start, end;
  guint months;

  if (!nst_record_get_date (program, "start", &start) ||
      !nst_record_get_date (program, "end", &end))
    return;
  if (g_date_compare (&start, &end) <= 0)
    {
      months = nst_russian_months_between (&start, &end, &whole);
      if (months >= min && (months < max || (months == max && whole)))
        return;
      if (months >= max && !whole)
        months++;
    }
  else
    months = 0;
  months_text = nst_rules_dup_number (months);
  start_text = nst_russian_date (&start);
  end_text = nst_russian_date (&end);
  g_ptr_array_add (findings,
                   nst_finding_new (rule, program, "months", months_text, "min", min_text, "max",
                                    max_text, "start", start_text, "end", end_text, NULL));
}

/* R22: the same months counted from the approval. */
static void
check_end_after_approval (const NstRuleContext *context, NstRecord *program,
                          const NstRuleText *rule, GPtrArray *findings)
{
  gint64 max = nst_scheme_get_limit_int (context->scheme, "program.months.max", 0);
  g_autofree char *approved_text = NULL;
  g_autofree char *last_text = NULL;
  g_autofree char *end_text = NULL;
  g_autofree char *days = NULL;
  g_autofree char *max_text = nst_rules_dup_number (max);
  GDate approved, last, end;

  if (max <= 0 || !nst_record_get_date (program, "approved_on", &approved) ||
      !nst_record_get_date (program, "end", &end))
    return;
  nst_russian_add_months (&approved, (guint) max, &last);
  if (g_date_compare (&end, &last) <= 0)
    return;
  approved_text = nst_russian_date (&approved);
  last_text = nst_russian_date (&last);
  end_text = nst_russian_date (&end);
  days = nst_rules_dup_number (g_date_days_between (&last, &end));
  g_ptr_array_add (findings,
                   nst_finding_new (rule, program, "approved", approved_text, "last", last_text,
                                    "end", end_text, "days", days, "max", max_text, NULL));
}

/* R23: how far an extension may reach. */
static void
check_extension (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                 GPtrArray *findings)
{
  g_autofree char *until_text = NULL;
  g_autofree char *max_text = NULL;
  GDate until, max, end;

  if (!nst_record_get_date (program, "extended_until", &until) ||
      !nst_record_get_date (program, "end", &end) ||
      !nst_program_term_get_max_end (context->scheme, program, &max))
    return;
  if (g_date_compare (&until, &max) <= 0 && g_date_compare (&until, &end) > 0)
    return;
  until_text = nst_russian_date (&until);
  max_text = nst_russian_date (&max);
  g_ptr_array_add (findings,
                   nst_finding_new (rule, program, "until", until_text, "max", max_text, NULL));
}

/* R24: an early end has a reason; what was terminated ended with its group, on its ground. */
static void
check_end_reason (const NstRuleContext *context G_GNUC_UNUSED, NstRecord *program,
                  const NstRuleText *rule, GPtrArray *findings)
{
  if (nst_record_get_text (program, "ended_on") != NULL &&
      nst_record_get_text (program, "end_reason") == NULL &&
      g_strcmp0 (nst_record_get_text (program, "state"), "TERMINATED") != 0)
    g_ptr_array_add (findings, nst_finding_new (rule, program, NULL));
}

/* R25: at least one direction. */
static void
check_direction (const NstRuleContext *context G_GNUC_UNUSED, NstRecord *program,
                 const NstRuleText *rule, GPtrArray *findings)
{
  if (nst_record_get_text (program, "directions") == NULL)
    g_ptr_array_add (findings, nst_finding_new (rule, program, NULL));
}

/* R25: a period. */
static void
check_period (const NstRuleContext *context G_GNUC_UNUSED, NstRecord *program,
              const NstRuleText *rule, GPtrArray *findings)
{
  if (!nst_record_get_date (program, "start", NULL) ||
      !nst_record_get_date (program, "end", NULL))
    g_ptr_array_add (findings, nst_finding_new (rule, program, NULL));
}

/* R26: directions of the programme are directions of the developing team. */
static void
check_directions_of_team (const NstRuleContext *context, NstRecord *program,
                          const NstRuleText *rule, GPtrArray *findings)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, program, "group");
  g_auto (GStrv) directions = nst_record_dup_list (program, "directions");
  g_autoptr (GPtrArray) teams = NULL;

  if (group == NULL)
    return;
  teams = nst_group_sides_list_teams (context, group, NST_SIDE_DEVELOPING);
  for (guint i = 0; teams->len > 0 && directions[i] != NULL; i++)
    {
      g_autofree char *title = NULL;
      gboolean found = FALSE;

      for (guint j = 0; j < teams->len; j++)
        found = found || nst_rules_has_code (teams->pdata[j], "directions", directions[i]);
      if (found)
        continue;
      title = nst_scheme_dup_title_of (context->scheme, "direction", directions[i]);
      g_ptr_array_add (findings, nst_finding_new (rule, program, "direction",
                                                  title != NULL ? title : directions[i], NULL));
    }
}

static void
report_side (const NstRuleContext *context, NstRecord *program, const char *field,
             const char *side, const NstRuleText *rule, GPtrArray *findings)
{
  g_autofree char *title = NULL;

  if (nst_record_get_text (program, field) != NULL)
    return;
  title = nst_scheme_dup_title_of (context->scheme, "team-role", side);
  g_ptr_array_add (findings, nst_finding_new (rule, program, "role", title, NULL));
}

/* R27: both teams have agreed. */
static void
check_both_agreed (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                   GPtrArray *findings)
{
  if (!is_beyond_draft (context, program) || nst_record_get_ref (program, "group") == 0)
    return;
  report_side (context, program, "experienced_agreed_on", NST_SIDE_EXPERIENCED, rule, findings);
  report_side (context, program, "developing_agreed_on", NST_SIDE_DEVELOPING, rule, findings);
}

/* R28: approved by the curator of the developing organisation's territory. */
static void
check_approver (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                GPtrArray *findings)
{
  g_autoptr (NstRecord) curator = NULL;
  g_autoptr (NstRecord) person = NULL;

  if (nst_record_get_text (program, "approved_on") == NULL)
    return;
  curator = nst_group_sides_dup_curator (context, program);
  person = nst_source_dup_ref (context->source, program, "approved_by");
  if (person != NULL && curator != NULL &&
      nst_record_get_id (person) == nst_record_get_id (curator))
    return;
  g_ptr_array_add (
      findings, nst_finding_new (rule, program, "person",
                                 person != NULL ? nst_record_get_title (person) : "—", "curator",
                                 curator != NULL ? nst_record_get_title (curator) : "—", NULL));
}

/* R29: what is approved goes to the operator. */
static void
check_sent (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
            GPtrArray *findings)
{
  g_autofree char *text = NULL;
  GDate approved;

  if (!nst_record_get_date (program, "approved_on", &approved) ||
      nst_record_get_text (program, "sent_on") != NULL ||
      nst_record_get_text (program, "ended_on") != NULL ||
      g_date_compare (&context->today, &approved) <= 0)
    return;
  text = nst_russian_date (&approved);
  g_ptr_array_add (findings, nst_finding_new (rule, program, "approved", text, NULL));
}

/* R30: a correction has a reason and keeps the period. */
static void
check_correction (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                  GPtrArray *findings)
{
  g_autoptr (NstRecord) previous = nst_source_dup_ref (context->source, program, "previous");

  if (previous == NULL)
    return;
  if (nst_record_get_text (program, "correction_reason") == NULL ||
      g_strcmp0 (nst_record_get_text (program, "start"),
                 nst_record_get_text (previous, "start")) != 0 ||
      g_strcmp0 (nst_record_get_text (program, "end"), nst_record_get_text (previous, "end")) !=
          0)
    g_ptr_array_add (findings, nst_finding_new (rule, program, NULL));
}

/* R37: the reports are there in time. */
static void
check_report_time (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
                   GPtrArray *findings)
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autofree char *due_text = NULL;
  g_autofree char *end_text = NULL;
  g_autofree char *days = NULL;
  GDate due, end, issued = context->today;

  if (!nst_program_term_get_end (program, &end) || !is_beyond_draft (context, program) ||
      !nst_program_term_get_report_due (context->scheme, program, &due))
    return;
  reports = nst_source_list_of (context->source, "report", "program", program);
  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (nst_record_get_text (reports->pdata[i], "kind"), "FINAL_REPORT") == 0 &&
        nst_record_get_text (reports->pdata[i], "issued_on") != NULL)
      nst_record_get_date (reports->pdata[i], "issued_on", &issued);
  if (g_date_compare (&issued, &due) <= 0)
    return;
  due_text = nst_russian_date (&due);
  end_text = nst_russian_date (&end);
  days = nst_rules_dup_number (g_date_days_between (&due, &issued));
  g_ptr_array_add (findings, nst_finding_new (rule, program, "due", due_text, "days", days, "end",
                                              end_text, NULL));
}

const NstRuleCheck nst_rules_program[] = {
  { "R21", "program", check_duration },
  { "R22", "program", check_end_after_approval },
  { "R23", "program", check_extension },
  { "R24", "program", check_end_reason },
  { "R25", "program", check_direction },
  { "R25a", "program", check_period },
  { "R26", "program", check_directions_of_team },
  { "R27", "program", check_both_agreed },
  { "R28", "program", check_approver },
  { "R29", "program", check_sent },
  { "R30", "program", check_correction },
  { "R37", "program", check_report_time },
  { NULL, NULL, NULL },
};
