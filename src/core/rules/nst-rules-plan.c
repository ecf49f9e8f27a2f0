/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about the plan of a programme: its stages, activities and marks. */
#include "config.h"

#include "rules/nst-program-term.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-steps.h"
#include "text/nst-due.h"
#include "text/nst-russian.h"

/* Shown number of an activity: from 1 through its programme. */
char *
nst_rules_dup_activity_number (const NstRuleContext *context, NstRecord *activity)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, activity, "program");
  g_autoptr (GPtrArray) stages = NULL;
  gint64 number = 0;

  if (program == NULL)
    return g_strdup ("");
  stages = nst_source_list_of (context->source, "stage", "program", program);
  for (guint i = 0; i < stages->len; i++)
    {
      g_autoptr (GPtrArray) activities =
          nst_source_list_of (context->source, "activity", "stage", stages->pdata[i]);

      for (guint j = 0; j < activities->len; j++)
        {
          number++;
          if (nst_record_get_id (activities->pdata[j]) == nst_record_get_id (activity))
            return nst_rules_dup_number (number);
        }
    }
  return g_strdup ("");
}

static void
report_activity (const NstRuleContext *context, NstRecord *activity, const NstRuleText *rule,
                 GPtrArray *findings)
{
  g_autofree char *number = nst_rules_dup_activity_number (context, activity);

  g_ptr_array_add (findings, nst_finding_new (rule, activity, "number", number, "activity",
                                              nst_record_get_title (activity), NULL));
}

/* R25: a plan of at least one activity; what is cancelled is in the plan no more. */
static void
check_plan (const NstRuleContext *context, NstRecord *program, const NstRuleText *rule,
            GPtrArray *findings)
{
  g_autoptr (GPtrArray) activities =
      nst_source_list_of (context->source, "activity", "program", program);

  for (guint i = 0; i < activities->len; i++)
    if (nst_record_get_text (activities->pdata[i], "cancelled_on") == NULL)
      return;
  g_ptr_array_add (findings, nst_finding_new (rule, program, NULL));
}

/* R25: each activity has a schedule. */
static void
check_due (const NstRuleContext *context, NstRecord *activity, const NstRuleText *rule,
           GPtrArray *findings)
{
  if (nst_record_get_text (activity, "due") == NULL)
    report_activity (context, activity, rule, findings);
}

/* R25: each activity has somebody responsible. */
static void
check_responsible (const NstRuleContext *context, NstRecord *activity, const NstRuleText *rule,
                   GPtrArray *findings)
{
  if (nst_record_get_text (activity, "responsible") == NULL &&
      nst_record_get_text (activity, "responsible_roles") == NULL)
    report_activity (context, activity, rule, findings);
}

static NstDue *
dup_due (NstRecord *record)
{
  const char *canonical = record != NULL ? nst_record_get_text (record, "due") : NULL;

  return canonical != NULL ? nst_due_from_canonical (canonical, NULL) : NULL;
}

/* First to last day that a schedule names. */
static gboolean
get_span (const NstDue *due, GDate *first, GDate *last)
{
  g_autoptr (GArray) terms = due != NULL ? nst_due_get_terms (due) : NULL;

  if (terms == NULL || terms->len == 0)
    return FALSE;
  *first = g_array_index (terms, NstDueTerm, 0).first;
  *last = g_array_index (terms, NstDueTerm, 0).last;
  for (guint i = 1; i < terms->len; i++)
    {
      const NstDueTerm *term = &g_array_index (terms, NstDueTerm, i);

      if (g_date_compare (&term->first, first) < 0)
        *first = term->first;
      if (g_date_compare (&term->last, last) > 0)
        *last = term->last;
    }
  return TRUE;
}

static gboolean
is_within (const GDate *first, const GDate *last, const GDate *outer_first,
           const GDate *outer_last)
{
  return g_date_compare (first, outer_first) >= 0 && g_date_compare (last, outer_last) <= 0;
}

/* R31: an activity within the months of its stage. */
static void
check_activity_in_stage (const NstRuleContext *context, NstRecord *activity,
                         const NstRuleText *rule, GPtrArray *findings)
{
  g_autoptr (NstRecord) stage = nst_source_dup_ref (context->source, activity, "stage");
  g_autoptr (NstDue) due = dup_due (activity);
  g_autoptr (NstDue) stage_due = dup_due (stage);
  g_autofree char *number = NULL;
  g_autofree char *phrase = NULL;
  g_autofree char *stage_phrase = NULL;
  GDate first, last, stage_first, stage_last;

  if (nst_record_get_text (activity, "cancelled_on") != NULL || !get_span (due, &first, &last) ||
      !get_span (stage_due, &stage_first, &stage_last) ||
      is_within (&first, &last, &stage_first, &stage_last))
    return;
  number = nst_rules_dup_activity_number (context, activity);
  phrase = nst_due_to_phrase (due);
  stage_phrase = nst_due_to_phrase (stage_due);
  g_ptr_array_add (findings, nst_finding_new (rule, activity, "number", number, "due", phrase,
                                              "stage", nst_record_get_title (stage), "stage_due",
                                              stage_phrase, NULL));
}

/* R31, second half: a stage within the period of the programme. */
static void
check_stage_in_program (const NstRuleContext *context, NstRecord *stage, const NstRuleText *rule,
                        GPtrArray *findings)
{
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, stage, "program");
  g_autoptr (NstDue) due = dup_due (stage);
  g_autofree char *phrase = NULL;
  g_autofree char *period = NULL;
  GDate first, last, start, end, extended;

  if (program == NULL || !get_span (due, &first, &last) ||
      !nst_program_term_get_start (program, &start) ||
      !nst_record_get_date (program, "end", &end))
    return;
  if (nst_record_get_date (program, "extended_until", &extended))
    end = extended;
  if (is_within (&first, &last, &start, &end))
    return;
  phrase = nst_due_to_phrase (due);
  period = nst_russian_period (&start, &end);
  g_ptr_array_add (findings, nst_finding_new (rule, stage, "stage", nst_record_get_title (stage),
                                              "due", phrase, "period", period, NULL));
}

/* R94: before the programme runs, only its organisational stage is marked: the first one, or as
 * many as the scheme says. */
static void
check_mark_time (const NstRuleContext *context, NstRecord *mark, const NstRuleText *rule,
                 GPtrArray *findings)
{
  g_autoptr (NstRecord) activity = nst_source_dup_ref (context->source, mark, "activity");
  g_autoptr (NstRecord) program = nst_source_dup_ref (context->source, activity, "program");
  g_autoptr (NstRecord) stage = nst_source_dup_ref (context->source, activity, "stage");
  g_autoptr (GPtrArray) stages = NULL;
  g_autofree char *number = NULL;
  const NstLifeState *state;
  gint64 early;

  if (program == NULL || stage == NULL)
    return;
  stages = nst_source_list_of (context->source, "stage", "program", program);
  early = nst_scheme_get_limit_int (context->scheme, "plan.early-stages", 1);
  for (guint i = 0; i < stages->len && i < early; i++)
    if (nst_record_get_id (stages->pdata[i]) == nst_record_get_id (stage))
      return;
  state = nst_steps_get_state (context, program);
  if (!nst_steps_is_state (context, program, "DRAFT|AGREED|APPROVED|SENT_TO_OPERATOR"))
    return;
  number = nst_rules_dup_activity_number (context, activity);
  g_ptr_array_add (findings,
                   nst_finding_new (rule, mark, "number", number, "stage",
                                    nst_record_get_title (stage), "state", state->title, NULL));
}

const NstRuleCheck nst_rules_plan[] = {
  { "R25b", "program", check_plan },
  { "R25c", "activity", check_due },
  { "R25d", "activity", check_responsible },
  { "R31", "activity", check_activity_in_stage },
  { "R31a", "stage", check_stage_in_program },
  { "R94", "mark", check_mark_time },
  { NULL, NULL, NULL },
};
