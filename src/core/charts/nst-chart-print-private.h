/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For those who hold a chart for paper and those who draw it. */
#pragma once

#include "charts/nst-chart-print.h"

G_BEGIN_DECLS

/**
 * NstPrintRow:
 * @label: of the column or bar
 * @values: (element-type gint64): one a series
 */
typedef struct
{
  char *label;
  GArray *values;
} NstPrintRow;

struct _NstPrintChart
{
  NstPrintChartType type;
  char *family;
  GPtrArray *series; /* utf8 */
  GPtrArray *rows;   /* NstPrintRow */
};

gint64 nst_print_chart_get_value (const NstPrintChart *self, guint row, guint series);

G_END_DECLS
