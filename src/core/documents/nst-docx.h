/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as a document of Word. */
#pragma once

#include "documents/nst-tree.h"

G_BEGIN_DECLS

GBytes *nst_docx_from_tree (const NstTree *tree, GError **error);

G_END_DECLS
