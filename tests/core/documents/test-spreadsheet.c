/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of typed cells as XLSX, ODS and CSV. */
#include "config.h"

#include "documents/nst-spreadsheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>

static NstSpreadsheet *
make_sheet (void)
{
  NstSpreadsheet *sheet = nst_spreadsheet_new ("Реестр: [команды]", "2022-07-01");

  nst_spreadsheet_add_column (sheet, "Номер", 20);
  nst_spreadsheet_add_column (sheet, "Название; полное", 60);
  nst_spreadsheet_add_column (sheet, "Дата", 24);
  nst_spreadsheet_add_column (sheet, "Доля", 20);
  nst_spreadsheet_begin_row (sheet);
  nst_spreadsheet_add_cell (sheet, NST_CELL_CODE, "007");
  nst_spreadsheet_add_cell (sheet, NST_CELL_TEXT, "=1+2");
  nst_spreadsheet_add_cell (sheet, NST_CELL_DATE, "2021-10-29");
  nst_spreadsheet_add_cell (sheet, NST_CELL_NUMBER, "83.3");
  nst_spreadsheet_begin_row (sheet);
  nst_spreadsheet_add_cell (sheet, NST_CELL_TEXT, "+7 (900) 000-00-00");
  nst_spreadsheet_add_cell (sheet, NST_CELL_TEXT, "Школа «А» & \"Б\"\nвторая  строка");
  nst_spreadsheet_add_cell (sheet, NST_CELL_DATE, "2021-02-30");
  return sheet;
}

static xmlDoc *
read_part (GBytes *file, const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size;
  gconstpointer data = g_bytes_get_data (file, &size);
  xmlDoc *document = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_memory (archive, data, size), ==, ARCHIVE_OK);
  while (document == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (g_str_equal (archive_entry_pathname (entry), name))
      {
        GByteArray *content = g_byte_array_new ();
        char part[4096];
        la_ssize_t got;

        while ((got = archive_read_data (archive, part, sizeof part)) > 0)
          g_byte_array_append (content, (const guint8 *) part, (guint) got);
        document = xmlReadMemory ((const char *) content->data, (int) content->len, name, NULL,
                                  XML_PARSE_NONET);
        g_byte_array_unref (content);
      }
  archive_read_free (archive);
  g_assert_nonnull (document);
  return document;
}

static void
assert_xpath (GBytes *file, const char *part, const char *path, const char *wanted)
{
  xmlDoc *document = read_part (file, part);
  xmlXPathContext *context = xmlXPathNewContext (document);
  g_autofree char *expression = g_strdup_printf ("string(%s)", path);
  xmlXPathObject *found = xmlXPathEvalExpression ((const xmlChar *) expression, context);

  g_assert_nonnull (found);
  g_assert_cmpstr ((const char *) found->stringval, ==, wanted);
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
}

#define CELL(place) "//*[local-name()='c'][@r='" place "']"
#define FORMULAS "count(//*[local-name()='f'])"
#define SHEET "xl/worksheets/sheet1.xml"

/* 29 October 2021 is the 44498th day of Excel. */
static void
test_xlsx (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstSpreadsheet) sheet = make_sheet ();
  g_autoptr (GBytes) file = nst_spreadsheet_write (sheet, NST_SPREADSHEET_XLSX, &error);
  g_autoptr (GBytes) again = nst_spreadsheet_write (sheet, NST_SPREADSHEET_XLSX, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (file, again));
  assert_xpath (file, SHEET, CELL ("A2"), "007");
  assert_xpath (file, SHEET, CELL ("A2") "/@t", "inlineStr");
  assert_xpath (file, SHEET, CELL ("B2") "/*[local-name()='is']", "=1+2");
  assert_xpath (file, SHEET, FORMULAS, "0");
  assert_xpath (file, SHEET, CELL ("C2") "/*[local-name()='v']", "44498");
  assert_xpath (file, SHEET, CELL ("D2") "/*[local-name()='v']", "83.3");
  assert_xpath (file, SHEET, CELL ("C3") "/*[local-name()='is']", "2021-02-30");
  assert_xpath (file, SHEET, "//*[local-name()='pane']/@state", "frozen");
  assert_xpath (file, "xl/workbook.xml", "//*[local-name()='sheet']/@name", "Реестр   команды");
  assert_xpath (file, "xl/workbook.xml", "//*[@name='_xlnm.Print_Titles']",
                "'Реестр   команды'!$1:$1");
}

#define ROW(row, cell)                                                                           \
  "//*[local-name()='table']/*[local-name()='table-row'][" row "]/*[" cell "]"

static void
test_ods (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstSpreadsheet) sheet = make_sheet ();
  g_autoptr (GBytes) file = nst_spreadsheet_write (sheet, NST_SPREADSHEET_ODS, &error);
  g_autoptr (GBytes) again = nst_spreadsheet_write (sheet, NST_SPREADSHEET_ODS, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (file, again));
  assert_xpath (file, "content.xml", ROW ("1", "2"), "=1+2");
  assert_xpath (file, "content.xml", "count(//@*[local-name()='formula'])", "0");
  assert_xpath (file, "content.xml", ROW ("1", "3") "/@*[local-name()='date-value']",
                "2021-10-29");
  assert_xpath (file, "content.xml", ROW ("1", "4") "/@*[local-name()='value']", "83.3");
  assert_xpath (file, "content.xml", "count(" ROW ("2", "2") "/*)", "2");
  assert_xpath (file, "content.xml", ROW ("2", "2") "//*[local-name()='s']/@*", "1");
  assert_xpath (file, "content.xml",
                "//*[local-name()='table-header-rows']//*[local-name()='table-cell'][2]",
                "Название; полное");
}

static void
test_csv (void)
{
  g_autoptr (NstSpreadsheet) sheet = make_sheet ();
  g_autoptr (GBytes) file = nst_spreadsheet_write (sheet, NST_SPREADSHEET_CSV, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  g_assert_cmpstr (
      text, ==,
      "\ufeffНомер;\"Название; полное\";Дата;Доля\r\n"
      "007;'=1+2;29.10.2021;83,3\r\n"
      "+7 (900) 000-00-00;\"Школа «А» & \"\"Б\"\"\nвторая  строка\";2021-02-30;\r\n");
}

static void
test_format (void)
{
  NstSpreadsheetFormat format;

  g_assert_true (nst_spreadsheet_format_find ("a.b.ODS", &format));
  g_assert_cmpstr (nst_spreadsheet_format_get_name (format), ==, "ods");
  g_assert_false (nst_spreadsheet_format_find ("xlsx", &format));
  g_assert_false (nst_spreadsheet_format_find ("a.xls", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/spreadsheet/xlsx", test_xlsx);
  g_test_add_func ("/spreadsheet/ods", test_ods);
  g_test_add_func ("/spreadsheet/csv", test_csv);
  g_test_add_func ("/spreadsheet/format", test_format);
  return g_test_run ();
}
