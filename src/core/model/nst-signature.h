/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One party of an agreement and its signature (DOMAIN 4.9). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_SIGNATURE (nst_signature_get_type ())
G_DECLARE_FINAL_TYPE (NstSignature, nst_signature, NST, SIGNATURE, NstRecord)

extern const NstKind nst_signature_kind;

G_END_DECLS
