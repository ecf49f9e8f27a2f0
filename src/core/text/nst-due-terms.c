/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that a schedule means (DOMAIN R88, R89). */
#include "config.h"

#include "text/nst-due-private.h"

#include "text/nst-russian.h"

static void
set_first (GDate *date, NstDuePoint point)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) (point.day > 0 ? point.day : 1),
                  (GDateMonth) (point.month > 0 ? point.month : 1), (GDateYear) point.year);
}

static void
set_last (GDate *date, NstDuePoint point)
{
  GDateMonth month = (GDateMonth) (point.month > 0 ? point.month : 12);
  GDateYear year = (GDateYear) point.year;

  g_date_clear (date, 1);
  g_date_set_dmy (date,
                  point.day > 0 ? (GDateDay) point.day : g_date_get_days_in_month (month, year),
                  month, year);
}

static void
add_term (GArray *terms, NstDuePoint first, NstDuePoint last)
{
  NstDueTerm term;

  set_first (&term.first, first);
  set_last (&term.last, last);
  g_array_append_val (terms, term);
}

static void
add_quarters (GArray *terms, const NstDue *self)
{
  int last_year = nst_due_get_point (self, 1).year;

  for (int year = nst_due_get_point (self, 0).year; year <= last_year; year++)
    for (int month = 1; month <= 10; month += 3)
      {
        NstDuePoint first = { .year = year, .month = month };
        NstDuePoint last = { .year = year, .month = month + 2 };

        add_term (terms, first, last);
      }
}

/**
 * nst_due_get_terms:
 * @self: a schedule
 *
 * The dated occurrences: one for each month or day named, one for a range, four a year for
 * QUARTERLY. A month counts from its first to its last day (DOMAIN R88).
 *
 * Returns: (transfer full) (element-type NstDueTerm): in order; empty for the kinds without
 *   dates of their own, CONTINUOUS_FROM and RECURRING included
 */
GArray *
nst_due_get_terms (const NstDue *self)
{
  GArray *terms = g_array_new (FALSE, TRUE, sizeof (NstDueTerm));

  g_return_val_if_fail (self != NULL, terms);

  switch (self->kind)
    {
    case NST_DUE_MONTH:
    case NST_DUE_MONTH_LIST:
    case NST_DUE_DATE:
    case NST_DUE_DATE_LIST:
      for (guint i = 0; i < self->points->len; i++)
        add_term (terms, nst_due_get_point (self, i), nst_due_get_point (self, i));
      break;
    case NST_DUE_MONTH_RANGE:
    case NST_DUE_DATE_RANGE:
    case NST_DUE_YEAR_RANGE:
      add_term (terms, nst_due_get_point (self, 0), nst_due_get_point (self, 1));
      break;
    case NST_DUE_QUARTERLY:
      add_quarters (terms, self);
      break;
    case NST_DUE_CONTINUOUS_FROM:
    case NST_DUE_ON_REQUEST:
    case NST_DUE_BY_AGREEMENT:
    case NST_DUE_WHOLE_PERIOD:
    case NST_DUE_IN_PROGRESS:
    case NST_DUE_STAGE_MONTHS:
    case NST_DUE_RELATIVE_DAYS:
    case NST_DUE_RECURRING:
    default:
      break;
    }
  return terms;
}

/**
 * nst_due_get_terms_between:
 * @self: a schedule of kind RECURRING
 * @start: first day
 * @end: last day, counts
 *
 * The occurrences of a yearly schedule that end within the days given: 10 June and
 * 10 December of 01.03.2024–28.02.2026 are four.
 *
 * Returns: (transfer full) (element-type NstDueTerm): in order; empty for other kinds
 */
GArray *
nst_due_get_terms_between (const NstDue *self, const GDate *start, const GDate *end)
{
  GArray *terms = g_array_new (FALSE, TRUE, sizeof (NstDueTerm));

  g_return_val_if_fail (self != NULL, terms);
  g_return_val_if_fail (start != NULL && g_date_valid (start), terms);
  g_return_val_if_fail (end != NULL && g_date_valid (end), terms);

  if (self->kind != NST_DUE_RECURRING)
    return terms;
  for (int year = g_date_get_year (start); year <= g_date_get_year (end); year++)
    for (guint i = 0; i < self->points->len; i++)
      {
        NstDuePoint point = nst_due_get_point (self, i);
        NstDueTerm term;

        /* 29 February stands for the last of February. */
        point.year = year;
        if (point.day > 0)
          point.day = MIN (point.day, (int) g_date_get_days_in_month ((GDateMonth) point.month,
                                                                      (GDateYear) year));
        set_first (&term.first, point);
        set_last (&term.last, point);
        if (g_date_compare (&term.last, start) >= 0 && g_date_compare (&term.last, end) <= 0)
          g_array_append_val (terms, term);
      }
  return terms;
}

/**
 * nst_due_count:
 * @self: a schedule
 *
 * Returns: the number of its dated occurrences, 0 for kinds without dates
 */
guint
nst_due_count (const NstDue *self)
{
  g_autoptr (GArray) terms = NULL;

  g_return_val_if_fail (self != NULL, 0);

  terms = nst_due_get_terms (self);
  return terms->len;
}

static gboolean
is_day (const GDate *date)
{
  return date != NULL && g_date_valid (date);
}

/**
 * nst_due_resolve:
 * @self: a schedule
 * @start: (nullable): first day of the programme, or of the stage for STAGE_MONTHS
 * @end: (nullable): last day of the programme
 * @term: (out caller-allocates): first and last day
 *
 * The days of a schedule that hangs on a programme: the whole of it for WHOLE_PERIOD,
 * IN_PROGRESS, BY_AGREEMENT and ON_REQUEST (never overdue before its end), the days after
 * its end for RELATIVE_DAYS, the stage for STAGE_MONTHS, until its end for CONTINUOUS_FROM.
 *
 * Returns: %FALSE for kinds with dates of their own, and when a day needed is not known
 */
gboolean
nst_due_resolve (const NstDue *self, const GDate *start, const GDate *end, NstDueTerm *term)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (term != NULL, FALSE);

  switch (self->kind)
    {
    case NST_DUE_WHOLE_PERIOD:
    case NST_DUE_IN_PROGRESS:
    case NST_DUE_BY_AGREEMENT:
    case NST_DUE_ON_REQUEST:
      if (!is_day (start) || !is_day (end))
        return FALSE;
      term->first = *start;
      term->last = *end;
      return TRUE;
    case NST_DUE_RELATIVE_DAYS:
      if (!is_day (end))
        return FALSE;
      term->first = *end;
      term->last = *end;
      g_date_add_days (&term->last, self->number);
      return TRUE;
    case NST_DUE_STAGE_MONTHS:
      if (!is_day (start))
        return FALSE;
      term->first = *start;
      nst_russian_add_months (start, self->number, &term->last);
      return TRUE;
    case NST_DUE_CONTINUOUS_FROM:
      if (!is_day (end))
        return FALSE;
      set_first (&term->first, nst_due_get_point (self, 0));
      term->last = *end;
      return TRUE;
    case NST_DUE_MONTH:
    case NST_DUE_MONTH_RANGE:
    case NST_DUE_MONTH_LIST:
    case NST_DUE_DATE:
    case NST_DUE_DATE_LIST:
    case NST_DUE_DATE_RANGE:
    case NST_DUE_YEAR_RANGE:
    case NST_DUE_QUARTERLY:
    case NST_DUE_RECURRING:
    default:
      return FALSE;
    }
}
