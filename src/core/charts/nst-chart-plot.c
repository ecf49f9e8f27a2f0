/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every chart can do besides being drawn: its marks, its table, its words. */
#include "config.h"

#include "charts/nst-chart-plot.h"

#include <stdarg.h>

static void
mark_free (NstChartMark *mark)
{
  g_free (mark->text);
  g_free (mark);
}

/**
 * nst_chart_marks_new:
 *
 * Returns: (transfer full) (element-type NstChartMark): no marks yet
 */
GPtrArray *
nst_chart_marks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
}

/**
 * nst_chart_marks_take:
 * @marks: (element-type NstChartMark): gets one more
 * @x: left
 * @y: top
 * @width: in pixels
 * @height: in pixels
 * @text: (transfer full): the mark in words
 */
void
nst_chart_marks_take (GPtrArray *marks, double x, double y, double width, double height,
                      char *text)
{
  NstChartMark *mark = g_new0 (NstChartMark, 1);

  g_return_if_fail (marks != NULL && text != NULL);

  *mark = (NstChartMark){ x, y, width, height, text };
  g_ptr_array_add (marks, mark);
}

/**
 * nst_chart_marks_find:
 * @marks: (element-type NstChartMark): marks
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: index of the mark that the point is in, or -1; of two, the one drawn later
 */
int
nst_chart_marks_find (GPtrArray *marks, double x, double y)
{
  for (guint i = marks->len; i > 0; i--)
    {
      const NstChartMark *mark = g_ptr_array_index (marks, i - 1);

      if (x >= mark->x && x < mark->x + mark->width && y >= mark->y && y < mark->y + mark->height)
        return (int) i - 1;
    }
  return -1;
}

static void
add_row (GPtrArray *rows, const char *first, va_list rest)
{
  g_autoptr (GStrvBuilder) row = g_strv_builder_new ();

  for (const char *cell = first; cell != NULL; cell = va_arg (rest, const char *))
    g_strv_builder_add (row, cell);
  g_ptr_array_add (rows, g_strv_builder_end (row));
}

/**
 * nst_chart_rows_new:
 * @heading: of the first column
 * @...: further headings, and %NULL
 *
 * Returns: (transfer full) (element-type GStrv): a table with its headings only
 */
GPtrArray *
nst_chart_rows_new (const char *heading, ...)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  va_list rest;

  va_start (rest, heading);
  add_row (rows, heading, rest);
  va_end (rest);
  return rows;
}

/**
 * nst_chart_rows_add:
 * @rows: (element-type GStrv): gets one more
 * @cell: of the first column
 * @...: further cells, and %NULL
 */
void
nst_chart_rows_add (GPtrArray *rows, const char *cell, ...)
{
  va_list rest;

  g_return_if_fail (rows != NULL);

  va_start (rest, cell);
  add_row (rows, cell, rest);
  va_end (rest);
}
