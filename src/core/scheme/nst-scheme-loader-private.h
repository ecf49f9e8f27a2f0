/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the loader and the list of installed packs share. */
#pragma once

#include "scheme/nst-scheme-reader.h"

G_BEGIN_DECLS

NstPack *nst_pack_new_installed (const char *id, gboolean check, GPtrArray *faults,
                                 GError **error);
NstPack *nst_pack_new_beside (const char *parent, const char *id, gboolean check,
                              GPtrArray *faults);
NstScheme *nst_scheme_make (NstPack *pack, NstPackLookup lookup, gpointer user_data,
                            const char *beside, GPtrArray *faults);

G_END_DECLS
