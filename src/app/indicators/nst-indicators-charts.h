/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators as charts: the whole office, each programme, states, months. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_INDICATORS_CHARTS (nst_indicators_charts_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorsCharts, nst_indicators_charts, NST, INDICATORS_CHARTS,
                      GtkWidget)

/* @context: on the day of the values; @values (element-type NstIndicatorValue) of the office. */
void nst_indicators_charts_show (NstIndicatorsCharts *self, NstOffice *office,
                                 const NstRuleContext *context, GPtrArray *programs,
                                 GPtrArray *values);

G_END_DECLS
