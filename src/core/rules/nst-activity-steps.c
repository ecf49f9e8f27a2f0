/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of an activity: what became of it or of one of its dates. */
#include "config.h"

#include "rules/nst-activity-progress.h"
#include "rules/nst-step-run.h"

#include "model/nst-error.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>

static gboolean
check_occurrence (NstStepRun *run, const char *occurrence, GError **error)
{
  g_autoptr (NstRecord) program =
      nst_source_dup_ref (run->context->source, run->record, "program");
  gint64 number = g_ascii_strtoll (occurrence, NULL, 10);
  NstActivityProgress *progress;
  guint parts;

  progress = nst_activity_progress_new (run->context, program, run->record, 0);
  parts = progress->parts;
  nst_activity_progress_free (progress);
  if (number >= 1 && (parts == 0 || number <= parts))
    return TRUE;
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("“%s” has %u parts; give a number from 1 to %u"),
               nst_record_get_title (run->record), parts, parts);
  return FALSE;
}

static gboolean
check_mark (NstStepRun *run, NstRecord *mark, GError **error)
{
  const char *status = nst_record_get_text (mark, "status");
  const char *occurrence = nst_record_get_text (mark, "occurrence");
  GDate date;

  if (g_strcmp0 (status, "NOT_DONE") == 0 && nst_record_get_text (mark, "reason") == NULL)
    return nst_step_run_miss (error, _ ("Say why the activity was not done (reason=…): the "
                                        "report has to name the reason"));
  if (g_strcmp0 (status, "POSTPONED") == 0 && nst_record_get_text (mark, "new_due") == NULL)
    return nst_step_run_miss (error, _ ("Say when the activity will take place instead "
                                        "(new_due=…)"));
  if (nst_record_get_date (mark, "date", &date) &&
      g_date_compare (&date, &run->context->today) > 0)
    {
      g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                           _ ("The day of the mark is later than today; mark the activity when "
                              "it has taken place"));
      return FALSE;
    }
  return occurrence == NULL || check_occurrence (run, occurrence, error);
}

static gboolean
is_superseded (NstStepRun *run)
{
  g_autoptr (NstRecord) program =
      nst_source_dup_ref (run->context->source, run->record, "program");

  return program != NULL && nst_steps_is_state (run->context, program, "SUPERSEDED");
}

/* Adds a mark; the newest one counts, so a mistake is put right by another mark. */
gboolean
nst_activity_steps_complete (NstStepRun *run, GError **error)
{
  const char *status = nst_step_operations_get_argument (run->step->operation);
  g_autoptr (NstRecord) mark = NULL;

  if (is_superseded (run))
    return nst_step_run_refuse (error, _ ("A newer version of the programme follows this one; "
                                          "mark the activity there"));
  mark = nst_change_add (run->change, "mark", NULL);
  nst_change_set_ref (run->change, mark, "activity", run->record);
  nst_change_set (run->change, mark, "status", status != NULL ? status : "DONE");
  nst_step_run_take_all (run, mark);
  if (nst_record_get_text (mark, "date") == NULL)
    nst_change_set_date (run->change, mark, "date", &run->date);
  if (run->person != 0 && nst_record_get_text (mark, "person") == NULL)
    nst_change_set_int (run->change, mark, "person", run->person);
  nst_step_run_set_to (run, NULL);
  nst_step_run_set_subject (run, mark);
  return run->trial || check_mark (run, mark, error);
}
