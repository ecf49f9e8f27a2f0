/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as a workbook of Excel (ECMA-376). */
#include "config.h"

#include "documents/nst-office-file.h"
#include "documents/nst-opc-parts.h"
#include "documents/nst-spreadsheet-private.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define SHEET "application/vnd.openxmlformats-officedocument.spreadsheetml."

/* A sign of the standard type is so wide, mm; a cell takes so many signs. */
#define MM_OF_SIGN 1.9
#define CELL_MAX 32767
/* Height of a line, points. */
#define LINE_HEIGHT 15.0

/* Places in cellXfs. */
enum
{
  LOOK_PLAIN,
  LOOK_HEADING,
  LOOK_TEXT,
  LOOK_DATE,
  LOOK_NUMBER,
  LOOK_CODE,
};

static NstXml *
make_types (void)
{
  NstXml *xml = nst_opc_begin_types ();

  nst_opc_add_override (xml, "/xl/workbook.xml", SHEET "sheet.main+xml");
  nst_opc_add_override (xml, "/xl/worksheets/sheet1.xml", SHEET "worksheet+xml");
  nst_opc_add_override (xml, "/xl/styles.xml", SHEET "styles+xml");
  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_relations (void)
{
  NstXml *xml = nst_opc_begin_relations ();

  nst_opc_add_relation (xml, "rId1", OFFICE "/officeDocument", "xl/workbook.xml");
  nst_opc_add_core_relation (xml, "rId2");
  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_workbook_relations (void)
{
  NstXml *xml = nst_opc_begin_relations ();

  nst_opc_add_relation (xml, "rId1", OFFICE "/worksheet", "worksheets/sheet1.xml");
  nst_opc_add_relation (xml, "rId2", OFFICE "/styles", "styles.xml");
  nst_xml_end (xml);
  return xml;
}

/* "A", "Z", "AA". */
static char *
dup_letters (guint column)
{
  g_autofree char *first = column >= 26 ? dup_letters (column / 26 - 1) : g_strdup ("");

  return g_strdup_printf ("%s%c", first, 'A' + (int) (column % 26));
}

static void
add_name (NstXml *xml, const char *name, gboolean hidden, const char *range)
{
  nst_xml_begin (xml, "definedName");
  nst_xml_set (xml, "name", name);
  nst_xml_set (xml, "localSheetId", "0");
  if (hidden)
    nst_xml_set (xml, "hidden", "1");
  nst_xml_text (xml, range);
  nst_xml_end (xml);
}

/* The headings stand on every page, and let people filter. */
static NstXml *
make_workbook (const NstSpreadsheet *self)
{
  NstXml *xml = nst_xml_new_part ();
  g_autofree char *tab = nst_spreadsheet_dup_tab_name (self);
  g_autofree char *titles = g_strdup_printf ("'%s'!$1:$1", tab);
  g_autofree char *last = dup_letters (self->columns->len - 1);
  g_autofree char *filter = g_strdup_printf ("'%s'!$A$1:$%s$%u", tab, last, self->rows->len + 1);

  nst_xml_begin (xml, "workbook");
  nst_xml_set (xml, "xmlns", MAIN);
  nst_xml_set (xml, "xmlns:r", OFFICE);
  nst_xml_begin (xml, "sheets");
  nst_xml_begin (xml, "sheet");
  nst_xml_set (xml, "name", tab);
  nst_xml_set (xml, "sheetId", "1");
  nst_xml_set (xml, "r:id", "rId1");
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_begin (xml, "definedNames");
  add_name (xml, "_xlnm._FilterDatabase", TRUE, filter);
  add_name (xml, "_xlnm.Print_Titles", FALSE, titles);
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}

/* Formats 14 and 0 follow the reader's locale: 29.10.2021 where Russian is read. */
static NstXml *
make_styles (void)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, "styleSheet");
  nst_xml_set (xml, "xmlns", MAIN);
  nst_xml_raw (
      xml,
      "<fonts count=\"2\">"
      "<font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
      "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
      "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
      "<fill><patternFill patternType=\"gray125\"/></fill>"
      "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFEEEEEE\"/></patternFill></fill>"
      "</fills>"
      "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
      "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/>"
      "<bottom style=\"thin\"/><diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      "</cellStyleXfs>"
      "<cellXfs count=\"6\">"
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
      "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" "
      "applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
      "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\" "
      "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
      "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
      "applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
      "<alignment horizontal=\"center\" vertical=\"top\"/></xf>"
      "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\" "
      "applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
      "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" "
      "applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
      "<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
      "</cellXfs>"
      "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
      "</cellStyles>");
  nst_xml_end (xml);
  return xml;
}

static void
begin_cell (NstXml *xml, guint row, guint column, int look)
{
  g_autofree char *letters = dup_letters (column);
  g_autofree char *place = g_strdup_printf ("%s%u", letters, row);

  nst_xml_begin (xml, "c");
  nst_xml_set (xml, "r", place);
  nst_xml_set_int (xml, "s", look);
}

/* A text that stands in its cell is never read as a formula, whatever it begins with. */
static void
write_text (NstXml *xml, const char *text)
{
  g_autofree char *cut =
      g_utf8_strlen (text, -1) > CELL_MAX ? g_utf8_substring (text, 0, CELL_MAX) : NULL;

  nst_xml_set (xml, "t", "inlineStr");
  nst_xml_begin (xml, "is");
  nst_xml_begin (xml, "t");
  nst_xml_set (xml, "xml:space", "preserve");
  nst_xml_text (xml, cut != NULL ? cut : text);
  nst_xml_end (xml);
  nst_xml_end (xml);
}

/* Days since 30 December 1899, as Excel counts them from 1 March 1900 on. */
static gboolean
count_days (const char *date, char days[16])
{
  GDate day, first;

  g_date_clear (&day, 1);
  g_date_set_parse (&day, date);
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 30, G_DATE_DECEMBER, 1899);
  g_snprintf (days, 16, "%d", g_date_days_between (&first, &day));
  return g_date_days_between (&first, &day) > 60;
}

static void
write_cell (NstXml *xml, const NstCell *cell, guint row, guint column)
{
  static const int looks[] = { LOOK_TEXT, LOOK_CODE, LOOK_NUMBER, LOOK_DATE };
  char days[16];
  gboolean dated = cell != NULL && cell->text != NULL && cell->type == NST_CELL_DATE &&
                   count_days (cell->text, days);

  begin_cell (xml, row, column, cell != NULL ? looks[cell->type] : LOOK_TEXT);
  if (dated)
    nst_xml_put_text (xml, "v", days);
  else if (cell != NULL && cell->text != NULL && cell->type == NST_CELL_NUMBER)
    nst_xml_put_text (xml, "v", cell->text);
  else if (cell != NULL && cell->text != NULL)
    write_text (xml, cell->text);
  nst_xml_end (xml);
}

/* About how many lines the text takes in a column: words break a little before its end. */
static guint
count_lines (const char *text, double width)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n", -1);
  const glong room = MAX (4, (glong) (width / MM_OF_SIGN * 0.9));
  guint lines = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    lines += 1 + (guint) (MAX (0, g_utf8_strlen (parts[i], -1) - 1) / room);
  return lines;
}

/* Not every program finds the height of a row by itself; it is no fixed one. */
static void
begin_row (NstXml *xml, const NstSpreadsheet *self, guint number, GArray *cells)
{
  guint lines = 1;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const NstSpreadsheetColumn *column = g_ptr_array_index (self->columns, i);
      const char *text = column->heading;

      if (cells != NULL)
        text = i < cells->len ? g_array_index (cells, NstCell, i).text : NULL;
      if (text != NULL)
        lines = MAX (lines, count_lines (text, column->width));
    }
  nst_xml_begin (xml, "row");
  nst_xml_set_int (xml, "r", (int) number);
  nst_xml_set_length (xml, "ht", MIN (lines, 20) * LINE_HEIGHT, "");
}

static void
write_columns (NstXml *xml, const NstSpreadsheet *self)
{
  nst_xml_begin (xml, "cols");
  for (guint i = 0; i < self->columns->len; i++)
    {
      const NstSpreadsheetColumn *column = g_ptr_array_index (self->columns, i);

      nst_xml_begin (xml, "col");
      nst_xml_set_int (xml, "min", (int) i + 1);
      nst_xml_set_int (xml, "max", (int) i + 1);
      nst_xml_set_length (xml, "width", column->width / MM_OF_SIGN, "");
      nst_xml_set (xml, "customWidth", "1");
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
}

static void
write_rows (NstXml *xml, const NstSpreadsheet *self)
{
  nst_xml_begin (xml, "sheetData");
  begin_row (xml, self, 1, NULL);
  for (guint i = 0; i < self->columns->len; i++)
    {
      begin_cell (xml, 1, i, LOOK_HEADING);
      write_text (xml, nst_spreadsheet_get_heading (self, i));
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
  for (guint r = 0; r < self->rows->len; r++)
    {
      GArray *row = g_ptr_array_index (self->rows, r);

      begin_row (xml, self, r + 2, row);
      for (guint i = 0; i < self->columns->len; i++)
        write_cell (xml, i < row->len ? &g_array_index (row, NstCell, i) : NULL, r + 2, i);
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
}

static NstXml *
make_sheet (const NstSpreadsheet *self)
{
  NstXml *xml = nst_xml_new_part ();
  g_autofree char *last = dup_letters (self->columns->len - 1);
  g_autofree char *range = g_strdup_printf ("A1:%s%u", last, self->rows->len + 1);

  nst_xml_begin (xml, "worksheet");
  nst_xml_set (xml, "xmlns", MAIN);
  nst_xml_raw (xml, "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
  nst_xml_put (xml, "dimension", "ref", range);
  nst_xml_raw (xml, "<sheetViews><sheetView workbookViewId=\"0\">"
                    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
                    "state=\"frozen\"/></sheetView></sheetViews>");
  write_columns (xml, self);
  write_rows (xml, self);
  nst_xml_put (xml, "autoFilter", "ref", range);
  nst_xml_raw (xml, "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" "
                    "header=\"0.3\" footer=\"0.3\"/>"
                    "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
  nst_xml_end (xml);
  return xml;
}

GBytes *
nst_spreadsheet_to_xlsx (const NstSpreadsheet *self, GError **error)
{
  g_autoptr (NstOfficeFile) file = nst_office_file_new (self->date);

  g_return_val_if_fail (self->columns->len > 0, NULL);
  nst_office_file_take (file, "[Content_Types].xml", make_types ());
  nst_office_file_take (file, "_rels/.rels", make_relations ());
  nst_office_file_take (file, "docProps/core.xml",
                        nst_opc_make_core (self->title, NULL, NULL, self->date));
  nst_office_file_take (file, "xl/workbook.xml", make_workbook (self));
  nst_office_file_take (file, "xl/_rels/workbook.xml.rels", make_workbook_relations ());
  nst_office_file_take (file, "xl/styles.xml", make_styles ());
  nst_office_file_take (file, "xl/worksheets/sheet1.xml", make_sheet (self));
  return nst_office_file_finish (file, error);
}
