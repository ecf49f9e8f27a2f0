/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a correction of a programme has changed. */
#include "config.h"

#include "app/programs/nst-program-changes.h"

#include "app/widgets/nst-field-binding.h"

#include <glib/gi18n.h>

static const char *const program_fields[] = { "directions", "period_text",  "start", "end",
                                              "goals",      "difficulties", NULL };
static const char *const activity_fields[] = { "title", "topics", "due", "responsible",
                                               "forms", "place",  NULL };

static void
change_free (gpointer data)
{
  NstProgramChange *change = data;

  g_free (change->title);
  g_free (change->details);
  g_free (change);
}

/* Takes both. */
static void
add (GPtrArray *changes, char *title, char *details)
{
  NstProgramChange *change = g_new0 (NstProgramChange, 1);

  change->title = title;
  change->details = details;
  g_ptr_array_add (changes, change);
}

static char *
dup_shown (NstOffice *office, NstRecord *record, const NstField *field)
{
  g_autoptr (NstFieldBinding) binding = nst_field_binding_new (office, record, field);
  g_autofree char *shown = nst_field_binding_dup_shown (binding);

  return g_strdup (*shown != '\0' ? shown : "—");
}

/* «Срок: ноябрь 2021 г. → декабрь 2021 г.», a line for each field that differs, or NULL. */
static char *
compare_fields (NstOffice *office, NstRecord *before, NstRecord *after, const char *const *fields)
{
  const NstKind *kind = nst_record_get_kind (after);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      const NstField *field = nst_kind_find_field (kind, fields[i]);
      g_autofree char *old = NULL;
      g_autofree char *now = NULL;

      if (g_strcmp0 (nst_record_get_text (before, fields[i]),
                     nst_record_get_text (after, fields[i])) == 0)
        continue;
      old = dup_shown (office, before, field);
      now = dup_shown (office, after, field);
      g_string_append_printf (lines, "%s%s: %s → %s", lines->len > 0 ? "\n" : "",
                              _ (field->label), old, now);
    }
  return g_string_free (lines, lines->len == 0);
}

/* A copy keeps the place in the list of what it was copied from. */
static NstRecord *
find_same (GPtrArray *activities, NstRecord *wanted)
{
  for (guint i = 0; i < activities->len; i++)
    if (g_strcmp0 (nst_record_get_text (activities->pdata[i], "rank"),
                   nst_record_get_text (wanted, "rank")) == 0)
      return activities->pdata[i];
  return NULL;
}

GPtrArray *
nst_program_changes_list (NstOffice *office, NstRecord *before, NstRecord *after)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  g_autoptr (GPtrArray) old = nst_source_list_of (source, "activity", "program", before);
  g_autoptr (GPtrArray) now = nst_source_list_of (source, "activity", "program", after);
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  char *details = compare_fields (office, before, after, program_fields);

  if (details != NULL)
    add (changes, g_strdup (_ ("General information")), details);
  for (guint i = 0; i < now->len; i++)
    {
      NstRecord *same = find_same (old, now->pdata[i]);
      const char *title = nst_record_get_title (now->pdata[i]);

      if (same == NULL)
        add (changes, g_strdup_printf (_ ("Added: %s"), title), NULL);
      else if ((details = compare_fields (office, same, now->pdata[i], activity_fields)) != NULL)
        add (changes, g_strdup_printf (_ ("Changed: %s"), title), details);
    }
  for (guint i = 0; i < old->len; i++)
    if (find_same (now, old->pdata[i]) == NULL)
      add (changes, g_strdup_printf (_ ("Taken out: %s"), nst_record_get_title (old->pdata[i])),
           NULL);
  return changes;
}
