/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a base, made from the tables of fields. */
#include "config.h"

#include "store/nst-schema-sqlite.h"

#include "model/nst-error.h"
#include "model/nst-uuid.h"
#include "store/nst-backups.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "NSTV" in ASCII: file(1) and a double click know a base by it. */
#define APPLICATION_ID 0x4e535456

static const char *
column_type (const NstField *field)
{
  switch (field->type)
    {
    case NST_FIELD_TYPE_INT:
    case NST_FIELD_TYPE_BOOL:
    case NST_FIELD_TYPE_REF:
      return "INTEGER";
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_TEXT:
    case NST_FIELD_TYPE_DATE:
    case NST_FIELD_TYPE_CODE:
    case NST_FIELD_TYPE_CODES:
    case NST_FIELD_TYPE_LIST:
    case NST_FIELD_TYPE_DUE:
    case NST_FIELD_TYPE_LINK:
    case NST_FIELD_TYPE_RANK:
    default:
      return "TEXT";
    }
}

static void
append_column (GString *sql, const NstField *field)
{
  g_string_append_printf (sql, "\"%s\" %s", field->name, column_type (field));
  if (field->type == NST_FIELD_TYPE_REF)
    g_string_append_printf (sql, " REFERENCES \"%s\" (id) DEFERRABLE INITIALLY DEFERRED",
                            field->target);
}

/* What lists ask for by value: references, links and numbers of papers (R96, R97). */
static gboolean
is_indexed (const NstKind *kind, const NstField *field)
{
  return field->type == NST_FIELD_TYPE_REF || field->type == NST_FIELD_TYPE_LINK ||
         (strcmp (field->name, "number") == 0 && nst_kind_find_field (kind, "date") != NULL);
}

static gboolean
create_indexes (NstSqlite *db, const NstKind *kind, GError **error)
{
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (is_indexed (kind, field))
      if (!nst_sqlite_run_format (db, error,
                                  "CREATE INDEX IF NOT EXISTS \"%s_%s\" ON \"%s\" (\"%s\")",
                                  kind->name, field->name, kind->name, field->name))
        return FALSE;
  return TRUE;
}

/* The kind's number stands in the row ids of the search tables, so it never changes. */
static gboolean
create_kind (NstSqlite *db, const NstKind *kind, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "CREATE TABLE IF NOT EXISTS \"%s\" ("
                          "id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE",
                          kind->name);
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    {
      g_string_append (sql, ", ");
      append_column (sql, field);
    }
  g_string_append (sql, ")");
  return nst_sqlite_run (db, sql->str, error) &&
         nst_sqlite_run_format (db, error,
                                "INSERT OR IGNORE INTO sequence (name, value, number) "
                                "SELECT '%s', 0, coalesce (max (number), 0) + 1 FROM sequence",
                                kind->name);
}

static gboolean
create_fixed (NstSqlite *db, GError **error)
{
  static const char *const tables[] = {
    "CREATE TABLE IF NOT EXISTS setting (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS sequence (name TEXT PRIMARY KEY, value INTEGER NOT NULL, "
    "number INTEGER NOT NULL UNIQUE) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS pack (id TEXT, version TEXT, text BLOB NOT NULL, "
    "PRIMARY KEY (id, version))",
    "CREATE TABLE IF NOT EXISTS blob (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS change (id INTEGER PRIMARY KEY, office TEXT NOT NULL, "
    "sequence INTEGER NOT NULL, day TEXT NOT NULL, at TEXT NOT NULL, title TEXT NOT NULL, "
    "how TEXT NOT NULL, of INTEGER REFERENCES change (id), undone INTEGER NOT NULL DEFAULT 0, "
    "sealed INTEGER NOT NULL DEFAULT 0, party TEXT, person INTEGER, person_name TEXT, "
    "recorder TEXT, UNIQUE (office, sequence))",
    "CREATE TABLE IF NOT EXISTS change_item (change INTEGER NOT NULL REFERENCES change (id), "
    "position INTEGER NOT NULL, op TEXT NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL, "
    "uuid TEXT NOT NULL, field TEXT, before TEXT, after TEXT, "
    "PRIMARY KEY (change, position)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS change_item_record ON change_item (kind, record)",
    "CREATE TABLE IF NOT EXISTS extra (kind TEXT NOT NULL, id INTEGER NOT NULL, "
    "name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, id, name)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS extra_type (kind TEXT NOT NULL, name TEXT NOT NULL, "
    "type TEXT NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID",
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (text, "
    "tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_part USING fts5 (text, tokenize = 'trigram')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!nst_sqlite_run (db, tables[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
add_columns (NstSqlite *db, gint64 from, GError **error)
{
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (const NstField *field = kinds[i]->fields; field->name != NULL; field++)
      {
        g_autoptr (GString) sql = g_string_new (NULL);
        g_autofree char *query =
            g_strdup_printf ("SELECT count (*) FROM pragma_table_info ('%s') WHERE name = '%s'",
                             kinds[i]->name, field->name);
        gint64 present = 0;

        if (field->since <= from)
          continue;
        if (!nst_sqlite_get_int (db, query, &present, error))
          return FALSE;
        if (present > 0)
          continue;
        g_string_append_printf (sql, "ALTER TABLE \"%s\" ADD COLUMN ", kinds[i]->name);
        append_column (sql, field);
        if (!nst_sqlite_run (db, sql->str, error))
          return FALSE;
      }
  return TRUE;
}

/* Missing tables, then missing columns of the tables that were there, then indexes. */
static gboolean
create_tables (NstSqlite *db, gint64 from, GError **error)
{
  const NstKind *const *kinds = nst_kinds_list ();

  if (!create_fixed (db, error))
    return FALSE;
  for (guint i = 0; kinds[i] != NULL; i++)
    if (!create_kind (db, kinds[i], error))
      return FALSE;
  if (!add_columns (db, from, error))
    return FALSE;
  for (guint i = 0; kinds[i] != NULL; i++)
    if (!create_indexes (db, kinds[i], error))
      return FALSE;
  return nst_sqlite_run_format (db, error, "PRAGMA user_version = %u", nst_kinds_get_version ());
}

/*
 * nst_schema_create:
 *
 * Makes the tables of a new base, in one transaction.
 */
gboolean
nst_schema_create (NstSqlite *db, GError **error)
{
  g_autofree char *office = nst_uuid_new ();

  return nst_sqlite_prepare_writing (db, error) &&
         nst_sqlite_run_format (db, error, "PRAGMA application_id = %d", APPLICATION_ID) &&
         nst_sqlite_run (db, "BEGIN IMMEDIATE", error) &&
         create_tables (db, nst_kinds_get_version (), error) &&
         nst_sqlite_run_format (db, error,
                                "INSERT INTO setting (key, value) VALUES ('office', '%s')",
                                office) &&
         nst_sqlite_run (db, "COMMIT", error);
}

/*
 * nst_schema_check:
 * @path: of the base, for messages
 * @version: (out): of its tables
 *
 * Whether it is a base, and not a newer one than this program knows.
 */
gboolean
nst_schema_check (NstSqlite *db, const char *path, gint64 *version, GError **error)
{
  gint64 application = 0;

  if (!nst_sqlite_get_int (db, "PRAGMA application_id", &application, NULL) ||
      !nst_sqlite_get_int (db, "PRAGMA user_version", version, NULL) ||
      application != APPLICATION_ID)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("%s is not a base of this program; choose another file."), path);
      return FALSE;
    }
  if (*version > (gint64) nst_kinds_get_version ())
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("%s was made by a newer version of the program (%d, this one knows %u); "
                      "install the newer version to open it."),
                   path, (int) *version, nst_kinds_get_version ());
      return FALSE;
    }
  return TRUE;
}

/*
 * nst_schema_migrate:
 * @path: of the base, for the copy and for messages
 * @clock: the copy's day
 *
 * Brings an older base to the tables of this program, after a verified copy of it has been
 * kept. A newer base is refused.
 */
gboolean
nst_schema_migrate (NstSqlite *db, const char *path, NstClock *clock, GError **error)
{
  gint64 version = 0;

  if (!nst_schema_check (db, path, &version, error) || !nst_sqlite_prepare_writing (db, error))
    return FALSE;
  if (version == (gint64) nst_kinds_get_version ())
    return TRUE;
  if (!nst_backups_keep_before (path, clock, NST_BACKUP_MIGRATION, error) ||
      !nst_sqlite_run (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!create_tables (db, version, error) || !nst_sqlite_run (db, "COMMIT", error))
    {
      nst_sqlite_run (db, "ROLLBACK", NULL);
      return FALSE;
    }
  return TRUE;
}
