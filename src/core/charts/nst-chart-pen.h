/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all charts draw with: text, rounded bars, marks of states. */
#pragma once

#include "charts/nst-chart-theme.h"
#include "rules/nst-progress.h"

G_BEGIN_DECLS

/**
 * NstChartText:
 * @x: left edge, centre or right edge, as @align says
 * @y: middle of the line
 * @align: 0 left, 0.5 centre, 1 right
 * @size: in pixels
 * @bold: whether it is bold
 * @width: more is cut with an ellipsis; 0 for no limit
 * @color: of the text
 */
typedef struct
{
  double x;
  double y;
  double align;
  double size;
  gboolean bold;
  double width;
  const NstChartColor *color;
} NstChartText;

void nst_chart_pen_color (cairo_t *cr, const NstChartColor *color);
double nst_chart_pen_text (cairo_t *cr, const NstChartTheme *theme, const NstChartText *how,
                           const char *text);
double nst_chart_pen_measure (cairo_t *cr, const NstChartTheme *theme, double size, gboolean bold,
                              const char *text);
void nst_chart_pen_paragraph (cairo_t *cr, const NstChartTheme *theme, const NstChartText *how,
                              const char *text);
void nst_chart_pen_box (cairo_t *cr, double x, double y, double width, double height,
                        double radius);
void nst_chart_pen_hatch (cairo_t *cr, double x, double y, double width, double height,
                          const NstChartColor *color);
void nst_chart_pen_state (cairo_t *cr, const NstChartTheme *theme, NstActivityState state,
                          double x, double y, double radius, const char *number);
NstChartHue nst_chart_hue_of_state (NstActivityState state);

G_END_DECLS
