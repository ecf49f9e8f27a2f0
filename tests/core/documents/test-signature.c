/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures are never alone, whatever the length of the text (DOCUMENTS 18, F8, C13). */
#include "config.h"

#include "nst-fixture.h"
#include "nst-pdf-checks.h"

#include "documents/nst-layouter.h"

#include <string.h>

#define N_VARIANTS 64

static NstPdf *
print (NstTree *tree)
{
  g_autoptr (NstPages) pages = nst_layouter_run (tree);
  g_autoptr (GBytes) bytes = nst_pages_to_pdf (pages, NULL);

  g_assert_nonnull (bytes);
  return nst_pdf_open (bytes, FALSE);
}

/* One line more of text at the start of the document. */
static void
add_lines (NstTree *tree, guint n)
{
  GPtrArray *old = tree->blocks;
  NstTree *scrap = nst_tree_new ();

  for (guint i = 0; i < n; i++)
    nst_paragraph_add_text (nst_tree_add_paragraph (scrap->blocks, 12, 15), "Строка текста.",
                            NST_RUN_PLAIN);
  for (guint i = 0; i < old->len; i++)
    g_ptr_array_add (scrap->blocks, g_ptr_array_index (old, i));
  g_ptr_array_set_free_func (old, NULL);
  tree->blocks = scrap->blocks;
  scrap->blocks = old;
  nst_tree_free (scrap);
}

/* Lines of body text above the heading of the signatures on the page that has them. */
static void
check_variant (NstPdf *pdf, const char *signature, const char *heading, double size,
               guint variant)
{
  guint n_signature_pages = 0;

  for (guint i = 0; i < pdf->pages->len; i++)
    {
      const NstPdfPage *page = g_ptr_array_index (pdf->pages, i);
      guint n_body = 0;
      gboolean above = TRUE;

      if (nst_pdf_count_lines (page, signature) == 0)
        continue;
      n_signature_pages++;
      for (guint k = 0; k < page->lines->len; k++)
        {
          const NstTextLine *line = g_ptr_array_index (page->lines, k);

          above = above && strstr (line->text, heading) == NULL;
          n_body += above && line->bottom > 20 && line->size > size - 0.1;
        }
      if (n_body < 3)
        {
          g_test_message ("variant %u: %u lines of text with the signature", variant, n_body);
          g_test_fail ();
        }
    }
  g_assert_cmpuint (n_signature_pages, ==, 1);
}

/* Three parties: all parts of the block on one page, with at least three lines. */
static void
test_signature_three (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();

  for (guint i = 0; i < N_VARIANTS; i++)
    {
      g_autoptr (NstTree) tree = nst_fixture_expand ("D3", root, NULL);
      g_autoptr (NstPdf) pdf = NULL;

      add_lines (tree, i);
      pdf = print (tree);
      check_variant (pdf, "П.И. Савельев", "10. Реквизиты", 12, i);
      /* Its first row and its last one are on the same page too. */
      check_variant (pdf, "М.П.", "10. Реквизиты", 12, i);
    }
}

/* One signature below text. */
static void
test_signature_one (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();

  for (guint i = 0; i < N_VARIANTS; i++)
    {
      g_autoptr (NstTree) tree = nst_fixture_expand ("D6", root, NULL);
      g_autoptr (NstPdf) pdf = NULL;

      add_lines (tree, i);
      pdf = print (tree);
      check_variant (pdf, "И.Д. Лугова", "Руководитель развивающейся", 11, i);
    }
}

/* Signatures below a table take its last two rows with them, whole. */
static void
test_signature_table (void)
{
  g_autoptr (NstValue) root = nst_fixture_new ();

  for (guint i = 0; i < N_VARIANTS; i++)
    {
      g_autoptr (NstTree) tree = nst_fixture_expand ("D5", root, NULL);
      g_autoptr (NstPdf) pdf = NULL;
      gboolean found = FALSE;

      add_lines (tree, i);
      pdf = print (tree);
      for (guint p = 0; p < pdf->pages->len; p++)
        {
          const NstPdfPage *page = g_ptr_array_index (pdf->pages, p);

          if (nst_pdf_count_lines (page, "Руководитель опытной") == 0)
            continue;
          found = TRUE;
          g_assert_cmpuint (nst_pdf_count_lines (page, "17."), >=, 1);
          g_assert_cmpuint (nst_pdf_count_lines (page, "18."), >=, 1);
          g_assert_cmpuint (nst_pdf_count_lines (page, "Т.Г. Сорокина"), ==, 1);
        }
      g_assert_true (found);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add_func ("/documents/signature/three", test_signature_three);
  g_test_add_func ("/documents/signature/one", test_signature_one);
  g_test_add_func ("/documents/signature/table", test_signature_table);
  return g_test_run ();
}
