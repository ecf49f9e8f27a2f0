/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an activity or of one of its dates (DOMAIN 4.13). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_MARK (nst_mark_get_type ())
G_DECLARE_FINAL_TYPE (NstMark, nst_mark, NST, MARK, NstRecord)

extern const NstKind nst_mark_kind;

G_END_DECLS
