/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes iCalendar text: lines folded, values escaped (RFC 5545, 3.1 and 3.3.11). */
#include "config.h"

#include "rules/nst-ical.h"

#include <string.h>

/* Octets of a line without its end. */
#define LINE_OCTETS 75

struct _NstIcal
{
  GString *text;
};

/**
 * nst_ical_new:
 *
 * Returns: (transfer full): an empty calendar
 */
NstIcal *
nst_ical_new (void)
{
  NstIcal *self = g_new0 (NstIcal, 1);

  self->text = g_string_new (NULL);
  return self;
}

/**
 * nst_ical_free:
 * @self: (nullable): a calendar
 */
void
nst_ical_free (NstIcal *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* The longest beginning of @line that has at most so many octets and ends between letters. */
static gsize
get_cut (const char *line, gsize octets)
{
  gsize length = strlen (line);

  if (length <= octets)
    return length;
  while (octets > 0 && ((guchar) line[octets] & 0xC0) == 0x80)
    octets--;
  return octets;
}

static void
add_line (NstIcal *self, const char *line)
{
  gsize cut = get_cut (line, LINE_OCTETS);

  g_string_append_len (self->text, line, (gssize) cut);
  for (line += cut; *line != '\0'; line += cut)
    {
      cut = get_cut (line, LINE_OCTETS - 1);
      g_string_append (self->text, "\r\n ");
      g_string_append_len (self->text, line, (gssize) cut);
    }
  g_string_append (self->text, "\r\n");
}

/**
 * nst_ical_add:
 * @self: a calendar
 * @name: name of a property, with its parameters
 * @value: its value, written as it is: no text of people
 */
void
nst_ical_add (NstIcal *self, const char *name, const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);

  add_line (self, line);
}

/**
 * nst_ical_begin:
 * @self: a calendar
 * @component: "VCALENDAR", "VEVENT" or "VALARM"
 */
void
nst_ical_begin (NstIcal *self, const char *component)
{
  nst_ical_add (self, "BEGIN", component);
}

/**
 * nst_ical_end:
 * @self: a calendar
 * @component: what nst_ical_begin() began
 */
void
nst_ical_end (NstIcal *self, const char *component)
{
  nst_ical_add (self, "END", component);
}

/**
 * nst_ical_add_text:
 * @self: a calendar
 * @name: name of a property
 * @text: (nullable): what people read, UTF-8, of several lines too; nothing is added without it
 */
void
nst_ical_add_text (NstIcal *self, const char *name, const char *text)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (text == NULL || text[0] == '\0')
    return;
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '\\':
      case ';':
      case ',':
        g_string_append_c (value, '\\');
        g_string_append_c (value, *p);
        break;
      case '\n':
        g_string_append (value, "\\n");
        break;
      default:
        /* Other control characters have no place in a calendar. */
        if ((guchar) *p >= 0x20 || *p == '\t')
          g_string_append_c (value, *p);
      }
  nst_ical_add (self, name, value->str);
}

/**
 * nst_ical_add_day:
 * @self: a calendar
 * @name: name of a property: "DTSTART"
 * @day: a whole day
 */
void
nst_ical_add_day (NstIcal *self, const char *name, const GDate *day)
{
  g_autofree char *parameters = g_strconcat (name, ";VALUE=DATE", NULL);
  g_autofree char *value =
      g_strdup_printf ("%04u%02u%02u", g_date_get_year (day), (guint) g_date_get_month (day),
                       (guint) g_date_get_day (day));

  nst_ical_add (self, parameters, value);
}

/**
 * nst_ical_get_text:
 * @self: a calendar
 *
 * Returns: (transfer none): the text written up to now
 */
const char *
nst_ical_get_text (NstIcal *self)
{
  return self->text->str;
}
