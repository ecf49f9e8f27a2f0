/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a base while it is in use, and whether a base is sound. */
#pragma once

#include "store/nst-sqlite.h"

G_BEGIN_DECLS

gboolean nst_backup_sqlite (NstSqlite *db, const char *path, GError **error);
NstSqlite *nst_backup_sqlite_examine (const char *path, GError **error);
gboolean nst_backup_sqlite_is_base (const char *path);
gboolean nst_backup_sqlite_restore (NstSqlite *copy, const char *path, GError **error);
gboolean nst_check_sqlite (NstSqlite *db, gboolean full, GPtrArray *faults, GError **error);

G_END_DECLS
