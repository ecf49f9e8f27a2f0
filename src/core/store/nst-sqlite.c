/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin hand on SQLite: statements that are prepared once, errors as GError. */
#include "config.h"

#include "store/nst-sqlite.h"

#include "model/nst-error.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>

struct _NstSqlite
{
  sqlite3 *handle;
  GHashTable *made; /* NstSqlMaker -> (subject -> prepared statement) */
  GHashTable *kept; /* SQL -> prepared statement */
};

struct _NstStatement
{
  NstSqlite *owner;
  sqlite3_stmt *stmt;
  gboolean kept; /* FALSE for a second one of the same SQL */
  gboolean busy;
};

static void
statement_free (NstStatement *statement)
{
  sqlite3_finalize (statement->stmt);
  g_free (statement);
}

static gboolean
fail (NstSqlite *self, GError **error)
{
  int code = sqlite3_errcode (self->handle) & 0xff;

  if (code == SQLITE_FULL)
    g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                 _ ("The disk is full; free some space and try again. Nothing was lost."));
  else if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
    g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                 _ ("Another program is writing to the base; try again in a moment."));
  else
    g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                 _ ("The base cannot be read or written (%s). Nothing was lost."),
                 sqlite3_errmsg (self->handle));
  return FALSE;
}

/* SQL function nst_key(text): sorts Russian by bytes. */
static void
key_function (sqlite3_context *context, int n G_GNUC_UNUSED, sqlite3_value **values)
{
  const char *text = (const char *) sqlite3_value_text (values[0]);

  if (text == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, nst_russian_sort_key (text), -1, g_free);
}

/*
 * nst_sqlite_prepare_writing:
 *
 * Sets how the base is written. Not before it is known to be one of ours: switching to WAL
 * changes the file.
 */
gboolean
nst_sqlite_prepare_writing (NstSqlite *self, GError **error)
{
  static const char *const pragmas[] = {
    "PRAGMA journal_mode = WAL",   "PRAGMA synchronous = FULL",   "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA secure_delete = FAST",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    if (!nst_sqlite_run (self, pragmas[i], error))
      return FALSE;
  return TRUE;
}

static void
prepare_handle (NstSqlite *self)
{
  sqlite3_busy_timeout (self->handle, 5000);
  sqlite3_create_function (self->handle, "nst_key", 1,
                           SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
                           key_function, NULL, NULL);
}

/*
 * nst_sqlite_open:
 * @path: of the base
 * @create: make the file when there is none
 * @error: %NST_STORE_ERROR_OPEN
 *
 * Opens a file without changing it; nst_sqlite_prepare_writing() comes after a look at it.
 */
NstSqlite *
nst_sqlite_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (NstSqlite) self = g_new0 (NstSqlite, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (create ? SQLITE_OPEN_CREATE : 0);

  self->made = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self->kept =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) statement_free);
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("%s cannot be opened (%s). Check that it is a base of this program "
                      "and that you may write to it."),
                   path, sqlite3_errmsg (self->handle));
      return NULL;
    }
  prepare_handle (self);
  return g_steal_pointer (&self);
}

void
nst_sqlite_close (NstSqlite *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->made);
  g_hash_table_unref (self->kept);
  sqlite3_close (self->handle);
  g_free (self);
}

sqlite3 *
nst_sqlite_get_handle (NstSqlite *self)
{
  return self->handle;
}

/* Runs SQL without parameters and result. */
gboolean
nst_sqlite_run (NstSqlite *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fail (self, error);
  return TRUE;
}

gboolean
nst_sqlite_run_format (NstSqlite *self, GError **error, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  return nst_sqlite_run (self, sql, error);
}

gboolean
nst_sqlite_get_int (NstSqlite *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (NstStatement) statement = nst_sqlite_prepare (self, sql, error);

  *value = 0;
  if (statement == NULL)
    return FALSE;
  if (nst_statement_next (statement, error))
    {
      *value = nst_statement_get_int (statement, 0);
      return TRUE;
    }
  return FALSE;
}

/* Id of the row inserted last. */
gint64
nst_sqlite_get_last_id (NstSqlite *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

static NstStatement *
prepare_new (NstSqlite *self, const char *sql, gboolean kept, GError **error)
{
  NstStatement *statement;
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) !=
      SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  statement = g_new0 (NstStatement, 1);
  statement->owner = self;
  statement->stmt = stmt;
  statement->kept = kept;
  statement->busy = TRUE;
  return statement;
}

/* A prepared statement; it is kept when released and lent again for the same SQL. */
NstStatement *
nst_sqlite_prepare (NstSqlite *self, const char *sql, GError **error)
{
  NstStatement *kept = g_hash_table_lookup (self->kept, sql);

  if (kept != NULL && kept->busy)
    return prepare_new (self, sql, FALSE, error);
  if (kept != NULL)
    {
      kept->busy = TRUE;
      return kept;
    }
  kept = prepare_new (self, sql, TRUE, error);
  if (kept != NULL)
    g_hash_table_insert (self->kept, g_strdup (sql), kept);
  return kept;
}

/* As nst_sqlite_run(), for one statement that is run with every change. */
gboolean
nst_sqlite_run_kept (NstSqlite *self, const char *sql, GError **error)
{
  g_autoptr (NstStatement) statement = nst_sqlite_prepare (self, sql, error);

  return statement != NULL && nst_statement_run (statement, error);
}

/*
 * nst_sqlite_prepare_made:
 * @make: what to say, known by its address
 * @subject: about what, known by its address
 *
 * A prepared statement of SQL that takes longer to make than to run, so that it is made once.
 */
NstStatement *
nst_sqlite_prepare_made (NstSqlite *self, NstSqlMaker make, gconstpointer subject, GError **error)
{
  GHashTable *made = g_hash_table_lookup (self->made, make);
  NstStatement *kept = made != NULL ? g_hash_table_lookup (made, subject) : NULL;
  g_autofree char *sql = NULL;

  if (kept != NULL && !kept->busy)
    {
      kept->busy = TRUE;
      return kept;
    }
  sql = make (subject);
  if (kept != NULL)
    return prepare_new (self, sql, FALSE, error);
  kept = prepare_new (self, sql, TRUE, error);
  if (kept == NULL)
    return NULL;
  if (made == NULL)
    {
      made = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) statement_free);
      g_hash_table_insert (self->made, make, made);
    }
  g_hash_table_insert (made, (gpointer) subject, kept);
  return kept;
}

void
nst_statement_release (NstStatement *self)
{
  if (self == NULL)
    return;
  if (!self->kept)
    {
      statement_free (self);
      return;
    }
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->busy = FALSE;
}

/* Parameters count from 1; the text is copied; NULL binds NULL. */
void
nst_statement_bind_text (NstStatement *self, int index, const char *text)
{
  sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_TRANSIENT);
}

void
nst_statement_bind_int (NstStatement *self, int index, gint64 value)
{
  sqlite3_bind_int64 (self->stmt, index, value);
}

/* The bytes must live until the statement is released. */
void
nst_statement_bind_bytes (NstStatement *self, int index, GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  sqlite3_bind_blob64 (self->stmt, index, data != NULL ? data : "", size, SQLITE_STATIC);
}

/* TRUE while there is a row; FALSE at the end, or with @error set. */
gboolean
nst_statement_next (NstStatement *self, GError **error)
{
  int code = sqlite3_step (self->stmt);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    fail (self->owner, error);
  return FALSE;
}

/* Runs a statement without rows. */
gboolean
nst_statement_run (NstStatement *self, GError **error)
{
  int code = sqlite3_step (self->stmt);

  if (code != SQLITE_DONE && code != SQLITE_ROW)
    return fail (self->owner, error);
  return TRUE;
}

/* Columns count from 0; valid until the next step. */
const char *
nst_statement_get_text (NstStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->stmt, column);
}

gint64
nst_statement_get_int (NstStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

GBytes *
nst_statement_dup_bytes (NstStatement *self, int column)
{
  const void *data = sqlite3_column_blob (self->stmt, column);

  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->stmt, column));
}
