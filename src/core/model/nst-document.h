/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that has left as paper (DOMAIN 4.31). */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

#define NST_TYPE_DOCUMENT (nst_document_get_type ())
G_DECLARE_FINAL_TYPE (NstDocument, nst_document, NST, DOCUMENT, NstRecord)

extern const NstKind nst_document_kind;

G_END_DECLS
