/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside what waits: how the plan of the year goes, and when dates come. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TODAY_CHARTS (nst_today_charts_get_type ())
G_DECLARE_FINAL_TYPE (NstTodayCharts, nst_today_charts, NST, TODAY_CHARTS, GtkWidget)

/* Drawn when there is time, after what waits is shown. */
void nst_today_charts_show (NstTodayCharts *self, NstOffice *office);

G_END_DECLS
