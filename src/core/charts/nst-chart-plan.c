/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan and fact that add up from year to year: steps of the plan, columns of the fact. */
#include "config.h"

#include "charts/nst-chart-plan.h"

#include <glib/gi18n-lib.h>

#include "charts/nst-chart-pen.h"
#include "text/nst-russian.h"

#define HEIGHT 300.0
/* The headline and the legend stand above, years and shares below, then the note. */
#define TOP 62.0
#define AXIS 38.0
#define NOTE 20.0
#define SIZE 13.0

/**
 * nst_plan_chart_new:
 * @present: the year that runs
 *
 * Returns: (transfer full): a chart without years, free with nst_plan_chart_free()
 */
NstPlanChart *
nst_plan_chart_new (guint present)
{
  NstPlanChart *self = g_new0 (NstPlanChart, 1);

  self->present = present;
  self->years = g_array_new (FALSE, FALSE, sizeof (NstPlanYear));
  return self;
}

/**
 * nst_plan_chart_free:
 * @self: (nullable): a chart
 */
void
nst_plan_chart_free (NstPlanChart *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->years);
  g_free (self->headline);
  g_free (self->note);
  g_free (self);
}

/**
 * nst_plan_chart_add:
 * @self: a chart
 * @year: a year after the others
 * @plan: up to its end, or %NST_PLAN_UNKNOWN
 * @fact: up to its end, or %NST_PLAN_UNKNOWN
 * @doubtful: the plan is not what the plans of the years add up to
 */
void
nst_plan_chart_add (NstPlanChart *self, guint year, int plan, int fact, gboolean doubtful)
{
  NstPlanYear one = { year, plan, fact, doubtful };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->years, one);
}

static const NstPlanYear *
get_year (const NstPlanChart *self, guint i)
{
  return &g_array_index (self->years, NstPlanYear, i);
}

static double
find_bottom (const NstPlanChart *self, double height)
{
  return height - AXIS - (self->note != NULL ? NOTE : 0);
}

/**
 * nst_plan_chart_place:
 * @self: a chart
 * @width: of the whole
 * @height: of the whole
 *
 * Everything is measured from zero; the highest of plans and facts takes the whole height.
 *
 * Returns: (transfer full) (element-type NstPlanBox): where each year stands
 */
GArray *
nst_plan_chart_place (const NstPlanChart *self, double width, double height)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (NstPlanBox));
  double bottom = find_bottom (self, height), room = bottom - TOP;
  double cell = width / MAX (self->years->len, 1);
  int most = 1;

  for (guint i = 0; i < self->years->len; i++)
    most = MAX (most, MAX (get_year (self, i)->plan, get_year (self, i)->fact));
  for (guint i = 0; i < self->years->len; i++)
    {
      const NstPlanYear *one = get_year (self, i);
      double tall = one->fact < 0 ? -1 : room * one->fact / most;
      NstPlanBox box = { i * cell,
                         cell,
                         one->plan < 0 ? -1 : bottom - room * one->plan / most,
                         (i + 0.44) * cell,
                         bottom - MAX (tall, 0),
                         cell * 0.4,
                         tall };

      g_array_append_val (boxes, box);
    }
  return boxes;
}

static char *
dup_share (const NstPlanYear *one)
{
  if (one->fact < 0)
    return g_strdup (_ ("plan"));
  if (one->plan <= 0)
    return g_strdup ("");
  return nst_russian_percent ((guint) ((one->fact * 2000 + one->plan) / (2 * one->plan)));
}

static char *
dup_number (int number, gboolean star)
{
  g_autofree char *text = number < 0 ? g_strdup ("–") : nst_russian_number (number);

  return g_strconcat (text, star ? "*" : "", NULL);
}

static void
draw_column (cairo_t *cr, const NstChartTheme *theme, const NstPlanBox *box, int fact)
{
  g_autofree char *text = dup_number (fact, FALSE);
  double y = box->bar_y;
  NstChartColor color;

  if (fact < 0)
    return;
  /* Where the step of the plan would run through the number, the number stands above it. */
  if (box->plan_y >= 0 && box->plan_y <= y && y - box->plan_y < SIZE + 5)
    y = box->plan_y;
  nst_chart_theme_get (theme, NST_CHART_HUE_BLUE, NST_CHART_ROLE_FILL, &color);
  nst_chart_pen_color (cr, &color);
  cairo_rectangle (cr, box->bar_x, box->bar_y, box->bar_width, box->bar_height);
  cairo_fill (cr);
  nst_chart_pen_text (cr, theme,
                      &(NstChartText){ box->bar_x + box->bar_width / 2, y - 10, 0.5, SIZE, TRUE,
                                       0, &theme->text },
                      text);
}

static void
draw_years (const NstPlanChart *self, cairo_t *cr, const NstChartTheme *theme, GArray *boxes,
            double bottom)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      const NstPlanBox *box = &g_array_index (boxes, NstPlanBox, i);
      const NstPlanYear *one = get_year (self, i);
      g_autofree char *label = g_strdup_printf ("%u", one->year);
      g_autofree char *share = dup_share (one);
      gboolean present = one->year == self->present;
      double middle = box->x + box->width / 2;

      if (present)
        {
          NstChartColor band;

          nst_chart_theme_get (theme, NST_CHART_HUE_BLUE, NST_CHART_ROLE_BAND, &band);
          band.alpha = 0.5;
          nst_chart_pen_color (cr, &band);
          cairo_rectangle (cr, box->x, TOP - 24, box->width, bottom + AXIS - TOP + 24);
          cairo_fill (cr);
        }
      draw_column (cr, theme, box, one->fact);
      nst_chart_pen_text (cr, theme,
                          &(NstChartText){ middle, bottom + 12, 0.5, SIZE, present, 0,
                                           &theme->text },
                          label);
      nst_chart_pen_text (cr, theme,
                          &(NstChartText){ middle, bottom + 28, 0.5, 12, present, 0,
                                           &theme->dim },
                          share);
    }
}

/* One line that climbs from year to year, a point and the number where each year begins. */
static void
draw_plan (const NstPlanChart *self, cairo_t *cr, const NstChartTheme *theme, GArray *boxes)
{
  gboolean drawn = FALSE;

  nst_chart_pen_color (cr, &theme->text);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; i < boxes->len; i++)
    {
      const NstPlanBox *box = &g_array_index (boxes, NstPlanBox, i);

      if (box->plan_y < 0)
        continue;
      if (drawn)
        cairo_line_to (cr, box->x + 3, box->plan_y);
      else
        cairo_move_to (cr, box->x + 3, box->plan_y);
      cairo_line_to (cr, box->x + box->width + 3, box->plan_y);
      drawn = TRUE;
    }
  cairo_stroke (cr);
  for (guint i = 0; i < boxes->len; i++)
    {
      const NstPlanBox *box = &g_array_index (boxes, NstPlanBox, i);
      g_autofree char *text = dup_number (get_year (self, i)->plan, get_year (self, i)->doubtful);

      if (box->plan_y < 0)
        continue;
      nst_chart_pen_color (cr, &theme->text);
      cairo_arc (cr, box->x + 4, box->plan_y, 3.5, 0, 2 * G_PI);
      cairo_fill (cr);
      nst_chart_pen_text (cr, theme,
                          &(NstChartText){ box->x + 9, box->plan_y - 11, 0, SIZE, FALSE, 0,
                                           &theme->text },
                          text);
    }
}

static void
draw_legend (cairo_t *cr, const NstChartTheme *theme)
{
  NstChartText how = { 30, 32, 0, 12, FALSE, 0, &theme->dim };
  NstChartColor blue;
  double x;

  nst_chart_pen_color (cr, &theme->text);
  cairo_rectangle (cr, 0, 31, 24, 2);
  cairo_fill (cr);
  cairo_arc (cr, 4, 32, 3.5, 0, 2 * G_PI);
  cairo_fill (cr);
  x = 30 + nst_chart_pen_text (cr, theme, &how, _ ("plan")) + 18;
  nst_chart_theme_get (theme, NST_CHART_HUE_BLUE, NST_CHART_ROLE_FILL, &blue);
  nst_chart_pen_color (cr, &blue);
  cairo_rectangle (cr, x, 26, 12, 12);
  cairo_fill (cr);
  how.x = x + 18;
  nst_chart_pen_text (cr, theme, &how, _ ("fact"));
}

static void
draw (cairo_t *cr, const NstChartTheme *theme, double width, double height, gpointer data)
{
  const NstPlanChart *self = data;
  g_autoptr (GArray) boxes = nst_plan_chart_place (self, width - 6, height);
  double bottom = find_bottom (self, height);

  if (self->headline != NULL)
    nst_chart_pen_text (cr, theme, &(NstChartText){ 0, 9, 0, 14, TRUE, width, &theme->text },
                        self->headline);
  draw_legend (cr, theme);
  draw_years (self, cr, theme, boxes, bottom);
  nst_chart_pen_color (cr, &theme->line);
  cairo_rectangle (cr, 0, bottom, width, 1);
  cairo_fill (cr);
  draw_plan (self, cr, theme, boxes);
  if (self->note != NULL)
    nst_chart_pen_text (cr, theme,
                        &(NstChartText){ 0, height - NOTE / 2, 0, 12, FALSE, width, &theme->dim },
                        self->note);
}

static char *
dup_words (const NstPlanYear *one)
{
  g_autofree char *plan = dup_number (one->plan, FALSE);
  g_autofree char *fact = dup_number (one->fact, FALSE);
  g_autofree char *share = dup_share (one);

  if (one->fact < 0)
    return g_strdup_printf (_ ("%u: plan %s"), one->year, plan);
  if (one->plan < 0)
    return g_strdup_printf (_ ("%u: fact %s"), one->year, fact);
  /* TRANSLATORS: year, plan, fact, per cent of the plan */
  return g_strdup_printf (_ ("%u: plan %s, fact %s, %s of the plan"), one->year, plan, fact,
                          share);
}

static GPtrArray *
list_marks (gpointer data, double width, double height)
{
  const NstPlanChart *self = data;
  g_autoptr (GArray) boxes = nst_plan_chart_place (self, width - 6, height);
  GPtrArray *marks = nst_chart_marks_new ();

  for (guint i = 0; i < boxes->len; i++)
    {
      const NstPlanBox *box = &g_array_index (boxes, NstPlanBox, i);

      nst_chart_marks_take (marks, box->x, TOP - 24, box->width,
                            find_bottom (self, height) + AXIS - TOP + 24,
                            dup_words (get_year (self, i)));
    }
  return marks;
}

static GPtrArray *
list_rows (gpointer data)
{
  const NstPlanChart *self = data;
  GPtrArray *rows = nst_chart_rows_new (_ ("Year"), _ ("Plan up to its end"),
                                        _ ("Fact up to its end"), _ ("Share of the plan"), NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      const NstPlanYear *one = get_year (self, i);
      g_autofree char *year = g_strdup_printf ("%u", one->year);
      g_autofree char *plan = dup_number (one->plan, one->doubtful);
      g_autofree char *fact = dup_number (one->fact, FALSE);
      g_autofree char *share = one->fact < 0 ? g_strdup ("–") : dup_share (one);

      nst_chart_rows_add (rows, year, plan, fact, share, NULL);
    }
  return rows;
}

static char *
dup_summary (gpointer data)
{
  const NstPlanChart *self = data;
  GString *text = g_string_new (self->headline);

  for (guint i = 0; i < self->years->len; i++)
    {
      g_autofree char *words = dup_words (get_year (self, i));

      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  if (self->note != NULL)
    g_string_append_printf (text, ". %s", self->note);
  return g_string_free (text, FALSE);
}

static double
get_height (gpointer data)
{
  return HEIGHT - (((const NstPlanChart *) data)->note != NULL ? 0 : NOTE);
}

const NstPlot nst_plan_plot = { get_height, draw,        list_marks,
                                list_rows,  dup_summary, (GDestroyNotify) nst_plan_chart_free };
