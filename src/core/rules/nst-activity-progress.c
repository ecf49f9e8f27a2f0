/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far one activity is on a day, by its marks and its schedule (DOMAIN 5.5). */
#include "config.h"

#include "rules/nst-activity-progress.h"

#include "rules/nst-program-term.h"
#include "text/nst-due.h"

/* Marks up to the day, oldest first, and what they are read against. */
typedef struct
{
  GDate today;
  GPtrArray *marks;
  NstRecord *program;
  NstDue *due;
} Facts;

static gboolean
has_status (NstRecord *mark, const char *status)
{
  return mark != NULL && g_strcmp0 (nst_record_get_text (mark, "status"), status) == 0;
}

/* A mark that is only planned has a negative id and is newer than all others. */
static gint64
get_age_key (NstRecord *mark)
{
  gint64 id = nst_record_get_id (mark);

  return id > 0 ? id : G_MAXINT64 / 2 - id;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  NstRecord *first = *(NstRecord **) a;
  NstRecord *second = *(NstRecord **) b;
  int order =
      g_strcmp0 (nst_record_get_text (first, "date"), nst_record_get_text (second, "date"));

  if (order != 0)
    return order;
  return get_age_key (first) < get_age_key (second) ? -1 : 1;
}

static GPtrArray *
list_marks (const NstRuleContext *context, NstRecord *activity)
{
  g_autoptr (GPtrArray) all = nst_source_list_of (context->source, "mark", "activity", activity);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *mark = all->pdata[i];
      GDate date;

      if (!nst_record_get_date (mark, "date", &date) ||
          g_date_compare (&date, &context->today) <= 0)
        g_ptr_array_add (marks, g_object_ref (mark));
    }
  g_ptr_array_sort (marks, compare_marks);
  return marks;
}

/* The mark that decides about a part: its newest own one or a newer one of the whole. A newer
 * mark of the whole takes an older one's place; that something is partly done or not done as a
 * whole does not undo a part that was done by a mark of its own. */
static NstRecord *
find_mark_of_part (const Facts *facts, guint part, gboolean only_part)
{
  NstRecord *own = NULL;
  NstRecord *whole = NULL; /* newer than the own one */

  for (guint i = 0; i < facts->marks->len; i++)
    {
      NstRecord *mark = facts->marks->pdata[i];
      guint occurrence = (guint) nst_record_get_int (mark, "occurrence");

      if (occurrence == 0)
        whole = mark;
      else if (occurrence == part)
        {
          own = mark;
          whole = NULL;
        }
    }
  if (whole == NULL || only_part || has_status (whole, "DONE"))
    return whole != NULL ? whole : own;
  return has_status (own, "DONE") || has_status (whole, "PARTLY") ? own : whole;
}

static NstRecord *
find_whole_mark (const Facts *facts)
{
  for (guint i = facts->marks->len; i > 0; i--)
    if (nst_record_get_int (facts->marks->pdata[i - 1], "occurrence") == 0)
      return facts->marks->pdata[i - 1];
  return NULL;
}

static NstRecord *
get_newest (const Facts *facts)
{
  return facts->marks->len > 0 ? facts->marks->pdata[facts->marks->len - 1] : NULL;
}

static GArray *
get_new_terms (NstRecord *mark)
{
  const char *canonical = nst_record_get_text (mark, "new_due");
  g_autoptr (NstDue) due = NULL;

  if (canonical != NULL)
    due = nst_due_from_canonical (canonical, NULL);
  return due != NULL ? nst_due_get_terms (due) : g_array_new (FALSE, FALSE, sizeof (NstDueTerm));
}

/* A postponed part moves to the new term; a postponed whole moves its open parts in order. */
static void
apply_postponing (const Facts *facts, GPtrArray *occurrences)
{
  for (guint i = 0; i < facts->marks->len; i++)
    {
      NstRecord *mark = facts->marks->pdata[i];
      guint part = (guint) nst_record_get_int (mark, "occurrence");
      g_autoptr (GArray) terms = NULL;
      guint next = 0;

      if (!has_status (mark, "POSTPONED"))
        continue;
      terms = get_new_terms (mark);
      for (guint j = 0; j < occurrences->len && terms->len > 0; j++)
        {
          NstOccurrence *occurrence = occurrences->pdata[j];
          const NstDueTerm *term = &g_array_index (terms, NstDueTerm, MIN (next, terms->len - 1));

          if (part != 0 ? part != occurrence->number : has_status (occurrence->mark, "DONE"))
            continue;
          occurrence->first = term->first;
          occurrence->last = term->last;
          next++;
        }
    }
}

/* Whether the programme ended before its time, and with it what was still to come. */
static gboolean
has_ended (const Facts *facts, GDate *ended)
{
  return nst_record_get_date (facts->program, "ended_on", ended) &&
         g_date_compare (ended, &facts->today) <= 0;
}

static NstActivityState
state_by_term (const Facts *facts, const GDate *first, const GDate *last)
{
  GDate ended;

  if (has_ended (facts, &ended) && g_date_compare (last, &ended) > 0)
    return NST_ACTIVITY_PLANNED;
  if (g_date_compare (&facts->today, last) > 0)
    return NST_ACTIVITY_OVERDUE;
  return g_date_compare (&facts->today, first) < 0 ? NST_ACTIVITY_PLANNED : NST_ACTIVITY_DUE;
}

static NstActivityState
state_of_occurrence (const Facts *facts, const NstOccurrence *occurrence)
{
  NstActivityState state = state_by_term (facts, &occurrence->first, &occurrence->last);

  if (has_status (occurrence->mark, "DONE"))
    return NST_ACTIVITY_DONE;
  if (has_status (occurrence->mark, "NOT_DONE"))
    return NST_ACTIVITY_NOT_DONE;
  if (has_status (occurrence->mark, "PARTLY"))
    return NST_ACTIVITY_PARTLY;
  if (has_status (occurrence->mark, "POSTPONED") && state != NST_ACTIVITY_OVERDUE)
    return NST_ACTIVITY_POSTPONED;
  return state;
}

static void
occurrence_free (gpointer data)
{
  NstOccurrence *occurrence = data;

  g_clear_object (&occurrence->mark);
  g_free (occurrence);
}

static GPtrArray *
make_occurrences (const Facts *facts)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (occurrence_free);
  g_autoptr (GArray) terms = facts->due != NULL ? nst_due_get_terms (facts->due) : NULL;

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      NstOccurrence *occurrence = g_new0 (NstOccurrence, 1);

      occurrence->number = i + 1;
      occurrence->first = g_array_index (terms, NstDueTerm, i).first;
      occurrence->last = g_array_index (terms, NstDueTerm, i).last;
      g_set_object (&occurrence->mark, find_mark_of_part (facts, i + 1, terms->len == 1));
      g_ptr_array_add (occurrences, occurrence);
    }
  apply_postponing (facts, occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      NstOccurrence *occurrence = occurrences->pdata[i];

      occurrence->state = state_of_occurrence (facts, occurrence);
    }
  return occurrences;
}

static guint
count_in_state (GPtrArray *occurrences, NstActivityState state)
{
  guint n = 0;

  for (guint i = 0; i < occurrences->len; i++)
    if (((NstOccurrence *) occurrences->pdata[i])->state == state)
      n++;
  return n;
}

static void
set_overdue (NstActivityProgress *self, const Facts *facts, const GDate *last)
{
  self->state = NST_ACTIVITY_OVERDUE;
  self->overdue_days = (guint) g_date_days_between (last, &facts->today);
}

/* State from dated occurrences. */
static void
judge_dated (NstActivityProgress *self, const Facts *facts)
{
  GPtrArray *occurrences = self->occurrences;
  NstRecord *newest = get_newest (facts);
  gboolean newest_is_whole = newest != NULL && nst_record_get_int (newest, "occurrence") == 0;

  self->parts = occurrences->len;
  self->parts_done = count_in_state (occurrences, NST_ACTIVITY_DONE);
  if (self->parts_done == self->parts)
    self->state = NST_ACTIVITY_DONE;
  else if (newest_is_whole && has_status (newest, "NOT_DONE"))
    self->state = NST_ACTIVITY_NOT_DONE;
  else if (self->parts_done > 0 || count_in_state (occurrences, NST_ACTIVITY_PARTLY) > 0 ||
           (newest_is_whole && has_status (newest, "PARTLY")))
    self->state = NST_ACTIVITY_PARTLY;
  else if (count_in_state (occurrences, NST_ACTIVITY_NOT_DONE) == self->parts)
    self->state = NST_ACTIVITY_NOT_DONE;
  else if (count_in_state (occurrences, NST_ACTIVITY_OVERDUE) > 0)
    {
      for (guint i = occurrences->len; i > 0; i--)
        {
          NstOccurrence *occurrence = occurrences->pdata[i - 1];

          if (occurrence->state == NST_ACTIVITY_OVERDUE)
            set_overdue (self, facts, &occurrence->last);
        }
    }
  else if (count_in_state (occurrences, NST_ACTIVITY_POSTPONED) > 0)
    self->state = NST_ACTIVITY_POSTPONED;
  else if (count_in_state (occurrences, NST_ACTIVITY_DUE) > 0)
    self->state = NST_ACTIVITY_DUE;
}

/* Without a mark and without dates: planned, or running, until the programme is over. */
static void
judge_by_program (NstActivityProgress *self, const Facts *facts)
{
  NstDueKind kind = facts->due != NULL ? nst_due_get_kind (facts->due) : NST_DUE_BY_AGREEMENT;
  GDate start, end;
  NstDueTerm term;

  if (!nst_program_term_get_end (facts->program, &end))
    return;
  if (!nst_program_term_get_start (facts->program, &start))
    start = end;
  if (kind == NST_DUE_BY_AGREEMENT || kind == NST_DUE_ON_REQUEST || facts->due == NULL ||
      !nst_due_resolve (facts->due, &start, &end, &term))
    {
      GDate ended;

      if (g_date_compare (&facts->today, &end) > 0 && kind != NST_DUE_ON_REQUEST &&
          !has_ended (facts, &ended))
        set_overdue (self, facts, &end);
      return;
    }
  self->state = state_by_term (facts, &term.first, &term.last);
  if (self->state == NST_ACTIVITY_OVERDUE)
    set_overdue (self, facts, &term.last);
}

/* State of an activity whose schedule names no date: its topics are its parts. */
static void
judge_undated (NstActivityProgress *self, const Facts *facts)
{
  g_auto (GStrv) topics = nst_record_dup_list (self->activity, "topics");
  NstRecord *newest = get_newest (facts);
  NstRecord *whole = find_whole_mark (facts);

  self->parts = g_strv_length (topics);
  for (guint i = 0; i < self->parts; i++)
    if (has_status (find_mark_of_part (facts, i + 1, FALSE), "DONE"))
      self->parts_done++;
  for (guint i = 0; i < facts->marks->len; i++)
    if (has_status (facts->marks->pdata[i], "DONE") ||
        has_status (facts->marks->pdata[i], "PARTLY"))
      self->times++;

  if (has_status (whole, "DONE") || (self->parts > 0 && self->parts_done == self->parts))
    self->state = NST_ACTIVITY_DONE;
  else if (newest != NULL && newest == whole && has_status (whole, "NOT_DONE"))
    self->state = NST_ACTIVITY_NOT_DONE;
  else if (self->times > 0)
    self->state = NST_ACTIVITY_PARTLY;
  else if (has_status (newest, "NOT_DONE"))
    self->state = NST_ACTIVITY_NOT_DONE;
  else if (has_status (newest, "POSTPONED"))
    {
      g_autoptr (GArray) terms = get_new_terms (newest);
      const NstDueTerm *last =
          terms->len > 0 ? &g_array_index (terms, NstDueTerm, terms->len - 1) : NULL;

      self->state = NST_ACTIVITY_POSTPONED;
      if (last != NULL && g_date_compare (&facts->today, &last->last) > 0)
        set_overdue (self, facts, &last->last);
    }
  else
    judge_by_program (self, facts);
}

/**
 * nst_activity_progress_new:
 * @context: scheme, source and the day
 * @program: programme of the activity
 * @activity: an activity
 * @number: its shown number
 *
 * Reads the marks dated up to the day; of several marks on one part the newest counts.
 *
 * Returns: (transfer full): where the activity stands
 */
NstActivityProgress *
nst_activity_progress_new (const NstRuleContext *context, NstRecord *program, NstRecord *activity,
                           guint number)
{
  NstActivityProgress *self = g_new0 (NstActivityProgress, 1);
  const char *canonical = nst_record_get_text (activity, "due");
  g_autoptr (NstDue) due = canonical != NULL ? nst_due_from_canonical (canonical, NULL) : NULL;
  g_autoptr (GPtrArray) marks = list_marks (context, activity);
  Facts facts = { context->today, marks, program, due };
  NstRecord *whole = find_whole_mark (&facts);
  GDate cancelled;

  self->activity = g_object_ref (activity);
  self->number = number;
  self->state = NST_ACTIVITY_PLANNED;
  self->mark = whole != NULL ? whole : get_newest (&facts);
  if (self->mark != NULL)
    g_object_ref (self->mark);
  self->occurrences = make_occurrences (&facts);
  if (self->occurrences->len > 0)
    judge_dated (self, &facts);
  else
    judge_undated (self, &facts);
  if (nst_record_get_date (activity, "cancelled_on", &cancelled) &&
      g_date_compare (&cancelled, &context->today) <= 0)
    {
      self->state = NST_ACTIVITY_CANCELLED;
      self->overdue_days = 0;
    }
  return self;
}

/**
 * nst_activity_progress_free:
 * @self: (nullable): what nst_activity_progress_new() gave
 */
void
nst_activity_progress_free (NstActivityProgress *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->activity);
  g_clear_object (&self->mark);
  g_clear_pointer (&self->occurrences, g_ptr_array_unref);
  g_free (self);
}
