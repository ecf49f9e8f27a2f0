/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scheme knows of time: its deadlines by code, its calendar of working days. */
#include "config.h"

#include "scheme/nst-scheme.h"

#include <string.h>

#define CALENDAR_LIMIT "calendar"
#define CALENDAR_KEY "nst-work-calendar"

/**
 * nst_scheme_find_deadline:
 * @self: a scheme
 * @code: code of a deadline: "N5"
 *
 * Returns: (transfer none) (nullable): the deadline
 */
const NstDeadlineText *
nst_scheme_find_deadline (NstScheme *self, const char *code)
{
  GPtrArray *all = nst_scheme_get_deadlines (self);

  for (guint i = 0; i < all->len; i++)
    if (strcmp (((const NstDeadlineText *) all->pdata[i])->code, code) == 0)
      return all->pdata[i];
  return NULL;
}

/**
 * nst_scheme_get_work_calendar:
 * @self: a scheme
 *
 * The calendar that the limit "calendar" names, read once.
 *
 * Returns: (transfer none) (nullable): the calendar; %NULL when the scheme names none or it
 *   cannot be read: then only Saturdays and Sundays are off
 */
const NstWorkCalendar *
nst_scheme_get_work_calendar (NstScheme *self)
{
  const char *id = nst_scheme_get_limit (self, CALENDAR_LIMIT);
  NstWorkCalendar *calendar = g_object_get_data (G_OBJECT (self), CALENDAR_KEY);
  g_autoptr (GError) error = NULL;

  if (calendar != NULL || id == NULL)
    return calendar;
  calendar = nst_work_calendar_load (id, &error);
  if (calendar == NULL)
    g_message ("%s", error->message);
  else
    g_object_set_data_full (G_OBJECT (self), CALENDAR_KEY, calendar,
                            (GDestroyNotify) nst_work_calendar_free);
  return calendar;
}
