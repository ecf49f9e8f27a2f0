/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that reach over several rows: their rules, their height, what the next page says. */
#include "config.h"

#include "nst-pdf-checks.h"

#include "documents/nst-joined.h"
#include "documents/nst-layouter.h"

#include <math.h>

#define LEFT 30.0
#define ROWS 50

static void
add_cell (NstRow *row, guint span, const char *text, gboolean joined)
{
  NstCell *cell = nst_row_add_cell (row, span);

  cell->joined = joined;
  if (text != NULL)
    nst_paragraph_add_text (nst_tree_add_paragraph (cell->blocks, 11, 13), text, NST_RUN_PLAIN);
}

static NstTable *
add_table (NstTree *tree)
{
  static const double columns[] = { 50, 60, 60 };
  NstTable *table = nst_tree_add_table (tree->blocks);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_array_append_val (table->columns, columns[i]);
  table->ruled = TRUE;
  return table;
}

static NstPdf *
print (NstTree *tree)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstPages) pages = nst_layouter_run (tree);
  g_autoptr (GBytes) bytes = nst_pages_to_pdf (pages, &error);

  g_assert_no_error (error);
  return nst_pdf_open (bytes, TRUE);
}

static NstTree *
new_tree (void)
{
  NstTree *tree = nst_tree_new ();

  tree->title = g_strdup ("Таблица");
  tree->sheet = (NstSheet){ 210, 297, 30, 10, 20, 20, 0, TRUE };
  return tree;
}

/* Rules of a page that lie across this place. */
static guint
count_across (const NstPdfPage *page, double x)
{
  guint n = 0;

  for (guint i = 0; i < page->rules->len; i++)
    {
      const NstRuleBox *rule = &g_array_index (page->rules, NstRuleBox, i);

      n += fabs (rule->y1 - rule->y2) < 0.01 && MIN (rule->x1, rule->x2) < x &&
           MAX (rule->x1, rule->x2) > x;
    }
  return n;
}

static void
test_header (void)
{
  g_autoptr (NstTree) tree = new_tree ();
  NstTable *table = add_table (tree);
  NstRow *first = nst_table_add_row (table, TRUE);
  NstRow *second = nst_table_add_row (table, TRUE);
  NstRow *body = nst_table_add_row (table, FALSE);
  g_autoptr (NstPdf) pdf = NULL;
  const NstPdfPage *page;

  add_cell (first, 1, "Муниципалитет, то есть муниципальный район или городской округ", FALSE);
  add_cell (first, 2, "Показатель", FALSE);
  add_cell (second, 1, NULL, TRUE);
  add_cell (second, 1, "1", FALSE);
  add_cell (second, 1, "2", FALSE);
  for (guint i = 0; i < 3; i++)
    add_cell (body, 1, "строка", FALSE);
  g_assert_cmpuint (nst_joined_count (table->header, 0, 0), ==, 2);
  g_assert_cmpuint (nst_joined_count (table->header, 0, 1), ==, 1);
  g_assert_cmpuint (nst_joined_count (table->rows, 0, 0), ==, 1);
  pdf = print (tree);
  page = g_ptr_array_index (pdf->pages, 0);
  g_assert_cmpuint (count_across (page, LEFT + 25), ==, 3);
  g_assert_cmpuint (count_across (page, LEFT + 80), ==, 4);
  nst_pdf_check_cells (pdf);
}

/* Not only the first part of the table says what all its rows are about. */
static void
test_next_page (void)
{
  g_autoptr (NstTree) tree = new_tree ();
  NstTable *table = add_table (tree);
  g_autoptr (NstPdf) pdf = NULL;

  for (guint i = 0; i < ROWS; i++)
    {
      NstRow *row = nst_table_add_row (table, FALSE);

      row->min_height = 8;
      add_cell (row, 1, i == 0 ? "Справка" : NULL, i > 0);
      add_cell (row, 2, "мероприятие", FALSE);
    }
  pdf = print (tree);
  g_assert_cmpuint (pdf->pages->len, ==, 2);
  for (guint i = 0; i < pdf->pages->len; i++)
    g_assert_cmpuint (nst_pdf_count_lines (g_ptr_array_index (pdf->pages, i), "Справка"), ==, 1);
  g_assert_cmpuint (count_across (g_ptr_array_index (pdf->pages, 0), LEFT + 25), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add_func ("/documents/joined/header", test_header);
  g_test_add_func ("/documents/joined/next-page", test_next_page);
  return g_test_run ();
}
