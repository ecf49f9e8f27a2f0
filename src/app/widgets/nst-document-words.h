/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a preview says about a document: what is missing, what has been issued. */
#pragma once

#include "documents/nst-documents.h"

G_BEGIN_DECLS

/* Markup with a link "kind/id#field" for each field, or NULL when nothing is missing. */
char *nst_document_dup_missing (NstOffice *office, NstRecord *record, GPtrArray *missing);
/* (transfer full) (nullable): the newest frozen copy of @form. */
NstRecord *nst_document_find_issued (NstOffice *office, NstRecord *record, const char *form);
/* Markup with a link that turns between the frozen copy and a draft. */
char *nst_document_dup_issued (NstRecord *issued, gboolean as_draft);

G_END_DECLS
