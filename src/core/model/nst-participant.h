/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A team or person on one side of a group (DOMAIN 4.7). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_PARTICIPANT (nst_participant_get_type ())
G_DECLARE_FINAL_TYPE (NstParticipant, nst_participant, NST, PARTICIPANT, NstRecord)

extern const NstKind nst_participant_kind;

G_END_DECLS
