/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a programme (DOMAIN 4.11). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_STAGE (nst_stage_get_type ())
G_DECLARE_FINAL_TYPE (NstStage, nst_stage, NST, STAGE, NstRecord)

extern const NstKind nst_stage_kind;

G_END_DECLS
