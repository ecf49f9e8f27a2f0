/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a copy of the base holds, and what restoring it would take away or bring back. */
#pragma once

#include "store/nst-backups.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_BACKUP_VIEW (nst_backup_view_get_type ())
G_DECLARE_FINAL_TYPE (NstBackupView, nst_backup_view, NST, BACKUP_VIEW, GtkWidget)

/* Checks the copy in a thread, then shows it; "app.restore" restores it. */
void nst_backup_view_show (NstBackupView *self, const char *base, const char *path);

char *nst_backup_view_dup_moment (const NstBackup *backup);

G_END_DECLS
