/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as glyphs: each word of a document is shaped once. */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * NstShaped:
 * @items: (element-type PangoGlyphItem): usually one; more when a sign comes from another font
 * @text: the text that was shaped
 * @width: points
 *
 * Owned by its shaper.
 */
typedef struct
{
  GPtrArray *items;
  char *text;
  double width;
} NstShaped;

typedef struct _NstShaper NstShaper;

NstShaper *nst_shaper_new (const char *family);
void nst_shaper_free (NstShaper *self);
const NstShaped *nst_shaper_shape (NstShaper *self, const char *text, gsize length, double size,
                                   guint flags);
double nst_shaper_get_ascent (NstShaper *self, double size, double *descent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstShaper, nst_shaper_free)

G_END_DECLS
