/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a base holds, told in a few figures and titles, and a digest of all of it. */
#include "config.h"

#include "store/nst-base-facts-sqlite.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TITLES "5"

const char *const nst_base_facts_kinds[] = {
  "team", "group", "agreement", "program", "document", NULL,
};

void
nst_base_facts_clear (NstBaseFacts *self)
{
  g_clear_pointer (&self->last, g_free);
  g_clear_pointer (&self->titles, g_strfreev);
}

void
nst_base_action_free (NstBaseAction *self)
{
  g_free (self->key);
  g_free (self->day);
  g_free (self->title);
  g_free (self);
}

static GStrv
read_titles (NstSqlite *db, GError **error)
{
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (db, "SELECT day, title FROM change ORDER BY id DESC LIMIT " TITLES,
                          error);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return NULL;
  while (nst_statement_next (row, &local))
    g_ptr_array_add (titles, g_strdup_printf ("%s %s", nst_statement_get_text (row, 0),
                                              nst_statement_get_text (row, 1)));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_ptr_array_add (titles, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&titles), FALSE);
}

static char *
read_last (NstSqlite *db)
{
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (db,
                          "SELECT id || ' ' || at || ' ' || title FROM change "
                          "ORDER BY id DESC LIMIT 1",
                          NULL);

  return row != NULL && nst_statement_next (row, NULL)
             ? g_strdup (nst_statement_get_text (row, 0))
             : NULL;
}

/*
 * nst_base_facts_read:
 * @facts: (out): to be cleared with nst_base_facts_clear()
 *
 * A base of an older version may lack a table: then it holds no such records.
 */
gboolean
nst_base_facts_read (NstSqlite *db, NstBaseFacts *facts, GError **error)
{
  gint64 version = 0;

  memset (facts, 0, sizeof *facts);
  if (!nst_sqlite_get_int (db, "PRAGMA user_version", &version, error) ||
      !nst_sqlite_get_int (db, "SELECT count (*) FROM change", &facts->changes, error))
    return FALSE;
  facts->version = (guint) version;
  facts->titles = read_titles (db, error);
  if (facts->titles == NULL)
    return FALSE;
  facts->last = read_last (db);
  for (guint i = 0; i < NST_BASE_FACTS_KINDS; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count (*) FROM \"%s\"", nst_base_facts_kinds[i]);

      nst_sqlite_get_int (db, sql, &facts->counts[i], NULL);
    }
  return TRUE;
}

/*
 * nst_base_facts_list_actions:
 *
 * (element-type NstBaseAction): all changes, the newest first; undoing is one as well.
 */
GPtrArray *
nst_base_facts_list_actions (NstSqlite *db, GError **error)
{
  g_autoptr (NstStatement) row = nst_sqlite_prepare (
      db,
      "SELECT office || ' ' || sequence || ' ' || at || ' ' || how || ' ' || title, day, title "
      "FROM change ORDER BY id DESC",
      error);
  g_autoptr (GPtrArray) actions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_base_action_free);
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return NULL;
  while (nst_statement_next (row, &local))
    {
      NstBaseAction *action = g_new0 (NstBaseAction, 1);

      action->key = g_strdup (nst_statement_get_text (row, 0));
      action->day = g_strdup (nst_statement_get_text (row, 1));
      action->title = g_strdup (nst_statement_get_text (row, 2));
      g_ptr_array_add (actions, action);
    }
  if (local == NULL)
    return g_steal_pointer (&actions);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static void
digest_value (GChecksum *sum, sqlite3_stmt *stmt, int column)
{
  int type = sqlite3_column_type (stmt, column);
  const void *bytes = type == SQLITE_NULL ? NULL : sqlite3_column_blob (stmt, column);
  int size = type == SQLITE_NULL ? 0 : sqlite3_column_bytes (stmt, column);
  guchar head[5] = { (guchar) type, (guchar) (size >> 24), (guchar) (size >> 16),
                     (guchar) (size >> 8), (guchar) size };

  g_checksum_update (sum, head, sizeof head);
  if (size > 0)
    g_checksum_update (sum, bytes, size);
}

static gboolean
digest_table (NstSqlite *db, const char *table, GChecksum *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (nst_sqlite_get_handle (db), sql, -1, &stmt, NULL);

  g_checksum_update (sum, (const guchar *) table, (gssize) strlen (table) + 1);
  while (code == SQLITE_OK && (code = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        digest_value (sum, stmt, i);
      code = SQLITE_OK;
    }
  sqlite3_finalize (stmt);
  return code == SQLITE_DONE;
}

/*
 * nst_base_facts_digest:
 *
 * (transfer full): SHA-256 over the names of all tables and all their values, equal for two
 * bases exactly when they hold the same; tables that SQLite fills by itself are read where
 * they are stored.
 */
char *
nst_base_facts_digest (NstSqlite *db, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (NstStatement) row =
      nst_sqlite_prepare (db,
                          "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                          "rootpage > 0 AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name",
                          error);
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return NULL;
  while (nst_statement_next (row, &local))
    if (!digest_table (db, nst_statement_get_text (row, 0), sum))
      {
        g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                     _ ("The base is damaged: %s cannot be read."),
                     nst_statement_get_text (row, 0));
        return NULL;
      }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_strdup (g_checksum_get_string (sum));
}
