/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An office's own words in place of those of a template. */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_WORDING (nst_wording_get_type ())
G_DECLARE_FINAL_TYPE (NstWording, nst_wording, NST, WORDING, NstRecord)

extern const NstKind nst_wording_kind;

G_END_DECLS
