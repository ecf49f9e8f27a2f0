/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as it will be printed, with what is still missing in it. */
#pragma once

#include "documents/nst-documents.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DOCUMENT_PREVIEW (nst_document_preview_get_type ())
G_DECLARE_FINAL_TYPE (NstDocumentPreview, nst_document_preview, NST, DOCUMENT_PREVIEW, GtkWidget)

/*
 * Property "has-print" (default TRUE): whether it has its own print button. Follows the
 * store: the pages are made anew when something changes. Widget actions: preview.print,
 * preview.save{,-docx,-odt}, preview.mail, preview.issue, preview.widen.
 */
GtkWidget *nst_document_preview_new (void);

/* @form NULL: the first one of the record's kind; @record NULL: nothing is shown. */
void nst_document_preview_show (NstDocumentPreview *self, NstOffice *office, NstRecord *record,
                                const char *form);
/* What came back signed: a PDF or picture beside the document; NULL: nothing did. */
void nst_document_preview_set_scan (NstDocumentPreview *self, GBytes *scan);
void nst_document_preview_show_scan (NstDocumentPreview *self);

/* Steps nearer or farther, 0: as wide as there is room. */
void nst_document_preview_zoom (NstDocumentPreview *self, int steps);
void nst_document_preview_print (NstDocumentPreview *self);
void nst_document_preview_save (NstDocumentPreview *self);
void nst_document_preview_save_as (NstDocumentPreview *self, NstDocumentFormat format);
void nst_document_preview_mail (NstDocumentPreview *self);
/* It is alone in the window: nothing leads to a larger view. */
void nst_document_preview_set_whole (NstDocumentPreview *self);
void nst_document_preview_issue (NstDocumentPreview *self);

G_END_DECLS
