/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction of a programme: its next version, the old one kept (R30). */
#include "config.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-step-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All fields of a record but its owner; ids of copied records are put in by the caller. */
static NstRecord *
copy_record (NstStepRun *run, NstRecord *record)
{
  const NstKind *kind = nst_record_get_kind (record);
  NstRecord *copy = nst_change_add (run->change, kind->name, NULL);
  g_auto (GStrv) extra = nst_record_list_extra (record);

  for (guint i = 0; kind->fields[i].name != NULL; i++)
    nst_change_set (run->change, copy, kind->fields[i].name,
                    nst_record_get_text (record, kind->fields[i].name));
  for (guint i = 0; extra[i] != NULL; i++)
    nst_change_set (run->change, copy, extra[i], nst_record_get_text (record, extra[i]));
  return copy;
}

static void
copy_marks (NstStepRun *run, NstRecord *activity, NstRecord *copy)
{
  g_autoptr (GPtrArray) marks =
      nst_source_list_of (run->context->source, "mark", "activity", activity);

  for (guint i = 0; i < marks->len; i++)
    {
      g_autoptr (NstRecord) mark = copy_record (run, marks->pdata[i]);

      nst_change_set_ref (run->change, mark, "activity", copy);
    }
}

static void
copy_stage (NstStepRun *run, NstRecord *stage, NstRecord *program)
{
  g_autoptr (NstRecord) copy = copy_record (run, stage);
  g_autoptr (GPtrArray) activities =
      nst_source_list_of (run->context->source, "activity", "stage", stage);

  nst_change_set_ref (run->change, copy, "program", program);
  for (guint i = 0; i < activities->len; i++)
    {
      g_autoptr (NstRecord) activity = copy_record (run, activities->pdata[i]);

      nst_change_set_ref (run->change, activity, "program", program);
      nst_change_set_ref (run->change, activity, "stage", copy);
      copy_marks (run, activities->pdata[i], activity);
    }
}

/* A report that is still being written tells of the version that is in force when it is issued.
 */
static void
move_drafts (NstStepRun *run, NstRecord *program, NstRecord *next)
{
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (run->context->scheme, "report");
  const char *initial = cycle != NULL ? nst_life_cycle_get_initial (cycle) : NULL;
  g_autoptr (GPtrArray) reports =
      nst_source_list_of (run->context->source, "report", "program", program);

  for (guint i = 0; i < reports->len; i++)
    {
      const char *state = nst_record_get_text (reports->pdata[i], "state");

      if (state == NULL || g_strcmp0 (state, initial) == 0)
        nst_change_set_ref (run->change, reports->pdata[i], "program", next);
    }
}

/* The next version of a programme: a new record, stages, activities and marks copied. */
NstRecord *
nst_program_correction_make (NstStepRun *run, NstRecord *program, const char *reason)
{
  NstRecord *next = copy_record (run, program);
  g_autoptr (GPtrArray) stages =
      nst_source_list_of (run->context->source, "stage", "program", program);

  nst_change_set_int (run->change, next, "version",
                      MAX (1, nst_record_get_int (program, "version")) + 1);
  nst_change_set_ref (run->change, next, "previous", program);
  nst_change_set (run->change, next, "correction_reason", reason);
  nst_change_set_date (run->change, next, "drafted_on", &run->date);
  nst_change_set (run->change, next, "reapproved_on", NULL);
  for (guint i = 0; i < stages->len; i++)
    copy_stage (run, stages->pdata[i], next);
  move_drafts (run, program, next);
  return next;
}

/* IN_PROGRESS stays so: a new record takes the place, dates equal, version one more. Whoever
 * corrects, the new version is written first and approved by a step of its own. */
gboolean
nst_program_steps_correct (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  const char *reason = nst_step_run_take (run, "correction_reason");
  g_autoptr (NstRecord) next = NULL;

  if (run->trial)
    return TRUE;
  next = nst_program_correction_make (run, run->record, reason);
  nst_step_run_set_subject (run, next);
  return TRUE;
}

/* The curator approves the version that the teams have made; the day of the first approval, from
 * which the term is counted (R22), stays. */
gboolean
nst_program_correction_approve (NstStepRun *run, GError **error)
{
  g_autoptr (NstRecord) curator = nst_group_sides_dup_curator (run->context, run->record);

  if (nst_record_get_ref (run->record, "previous") == 0)
    return nst_step_run_refuse (error, _ ("The programme has not been corrected: its first "
                                          "version is approved already"));
  if (nst_record_get_text (run->record, "reapproved_on") != NULL)
    return nst_step_run_refuse (error, _ ("This version of the programme is approved already"));
  if (run->person == 0 && curator != NULL)
    run->person = nst_record_get_id (curator);
  if (run->person != 0)
    nst_change_set_int (run->change, run->record, "approved_by", run->person);
  return TRUE;
}
