/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A memo, request or petition (DOMAIN 4.27). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_BASIS (nst_basis_get_type ())
G_DECLARE_FINAL_TYPE (NstBasis, nst_basis, NST, BASIS, NstRecord)

extern const NstKind nst_basis_kind;

G_END_DECLS
