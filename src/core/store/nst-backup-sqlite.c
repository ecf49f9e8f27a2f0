/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a base while it is in use, and whether a base is sound. */
#include "config.h"

#include "store/nst-backup-sqlite.h"

#include "model/nst-error.h"
#include "store/nst-base-facts-sqlite.h"
#include "store/nst-schema-sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static int
copy_all (NstSqlite *from, sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", nst_sqlite_get_handle (from), "main");

  if (backup == NULL)
    return SQLITE_ERROR;
  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup);
}

static gboolean
copy_pages (NstSqlite *db, const char *path)
{
  sqlite3 *target = NULL;
  int code = SQLITE_ERROR;

  if (sqlite3_open (path, &target) == SQLITE_OK)
    code = copy_all (db, target);
  if (code == SQLITE_OK)
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
sync_place (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* The name of a new file is safe when its folder is. */
static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  sync_place (folder);
}

/* Sound by itself, and holding what the base holds. */
static gboolean
is_same (NstSqlite *db, const char *path)
{
  g_autoptr (NstSqlite) copy = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;

  if (!is_sound (path) || (copy = nst_sqlite_open (path, FALSE, NULL)) == NULL)
    return FALSE;
  wanted = nst_base_facts_digest (db, NULL);
  found = nst_base_facts_digest (copy, NULL);
  return wanted != NULL && g_strcmp0 (wanted, found) == 0;
}

/* In one look at the base, so that what others write meanwhile is not taken for a fault. */
static gboolean
copy_and_compare (NstSqlite *db, const char *path)
{
  gboolean done;

  if (!nst_sqlite_run (db, "BEGIN", NULL))
    return FALSE;
  done = copy_pages (db, path) && is_same (db, path);
  nst_sqlite_run (db, "COMMIT", NULL);
  return done;
}

/*
 * nst_backup_sqlite:
 * @path: of the copy; what stands there is replaced only by a whole, verified copy
 *
 * Copies the base through SQLite's own backup, which is right while others write, and compares
 * every value of the copy with the base.
 */
gboolean
nst_backup_sqlite (NstSqlite *db, const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_unlink (part);
  if (!copy_and_compare (db, part))
    {
      g_unlink (part);
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The copy %s cannot be written; choose a place with enough space "
                      "where you may write."),
                   path);
      return FALSE;
    }
  sync_place (part);
  if (g_rename (part, path) != 0)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The copy %s cannot be written (%s)."), path, g_strerror (errno));
      g_unlink (part);
      return FALSE;
    }
  sync_folder_of (path);
  return TRUE;
}

/*
 * nst_backup_sqlite_examine:
 * @path: a file that may be a copy of a base
 * @error: %NST_INPUT_ERROR_INVALID in plain words
 *
 * (transfer full): the copy, open, known to be sound and of a version that this program reads.
 */
NstSqlite *
nst_backup_sqlite_examine (const char *path, GError **error)
{
  g_autoptr (NstSqlite) copy = NULL;
  g_autoptr (GError) local = NULL;
  gint64 version = 0;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    copy = nst_sqlite_open (path, FALSE, NULL);
  if (copy == NULL)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("The copy %s cannot be read; choose another one."), path);
      return NULL;
    }
  if (!nst_schema_check (copy, path, &version, &local))
    {
      g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID, local->message);
      return NULL;
    }
  if (is_sound (path))
    return g_steal_pointer (&copy);
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("The copy %s is damaged and is not used; choose another one."), path);
  return NULL;
}

/*
 * nst_backup_sqlite_is_base:
 *
 * Whether there is a base that can be read from end to end.
 */
gboolean
nst_backup_sqlite_is_base (const char *path)
{
  g_autoptr (NstSqlite) base = NULL;

  base = nst_backup_sqlite_examine (path, NULL);
  return base != NULL;
}

/*
 * nst_backup_sqlite_restore:
 * @copy: as nst_backup_sqlite_examine() gives it
 * @path: of a base that can be read, also while it is in use; or of none
 *
 * The base holds what the copy holds, in one transaction: whole or not at all.
 */
gboolean
nst_backup_sqlite_restore (NstSqlite *copy, const char *path, GError **error)
{
  g_autoptr (NstSqlite) base = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return nst_backup_sqlite (copy, path, error);
  base = nst_sqlite_open (path, FALSE, error);
  if (base == NULL || !nst_sqlite_prepare_writing (base, error))
    return FALSE;
  if (copy_all (copy, nst_sqlite_get_handle (base)) != SQLITE_OK)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("%s cannot be restored now: the disk is full, or another program is "
                      "writing. Nothing was changed."),
                   path);
      return FALSE;
    }
  if (is_same (copy, path))
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("%s was restored, but does not hold what the copy holds: another program has "
                  "written to it. What it held before is kept as a copy."),
               path);
  return FALSE;
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
