/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates of a programme's activities as deadlines (DOMAIN 5.5). */
#include "config.h"

#include "rules/nst-deadline-private.h"

#include "rules/nst-program-term.h"
#include "rules/nst-progress.h"

/* What a programme that ended early did not reach is not due any more. */
static gboolean
is_cut_off (const NstRuleContext *context, NstRecord *program, const GDate *due)
{
  GDate ended;

  return nst_record_get_date (program, "ended_on", &ended) &&
         g_date_compare (&ended, &context->today) <= 0 && g_date_compare (due, &ended) > 0;
}

static NstDeadline *
make (const NstRuleContext *context, const NstDeadlineText *text,
      const NstActivityProgress *progress, guint occurrence)
{
  NstRecord *activity = progress->activity;
  g_auto (GStrv) roles = nst_record_dup_list (activity, "responsible_roles");
  NstDeadline *self = nst_deadline_new (context, text, activity, occurrence);
  const char *title = nst_record_get_text (activity, "short_title");

  if (title == NULL)
    title = nst_record_get_title (activity);
  g_free (self->title);
  self->title = g_strdup_printf ("%u. %s", progress->number, title);
  if (roles != NULL && roles[0] != NULL)
    {
      g_ptr_array_unref (self->people);
      self->people = nst_deadline_list_people (context, activity, roles);
    }
  return self;
}

static void
add (const NstRuleContext *context, NstDeadline *deadline, NstActivityState state,
     NstRecord *mark, GPtrArray *deadlines)
{
  GDate on;

  g_date_clear (&on, 1);
  if (state == NST_ACTIVITY_DONE && mark != NULL)
    nst_record_get_date (mark, "date", &on);
  nst_deadline_judge (deadline, context, state == NST_ACTIVITY_DONE, &on);
  g_ptr_array_add (deadlines, deadline);
}

static void
add_dated (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *program,
           const NstActivityProgress *progress, GPtrArray *deadlines)
{
  for (guint i = 0; i < progress->occurrences->len; i++)
    {
      const NstOccurrence *occurrence = progress->occurrences->pdata[i];
      gboolean done =
          occurrence->state == NST_ACTIVITY_DONE || progress->state == NST_ACTIVITY_DONE;
      NstDeadline *deadline;

      if (!done && (occurrence->state == NST_ACTIVITY_NOT_DONE ||
                    is_cut_off (context, program, &occurrence->last)))
        continue;
      deadline =
          make (context, text, progress, progress->occurrences->len > 1 ? occurrence->number : 0);
      deadline->first = occurrence->first;
      deadline->due = occurrence->last;
      add (context, deadline, done ? NST_ACTIVITY_DONE : occurrence->state,
           occurrence->mark != NULL ? occurrence->mark : progress->mark, deadlines);
    }
}

/* Without dates of its own an activity is due when the programme ends. */
static void
add_undated (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *program,
             const NstActivityProgress *progress, GPtrArray *deadlines)
{
  NstDeadline *deadline;
  GDate start, end;

  if (progress->state == NST_ACTIVITY_OVERDUE)
    {
      end = context->today;
      g_date_subtract_days (&end, progress->overdue_days);
    }
  else if (!nst_program_term_get_end (program, &end))
    return;
  if (!nst_program_term_get_start (program, &start) || g_date_compare (&start, &end) > 0)
    start = end;
  deadline = make (context, text, progress, 0);
  deadline->first = start;
  deadline->due = end;
  add (context, deadline, progress->state, progress->mark, deadlines);
}

/* What was marked not done or cancelled waits for nobody. */
void
nst_deadline_add_activities (const NstRuleContext *context, const NstDeadlineText *text,
                             NstRecord *program, GPtrArray *deadlines)
{
  g_autoptr (NstProgress) all = nst_progress_new (context, program);

  for (guint i = 0; i < all->stages->len; i++)
    {
      const NstStageProgress *stage = all->stages->pdata[i];

      for (guint j = 0; j < stage->activities->len; j++)
        {
          const NstActivityProgress *progress = stage->activities->pdata[j];

          if (progress->state == NST_ACTIVITY_CANCELLED ||
              progress->state == NST_ACTIVITY_NOT_DONE)
            continue;
          if (progress->occurrences->len > 0)
            add_dated (context, text, program, progress, deadlines);
          else
            add_undated (context, text, program, progress, deadlines);
        }
    }
}
