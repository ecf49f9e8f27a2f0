/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record that was found twice and joined with another (DOMAIN R98). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_MERGER (nst_merger_get_type ())
G_DECLARE_FINAL_TYPE (NstMerger, nst_merger, NST, MERGER, NstRecord)

extern const NstKind nst_merger_kind;

G_END_DECLS
