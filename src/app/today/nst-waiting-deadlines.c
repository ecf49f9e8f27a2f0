/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines of the scheme among what waits, without saying anything twice. */
#include "config.h"

#include "app/today/nst-waiting.h"

#include "app/widgets/nst-date.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is due further away than this is no matter of today. */
#define SOON_DAYS 31
#define WEEK_DAYS 7
/* So many subjects are named; of the others, how many there are. */
#define MAX_SUBJECTS 2

/* Where a record of a kind is looked at; what is of a whole district or office has no record
 * that a section shows. */
static const struct
{
  const char *kind;
  const char *section;
  gboolean opens;
} places[] = {
  { "agreement", "agreements", TRUE }, { "signature", "agreements", TRUE },
  { "program", "programs", TRUE },     { "activity", "programs", TRUE },
  { "report", "programs", TRUE },      { "team", "teams", TRUE },
  { "member", "teams", TRUE },         { "person", "teams", TRUE },
  { "group", "groups", TRUE },         { "territory", "teams", FALSE },
  { "office", "indicators", FALSE },
};

/**
 * nst_waiting_is_ours:
 * @card: the office's own record
 * @deadline: a deadline
 *
 * Returns: whether the pack reminds this office's role, or one of the people reminded works here
 */
gboolean
nst_waiting_is_ours (NstRecord *card, const NstDeadline *deadline)
{
  const char *role = nst_record_get_text (card, "role");
  gint64 person = nst_record_get_ref (card, "person");
  gint64 organisation = nst_record_get_ref (card, "organisation");

  if (role != NULL && deadline->text->who != NULL &&
      g_strv_contains ((const char *const *) deadline->text->who, role))
    return TRUE;
  for (guint i = 0; i < deadline->people->len; i++)
    {
      NstRecord *one = g_ptr_array_index (deadline->people, i);

      if ((person != 0 && nst_record_get_id (one) == person) ||
          (organisation != 0 && nst_record_get_ref (one, "organisation") == organisation))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_same (NstRecord *first, NstRecord *second)
{
  return first != NULL && second != NULL &&
         nst_record_get_kind (first) == nst_record_get_kind (second) &&
         nst_record_get_id (first) == nst_record_get_id (second);
}

static gboolean
belongs_to (NstRecord *record, const char *kind, const char *field, NstRecord *owner)
{
  return record != NULL && strcmp (nst_record_get_kind (record)->name, kind) == 0 &&
         strcmp (nst_record_get_kind (owner)->name, field) == 0 &&
         nst_record_get_ref (record, field) == nst_record_get_id (owner);
}

/* The same matter in other words: a mark, a signature, a report, a step. */
static gboolean
is_told_by (const NstWaiting *waiting, const NstDeadline *deadline)
{
  if (deadline->text->schedule)
    return is_same (waiting->record, deadline->record);
  if (belongs_to (waiting->record, "signature", "agreement", deadline->record))
    return TRUE;
  if (belongs_to (waiting->record, "report", "program", deadline->record))
    return g_date_valid (&waiting->day) && g_date_compare (&waiting->day, &deadline->due) == 0;
  return waiting->step != NULL && deadline->step != NULL &&
         strcmp (waiting->step, deadline->step->code) == 0 &&
         is_same (waiting->record, deadline->step_record);
}

/* A line that has no last day of its own gets this one. */
static void
sharpen (NstWaiting *waiting, const NstDeadline *deadline)
{
  g_autofree char *day = nst_date_to_label (&deadline->due);
  g_autofree char *detail = waiting->detail;

  if (deadline->text->schedule ||
      belongs_to (waiting->record, "report", "program", deadline->record))
    {
      waiting->detail = g_steal_pointer (&detail);
      return;
    }
  waiting->detail = g_strdup_printf (_ ("%s · due %s"), detail == NULL ? "" : detail, day);
  if (deadline->state != NST_DEADLINE_OVERDUE)
    return;
  waiting->urgency = NST_WAITING_LATE;
  waiting->days = (guint) deadline->days;
}

static void
place (NstWaiting *waiting, const NstDeadline *deadline)
{
  NstRecord *record = deadline->record;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].kind, nst_record_get_kind (record)->name) == 0)
      {
        waiting->section = places[i].section;
        if (places[i].opens)
          waiting->record = g_object_ref (record);
        return;
      }
  waiting->section = "today";
}

/* "Agreement № 1, Agreement № 2 and 3 more": what one duty of one day is to be done on. */
static char *
dup_subjects (GPtrArray *same)
{
  GString *text = g_string_new (NULL);
  guint named = same->len == MAX_SUBJECTS + 1 ? same->len : MIN (same->len, MAX_SUBJECTS);
  guint rest = same->len - named;

  for (guint i = 0; i < named; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((NstDeadline *) same->pdata[i])->subject);
  if (rest > 0)
    g_string_append_printf (text, ngettext (" and %u more", " and %u more", rest), rest);
  return g_string_free (text, FALSE);
}

static NstWaitingUrgency
get_urgency (const NstDeadline *deadline)
{
  if (deadline->state == NST_DEADLINE_OVERDUE)
    return NST_WAITING_LATE;
  return deadline->days <= WEEK_DAYS ? NST_WAITING_NOW : NST_WAITING_SOON;
}

static NstWaiting *
make_line (const NstRuleContext *context, NstRecord *card, GPtrArray *same)
{
  const NstDeadline *deadline = same->pdata[0];
  g_autofree char *subjects = dup_subjects (same);
  g_autofree char *day = nst_date_to_label (&deadline->due);
  NstWaiting *waiting = g_new0 (NstWaiting, 1);

  place (waiting, deadline);
  waiting->urgency = get_urgency (deadline);
  waiting->day = deadline->due;
  waiting->days = (guint) deadline->days;
  waiting->optional = deadline->text->paragraph == NULL;
  waiting->many = same->len > 1;
  waiting->territory = nst_waiting_dup_territory (context, deadline->record);
  waiting->title = g_strdup (deadline->text->short_title != NULL ? deadline->text->short_title
                                                                 : deadline->title);
  waiting->detail =
      g_strdup_printf (deadline->state == NST_DEADLINE_OVERDUE ? _ ("%s · was due %s")
                                                               : _ ("%s · due %s"),
                       subjects, day);
  for (guint i = 0; i < same->len; i++)
    waiting->mine = waiting->mine || nst_waiting_is_ours (card, same->pdata[i]);
  if (!waiting->mine && same->len == 1)
    waiting->who = nst_deadline_dup_people (deadline);
  return waiting;
}

static gboolean
is_told (GPtrArray *found, const NstDeadline *deadline)
{
  gboolean told = FALSE;

  for (guint i = 0; i < found->len; i++)
    if (is_told_by (found->pdata[i], deadline))
      {
        sharpen (found->pdata[i], deadline);
        told = TRUE;
      }
  return told;
}

/* A duty of many people with one last day is one line, in each territory. */
static void
add_to_same (const NstRuleContext *context, GHashTable *lines, GPtrArray *order,
             NstDeadline *deadline)
{
  g_autofree char *territory = nst_waiting_dup_territory (context, deadline->record);
  g_autofree char *key =
      g_strdup_printf ("%s/%u/%s", deadline->text->code, g_date_get_julian (&deadline->due),
                       territory != NULL ? territory : "");
  GPtrArray *same = g_hash_table_lookup (lines, key);

  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_ptr_array_add (order, same);
      g_hash_table_insert (lines, g_steal_pointer (&key), same);
    }
  g_ptr_array_add (same, deadline);
}

/**
 * nst_waiting_add_deadlines:
 * @context: scheme, source and the day
 * @card: the office's own record
 * @found: (element-type NstWaiting): what waits already; lines of the same matter get its day
 *
 * Adds deadlines that are overdue, or whose first reminder has come.
 */
void
nst_waiting_add_deadlines (const NstRuleContext *context, NstRecord *card, GPtrArray *found)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) order =
      g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) deadlines = NULL;
  GDate until = context->today;

  g_date_add_days (&until, SOON_DAYS);
  deadlines = nst_deadlines_list (context, &until);
  for (guint i = 0; i < deadlines->len; i++)
    {
      NstDeadline *deadline = deadlines->pdata[i];

      if ((deadline->state == NST_DEADLINE_OVERDUE || deadline->state == NST_DEADLINE_DUE_SOON) &&
          !is_told (found, deadline))
        add_to_same (context, lines, order, deadline);
    }
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (found, make_line (context, card, order->pdata[i]));
}
