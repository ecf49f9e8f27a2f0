/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for every form whatever it says: sheets, margins, type, numbers, tables, quotes
 * (DOCUMENTS 18: C1, C2, C5, C6, C8–C11, C16, C17, C20, C21, C28). */
#pragma once

#include "documents/nst-tree.h"

#include "nst-pdf-checks.h"

G_BEGIN_DECLS

void nst_form_check (NstPdf *pdf, const NstTree *tree, const char *form);
void nst_form_check_no_contacts (NstPdf *pdf, gboolean own);

G_END_DECLS
