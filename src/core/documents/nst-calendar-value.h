/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines as rows of a calendar (DOCUMENTS 14а.9). */
#pragma once

#include "documents/nst-record-value.h"

G_BEGIN_DECLS

NstValue *nst_calendar_value_new (NstRecordData *data, NstRecord *person);

G_END_DECLS
