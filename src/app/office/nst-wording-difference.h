/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two texts do not share, word by word. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *nst_wording_difference_dup_markup (const char *before, const char *after);

G_END_DECLS
