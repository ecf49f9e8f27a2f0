/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns over a row of labels, such as deadlines by month. */
#include "config.h"

#include "charts/nst-chart-columns.h"

#include <glib/gi18n-lib.h>

#include "charts/nst-chart-pen.h"

#define HEIGHT 190.0
#define TOP 18.0
#define BOTTOM 20.0

/**
 * nst_column_new:
 * @label: under the column
 * @value: its height
 * @part: of it, the settled part
 * @marked: whether it is the present one
 *
 * Returns: (transfer full): a column, free with nst_column_free()
 */
NstColumn *
nst_column_new (const char *label, guint value, guint part, gboolean marked)
{
  NstColumn *self = g_new0 (NstColumn, 1);

  self->label = g_strdup (label);
  self->value = value;
  self->part = MIN (part, value);
  self->marked = marked;
  return self;
}

/**
 * nst_column_free:
 * @self: (nullable): a column
 */
void
nst_column_free (NstColumn *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self);
}

/**
 * nst_columns_place:
 * @columns: (element-type NstColumn): columns
 * @width: of the whole
 * @height: of the whole
 *
 * The highest column takes the whole height but the labels.
 *
 * Returns: (transfer full) (element-type NstColumnBox): a box a column
 */
GArray *
nst_columns_place (GPtrArray *columns, double width, double height)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (NstColumnBox));
  double room = height - TOP - BOTTOM;
  guint most = 1;

  for (guint i = 0; i < columns->len; i++)
    most = MAX (most, ((NstColumn *) g_ptr_array_index (columns, i))->value);
  for (guint i = 0; i < columns->len; i++)
    {
      const NstColumn *column = g_ptr_array_index (columns, i);
      double cell = width / columns->len;
      double tall = room * column->value / most;
      NstColumnBox box = { i * cell + cell * 0.2, height - BOTTOM - tall, cell * 0.6, tall,
                           room * column->part / most };

      g_array_append_val (boxes, box);
    }
  return boxes;
}

/**
 * nst_columns_hit:
 * @columns: (element-type NstColumn): columns
 * @width: of the whole
 * @x: in pixels
 *
 * Returns: index of the column in whose cell the point is, or -1
 */
int
nst_columns_hit (GPtrArray *columns, double width, double x)
{
  if (columns->len == 0 || x < 0 || x >= width)
    return -1;
  return (int) (x / (width / columns->len));
}

/**
 * nst_columns_draw:
 * @columns: (element-type NstColumn): columns
 * @cr: a context
 * @theme: colours
 * @width: in pixels
 * @height: in pixels
 *
 * The settled part is green, what is open is blue and hatched; numbers stand above.
 */
void
nst_columns_draw (GPtrArray *columns, cairo_t *cr, const NstChartTheme *theme, double width,
                  double height)
{
  static const NstChartColor veil = { 1, 1, 1, 0.35 };
  g_autoptr (GArray) boxes = nst_columns_place (columns, width, height);
  NstChartColor open, settled;

  nst_chart_theme_get (theme, NST_CHART_HUE_BLUE, NST_CHART_ROLE_FILL, &open);
  nst_chart_theme_get (theme, NST_CHART_HUE_GREEN, NST_CHART_ROLE_FILL, &settled);
  for (guint i = 0; i < boxes->len; i++)
    {
      const NstColumn *column = g_ptr_array_index (columns, i);
      const NstColumnBox *box = &g_array_index (boxes, NstColumnBox, i);
      double rest = box->height - box->part_height;
      double middle = box->x + box->width / 2;
      NstChartText label = { middle,
                             height - BOTTOM / 2,
                             0.5,
                             11,
                             column->marked,
                             0,
                             column->marked ? &theme->text : &theme->dim };
      NstChartText number = { middle, box->y - 9, 0.5, 12, TRUE, 0, &theme->text };
      g_autofree char *text = g_strdup_printf ("%u", column->value);

      nst_chart_pen_color (cr, &open);
      cairo_rectangle (cr, box->x, box->y, box->width, rest);
      cairo_fill (cr);
      if (rest > 0)
        nst_chart_pen_hatch (cr, box->x, box->y, box->width, rest, &veil);
      nst_chart_pen_color (cr, &settled);
      cairo_rectangle (cr, box->x, box->y + rest, box->width, box->part_height);
      cairo_fill (cr);
      nst_chart_pen_text (cr, theme, &label, column->label);
      if (column->value > 0)
        nst_chart_pen_text (cr, theme, &number, text);
    }
  nst_chart_pen_color (cr, &theme->line);
  cairo_rectangle (cr, 0, height - BOTTOM, width, 1);
  cairo_fill (cr);
}

/**
 * nst_columns_dup_summary:
 * @columns: (element-type NstColumn): columns
 *
 * Returns: (transfer full): what the picture says, in words
 */
char *
nst_columns_dup_summary (GPtrArray *columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const NstColumn *column = g_ptr_array_index (columns, i);

      /* TRANSLATORS: label of a column, its value, the settled part of it */
      g_string_append_printf (text, _ ("%s%s: %u, of these done %u"), i > 0 ? "; " : "",
                              column->label, column->value, column->part);
    }
  return g_string_free (text, FALSE);
}

static double
get_height (gpointer data G_GNUC_UNUSED)
{
  return HEIGHT;
}

static void
draw (cairo_t *cr, const NstChartTheme *theme, double width, double height, gpointer data)
{
  nst_columns_draw (data, cr, theme, width, height);
}

static char *
dup_words (const NstColumn *column)
{
  /* TRANSLATORS: label of a column, its value, the settled part of it */
  return g_strdup_printf (_ ("%s: %u, of these done %u"), column->label, column->value,
                          column->part);
}

/* The whole height answers, so that an empty column can be asked too. */
static GPtrArray *
list_marks (gpointer data, double width, double height)
{
  GPtrArray *columns = data;
  GPtrArray *marks = nst_chart_marks_new ();
  double cell = width / MAX (columns->len, 1);

  for (guint i = 0; i < columns->len; i++)
    nst_chart_marks_take (marks, i * cell, 0, cell, height,
                          dup_words (g_ptr_array_index (columns, i)));
  return marks;
}

static GPtrArray *
list_rows (gpointer data)
{
  GPtrArray *columns = data;
  GPtrArray *rows = nst_chart_rows_new (_ ("Month"), _ ("Dates"), _ ("Done"), NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const NstColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *value = g_strdup_printf ("%u", column->value);
      g_autofree char *part = g_strdup_printf ("%u", column->part);

      nst_chart_rows_add (rows, column->label, value, part, NULL);
    }
  return rows;
}

static char *
dup_summary (gpointer data)
{
  return nst_columns_dup_summary (data);
}

const NstPlot nst_columns_plot = { get_height, draw,        list_marks,
                                   list_rows,  dup_summary, (GDestroyNotify) g_ptr_array_unref };
