/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who refers to whom: what a reference may name, what a removal takes along. */
#pragma once

#include "store/nst-store-private.h"

G_BEGIN_DECLS

gboolean nst_references_check_value (NstStore *store, const NstField *field, const char *text,
                                     GError **error);
gboolean nst_references_check_values (NstStore *store, const NstKind *kind, GHashTable *values,
                                      GError **error);
gboolean nst_references_check_unused (NstStore *store, const NstKind *kind, gint64 id,
                                      GError **error);
GArray *nst_references_list_owned (NstStore *store, const NstKind *kind, gint64 id,
                                   GError **error);

G_END_DECLS
