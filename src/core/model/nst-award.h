/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person or a team was rewarded with, and its end (DOMAIN 4.21). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_AWARD (nst_award_get_type ())
G_DECLARE_FINAL_TYPE (NstAward, nst_award, NST, AWARD, NstRecord)

extern const NstKind nst_award_kind;

G_END_DECLS
