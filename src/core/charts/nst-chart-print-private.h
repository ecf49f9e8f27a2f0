/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For those who hold a chart for paper and those who draw it. */
#pragma once

#include "charts/nst-chart-print.h"

G_BEGIN_DECLS

/**
 * NstPrintRow:
 * @label: of the column or bar
 * @values: (element-type gint64): one a series
 * @wholes: (element-type gint64): what each of them is a part of; empty where nothing is
 */
typedef struct
{
  char *label;
  GArray *values;
  GArray *wholes;
} NstPrintRow;

struct _NstPrintChart
{
  NstPrintChartType type;
  char *family;
  gboolean percent;
  GPtrArray *series; /* utf8 */
  GPtrArray *rows;   /* NstPrintRow */
};

#define NST_PRINT_CHART_HEAT_ROW 12.5
#define NST_PRINT_CHART_HEAT_HEAD 36.0

gint64 nst_print_chart_get_value (const NstPrintChart *self, guint row, guint series);
gint64 nst_print_chart_get_whole (const NstPrintChart *self, guint row, guint series);
/* «12», «33,3 %» */
char *nst_print_chart_dup_number (const NstPrintChart *self, gint64 value);
/* «3 из 5»; a dash where it is asked of none */
char *nst_print_chart_dup_part (gint64 value, gint64 whole);

G_END_DECLS
