/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the wordings: forms with what is changed in them, places with their words. */
#pragma once

#include "documents/nst-documents.h"
#include "documents/nst-wording-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nst_wording_form_row_new (const NstDocumentForm *form);
void nst_wording_form_row_update (GtkWidget *row, const NstWordingForm *form);
const char *nst_wording_form_row_get_code (GtkWidget *row);
char *nst_wording_dup_summary (const NstWordingForm *form);
guint nst_wording_count_changed (const NstWordingForm *form);

GtkWidget *nst_wording_row_new (const char *node);
void nst_wording_row_update (GtkWidget *row, NstScheme *scheme, const NstWordingForm *form,
                             const NstWordingPlace *place);
const char *nst_wording_row_get_node (GtkWidget *row);

G_END_DECLS
