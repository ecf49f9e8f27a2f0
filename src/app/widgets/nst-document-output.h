/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document on its way out of the window: into a file, a letter, the printer. */
#pragma once

#include "documents/nst-documents.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What has been issued leaves as it was frozen; in other formats than PDF, and without @issued,
 * it is made afresh. */
GBytes *nst_document_output_make (NstOffice *office, NstRecord *record, const char *form,
                                  NstDocumentFormat format, NstRecord *issued, GError **error);
/* Says in the window what came of it. */
void nst_document_output_write (GtkWidget *widget, GFile *file, GBytes *bytes);
void nst_document_output_mail (GtkWidget *widget, NstOffice *office, NstRecord *record,
                               const char *form, NstRecord *issued);
void nst_document_output_print (GtkWidget *widget, NstOffice *office, NstRecord *record,
                                const char *form, NstRecord *issued);

G_END_DECLS
