/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of indicators: as charts and as a table, by year. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_INDICATORS_VIEW (nst_indicators_view_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorsView, nst_indicators_view, NST, INDICATORS_VIEW, GtkWidget)

G_END_DECLS
