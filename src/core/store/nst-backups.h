/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept copies of a base: made, listed, rotated, restored. Any thread may call. */
#pragma once

#include "model/nst-clock.h"
#include "store/nst-backup.h"

G_BEGIN_DECLS

/**
 * NstBackupPreview:
 * @now: what the present base holds
 * @readable: whether the present base can be read at all
 * @lost: (element-type NstBaseAction): in the base, not in the copy; the newest first
 * @regained: (element-type NstBaseAction): in the copy, not in the base; the newest first
 */
typedef struct
{
  NstBaseFacts now;
  gboolean readable;
  GPtrArray *lost;
  GPtrArray *regained;
} NstBackupPreview;

char *nst_backups_dup_folder (const char *base);
GPtrArray *nst_backups_list (const char *base);
NstBackup *nst_backups_find (const char *base, const char *name, GError **error);
NstBackup *nst_backups_load (const char *base, const char *path, GError **error);
gboolean nst_backups_write (const char *base, const char *path, GError **error);
NstBackup *nst_backups_keep (const char *base, NstClock *clock, NstBackupReason reason,
                             GError **error);
gboolean nst_backups_keep_before (const char *base, NstClock *clock, NstBackupReason reason,
                                  GError **error);
gboolean nst_backups_keep_day (const char *base, NstClock *clock, GError **error);

NstBackupPreview *nst_backups_preview (const char *base, NstBackup *backup, GError **error);
void nst_backup_preview_free (NstBackupPreview *self);
NstBackup *nst_backups_restore (const char *base, NstBackup *backup, NstClock *clock,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstBackupPreview, nst_backup_preview_free)

G_END_DECLS
