/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the table of indicators. */
#pragma once

#include "indicators/nst-indicator-value.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_INDICATOR_ITEM (nst_indicator_item_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorItem, nst_indicator_item, NST, INDICATOR_ITEM, GObject)

/* Columns: what it is about, code, name, value, numbers, target, verdict. */
#define NST_INDICATOR_N_COLUMNS 7

NstIndicatorItem *nst_indicator_item_new (const char *subject, const NstIndicatorValue *value);
const char *nst_indicator_item_get_cell (NstIndicatorItem *self, guint column);
const char *nst_indicator_item_get_heading (guint column);

G_END_DECLS
