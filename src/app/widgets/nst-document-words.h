/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a preview says about a document: what is missing, what has been issued. */
#pragma once

#include "documents/nst-documents.h"

G_BEGIN_DECLS

/**
 * NstDocumentMissing:
 * @words: «номер (соглашение 5)»
 * @target: (nullable): parameter of win.open that leads to the field
 */
typedef struct
{
  char *words;
  char *target;
} NstDocumentMissing;

void nst_document_missing_free (NstDocumentMissing *self);

/* What nst_documents_make() names, with the way to each (element-type NstDocumentMissing). */
GPtrArray *nst_document_list_missing (NstOffice *office, NstRecord *record, GPtrArray *missing);
/* (transfer full) (nullable): the newest frozen copy of @form. */
NstRecord *nst_document_find_issued (NstOffice *office, NstRecord *record, const char *form);
/* Markup with a link that turns between the frozen copy and a draft. */
char *nst_document_dup_issued (NstRecord *issued, gboolean as_draft);
/* How many copies of a form are usually printed. */
guint nst_document_get_copies (NstOffice *office, NstRecord *record, const char *form);

G_END_DECLS
