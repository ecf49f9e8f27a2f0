/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the deadlines of a pack: who has to do what by when, and what fulfils it. */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include "model/nst-kind.h"
#include "text/nst-due.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIMIT "limit:"
/* Days before the due day, where the pack says nothing (DOMAIN 4.17). */
#define LEADS "14 7 1"

static gboolean
to_int (const char *text, int min, int max, int *number)
{
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, min, max, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

/* A whole number; 0 where the attribute is missing. */
static int
read_int (NstReader *self, const xmlNode *node, const char *attribute, int min, int max)
{
  g_autofree char *text = nst_reader_dup (node, attribute);
  g_autofree char *remedy = NULL;
  int number = 0;

  if (text == NULL || to_int (text, min, max, &number))
    return number;
  remedy = g_strdup_printf (_ ("Write a whole number from %d to %d"), min, max);
  nst_reader_fault (self, node,
                    g_strdup_printf (_ ("“%s” is not a value of “%s”"), text, attribute), remedy);
  return 0;
}

static void
read_due (NstReader *self, const xmlNode *node, NstDeadlineText *deadline)
{
  g_autofree char *phrase = nst_reader_dup (node, "due");
  g_autoptr (GError) error = NULL;
  g_autoptr (NstDue) due = NULL;

  if (phrase == NULL)
    return;
  if (g_str_has_prefix (phrase, LIMIT))
    {
      deadline->due_limit = g_strdup (phrase + strlen (LIMIT));
      return;
    }
  due = nst_due_parse (phrase, &error);
  if (due != NULL)
    deadline->due = nst_due_to_canonical (due);
  else
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("the schedule “%s” is not understood"), phrase),
                      error->message);
}

static void
read_days (NstReader *self, const xmlNode *node, NstDeadlineText *deadline)
{
  g_autofree char *days = nst_reader_dup (node, "days");

  if (days != NULL && g_str_has_prefix (days, LIMIT))
    deadline->days_limit = g_strdup (days + strlen (LIMIT));
  else
    deadline->days = read_int (self, node, "days", -3660, 3660);
}

/* One word of two; the first stands for a missing attribute. */
static gboolean
read_second (NstReader *self, const xmlNode *node, const char *attribute, const char *first,
             const char *second)
{
  const char *const choices[] = { first, second, NULL };
  g_autofree char *choice = NULL;

  if (xmlHasProp ((xmlNode *) node, BAD_CAST attribute) == NULL)
    return FALSE;
  choice = nst_reader_dup_choice (self, node, attribute, choices);
  return g_strcmp0 (choice, second) == 0;
}

static void
read_leads (NstReader *self, const xmlNode *node, NstDeadlineText *deadline)
{
  g_autofree char *text = nst_reader_dup (node, "lead");
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : LEADS, " \t\r\n", -1);

  deadline->leads = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; words[i] != NULL; i++)
    {
      int days = 0;
      guint lead;

      if (words[i][0] == '\0')
        continue;
      if (!to_int (words[i], 0, 366, &days))
        {
          nst_reader_fault (self, node,
                            g_strdup_printf (_ ("“%s” is not a value of “%s”"), words[i], "lead"),
                            _ ("Write numbers of days from 0 to 366, such as 14 7 1"));
          continue;
        }
      lead = (guint) days;
      g_array_append_val (deadline->leads, lead);
    }
}

/* When the record has no such field, the reminder would never come. */
static void
check_field (NstReader *self, const xmlNode *node, const NstKind *kind, const char *field)
{
  if (kind == NULL || field == NULL || field[0] == '@')
    return;
  if (nst_kind_find_field (kind, field) == NULL)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("“%s” has no field “%s”"), kind->name, field),
                      _ ("Name a field of the record as the table of fields does"));
}

/* "KIND:FIELD" of another kind of record. */
static void
check_other (NstReader *self, const xmlNode *node, const char *argument)
{
  g_auto (GStrv) parts = g_strsplit (argument, ":", 2);
  const NstKind *kind = parts[0] != NULL ? nst_kinds_find (parts[0]) : NULL;

  if (kind == NULL || parts[1] == NULL)
    nst_reader_fault (self, node, g_strdup_printf (_ ("there is no condition “%s”"), argument),
                      _ ("Write a kind of record, a colon and a field of it"));
  else
    check_field (self, node, kind, parts[1]);
}

/* The catalogue entry before the colon, and the field of the kind after it. */
static void
check_entry (NstReader *self, const xmlNode *node, const char *catalogue, const char *kind,
             const char *argument)
{
  g_auto (GStrv) parts = g_strsplit (argument, ":", 2);
  g_autofree char *other =
      g_strdup_printf ("%s:%s", kind, parts[0] != NULL && parts[1] != NULL ? parts[1] : "");

  nst_reader_refer (self, NST_REFERENCE_CATALOGUE, catalogue, parts[0], node);
  check_other (self, node, other);
}

static void
refer_condition (NstReader *self, const xmlNode *node, const char *kind, const char *name,
                 const char *argument)
{
  g_auto (GStrv) codes = NULL;

  if (strcmp (name, "step") == 0)
    nst_reader_refer (self, NST_REFERENCE_STEP, NULL, argument, node);
  else if (strcmp (name, "document") == 0)
    nst_reader_refer (self, NST_REFERENCE_DOCUMENT, NULL, argument, node);
  else if (strcmp (name, "activity") == 0)
    nst_reader_refer (self, NST_REFERENCE_LIMIT, NULL, argument, node);
  else if (strcmp (name, "report") == 0)
    check_entry (self, node, "report-kind", "report", argument);
  else if (strcmp (name, "teams") == 0)
    check_entry (self, node, "team-role", "team", argument);
  else if (strcmp (name, "working-group") == 0)
    nst_reader_refer (self, NST_REFERENCE_CATALOGUE, "member-role", argument, node);
  else if (strcmp (name, "program") == 0)
    check_field (self, node, nst_kinds_find ("program"), argument);
  else if (strcmp (name, "all") == 0 || strcmp (name, "any") == 0)
    check_other (self, node, argument);
  else if (g_str_has_suffix (name, "state"))
    {
      codes = g_strsplit (argument, "|", -1);
      nst_reader_refer_all (self, NST_REFERENCE_STATE, kind, codes, node);
    }
}

static void
check_conditions (NstReader *self, const xmlNode *node, const NstKind *kind, GStrv conditions)
{
  for (guint i = 0; conditions[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (conditions[i], ":", 2);
      const char *argument = parts[1] != NULL ? parts[1] : "";
      g_autofree char *known = NULL;
      g_autofree char *remedy = NULL;

      if (g_strv_contains (nst_deadline_text_list_conditions (), parts[0]))
        {
          if (kind != NULL)
            refer_condition (self, node, kind->name, parts[0], argument);
          if (g_str_has_suffix (parts[0], "set") && strchr (argument, '.') == NULL)
            check_field (self, node, kind, argument);
          continue;
        }
      known = g_strjoinv (", ", (GStrv) nst_deadline_text_list_conditions ());
      remedy = g_strdup_printf (_ ("Correct or remove it; known here: %s"), known);
      nst_reader_fault (self, node,
                        g_strdup_printf (_ ("there is no condition “%s”"), conditions[i]),
                        remedy);
    }
}

static gboolean
check_date (NstReader *self, const xmlNode *node, const NstDeadlineText *deadline)
{
  int n = (xmlHasProp ((xmlNode *) node, BAD_CAST "due") != NULL) + (deadline->after != NULL) +
          deadline->schedule;

  if (n != 1)
    nst_reader_fault (self, node,
                      g_strdup_printf (_ ("the deadline “%s” has no day, or more than one"),
                                       deadline->code),
                      _ ("Write one of “due”, “after” and “schedule”"));
  return n == 1;
}

static const NstKind *
find_kind (NstReader *self, const xmlNode *node, const char *name)
{
  const NstKind *kind = name != NULL ? nst_kinds_find (name) : NULL;

  if (name != NULL && kind == NULL)
    nst_reader_fault (self, node, g_strdup_printf (_ ("there is no kind of record “%s”"), name),
                      _ ("Name a kind such as team, group, agreement or program"));
  return kind;
}

static void
refer (NstReader *self, const xmlNode *node, const NstDeadlineText *deadline, const NstKind *kind)
{
  check_field (self, node, kind, deadline->after);
  check_field (self, node, kind, deadline->moved);
  nst_reader_refer (self, NST_REFERENCE_LIMIT, NULL, deadline->due_limit, node);
  nst_reader_refer (self, NST_REFERENCE_LIMIT, NULL, deadline->days_limit, node);
  check_conditions (self, node, kind, deadline->when);
  check_conditions (self, node, kind, deadline->met);
  nst_reader_refer_all (self, NST_REFERENCE_ACTOR, NULL, deadline->who, node);
  nst_reader_refer_all (self, NST_REFERENCE_STEP, NULL, deadline->steps, node);
}

static void
read_deadline (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "code",  "kind",       "short",  "who",
                                            "due",   "after",      "months", "days",
                                            "count", "moved",      "when",   "met",
                                            "lead",  "on-day-off", "since",  "schedule",
                                            "step",  "paragraph",  NULL };
  static const char *const elements[] = { "title", "remedy", NULL };
  g_autoptr (NstDeadlineText) deadline = g_new0 (NstDeadlineText, 1);
  const NstKind *kind;

  nst_reader_check (self, node, attributes, elements);
  deadline->code = nst_reader_dup_required (self, node, "code");
  deadline->kind = nst_reader_dup_required (self, node, "kind");
  deadline->title = nst_reader_dup_child (self, node, "title", TRUE);
  deadline->remedy = nst_reader_dup_child (self, node, "remedy", TRUE);
  deadline->paragraph = nst_reader_dup_required (self, node, "paragraph");
  deadline->short_title = nst_reader_dup (node, "short");
  deadline->who = nst_reader_dup_words (node, "who");
  deadline->after = nst_reader_dup (node, "after");
  deadline->moved = nst_reader_dup (node, "moved");
  deadline->when = nst_reader_dup_words (node, "when");
  deadline->met = nst_reader_dup_words (node, "met");
  deadline->steps = nst_reader_dup_words (node, "step");
  deadline->months = read_int (self, node, "months", -1200, 1200);
  deadline->since = read_int (self, node, "since", 1900, 2200);
  deadline->working = read_second (self, node, "count", "calendar", "working");
  deadline->moves = read_second (self, node, "on-day-off", "stay", "next");
  deadline->schedule = read_second (self, node, "schedule", "own", "activities");
  read_due (self, node, deadline);
  read_days (self, node, deadline);
  read_leads (self, node, deadline);
  kind = find_kind (self, node, deadline->kind);
  if (deadline->code == NULL || kind == NULL || deadline->title == NULL ||
      deadline->remedy == NULL || deadline->paragraph == NULL ||
      !check_date (self, node, deadline) ||
      !nst_reader_wants (self, "deadlines", deadline->code, node))
    return;
  refer (self, node, deadline, kind);
  nst_scheme_take_deadline (self->scheme, g_steal_pointer (&deadline));
}

/* <deadlines><deadline code="N5" …><title>…</title><remedy>…</remedy></deadline></deadlines> */
void
nst_reader_read_deadlines (NstReader *self, const xmlNode *node)
{
  static const char *const none[] = { NULL };
  static const char *const elements[] = { "deadline", NULL };

  nst_reader_check (self, node, none, elements);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "deadline"))
      read_deadline (self, child);
}
