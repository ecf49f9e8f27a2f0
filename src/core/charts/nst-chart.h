/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart with a title that can be drawn on any cairo context, or kept as a file. */
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

typedef struct _NstChart NstChart;

NstChart *nst_chart_new (const char *title, double width);
void nst_chart_free (NstChart *self);
/* Stacks another picture, with its own heading (nullable), under what there is. */
void nst_chart_take (NstChart *self, const char *heading, double height, NstChartDraw draw,
                     gpointer data, GDestroyNotify destroy);
void nst_chart_add_summary (NstChart *self, const char *summary);

const char *nst_chart_get_title (const NstChart *self);
const char *nst_chart_get_summary (const NstChart *self);
void nst_chart_get_size (const NstChart *self, double *width, double *height);
void nst_chart_draw (const NstChart *self, cairo_t *cr, const NstChartTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstChart, nst_chart_free)

G_END_DECLS
