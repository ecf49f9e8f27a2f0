/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Extra fields of records, which packs define: their names and descriptions. */
#pragma once

#include "model/nst-kind.h"

G_BEGIN_DECLS

/* What names of extra fields begin with, so that no later field of a table meets them. */
#define NST_EXTRA_PREFIX "x-"

gboolean nst_extra_is_code (const char *code);
gboolean nst_extra_is_name (const char *name);
const NstField *nst_extra_define (const char *name, NstFieldType type, const char *target,
                                  const char *label, guint flags);
const NstField *nst_extra_define_plain (const char *name);
const char *nst_extra_type_to_code (NstFieldType type);
gboolean nst_extra_type_from_code (const char *code, NstFieldType *type);

G_END_DECLS
