/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of an indicator that people bring, and where it is from (DOMAIN 4.16). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_INDICATOR_ENTRY (nst_indicator_entry_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorEntry, nst_indicator_entry, NST, INDICATOR_ENTRY, NstRecord)

extern const NstKind nst_indicator_entry_kind;

G_END_DECLS
