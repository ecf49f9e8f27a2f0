/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A school, a body or the operator (DOMAIN 4.3). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_ORGANISATION (nst_organisation_get_type ())
G_DECLARE_FINAL_TYPE (NstOrganisation, nst_organisation, NST, ORGANISATION, NstRecord)

extern const NstKind nst_organisation_kind;

G_END_DECLS
