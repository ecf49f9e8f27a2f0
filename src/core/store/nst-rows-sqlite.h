/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a kind: read as records, written, packed into an image. */
#pragma once

#include "store/nst-store-private.h"

G_BEGIN_DECLS

char *nst_rows_title_sql (const NstKind *kind, const char *alias);
GPtrArray *nst_rows_read (NstStore *store, const NstKind *kind, const char *where,
                          const char *value, GError **error);
gboolean nst_rows_fill (NstStore *store, NstRecord *record, gboolean *found, GError **error);

gboolean nst_rows_get (NstStore *store, const NstKind *kind, gint64 id, const char *field,
                       char **text, gboolean *found, GError **error);
gboolean nst_rows_set (NstStore *store, const NstKind *kind, gint64 id, const char *field,
                       const char *text, GError **error);
gboolean nst_rows_insert (NstStore *store, const NstKind *kind, gint64 id, const char *uuid,
                          GHashTable *values, GError **error);
gboolean nst_rows_delete (NstStore *store, const NstKind *kind, gint64 id, GError **error);
gint64 nst_rows_take_id (NstStore *store, const NstKind *kind, GError **error);
GHashTable *nst_rows_get_values (NstStore *store, const NstKind *kind, gint64 id, char **uuid,
                                 GError **error);

char *nst_rows_pack (GHashTable *values);
GHashTable *nst_rows_unpack (const char *image, GError **error);

G_END_DECLS
