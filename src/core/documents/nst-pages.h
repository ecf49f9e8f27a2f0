/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A laid out document: pages that can be drawn on any cairo context. */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define NST_TYPE_PAGES (nst_pages_get_type ())
G_DECLARE_FINAL_TYPE (NstPages, nst_pages, NST, PAGES, GObject)

guint nst_pages_get_count (NstPages *self);
/* Width and height in points (1/72 inch); pages are counted from 0. */
void nst_pages_get_size (NstPages *self, guint page, double *width, double *height);
void nst_pages_draw (NstPages *self, guint page, cairo_t *cr);
const char *nst_pages_get_title (NstPages *self);

GBytes *nst_pages_to_pdf (NstPages *self, GError **error);
/* Written beside and renamed. */
gboolean nst_pages_save_pdf (NstPages *self, const char *path, GError **error);

G_END_DECLS
