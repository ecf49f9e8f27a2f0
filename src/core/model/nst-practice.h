/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A practice of management worth telling others of (DOMAIN 4.22). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_PRACTICE (nst_practice_get_type ())
G_DECLARE_FINAL_TYPE (NstPractice, nst_practice, NST, PRACTICE, NstRecord)

extern const NstKind nst_practice_kind;

G_END_DECLS
