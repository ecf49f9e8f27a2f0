/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What values of packs look like, in plain words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *nst_pack_words_of_type (const char *type);

G_END_DECLS
