/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every chart can do besides being drawn: its marks, its table, its words. */
#pragma once

#include "charts/nst-chart-theme.h"

G_BEGIN_DECLS

/**
 * NstChartDraw:
 * @cr: a context whose origin is the chart's corner
 * @theme: colours
 * @width: in pixels
 * @height: in pixels
 * @data: what the chart was made with
 */
typedef void (*NstChartDraw) (cairo_t *cr, const NstChartTheme *theme, double width,
                              double height, gpointer data);

/**
 * NstChartMark:
 * @x: left
 * @y: top
 * @width: in pixels
 * @height: in pixels
 * @text: what stands for it in words: its label and its value
 *
 * A bar, a point, a cell: what is pointed at, or walked to by keyboard.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  char *text;
} NstChartMark;

/**
 * NstPlot:
 * @get_height: the height in pixels that it is drawn in
 * @draw: draws it
 * @list_marks: (element-type NstChartMark): its marks, in the order of reading
 * @list_rows: (element-type GStrv): its table; the first row holds the headings
 * @dup_summary: the whole of it in words
 * @free: frees the data
 *
 * A kind of chart. Each function gets the data that the chart was made with.
 */
typedef struct
{
  double (*get_height) (gpointer data);
  NstChartDraw draw;
  GPtrArray *(*list_marks) (gpointer data, double width, double height);
  GPtrArray *(*list_rows) (gpointer data);
  char *(*dup_summary) (gpointer data);
  GDestroyNotify free;
} NstPlot;

GPtrArray *nst_chart_marks_new (void);
void nst_chart_marks_take (GPtrArray *marks, double x, double y, double width, double height,
                           char *text);
int nst_chart_marks_find (GPtrArray *marks, double x, double y);

GPtrArray *nst_chart_rows_new (const char *heading, ...) G_GNUC_NULL_TERMINATED;
void nst_chart_rows_add (GPtrArray *rows, const char *cell, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
