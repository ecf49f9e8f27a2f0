/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators as a table. */
#pragma once

#include "app/indicators/nst-indicator-item.h"

G_BEGIN_DECLS

#define NST_TYPE_INDICATORS_TABLE (nst_indicators_table_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorsTable, nst_indicators_table, NST, INDICATORS_TABLE, GtkWidget)

void nst_indicators_table_clear (NstIndicatorsTable *self);
void nst_indicators_table_add (NstIndicatorsTable *self, const char *subject, GPtrArray *values);

G_END_DECLS
