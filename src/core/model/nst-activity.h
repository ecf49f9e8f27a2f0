/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the plan (DOMAIN 4.12). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_ACTIVITY (nst_activity_get_type ())
G_DECLARE_FINAL_TYPE (NstActivity, nst_activity, NST, ACTIVITY, NstRecord)

extern const NstKind nst_activity_kind;

G_END_DECLS
