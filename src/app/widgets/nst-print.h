/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents on paper, through GTK's print dialog. */
#pragma once

#include "documents/nst-documents.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NstPrintOptions:
 * @title: (nullable): of the job
 * @copies: what the dialog proposes; 0 as 1
 * @two_sided: whether it proposes both sides of the sheet
 */
typedef struct
{
  const char *title;
  guint copies;
  gboolean two_sided;
} NstPrintOptions;

/* A document made afresh; @form may be NULL for the kind's first one. */
void nst_print_document (GtkWidget *parent, NstOffice *office, NstRecord *record,
                         const char *form);
/* Several as one job, each from a new page; (element-type NstRecord). */
void nst_print_documents (GtkWidget *parent, NstOffice *office, GPtrArray *records,
                          const char *form);
/* What has left as paper, exactly as it was. */
void nst_print_pdf (GtkWidget *parent, GBytes *pdf, const NstPrintOptions *options);
/* (element-type GObject): NstPages or PopplerDocument, as one job. */
void nst_print_parts (GtkWidget *parent, GPtrArray *parts, const NstPrintOptions *options);
gboolean nst_print_is_two_sided (NstOffice *office);

/* The code of the first form for @record's kind, or NULL. */
char *nst_print_dup_form (NstOffice *office, NstRecord *record);

G_END_DECLS
