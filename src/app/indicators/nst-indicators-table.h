/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators as a table. */
#pragma once

#include "app/indicators/nst-indicator-item.h"

G_BEGIN_DECLS

#define NST_TYPE_INDICATORS_TABLE (nst_indicators_table_get_type ())
G_DECLARE_FINAL_TYPE (NstIndicatorsTable, nst_indicators_table, NST, INDICATORS_TABLE, GtkWidget)

void nst_indicators_table_clear (NstIndicatorsTable *self);
void nst_indicators_table_add (NstIndicatorsTable *self, const char *subject, NstRecord *program,
                               GPtrArray *values);
/* As nst_indicators_table_add(), of suppositions; @facts one by one. */
void nst_indicators_table_add_what_if (NstIndicatorsTable *self, const char *subject,
                                       GPtrArray *facts, GPtrArray *values);
/* The line of an indicator, of a programme or (NULL) of the first subject; NULL: none. */
NstIndicatorItem *nst_indicators_table_find (NstIndicatorsTable *self, const char *code,
                                             NstRecord *program);

G_END_DECLS
