/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The packs that a base keeps: every version that it uses, side by side (DOMAIN 7, R80). */
#pragma once

#include "scheme/nst-scheme.h"
#include "store/nst-store.h"

G_BEGIN_DECLS

typedef struct _NstSchemeShelf NstSchemeShelf;

NstSchemeShelf *nst_scheme_shelf_new (NstStore *store);
void nst_scheme_shelf_free (NstSchemeShelf *self);
NstScheme *nst_scheme_shelf_follow (NstSchemeShelf *self, const char *id, GError **error);
void nst_scheme_shelf_introduce (NstSchemeShelf *self);
NstScheme *nst_scheme_shelf_get (NstSchemeShelf *self, const char *id, const char *version,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstSchemeShelf, nst_scheme_shelf_free)

G_END_DECLS
