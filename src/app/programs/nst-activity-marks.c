/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks of an activity as the window puts, changes and removes them. */
#include "config.h"

#include "app/programs/nst-activity-marks.h"

#include "app/widgets/nst-step-actor.h"
#include "text/nst-due.h"

#include <glib/gi18n.h>

#define MARK_STEP "complete-activity"

/* Of two marks the one with the later day is newer, then the one that was put later. */
static gboolean
is_newer (NstRecord *one, NstRecord *two)
{
  int order = g_strcmp0 (nst_record_get_text (one, "date"), nst_record_get_text (two, "date"));

  return order != 0 ? order > 0 : nst_record_get_id (one) > nst_record_get_id (two);
}

NstRecord *
nst_activity_marks_dup_newest (NstOffice *office, NstRecord *activity, int part)
{
  g_autoptr (GPtrArray) marks = nst_source_list_of (NST_SOURCE (nst_office_get_store (office)),
                                                    "mark", "activity", activity);
  NstRecord *found = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      NstRecord *mark = g_ptr_array_index (marks, i);

      if (part >= 0 && nst_record_get_int (mark, "occurrence") != part)
        continue;
      if (found == NULL || is_newer (mark, found))
        found = mark;
    }
  return found != NULL ? g_object_ref (found) : NULL;
}

char *
nst_activity_marks_dup_new_due (NstRecord *mark)
{
  const char *canonical = nst_record_get_text (mark, "new_due");
  g_autoptr (NstDue) due = canonical != NULL ? nst_due_from_canonical (canonical, NULL) : NULL;

  return due != NULL ? nst_due_to_phrase (due) : NULL;
}

static void
set_arg (NstStepArgs *args, const char *field, const char *text)
{
  if (text != NULL && *text != '\0')
    nst_step_args_set (args, field, text);
}

gboolean
nst_activity_marks_put (NstOffice *office, NstRecord *activity, const NstActivityMark *mark,
                        GError **error)
{
  NstScheme *scheme = nst_office_get_scheme_of (office, activity);
  g_autoptr (NstStepArgs) args =
      nst_step_actor_own_args (office, activity, nst_steps_find (scheme, MARK_STEP, NULL));
  gboolean bad =
      g_str_equal (mark->status, "NOT_DONE") || g_str_equal (mark->status, "POSTPONED");

  set_arg (args, "status", mark->status);
  set_arg (args, "date", mark->date);
  set_arg (args, bad ? "reason" : "result", mark->text);
  if (g_str_equal (mark->status, "POSTPONED"))
    set_arg (args, "new_due", mark->new_due);
  if (mark->part > 0)
    {
      g_autofree char *part = g_strdup_printf ("%u", mark->part);

      set_arg (args, "occurrence", part);
    }
  return nst_office_do (office, activity, MARK_STEP, args, NULL, error);
}

gboolean
nst_activity_marks_set (NstOffice *office, NstRecord *mark, const char *field, const char *typed,
                        GError **error)
{
  g_autofree char *due = NULL;
  const char *before = nst_record_get_text (mark, field);

  if (g_str_equal (field, "new_due"))
    before = due = nst_activity_marks_dup_new_due (mark);
  if (g_strcmp0 (before != NULL ? before : "", typed != NULL ? typed : "") == 0)
    return TRUE;
  return nst_office_set (office, mark, field, typed, error);
}

gboolean
nst_activity_marks_remove (NstOffice *office, NstRecord *mark, GError **error)
{
  g_autoptr (NstChange) change = nst_change_new (_ ("Mark taken away"));

  nst_change_remove (change, mark);
  return nst_store_apply (nst_office_get_store (office), change, error);
}

guint
nst_activity_marks_find_open (const NstActivityProgress *progress)
{
  if (progress->parts < 2)
    return 0;
  for (guint i = 0; i < progress->occurrences->len; i++)
    {
      const NstOccurrence *each = g_ptr_array_index (progress->occurrences, i);

      if (each->state != NST_ACTIVITY_DONE)
        return i + 1;
    }
  return progress->occurrences->len > 0 ? 0 : progress->parts_done + 1;
}
