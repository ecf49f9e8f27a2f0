/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search text of records, written in the transaction that changes them. */
#pragma once

#include "store/nst-store-private.h"

G_BEGIN_DECLS

gboolean nst_search_update (NstStore *store, GArray *touched, GError **error);
char *nst_search_match_prefix (const char *words);
char *nst_search_match_part (const char *words);

/* Row ids of the search tables: local id, then the kind's number in the lowest 8 bits. */
#define NST_SEARCH_SQL_ID "(t.id * 256 + (SELECT number FROM sequence WHERE name = '%s'))"

G_END_DECLS
