/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator of a year shall come to, over the regulation (DOMAIN 4.16). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_INDICATOR_TARGET (nst_indicator_target_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorTarget, nst_indicator_target, NST, INDICATOR_TARGET, NstRecord)

extern const NstKind nst_indicator_target_kind;

G_END_DECLS
