/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart with a title that can be drawn on any cairo context, or kept as a file. */
#pragma once

#include "charts/nst-chart-plot.h"

G_BEGIN_DECLS

typedef struct _NstChart NstChart;

NstChart *nst_chart_new (const char *title, double width);
void nst_chart_free (NstChart *self);
/* Stacks another picture, with its own heading (nullable), under what there is. */
void nst_chart_take (NstChart *self, const char *heading, const NstPlot *plot, gpointer data);

const char *nst_chart_get_title (const NstChart *self);
const char *nst_chart_get_summary (const NstChart *self);
void nst_chart_get_size (const NstChart *self, double *width, double *height);
guint nst_chart_get_length (const NstChart *self);
const char *nst_chart_get_heading (const NstChart *self, guint part);
/* (element-type GStrv): table of a part; the first row holds the headings. */
GPtrArray *nst_chart_list_rows (const NstChart *self, guint part);
void nst_chart_draw (const NstChart *self, cairo_t *cr, const NstChartTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstChart, nst_chart_free)

G_END_DECLS
