/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of the heat table: their levels, order, places, and that grey tells them apart. */
#include "config.h"

#include "charts/nst-chart-heat.h"

static void
set_cells (NstHeatRow *row, guint count, const guint *done, const guint *of)
{
  row->count = count;
  for (guint i = 0; i < 4; i++)
    row->cells[i] = (NstHeatCell){ done[i], of[i] };
}

static NstHeat *
make_heat (void)
{
  static const guint all[] = { 5, 5, 5, 0 }, all_of[] = { 5, 5, 5, 0 };
  static const guint worst[] = { 4, 4, 2, 0 }, worst_of[] = { 4, 5, 4, 4 };
  NstHeat *heat = nst_heat_new ("Территория", "Группы");

  for (guint i = 0; i < 4; i++)
    nst_heat_add_step (heat, "Шаг");
  set_cells (nst_heat_add_row (heat, "Хороший район"), 5, all, all_of);
  set_cells (nst_heat_add_row (heat, "Плохой район"), 5, worst, worst_of);
  nst_heat_sort (heat);
  return heat;
}

static void
test_levels (void)
{
  static const struct
  {
    NstHeatCell cell;
    guint level;
  } cases[] = { { { 5, 5 }, 0 }, { { 4, 5 }, 1 }, { { 2, 3 }, 1 }, { { 3, 5 }, 2 },
                { { 1, 3 }, 2 }, { { 1, 4 }, 3 }, { { 0, 1 }, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (nst_heat_cell_get_level (&cases[i].cell), ==, cases[i].level);
}

/* 1000 pixels less 420 for names and counts are 145 a step; rows begin under 48 pixels. */
static void
test_words (void)
{
  g_autoptr (NstHeat) heat = make_heat ();
  g_autoptr (GPtrArray) marks = nst_heat_plot.list_marks (heat, 1000, 126);
  g_autoptr (GPtrArray) rows = nst_heat_plot.list_rows (heat);
  g_autofree char *summary = nst_heat_plot.dup_summary (heat);
  const NstChartMark *mark = g_ptr_array_index (marks, 6);

  g_assert_cmpuint (marks->len, ==, 8);
  g_assert_cmpfloat_with_epsilon (mark->x, 710, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark->y, 72, 1e-9);
  g_assert_cmpfloat_with_epsilon (mark->width, 145, 1e-9);
  g_assert_cmpstr (mark->text, ==, "Хороший район – Шаг: 5 of 5");
  g_assert_cmpstr (((NstChartMark *) marks->pdata[1])->text, ==, "Плохой район – Шаг: 4 of 5");
  g_assert_cmpstr (((GStrv) rows->pdata[2])[5], ==, "–");
  g_assert_cmpstr (((GStrv) rows->pdata[1])[5], ==, "0 of 4");
  g_assert_true (g_str_has_suffix (summary, "Worst: Плохой район"));
  g_assert_cmpfloat_with_epsilon (nst_heat_plot.get_height (heat), 126, 1e-9);
}

/* Mean lightness of a cell as a printer without colours gives it. */
static double
get_grey (cairo_surface_t *surface, const NstChartMark *mark)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0;
  guint n = 0;

  for (int y = (int) mark->y + 2; y < (int) (mark->y + mark->height) - 2; y++)
    for (int x = (int) mark->x + 2; x < (int) mark->x + 40; x++, n++)
      {
        const unsigned char *pixel = data + y * stride + x * 4;

        sum += 0.114 * pixel[0] + 0.587 * pixel[1] + 0.299 * pixel[2];
      }
  return sum / n;
}

static void
test_grey (void)
{
  g_autoptr (NstHeat) heat = make_heat ();
  g_autoptr (GPtrArray) marks = nst_heat_plot.list_marks (heat, 1000, 126);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1000, 126);
  cairo_t *cr = cairo_create (surface);
  NstChartTheme theme;

  nst_chart_theme_init (&theme, FALSE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  nst_heat_plot.draw (cr, &theme, 1000, 126, heat);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_assert_cmpfloat (get_grey (surface, marks->pdata[0]), >, 254);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpfloat (get_grey (surface, marks->pdata[i]) + 12, <,
                       get_grey (surface, marks->pdata[i - 1]));
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/charts/heat/levels", test_levels);
  g_test_add_func ("/charts/heat/words", test_words);
  g_test_add_func ("/charts/heat/grey", test_grey);
  return g_test_run ();
}
