/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin hand on SQLite: statements that are prepared once, errors as GError. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _NstSqlite NstSqlite;
typedef struct _NstStatement NstStatement;

/* Says in SQL something about a subject that never changes, as a kind. */
typedef char *(*NstSqlMaker) (gconstpointer subject);

NstSqlite *nst_sqlite_open (const char *path, gboolean create, GError **error);
gboolean nst_sqlite_prepare_writing (NstSqlite *self, GError **error);
void nst_sqlite_close (NstSqlite *self);
sqlite3 *nst_sqlite_get_handle (NstSqlite *self);
gboolean nst_sqlite_run (NstSqlite *self, const char *sql, GError **error);
gboolean nst_sqlite_run_format (NstSqlite *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean nst_sqlite_get_int (NstSqlite *self, const char *sql, gint64 *value, GError **error);
gint64 nst_sqlite_get_last_id (NstSqlite *self);

gboolean nst_sqlite_run_kept (NstSqlite *self, const char *sql, GError **error);
NstStatement *nst_sqlite_prepare (NstSqlite *self, const char *sql, GError **error);
NstStatement *nst_sqlite_prepare_made (NstSqlite *self, NstSqlMaker make, gconstpointer subject,
                                       GError **error);
void nst_statement_release (NstStatement *self);
void nst_statement_bind_text (NstStatement *self, int index, const char *text);
void nst_statement_bind_int (NstStatement *self, int index, gint64 value);
void nst_statement_bind_bytes (NstStatement *self, int index, GBytes *bytes);
gboolean nst_statement_next (NstStatement *self, GError **error);
gboolean nst_statement_run (NstStatement *self, GError **error);
const char *nst_statement_get_text (NstStatement *self, int column);
gint64 nst_statement_get_int (NstStatement *self, int column);
GBytes *nst_statement_dup_bytes (NstStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstSqlite, nst_sqlite_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstStatement, nst_statement_release)

G_END_DECLS
