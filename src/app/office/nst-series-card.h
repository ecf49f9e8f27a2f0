/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbering of one sort of paper in one year, to look at and to change in place. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_SERIES_CARD (nst_series_card_get_type ())
G_DECLARE_FINAL_TYPE (NstSeriesCard, nst_series_card, NST, SERIES_CARD, GtkWidget)

GtkWidget *nst_series_card_new (NstOffice *office, const char *paper, int year, GArray *offices);
void nst_series_card_refresh (NstSeriesCard *self);

G_END_DECLS
