/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers of one record, with the window for themselves. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DOCUMENT_PAGE (nst_document_page_get_type ())
G_DECLARE_FINAL_TYPE (NstDocumentPage, nst_document_page, NST, DOCUMENT_PAGE, GtkWidget)

G_END_DECLS
