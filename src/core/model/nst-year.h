/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A school year and whether it is closed (DOMAIN R99, R100). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_YEAR (nst_year_get_type ())
G_DECLARE_FINAL_TYPE (NstYear, nst_year, NST, YEAR, NstRecord)

extern const NstKind nst_year_kind;

G_END_DECLS
