/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the typographer share. */
#pragma once

#include "text/nst-russian.h"

G_BEGIN_DECLS

char *nst_russian_set_quotes (const char *text);
gboolean nst_russian_has_unpaired_quote (const char *text);

G_END_DECLS
