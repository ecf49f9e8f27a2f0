/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items that fit a page as what is drawn on it. */
#pragma once

#include "documents/nst-item.h"
#include "documents/nst-page.h"

G_BEGIN_DECLS

void nst_emitter_put (NstPage *page, GPtrArray *items, double x, double y, double width);

G_END_DECLS
