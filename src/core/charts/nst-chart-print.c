/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts for black-and-white paper: what they hold, and how they are said in words. */
#include "config.h"

#include "charts/nst-chart-print-private.h"

#include <string.h>

static const struct
{
  const char *name;
  NstPrintChartType type;
} types[] = {
  { "columns", NST_PRINT_CHART_COLUMNS },
  { "stacks", NST_PRINT_CHART_STACKS },
  { "bars", NST_PRINT_CHART_BARS },
};

static void
free_row (gpointer data)
{
  NstPrintRow *row = data;

  g_free (row->label);
  g_array_unref (row->values);
  g_free (row);
}

/**
 * nst_print_chart_type_from_name:
 * @name: "columns", "stacks" or "bars"
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
 * nst_print_chart_get_length:
 * @self: a chart
 *
 * Returns: how many rows it has
 */
guint
nst_print_chart_get_length (const NstPrintChart *self)
{
  return self->rows->len;
}

/* Of a series in a row; unknown when it has not been added. */
gint64
nst_print_chart_get_value (const NstPrintChart *self, guint row, guint series)
{
  const NstPrintRow *found = g_ptr_array_index (self->rows, row);

  return series < found->values->len ? g_array_index (found->values, gint64, series)
                                     : NST_PRINT_CHART_UNKNOWN;
}

static void
append_row (const NstPrintChart *self, GString *text, guint row, guint series)
{
  const NstPrintRow *found = g_ptr_array_index (self->rows, row);
  gint64 value = nst_print_chart_get_value (self, row, series);

  if (value < 0)
    return;
  if (text->len > 0 && !g_str_has_suffix (text->str, ": "))
    g_string_append (text, ", ");
  g_string_append_printf (text, "%s – %" G_GINT64_FORMAT, found->label, value);
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
  GString *text = g_string_new (NULL);

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
