/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns over a row of labels, such as deadlines by month. */
#pragma once

#include "charts/nst-chart-plot.h"

G_BEGIN_DECLS

/**
 * NstColumn:
 * @label: under the column
 * @value: its height
 * @part: of it, the part that is settled already; at most @value
 * @marked: whether it is the present one
 */
typedef struct
{
  char *label;
  guint value;
  guint part;
  gboolean marked;
} NstColumn;

/**
 * NstColumnBox:
 * @x: left
 * @y: top
 * @width: in pixels
 * @height: in pixels
 * @part_height: of the settled part, at the bottom
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double part_height;
} NstColumnBox;

NstColumn *nst_column_new (const char *label, guint value, guint part, gboolean marked);
void nst_column_free (NstColumn *self);
GArray *nst_columns_place (GPtrArray *columns, double width, double height);
int nst_columns_hit (GPtrArray *columns, double width, double x);
void nst_columns_draw (GPtrArray *columns, cairo_t *cr, const NstChartTheme *theme, double width,
                       double height);
char *nst_columns_dup_summary (GPtrArray *columns);

/* Of columns, a GPtrArray of NstColumn. */
extern const NstPlot nst_columns_plot;

G_END_DECLS
