/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as pages. */
#pragma once

#include "documents/nst-pages.h"
#include "documents/nst-press.h"
#include "documents/nst-tree.h"

G_BEGIN_DECLS

NstPages *nst_layouter_run (const NstTree *tree);
NstPages *nst_layouter_run_on (NstPress *press, const NstTree *tree);

G_END_DECLS
