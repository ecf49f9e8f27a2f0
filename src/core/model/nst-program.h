/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mentoring programme (DOMAIN 4.10). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_PROGRAM (nst_program_get_type ())
G_DECLARE_FINAL_TYPE (NstProgram, nst_program, NST, PROGRAM, NstRecord)

extern const NstKind nst_program_kind;

G_END_DECLS
