/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the journal of consultations (DOMAIN 4.24). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_CONSULTATION (nst_consultation_get_type ())
G_DECLARE_FINAL_TYPE (NstConsultation, nst_consultation, NST, CONSULTATION, NstRecord)

extern const NstKind nst_consultation_kind;

G_END_DECLS
