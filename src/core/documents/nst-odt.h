/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as a document of Writer. */
#pragma once

#include "documents/nst-tree.h"

G_BEGIN_DECLS

GBytes *nst_odt_from_tree (const NstTree *tree, GError **error);

G_END_DECLS
