/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All deadlines of a base on a day: by record and date, and what to remind of. */
#include "config.h"

#include "rules/nst-deadline-private.h"

#include "rules/nst-kept-source.h"
#include "rules/nst-program-term.h"
#include "text/nst-due.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is further away than this is no matter of one record's page. */
#define HORIZON_DAYS 3660

/* Days of one deadline on one record. */
typedef struct
{
  GArray *terms;
  gboolean calendar_known;
  int year;
} Days;

static void
add_term (Days *days, const GDate *first, const GDate *last)
{
  NstDueTerm term = { *first, *last };

  g_array_append_val (days->terms, term);
}

/* First year that the base tells of, for what comes back every year. */
static int
get_first_year (const NstRuleContext *context, const NstDeadlineText *text)
{
  g_autoptr (GPtrArray) groups = nst_source_list (context->source, "group", NULL, NULL);
  int first = g_date_get_year (&context->today);

  for (guint i = 0; i < groups->len; i++)
    {
      int year = (int) nst_record_get_int (groups->pdata[i], "year");

      if (year > 0 && year < first)
        first = year;
    }
  return MAX (first, text->since);
}

static void
add_schedule (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *record,
              const GDate *until, Days *days)
{
  g_autoptr (NstDue) due = nst_due_from_canonical (text->due, NULL);
  g_autoptr (NstRecord) program = NULL;
  GDate start, end;
  NstDueTerm term;

  if (due == NULL)
    return;
  if (nst_due_get_kind (due) == NST_DUE_RECURRING)
    {
      g_date_clear (&start, 1);
      g_date_set_dmy (&start, 1, G_DATE_JANUARY, (GDateYear) get_first_year (context, text));
      g_array_unref (days->terms);
      days->terms = nst_due_get_terms_between (due, &start, until);
      return;
    }
  g_array_unref (days->terms);
  days->terms = nst_due_get_terms (due);
  if (days->terms->len > 0)
    return;
  program = nst_deadline_dup_program (context, record);
  if (program != NULL && nst_program_term_get_start (program, &start) &&
      nst_program_term_get_end (program, &end) && nst_due_resolve (due, &start, &end, &term))
    add_term (days, &term.first, &term.last);
}

static gboolean
get_event (const NstRuleContext *context, NstRecord *record, const char *after, GDate *day)
{
  g_autoptr (NstRecord) program = NULL;

  if (after[0] != '@')
    return nst_record_get_date (record, after, day);
  program = nst_deadline_dup_program (context, record);
  if (program == NULL)
    return FALSE;
  return strcmp (after, "@start") == 0 ? nst_program_term_get_start (program, day)
                                       : nst_program_term_get_end (program, day);
}

static void
add_calendar_days (GDate *day, int n)
{
  if (n >= 0)
    g_date_add_days (day, (guint) n);
  else
    g_date_subtract_days (day, (guint) -n);
}

/* So many months and days from the event (R37, R89). */
static void
add_relative (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *record,
              Days *days)
{
  int n = text->days;
  GDate day;

  if (!get_event (context, record, text->after, &day))
    return;
  if (text->days_limit != NULL)
    {
      n = (int) nst_scheme_get_limit_int (context->scheme, text->days_limit, G_MININT);
      if (n == G_MININT)
        return;
    }
  if (text->months > 0)
    {
      GDate end;

      nst_russian_add_months (&day, (guint) text->months, &end);
      day = end;
    }
  else
    g_date_subtract_months (&day, (guint) -text->months);
  if (text->working)
    {
      GDate end;

      days->year = g_date_get_year (&day);
      days->calendar_known =
          nst_work_calendar_add (nst_scheme_get_work_calendar (context->scheme), &day, n, &end);
      day = end;
    }
  else
    add_calendar_days (&day, n);
  add_term (days, &day, &day);
}

/* To the next working day, and to a later day that the record itself names. */
static void
move_terms (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *record,
            Days *days)
{
  GDate moved;
  gboolean has_moved = text->moved != NULL && nst_record_get_date (record, text->moved, &moved);

  for (guint i = 0; i < days->terms->len; i++)
    {
      NstDueTerm *term = &g_array_index (days->terms, NstDueTerm, i);
      gboolean single = g_date_compare (&term->first, &term->last) == 0;

      if (has_moved && g_date_compare (&moved, &term->last) > 0)
        term->last = moved;
      if (text->moves)
        {
          GDate next;

          days->year = g_date_get_year (&term->last);
          if (!nst_work_calendar_next (nst_scheme_get_work_calendar (context->scheme),
                                       &term->last, &next))
            days->calendar_known = FALSE;
          term->last = next;
        }
      if (single)
        term->first = term->last;
    }
}

static GArray *
list_terms (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *record,
            const GDate *until, char **note)
{
  Days days = { g_array_new (FALSE, TRUE, sizeof (NstDueTerm)), TRUE, 0 };
  GDate day;

  if (text->due != NULL)
    add_schedule (context, text, record, until, &days);
  else if (text->after != NULL)
    add_relative (context, text, record, &days);
  else if (text->due_limit != NULL &&
           nst_scheme_get_limit_date (context->scheme, text->due_limit, &day))
    add_term (&days, &day, &day);
  move_terms (context, text, record, &days);
  if (!days.calendar_known)
    *note = g_strdup_printf (_ ("There is no calendar of working days for %d or the year after: "
                                "only Saturdays and Sundays are left out"),
                             days.year);
  return days.terms;
}

static void
add_of_record (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *record,
               const GDate *until, GPtrArray *deadlines)
{
  g_autofree char *note = NULL;
  g_autoptr (GArray) terms = NULL;
  GDate on;

  if (text->schedule)
    {
      if (nst_deadline_facts_hold (context, record, text->when, until, &on))
        nst_deadline_add_activities (context, text, record, deadlines);
      return;
    }
  terms = list_terms (context, text, record, until, &note);
  for (guint i = 0; i < terms->len; i++)
    {
      const NstDueTerm *term = &g_array_index (terms, NstDueTerm, i);
      gboolean recurring = text->due != NULL && g_str_has_prefix (text->due, "--");
      guint number = recurring
                         ? g_date_get_year (&term->last) * 10000 +
                               g_date_get_month (&term->last) * 100 + g_date_get_day (&term->last)
                         : i + 1;
      NstDeadline *deadline;
      gboolean met;

      if (g_date_compare (&term->last, until) > 0 ||
          !nst_deadline_facts_hold (context, record, text->when, &term->last, &on))
        continue;
      met = text->met[0] != NULL &&
            nst_deadline_facts_hold (context, record, text->met, &term->last, &on);
      deadline =
          nst_deadline_new (context, text, record, recurring || terms->len > 1 ? number : 0);
      deadline->first = term->first;
      deadline->due = term->last;
      deadline->note = g_strdup (note);
      nst_deadline_judge (deadline, context, met, &on);
      g_ptr_array_add (deadlines, deadline);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const NstDeadline *first = *(NstDeadline *const *) a;
  const NstDeadline *second = *(NstDeadline *const *) b;
  int order = g_date_compare (&first->due, &second->due);

  if (order == 0)
    order = strcmp (first->text->code, second->text->code);
  if (order == 0)
    order = strcmp (first->subject, second->subject);
  return order != 0 ? order : strcmp (first->key, second->key);
}

static void
drop_later (GPtrArray *deadlines, const GDate *until)
{
  for (guint i = deadlines->len; i > 0; i--)
    if (g_date_compare (&((NstDeadline *) deadlines->pdata[i - 1])->due, until) > 0)
      g_ptr_array_remove_index (deadlines, i - 1);
}

static gboolean
is_same (NstRecord *record, NstRecord *other)
{
  return record != NULL && nst_record_get_kind (record) == nst_record_get_kind (other) &&
         nst_record_get_id (record) == nst_record_get_id (other);
}

/* The record itself, or something of its group or programme. */
static gboolean
belongs_to (const NstRuleContext *context, NstRecord *record, NstRecord *owner)
{
  const char *kind = nst_record_get_kind (owner)->name;
  g_autoptr (NstRecord) outer = NULL;

  if (is_same (record, owner))
    return TRUE;
  if (strcmp (kind, "group") == 0)
    outer = nst_deadline_dup_group (context, record);
  else if (strcmp (kind, "program") == 0 &&
           nst_kind_find_field (nst_record_get_kind (record), "program") != NULL)
    outer = nst_deadline_dup_program (context, record);
  else if (nst_kind_find_field (nst_record_get_kind (record), kind) != NULL)
    outer = nst_source_dup_ref (context->source, record, kind);
  return is_same (outer, owner);
}

/* Whether deadlines that are looked for on the record can be the owner's; those of a schedule
 * are of its activities. */
static gboolean
may_concern (const NstRuleContext *context, const NstDeadlineText *text, NstRecord *record,
             NstRecord *owner)
{
  g_autoptr (NstRecord) program = NULL;

  if (owner == NULL || belongs_to (context, record, owner))
    return TRUE;
  if (!text->schedule)
    return FALSE;
  program = nst_deadline_dup_program (context, owner);
  return program == NULL || is_same (record, program);
}

/* All of the base, or those of one record and of what belongs to it. */
static GPtrArray *
list_up_to (const NstRuleContext *context, NstRecord *owner, const GDate *until)
{
  GPtrArray *texts = nst_scheme_get_deadlines (context->scheme);
  GPtrArray *deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_deadline_free);
  g_autoptr (GHashTable) records =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < texts->len; i++)
    {
      const NstDeadlineText *text = texts->pdata[i];
      GPtrArray *all = g_hash_table_lookup (records, text->kind);

      if (all == NULL)
        {
          all = nst_source_list (context->source, text->kind, NULL, NULL);
          g_hash_table_insert (records, text->kind, all);
        }
      for (guint j = 0; j < all->len; j++)
        if (may_concern (context, text, all->pdata[j], owner))
          add_of_record (context, text, all->pdata[j], until, deadlines);
    }
  drop_later (deadlines, until);
  g_ptr_array_sort (deadlines, compare);
  return deadlines;
}

/**
 * nst_deadlines_list:
 * @context: scheme, source and the day
 * @until: last day that is looked at
 *
 * The deadlines of the scheme on every record of the base, past and fulfilled ones too; a
 * record whose conditions do not hold has none.
 *
 * Returns: (transfer full) (element-type NstDeadline): by last day
 */
GPtrArray *
nst_deadlines_list (const NstRuleContext *context, const GDate *until)
{
  g_autoptr (NstKeptSource) kept = nst_kept_source_new (context->source);
  NstRuleContext once = *context;

  /* Every deadline asks for the same groups, programmes and people again. */
  once.source = NST_SOURCE (kept);
  return list_up_to (&once, NULL, until);
}

/**
 * nst_deadlines_list_of:
 * @context: scheme, source and the day
 * @record: a record
 *
 * Returns: (transfer full) (element-type NstDeadline): deadlines of the record and of what
 *   belongs to it, by last day, as far ahead as is known
 */
GPtrArray *
nst_deadlines_list_of (const NstRuleContext *context, NstRecord *record)
{
  GDate until = context->today;
  GPtrArray *deadlines;

  g_date_add_days (&until, HORIZON_DAYS);
  deadlines = list_up_to (context, record, &until);
  for (guint i = deadlines->len; i > 0; i--)
    {
      const NstDeadline *deadline = deadlines->pdata[i - 1];

      if (!belongs_to (context, deadline->record, record))
        g_ptr_array_remove_index (deadlines, i - 1);
    }
  return deadlines;
}

static gboolean
is_between (const GDate *day, const GDate *since, const GDate *until)
{
  return g_date_compare (day, since) > 0 && g_date_compare (day, until) <= 0;
}

/* One of its reminders, its last day or the day after it falls into these days. */
static gboolean
calls_between (const NstDeadline *deadline, const GDate *since, const GDate *until)
{
  GDate late = deadline->due;

  g_date_add_days (&late, 1);
  if (is_between (&deadline->due, since, until) || is_between (&late, since, until))
    return TRUE;
  for (guint i = 0; i < deadline->reminders->len; i++)
    if (is_between (&g_array_index (deadline->reminders, GDate, i), since, until))
      return TRUE;
  return FALSE;
}

/**
 * nst_deadlines_list_reminders:
 * @context: scheme and source; its day is not looked at
 * @since: (nullable): day of the last reminding; %NULL: the day before @day
 * @day: a day
 *
 * What people are to be told on @day: open deadlines one of whose reminder days, whose last
 * day or the day after it has come since the last reminding. Each is there once, however
 * many of its days have passed, so that a week away ends in one list.
 *
 * Returns: (transfer full) (element-type NstDeadline): by last day
 */
GPtrArray *
nst_deadlines_list_reminders (const NstRuleContext *context, const GDate *since, const GDate *day)
{
  NstRuleContext at = *context;
  GDate start = *day, until = *day;
  GPtrArray *deadlines;

  at.today = *day;
  g_date_subtract_days (&start, 1);
  if (since != NULL)
    start = *since;
  g_date_add_days (&until, 366);
  deadlines = nst_deadlines_list (&at, &until);
  for (guint i = deadlines->len; i > 0; i--)
    {
      const NstDeadline *deadline = deadlines->pdata[i - 1];

      if (!nst_deadline_is_open (deadline) || !calls_between (deadline, &start, day))
        g_ptr_array_remove_index (deadlines, i - 1);
    }
  return deadlines;
}
