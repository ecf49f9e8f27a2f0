/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kept copy becomes the base again, after a look at what that would change. */
#include "config.h"

#include "model/nst-error.h"
#include "store/nst-backup-sqlite.h"
#include "store/nst-backups.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
nst_backup_preview_free (NstBackupPreview *self)
{
  if (self == NULL)
    return;
  nst_base_facts_clear (&self->now);
  g_clear_pointer (&self->lost, g_ptr_array_unref);
  g_clear_pointer (&self->regained, g_ptr_array_unref);
  g_free (self);
}

/* Takes out of @actions what @others have too. */
static GPtrArray *
take_only (GPtrArray *actions, GPtrArray *others)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *only = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_base_action_free);

  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (known, ((NstBaseAction *) others->pdata[i])->key);
  for (guint i = 0; i < actions->len; i++)
    {
      const NstBaseAction *action = actions->pdata[i];
      NstBaseAction *copy;

      if (g_hash_table_contains (known, action->key))
        continue;
      copy = g_new0 (NstBaseAction, 1);
      copy->key = g_strdup (action->key);
      copy->day = g_strdup (action->day);
      copy->title = g_strdup (action->title);
      g_ptr_array_add (only, copy);
    }
  return only;
}

static GPtrArray *
read_present (const char *base, NstBackupPreview *preview)
{
  g_autoptr (NstSqlite) db = NULL;
  GPtrArray *actions = NULL;

  db = nst_backup_sqlite_examine (base, NULL);
  if (db != NULL && nst_base_facts_read (db, &preview->now, NULL))
    actions = nst_base_facts_list_actions (db, NULL);
  preview->readable = actions != NULL;
  return actions != NULL ? actions : g_ptr_array_new ();
}

/**
 * nst_backups_preview:
 * @base: path of the present base, which may be damaged or missing
 * @backup: a copy, which is verified first
 * @error: %NST_INPUT_ERROR_INVALID for a damaged copy, in plain words
 *
 * Returns: (transfer full): what restoring the copy would take away and bring back
 */
NstBackupPreview *
nst_backups_preview (const char *base, NstBackup *backup, GError **error)
{
  g_autoptr (NstBackupPreview) preview = g_new0 (NstBackupPreview, 1);
  g_autoptr (NstSqlite) copy = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GPtrArray) then = NULL;

  g_return_val_if_fail (base != NULL && backup != NULL, NULL);

  if (!nst_backup_verify (backup, error) ||
      (copy = nst_backup_sqlite_examine (backup->path, error)) == NULL)
    return NULL;
  then = nst_base_facts_list_actions (copy, error);
  nst_base_facts_clear (&backup->facts);
  if (then == NULL || !nst_base_facts_read (copy, &backup->facts, error))
    return NULL;
  now = read_present (base, preview);
  preview->lost = take_only (now, then);
  preview->regained = take_only (then, now);
  return g_steal_pointer (&preview);
}

/* A base that cannot be read is not thrown away: somebody may still get something out of it. */
static gboolean
set_aside (const char *base, GError **error)
{
  static const char *const parts[] = { "", "-wal", "-shm" };
  g_autofree char *aside = NULL;

  for (guint i = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%u", base, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (base, parts[i], NULL);
      g_autofree char *to = g_strconcat (aside, parts[i], NULL);

      if (!g_file_test (from, G_FILE_TEST_EXISTS) || g_rename (from, to) == 0)
        continue;
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("%s cannot be put aside (%s). Nothing was changed."), base,
                   g_strerror (errno));
      return FALSE;
    }
  return TRUE;
}

/**
 * nst_backups_restore:
 * @base: path of a base, also while it is in use; damaged ones are put aside beside it
 * @backup: a copy
 * @clock: the day of the copy that is made of the present state
 * @error: %NST_INPUT_ERROR_INVALID for a damaged copy, %NST_STORE_ERROR otherwise
 *
 * The present state is kept first, so that restoring can be taken back. When it fails, nothing
 * is changed. Whoever has the base open reads it anew.
 *
 * Returns: (transfer full): the copy of the state before; when there was none that can be
 *   read, @backup as it is now
 */
NstBackup *
nst_backups_restore (const char *base, NstBackup *backup, NstClock *clock, GError **error)
{
  g_autoptr (NstSqlite) copy = NULL;
  g_autoptr (NstBackup) kept = NULL;

  g_return_val_if_fail (base != NULL && backup != NULL, NULL);

  if (!nst_backup_verify (backup, error) ||
      (copy = nst_backup_sqlite_examine (backup->path, error)) == NULL)
    return NULL;
  if (nst_backup_sqlite_is_base (base))
    kept = nst_backups_keep (base, clock, NST_BACKUP_RESTORE, error);
  else if (set_aside (base, error))
    kept = nst_backup_new_file (backup->path, error);
  return kept != NULL && nst_backup_sqlite_restore (copy, base, error) ? g_steal_pointer (&kept)
                                                                       : NULL;
}
