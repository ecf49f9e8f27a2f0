/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something sent from office to office (DOMAIN 4.30). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_DISPATCH (nst_dispatch_get_type ())
G_DECLARE_FINAL_TYPE (NstDispatch, nst_dispatch, NST, DISPATCH, NstRecord)

extern const NstKind nst_dispatch_kind;

G_END_DECLS
