/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart that stands in a document. */
#pragma once

#include "charts/nst-chart-print.h"

G_BEGIN_DECLS

/* DOCUMENTS 11, mm. */
#define NST_FIGURE_WIDTH 170.0
#define NST_FIGURE_HEIGHT 75.0

/**
 * NstFigure:
 * @chart: what is drawn
 * @alternative: the caption and the data in one sentence, for those who hear the document
 * @width: mm
 * @height: mm
 *
 * Writers of other formats than PDF place nst_figure_to_png() with this width and height, and
 * @alternative as its description; the caption is the paragraph after it.
 */
typedef struct
{
  gatomicrefcount references;
  NstPrintChart *chart;
  char *alternative;
  double width;
  double height;
} NstFigure;

NstFigure *nst_figure_new (NstPrintChart *chart, const char *caption);
NstFigure *nst_figure_ref (NstFigure *self);
void nst_figure_unref (NstFigure *self);
/* Its upper left corner is at @x, @y, in points. */
void nst_figure_draw (const NstFigure *self, cairo_t *cr, double x, double y);
/* A picture on white, 300 dots an inch for print. */
GBytes *nst_figure_to_png (const NstFigure *self, double dpi);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstFigure, nst_figure_unref)

G_END_DECLS
