/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on a card, under its title, with its table to unfold. */
#pragma once

#include "charts/nst-chart-plot.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_CHART_CARD (nst_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (NstChartCard, nst_chart_card, NST, CHART_CARD, GtkWidget)

/* @note stands beside the title; @data is taken. Without @plot the card hides. */
void nst_chart_card_show (NstChartCard *self, const char *note, const NstPlot *plot,
                          gpointer data);

G_END_DECLS
