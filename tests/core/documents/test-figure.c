/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts in documents (DOCUMENTS 11, C24), and documents that fit one page. */
#include "config.h"

#include "nst-fixture.h"

#include "nst-pdf-checks.h"

#include "documents/nst-layouter.h"
#include "documents/nst-pages-private.h"
#include "documents/nst-tree-fit.h"

#include <string.h>

static NstPrintChart *
new_chart (NstPrintChartType type)
{
  static const gint64 values[4][2] = { { 70, 2 }, { 210, 3 }, { 350, 0 }, { 460, -1 } };
  NstPrintChart *chart = nst_print_chart_new (type, "Liberation Serif");

  nst_print_chart_add_series (chart, "План");
  nst_print_chart_add_series (chart, "Факт");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", 2021 + i);

      nst_print_chart_add_row (chart, label);
      nst_print_chart_add_value (chart, values[i][0]);
      nst_print_chart_add_value (chart, values[i][1]);
    }
  return chart;
}

static void
test_summary (void)
{
  g_autoptr (NstPrintChart) chart = new_chart (NST_PRINT_CHART_COLUMNS);
  g_autofree char *summary = nst_print_chart_dup_summary (chart);
  NstPrintChartType type;

  g_assert_cmpstr (summary, ==,
                   "План: 2021 – 70, 2022 – 210, 2023 – 350, 2024 – 460; "
                   "Факт: 2021 – 2, 2022 – 3, 2023 – 0");
  g_assert_true (nst_print_chart_type_from_name ("bars", &type));
  g_assert_cmpint (type, ==, NST_PRINT_CHART_BARS);
  g_assert_false (nst_print_chart_type_from_name ("pie", &type));
}

static void
add_text (NstTree *tree, guint lines)
{
  for (guint i = 0; i < lines; i++)
    nst_paragraph_add_text (nst_tree_add_paragraph (tree->blocks, 12, 15), "Строка текста", 0);
}

/* Vectors only, its words and numbers in the file, on one page with what is said below it. */
static void
test_pages (void)
{
  static const NstPrintChartType types[] = { NST_PRINT_CHART_COLUMNS, NST_PRINT_CHART_STACKS,
                                             NST_PRINT_CHART_BARS };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NstTree) tree = nst_tree_new ();
      g_autoptr (NstPages) pages = NULL;
      g_autoptr (GPtrArray) alternatives = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NstPdf) pdf = NULL;

      /* What is left of the page would take the chart, but not the line below it. */
      add_text (tree, 34);
      nst_tree_add_figure (tree->blocks,
                           nst_figure_new (new_chart (types[i]), "Рисунок 1 – Охват"));
      nst_paragraph_add_text (nst_tree_add_paragraph (tree->blocks, 12, 15), "Рисунок 1 – Охват",
                              0);
      pages = nst_layouter_run (tree);
      g_assert_cmpuint (nst_pages_get_count (pages), ==, 2);
      alternatives = nst_pages_list_alternatives (pages);
      g_assert_cmpuint (alternatives->len, ==, 1);
      g_assert_true (
          g_str_has_prefix (alternatives->pdata[0], "Рисунок 1 – Охват: План: 2021 – 70, "));
      bytes = nst_pages_to_pdf (pages, &error);
      g_assert_no_error (error);
      g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes), "/Subtype /Image"));
      pdf = nst_pdf_open (bytes, TRUE);
      nst_pdf_check_fonts (pdf);
      nst_pdf_check_contains (pdf, "2024");
      nst_pdf_check_contains (pdf, "460");
      nst_pdf_check_contains (pdf, "Факт");
      nst_pdf_check_margins (pdf, 30, 200);
      g_assert_cmpuint (nst_pdf_count_lines (g_ptr_array_index (pdf->pages, 1), "Рисунок 1"), ==,
                        1);
      g_assert_cmpuint (nst_pdf_count_lines (g_ptr_array_index (pdf->pages, 0), "460"), ==, 0);
    }
}

/* A figure is enough above a signature: what stands before it stays where there is room. */
static void
test_signed (void)
{
  static const double columns[] = { 85, 85 };
  g_autoptr (GError) error = NULL;
  g_autoptr (NstTree) tree = nst_tree_new ();
  g_autoptr (NstPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NstPdf) pdf = NULL;
  NstTable *table;
  NstRow *row;

  add_text (tree, 34);
  nst_tree_add_figure (tree->blocks, nst_figure_new (new_chart (NST_PRINT_CHART_BARS), "Охват"));
  nst_paragraph_add_text (nst_tree_add_paragraph (tree->blocks, 12, 15), "Рисунок 1", 0);
  table = nst_tree_add_table (tree->blocks);
  table->signature = TRUE;
  g_array_append_vals (table->columns, columns, G_N_ELEMENTS (columns));
  row = nst_table_add_row (table, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    nst_paragraph_add_text (nst_tree_add_paragraph (nst_row_add_cell (row, 1)->blocks, 12, 15),
                            i == 0 ? "Директор" : "А.П. Первый", 0);
  pages = nst_layouter_run (tree);
  bytes = nst_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
  pdf = nst_pdf_open (bytes, TRUE);
  g_assert_cmpuint (pdf->pages->len, ==, 2);
  g_assert_cmpuint (nst_pdf_count_lines (pdf->pages->pdata[0], "Строка текста"), ==, 34);
  g_assert_cmpuint (nst_pdf_count_lines (pdf->pages->pdata[1], "Рисунок 1"), ==, 1);
  g_assert_cmpuint (nst_pdf_count_lines (pdf->pages->pdata[1], "Директор"), ==, 1);
}

/* A table of parts: as high as its rows need, its sums in words, vectors only. */
static void
test_heat (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstTree) tree = nst_tree_new ();
  g_autoptr (NstPages) pages = NULL;
  g_autoptr (GPtrArray) alternatives = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NstPdf) pdf = NULL;
  NstPrintChart *chart = nst_print_chart_new (NST_PRINT_CHART_HEAT, "Liberation Serif");

  nst_print_chart_add_series (chart, "Соглашения подписаны");
  nst_print_chart_add_series (chart, "Отчеты представлены");
  for (guint i = 0; i < 39; i++)
    {
      nst_print_chart_add_row (chart, "Район");
      nst_print_chart_add_part (chart, i % 4, 4);
      nst_print_chart_add_part (chart, 0, i == 0 ? 1 : 0);
    }
  /* Head of 36 points, 39 rows and a half more than one for the legend, 12.5 points each. */
  g_assert_cmpfloat_with_epsilon (nst_print_chart_get_height (chart), 542.25, 1e-9);
  nst_tree_add_figure (tree->blocks, nst_figure_new (chart, "Рисунок 1 – Шаги"));
  nst_paragraph_add_text (nst_tree_add_paragraph (tree->blocks, 12, 15), "Рисунок 1 – Шаги", 0);
  pages = nst_layouter_run (tree);
  g_assert_cmpuint (nst_pages_get_count (pages), ==, 1);
  alternatives = nst_pages_list_alternatives (pages);
  /* 0, 1, 2 and 3 in turn: nine times 6, and 0, 1, 2. */
  g_assert_cmpstr (alternatives->pdata[0], ==,
                   "Рисунок 1 – Шаги: Соглашения подписаны – 57 из 156, "
                   "Отчеты представлены – 0 из 1.");
  bytes = nst_pages_to_pdf (pages, &error);
  g_assert_no_error (error);
  g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                               "/Subtype /Image"));
  pdf = nst_pdf_open (bytes, TRUE);
  nst_pdf_check_contains (pdf, "3 из 4");
  nst_pdf_check_contains (pdf, "менее 1/3");
  nst_pdf_check_margins (pdf, 30, 200);
}

/* Tenths of a per cent are written as per cent; many rows make the chart higher. */
static void
test_percent (void)
{
  g_autoptr (NstPrintChart) chart =
      nst_print_chart_new (NST_PRINT_CHART_BARS, "Liberation Serif");
  g_autofree char *summary = NULL;

  nst_print_chart_set_percent (chart);
  nst_print_chart_add_series (chart, NULL);
  nst_print_chart_add_row (chart, "№ 1");
  g_assert_false (nst_print_chart_is_known (chart));
  nst_print_chart_add_value (chart, 333);
  g_assert_true (nst_print_chart_is_known (chart));
  summary = nst_print_chart_dup_summary (chart);
  g_assert_cmpstr (summary, ==, "№ 1 – 33,3\302\240%");
  g_assert_cmpfloat (nst_print_chart_get_height (chart), <=, 0);
  for (guint i = 0; i < 13; i++)
    nst_print_chart_add_row (chart, "№");
  g_assert_cmpfloat_with_epsilon (nst_print_chart_get_height (chart), 14 * 18, 1e-9);
}

static void
test_png (void)
{
  g_autoptr (NstFigure) figure =
      nst_figure_new (new_chart (NST_PRINT_CHART_COLUMNS), "Рисунок 1 – Охват");
  g_autoptr (GBytes) bytes = nst_figure_to_png (figure, 300);
  const guchar *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpint (memcmp (data, "\x89PNG", 4), ==, 0);
  /* 170 mm at 300 dots an inch; the width stands big-endian in the header. */
  g_assert_cmpuint ((guint) data[18] << 8 | data[19], ==, 2008);
}

/* One line too many at 12 points, and room enough at 11. */
static void
test_fit (void)
{
  g_autoptr (NstTree) tree = nst_tree_new ();
  g_autoptr (NstTree) endless = nst_tree_new ();
  const NstBlock *first;

  add_text (tree, 50);
  nst_tree_fit (tree, 11);
  first = g_ptr_array_index (tree->blocks, 0);
  g_assert_cmpfloat_with_epsilon (first->paragraph->size, 11, 0.01);
  g_assert_cmpfloat_with_epsilon (first->paragraph->pitch, 13, 0.01);
  add_text (endless, 200);
  nst_tree_fit (endless, 11);
  first = g_ptr_array_index (endless->blocks, 0);
  g_assert_cmpfloat_with_epsilon (first->paragraph->size, 11, 0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add_func ("/documents/figure/summary", test_summary);
  g_test_add_func ("/documents/figure/pages", test_pages);
  g_test_add_func ("/documents/figure/signed", test_signed);
  g_test_add_func ("/documents/figure/heat", test_heat);
  g_test_add_func ("/documents/figure/percent", test_percent);
  g_test_add_func ("/documents/figure/png", test_png);
  g_test_add_func ("/documents/figure/fit", test_fit);
  return g_test_run ();
}
