/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a programme is on a day: states of activities, shares, occurrences. */
#include "config.h"

#include "rules/nst-progress.h"

#include "rules/nst-activity-progress.h"

static void
stage_free (gpointer data)
{
  NstStageProgress *stage = data;

  g_clear_object (&stage->stage);
  g_clear_pointer (&stage->activities, g_ptr_array_unref);
  g_free (stage);
}

static void
count_activity (NstProgress *self, NstStageProgress *stage, const NstActivityProgress *activity)
{
  if (activity->state == NST_ACTIVITY_CANCELLED)
    return;
  self->total++;
  switch (activity->state)
    {
    case NST_ACTIVITY_DONE:
      self->done++;
      stage->done++;
      break;
    case NST_ACTIVITY_NOT_DONE:
      self->not_done++;
      break;
    case NST_ACTIVITY_PARTLY:
      self->in_progress++;
      break;
    case NST_ACTIVITY_OVERDUE:
      self->overdue++;
      break;
    case NST_ACTIVITY_PLANNED:
    case NST_ACTIVITY_DUE:
    case NST_ACTIVITY_POSTPONED:
    case NST_ACTIVITY_CANCELLED:
    default:
      self->planned++;
    }
  self->occurrences += activity->occurrences->len;
  if (activity->occurrences->len > 0)
    self->occurrences_done += activity->parts_done;
}

static void
add_stage (NstProgress *self, const NstRuleContext *context, NstRecord *program,
           NstRecord *record, guint *number)
{
  g_autoptr (GPtrArray) activities =
      nst_source_list_of (context->source, "activity", "stage", record);
  NstStageProgress *stage = g_new0 (NstStageProgress, 1);

  stage->stage = g_object_ref (record);
  stage->number = self->stages->len + 1;
  stage->activities =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_activity_progress_free);
  for (guint i = 0; i < activities->len; i++)
    {
      NstActivityProgress *activity =
          nst_activity_progress_new (context, program, activities->pdata[i], ++(*number));

      g_ptr_array_add (stage->activities, activity);
      count_activity (self, stage, activity);
    }
  g_ptr_array_add (self->stages, stage);
}

/* R35: tenths of a per cent, half up, by whole numbers. */
static guint
get_permille (guint done, guint total)
{
  return total > 0 ? (2000 * done + total) / (2 * total) : 0;
}

/**
 * nst_progress_new:
 * @context: scheme, source and the day
 * @program: a programme
 *
 * Returns: (transfer full): where the programme stands at the end of the day (DOMAIN 5.5, R35)
 */
NstProgress *
nst_progress_new (const NstRuleContext *context, NstRecord *program)
{
  g_autoptr (GPtrArray) stages = NULL;
  NstProgress *self = g_new0 (NstProgress, 1);
  guint number = 0;

  stages = nst_source_list_of (context->source, "stage", "program", program);
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  for (guint i = 0; i < stages->len; i++)
    add_stage (self, context, program, stages->pdata[i], &number);
  self->permille = get_permille (self->done, self->total);
  return self;
}

/**
 * nst_progress_free:
 * @self: (nullable): what nst_progress_new() gave
 */
void
nst_progress_free (NstProgress *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_free (self);
}

/**
 * nst_progress_find:
 * @self: progress of a programme
 * @activity: local id of one of its activities
 *
 * Returns: (transfer none) (nullable): where the activity stands
 */
NstActivityProgress *
nst_progress_find (NstProgress *self, gint64 activity)
{
  for (guint i = 0; i < self->stages->len; i++)
    {
      NstStageProgress *stage = self->stages->pdata[i];

      for (guint j = 0; j < stage->activities->len; j++)
        {
          NstActivityProgress *found = stage->activities->pdata[j];

          if (nst_record_get_id (found->activity) == activity)
            return found;
        }
    }
  return NULL;
}

/**
 * nst_activity_state_get_code:
 * @state: a state
 *
 * Returns: its code, a key of the catalogue "activity-state"
 */
const char *
nst_activity_state_get_code (NstActivityState state)
{
  static const char *const codes[] = {
    "PLANNED", "DUE", "OVERDUE", "PARTLY", "DONE", "NOT_DONE", "POSTPONED", "CANCELLED",
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (codes), codes[0]);

  return codes[state];
}

/**
 * nst_progress_dup_unexplained:
 * @context: scheme, source and the day
 * @program: a programme
 *
 * Activities that consist of a report are left out: they come with it (R92).
 *
 * Returns: (transfer full) (nullable): numbers of the activities that are neither done nor
 *   cancelled and whose mark names no reason; %NULL when there are none
 */
char *
nst_progress_dup_unexplained (const NstRuleContext *context, NstRecord *program)
{
  g_autoptr (NstProgress) progress = nst_progress_new (context, program);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = progress->stages->pdata[i];

      for (guint j = 0; j < stage->activities->len; j++)
        {
          const NstActivityProgress *activity = stage->activities->pdata[j];

          if (activity->state == NST_ACTIVITY_DONE || activity->state == NST_ACTIVITY_CANCELLED ||
              nst_record_get_text (activity->activity, "report") != NULL ||
              (activity->mark != NULL && nst_record_get_text (activity->mark, "reason") != NULL))
            continue;
          g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "",
                                  activity->number);
        }
    }
  return numbers->len > 0 ? g_strdup (numbers->str) : NULL;
}
