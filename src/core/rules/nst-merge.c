/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records that are one become one, with all that refers to either (R98). */
#include "config.h"

#include "rules/nst-merge.h"

#include "model/nst-error.h"
#include "rules/nst-steps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const NstRuleContext *context;
  NstChange *change;
  NstRecord *keep;
  NstRecord *gone;
  GHashTable *choices;
} Merge;

/* Rows that say the same once both ends are the same: the other row adds what it knows. */
static const struct
{
  const char *kind;
  const char *field;
  const char *owner;
} rows[] = {
  { "member", "person", "team" },
  { "training", "person", "course" },
  { "participant", "person", "group" },
};

/**
 * nst_merge_is_possible:
 * @kind: a kind
 *
 * Returns: whether records of the kind are entered twice by mistake and can be joined
 */
gboolean
nst_merge_is_possible (const NstKind *kind)
{
  return strcmp (kind->name, "person") == 0 || strcmp (kind->name, "organisation") == 0;
}

/* Longer texts and lists need no choice: both are kept. */
static gboolean
is_joined (const NstField *field)
{
  return field->type == NST_FIELD_TYPE_TEXT || field->type == NST_FIELD_TYPE_LIST ||
         field->type == NST_FIELD_TYPE_CODES;
}

/**
 * nst_merge_list_conflicts:
 * @keep: the record that stays
 * @gone: the one that is the same
 *
 * Texts belong to the records.
 *
 * Returns: (transfer full) (element-type NstMergeConflict): what a person has to choose; the
 *   value of @keep stands unless told otherwise
 */
GArray *
nst_merge_list_conflicts (NstRecord *keep, NstRecord *gone)
{
  const NstKind *kind = nst_record_get_kind (keep);
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (NstMergeConflict));

  g_return_val_if_fail (nst_record_get_kind (gone) == kind, conflicts);

  for (const NstField *field = kind->fields; field->name != NULL; field++)
    {
      NstMergeConflict conflict = { field, nst_record_get_text (keep, field->name),
                                    nst_record_get_text (gone, field->name) };

      if (conflict.kept != NULL && conflict.gone != NULL && !is_joined (field) &&
          strcmp (conflict.kept, conflict.gone) != 0)
        g_array_append_val (conflicts, conflict);
    }
  return conflicts;
}

/* Lines of both, each once. */
static char *
join_lines (const char *first, const char *second)
{
  g_auto (GStrv) mine = g_strsplit (first, "\n", -1);
  g_auto (GStrv) theirs = g_strsplit (second, "\n", -1);
  GString *lines = g_string_new (first);

  for (guint i = 0; theirs[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) mine, theirs[i]))
      g_string_append_printf (lines, "\n%s", theirs[i]);
  return g_string_free (lines, FALSE);
}

static void
put_field (Merge *merge, const NstField *field)
{
  const char *kept = nst_record_get_text (merge->keep, field->name);
  const char *gone = nst_record_get_text (merge->gone, field->name);
  gpointer choice = NULL;
  g_autofree char *joined = NULL;

  if (merge->choices != NULL &&
      g_hash_table_lookup_extended (merge->choices, field->name, NULL, &choice))
    nst_change_set (merge->change, merge->keep, field->name, choice);
  else if (kept == NULL)
    nst_change_set (merge->change, merge->keep, field->name, gone);
  else if (gone != NULL && is_joined (field))
    {
      joined = join_lines (kept, gone);
      nst_change_set (merge->change, merge->keep, field->name, joined);
    }
}

/* Fields that packs define. */
static void
put_extras (Merge *merge)
{
  g_auto (GStrv) names = nst_record_list_extra (merge->gone);

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean chosen =
          merge->choices != NULL && g_hash_table_contains (merge->choices, names[i]);

      if (chosen)
        nst_change_set (merge->change, merge->keep, names[i],
                        g_hash_table_lookup (merge->choices, names[i]));
      else if (nst_record_get_text (merge->keep, names[i]) == NULL)
        nst_change_set (merge->change, merge->keep, names[i],
                        nst_record_get_text (merge->gone, names[i]));
    }
}

/* Two terms, or one that has ended and one that goes on, are two rows. */
static gboolean
is_same_term (NstRecord *first, NstRecord *second)
{
  const NstKind *kind = nst_record_get_kind (first);
  const char *a, *b;

  if (nst_kind_find_field (kind, "to") == NULL)
    return TRUE;
  a = nst_record_get_text (first, "to");
  b = nst_record_get_text (second, "to");
  if (a == NULL || b == NULL)
    return a == b;
  return g_strcmp0 (nst_record_get_text (second, "from"), a) <= 0 &&
         g_strcmp0 (nst_record_get_text (first, "from"), b) <= 0;
}

/* The row of the record that stays which says the same as @row of the one that goes. */
static NstRecord *
find_twin (Merge *merge, NstRecord *row, const char *field)
{
  const char *kind = nst_record_get_kind (row)->name;
  const char *owner = NULL;
  g_autoptr (GPtrArray) own = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].kind, kind) == 0 && strcmp (rows[i].field, field) == 0)
      owner = rows[i].owner;
  if (owner == NULL)
    return NULL;
  own = nst_source_list_of (merge->context->source, kind, field, merge->keep);
  for (guint i = 0; i < own->len; i++)
    if (nst_record_get_ref (own->pdata[i], owner) == nst_record_get_ref (row, owner) &&
        is_same_term (own->pdata[i], row))
      return g_object_ref (own->pdata[i]);
  return NULL;
}

static void move_all (Merge *merge);

/* What only the row that goes knows, and what names it, is kept with its twin. */
static void
fold_row (Merge *merge, NstRecord *row, NstRecord *twin)
{
  const NstKind *kind = nst_record_get_kind (row);
  Merge inner = { merge->context, merge->change, twin, row, NULL };

  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (nst_change_peek (merge->change, twin, field->name) == NULL)
      nst_change_set (merge->change, twin, field->name, nst_record_get_text (row, field->name));
  put_extras (&inner);
  move_all (&inner);
  nst_change_remove (merge->change, row);
}

static void
move_references (Merge *merge, const NstKind *kind, const NstField *field)
{
  g_autoptr (GPtrArray) found =
      nst_source_list_of (merge->context->source, kind->name, field->name, merge->gone);

  for (guint i = 0; i < found->len; i++)
    {
      NstRecord *row = found->pdata[i];
      g_autoptr (NstRecord) twin = find_twin (merge, row, field->name);

      if (row == merge->gone)
        continue;
      if (twin != NULL)
        fold_row (merge, row, twin);
      else
        nst_change_set_ref (merge->change, row, field->name, merge->keep);
    }
}

static void
move_links (Merge *merge, const NstKind *kind, const NstField *field)
{
  g_autoptr (GPtrArray) found =
      nst_source_list_linked (merge->context->source, kind->name, field->name, merge->gone);

  for (guint i = 0; i < found->len; i++)
    nst_change_set_link (merge->change, found->pdata[i], field->name, merge->keep);
}

/* Every field of every kind that can name the record that goes. */
static void
move_all (Merge *merge)
{
  const char *name = nst_record_get_kind (merge->gone)->name;
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const NstField *field = kinds[i]->fields; field->name != NULL; field++)
      if (field->type == NST_FIELD_TYPE_REF && strcmp (field->target, name) == 0)
        move_references (merge, kinds[i], field);
      else if (field->type == NST_FIELD_TYPE_LINK)
        move_links (merge, kinds[i], field);
}

static void
note_merger (Merge *merge)
{
  g_autoptr (NstRecord) merger =
      nst_change_add (merge->change, "merger", "gone_uuid", nst_record_get_uuid (merge->gone),
                      "title", nst_record_get_title (merge->gone), NULL);

  nst_change_set_link (merge->change, merger, "subject", merge->keep);
  nst_change_set_int (merge->change, merger, "gone", nst_record_get_id (merge->gone));
  nst_change_set_date (merge->change, merger, "date", &merge->context->today);
}

static gboolean
check (NstRecord *keep, NstRecord *gone, GError **error)
{
  const NstKind *kind = nst_record_get_kind (keep);

  if (!nst_merge_is_possible (kind) || nst_record_get_kind (gone) != kind)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("Only two people or two organisations can be joined, not “%s”."),
                   _ (kind->label));
      return FALSE;
    }
  if (nst_record_get_id (keep) != nst_record_get_id (gone))
    return TRUE;
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("“%s” cannot be joined with itself; name two records."),
               nst_record_get_title (keep));
  return FALSE;
}

/**
 * nst_merge_plan:
 * @context: scheme, source and the day
 * @keep: the record that stays
 * @gone: the record that is the same and goes
 * @choices: (nullable): canonical texts by name of field, for fields that shall have neither
 *   the value of @keep nor, where that is unknown, the value of @gone
 * @error: %NST_INPUT_ERROR for records that cannot be joined
 *
 * All that names @gone names @keep afterwards; documents that were issued keep their PDF and
 * their frozen data. Both histories are read from @keep.
 *
 * Returns: (transfer full): one change, ready for the store's door
 */
NstChange *
nst_merge_plan (const NstRuleContext *context, NstRecord *keep, NstRecord *gone,
                GHashTable *choices, GError **error)
{
  g_autoptr (NstChange) change = NULL;
  g_autofree char *title = NULL;
  Merge merge = { context, NULL, keep, gone, choices };
  const NstKind *kind = nst_record_get_kind (keep);

  if (!check (keep, gone, error))
    return NULL;
  title = g_strdup_printf (_ ("Join: %s %s (%d and %d)"), _ (kind->label),
                           nst_record_get_title (keep), (int) nst_record_get_id (keep),
                           (int) nst_record_get_id (gone));
  change = nst_change_new (title);
  merge.change = change;
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    put_field (&merge, field);
  put_extras (&merge);
  move_all (&merge);
  note_merger (&merge);
  nst_change_remove (change, gone);
  return g_steal_pointer (&change);
}
