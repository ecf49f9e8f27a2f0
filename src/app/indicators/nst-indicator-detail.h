/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator: how it is counted, value, target and verdict, and the records in the number. */
#pragma once

#include "app/indicators/nst-indicator-item.h"
#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_INDICATOR_DETAIL (nst_indicator_detail_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorDetail, nst_indicator_detail, NST, INDICATOR_DETAIL, GtkWidget)

/* @context: on the day of the value; @territory: 0 for the whole office; @scenario: 0 for facts.
 */
void nst_indicator_detail_show (NstIndicatorDetail *self, NstOffice *office,
                                const NstRuleContext *context, NstIndicatorItem *item,
                                gint64 territory, gint64 scenario);

G_END_DECLS
