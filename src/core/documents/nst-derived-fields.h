/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that templates read and no record keeps. */
#pragma once

#include "documents/nst-record-value.h"

G_BEGIN_DECLS

gboolean nst_derived_fields_find (NstValue *object, const char *name, NstValue **value);
NstProgress *nst_derived_fields_get_progress (NstRecordData *data, NstRecord *program);

G_END_DECLS
