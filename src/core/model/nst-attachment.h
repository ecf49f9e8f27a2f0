/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file kept with a record (DOMAIN 4.14). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_ATTACHMENT (nst_attachment_get_type ())
G_DECLARE_FINAL_TYPE (NstAttachment, nst_attachment, NST, ATTACHMENT, NstRecord)

extern const NstKind nst_attachment_kind;

G_END_DECLS
