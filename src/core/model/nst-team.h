/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A management team of one organisation (DOMAIN 4.5). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_TEAM (nst_team_get_type ())
G_DECLARE_FINAL_TYPE (NstTeam, nst_team, NST, TEAM, NstRecord)

extern const NstKind nst_team_kind;

G_END_DECLS
