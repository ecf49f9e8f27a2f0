/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage, groups and programmes of the whole office, for its report (DOCUMENTS 11). */
#pragma once

#include "documents/nst-record-value.h"

G_BEGIN_DECLS

NstValue *nst_coverage_value_new (NstRecordData *data);

G_END_DECLS
