/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a record to its pages: the room's front door. */
#pragma once

#include "documents/nst-doubt.h"
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

/**
 * NstDocumentFormat:
 * @NST_DOCUMENT_PDF: pages as they print
 * @NST_DOCUMENT_DOCX: to go on writing in Word
 * @NST_DOCUMENT_ODT: to go on writing in Writer
 */
typedef enum
{
  NST_DOCUMENT_PDF,
  NST_DOCUMENT_DOCX,
  NST_DOCUMENT_ODT,
} NstDocumentFormat;

void nst_document_form_free (NstDocumentForm *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstDocumentForm, nst_document_form_free)

/* Forms of the office's scheme; @kind may be NULL for all. */
GPtrArray *nst_documents_list_forms (NstOffice *office, const char *kind);
/* Those that are for this very record (element-type NstDocumentForm). */
GPtrArray *nst_documents_list_forms_of (NstOffice *office, NstRecord *record);

/* A draft made afresh. @missing gets the fields that print as a rule (element-type utf8). */
NstPages *nst_documents_make (NstOffice *office, NstRecord *record, const char *form,
                              GPtrArray **missing, GError **error);

/* The same as a whole file. */
GBytes *nst_documents_make_file (NstOffice *office, NstRecord *record, const char *form,
                                 NstDocumentFormat format, GPtrArray **missing, GError **error);

/* Forms of names and posts that a person should look at (element-type NstDoubt). */
GPtrArray *nst_documents_list_doubts (NstOffice *office, NstRecord *record, const char *form,
                                      GError **error);

/* Numbered, frozen and kept; gives the record of kind "document". */
NstRecord *nst_documents_issue (NstOffice *office, NstRecord *record, const char *form,
                                GError **error);
/* The same; @file gets what was issued in any format. The base keeps the PDF. */
NstRecord *nst_documents_issue_file (NstOffice *office, NstRecord *record, const char *form,
                                     NstDocumentFormat format, GBytes **file, GError **error);
GBytes *nst_documents_get_issued (NstOffice *office, NstRecord *document, GError **error);

/* "{kind}_{number}_{yyyy-mm-dd}.pdf" with what file systems forbid replaced. */
char *nst_documents_dup_file_name (NstOffice *office, NstRecord *record, const char *form);
/* The same with the ending of the format. */
char *nst_documents_dup_file_name_as (NstOffice *office, NstRecord *record, const char *form,
                                      NstDocumentFormat format);

/* The format that a file's name ends with: pdf, docx, odt. */
gboolean nst_document_format_find (const char *file_name, NstDocumentFormat *format);

G_END_DECLS
