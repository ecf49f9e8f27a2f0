/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts become files of the format that the name asks for. */
#include "config.h"

#include "charts/nst-chart-export.h"
#include "charts/nst-charts.h"
#include "model/nst-error.h"

#include <string.h>

static guint drawn;

static void
draw (cairo_t *cr, const NstChartTheme *theme G_GNUC_UNUSED, double width, double height,
      gpointer data)
{
  g_assert_cmpfloat_with_epsilon (width, 364, 1e-9);
  g_assert_cmpfloat_with_epsilon (height, 100, 1e-9);
  g_assert_cmpstr (data, ==, "data");
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  drawn++;
}

static double
get_height (gpointer data G_GNUC_UNUSED)
{
  return 100;
}

static GPtrArray *
list_rows (gpointer data)
{
  GPtrArray *rows = nst_chart_rows_new ("Что", "Сколько", NULL);

  nst_chart_rows_add (rows, data, "1", NULL);
  return rows;
}

static char *
dup_summary (gpointer data G_GNUC_UNUSED)
{
  return g_strdup ("Одна часть");
}

static const NstPlot plot = { get_height, draw, NULL, list_rows, dup_summary, g_free };

static NstChart *
make_chart (void)
{
  NstChart *chart = nst_chart_new ("Показатели", 400);

  nst_chart_take (chart, "Часть", &plot, g_strdup ("data"));
  return chart;
}

static void
test_formats (void)
{
  static const struct
  {
    const char *name;
    const char *magic;
  } formats[] = { { "a.svg", "<?xml" }, { "a.png", "\211PNG" }, { "a.PDF", "%PDF-" } };
  g_autofree char *dir = g_dir_make_tmp ("nst-chart-XXXXXX", NULL);
  g_autoptr (NstChart) chart = make_chart ();

  drawn = 0;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (dir, formats[i].name, NULL);
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_assert_true (nst_chart_save (chart, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 200);
      g_assert_cmpint (memcmp (content, formats[i].magic, strlen (formats[i].magic)), ==, 0);
    }
  g_assert_cmpuint (drawn, ==, 3);
}

static void
test_refusals (void)
{
  g_autoptr (NstChart) chart = make_chart ();
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) unwritable = NULL;

  g_assert_false (nst_chart_save (chart, "chart.gif", &unknown));
  g_assert_error (unknown, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN);
  g_assert_false (nst_chart_save (chart, "/nowhere/at/all/chart.svg", &unwritable));
  g_assert_error (unwritable, NST_STORE_ERROR, NST_STORE_ERROR_SQL);
}

/* What a chart says besides its picture: words, headings, a table. */
static void
test_words (void)
{
  g_autoptr (NstChart) chart = make_chart ();
  g_autoptr (GPtrArray) rows = NULL;

  nst_chart_take (chart, NULL, &plot, g_strdup ("data"));
  g_assert_cmpuint (nst_chart_get_length (chart), ==, 2);
  g_assert_cmpstr (nst_chart_get_heading (chart, 0), ==, "Часть");
  g_assert_null (nst_chart_get_heading (chart, 1));
  g_assert_cmpstr (nst_chart_get_summary (chart), ==, "Одна часть\nОдна часть");
  rows = nst_chart_list_rows (chart, 1);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((GStrv) rows->pdata[0])[1], ==, "Сколько");
  g_assert_cmpstr (((GStrv) rows->pdata[1])[0], ==, "data");
}

/* Of two marks on one place the later is above. */
static void
test_marks (void)
{
  g_autoptr (GPtrArray) marks = nst_chart_marks_new ();

  nst_chart_marks_take (marks, 10, 10, 20, 20, g_strdup ("one"));
  nst_chart_marks_take (marks, 20, 10, 20, 20, g_strdup ("two"));
  g_assert_cmpint (nst_chart_marks_find (marks, 10, 10), ==, 0);
  g_assert_cmpint (nst_chart_marks_find (marks, 25, 29), ==, 1);
  g_assert_cmpint (nst_chart_marks_find (marks, 40, 10), ==, -1);
  g_assert_cmpint (nst_chart_marks_find (marks, 25, 30), ==, -1);
}

/* Names are what the command line takes: short, unlike, with a title each. */
static void
test_list (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (const NstChartInfo *info = nst_charts_list (); info->name != NULL; info++)
    {
      g_assert_true (g_hash_table_add (names, (gpointer) info->name));
      g_assert_nonnull (info->title);
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/charts/export/formats", test_formats);
  g_test_add_func ("/charts/export/refusals", test_refusals);
  g_test_add_func ("/charts/export/words", test_words);
  g_test_add_func ("/charts/export/marks", test_marks);
  g_test_add_func ("/charts/export/list", test_list);
  return g_test_run ();
}
