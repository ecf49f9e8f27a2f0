/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept copies of a base: made, listed, rotated. Any thread may call. */
#include "config.h"

#include "store/nst-backups.h"

#include "model/nst-error.h"
#include "store/nst-backup-rotation.h"
#include "store/nst-backup-sqlite.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".nastavnik"
/* The copies of a base take a fifth of what would be free without them, not more. */
#define SHARE 5
/* Two copies are written, kept and temporary, before an old one goes. */
#define NEEDED 2

/**
 * nst_backups_dup_folder:
 * @base: path of a base, which may be damaged
 *
 * Bases are told apart by where they lie: that is known of a damaged one too, stays when
 * another office's copy is restored, and two files of one office are two bases.
 *
 * Returns: (transfer full): where its copies are kept, in the user's data folder
 */
char *
nst_backups_dup_folder (const char *base)
{
  g_autofree char *path = g_canonicalize_filename (base, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *name = NULL;

  if (g_str_has_suffix (file, SUFFIX))
    file[strlen (file) - strlen (SUFFIX)] = '\0';
  name = g_strdup_printf ("%s-%.8s", file, hash);
  return g_build_filename (g_get_user_data_dir (), "nastavnik", "backups", name, NULL);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const NstBackup *left = *(NstBackup *const *) a;
  const NstBackup *right = *(NstBackup *const *) b;

  return left->number < right->number ? 1 : left->number > right->number ? -1 : 0;
}

static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_backup_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      NstBackup *backup = g_str_has_suffix (name, SUFFIX) ? nst_backup_load (path) : NULL;

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_numbers);
  return backups;
}

/**
 * nst_backups_list:
 * @base: path of a base, which may be damaged
 *
 * Returns: (transfer full) (element-type NstBackup): its kept copies, the newest first
 */
GPtrArray *
nst_backups_list (const char *base)
{
  g_autofree char *folder = nst_backups_dup_folder (base);

  return list_folder (folder);
}

/**
 * nst_backups_find:
 * @base: path of a base, which may be damaged
 * @name: number of a kept copy, or a file
 * @error: %NST_INPUT_ERROR
 *
 * Returns: (transfer full): the copy
 */
NstBackup *
nst_backups_find (const char *base, const char *name, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (name, 10, 1, G_MAXUINT, &number, NULL))
    return nst_backup_new_file (name, error);
  backups = nst_backups_list (base);
  for (guint i = 0; i < backups->len; i++)
    if (((NstBackup *) backups->pdata[i])->number == number)
      return g_ptr_array_steal_index (backups, i);
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
               _ ("There is no copy %s; see “backup --list”."), name);
  return NULL;
}

/**
 * nst_backups_load:
 * @base: path of a base, which may be damaged
 * @path: of a copy, kept or from elsewhere
 * @error: %NST_INPUT_ERROR_INVALID
 *
 * Returns: (transfer full): the copy
 */
NstBackup *
nst_backups_load (const char *base, const char *path, GError **error)
{
  g_autofree char *folder = nst_backups_dup_folder (base);
  g_autofree char *place = g_path_get_dirname (path);
  NstBackup *backup = g_strcmp0 (folder, place) == 0 ? nst_backup_load (path) : NULL;

  return backup != NULL ? backup : nst_backup_new_file (path, error);
}

/**
 * nst_backups_write:
 * @base: path of a base, also while it is in use
 * @path: of a file that is made or replaced
 * @error: %NST_STORE_ERROR_SQL
 *
 * Returns: whether there is a whole and verified copy now, which is not one of the kept ones
 */
gboolean
nst_backups_write (const char *base, const char *path, GError **error)
{
  g_autoptr (NstSqlite) db = nst_sqlite_open (base, FALSE, error);

  return db != NULL && nst_backup_sqlite (db, path, error);
}

static guint64
get_free (const char *folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);

  return info != NULL && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
             ? g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE)
             : G_MAXUINT64 / 2;
}

static void
rotate (const char *folder)
{
  g_autoptr (GPtrArray) backups = list_folder (folder);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (NstBackupMark));
  g_autoptr (GArray) gone = NULL;
  guint64 taken = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const NstBackup *backup = backups->pdata[i];
      NstBackupMark mark = { backup->number, backup->day, backup->reason != NST_BACKUP_DAY,
                             backup->size };

      taken += backup->size;
      g_array_append_val (marks, mark);
    }
  gone = nst_backup_rotation_list_gone (marks, (get_free (folder) + taken) / SHARE);
  for (guint i = 0; i < backups->len; i++)
    for (guint j = 0; j < gone->len; j++)
      if (((NstBackup *) backups->pdata[i])->number == g_array_index (gone, guint, j))
        nst_backup_remove (backups->pdata[i]);
}

static gboolean
has_room (const char *base, const char *folder, GError **error)
{
  GStatBuf status;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("No copy of the base can be kept: the folder %s cannot be made."), folder);
      return FALSE;
    }
  if (g_stat (base, &status) != 0 || get_free (folder) > NEEDED * (guint64) status.st_size)
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("No copy of the base can be kept: the disk is nearly full. Free some space; "
                  "the base itself is in order."));
  return FALSE;
}

static char *
dup_new_path (const char *folder, guint number, const GDate *day)
{
  g_autofree char *name =
      g_strdup_printf ("%05u-%04u-%02u-%02u" SUFFIX, number, g_date_get_year (day),
                       (guint) g_date_get_month (day), g_date_get_day (day));

  return g_build_filename (folder, name, NULL);
}

static guint
get_next_number (const char *folder)
{
  g_autoptr (GPtrArray) backups = list_folder (folder);

  return backups->len == 0 ? 1 : ((NstBackup *) backups->pdata[0])->number + 1;
}

/* The window and the command line may want to keep a copy at once. */
static GMutex keeping;

static NstBackup *
keep (const char *base, NstClock *clock, NstBackupReason reason, GError **error)
{
  g_autofree char *folder = nst_backups_dup_folder (base);
  g_autofree char *path = NULL;
  g_autoptr (NstSqlite) db = NULL;
  g_autoptr (NstBackup) backup = NULL;
  GDate today;

  nst_clock_get_today (clock, &today);
  if (!has_room (base, folder, error) || (db = nst_sqlite_open (base, FALSE, error)) == NULL)
    return NULL;
  path = dup_new_path (folder, get_next_number (folder), &today);
  if (!nst_backup_sqlite (db, path, error) || (backup = nst_backup_load (path)) == NULL)
    return NULL;
  nst_base_facts_clear (&backup->facts);
  backup->reason = reason;
  backup->at = nst_clock_dup_timestamp (clock);
  backup->program = g_strdup (NST_VERSION);
  if (!nst_base_facts_read (db, &backup->facts, error) || !nst_backup_seal (backup, error))
    {
      nst_backup_remove (backup);
      return NULL;
    }
  rotate (folder);
  return g_steal_pointer (&backup);
}

/**
 * nst_backups_keep:
 * @base: path of a base, also while it is in use
 * @clock: the day of the copy
 * @reason: why it is made
 * @error: %NST_STORE_ERROR_SQL in plain words
 *
 * Makes a copy, compares it with the base and keeps it; then old copies go as
 * nst_backup_rotation_list_gone() says. A failure changes nothing.
 *
 * Returns: (transfer full): the copy
 */
NstBackup *
nst_backups_keep (const char *base, NstClock *clock, NstBackupReason reason, GError **error)
{
  NstBackup *backup;

  g_return_val_if_fail (base != NULL && NST_IS_CLOCK (clock), NULL);

  g_mutex_lock (&keeping);
  backup = keep (base, clock, reason, error);
  g_mutex_unlock (&keeping);
  return backup;
}

/**
 * nst_backups_keep_before:
 * @base: path of a base
 * @clock: the day of the copy
 * @reason: what is about to be done
 * @error: %NST_STORE_ERROR_SQL in plain words
 *
 * Returns: whether a copy is kept, so that it may be done
 */
gboolean
nst_backups_keep_before (const char *base, NstClock *clock, NstBackupReason reason,
                         GError **error)
{
  g_autoptr (NstBackup) backup = nst_backups_keep (base, clock, reason, error);

  return backup != NULL;
}

static gboolean
holds (const NstBackup *backup, const NstBaseFacts *facts)
{
  return backup->facts.changes == facts->changes && backup->facts.version == facts->version &&
         g_strcmp0 (backup->facts.last, facts->last) == 0;
}

/**
 * nst_backups_keep_day:
 * @base: path of a base, also while it is in use
 * @clock: the day of the copy
 * @error: %NST_STORE_ERROR_SQL in plain words
 *
 * Keeps a copy when there is none of the present state, which may be an old one restored.
 *
 * Returns: whether all is kept
 */
gboolean
nst_backups_keep_day (const char *base, NstClock *clock, GError **error)
{
  g_autoptr (NstSqlite) db = nst_sqlite_open (base, FALSE, error);
  g_autoptr (GPtrArray) backups = NULL;
  NstBaseFacts facts;
  gboolean kept = FALSE;

  if (db == NULL || !nst_base_facts_read (db, &facts, error))
    return FALSE;
  backups = nst_backups_list (base);
  for (guint i = 0; i < backups->len; i++)
    kept = kept || holds (backups->pdata[i], &facts);
  nst_base_facts_clear (&facts);
  return kept || nst_backups_keep_before (base, clock, NST_BACKUP_DAY, error);
}
