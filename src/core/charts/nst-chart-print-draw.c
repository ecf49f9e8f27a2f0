/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts for black-and-white paper as vectors. */
#include "config.h"

#include "charts/nst-chart-heat.h"
#include "charts/nst-chart-print-private.h"

#include <pango/pangocairo.h>

/* DOCUMENTS 11: labels of 9 points. */
#define SIZE 9.0
#define LINE 11.0
#define OUTLINE 0.6
#define AXIS 0.8
#define GRID 0.3
#define N_FILLS 4
#define SWATCH 10.0
#define GAP 4.0

/* Of the width: where bars and cells after long labels begin, and how wide columns are. */
#define BAR_LABELS 0.42
#define HEAT_LABELS 0.4
#define COLUMN_PART 0.64
#define WIDEST_COLUMN 42.0
#define THICKEST_BAR 14.0

typedef struct
{
  const NstPrintChart *chart;
  cairo_t *cr;
  PangoContext *context;
  double width;
  double height;
  gint64 top; /* value at the end of the axis */
  double x;   /* of the plot */
  double y;
  double plot_width;
  double plot_height;
} Pen;

static PangoLayout *
make_text (const Pen *pen, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (pen->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, pen->chart->family);
  pango_font_description_set_absolute_size (font, SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

static double
measure (const Pen *pen, const char *text)
{
  PangoLayout *layout = make_text (pen, text, 0);
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  g_object_unref (layout);
  return (double) width / PANGO_SCALE;
}

/* @align 0 left, 0.5 centre, 1 right of @x; @y is the middle of the line. */
static void
put_text (const Pen *pen, const char *text, double x, double y, double align)
{
  PangoLayout *layout = make_text (pen, text, 0);
  int width = 0, height = 0;

  pango_layout_get_size (layout, &width, &height);
  cairo_set_source_rgb (pen->cr, 0, 0, 0);
  cairo_move_to (pen->cr, x - align * width / PANGO_SCALE, y - height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (pen->cr, layout);
  cairo_new_path (pen->cr);
  g_object_unref (layout);
}

/* A label of several lines within a box; at its top, or in its middle. */
static void
put_label (const Pen *pen, const char *text, double x, double y, double width, double height,
           PangoAlignment align, gboolean middle)
{
  PangoLayout *layout = make_text (pen, text, width);
  int used = 0;

  pango_layout_set_alignment (layout, align);
  pango_layout_set_height (layout, (int) (MAX (height, LINE) * PANGO_SCALE));
  pango_layout_get_size (layout, NULL, &used);
  cairo_set_source_rgb (pen->cr, 0, 0, 0);
  cairo_move_to (pen->cr, x, middle ? y + (height - (double) used / PANGO_SCALE) / 2 : y);
  pango_cairo_show_layout (pen->cr, layout);
  cairo_new_path (pen->cr);
  g_object_unref (layout);
}

static void
hatch (cairo_t *cr, double x, double y, double width, double height, double pitch, gboolean back)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 0.5);
  for (double at = x - height; at < x + width; at += pitch)
    {
      cairo_move_to (cr, at, back ? y : y + height);
      cairo_line_to (cr, at + height, back ? y + height : y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Told apart by grey and by hatch: dark, white with strokes, light, white with a net. */
static void
fill (cairo_t *cr, guint series, double x, double y, double width, double height)
{
  static const double greys[N_FILLS] = { 0.45, 1.0, 0.85, 1.0 };
  guint look = series % N_FILLS;

  cairo_set_source_rgb (cr, greys[look], greys[look], greys[look]);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  if (look == 1)
    hatch (cr, x, y, width, height, 4, FALSE);
  if (look == 3)
    {
      hatch (cr, x, y, width, height, 5, FALSE);
      hatch (cr, x, y, width, height, 5, TRUE);
    }
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, OUTLINE);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
}

static void
put_line (cairo_t *cr, double x1, double y1, double x2, double y2, double thick)
{
  double grey = thick < AXIS ? 0.7 : 0;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, thick);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* The least of 1, 2, 5, 10, 20, 50 … that makes at most five steps. */
static gint64
get_step (gint64 highest)
{
  gint64 step = 1;
  guint turn = 0;

  for (; step * 5 < highest; turn++)
    step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
  return step;
}

static gint64
get_highest (const NstPrintChart *chart)
{
  gint64 highest = 1;

  for (guint row = 0; row < chart->rows->len; row++)
    {
      gint64 sum = 0;

      for (guint series = 0; series < chart->series->len; series++)
        {
          gint64 value = MAX (0, nst_print_chart_get_value (chart, row, series));

          sum = chart->type == NST_PRINT_CHART_STACKS ? sum + value : MAX (sum, value);
        }
      highest = MAX (highest, sum);
    }
  return highest;
}

/* One line of swatches with their names, below the chart; nothing for a single series. */
static double
put_legend (const Pen *pen)
{
  double total = 0;
  double x;

  if (pen->chart->series->len < 2)
    return 0;
  for (guint i = 0; i < pen->chart->series->len; i++)
    total += SWATCH + GAP + measure (pen, g_ptr_array_index (pen->chart->series, i)) + 4 * GAP;
  x = MAX (0, (pen->width - total + 4 * GAP) / 2);
  for (guint i = 0; i < pen->chart->series->len; i++)
    {
      const char *name = g_ptr_array_index (pen->chart->series, i);

      fill (pen->cr, i, x, pen->height - SWATCH, SWATCH, SWATCH - 1);
      put_text (pen, name, x + SWATCH + GAP, pen->height - SWATCH / 2 - 0.5, 0);
      x += SWATCH + GAP + measure (pen, name) + 4 * GAP;
    }
  return SWATCH + 2 * GAP;
}

/* Levels with their numbers, from zero. */
static void
put_levels (const Pen *pen, gint64 step)
{
  for (gint64 level = 0; level <= pen->top; level += step)
    {
      double y = pen->y + pen->plot_height * (1 - (double) level / (double) pen->top);
      g_autofree char *text = nst_print_chart_dup_number (pen->chart, level);

      put_line (pen->cr, pen->x, y, pen->x + pen->plot_width, y, level == 0 ? AXIS : GRID);
      put_text (pen, text, pen->x - GAP, y, 1);
    }
}

/* A number with white behind it, so that a line of the chart does not cross it. */
static void
put_clear (const Pen *pen, const char *text, double x, double y, double align)
{
  double width = measure (pen, text);

  cairo_set_source_rgb (pen->cr, 1, 1, 1);
  cairo_rectangle (pen->cr, x - align * width - 1, y - 4.5, width + 2, 9);
  cairo_fill (pen->cr);
  put_text (pen, text, x, y, align);
}

static void
put_number (const Pen *pen, gint64 value, double x, double y, double align)
{
  g_autofree char *text = nst_print_chart_dup_number (pen->chart, value);

  put_clear (pen, text, x, y, align);
}

/* Side by side: each with its number above. */
static void
put_columns (const Pen *pen, guint row, double left, double each)
{
  const NstPrintChart *chart = pen->chart;

  for (guint series = 0; series < chart->series->len; series++)
    {
      gint64 value = nst_print_chart_get_value (chart, row, series);
      double height = pen->plot_height * (double) MAX (0, value) / (double) pen->top;
      double x = left + series * each;

      if (value < 0)
        continue;
      if (value > 0)
        fill (pen->cr, series, x, pen->y + pen->plot_height - height, each, height);
      put_number (pen, value, x + each / 2, pen->y + pen->plot_height - height - 6, 0.5);
    }
}

/* One on the other: numbers inside where there is room, the sum of several above. */
static void
put_stack (const Pen *pen, guint row, double left, double width)
{
  const NstPrintChart *chart = pen->chart;
  double y = pen->y + pen->plot_height;
  gint64 sum = 0;
  guint parts = 0;

  for (guint series = 0; series < chart->series->len; series++)
    {
      gint64 value = MAX (0, nst_print_chart_get_value (chart, row, series));
      double height = pen->plot_height * (double) value / (double) pen->top;

      if (value == 0)
        continue;
      y -= height;
      sum += value;
      parts++;
      fill (pen->cr, series, left, y, width, height);
      if (height >= LINE)
        put_number (pen, value, left + width / 2, y + height / 2, 0.5);
    }
  if (parts != 1)
    put_number (pen, sum, left + width / 2, y - 6, 0.5);
}

/* One line or two. */
static double
measure_labels (const Pen *pen, double width)
{
  for (guint row = 0; row < pen->chart->rows->len; row++)
    if (measure (pen, ((NstPrintRow *) g_ptr_array_index (pen->chart->rows, row))->label) > width)
      return 2 * LINE;
  return LINE;
}

static void
draw_columns (Pen *pen)
{
  const NstPrintChart *chart = pen->chart;
  gboolean stacks = chart->type == NST_PRINT_CHART_STACKS;
  gint64 step = get_step (pen->top);
  double labels;
  double slot, each;
  guint beside = stacks ? 1 : chart->series->len;

  pen->top = (pen->top + step - 1) / step * step;
  {
    g_autofree char *widest = nst_print_chart_dup_number (chart, pen->top);

    pen->x = measure (pen, widest) + 2 * GAP;
  }
  pen->y = 14;
  pen->plot_width = pen->width - pen->x;
  slot = pen->plot_width / MAX (1, chart->rows->len);
  labels = measure_labels (pen, slot - 2) + GAP;
  pen->plot_height = pen->height - put_legend (pen) - labels - pen->y;
  put_levels (pen, step);
  each = MIN (WIDEST_COLUMN, slot * COLUMN_PART / MAX (1, beside));
  for (guint row = 0; row < chart->rows->len; row++)
    {
      const NstPrintRow *found = g_ptr_array_index (chart->rows, row);
      double left = pen->x + slot * row + (slot - each * beside) / 2;

      if (stacks)
        put_stack (pen, row, left, each);
      else
        put_columns (pen, row, left, each);
      put_label (pen, found->label, pen->x + slot * row + 1, pen->y + pen->plot_height + GAP,
                 slot - 2, 2 * LINE, PANGO_ALIGN_CENTER, FALSE);
    }
}

static void
draw_bars (Pen *pen)
{
  const NstPrintChart *chart = pen->chart;
  double legend = put_legend (pen);
  double slot = (pen->height - legend) / MAX (1, chart->rows->len);
  guint n = MAX (1, chart->series->len);
  double each = MIN (THICKEST_BAR, slot * 0.7 / n);
  g_autofree char *widest = nst_print_chart_dup_number (chart, pen->top);

  slot = MIN (slot, 2.4 * THICKEST_BAR * n);
  pen->x = pen->width * BAR_LABELS;
  pen->plot_width = pen->width - pen->x - measure (pen, widest) - 2 * GAP;
  for (guint row = 0; row < chart->rows->len; row++)
    {
      const NstPrintRow *found = g_ptr_array_index (chart->rows, row);
      double top = slot * row + (slot - each * n) / 2;

      put_label (pen, found->label, 0, slot * row, pen->x - 2 * GAP, slot, PANGO_ALIGN_RIGHT,
                 TRUE);
      for (guint series = 0; series < chart->series->len; series++)
        {
          gint64 value = nst_print_chart_get_value (chart, row, series);
          double width = pen->plot_width * (double) MAX (0, value) / (double) pen->top;

          if (value > 0)
            fill (pen->cr, series, pen->x, top + each * series, width, each);
          if (value >= 0)
            put_number (pen, value, pen->x + width + GAP, top + each * (series + 0.5), 0);
        }
    }
  put_line (pen->cr, pen->x, 0, pen->x, slot * chart->rows->len, AXIS);
}

/* From all (white) to less than a third: darker, and with closer strokes. */
static void
fill_level (cairo_t *cr, guint level, double x, double y, double width, double height)
{
  static const double greys[] = { 1.0, 0.9, 0.8, 0.66 };
  static const double pitches[] = { 0, 0, 7, 3.5 };

  cairo_set_source_rgb (cr, greys[level], greys[level], greys[level]);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
  if (pitches[level] > 0)
    hatch (cr, x, y, width, height, pitches[level], FALSE);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, GRID);
  cairo_rectangle (cr, x, y, width, height);
  cairo_stroke (cr);
}

static void
put_levels_legend (const Pen *pen, double y)
{
  static const char *const names[] = { "все", "2/3 и более", "1/3 и более", "менее 1/3" };
  double x = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      fill_level (pen->cr, i, x, y, 2 * SWATCH, SWATCH - 1);
      put_text (pen, names[i], x + 2 * SWATCH + GAP, y + SWATCH / 2, 0);
      x += 2 * SWATCH + GAP + measure (pen, names[i]) + 4 * GAP;
    }
}

static void
draw_heat (Pen *pen)
{
  const NstPrintChart *chart = pen->chart;
  double tall = MIN (NST_PRINT_CHART_HEAT_ROW,
                     (pen->height - NST_PRINT_CHART_HEAT_HEAD) / (chart->rows->len + 1.5));
  double left = pen->width * HEAT_LABELS;
  double wide = (pen->width - left) / MAX (1, chart->series->len);

  for (guint series = 0; series < chart->series->len; series++)
    put_label (pen, chart->series->pdata[series], left + series * wide + GAP, 0, wide - 2 * GAP,
               NST_PRINT_CHART_HEAT_HEAD - GAP, PANGO_ALIGN_CENTER, TRUE);
  for (guint row = 0; row < chart->rows->len; row++)
    {
      const NstPrintRow *found = g_ptr_array_index (chart->rows, row);
      double y = NST_PRINT_CHART_HEAT_HEAD + row * tall;

      put_label (pen, found->label, 0, y, left - GAP, tall, PANGO_ALIGN_LEFT, TRUE);
      for (guint series = 0; series < chart->series->len; series++)
        {
          NstHeatCell cell = { (guint) MAX (0, nst_print_chart_get_value (chart, row, series)),
                               (guint) nst_print_chart_get_whole (chart, row, series) };
          g_autofree char *text = nst_print_chart_dup_part (cell.done, cell.of);

          fill_level (pen->cr, cell.of > 0 ? nst_heat_cell_get_level (&cell) : 0,
                      left + series * wide + 1, y + 0.75, wide - 2, tall - 1.5);
          put_clear (pen, text, left + (series + 0.5) * wide, y + tall / 2, 0.5);
        }
    }
  put_levels_legend (pen, NST_PRINT_CHART_HEAT_HEAD + chart->rows->len * tall + GAP);
}

/**
 * nst_print_chart_draw:
 * @self: a chart
 * @cr: where to; its origin is the chart's upper left corner, one unit is one point
 * @width: points
 * @height: points
 *
 * Lines, areas and type only: on a vector surface nothing is a raster.
 */
void
nst_print_chart_draw (const NstPrintChart *self, cairo_t *cr, double width, double height)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  Pen pen = { .chart = self, .cr = cr, .width = width, .height = height };

  pen.top = get_highest (self);
  pen.context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (pen.context, options);
  pango_cairo_context_set_resolution (pen.context, 72);
  pango_context_set_round_glyph_positions (pen.context, FALSE);
  cairo_font_options_destroy (options);
  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (self->type == NST_PRINT_CHART_BARS)
    draw_bars (&pen);
  else if (self->type == NST_PRINT_CHART_HEAT)
    draw_heat (&pen);
  else
    draw_columns (&pen);
  cairo_restore (cr);
  g_object_unref (pen.context);
}
