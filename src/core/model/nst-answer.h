/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one person, or all together, answered in one direction (DOMAIN 4.23). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_ANSWER (nst_answer_get_type ())
G_DECLARE_FINAL_TYPE (NstAnswer, nst_answer, NST, ANSWER, NstRecord)

extern const NstKind nst_answer_kind;

G_END_DECLS
