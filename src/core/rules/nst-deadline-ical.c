/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines as events of a calendar, with an alarm for each reminder. */
#include "config.h"

#include "rules/nst-deadline.h"
#include "rules/nst-ical.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>

/* An event of a whole day begins at midnight; people are reminded in the morning. */
#define MORNING_HOUR 9

/* "2022-12-30T12:00:00Z" to "20221230T120000Z". */
static char *
dup_moment (const char *stamp)
{
  GString *moment = g_string_new (NULL);

  for (const char *p = stamp; *p != '\0' && *p != '.'; p++)
    if (*p != '-' && *p != ':')
      g_string_append_c (moment, *p);
  if (moment->len > 0 && moment->str[moment->len - 1] != 'Z')
    g_string_append_c (moment, 'Z');
  return g_string_free (moment, FALSE);
}

/* From midnight of the day back to nine in the morning so many days before. */
static void
add_alarm (NstIcal *ical, const NstDeadline *deadline, guint days)
{
  g_autofree char *trigger = days == 0 ? g_strdup_printf ("PT%dH", MORNING_HOUR)
                             : days == 1
                                 ? g_strdup_printf ("-PT%dH", 24 - MORNING_HOUR)
                                 : g_strdup_printf ("-P%uDT%dH", days - 1, 24 - MORNING_HOUR);

  nst_ical_begin (ical, "VALARM");
  nst_ical_add (ical, "ACTION", "DISPLAY");
  nst_ical_add (ical, "TRIGGER", trigger);
  nst_ical_add_text (ical, "DESCRIPTION", deadline->title);
  nst_ical_end (ical, "VALARM");
}

static void
add_words (GString *text, const char *label, const char *words)
{
  if (words != NULL && words[0] != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", label, words);
}

static char *
dup_description (const NstDeadline *deadline)
{
  GString *text = g_string_new (NULL);
  g_autofree char *people = nst_deadline_dup_people (deadline);
  g_autofree char *met = NULL;

  add_words (text, C_ ("deadline", "For"), deadline->subject);
  add_words (text, C_ ("deadline", "Who"), people);
  if (g_date_compare (&deadline->first, &deadline->due) != 0)
    {
      g_autofree char *first = nst_russian_date (&deadline->first);
      g_autofree char *last = nst_russian_date (&deadline->due);
      g_autofree char *term = g_strdup_printf ("%s – %s", first, last);

      add_words (text, _ ("Term"), term);
    }
  if (g_date_valid (&deadline->met_on))
    met = nst_russian_date (&deadline->met_on);
  add_words (text, _ ("Fulfilled"), met);
  if (nst_deadline_is_open (deadline))
    add_words (text, _ ("What to do"), deadline->text->remedy);
  add_words (text, _ ("Source"), deadline->text->paragraph);
  add_words (text, _ ("Note"), deadline->note);
  return g_string_free (text, FALSE);
}

static void
add_event (NstIcal *ical, const NstDeadline *deadline, const char *moment)
{
  gboolean open = nst_deadline_is_open (deadline);
  g_autofree char *uid = g_strconcat (deadline->key, "@nastavnik", NULL);
  g_autofree char *summary =
      open ? g_strdup (deadline->title) : g_strdup_printf (_ ("Fulfilled: %s"), deadline->title);
  g_autofree char *description = dup_description (deadline);
  GDate next = deadline->due;

  g_date_add_days (&next, 1);
  nst_ical_begin (ical, "VEVENT");
  nst_ical_add_text (ical, "UID", uid);
  nst_ical_add (ical, "DTSTAMP", moment);
  nst_ical_add_day (ical, "DTSTART", &deadline->due);
  nst_ical_add_day (ical, "DTEND", &next);
  nst_ical_add_text (ical, "SUMMARY", summary);
  nst_ical_add_text (ical, "DESCRIPTION", description);
  nst_ical_add (ical, "STATUS", "CONFIRMED");
  nst_ical_add (ical, "TRANSP", "TRANSPARENT");
  for (guint i = 0; open && i < deadline->reminders->len; i++)
    add_alarm (ical, deadline,
               (guint) g_date_days_between (&g_array_index (deadline->reminders, GDate, i),
                                            &deadline->due));
  nst_ical_end (ical, "VEVENT");
}

/**
 * nst_deadlines_to_ical:
 * @deadlines: (element-type NstDeadline): what nst_deadlines_list() gave
 * @name: what the calendar is called
 * @stamp: moment of the base's last change, ISO 8601 in UTC: the same base gives the same text
 *
 * Each is an event of its last day. Its UID is the same in every office and export, so that
 * a calendar brings its events up to date; what is fulfilled has no alarm any more.
 *
 * Returns: (transfer full): text of an .ics file
 */
char *
nst_deadlines_to_ical (GPtrArray *deadlines, const char *name, const char *stamp)
{
  g_autoptr (NstIcal) ical = nst_ical_new ();
  g_autofree char *moment = dup_moment (stamp);

  nst_ical_begin (ical, "VCALENDAR");
  nst_ical_add (ical, "VERSION", "2.0");
  nst_ical_add (ical, "PRODID", "-//Nastavnik//Nastavnik " NST_VERSION "//EN");
  nst_ical_add (ical, "CALSCALE", "GREGORIAN");
  nst_ical_add (ical, "METHOD", "PUBLISH");
  nst_ical_add_text (ical, "X-WR-CALNAME", name);
  for (guint i = 0; i < deadlines->len; i++)
    add_event (ical, deadlines->pdata[i], moment);
  nst_ical_end (ical, "VCALENDAR");
  return g_strdup (nst_ical_get_text (ical));
}
