/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A written consent of a person (DOMAIN 4.26). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_CONSENT (nst_consent_get_type ())
G_DECLARE_FINAL_TYPE (NstConsent, nst_consent, NST, CONSENT, NstRecord)

extern const NstKind nst_consent_kind;

G_END_DECLS
