/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a base while it is in use, and whether a base is sound. */
#include "config.h"

#include "store/nst-backup-sqlite.h"

#include "model/nst-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
copy_pages (NstSqlite *db, const char *path)
{
  sqlite3 *target = NULL;
  sqlite3_backup *backup;
  int code = SQLITE_ERROR;

  if (sqlite3_open (path, &target) == SQLITE_OK &&
      (backup = sqlite3_backup_init (target, "main", nst_sqlite_get_handle (db), "main")))
    {
      code = sqlite3_backup_step (backup, -1);
      sqlite3_backup_finish (backup);
    }
  if (code == SQLITE_DONE)
    code = sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (sqlite3_close (target) != SQLITE_OK)
    code = SQLITE_ERROR;
  return code == SQLITE_OK;
}

static gboolean
is_sound (const char *path)
{
  sqlite3 *copy = NULL;
  sqlite3_stmt *stmt = NULL;
  gboolean sound = FALSE;

  if (sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2 (copy, "PRAGMA quick_check", -1, &stmt, NULL) == SQLITE_OK &&
      sqlite3_step (stmt) == SQLITE_ROW)
    sound = g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), "ok") == 0;
  sqlite3_finalize (stmt);
  sqlite3_close (copy);
  return sound;
}

static void
sync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/*
 * nst_backup_sqlite:
 * @path: of the copy; what stands there is replaced only by a whole, verified copy
 *
 * Copies the base through SQLite's own backup, which is right while others write.
 */
gboolean
nst_backup_sqlite (NstSqlite *db, const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_unlink (part);
  if (!copy_pages (db, part) || !is_sound (part))
    {
      g_unlink (part);
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The copy %s cannot be written; choose a place with enough space "
                      "where you may write."),
                   path);
      return FALSE;
    }
  sync_file (part);
  if (g_rename (part, path) != 0)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The copy %s cannot be written (%s)."), path, g_strerror (errno));
      g_unlink (part);
      return FALSE;
    }
  return TRUE;
}

static gboolean
collect (NstSqlite *db, const char *sql, const char *fine, GPtrArray *faults, GError **error)
{
  g_autoptr (NstStatement) statement = nst_sqlite_prepare (db, sql, error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  while (nst_statement_next (statement, &local))
    if (g_strcmp0 (nst_statement_get_text (statement, 0), fine) != 0)
      g_ptr_array_add (faults, g_strdup (nst_statement_get_text (statement, 0)));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
collect_blobs (NstSqlite *db, GPtrArray *faults, GError **error)
{
  g_autoptr (NstStatement) statement =
      nst_sqlite_prepare (db, "SELECT sha256, data FROM blob", error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  while (nst_statement_next (statement, &local))
    {
      g_autoptr (GBytes) data = nst_statement_dup_bytes (statement, 1);
      g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, data);

      if (g_strcmp0 (hash, nst_statement_get_text (statement, 0)) != 0)
        g_ptr_array_add (faults, g_strdup_printf (_ ("file %s does not match its hash"),
                                                  nst_statement_get_text (statement, 0)));
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/*
 * nst_check_sqlite:
 * @full: also indexes and the hash of each kept file
 * @faults: (element-type utf8): gets a line for each fault
 *
 * FALSE only when the check itself could not run.
 */
gboolean
nst_check_sqlite (NstSqlite *db, gboolean full, GPtrArray *faults, GError **error)
{
  if (!collect (db, full ? "PRAGMA integrity_check" : "PRAGMA quick_check", "ok", faults, error))
    return FALSE;
  if (!collect (db,
                "SELECT 'reference of ' || \"table\" || ' ' || rowid || ' to ' || parent "
                "FROM pragma_foreign_key_check",
                "", faults, error))
    return FALSE;
  return !full || collect_blobs (db, faults, error);
}
