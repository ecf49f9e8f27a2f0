/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mentoring group for a limited term (DOMAIN 4.7). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_GROUP (nst_group_get_type ())
G_DECLARE_FINAL_TYPE (NstGroup, nst_group, NST, GROUP, NstRecord)

extern const NstKind nst_group_kind;

G_END_DECLS
