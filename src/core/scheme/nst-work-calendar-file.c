/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads calendars of working days: those that came with the program, and the office's own. */
#include "config.h"

#include "scheme/nst-pack-parser.h"
#include "scheme/nst-scheme-loader.h"
#include "scheme/nst-work-calendar-private.h"

#include "model/nst-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define CALENDARS_DIR "calendars"

typedef struct
{
  NstWorkCalendar *calendar;
  const char *file;
  int year;
} Reading;

static gboolean
refuse (const Reading *reading, const xmlNode *node, const char *what, GError **error)
{
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("%s, line %ld: %s; see README.md beside the calendars"), reading->file,
               xmlGetLineNo (node), what);
  return FALSE;
}

static char *
dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *text = value != NULL && value[0] != '\0' ? g_strdup ((const char *) value) : NULL;

  xmlFree (value);
  return text;
}

static gboolean
read_day (const char *text, GDate *day)
{
  int y, m, d, length = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &y, &m, &d, &length) != 3 || length != 10 ||
      text[10] != '\0' || y < 1 ||
      !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return TRUE;
}

/* "2021-01-01..2021-01-08" or one day, within the year. */
static gboolean
read_days (const Reading *reading, const xmlNode *node, int kind, GError **error)
{
  g_autofree char *text = dup_attribute (node, "days");
  g_auto (GStrv) ends = g_strsplit (text != NULL ? text : "", "..", -1);
  guint n = g_strv_length (ends);
  GDate first, last;

  if ((n != 1 && n != 2) || !read_day (ends[0], &first) || !read_day (ends[n - 1], &last) ||
      g_date_compare (&first, &last) > 0)
    return refuse (reading, node, _ ("“days” is a day or a range such as 2021-01-01..2021-01-08"),
                   error);
  if (g_date_get_year (&first) != reading->year || g_date_get_year (&last) != reading->year)
    return refuse (reading, node, _ ("the days lie outside their year"), error);
  for (GDate day = first; g_date_compare (&day, &last) <= 0; g_date_add_days (&day, 1))
    g_hash_table_replace (reading->calendar->days, GUINT_TO_POINTER (g_date_get_julian (&day)),
                          GINT_TO_POINTER (kind));
  return TRUE;
}

static gboolean
read_year (Reading *reading, const xmlNode *node, GError **error)
{
  g_autofree char *number = dup_attribute (node, "number");
  g_autofree char *source = dup_attribute (node, "source");
  gint64 year;

  if (number == NULL || !g_ascii_string_to_signed (number, 10, 1900, 2200, &year, NULL) ||
      source == NULL)
    return refuse (reading, node, _ ("a year needs its number and its source"), error);
  reading->year = (int) year;
  if (nst_work_calendar_knows (reading->calendar, reading->year))
    return refuse (reading, node, _ ("the year is there twice"), error);
  g_hash_table_replace (reading->calendar->years, GINT_TO_POINTER (reading->year),
                        g_steal_pointer (&source));
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (strcmp ((const char *) child->name, "off") == 0)
        {
          if (!read_days (reading, child, NST_WORK_DAY_OFF, error))
            return FALSE;
        }
      else if (strcmp ((const char *) child->name, "work") != 0)
        return refuse (reading, child, _ ("a year has only <off> and <work>"), error);
      else if (!read_days (reading, child, NST_WORK_DAY_WORKED, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * nst_work_calendar_new_from_text:
 * @text: a calendar, as data/calendars/README.md tells
 * @file: its name, for messages
 * @error: %NST_INPUT_ERROR_INVALID with file and line
 *
 * Returns: (transfer full) (nullable): the calendar
 */
NstWorkCalendar *
nst_work_calendar_new_from_text (GBytes *text, const char *file, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
  g_autoptr (NstWorkCalendar) self = g_new0 (NstWorkCalendar, 1);
  Reading reading = { self, file, 0 };
  xmlDoc *doc = nst_pack_parse (text, file, faults);
  const xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  gboolean good = TRUE;

  self->years = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->days = g_hash_table_new (NULL, NULL);
  if (root == NULL)
    {
      const NstFault *fault = faults->len > 0 ? faults->pdata[0] : NULL;

      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID, "%s, %d: %s", file,
                   fault != NULL ? fault->line : 0,
                   fault != NULL ? fault->message : _ ("this is not a calendar"));
      return NULL;
    }
  if (strcmp ((const char *) root->name, "calendar") != 0)
    good = refuse (&reading, root, _ ("this is not a calendar"), error);
  for (const xmlNode *child = root->children; good && child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, "year") == 0)
      good = read_year (&reading, child, error);
  xmlFreeDoc (doc);
  return good ? g_steal_pointer (&self) : NULL;
}

static void
forget_year (NstWorkCalendar *self, int year)
{
  GHashTableIter iter;
  gpointer day;

  g_hash_table_iter_init (&iter, self->days);
  while (g_hash_table_iter_next (&iter, &day, NULL))
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, GPOINTER_TO_UINT (day));
      if (g_date_get_year (&date) == year)
        g_hash_table_iter_remove (&iter);
    }
}

/**
 * nst_work_calendar_merge:
 * @self: a calendar
 * @other: another one, whose years take the place of those of @self
 */
void
nst_work_calendar_merge (NstWorkCalendar *self, NstWorkCalendar *other)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, other->years);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      forget_year (self, GPOINTER_TO_INT (key));
      g_hash_table_replace (self->years, key, g_strdup (value));
    }
  g_hash_table_iter_init (&iter, other->days);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_replace (self->days, key, value);
}

static NstWorkCalendar *
load_file (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GError) local = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, &local))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("The calendar cannot be read: %s"), local->message);
      return NULL;
    }
  text = g_bytes_new_take (g_steal_pointer (&data), size);
  return nst_work_calendar_new_from_text (text, path, error);
}

/**
 * nst_work_calendar_load:
 * @id: name of a calendar: "ru"
 * @error: %NST_INPUT_ERROR_UNKNOWN when there is none, %NST_INPUT_ERROR_INVALID when it cannot
 *   be understood
 *
 * The calendar that came with the program, with the years that the office wrote itself in the
 * user's folder of data in their place.
 *
 * Returns: (transfer full) (nullable): the calendar
 */
NstWorkCalendar *
nst_work_calendar_load (const char *id, GError **error)
{
  g_autofree char *schemes = nst_scheme_dup_data_dir ();
  g_autofree char *data = g_path_get_dirname (schemes);
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = g_build_filename (data, CALENDARS_DIR, name, NULL);
  g_autofree char *own =
      g_build_filename (g_get_user_data_dir (), "nastavnik", CALENDARS_DIR, name, NULL);
  g_autoptr (NstWorkCalendar) self = NULL;

  if (strchr (id, G_DIR_SEPARATOR) != NULL || id[0] == '.')
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
                   _ ("There is no calendar “%s”"), id);
      return NULL;
    }
  self = load_file (path, error);
  if (self == NULL)
    return NULL;
  if (g_file_test (own, G_FILE_TEST_IS_REGULAR))
    {
      g_autoptr (NstWorkCalendar) other = load_file (own, error);

      if (other == NULL)
        return NULL;
      nst_work_calendar_merge (self, other);
    }
  return g_steal_pointer (&self);
}
