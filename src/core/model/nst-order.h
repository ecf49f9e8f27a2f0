/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An order of the operator, a body or a school (DOMAIN 4.8). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_ORDER (nst_order_get_type ())
G_DECLARE_FINAL_TYPE (NstOrder, nst_order, NST, ORDER, NstRecord)

extern const NstKind nst_order_kind;

G_END_DECLS
