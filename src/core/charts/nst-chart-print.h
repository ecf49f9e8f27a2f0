/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts for black-and-white paper: grey with hatch, values written at the bars. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * NstPrintChartType:
 * @NST_PRINT_CHART_COLUMNS: a column of each series over each label, side by side
 * @NST_PRINT_CHART_STACKS: the same, one on the other
 * @NST_PRINT_CHART_BARS: a bar to the right of each label; for long labels
 * @NST_PRINT_CHART_HEAT: a table of rows and series; each cell says how many of how many, the
 *   darker and the more hatched the more are missing
 */
typedef enum
{
  NST_PRINT_CHART_COLUMNS,
  NST_PRINT_CHART_STACKS,
  NST_PRINT_CHART_BARS,
  NST_PRINT_CHART_HEAT,
} NstPrintChartType;

#define NST_PRINT_CHART_UNKNOWN (-1)

typedef struct _NstPrintChart NstPrintChart;

/* FALSE: there is no chart of that name. */
gboolean nst_print_chart_type_from_name (const char *name, NstPrintChartType *type);

NstPrintChart *nst_print_chart_new (NstPrintChartType type, const char *family);
void nst_print_chart_free (NstPrintChart *self);
void nst_print_chart_add_series (NstPrintChart *self, const char *name);
void nst_print_chart_add_row (NstPrintChart *self, const char *label);
/* Of the row added last, for the next series; %NST_PRINT_CHART_UNKNOWN when it is not known. */
void nst_print_chart_add_value (NstPrintChart *self, gint64 value);
/* The same with what the value is a part of, for %NST_PRINT_CHART_HEAT. */
void nst_print_chart_add_part (NstPrintChart *self, gint64 value, gint64 whole);
/* Values are tenths of a per cent and are written so. */
void nst_print_chart_set_percent (NstPrintChart *self);

/* In points; what is needed at least, so that all rows can be read. */
double nst_print_chart_get_height (const NstPrintChart *self);
gboolean nst_print_chart_is_known (const NstPrintChart *self);
char *nst_print_chart_dup_summary (const NstPrintChart *self);
/* In points from the upper left corner. */
void nst_print_chart_draw (const NstPrintChart *self, cairo_t *cr, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstPrintChart, nst_print_chart_free)

G_END_DECLS
