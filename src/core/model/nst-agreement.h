/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A three-party agreement (DOMAIN 4.9). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_AGREEMENT (nst_agreement_get_type ())
G_DECLARE_FINAL_TYPE (NstAgreement, nst_agreement, NST, AGREEMENT, NstRecord)

extern const NstKind nst_agreement_kind;

G_END_DECLS
