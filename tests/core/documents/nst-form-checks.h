/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every form whatever it says: sheets, margins, type, numbers, tables, quotes
 * (DOCUMENTS 18: C1–C6, C8–C13, C16, C17, C20–C22, C28, C29). */
#pragma once

#include "documents/nst-tree.h"

#include "nst-pdf-checks.h"

G_BEGIN_DECLS

/* @older: the standard of 2016. */
void nst_form_check (NstPdf *pdf, const NstTree *tree, const char *form, gboolean older);
void nst_form_check_no_contacts (NstPdf *pdf, gboolean own);
void nst_form_check_rules (NstPdf *pdf, const NstTree *tree);
guint nst_form_check_places (NstPdf *blank, NstPdf *filled);

G_END_DECLS
