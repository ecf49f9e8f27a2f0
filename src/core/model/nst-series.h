/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one sort of paper is numbered here (DOMAIN 4.32). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_SERIES (nst_series_get_type ())
G_DECLARE_FINAL_TYPE (NstSeries, nst_series, NST, SERIES, NstRecord)

extern const NstKind nst_series_kind;

G_END_DECLS
