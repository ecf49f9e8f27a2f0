/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One kept copy of a base, and the few words that are kept beside it. */
#pragma once

#include "store/nst-base-facts-sqlite.h"

G_BEGIN_DECLS

/**
 * NstBackupReason:
 * @NST_BACKUP_DAY: a day's work is done
 * @NST_BACKUP_HAND: a person wanted it
 * @NST_BACKUP_MIGRATION: before the base was brought to newer tables
 * @NST_BACKUP_IMPORT: before much was taken over from a file
 * @NST_BACKUP_RESTORE: before another copy was restored
 * @NST_BACKUP_YEAR: before a school year was closed
 */
typedef enum
{
  NST_BACKUP_DAY,
  NST_BACKUP_HAND,
  NST_BACKUP_MIGRATION,
  NST_BACKUP_IMPORT,
  NST_BACKUP_RESTORE,
  NST_BACKUP_YEAR,
} NstBackupReason;

/**
 * NstBackup:
 * @number: running number of a kept copy; 0 for a file from elsewhere
 * @path: of the copy
 * @reason: why it was made
 * @at: when, ISO 8601 in UTC; %NULL for a file from elsewhere
 * @day: the day by the clock
 * @program: version of the program that made it
 * @size: in bytes
 * @hash: SHA-256 of the file, taken when the copy had been compared with the base; or %NULL
 * @facts: what it holds
 */
typedef struct
{
  guint number;
  char *path;
  NstBackupReason reason;
  char *at;
  GDate day;
  char *program;
  guint64 size;
  char *hash;
  NstBaseFacts facts;
} NstBackup;

NstBackup *nst_backup_new_file (const char *path, GError **error);
NstBackup *nst_backup_load (const char *path);
gboolean nst_backup_save (NstBackup *self, GError **error);
gboolean nst_backup_seal (NstBackup *self, GError **error);
gboolean nst_backup_verify (NstBackup *self, GError **error);
void nst_backup_remove (NstBackup *self);
void nst_backup_free (NstBackup *self);
const char *nst_backup_reason_get_code (NstBackupReason reason);
const char *nst_backup_reason_get_words (NstBackupReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstBackup, nst_backup_free)

G_END_DECLS
