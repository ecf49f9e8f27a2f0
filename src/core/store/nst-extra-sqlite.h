/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of extra fields: one row a value, of whatever kind of record. */
#pragma once

#include "store/nst-store-private.h"

G_BEGIN_DECLS

char *nst_extra_sql_all (const NstKind *kind, const char *alias);
char *nst_extra_sql_value (const NstKind *kind, const char *alias, const char *name);
char *nst_extra_sql_words (const NstKind *kind, const char *alias);
GHashTable *nst_extra_parse_all (const char *all);

gboolean nst_extra_set (NstStore *store, const NstKind *kind, gint64 id, const char *name,
                        const char *text, GError **error);
gboolean nst_extra_insert (NstStore *store, const NstKind *kind, gint64 id, GHashTable *values,
                           GError **error);
gboolean nst_extra_delete (NstStore *store, const NstKind *kind, gint64 id, GError **error);
gboolean nst_extra_keep_type (NstStore *store, const NstKind *kind, const NstField *field,
                              GError **error);

G_END_DECLS
