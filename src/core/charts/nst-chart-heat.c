/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of rows and steps whose cells say how many are through a step, and of how many. */
#include "config.h"

#include "charts/nst-chart-heat.h"

#include <glib/gi18n-lib.h>

#include "charts/nst-chart-pen.h"

#define ROW_HEIGHT 24.0
#define HEADER_HEIGHT 48.0
#define LEGEND_HEIGHT 30.0
#define LABEL_SHARE 0.32
#define COUNT_SHARE 0.1
#define GAP 2.0

/* How dark a level is, and how far apart its strokes are (0: none). */
static const struct
{
  double alpha;
  double step;
  const char *title;
} levels[NST_HEAT_N_LEVELS] = {
  { 0.0, 0, N_ ("all") },
  { 0.16, 0, N_ ("from 2/3") },
  { 0.34, 9, N_ ("from 1/3") },
  { 0.55, 4.5, N_ ("less than 1/3") },
};

static void
row_free (NstHeatRow *row)
{
  g_free (row->label);
  g_free (row);
}

/**
 * nst_heat_new:
 * @what: heading of the labels
 * @unit: heading of the counts
 *
 * Returns: (transfer full): an empty table, free with nst_heat_free()
 */
NstHeat *
nst_heat_new (const char *what, const char *unit)
{
  NstHeat *self = g_new0 (NstHeat, 1);

  self->what = g_strdup (what);
  self->unit = g_strdup (unit);
  self->steps = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

/**
 * nst_heat_free:
 * @self: (nullable): a table
 */
void
nst_heat_free (NstHeat *self)
{
  if (self == NULL)
    return;
  g_free (self->what);
  g_free (self->unit);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * nst_heat_add_step:
 * @self: a table
 * @heading: of one more step, of %NST_HEAT_MAX_STEPS at most
 */
void
nst_heat_add_step (NstHeat *self, const char *heading)
{
  g_return_if_fail (self != NULL && self->steps->len < NST_HEAT_MAX_STEPS);

  g_ptr_array_add (self->steps, g_strdup (heading));
}

/**
 * nst_heat_add_row:
 * @self: a table
 * @label: what the row is about
 *
 * Returns: (transfer none): the row, with nothing counted yet
 */
NstHeatRow *
nst_heat_add_row (NstHeat *self, const char *label)
{
  NstHeatRow *row = g_new0 (NstHeatRow, 1);

  row->label = g_strdup (label);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* Mean of the shares that are missing, in millionths; a step asked of none counts nothing. */
static guint
count_missing (const NstHeatRow *row)
{
  guint64 missing = 0;
  guint asked = 0;

  for (guint i = 0; i < NST_HEAT_MAX_STEPS; i++)
    {
      const NstHeatCell *cell = &row->cells[i];

      if (cell->of == 0)
        continue;
      missing += (guint64) (cell->of - MIN (cell->done, cell->of)) * 1000000 / cell->of;
      asked++;
    }
  return (guint) (missing / MAX (asked, 1));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const NstHeatRow *first = *(const NstHeatRow *const *) a;
  const NstHeatRow *second = *(const NstHeatRow *const *) b;
  guint one = count_missing (first), other = count_missing (second);

  if (one != other)
    return one > other ? -1 : 1;
  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return g_utf8_collate (first->label, second->label);
}

/**
 * nst_heat_sort:
 * @self: a table
 *
 * Puts the worst first: where, on the mean of the steps, most is missing.
 */
void
nst_heat_sort (NstHeat *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->rows, compare_rows);
}

/**
 * nst_heat_cell_get_level:
 * @cell: a cell that is asked of somebody
 *
 * Returns: 0 for all, 1 from two thirds, 2 from a third, 3 for less
 */
guint
nst_heat_cell_get_level (const NstHeatCell *cell)
{
  g_return_val_if_fail (cell != NULL, 0);

  if (cell->done >= cell->of)
    return 0;
  if (cell->done * 3 >= cell->of * 2)
    return 1;
  return cell->done * 3 >= cell->of ? 2 : 3;
}

static void
place_cell (const NstHeat *self, double width, guint row, guint step, NstChartMark *box)
{
  double left = width * (LABEL_SHARE + COUNT_SHARE);

  box->width = (width - left) / MAX (self->steps->len, 1);
  box->x = left + step * box->width;
  box->y = HEADER_HEIGHT + row * ROW_HEIGHT;
  box->height = ROW_HEIGHT;
}

static char *
dup_cell (const NstHeatCell *cell)
{
  if (cell->of == 0)
    return g_strdup ("–");
  return g_strdup_printf (_ ("%u of %u"), cell->done, cell->of);
}

static void
draw_level (cairo_t *cr, const NstChartTheme *theme, guint level, double x, double y,
            double width, double height)
{
  NstChartColor color, stroke;

  nst_chart_theme_get (theme, NST_CHART_HUE_RED, NST_CHART_ROLE_FILL, &color);
  color.alpha = levels[level].alpha;
  nst_chart_pen_color (cr, &color);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  nst_chart_pen_color (cr, &theme->line);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, y + 0.5, width - 1, height - 1);
  cairo_stroke (cr);
  if (levels[level].step <= 0)
    return;
  stroke = theme->text;
  stroke.alpha = 0.28;
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  nst_chart_pen_color (cr, &stroke);
  for (double at = x - height; at < x + width; at += levels[level].step)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Strokes stop before the number, so that it stays clear. */
static void
draw_cell (cairo_t *cr, const NstChartTheme *theme, const NstHeatCell *cell,
           const NstChartMark *box)
{
  g_autofree char *text = dup_cell (cell);
  NstChartText how = { box->x + box->width / 2,
                       box->y + box->height / 2,
                       0.5,
                       12,
                       FALSE,
                       0,
                       cell->of == 0 ? &theme->dim : &theme->text };
  guint level = cell->of == 0 ? 0 : nst_heat_cell_get_level (cell);

  how.bold = level > 1;
  draw_level (cr, theme, level, box->x + GAP / 2, box->y + GAP / 2, box->width - GAP,
              box->height - GAP);
  if (level > 1)
    {
      double clear = nst_chart_pen_measure (cr, theme, 12, TRUE, text) + 4;
      NstChartColor paper = theme->background;

      paper.alpha = 0.8;
      nst_chart_pen_color (cr, &paper);
      nst_chart_pen_box (cr, how.x - clear / 2, box->y + 4, clear, box->height - 8, 4);
      cairo_fill (cr);
    }
  nst_chart_pen_text (cr, theme, &how, text);
}

static void
draw_header (const NstHeat *self, cairo_t *cr, const NstChartTheme *theme, double width)
{
  NstChartText how = { 0, HEADER_HEIGHT - 6, 0, 11, FALSE, width * LABEL_SHARE, &theme->dim };

  nst_chart_pen_paragraph (cr, theme, &how, self->what);
  how.align = 0.5;
  how.width = width * COUNT_SHARE;
  how.x = width * (LABEL_SHARE + COUNT_SHARE / 2);
  nst_chart_pen_paragraph (cr, theme, &how, self->unit);
  for (guint i = 0; i < self->steps->len; i++)
    {
      NstChartMark box;

      place_cell (self, width, 0, i, &box);
      how.x = box.x + box.width / 2;
      how.width = box.width - 6;
      nst_chart_pen_paragraph (cr, theme, &how, g_ptr_array_index (self->steps, i));
    }
}

static void
draw_legend (cairo_t *cr, const NstChartTheme *theme, double y)
{
  double x = 0;

  for (guint i = 0; i < NST_HEAT_N_LEVELS; i++)
    {
      NstChartText how = { x + 23, y + 7, 0, 11, FALSE, 0, &theme->dim };

      draw_level (cr, theme, i, x, y, 18, 14);
      x = how.x + nst_chart_pen_text (cr, theme, &how, _ (levels[i].title)) + 11;
    }
}

static void
draw (cairo_t *cr, const NstChartTheme *theme, double width, double height, gpointer data)
{
  const NstHeat *self = data;

  draw_header (self, cr, theme, width);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const NstHeatRow *row = g_ptr_array_index (self->rows, i);
      double middle = HEADER_HEIGHT + (i + 0.5) * ROW_HEIGHT;
      g_autofree char *count = g_strdup_printf ("%u", row->count);

      nst_chart_pen_text (cr, theme,
                          &(NstChartText){ 0, middle, 0, 12.5, FALSE, width * LABEL_SHARE - 6,
                                           &theme->text },
                          row->label);
      nst_chart_pen_text (cr, theme,
                          &(NstChartText){ width * (LABEL_SHARE + COUNT_SHARE / 2), middle, 0.5,
                                           12, FALSE, 0, &theme->text },
                          count);
      for (guint k = 0; k < self->steps->len; k++)
        {
          NstChartMark box;

          place_cell (self, width, i, k, &box);
          draw_cell (cr, theme, &row->cells[k], &box);
        }
    }
  draw_legend (cr, theme, height - LEGEND_HEIGHT + 12);
}

static GPtrArray *
list_marks (gpointer data, double width, double height G_GNUC_UNUSED)
{
  const NstHeat *self = data;
  GPtrArray *marks = nst_chart_marks_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const NstHeatRow *row = g_ptr_array_index (self->rows, i);

      for (guint k = 0; k < self->steps->len; k++)
        {
          g_autofree char *text = dup_cell (&row->cells[k]);
          NstChartMark box;

          place_cell (self, width, i, k, &box);
          nst_chart_marks_take (marks, box.x, box.y, box.width, box.height,
                                g_strdup_printf ("%s – %s: %s", row->label,
                                                 (const char *) self->steps->pdata[k], text));
        }
    }
  return marks;
}

static GPtrArray *
list_rows (gpointer data)
{
  const NstHeat *self = data;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();

  g_strv_builder_add (headings, self->what);
  g_strv_builder_add (headings, self->unit);
  for (guint k = 0; k < self->steps->len; k++)
    g_strv_builder_add (headings, self->steps->pdata[k]);
  g_ptr_array_add (rows, g_strv_builder_end (headings));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const NstHeatRow *row = g_ptr_array_index (self->rows, i);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      g_autofree char *count = g_strdup_printf ("%u", row->count);

      g_strv_builder_add (cells, row->label);
      g_strv_builder_add (cells, count);
      for (guint k = 0; k < self->steps->len; k++)
        {
          g_autofree char *text = dup_cell (&row->cells[k]);

          g_strv_builder_add (cells, text);
        }
      g_ptr_array_add (rows, g_strv_builder_end (cells));
    }
  return rows;
}

static char *
dup_summary (gpointer data)
{
  const NstHeat *self = data;
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < self->steps->len; k++)
    {
      NstHeatCell sum = { 0, 0 };
      g_autofree char *words = NULL;

      for (guint i = 0; i < self->rows->len; i++)
        {
          const NstHeatRow *row = g_ptr_array_index (self->rows, i);

          sum.done += row->cells[k].done;
          sum.of += row->cells[k].of;
        }
      words = dup_cell (&sum);
      g_string_append_printf (text, "%s%s: %s", k > 0 ? "; " : "",
                              (const char *) self->steps->pdata[k], words);
    }
  if (self->rows->len > 0)
    {
      g_string_append (text, ". ");
      g_string_append_printf (text, _ ("Worst: %s"),
                              ((const NstHeatRow *) self->rows->pdata[0])->label);
    }
  return g_string_free (text, FALSE);
}

static double
get_height (gpointer data)
{
  return HEADER_HEIGHT + ((const NstHeat *) data)->rows->len * ROW_HEIGHT + LEGEND_HEIGHT;
}

const NstPlot nst_heat_plot = { get_height, draw,        list_marks,
                                list_rows,  dup_summary, (GDestroyNotify) nst_heat_free };
