/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the loader and the list of installed packs share. */
#pragma once

#include "scheme/nst-scheme-reader.h"

G_BEGIN_DECLS

NstPack *nst_pack_new_installed (const char *id, GPtrArray *faults, GError **error);
NstScheme *nst_scheme_make (NstPack *pack, NstPackLookup lookup, gpointer user_data,
                            GPtrArray *faults);

G_END_DECLS
