/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of packs side by side: their order, and how one scheme finds the others. */
#pragma once

#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

/**
 * NstSchemeFind:
 * @id: name of a pack
 * @version: its version
 * @user_data: given with the function
 *
 * Returns: (transfer none) (nullable): the scheme of that pack in that version
 */
typedef NstScheme *(*NstSchemeFind) (const char *id, const char *version, gpointer user_data);

int nst_scheme_version_compare (const char *first, const char *second);
char *nst_scheme_version_dup_installed (const char *id);
gboolean nst_scheme_version_read (GBytes *text, char **version, char **extended);

void nst_scheme_set_family (NstScheme *self, NstSchemeFind find, gpointer user_data);
gboolean nst_scheme_has_family (NstScheme *self);
NstScheme *nst_scheme_find_version (NstScheme *self, const char *id, const char *version);

G_END_DECLS
