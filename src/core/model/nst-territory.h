/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A municipal or urban district, or a part of a city (DOMAIN 4.2). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_TERRITORY (nst_territory_get_type ())
G_DECLARE_FINAL_TYPE (NstTerritory, nst_territory, NST, TERRITORY, NstRecord)

extern const NstKind nst_territory_kind;

G_END_DECLS
