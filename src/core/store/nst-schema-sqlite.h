/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of a base, made from the tables of fields. */
#pragma once

#include "model/nst-clock.h"
#include "model/nst-kind.h"
#include "store/nst-sqlite.h"

G_BEGIN_DECLS

gboolean nst_schema_create (NstSqlite *db, GError **error);
gboolean nst_schema_check (NstSqlite *db, const char *path, gint64 *version, GError **error);
gboolean nst_schema_migrate (NstSqlite *db, const char *path, NstClock *clock, GError **error);

G_END_DECLS
