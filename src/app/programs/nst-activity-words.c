/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row of the plan says about an activity. */
#include "config.h"

#include "app/programs/nst-activity-words.h"

#include "text/nst-due.h"
#include "text/nst-russian.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer schedules are shortened in a row. */
#define LONG_DUE 24
/* A result of at most so many characters is shown in the row itself. */
#define SHORT_RESULT 16

const char *
nst_activity_words_get_state (NstActivityState state)
{
  switch (state)
    {
    case NST_ACTIVITY_DUE:
      return C_ ("activity", "Due now");
    case NST_ACTIVITY_OVERDUE:
      return C_ ("activity", "Overdue");
    case NST_ACTIVITY_PARTLY:
      return C_ ("activity", "Partly");
    case NST_ACTIVITY_DONE:
      return C_ ("activity", "Done");
    case NST_ACTIVITY_NOT_DONE:
      return C_ ("activity", "Not done");
    case NST_ACTIVITY_POSTPONED:
      return C_ ("activity", "Postponed");
    case NST_ACTIVITY_CANCELLED:
      return C_ ("activity", "Cancelled");
    case NST_ACTIVITY_PLANNED:
    default:
      return C_ ("activity", "Ahead");
    }
}

const char *
nst_activity_words_get_style (NstActivityState state)
{
  switch (state)
    {
    case NST_ACTIVITY_DUE:
    case NST_ACTIVITY_PARTLY:
      return "accent";
    case NST_ACTIVITY_OVERDUE:
    case NST_ACTIVITY_POSTPONED:
      return "warning";
    case NST_ACTIVITY_DONE:
      return "success";
    case NST_ACTIVITY_NOT_DONE:
      return "error";
    case NST_ACTIVITY_CANCELLED:
    case NST_ACTIVITY_PLANNED:
    default:
      return NULL;
    }
}

/* How many letters of a month's name are left; the whole name when it is short anyhow. */
static guint
get_month_letters (guint month)
{
  static const guint8 letters[] = { 3, 4, 8, 3, 8, 8, 8, 3, 4, 3, 4, 3 };

  return letters[month - 1];
}

static void
append_word (GString *text, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  for (guint month = 1; month <= 12; month++)
    {
      const char *name = nst_russian_month_name ((GDateMonth) month);
      guint letters = get_month_letters (month);

      if (g_str_has_prefix (lower, name) && g_utf8_strlen (name, -1) > letters)
        {
          g_autofree char *start = g_utf8_substring (word, 0, letters);

          g_string_append (text, start);
          g_string_append_c (text, '.');
          g_string_append (text, word + strlen (name));
          return;
        }
    }
  g_string_append (text, word);
}

static char *
shorten_due (const char *phrase)
{
  g_autoptr (GString) plain = g_string_new (phrase);
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) words = NULL;

  g_string_replace (plain, "\302\240г.", "", 0);
  g_string_replace (plain, " г.", "", 0);
  if (g_utf8_strlen (plain->str, -1) <= LONG_DUE)
    return g_strdup (plain->str);
  text = g_string_new (NULL);
  words = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_word (text, words[i]);
    }
  return g_strdup (text->str);
}

char *
nst_activity_words_dup_due (NstRecord *record, gboolean brief)
{
  const char *canonical = nst_record_get_text (record, "due");
  g_autoptr (NstDue) due = NULL;
  g_autofree char *phrase = NULL;

  if (canonical == NULL)
    return g_strdup (_ ("no schedule"));
  due = nst_due_from_canonical (canonical, NULL);
  phrase = due != NULL ? nst_due_to_phrase (due) : g_strdup (canonical);
  return brief ? shorten_due (phrase) : g_steal_pointer (&phrase);
}

static char *
dup_form_title (NstScheme *scheme, const char *code, gboolean brief)
{
  NstCatalogue *catalogue = nst_scheme_get_catalogue (scheme, "form");
  const NstCatalogueEntry *entry =
      catalogue != NULL ? nst_catalogue_find (catalogue, code) : NULL;

  if (entry == NULL)
    return g_strdup (code);
  return g_strdup (brief && entry->short_title != NULL ? entry->short_title : entry->title);
}

char *
nst_activity_words_dup_forms (NstScheme *scheme, NstRecord *activity, gboolean brief)
{
  g_auto (GStrv) codes = nst_record_dup_list (activity, "forms");
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      g_autofree char *title = dup_form_title (scheme, codes[i], brief);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", title);
      if (brief)
        break;
    }
  return g_string_free (text, FALSE);
}

char *
nst_activity_words_dup_responsible (NstScheme *scheme, NstRecord *activity)
{
  g_auto (GStrv) codes = nst_record_dup_list (activity, "responsible_roles");
  NstCatalogue *catalogue = nst_scheme_get_catalogue (scheme, "role");
  const char *printed = nst_record_get_text (activity, "responsible");
  GString *text = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL && catalogue != NULL; i++)
    {
      const NstCatalogueEntry *entry = nst_catalogue_find (catalogue, codes[i]);

      if (entry != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                entry->short_title != NULL ? entry->short_title : entry->title);
    }
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return g_strdup (printed);
}

static char *
dup_parts (const NstRuleContext *context, const NstActivityProgress *progress)
{
  const char *result =
      progress->mark != NULL && nst_rules_may_read (context, progress->mark, "result")
          ? nst_record_get_text (progress->mark, "result")
          : NULL;

  if (progress->parts > 1 && progress->occurrences->len == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u topic", "%u of %u topics",
                                         progress->parts),
                            progress->parts_done, progress->parts);
  if (progress->parts > 1)
    return g_strdup_printf (_ ("%u of %u"), progress->parts_done, progress->parts);
  if (progress->times > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u time", "%u times", progress->times),
                            progress->times);
  if (result != NULL && g_utf8_strlen (result, -1) <= SHORT_RESULT)
    return g_strdup (result);
  return g_strdup (nst_activity_words_get_state (progress->state));
}

/* The newest day on which something of it was done. */
static gboolean
find_done_day (const NstActivityProgress *progress, GDate *day)
{
  gboolean found = progress->mark != NULL && nst_record_get_date (progress->mark, "date", day);

  for (guint i = 0; i < progress->occurrences->len; i++)
    {
      const NstOccurrence *each = g_ptr_array_index (progress->occurrences, i);
      GDate other;

      if (each->mark != NULL && nst_record_get_date (each->mark, "date", &other) &&
          (!found || g_date_compare (&other, day) > 0))
        {
          *day = other;
          found = TRUE;
        }
    }
  return found;
}

char *
nst_activity_words_dup_outcome (const NstRuleContext *context,
                                const NstActivityProgress *progress)
{
  GDate day;

  if (progress->state == NST_ACTIVITY_PARTLY)
    return dup_parts (context, progress);
  if (progress->state == NST_ACTIVITY_DONE && find_done_day (progress, &day))
    return nst_russian_date (&day);
  if (progress->state == NST_ACTIVITY_OVERDUE)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "late by %u day", "late by %u days",
                                         progress->overdue_days),
                            progress->overdue_days);
  return g_strdup (nst_activity_words_get_state (progress->state));
}

char *
nst_activity_words_dup_part (const NstActivityProgress *progress, guint part)
{
  g_auto (GStrv) topics = NULL;

  g_return_val_if_fail (part >= 1, NULL);

  if (part <= progress->occurrences->len)
    {
      const NstOccurrence *each = g_ptr_array_index (progress->occurrences, part - 1);
      g_autofree char *month = nst_russian_month (&each->last);
      g_autofree char *state = g_utf8_strdown (nst_activity_words_get_state (each->state), -1);

      return g_strdup_printf ("%s – %s", month, state);
    }
  topics = nst_record_dup_list (progress->activity, "topics");
  if (topics != NULL && part <= g_strv_length (topics))
    return g_strdup_printf (_ ("Topic %u. %s"), part, topics[part - 1]);
  return g_strdup_printf (_ ("Part %u"), part);
}
