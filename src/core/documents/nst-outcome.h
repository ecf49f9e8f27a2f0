/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a programme, for its reports (DOMAIN R35, R92). */
#pragma once

#include "documents/nst-record-value.h"

G_BEGIN_DECLS

NstValue *nst_outcome_new (NstRecordData *data, NstRecord *program, const char *form);

G_END_DECLS
