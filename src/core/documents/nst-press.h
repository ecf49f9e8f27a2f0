/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sets type, kept from one document to the next. */
#pragma once

#include "documents/nst-hyphenator.h"
#include "documents/nst-line.h"
#include "documents/nst-shaper.h"
#include "documents/nst-tree.h"

G_BEGIN_DECLS

typedef struct _NstPress NstPress;

NstPress *nst_press_new (const char *family);
void nst_press_free (NstPress *self);
NstShaper *nst_press_get_shaper (NstPress *self);
GPtrArray *nst_press_break (NstPress *self, const NstParagraph *paragraph, double width,
                            double size, gboolean narrow, gboolean *overfull);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstPress, nst_press_free)

G_END_DECLS
