/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the table of indicators. */
#pragma once

#include "indicators/nst-indicator-value.h"
#include "model/nst-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_INDICATOR_ITEM (nst_indicator_item_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorItem, nst_indicator_item, NST, INDICATOR_ITEM, GObject)

/* Columns: what it is about, code, name, value, numbers, target, verdict. */
#define NST_INDICATOR_N_COLUMNS 7

/* @program: what it is about; NULL for the whole office and for territories. */
NstIndicatorItem *nst_indicator_item_new (const char *subject, NstRecord *program,
                                          const NstIndicatorValue *value);
/* The fact stands before what is supposed. */
void nst_indicator_item_set_fact (NstIndicatorItem *self, const NstIndicatorValue *fact);
const NstIndicatorValue *nst_indicator_item_get_value (NstIndicatorItem *self);
NstRecord *nst_indicator_item_get_program (NstIndicatorItem *self);
const char *nst_indicator_item_get_verdict_icon (NstIndicatorVerdict verdict);
const char *nst_indicator_item_get_cell (NstIndicatorItem *self, guint column);
const char *nst_indicator_item_get_heading (guint column);

G_END_DECLS
