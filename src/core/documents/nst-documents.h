/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a record to its pages: the room's front door. */
#pragma once

#include "documents/nst-pages.h"
#include "store/nst-office.h"

G_BEGIN_DECLS

/**
 * NstDocumentForm:
 * @code: "D3"
 * @kind: kind of record that it is printed from
 * @title: wording of the pack
 */
typedef struct
{
  char *code;
  char *kind;
  char *title;
} NstDocumentForm;

void nst_document_form_free (NstDocumentForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstDocumentForm, nst_document_form_free)

/* Forms of the office's scheme; @kind may be NULL for all. */
GPtrArray *nst_documents_list_forms (NstOffice *office, const char *kind);

/* A draft made afresh. @missing gets the fields that print as a rule (element-type utf8). */
NstPages *nst_documents_make (NstOffice *office, NstRecord *record, const char *form,
                              GPtrArray **missing, GError **error);

/* Numbered, frozen and kept; gives the record of kind "document". */
NstRecord *nst_documents_issue (NstOffice *office, NstRecord *record, const char *form,
                                GError **error);
GBytes *nst_documents_get_issued (NstOffice *office, NstRecord *document, GError **error);

/* "{kind}_{number}_{yyyy-mm-dd}.pdf" with what file systems forbid replaced. */
char *nst_documents_dup_file_name (NstOffice *office, NstRecord *record, const char *form);

G_END_DECLS
