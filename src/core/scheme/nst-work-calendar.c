/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days are worked: a production calendar as data. */
#include "config.h"

#include "scheme/nst-work-calendar.h"

#include "scheme/nst-work-calendar-private.h"

/**
 * nst_work_calendar_free:
 * @self: (nullable): a calendar
 */
void
nst_work_calendar_free (NstWorkCalendar *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->years);
  g_hash_table_unref (self->days);
  g_free (self);
}

/**
 * nst_work_calendar_knows:
 * @self: (nullable): a calendar
 * @year: a year
 *
 * Returns: whether the calendar says which days of the year are worked
 */
gboolean
nst_work_calendar_knows (const NstWorkCalendar *self, int year)
{
  return self != NULL && g_hash_table_contains (self->years, GINT_TO_POINTER (year));
}

/**
 * nst_work_calendar_get_source:
 * @self: (nullable): a calendar
 * @year: a year
 *
 * Returns: (transfer none) (nullable): the act that fixes the year
 */
const char *
nst_work_calendar_get_source (const NstWorkCalendar *self, int year)
{
  return self != NULL ? g_hash_table_lookup (self->years, GINT_TO_POINTER (year)) : NULL;
}

/**
 * nst_work_calendar_is_working:
 * @self: (nullable): a calendar; without one, and in years it does not know, only Saturdays
 *   and Sundays are off
 * @day: a day
 *
 * Returns: whether the day is worked in a five-day week
 */
gboolean
nst_work_calendar_is_working (const NstWorkCalendar *self, const GDate *day)
{
  GDateWeekday weekday = g_date_get_weekday (day);
  gpointer kind = NULL;

  if (self != NULL)
    kind = g_hash_table_lookup (self->days, GUINT_TO_POINTER (g_date_get_julian (day)));
  if (kind != NULL)
    return GPOINTER_TO_INT (kind) == NST_WORK_DAY_WORKED;
  return weekday != G_DATE_SATURDAY && weekday != G_DATE_SUNDAY;
}

/**
 * nst_work_calendar_count:
 * @self: (nullable): a calendar
 * @first: a day
 * @last: a day not before @first, counts
 *
 * Returns: the number of days worked
 */
guint
nst_work_calendar_count (const NstWorkCalendar *self, const GDate *first, const GDate *last)
{
  guint n = 0;

  for (GDate day = *first; g_date_compare (&day, last) <= 0; g_date_add_days (&day, 1))
    if (nst_work_calendar_is_working (self, &day))
      n++;
  return n;
}

/**
 * nst_work_calendar_next:
 * @self: (nullable): a calendar
 * @day: a day
 * @next: (out): @day itself when it is worked, else the first worked day after it
 *
 * Returns: whether the calendar knew every year on the way
 */
gboolean
nst_work_calendar_next (const NstWorkCalendar *self, const GDate *day, GDate *next)
{
  gboolean known = nst_work_calendar_knows (self, g_date_get_year (day));

  *next = *day;
  while (!nst_work_calendar_is_working (self, next))
    {
      g_date_add_days (next, 1);
      known = known && nst_work_calendar_knows (self, g_date_get_year (next));
    }
  return known;
}

/**
 * nst_work_calendar_add:
 * @self: (nullable): a calendar
 * @start: day of the event; counting begins the day after it
 * @days: working days; negative: before the event
 * @end: (out): the last of them; @start itself when there are none
 *
 * Returns: whether the calendar knew every year on the way
 */
gboolean
nst_work_calendar_add (const NstWorkCalendar *self, const GDate *start, int days, GDate *end)
{
  gboolean known = nst_work_calendar_knows (self, g_date_get_year (start));

  *end = *start;
  for (int left = ABS (days); left > 0;)
    {
      if (days > 0)
        g_date_add_days (end, 1);
      else
        g_date_subtract_days (end, 1);
      known = known && nst_work_calendar_knows (self, g_date_get_year (end));
      if (nst_work_calendar_is_working (self, end))
        left--;
    }
  return known;
}
