/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value that a field had until a day (DOMAIN 4.3, R101). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_FORMER (nst_former_get_type ())
G_DECLARE_FINAL_TYPE (NstFormer, nst_former, NST, FORMER, NstRecord)

extern const NstKind nst_former_kind;

G_END_DECLS
