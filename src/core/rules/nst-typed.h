/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a person types to the canonical text of a field, with the scheme's codes. */
#pragma once

#include "model/nst-field.h"
#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

gboolean nst_typed_parse (NstScheme *scheme, const NstField *field, const char *typed,
                          char **canonical, GError **error);

G_END_DECLS
