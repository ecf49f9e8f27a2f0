/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of the charts room in the window, in the window's colours. */
#pragma once

#include "charts/nst-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_CHART_AREA (nst_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (NstChartArea, nst_chart_area, NST, CHART_AREA, GtkDrawingArea)

GtkWidget *nst_chart_area_new (void);
/* @data is freed with @destroy; @summary is what a screen reader says instead. */
void nst_chart_area_set (NstChartArea *self, double height, const char *summary,
                         NstChartDraw draw, gpointer data, GDestroyNotify destroy);

/* A chart whose marks are pointed at and walked through by keyboard; @data is taken. */
void nst_chart_area_show (NstChartArea *self, const NstPlot *plot, gpointer data);
/* (element-type GStrv): the table of what is shown; the first row holds the headings. */
GPtrArray *nst_chart_area_list_rows (NstChartArea *self);

/* Colours for drawing on @widget: dark or light, its own text colour, no background. */
void nst_chart_area_init_theme (GtkWidget *widget, NstChartTheme *theme);
/* Draws @area anew when the window turns dark or light. */
void nst_chart_area_follow_style (GtkWidget *area);

G_END_DECLS
