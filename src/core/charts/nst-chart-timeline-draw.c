/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws a timeline where its layout says. */
#include "config.h"

#include "charts/nst-chart-pen.h"
#include "charts/nst-chart-timeline.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "text/nst-russian.h"

#define AXIS_Y 73.0
#define LINE_BOTTOM 66.0
#define SMALL 11.0

typedef struct
{
  const NstTimeline *timeline;
  const NstTimelineLayout *layout;
  cairo_t *cr;
  const NstChartTheme *theme;
} Sheet;

static const NstChartHue band_hues[] = { NST_CHART_HUE_GREEN, NST_CHART_HUE_BLUE,
                                         NST_CHART_HUE_PURPLE, NST_CHART_HUE_AMBER };

static void
draw_bands (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->layout->bands->len; i++)
    {
      const NstTimelineBox *box = &g_array_index (sheet->layout->bands, NstTimelineBox, i);
      const NstTimelineBand *band = g_ptr_array_index (sheet->timeline->bands, box->index);
      double left = MAX (box->x, 0), right = MIN (box->x + box->width, sheet->layout->width);
      g_autofree char *whole = NULL;
      NstChartText how = { left + 6,         box->y + box->height / 2, 0, SMALL, TRUE,
                           right - left - 8, &sheet->theme->text };
      NstChartColor color;
      const char *label;

      if (right - left < 2)
        continue;
      nst_chart_theme_get (sheet->theme, band_hues[i % G_N_ELEMENTS (band_hues)],
                           NST_CHART_ROLE_BAND, &color);
      nst_chart_pen_color (sheet->cr, &color);
      nst_chart_pen_box (sheet->cr, left, box->y, right - left, box->height, 3);
      cairo_fill (sheet->cr);
      whole = band->number != NULL ? g_strdup_printf ("%s. %s", band->number, band->title)
                                   : g_strdup (band->title);
      label = whole;
      if (band->number != NULL &&
          nst_chart_pen_measure (sheet->cr, sheet->theme, SMALL, TRUE, whole) > how.width * 1.6)
        label = band->number;
      if (how.width > 6)
        nst_chart_pen_text (sheet->cr, sheet->theme, &how, label);
    }
}

static char *
make_month_label (const GDate *month, gboolean with_year)
{
  g_autofree char *name =
      g_utf8_substring (nst_russian_month_name (g_date_get_month (month)), 0, 3);

  return with_year ? g_strdup_printf ("%s %u", name, g_date_get_year (month)) : g_strdup (name);
}

/* Months by their short names; the year stands at the first one and at each January. */
static void
draw_axis (const Sheet *sheet)
{
  const NstTimelineLayout *layout = sheet->layout;
  GDate month = layout->start;

  for (guint i = 0; i < layout->months; i++, g_date_add_months (&month, 1))
    {
      double left = i * layout->month_width - layout->offset;
      gboolean january = g_date_get_month (&month) == G_DATE_JANUARY;
      NstChartText how = {
        left + layout->month_width / 2, AXIS_Y, 0.5, SMALL, FALSE, 0, &sheet->theme->dim
      };
      g_autofree char *label = NULL;

      if (january && i > 0)
        {
          nst_chart_pen_color (sheet->cr, &sheet->theme->line);
          cairo_set_line_width (sheet->cr, 1);
          cairo_move_to (sheet->cr, floor (left) + 0.5, 19);
          cairo_line_to (sheet->cr, floor (left) + 0.5, LINE_BOTTOM);
          cairo_stroke (sheet->cr);
        }
      label = make_month_label (&month, (i == 0 || january) && layout->month_width > 52);
      if (layout->month_width > 24 || i % 2 == 0)
        nst_chart_pen_text (sheet->cr, sheet->theme, &how, label);
    }
}

static void
draw_limit (const Sheet *sheet)
{
  const GDate *limit = &sheet->timeline->limit;
  double x = sheet->layout->limit_x;
  g_autofree char *label = NULL;
  g_autofree char *day = NULL;
  NstChartColor color, text;
  NstChartText how = { x + 14, 10, 0, SMALL, FALSE, 0, &text };
  gboolean fits;

  if (!g_date_valid (limit) || x < 0 || x > sheet->layout->width)
    return;
  nst_chart_theme_get (sheet->theme, NST_CHART_HUE_AMBER, NST_CHART_ROLE_FILL, &color);
  nst_chart_theme_get (sheet->theme, NST_CHART_HUE_AMBER, NST_CHART_ROLE_TEXT, &text);
  /* TRANSLATORS: the last allowed day: length in months, day and month in figures */
  label = g_strdup_printf (_ ("%u mo. – %02u.%02u"), sheet->timeline->limit_months,
                           g_date_get_day (limit), (guint) g_date_get_month (limit));
  nst_chart_pen_color (sheet->cr, &text);
  cairo_set_line_width (sheet->cr, 1.5);
  cairo_move_to (sheet->cr, x, 1);
  cairo_line_to (sheet->cr, x, 19);
  cairo_stroke (sheet->cr);
  nst_chart_pen_color (sheet->cr, &color);
  cairo_move_to (sheet->cr, x + 0.7, 2);
  cairo_line_to (sheet->cr, x + 10, 4);
  cairo_line_to (sheet->cr, x + 7, 7);
  cairo_line_to (sheet->cr, x + 10, 10);
  cairo_line_to (sheet->cr, x + 0.7, 10);
  cairo_close_path (sheet->cr);
  cairo_fill (sheet->cr);
  day = g_strdup_printf ("%02u.%02u", g_date_get_day (limit), (guint) g_date_get_month (limit));
  fits = how.x + nst_chart_pen_measure (sheet->cr, sheet->theme, SMALL, FALSE, label) <=
         sheet->layout->width;
  nst_chart_pen_text (sheet->cr, sheet->theme, &how, fits ? label : day);
}

/* Whether something already stands in the strip of the upper row. */
static gboolean
is_taken (const Sheet *sheet, double left, double right, double y)
{
  for (guint i = 0; i < sheet->layout->dots->len; i++)
    {
      const NstTimelineBox *dot = &g_array_index (sheet->layout->dots, NstTimelineBox, i);

      if (dot->x + dot->width > left && dot->x - dot->width < right &&
          ABS (dot->y - y) < dot->width + 7)
        return TRUE;
    }
  for (guint i = 0; i < sheet->layout->bands->len; i++)
    {
      const NstTimelineBox *band = &g_array_index (sheet->layout->bands, NstTimelineBox, i);

      if (band->x < right && band->x + band->width > left && band->y < y + 7 &&
          band->y + band->height > y - 7)
        return TRUE;
    }
  return FALSE;
}

/* «1 июля» of «1 июля 2022 г.», whatever spaces stand between. */
static char *
make_day_and_month (const GDate *day)
{
  g_autofree char *words = nst_russian_date_words (day);
  g_autoptr (GString) plain = g_string_new (words);
  g_auto (GStrv) parts = NULL;

  g_string_replace (plain, "\302\240", " ", 0);
  parts = g_strsplit (plain->str, " ", 3);
  return g_strv_length (parts) < 2 ? g_strdup (words)
                                   : g_strdup_printf ("%s\302\240%s", parts[0], parts[1]);
}

static char *
make_today_label (const GDate *today, gboolean narrow)
{
  g_autofree char *day = make_day_and_month (today);

  /* TRANSLATORS: the day's label on the timeline, such as "today, 1 July" */
  return narrow ? g_steal_pointer (&day) : g_strdup_printf (_ ("today, %s"), day);
}

static void
draw_today (const Sheet *sheet)
{
  static const NstChartColor white = { 1, 1, 1, 1 };
  static const double rows[] = { 30.0, 50.0, 73.0 };
  double x = sheet->layout->today_x, left = 0, y = rows[2];
  g_autofree char *label = make_today_label (&sheet->timeline->today, sheet->layout->width < 500);
  NstChartText how = { 0, 0, 0, SMALL, TRUE, 0, &white };
  NstChartColor color;
  double width;

  if (x < 0 || x > sheet->layout->width)
    return;
  nst_chart_theme_get (sheet->theme, NST_CHART_HUE_RED, NST_CHART_ROLE_FILL, &color);
  nst_chart_pen_color (sheet->cr, &color);
  cairo_set_line_width (sheet->cr, 2);
  cairo_move_to (sheet->cr, x, 0);
  cairo_line_to (sheet->cr, x, LINE_BOTTOM);
  cairo_stroke (sheet->cr);
  width = nst_chart_pen_measure (sheet->cr, sheet->theme, SMALL, TRUE, label) + 14;
  left = x + width + 6 < sheet->layout->width ? x + 4 : x - width - 4;
  for (guint i = 0; i < G_N_ELEMENTS (rows) * 2; i++)
    {
      double side = i % 2 == 0 ? x + 4 : x - width - 4;

      if (side >= 0 && side + width <= sheet->layout->width &&
          (i >= 4 || !is_taken (sheet, side, side + width, rows[i / 2])))
        {
          left = side;
          y = rows[i / 2];
          break;
        }
    }
  nst_chart_pen_box (sheet->cr, left, y - 8, width, 16, 8);
  cairo_fill (sheet->cr);
  how.x = left + 7;
  how.y = y;
  nst_chart_pen_text (sheet->cr, sheet->theme, &how, label);
}

static void
draw_dots (const Sheet *sheet, int selected)
{
  for (guint i = 0; i < sheet->layout->dots->len; i++)
    {
      const NstTimelineBox *box = &g_array_index (sheet->layout->dots, NstTimelineBox, i);
      const NstTimelineDot *dot = g_ptr_array_index (sheet->timeline->dots, box->index);
      g_autofree char *number = g_strdup_printf ("%u", dot->number);

      if (box->x < -box->width || box->x > sheet->layout->width + box->width)
        continue;
      nst_chart_pen_state (sheet->cr, sheet->theme, dot->state, box->x, box->y, box->width,
                           number);
      if ((int) box->index == selected)
        {
          NstChartColor color;

          nst_chart_theme_get (sheet->theme, NST_CHART_HUE_BLUE, NST_CHART_ROLE_FILL, &color);
          nst_chart_pen_color (sheet->cr, &color);
          cairo_set_line_width (sheet->cr, 2);
          cairo_arc (sheet->cr, box->x, box->y, box->width + 2.5, 0, 2 * G_PI);
          cairo_stroke (sheet->cr);
        }
    }
}

/**
 * nst_timeline_draw:
 * @self: a timeline
 * @layout: its places
 * @cr: a context
 * @theme: colours
 * @selected: index of the dot that has a ring around it, or -1
 */
void
nst_timeline_draw (const NstTimeline *self, const NstTimelineLayout *layout, cairo_t *cr,
                   const NstChartTheme *theme, int selected)
{
  Sheet sheet = { self, layout, cr, theme };

  g_return_if_fail (self != NULL && layout != NULL && cr != NULL && theme != NULL);

  cairo_save (cr);
  draw_bands (&sheet);
  draw_axis (&sheet);
  draw_limit (&sheet);
  draw_dots (&sheet, selected);
  draw_today (&sheet);
  cairo_restore (cr);
}
