/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document lacks and what in it is to be looked at, each a click away from its remedy. */
#pragma once

#include "documents/nst-documents.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DOCUMENT_REMARKS (nst_document_remarks_get_type ())
G_DECLARE_FINAL_TYPE (NstDocumentRemarks, nst_document_remarks, NST, DOCUMENT_REMARKS, GtkWidget)

GtkWidget *nst_document_remarks_new (void);
/* (element-type utf8), as nst_documents_make() names them; @record NULL or nothing: hidden. */
void nst_document_remarks_set_missing (NstDocumentRemarks *self, NstOffice *office,
                                       NstRecord *record, GPtrArray *missing);
/* (element-type NstDoubt) */
void nst_document_remarks_set_doubts (NstDocumentRemarks *self, NstOffice *office,
                                      GPtrArray *doubts);

G_END_DECLS
