/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A planned event or publication of a team (DOMAIN 4.28). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_DISSEMINATION (nst_dissemination_get_type ())
G_DECLARE_FINAL_TYPE (NstDissemination, nst_dissemination, NST, DISSEMINATION, NstRecord)

extern const NstKind nst_dissemination_kind;

G_END_DECLS
