/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a kind, in which order. */
#pragma once

#include "store/nst-store.h"

G_BEGIN_DECLS

typedef struct _NstQuery NstQuery;

NstQuery *nst_query_new (const NstKind *kind);
NstQuery *nst_query_copy (const NstQuery *self);
void nst_query_free (NstQuery *self);
const NstKind *nst_query_get_kind (const NstQuery *self);
void nst_query_where (NstQuery *self, const char *field, const char *value);
void nst_query_where_field (NstQuery *self, const NstField *field, const char *value);
void nst_query_search (NstQuery *self, const char *words);
void nst_query_sort (NstQuery *self, const char *field, gboolean descending);
void nst_query_sort_field (NstQuery *self, const NstField *field, gboolean descending);
void nst_query_limit (NstQuery *self, guint limit);
GArray *nst_query_run (const NstQuery *self, NstStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstQuery, nst_query_free)

G_END_DECLS
