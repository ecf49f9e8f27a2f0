/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person on a course (DOMAIN 4.18). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_TRAINING (nst_training_get_type ())
G_DECLARE_FINAL_TYPE (NstTraining, nst_training, NST, TRAINING, NstRecord)

extern const NstKind nst_training_kind;

G_END_DECLS
