/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as DOCX and ODT: sections, tables, signs, the code, pictures; parts by their markup. */
#include "config.h"

#include "documents/nst-docx.h"
#include "documents/nst-odt.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>
#include <time.h>

static const NstSheet across = { 297, 210, 20, 20, 30, 10, 0, TRUE };
static const NstSheet framed = { 297, 210, 20, 20, 20, 20, 10, FALSE };

static NstParagraph *
add_paragraph (GPtrArray *blocks, const char *text)
{
  NstParagraph *paragraph = nst_tree_add_paragraph (blocks, 12, 15);

  nst_paragraph_add_text (paragraph, text, NST_RUN_PLAIN);
  return paragraph;
}

static NstTable *
add_table (NstTree *tree, double first, double second)
{
  NstTable *table = nst_tree_add_table (tree->blocks);

  g_array_append_val (table->columns, first);
  g_array_append_val (table->columns, second);
  return table;
}

static void
add_row (NstTable *table, gboolean header, const char *first, const char *second)
{
  NstRow *row = nst_table_add_row (table, header);

  add_paragraph (nst_row_add_cell (row, 1)->blocks, first)->align = NST_ALIGN_LEFT;
  add_paragraph (nst_row_add_cell (row, 1)->blocks, second)->align = NST_ALIGN_LEFT;
}

static void
add_figure (NstTree *tree)
{
  NstPrintChart *chart = nst_print_chart_new (NST_PRINT_CHART_COLUMNS, tree->family);

  nst_print_chart_add_series (chart, "факт");
  nst_print_chart_add_row (chart, "2022");
  nst_print_chart_add_value (chart, 70);
  nst_tree_add_figure (tree->blocks, nst_figure_new (chart, "Рисунок 1"));
  add_paragraph (tree->blocks, "Рисунок 1");
}

static NstTree *
make_tree (void)
{
  NstTree *tree = nst_tree_new ();
  NstParagraph *paragraph;
  NstTable *table;

  tree->title = g_strdup ("Приказ & прочее");
  tree->date = g_strdup ("2022-03-04");
  tree->code = g_strdup ("AAAA-BBBB");
  tree->code_line = g_strdup ("Код: {code}");
  paragraph = add_paragraph (tree->blocks, "Раз\001 <два>\u2028 три\u00a0 четыре ");
  nst_paragraph_add_blank (paragraph, 30, 0);
  table = add_table (tree, 145, 25);
  add_row (table, TRUE, "Имя", "Адрес");
  add_row (table, FALSE, "Анна", "anna.sergeevna@example.org");
  add_paragraph (tree->blocks, "Перед подписью.");
  table = add_table (tree, 85, 85);
  table->ruled = FALSE;
  table->signature = TRUE;
  add_row (table, FALSE, "Директор", "");
  add_row (table, FALSE, "", "А.П. Первый");
  nst_tree_add_section (tree, &across);
  add_figure (tree);
  nst_tree_add_section (tree, &framed);
  add_paragraph (tree->blocks, "Сертификат");
  return tree;
}

/* A part of the file; freed by the caller. */
static xmlDoc *
read_part (GBytes *file, const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  xmlDoc *document = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, g_bytes_get_data (file, NULL),
                                             g_bytes_get_size (file)),
                   ==, ARCHIVE_OK);
  while (document == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      gsize size = (gsize) archive_entry_size (entry);
      g_autofree char *data = g_malloc (size + 1);

      if (strcmp (archive_entry_pathname (entry), name) != 0)
        continue;
      g_assert_cmpint (archive_read_data (archive, data, size), ==, (la_ssize_t) size);
      document = xmlReadMemory (data, (int) size, name, NULL, XML_PARSE_NONET);
    }
  archive_read_free (archive);
  g_assert_nonnull (document);
  return document;
}

/* Names are compared without their prefixes. */
static void
expect (xmlDoc *document, const char *path, const char *expected)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *found = xmlXPathEvalExpression ((const xmlChar *) path, context);
  xmlChar *text;

  g_assert_nonnull (found);
  text = xmlXPathCastToString (found);
  if (strcmp ((const char *) text, expected) != 0)
    g_error ("%s: “%s” instead of “%s”", path, text, expected);
  xmlFree (text);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
}

#define E(name) "//*[local-name()='" name "']"
#define A(name) "/@*[local-name()='" name "']"

static void
test_office_docx (void)
{
  g_autoptr (NstTree) tree = make_tree ();
  g_autoptr (GBytes) file = nst_docx_from_tree (tree, NULL);
  xmlDoc *text = read_part (file, "word/document.xml");
  xmlDoc *footer = read_part (file, "word/footer1.xml");
  xmlDoc *core = read_part (file, "docProps/core.xml");

  expect (text, "count(" E ("sectPr") ")", "3");
  expect (text, "count(" E ("pgSz") "[@*[local-name()='orient']='landscape'])", "2");
  expect (text, "count(" E ("sectPr") "[1][*[local-name()='titlePg']])", "1");
  expect (text, "count(" E ("pgBorders") ")", "1");
  expect (text, E ("p"), "Раз <два>три\u00a0четыре ______________");
  expect (text, "count(" E ("p") "[1]" E ("br") ")", "1");
  expect (text, "count(" E ("tblHeader") ")", "1");
  expect (text, "string(" E ("gridCol") "[1]" A ("w") ")", "8220");
  expect (text, "count(" E ("p") "[contains(., 'Перед')]" E ("keepNext") ")", "1");
  expect (text, "count(" E ("tr") "[contains(., 'Директор')]" E ("keepNext") ")", "2");
  expect (text, "count(" E ("tr") "[contains(., 'Первый')]" E ("keepNext") ")", "0");
  expect (text, "count(" E ("t") "[contains(., 'sergeevna@\u200bexample')])", "1");
  expect (text, "string(" E ("docPr") A ("id") ")", "1");
  expect (footer, E ("t"), "Код: AAAA-BBBB");
  expect (core, E ("title"), "Приказ & прочее");
  expect (core, E ("created"), "2022-03-04T00:00:00Z");
  xmlFreeDoc (text);
  xmlFreeDoc (footer);
  xmlFreeDoc (core);
}

static void
test_office_odt (void)
{
  g_autoptr (NstTree) tree = make_tree ();
  g_autoptr (GBytes) file = nst_odt_from_tree (tree, NULL);
  xmlDoc *text = read_part (file, "content.xml");
  xmlDoc *styles = read_part (file, "styles.xml");
  xmlDoc *manifest = read_part (file, "META-INF/manifest.xml");

  expect (text, "string(//*[@*[local-name()='master-page-name']='Section2']" A ("family") ")",
          "paragraph");
  expect (text, E ("p"), "Раз <два>три\u00a0четыре ______________");
  expect (text, "count(" E ("table-header-rows") ")", "1");
  expect (text, "string(" E ("table-column-properties") A ("column-width") ")", "145.000mm");
  expect (text, "count(" E ("image") ")", "1");
  expect (styles,
          "count(" E (
              "page-layout-properties") "[@*[local-name()='print-orientation']='landscape'])",
          "2");
  expect (styles, E ("footer") "/*", "Код: AAAA-BBBB");
  expect (styles, "count(" E ("master-page") "[*[local-name()='header']])", "2");
  expect (manifest, "count(" E ("file-entry") "[@*[local-name()='media-type']='image/png'])",
          "1");
  xmlFreeDoc (text);
  xmlFreeDoc (styles);
  xmlFreeDoc (manifest);
}

/* The same bytes, whatever zone the clock is set to. */
static void
test_office_same (void)
{
  GBytes *(*const writers[]) (const NstTree *, GError **) = { nst_docx_from_tree,
                                                              nst_odt_from_tree };
  static const char *const zones[] = { "UTC", "Asia/Vladivostok" };
  g_autoptr (NstTree) tree = make_tree ();

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GBytes) first = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (zones); k++)
        {
          g_autoptr (GBytes) file = NULL;

          g_setenv ("TZ", zones[k], TRUE);
          tzset ();
          file = writers[i](tree, NULL);
          if (first == NULL)
            first = g_bytes_ref (file);
          g_assert_true (g_bytes_equal (first, file));
        }
    }
}

/* Nothing at all is a document, too. */
static void
test_office_empty (void)
{
  g_autoptr (NstTree) tree = nst_tree_new ();
  g_autoptr (GBytes) docx = nst_docx_from_tree (tree, NULL);
  g_autoptr (GBytes) odt = nst_odt_from_tree (tree, NULL);
  xmlDoc *word = read_part (docx, "word/document.xml");
  xmlDoc *writer = read_part (odt, "content.xml");

  expect (word, "count(" E ("sectPr") ")", "1");
  expect (writer, "count(" E ("table") ")", "0");
  xmlFreeDoc (word);
  xmlFreeDoc (writer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/office/docx", test_office_docx);
  g_test_add_func ("/documents/office/odt", test_office_odt);
  g_test_add_func ("/documents/office/same", test_office_same);
  g_test_add_func ("/documents/office/empty", test_office_empty);
  return g_test_run ();
}
