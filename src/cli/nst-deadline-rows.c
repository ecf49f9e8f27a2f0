/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines as a table, JSON or CSV, searched and sorted by what is shown. */
#include "config.h"

#include "cli/nst-deadline-rows.h"

#include "cli/nst-render.h"
#include "rules/nst-deadline.h"
#include "text/nst-russian.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static char *
dup_day (const GDate *day)
{
  if (!g_date_valid (day))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (day), (guint) g_date_get_month (day),
                          (guint) g_date_get_day (day));
}

static char *
dup_reminders (const NstDeadline *deadline)
{
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < deadline->reminders->len; i++)
    {
      g_autofree char *day = dup_day (&g_array_index (deadline->reminders, GDate, i));

      g_string_append_printf (days, "%s%s", i > 0 ? " " : "", day);
    }
  return g_strdup (days->str);
}

static const char *
get_role (const NstDeadline *deadline)
{
  return deadline->text->who[0];
}

/* Names of what one deadline shows; the values of --where and the columns of CSV. */
static const char *const columns[] = { "key",     "code", "title",  "kind",      "id",  "uuid",
                                       "subject", "role", "person", "first",     "due", "met_on",
                                       "state",   "days", "step",   "paragraph", NULL };

/* (transfer full) (nullable): one value as text. */
static char *
dup_value (const NstDeadline *deadline, const char *column)
{
  const struct
  {
    const char *column;
    const char *value;
  } plain[] = {
    { "key", deadline->key },
    { "code", deadline->text->code },
    { "title", deadline->title },
    { "kind", nst_record_get_kind (deadline->record)->name },
    { "uuid", nst_record_get_uuid (deadline->record) },
    { "subject", deadline->subject },
    { "role", get_role (deadline) },
    { "state", nst_deadline_state_get_code (deadline->state) },
    { "step", deadline->step != NULL ? deadline->step->code : NULL },
    { "paragraph", deadline->text->paragraph },
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (strcmp (plain[i].column, column) == 0)
      return g_strdup (plain[i].value);
  if (strcmp (column, "id") == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (deadline->record));
  if (strcmp (column, "person") == 0)
    return nst_deadline_dup_people (deadline);
  if (strcmp (column, "days") == 0)
    return g_strdup_printf ("%d", deadline->days);
  if (strcmp (column, "first") == 0)
    return dup_day (&deadline->first);
  return dup_day (strcmp (column, "due") == 0 ? &deadline->due : &deadline->met_on);
}

static gboolean
has_column (const char *name, GError **error)
{
  if (g_strv_contains (columns, name))
    return TRUE;
  g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE, _ ("%s have no field “%s”."),
               "deadlines", name);
  return FALSE;
}

static gboolean
keep_where (GPtrArray *deadlines, const char *word, GError **error)
{
  g_autofree char *name = NULL;
  const char *value;

  if (!nst_cli_split_assignment (word, &name, &value, error) || !has_column (name, error))
    return FALSE;
  for (guint i = deadlines->len; i > 0; i--)
    {
      g_autofree char *text = dup_value (deadlines->pdata[i - 1], name);

      if (g_strcmp0 (text != NULL ? text : "", value) != 0)
        g_ptr_array_remove_index (deadlines, i - 1);
    }
  return TRUE;
}

static void
keep_found (GPtrArray *deadlines, const char *search)
{
  g_autofree char *wanted = nst_russian_fold (search);

  for (guint i = deadlines->len; i > 0; i--)
    {
      const NstDeadline *deadline = deadlines->pdata[i - 1];
      g_autofree char *people = nst_deadline_dup_people (deadline);
      g_autofree char *all = g_strjoin ("\n", deadline->text->code, deadline->title,
                                        deadline->subject, people, NULL);
      g_autofree char *folded = nst_russian_fold (all);

      if (strstr (folded, wanted) == NULL)
        g_ptr_array_remove_index (deadlines, i - 1);
    }
}

static int
compare (gconstpointer a, gconstpointer b, gpointer column)
{
  const NstDeadline *first = *(NstDeadline *const *) a;
  const NstDeadline *second = *(NstDeadline *const *) b;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  if (strcmp (column, "days") == 0)
    return first->days - second->days;
  one = dup_value (first, column);
  two = dup_value (second, column);
  return g_strcmp0 (one, two);
}

/* Leaves those that --where, --search and --limit ask for, in the order of --sort. */
gboolean
nst_deadline_rows_choose (GPtrArray *deadlines, char **where, const char *search,
                          const char *sort, int limit, GError **error)
{
  for (guint i = 0; where != NULL && where[i] != NULL; i++)
    if (!keep_where (deadlines, where[i], error))
      return FALSE;
  if (sort != NULL && !has_column (sort, error))
    return FALSE;
  if (search != NULL)
    keep_found (deadlines, search);
  if (sort != NULL)
    g_ptr_array_sort_with_data (deadlines, compare, (gpointer) sort);
  if (limit > 0 && deadlines->len > (guint) limit)
    g_ptr_array_set_size (deadlines, limit);
  return TRUE;
}

static char *
dup_state (const NstDeadline *deadline)
{
  gulong n = (gulong) deadline->days;

  switch (deadline->state)
    {
    case NST_DEADLINE_OVERDUE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "overdue by %d day",
                                           "overdue by %d days", n),
                              deadline->days);
    case NST_DEADLINE_MET_LATE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "fulfilled %d day late",
                                           "fulfilled %d days late", n),
                              deadline->days);
    case NST_DEADLINE_MET:
      return g_strdup (_ ("fulfilled"));
    case NST_DEADLINE_DUE_SOON:
    case NST_DEADLINE_UPCOMING:
    default:
      if (deadline->days == 0)
        return g_strdup (_ ("today"));
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %d day", "in %d days", n),
                              deadline->days);
    }
}

/* Due day, state, what, for which record and who; a line each. */
void
nst_deadline_rows_print_table (GPtrArray *deadlines)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const heads[] = { _ ("Due"),
                                _ ("State"),
                                C_ ("deadline", "What"),
                                C_ ("deadline", "For"),
                                C_ ("deadline", "Who"),
                                NULL };

  g_ptr_array_add (rows, g_strdupv ((char **) heads));
  for (guint i = 0; i < deadlines->len; i++)
    {
      const NstDeadline *deadline = deadlines->pdata[i];
      g_autofree char *due = nst_russian_date (&deadline->due);
      g_autofree char *state = dup_state (deadline);
      g_autofree char *people = nst_deadline_dup_people (deadline);
      const char *title =
          deadline->text->short_title != NULL ? deadline->text->short_title : deadline->title;
      const char *const cells[] = { due, state, title, deadline->subject, people, NULL };

      g_ptr_array_add (rows, g_strdupv ((char **) cells));
    }
  nst_render_rows (rows);
}

static void
add_days (NstJson *json, const NstDeadline *deadline)
{
  gboolean late =
      deadline->state == NST_DEADLINE_OVERDUE || deadline->state == NST_DEADLINE_MET_LATE;
  gboolean ahead = nst_deadline_is_open (deadline) && !late;

  nst_json_add_int (json, "days_late", late ? deadline->days : 0);
  if (ahead)
    nst_json_add_int (json, "days_left", deadline->days);
  else
    nst_json_add_text (json, "days_left", NULL);
  nst_json_begin_array (json, "reminders");
  for (guint i = 0; i < deadline->reminders->len; i++)
    {
      g_autofree char *day = dup_day (&g_array_index (deadline->reminders, GDate, i));

      nst_json_add_text (json, NULL, day);
    }
  nst_json_end_array (json);
}

static void
add_people (NstJson *json, const NstDeadline *deadline)
{
  nst_json_begin_array (json, "people");
  for (guint i = 0; i < deadline->people->len; i++)
    {
      nst_json_begin_object (json, NULL);
      nst_json_add_int (json, "id", nst_record_get_id (deadline->people->pdata[i]));
      nst_json_add_text (json, "name", nst_record_get_title (deadline->people->pdata[i]));
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
}

/* An array of objects with stable keys. */
void
nst_deadline_rows_print_json (GPtrArray *deadlines)
{
  static const char *const texts[] = { "key", "code", "title", "kind", NULL };
  static const char *const more[] = { "uuid", "subject", "role",  "person", "first",
                                      "due",  "met_on",  "state", NULL };
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const NstDeadline *deadline = deadlines->pdata[i];

      nst_json_begin_object (json, NULL);
      for (guint j = 0; texts[j] != NULL; j++)
        {
          g_autofree char *value = dup_value (deadline, texts[j]);

          nst_json_add_text (json, texts[j], value);
        }
      nst_json_add_int (json, "id", nst_record_get_id (deadline->record));
      for (guint j = 0; more[j] != NULL; j++)
        {
          g_autofree char *value = dup_value (deadline, more[j]);

          nst_json_add_text (json, more[j], value);
        }
      nst_json_add_int (json, "occurrence", deadline->occurrence);
      add_people (json, deadline);
      add_days (json, deadline);
      nst_json_add_text (json, "step", deadline->step != NULL ? deadline->step->code : NULL);
      nst_json_add_text (json, "remedy", deadline->text->remedy);
      nst_json_add_text (json, "paragraph", deadline->text->paragraph);
      nst_json_add_text (json, "note", deadline->note);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
  nst_cli_print_json (json);
}

/* A line a deadline, with the columns' names first. */
void
nst_deadline_rows_print_csv (GPtrArray *deadlines)
{
  g_autofree char *head = g_strjoinv (",", (GStrv) columns);

  printf ("%s,reminders\r\n", head);
  for (guint i = 0; i < deadlines->len; i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);
      g_autofree char *reminders = dup_reminders (deadlines->pdata[i]);

      for (guint j = 0; columns[j] != NULL; j++)
        {
          g_autofree char *value = dup_value (deadlines->pdata[i], columns[j]);

          nst_render_csv_cell (line, value != NULL ? value : "");
        }
      nst_render_csv_cell (line, reminders);
      printf ("%s\r\n", line->str + (line->str[0] == ',' ? 1 : 0));
    }
}
