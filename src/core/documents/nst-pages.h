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
char *nst_pages_dup_text (NstPages *self, guint page);

/**
 * NstPageGap:
 * @x: left edge, points
 * @y: upper edge, points from the top of the sheet
 * @width: points
 * @height: points
 * @missing: which of the fields that nst_documents_make() names belongs there, from 0
 *
 * Where a page has a rule because a field is not known.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  guint missing;
} NstPageGap;

GArray *nst_pages_list_gaps (NstPages *self, guint page);

GBytes *nst_pages_to_pdf (NstPages *self, GError **error);

G_END_DECLS
