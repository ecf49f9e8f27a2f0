/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of extra fields: one row a value, of whatever kind of record.
 *
 * They stay when another pack, or another version of it, no longer defines the field. */
#include "config.h"

#include "store/nst-extra-sqlite.h"

#include "model/nst-extra.h"

#include <string.h>

/* Part names from values, and pairs from each other: no canonical text contains these. */
#define PAIR_END "\x1e"
#define NAME_END "\x1f"

/*
 * nst_extra_sql_all:
 * @alias: of the kind's table in the query
 *
 * SQL that gives all values of a record in one text, for nst_extra_parse_all(); NULL for none.
 */
char *
nst_extra_sql_all (const NstKind *kind, const char *alias)
{
  return g_strdup_printf ("(SELECT group_concat (e.name || char (31) || e.value, char (30)) "
                          "FROM extra AS e WHERE e.kind = '%s' AND e.id = %s.id)",
                          kind->name, alias);
}

/* SQL that gives one value; the name consists of harmless letters. */
char *
nst_extra_sql_value (const NstKind *kind, const char *alias, const char *name)
{
  g_return_val_if_fail (nst_extra_is_name (name), g_strdup ("NULL"));

  return g_strdup_printf ("(SELECT e.value FROM extra AS e WHERE e.kind = '%s' AND "
                          "e.id = %s.id AND e.name = '%s')",
                          kind->name, alias, name);
}

/* SQL that gives what a record is found by: its texts, not its codes, days and numbers. */
char *
nst_extra_sql_words (const NstKind *kind, const char *alias)
{
  return g_strdup_printf (
      "coalesce ((SELECT group_concat (e.value, ' ') FROM extra AS e JOIN extra_type AS f "
      "ON f.kind = e.kind AND f.name = e.name WHERE e.kind = '%s' AND e.id = %s.id AND "
      "f.type IN ('STRING', 'TEXT')), '')",
      kind->name, alias);
}

/* (transfer full) (nullable) (element-type utf8 utf8): canonical texts by name. */
GHashTable *
nst_extra_parse_all (const char *all)
{
  g_auto (GStrv) pairs = NULL;
  GHashTable *values;

  if (all == NULL)
    return NULL;
  pairs = g_strsplit (all, PAIR_END, -1);
  values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *end = strstr (pairs[i], NAME_END);

      if (end != NULL)
        g_hash_table_insert (values, g_strndup (pairs[i], (gsize) (end - pairs[i])),
                             g_strdup (end + strlen (NAME_END)));
    }
  return values;
}

static NstStatement *
prepare (NstStore *store, const char *sql, const NstKind *kind, gint64 id, const char *name,
         GError **error)
{
  NstStatement *row = nst_sqlite_prepare (store->db, sql, error);

  if (row == NULL)
    return NULL;
  nst_statement_bind_text (row, 1, kind->name);
  nst_statement_bind_int (row, 2, id);
  if (name != NULL)
    nst_statement_bind_text (row, 3, name);
  return row;
}

/* An unknown value has no row. */
gboolean
nst_extra_set (NstStore *store, const NstKind *kind, gint64 id, const char *name,
               const char *text, GError **error)
{
  g_autoptr (NstStatement) row = NULL;

  if (text == NULL)
    row = prepare (store, "DELETE FROM extra WHERE kind = ?1 AND id = ?2 AND name = ?3", kind, id,
                   name, error);
  else
    row = prepare (store,
                   "INSERT INTO extra (kind, id, name, value) VALUES (?1, ?2, ?3, ?4) "
                   "ON CONFLICT (kind, id, name) DO UPDATE SET value = excluded.value",
                   kind, id, name, error);
  if (row == NULL)
    return FALSE;
  if (text != NULL)
    nst_statement_bind_text (row, 4, text);
  return nst_statement_run (row, error);
}

/* @values: (element-type utf8 utf8): all values of a record; those of extra fields are kept. */
gboolean
nst_extra_insert (NstStore *store, const NstKind *kind, gint64 id, GHashTable *values,
                  GError **error)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (nst_extra_is_name (name) && !nst_extra_set (store, kind, id, name, text, error))
      return FALSE;
  return TRUE;
}

gboolean
nst_extra_delete (NstStore *store, const NstKind *kind, gint64 id, GError **error)
{
  g_autoptr (NstStatement) row =
      prepare (store, "DELETE FROM extra WHERE kind = ?1 AND id = ?2", kind, id, NULL, error);

  return row != NULL && nst_statement_run (row, error);
}

/*
 * nst_extra_keep_type:
 *
 * Remembers what the values of a field are, for search: undo and other packs do not know. What a
 * pack says counts more than a field that is taken for plain text.
 */
gboolean
nst_extra_keep_type (NstStore *store, const NstKind *kind, const NstField *field, GError **error)
{
  gboolean plain = field == nst_extra_define_plain (field->name);
  g_autoptr (NstStatement) row = nst_sqlite_prepare (
      store->db,
      plain ? "INSERT OR IGNORE INTO extra_type (kind, name, type) VALUES (?1, ?2, ?3)"
            : "INSERT INTO extra_type (kind, name, type) VALUES (?1, ?2, ?3) "
              "ON CONFLICT (kind, name) DO UPDATE SET type = excluded.type "
              "WHERE type <> excluded.type",
      error);

  if (row == NULL)
    return FALSE;
  nst_statement_bind_text (row, 1, kind->name);
  nst_statement_bind_text (row, 2, field->name);
  nst_statement_bind_text (row, 3, nst_extra_type_to_code (field->type));
  return nst_statement_run (row, error);
}
