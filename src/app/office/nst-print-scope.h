/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records a paper is printed of: all, those of a list, those in a state. */
#pragma once

#include "documents/nst-documents.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NstPrintScope:
 * @title: what people choose by, with the number
 * @records: (element-type NstRecord): in the order of their kind
 */
typedef struct
{
  char *title;
  GPtrArray *records;
} NstPrintScope;

/* All; those of @shown, when it has records of the form's kind and not all of them; then state
 * by state (element-type NstPrintScope). None when nothing is printed by the form. */
GPtrArray *nst_print_scopes_list (NstOffice *office, const NstDocumentForm *form,
                                  GListModel *shown);

G_END_DECLS
