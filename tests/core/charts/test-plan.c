/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of the plan and columns of the fact against numbers computed by hand (C-2). */
#include "config.h"

#include "charts/nst-chart-plan.h"

static NstPlanChart *
make_chart (void)
{
  NstPlanChart *chart = nst_plan_chart_new (2022);

  nst_plan_chart_add (chart, 2021, 70, 108, FALSE);
  nst_plan_chart_add (chart, 2022, 210, 115, FALSE);
  nst_plan_chart_add (chart, 2023, 350, NST_PLAN_UNKNOWN, FALSE);
  nst_plan_chart_add (chart, 2024, 460, NST_PLAN_UNKNOWN, TRUE);
  chart->note = g_strdup ("* 460");
  return chart;
}

/* 300 pixels less 62 above, 38 for the years and 20 for the note leave 180 for 460. */
static void
test_places (void)
{
  g_autoptr (NstPlanChart) chart = make_chart ();
  g_autoptr (GArray) boxes = nst_plan_chart_place (chart, 400, 300);
  const NstPlanBox *box = (const NstPlanBox *) (gpointer) boxes->data;

  g_assert_cmpuint (boxes->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (box[0].x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].bar_x, 144, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].bar_width, 40, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].bar_height, 45, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].bar_y, 197, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[0].bar_height, 180 * 108 / 460.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[0].plan_y, 242 - 180 * 70 / 460.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[3].plan_y, 62, 1e-9);
  g_assert_cmpfloat (box[2].bar_height, <, 0);
}

/* What is drawn: blue within the column, paper beside it and where there is no fact. */
static void
test_drawing (void)
{
  g_autoptr (NstPlanChart) chart = make_chart ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 406, 300);
  cairo_t *cr = cairo_create (surface);
  NstChartTheme theme;
  const unsigned char *data;
  int stride;

  nst_chart_theme_init (&theme, FALSE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  nst_plan_plot.draw (cr, &theme, 406, 300, chart);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
#define PIXEL(x, y) (*(const guint32 *) (gconstpointer) (data + (y) *stride + (x) *4) & 0xffffff)
  g_assert_cmphex (PIXEL (164, 240), ==, 0x3584e4);
  g_assert_cmphex (PIXEL (164, 199), ==, 0x3584e4);
  g_assert_cmphex (PIXEL (164, 175), !=, 0x3584e4);
  g_assert_cmphex (PIXEL (90, 230), ==, 0xffffff);
  g_assert_cmphex (PIXEL (264, 240), ==, 0xffffff);
#undef PIXEL
  cairo_surface_destroy (surface);
}

static void
test_words (void)
{
  g_autoptr (NstPlanChart) chart = make_chart ();
  g_autoptr (GPtrArray) marks = nst_plan_plot.list_marks (chart, 406, 300);
  g_autoptr (GPtrArray) rows = nst_plan_plot.list_rows (chart);
  g_autofree char *summary = nst_plan_plot.dup_summary (chart);
  GStrv row = g_ptr_array_index (rows, 1);

  g_assert_cmpuint (marks->len, ==, 4);
  g_assert_cmpstr (((NstChartMark *) marks->pdata[1])->text, ==,
                   "2022: plan 210, fact 115, 54,8\302\240% of the plan");
  g_assert_cmpstr (((NstChartMark *) marks->pdata[3])->text, ==, "2024: plan 460");
  g_assert_cmpint (nst_chart_marks_find (marks, 150, 100), ==, 1);
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpstr (row[0], ==, "2021");
  g_assert_cmpstr (row[3], ==, "154,3\302\240%");
  g_assert_cmpstr (((GStrv) rows->pdata[4])[1], ==, "460*");
  g_assert_cmpstr (((GStrv) rows->pdata[4])[2], ==, "–");
  g_assert_true (g_str_has_suffix (summary, "2024: plan 460. * 460"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/charts/plan/places", test_places);
  g_test_add_func ("/charts/plan/drawing", test_drawing);
  g_test_add_func ("/charts/plan/words", test_words);
  return g_test_run ();
}
