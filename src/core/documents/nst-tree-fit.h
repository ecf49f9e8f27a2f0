/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that has to fit one page. */
#pragma once

#include "documents/nst-tree.h"

G_BEGIN_DECLS

void nst_tree_fit (NstTree *tree, double smallest);

G_END_DECLS
