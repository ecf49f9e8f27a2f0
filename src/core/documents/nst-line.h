/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of type, ready to be drawn. */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * NstGlyphRun:
 * @item: glyphs of one font
 * @text: what they say, for those who take text out of the file
 * @x: from the left edge of the column, points
 */
typedef struct
{
  PangoGlyphItem *item;
  char *text;
  double x;
} NstGlyphRun;

/**
 * NstLineBlank:
 * @x: from the left edge of the column, points
 * @width: points
 * @box: a square to tick rather than a rule
 * @missing: which field is missing there, from 1; 0: none
 *
 * An empty rule to write on.
 */
typedef struct
{
  double x;
  double width;
  gboolean box;
  guint missing;
} NstLineBlank;

/**
 * NstLine:
 * @runs: (element-type NstGlyphRun): from left to right
 * @blanks: (element-type NstLineBlank): rules among them
 * @apart: whether the next glyphs begin a new run
 * @refs: owners
 */
typedef struct
{
  GPtrArray *runs;
  GArray *blanks;
  gboolean apart;
  gatomicrefcount refs;
} NstLine;

NstLine *nst_line_new (void);
NstLine *nst_line_ref (NstLine *self);
void nst_line_unref (NstLine *self);
void nst_line_add_glyphs (NstLine *self, const PangoGlyphItem *item, const char *text, double x,
                          double extra);
void nst_line_add_blank (NstLine *self, double x, double width, gboolean box, guint missing);
void nst_line_draw (const NstLine *self, cairo_t *cr, double x, double baseline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstLine, nst_line_unref)

G_END_DECLS
