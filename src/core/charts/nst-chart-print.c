/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts for black-and-white paper: what they hold, and how they are said in words. */
#include "config.h"

#include "charts/nst-chart-print-private.h"

#include <string.h>

#include "text/nst-russian.h"

/* Of a row of bars: its label may take two lines. */
#define BAR_ROW 24.0
#define BAR_ROW_OF_ONE 18.0
/* The height that charts have by DOCUMENTS 11, 75 mm. */
#define USUAL 212.0
/* A page holds no more; rows of a longer table become lower. */
#define HIGHEST 640.0

static const struct
{
  const char *name;
  NstPrintChartType type;
} types[] = {
  { "columns", NST_PRINT_CHART_COLUMNS },
  { "stacks", NST_PRINT_CHART_STACKS },
  { "bars", NST_PRINT_CHART_BARS },
  { "heat", NST_PRINT_CHART_HEAT },
};

static void
free_row (gpointer data)
{
  NstPrintRow *row = data;

  g_free (row->label);
  g_array_unref (row->values);
  g_array_unref (row->wholes);
  g_free (row);
}

/**
 * nst_print_chart_type_from_name:
 * @name: "columns", "stacks", "bars" or "heat"
 * @type: (out): gets what it means
 *
 * Returns: whether there is such a chart
 */
gboolean
nst_print_chart_type_from_name (const char *name, NstPrintChartType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].name, name) == 0)
      {
        *type = types[i].type;
        return TRUE;
      }
  return FALSE;
}

/**
 * nst_print_chart_new:
 * @type: how it is drawn
 * @family: type family of the document
 *
 * Returns: (transfer full): a chart without data
 */
NstPrintChart *
nst_print_chart_new (NstPrintChartType type, const char *family)
{
  NstPrintChart *self = g_new0 (NstPrintChart, 1);

  self->type = type;
  self->family = g_strdup (family);
  self->series = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * nst_print_chart_free:
 * @self: (nullable): a chart
 */
void
nst_print_chart_free (NstPrintChart *self)
{
  if (self == NULL)
    return;
  g_free (self->family);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * nst_print_chart_add_series:
 * @self: a chart
 * @name: what the legend says
 */
void
nst_print_chart_add_series (NstPrintChart *self, const char *name)
{
  g_ptr_array_add (self->series, g_strdup (name != NULL ? name : ""));
}

/**
 * nst_print_chart_add_row:
 * @self: a chart
 * @label: of the next column or bar
 */
void
nst_print_chart_add_row (NstPrintChart *self, const char *label)
{
  NstPrintRow *row = g_new0 (NstPrintRow, 1);

  row->label = g_strdup (label != NULL ? label : "");
  row->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  row->wholes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->rows, row);
}

/**
 * nst_print_chart_add_value:
 * @self: a chart with a row
 * @value: of that row, for the next series; %NST_PRINT_CHART_UNKNOWN when it is not known
 */
void
nst_print_chart_add_value (NstPrintChart *self, gint64 value)
{
  NstPrintRow *row;

  g_return_if_fail (self->rows->len > 0);
  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_array_append_val (row->values, value);
}

/**
 * nst_print_chart_add_part:
 * @self: a chart with a row
 * @value: of that row, for the next series
 * @whole: of how many; 0 or less when it is asked of none
 */
void
nst_print_chart_add_part (NstPrintChart *self, gint64 value, gint64 whole)
{
  nst_print_chart_add_value (self, value);
  g_array_append_val (((NstPrintRow *) self->rows->pdata[self->rows->len - 1])->wholes, whole);
}

/**
 * nst_print_chart_set_percent:
 * @self: a chart
 *
 * Its values are tenths of a per cent, and are written as per cent.
 */
void
nst_print_chart_set_percent (NstPrintChart *self)
{
  self->percent = TRUE;
}

/**
 * nst_print_chart_get_height:
 * @self: a chart
 *
 * Returns: the points that its rows need to be read, a page at most; 0 when the usual height will
 *   do
 */
double
nst_print_chart_get_height (const NstPrintChart *self)
{
  double needed;

  switch (self->type)
    {
    case NST_PRINT_CHART_HEAT:
      return MIN (HIGHEST,
                  NST_PRINT_CHART_HEAT_HEAD + (self->rows->len + 1.5) * NST_PRINT_CHART_HEAT_ROW);
    case NST_PRINT_CHART_BARS:
      needed = self->rows->len * (self->series->len > 1 ? BAR_ROW : BAR_ROW_OF_ONE);
      return needed <= USUAL ? 0 : MIN (HIGHEST, needed);
    case NST_PRINT_CHART_COLUMNS:
    case NST_PRINT_CHART_STACKS:
    default:
      return 0;
    }
}

/* Of a series in a row; unknown when it has not been added. */
gint64
nst_print_chart_get_value (const NstPrintChart *self, guint row, guint series)
{
  const NstPrintRow *found = g_ptr_array_index (self->rows, row);

  return series < found->values->len ? g_array_index (found->values, gint64, series)
                                     : NST_PRINT_CHART_UNKNOWN;
}

/**
 * nst_print_chart_is_known:
 * @self: a chart
 *
 * Returns: whether there is at least one value to draw
 */
gboolean
nst_print_chart_is_known (const NstPrintChart *self)
{
  for (guint row = 0; row < self->rows->len; row++)
    for (guint series = 0; series < self->series->len; series++)
      if (nst_print_chart_get_value (self, row, series) >= 0)
        return TRUE;
  return FALSE;
}

/* What a value is a part of; 0 when it is part of nothing. */
gint64
nst_print_chart_get_whole (const NstPrintChart *self, guint row, guint series)
{
  const NstPrintRow *found = g_ptr_array_index (self->rows, row);

  return series < found->wholes->len ? MAX (0, g_array_index (found->wholes, gint64, series)) : 0;
}

char *
nst_print_chart_dup_number (const NstPrintChart *self, gint64 value)
{
  return self->percent ? nst_russian_percent ((guint) MAX (0, value))
                       : nst_russian_number (value);
}

char *
nst_print_chart_dup_part (gint64 value, gint64 whole)
{
  if (whole <= 0)
    return g_strdup ("–");
  return g_strdup_printf ("%" G_GINT64_FORMAT " из %" G_GINT64_FORMAT, MAX (0, value), whole);
}

/* Of a heat table only the sums of its series: each cell would be a page of words. */
static char *
dup_sums (const NstPrintChart *self)
{
  GString *text = g_string_new (NULL);

  for (guint series = 0; series < self->series->len; series++)
    {
      gint64 value = 0, whole = 0;
      g_autofree char *part = NULL;

      for (guint row = 0; row < self->rows->len; row++)
        if (nst_print_chart_get_whole (self, row, series) > 0)
          {
            value += MAX (0, nst_print_chart_get_value (self, row, series));
            whole += nst_print_chart_get_whole (self, row, series);
          }
      part = nst_print_chart_dup_part (value, whole);
      g_string_append_printf (text, "%s%s – %s", series > 0 ? ", " : "",
                              (const char *) self->series->pdata[series], part);
    }
  return g_string_free (text, FALSE);
}

static void
append_row (const NstPrintChart *self, GString *text, guint row, guint series)
{
  const NstPrintRow *found = g_ptr_array_index (self->rows, row);
  gint64 value = nst_print_chart_get_value (self, row, series);
  g_autofree char *number = NULL;

  if (value < 0)
    return;
  number = nst_print_chart_dup_number (self, value);
  if (text->len > 0 && !g_str_has_suffix (text->str, ": "))
    g_string_append (text, ", ");
  g_string_append_printf (text, "%s – %s", found->label, number);
}

/**
 * nst_print_chart_dup_summary:
 * @self: a chart
 *
 * Names and numbers only, in the language of the paper: «План: 2021 – 70, 2022 – 140; Факт: …».
 *
 * Returns: (transfer full): its data in one line
 */
char *
nst_print_chart_dup_summary (const NstPrintChart *self)
{
  GString *text;

  if (self->type == NST_PRINT_CHART_HEAT)
    return dup_sums (self);
  text = g_string_new (NULL);
  for (guint series = 0; series < self->series->len; series++)
    {
      g_autoptr (GString) part = g_string_new (NULL);
      const char *name = g_ptr_array_index (self->series, series);

      if (*name != '\0' && self->series->len > 1)
        g_string_append_printf (part, "%s: ", name);
      for (guint row = 0; row < self->rows->len; row++)
        append_row (self, part, row, series);
      if (part->len == 0 || g_str_has_suffix (part->str, ": "))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part->str);
    }
  return g_string_free (text, FALSE);
}
