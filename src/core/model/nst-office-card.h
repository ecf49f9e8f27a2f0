/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office itself: who works with this base (exactly one record). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_OFFICE_CARD (nst_office_card_get_type ())
G_DECLARE_FINAL_TYPE (NstOfficeCard, nst_office_card, NST, OFFICE_CARD, NstRecord)

extern const NstKind nst_office_card_kind;

G_END_DECLS
