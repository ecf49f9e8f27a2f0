/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who takes part, signs or answers (DOMAIN 4.4). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_PERSON (nst_person_get_type ())
G_DECLARE_FINAL_TYPE (NstPerson, nst_person, NST, PERSON, NstRecord)

extern const NstKind nst_person_kind;

G_END_DECLS
