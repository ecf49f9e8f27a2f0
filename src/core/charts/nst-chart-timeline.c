/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a timeline shows: stages, dates of activities, today, the last allowed day. */
#include "config.h"

#include "charts/nst-chart-timeline.h"

#include <glib/gi18n-lib.h>

#include "text/nst-due.h"
#include "text/nst-russian.h"

static void
band_free (NstTimelineBand *band)
{
  g_free (band->number);
  g_free (band->title);
  g_free (band);
}

static void
dot_free (NstTimelineDot *dot)
{
  g_free (dot->title);
  g_free (dot);
}

/**
 * nst_timeline_new:
 * @title: of the programme
 * @today: the day of the red line
 *
 * Returns: (transfer full): an empty timeline, free with nst_timeline_free()
 */
NstTimeline *
nst_timeline_new (const char *title, const GDate *today)
{
  NstTimeline *self = g_new0 (NstTimeline, 1);

  self->title = g_strdup (title);
  self->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) band_free);
  self->dots = g_ptr_array_new_with_free_func ((GDestroyNotify) dot_free);
  self->today = *today;
  g_date_clear (&self->limit, 1);
  return self;
}

/**
 * nst_timeline_free:
 * @self: (nullable): a timeline
 */
void
nst_timeline_free (NstTimeline *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_ptr_array_unref (self->bands);
  g_ptr_array_unref (self->dots);
  g_free (self);
}

/**
 * nst_timeline_add_band:
 * @self: a timeline
 * @number: (nullable): number of the stage as printed
 * @title: of the stage
 * @first: first day
 * @last: last day, counts
 */
void
nst_timeline_add_band (NstTimeline *self, const char *number, const char *title,
                       const GDate *first, const GDate *last)
{
  NstTimelineBand *band = g_new0 (NstTimelineBand, 1);

  band->number = g_strdup (number);
  band->title = g_strdup (title);
  band->first = *first;
  band->last = *last;
  g_ptr_array_add (self->bands, band);
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const NstTimelineDot *one = *(NstTimelineDot *const *) a;
  const NstTimelineDot *two = *(NstTimelineDot *const *) b;
  int order = g_date_compare (&one->last, &two->last);

  return order != 0 ? order : (int) one->number - (int) two->number;
}

/**
 * nst_timeline_add_dot:
 * @self: a timeline
 * @dot: copied
 *
 * Keeps the dots in order of their last day, then of their number.
 */
void
nst_timeline_add_dot (NstTimeline *self, const NstTimelineDot *dot)
{
  NstTimelineDot *copy = g_new (NstTimelineDot, 1);

  *copy = *dot;
  copy->title = g_strdup (dot->title);
  g_ptr_array_add (self->dots, copy);
  g_ptr_array_sort (self->dots, compare_dots);
}

static const char *
get_state_words (NstActivityState state)
{
  switch (state)
    {
    case NST_ACTIVITY_DONE:
      return _ ("done");
    case NST_ACTIVITY_PARTLY:
      return _ ("partly done");
    case NST_ACTIVITY_NOT_DONE:
      return _ ("not done");
    case NST_ACTIVITY_OVERDUE:
      return _ ("overdue");
    case NST_ACTIVITY_DUE:
      return _ ("due now");
    case NST_ACTIVITY_POSTPONED:
      return _ ("postponed");
    case NST_ACTIVITY_CANCELLED:
      return _ ("cancelled");
    case NST_ACTIVITY_PLANNED:
    default:
      return _ ("ahead");
    }
}

/**
 * nst_timeline_dup_dot_label:
 * @self: a timeline
 * @dot: index of a dot
 *
 * Returns: (transfer full): «9. Лаборатория — апрель 2022 г.: выполнено», for a tooltip
 *   and for those who do not see the dot
 */
char *
nst_timeline_dup_dot_label (const NstTimeline *self, guint dot)
{
  const NstTimelineDot *found;
  g_autofree char *when = NULL;

  g_return_val_if_fail (self != NULL && dot < self->dots->len, NULL);

  found = g_ptr_array_index (self->dots, dot);
  when = nst_russian_month (&found->last);
  return g_strdup_printf ("%u. %s – %s: %s", found->number, found->title, when,
                          get_state_words (found->state));
}

/**
 * nst_timeline_dup_summary:
 * @self: a timeline
 *
 * Returns: (transfer full): what the picture says, in words
 */
char *
nst_timeline_dup_summary (const NstTimeline *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *today = NULL;
  guint done = 0, bad = 0;

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->dots->len; i++)
    {
      const NstTimelineDot *dot = g_ptr_array_index (self->dots, i);

      done += dot->state == NST_ACTIVITY_DONE;
      bad += dot->state == NST_ACTIVITY_NOT_DONE || dot->state == NST_ACTIVITY_OVERDUE;
    }
  today = nst_russian_date (&self->today);
  /* TRANSLATORS: stages, done dates, all dates, not done or overdue, today */
  g_string_append_printf (
      text, _ ("Timeline: %u stages; %u of %u dates done, %u not done or overdue; today is %s"),
      self->bands->len, done, self->dots->len, bad, today);
  if (g_date_valid (&self->limit))
    {
      g_autofree char *limit = nst_russian_date (&self->limit);

      g_string_append (text, "; ");
      g_string_append_printf (text, _ ("last allowed day %s"), limit);
    }
  return g_string_free (text, FALSE);
}

/* First and last day of a stage: of its own schedule, else of what is in it. */
static gboolean
find_stage_span (const NstStageProgress *stage, GDate *first, GDate *last)
{
  const char *due = nst_record_get_text (stage->stage, "due");
  g_autoptr (NstDue) schedule = due != NULL ? nst_due_from_canonical (due, NULL) : NULL;
  g_autoptr (GArray) terms = schedule != NULL ? nst_due_get_terms (schedule) : NULL;

  if (terms != NULL && terms->len > 0)
    {
      *first = g_array_index (terms, NstDueTerm, 0).first;
      *last = g_array_index (terms, NstDueTerm, terms->len - 1).last;
      return TRUE;
    }
  g_date_clear (first, 1);
  g_date_clear (last, 1);
  for (guint i = 0; i < stage->activities->len; i++)
    {
      const NstActivityProgress *activity = g_ptr_array_index (stage->activities, i);

      for (guint j = 0; j < activity->occurrences->len; j++)
        {
          const NstOccurrence *each = g_ptr_array_index (activity->occurrences, j);

          if (!g_date_valid (first) || g_date_compare (&each->first, first) < 0)
            *first = each->first;
          if (!g_date_valid (last) || g_date_compare (&each->last, last) > 0)
            *last = each->last;
        }
    }
  return g_date_valid (first);
}

static void
add_dots (NstTimeline *self, const NstActivityProgress *activity)
{
  for (guint i = 0; i < activity->occurrences->len; i++)
    {
      const NstOccurrence *each = g_ptr_array_index (activity->occurrences, i);
      NstTimelineDot dot = { nst_record_get_id (activity->activity),
                             activity->number,
                             each->number,
                             (char *) nst_record_get_title (activity->activity),
                             each->first,
                             each->last,
                             each->state };

      nst_timeline_add_dot (self, &dot);
    }
}

/**
 * nst_timeline_new_for_program:
 * @context: scheme, source and day
 * @program: a programme
 * @progress: its progress on the same day
 *
 * The flag stands at the last day of the longest period that the scheme allows from the
 * approval (R22; limit `program.months.max`); there is none before the approval.
 *
 * Returns: (transfer full): what to draw
 */
NstTimeline *
nst_timeline_new_for_program (const NstRuleContext *context, NstRecord *program,
                              const NstProgress *progress)
{
  NstTimeline *self;
  gint64 months;
  GDate approved;

  g_return_val_if_fail (context != NULL && NST_IS_RECORD (program) && progress != NULL, NULL);

  self = nst_timeline_new (nst_record_get_title (program), &context->today);
  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);
      GDate first, last;

      if (find_stage_span (stage, &first, &last))
        nst_timeline_add_band (self, nst_record_get_text (stage->stage, "number"),
                               nst_record_get_text (stage->stage, "title"), &first, &last);
      for (guint j = 0; j < stage->activities->len; j++)
        add_dots (self, g_ptr_array_index (stage->activities, j));
    }
  months = nst_scheme_get_limit_int (context->scheme, "program.months.max", 0);
  if (months > 0 && nst_record_get_date (program, "approved_on", &approved))
    {
      self->limit_months = (guint) months;
      nst_russian_add_months (&approved, self->limit_months, &self->limit);
    }
  return self;
}

static double
get_height (gpointer data G_GNUC_UNUSED)
{
  return NST_TIMELINE_HEIGHT;
}

static void
draw (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
      gpointer data)
{
  g_autoptr (NstTimelineLayout) layout = nst_timeline_layout_new (data, width, 0, 0);

  nst_timeline_draw (data, layout, cr, theme, -1);
}

static GPtrArray *
list_marks (gpointer data, double width, double height G_GNUC_UNUSED)
{
  g_autoptr (NstTimelineLayout) layout = nst_timeline_layout_new (data, width, 0, 0);
  GPtrArray *marks = nst_chart_marks_new ();

  for (guint i = 0; i < layout->dots->len; i++)
    {
      const NstTimelineBox *dot = &g_array_index (layout->dots, NstTimelineBox, i);

      nst_chart_marks_take (marks, dot->x - dot->width, dot->y - dot->height, 2 * dot->width,
                            2 * dot->height, nst_timeline_dup_dot_label (data, dot->index));
    }
  return marks;
}

static char *
dup_day (const GDate *day)
{
  return g_strdup_printf ("%02u.%02u.%04u", g_date_get_day (day), g_date_get_month (day),
                          g_date_get_year (day));
}

static GPtrArray *
list_rows (gpointer data)
{
  const NstTimeline *self = data;
  GPtrArray *rows =
      nst_chart_rows_new (_ ("Activity"), _ ("From"), _ ("Until"), _ ("State"), NULL);

  for (guint i = 0; i < self->dots->len; i++)
    {
      const NstTimelineDot *dot = g_ptr_array_index (self->dots, i);
      g_autofree char *title = g_strdup_printf ("%u. %s", dot->number, dot->title);
      g_autofree char *first = dup_day (&dot->first);
      g_autofree char *last = dup_day (&dot->last);

      nst_chart_rows_add (rows, title, first, last, get_state_words (dot->state), NULL);
    }
  return rows;
}

static char *
dup_summary (gpointer data)
{
  return nst_timeline_dup_summary (data);
}

const NstPlot nst_timeline_plot = { get_height, draw,        list_marks,
                                    list_rows,  dup_summary, (GDestroyNotify) nst_timeline_free };
