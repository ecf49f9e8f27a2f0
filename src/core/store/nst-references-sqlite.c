/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who refers to whom: what a reference may name, what a removal takes along. */
#include "config.h"

#include "store/nst-references-sqlite.h"

#include "model/nst-error.h"
#include "store/nst-rows-sqlite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
exists (NstStore *store, const NstKind *kind, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", kind->name);
  g_autoptr (NstStatement) row = nst_sqlite_prepare (store->db, sql, NULL);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_int (row, 1, id);
  return nst_statement_next (row, NULL);
}

/* A record of the same change that is written later is looked up by its id only, so it is
 * its foreign key, checked at the commit, that guards a reference between two new ones. */
static gboolean
was_taken (NstStore *store, const NstKind *kind, gint64 id)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT value FROM sequence WHERE name = '%s'", kind->name);
  gint64 last = 0;

  return nst_sqlite_get_int (store->db, sql, &last, NULL) && id > 0 && id <= last;
}

/*
 * nst_references_check_value:
 * @text: (nullable): canonical text with local ids
 *
 * Whether a reference or link names a record; other fields pass.
 */
gboolean
nst_references_check_value (NstStore *store, const NstField *field, const char *text,
                            GError **error)
{
  const NstKind *kind = NULL;
  gint64 id = 0;

  if (text == NULL)
    return TRUE;
  if (field->type == NST_FIELD_TYPE_REF)
    {
      kind = nst_kinds_find (field->target);
      id = g_ascii_strtoll (text, NULL, 10);
    }
  else if (field->type == NST_FIELD_TYPE_LINK)
    {
      const char *slash = strchr (text, '/');
      g_autofree char *name = g_strndup (text, (gsize) (slash - text));

      kind = nst_kinds_find (name);
      id = g_ascii_strtoll (slash + 1, NULL, 10);
    }
  if (kind == NULL || exists (store, kind, id) ||
      (field->type == NST_FIELD_TYPE_REF && was_taken (store, kind, id)))
    return TRUE;
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
               _ ("%s (%s): there is no %s %s; see “list %s”."), _ (field->label), field->name,
               kind->name, strchr (text, '/') != NULL ? strchr (text, '/') + 1 : text,
               kind->plural);
  return FALSE;
}

gboolean
nst_references_check_values (NstStore *store, const NstKind *kind, GHashTable *values,
                             GError **error)
{
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (field->type == NST_FIELD_TYPE_REF &&
        !nst_references_check_value (store, field, g_hash_table_lookup (values, field->name),
                                     error))
      return FALSE;
  return TRUE;
}

/* Title of the first record of @kind whose @field holds @value; NULL when there is none. */
static char *
find_user (NstStore *store, const NstKind *kind, const NstField *field, const char *value)
{
  g_autofree char *title = nst_rows_title_sql (kind, "t");
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM \"%s\" AS t WHERE t.\"%s\" = ?1 LIMIT 1", title,
                       kind->name, field->name);
  g_autoptr (NstStatement) row = nst_sqlite_prepare (store->db, sql, NULL);

  if (row == NULL)
    return NULL;
  nst_statement_bind_text (row, 1, value);
  return nst_statement_next (row, NULL) ? g_strdup (nst_statement_get_text (row, 0)) : NULL;
}

/*
 * nst_references_check_unused:
 *
 * Refuses with words that name who still refers to the record (DOMAIN R87).
 */
gboolean
nst_references_check_unused (NstStore *store, const NstKind *kind, gint64 id, GError **error)
{
  const NstKind *const *kinds = nst_kinds_list ();
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *link = g_strdup_printf ("%s/%s", kind->name, number);

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const NstField *field = kinds[i]->fields; field->name != NULL; field++)
      {
        gboolean refers =
            field->type == NST_FIELD_TYPE_REF && strcmp (field->target, kind->name) == 0;
        g_autofree char *user = NULL;

        if (!refers && field->type != NST_FIELD_TYPE_LINK)
          continue;
        user = find_user (store, kinds[i], field, refers ? number : link);
        if (user == NULL)
          continue;
        g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_IN_USE,
                     _ ("%s %d cannot be removed: it is used in “%s” (%s). Change or remove "
                        "that first."),
                     _ (kind->label), (int) id, user, _ (kinds[i]->label));
        return FALSE;
      }
  return TRUE;
}

/* (element-type NstTouched): what belongs to the record, by fields flagged as owner; kinds
 * that refer to others come first, so that they can be removed in this order. */
GArray *
nst_references_list_owned (NstStore *store, const NstKind *kind, gint64 id, GError **error)
{
  const NstKind *const *kinds = nst_kinds_list ();
  g_autoptr (GArray) owned = g_array_new (FALSE, FALSE, sizeof (NstTouched));
  g_autofree char *link = g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind->name, id);
  guint n = 0;

  while (kinds[n] != NULL)
    n++;
  for (guint i = n; i-- > 0;)
    {
      const NstField *owner = nst_kind_get_owner (kinds[i]);
      g_autofree char *sql = NULL;
      g_autoptr (NstStatement) rows = NULL;

      if (owner == NULL || !nst_kind_belongs_to (kinds[i], kind))
        continue;
      sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?1", kinds[i]->name,
                             owner->name);
      rows = nst_sqlite_prepare (store->db, sql, error);
      if (rows == NULL)
        return NULL;
      if (owner->type == NST_FIELD_TYPE_LINK)
        nst_statement_bind_text (rows, 1, link);
      else
        nst_statement_bind_int (rows, 1, id);
      while (nst_statement_next (rows, NULL))
        {
          NstTouched child = { kinds[i], nst_statement_get_int (rows, 0) };

          g_array_append_val (owned, child);
        }
    }
  return g_steal_pointer (&owned);
}
