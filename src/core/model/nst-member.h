/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person in the working group of a team (DOMAIN 4.6). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_MEMBER (nst_member_get_type ())
G_DECLARE_FINAL_TYPE (NstMember, nst_member, NST, MEMBER, NstRecord)

extern const NstKind nst_member_kind;

G_END_DECLS
