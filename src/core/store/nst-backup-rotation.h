/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of the kept copies stay: last days, then weeks, then months. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstBackupMark:
 * @number: running number of the copy
 * @day: when it was made
 * @special: made for a reason of its own, as before a restore, not because a day has passed
 * @size: in bytes
 */
typedef struct
{
  guint number;
  GDate day;
  gboolean special;
  guint64 size;
} NstBackupMark;

GArray *nst_backup_rotation_list_gone (GArray *marks, guint64 room);

G_END_DECLS
