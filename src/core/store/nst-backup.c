/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One kept copy of a base, and the few words that are kept beside it. */
#include "config.h"

#include "store/nst-backup.h"

#include "model/nst-error.h"
#include "store/nst-backup-sqlite.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define GROUP "copy"
#define HOLDS "holds"

static const struct
{
  const char *code;
  const char *words;
} reasons[] = {
  { "day", N_ ("a day's work") },
  { "hand", N_ ("made by hand") },
  { "migration", N_ ("before the base was brought to a new version") },
  { "import", N_ ("before data were taken over") },
  { "restore", N_ ("before another copy was restored") },
  { "year", N_ ("before the school year was closed") },
};

/**
 * nst_backup_reason_get_code:
 * @reason: a reason
 *
 * Returns: a word for machines
 */
const char *
nst_backup_reason_get_code (NstBackupReason reason)
{
  return reasons[reason].code;
}

/**
 * nst_backup_reason_get_words:
 * @reason: a reason
 *
 * Returns: words for people, translated
 */
const char *
nst_backup_reason_get_words (NstBackupReason reason)
{
  return _ (reasons[reason].words);
}

void
nst_backup_free (NstBackup *self)
{
  if (self == NULL)
    return;
  nst_base_facts_clear (&self->facts);
  g_free (self->path);
  g_free (self->at);
  g_free (self->program);
  g_free (self->hash);
  g_free (self);
}

static char *
dup_about (const char *path)
{
  return g_strconcat (path, ".about", NULL);
}

static gboolean
read_size (NstBackup *self)
{
  GStatBuf status;

  if (g_stat (self->path, &status) != 0)
    return FALSE;
  self->size = (guint64) status.st_size;
  return TRUE;
}

/* In pieces: a base may be larger than what one likes to have in memory. */
static char *
hash_file (const char *path)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (1 << 16);
  FILE *file = g_fopen (path, "rbe");
  gboolean fine;
  gsize n;

  if (file == NULL)
    return NULL;
  while ((n = fread (buffer, 1, 1 << 16, file)) > 0)
    g_checksum_update (sum, buffer, (gssize) n);
  fine = !ferror (file);
  fclose (file);
  return fine ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/**
 * nst_backup_new_file:
 * @path: a file that is looked at from end to end
 * @error: %NST_INPUT_ERROR_INVALID when it is not a sound base
 *
 * Returns: (transfer full): what is in it
 */
NstBackup *
nst_backup_new_file (const char *path, GError **error)
{
  g_autoptr (NstSqlite) db = nst_backup_sqlite_examine (path, error);
  g_autoptr (NstBackup) self = NULL;

  if (db == NULL)
    return NULL;
  self = g_new0 (NstBackup, 1);
  self->path = g_strdup (path);
  self->reason = NST_BACKUP_HAND;
  g_date_clear (&self->day, 1);
  if (!nst_base_facts_read (db, &self->facts, error) || !read_size (self))
    return NULL;
  return g_steal_pointer (&self);
}

static void
load_facts (NstBackup *self, GKeyFile *about)
{
  self->facts.version = (guint) g_key_file_get_integer (about, GROUP, "base-version", NULL);
  self->facts.changes = g_key_file_get_int64 (about, GROUP, "changes", NULL);
  self->facts.last = g_key_file_get_string (about, GROUP, "last", NULL);
  self->facts.titles = g_key_file_get_string_list (about, GROUP, "titles", NULL, NULL);
  if (self->facts.titles == NULL)
    self->facts.titles = g_new0 (char *, 1);
  for (guint i = 0; i < NST_BASE_FACTS_KINDS; i++)
    self->facts.counts[i] = g_key_file_get_int64 (about, HOLDS, nst_base_facts_kinds[i], NULL);
}

static NstBackupReason
find_reason (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (reasons[i].code, code) == 0)
      return (NstBackupReason) i;
  return NST_BACKUP_HAND;
}

static void
read_day (NstBackup *self, const char *text)
{
  guint y, m, d;

  g_date_clear (&self->day, 1);
  if (text != NULL && sscanf (text, "%4u-%2u-%2u", &y, &m, &d) == 3 &&
      g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    g_date_set_dmy (&self->day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
}

/**
 * nst_backup_load:
 * @path: a kept copy
 *
 * Reads what is kept beside the copy; where that has gone, it is known by its name alone.
 *
 * Returns: (transfer full) (nullable): %NULL when there is no such copy
 */
NstBackup *
nst_backup_load (const char *path)
{
  g_autoptr (NstBackup) self = g_new0 (NstBackup, 1);
  g_autoptr (GKeyFile) about = g_key_file_new ();
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *beside = dup_about (path);
  g_autofree char *reason = NULL;

  self->path = g_strdup (path);
  if (!read_size (self) || sscanf (name, "%5u-", &self->number) != 1 || self->number == 0)
    return NULL;
  read_day (self, name + 6);
  if (!g_date_valid (&self->day))
    return NULL;
  g_key_file_load_from_file (about, beside, G_KEY_FILE_NONE, NULL);
  reason = g_key_file_get_string (about, GROUP, "reason", NULL);
  self->reason = find_reason (reason);
  self->at = g_key_file_get_string (about, GROUP, "at", NULL);
  self->program = g_key_file_get_string (about, GROUP, "program", NULL);
  self->hash = g_key_file_get_string (about, GROUP, "sha256", NULL);
  load_facts (self, about);
  return g_steal_pointer (&self);
}

static void
set_text (GKeyFile *about, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (about, GROUP, key, text);
}

/**
 * nst_backup_save:
 * @self: a kept copy
 * @error: %NST_STORE_ERROR_SQL
 *
 * Writes beside the copy what is known of it.
 *
 * Returns: whether it is written
 */
gboolean
nst_backup_save (NstBackup *self, GError **error)
{
  g_autoptr (GKeyFile) about = g_key_file_new ();
  g_autofree char *beside = dup_about (self->path);

  set_text (about, "reason", reasons[self->reason].code);
  set_text (about, "at", self->at);
  set_text (about, "program", self->program);
  set_text (about, "sha256", self->hash);
  set_text (about, "last", self->facts.last);
  g_key_file_set_integer (about, GROUP, "base-version", (int) self->facts.version);
  g_key_file_set_int64 (about, GROUP, "changes", self->facts.changes);
  g_key_file_set_string_list (about, GROUP, "titles", (const char *const *) self->facts.titles,
                              g_strv_length (self->facts.titles));
  for (guint i = 0; i < NST_BASE_FACTS_KINDS; i++)
    g_key_file_set_int64 (about, HOLDS, nst_base_facts_kinds[i], self->facts.counts[i]);
  if (g_key_file_save_to_file (about, beside, NULL))
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("The copy %s cannot be written; choose a place with enough space "
                  "where you may write."),
               self->path);
  return FALSE;
}

/**
 * nst_backup_seal:
 * @self: a copy that has just been compared with the base
 * @error: %NST_STORE_ERROR_SQL
 *
 * From now on nst_backup_verify() tells whether a byte of it has changed.
 *
 * Returns: whether it is written
 */
gboolean
nst_backup_seal (NstBackup *self, GError **error)
{
  g_free (self->hash);
  self->hash = hash_file (self->path);
  return nst_backup_save (self, error);
}

/**
 * nst_backup_verify:
 * @self: a copy
 * @error: %NST_INPUT_ERROR_INVALID in plain words
 *
 * Returns: whether not a byte of it has changed, or, when that is not known, whether it is sound
 */
gboolean
nst_backup_verify (NstBackup *self, GError **error)
{
  g_autoptr (NstSqlite) db = NULL;
  g_autofree char *hash = self->hash != NULL ? hash_file (self->path) : NULL;

  if (g_strcmp0 (self->hash, hash) == 0)
    db = nst_backup_sqlite_examine (self->path, error);
  else
    g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                 _ ("The copy %s is damaged and is not used; choose another one."), self->path);
  return db != NULL;
}

/**
 * nst_backup_remove:
 * @self: a kept copy that goes, with what is kept beside it
 */
void
nst_backup_remove (NstBackup *self)
{
  g_autofree char *beside = dup_about (self->path);

  g_unlink (self->path);
  g_unlink (beside);
}
