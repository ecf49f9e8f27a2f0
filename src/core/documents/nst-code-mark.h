/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the code of a page stands (DOCUMENTS 17, QR requisite). */
#pragma once

#include "documents/nst-page.h"
#include "documents/nst-tree.h"

G_BEGIN_DECLS

double nst_code_mark_place (NstPage *page, const NstSheet *sheet);

G_END_DECLS
