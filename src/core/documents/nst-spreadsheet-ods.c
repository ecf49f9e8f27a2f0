/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet as a document of Calc (OpenDocument 1.2). */
#include "config.h"

#include "documents/nst-odf-parts.h"
#include "documents/nst-office-file.h"
#include "documents/nst-spreadsheet-private.h"

#include <string.h>

#define TYPE "application/vnd.oasis.opendocument.spreadsheet"

static NstXml *
make_manifest (void)
{
  NstXml *xml = nst_odf_begin_manifest (TYPE);

  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_styles (void)
{
  NstXml *xml = nst_odf_begin_part ("office:document-styles");

  nst_xml_raw (
      xml,
      "<office:styles><style:default-style style:family=\"table-cell\"><style:text-properties "
      "fo:font-size=\"11pt\" fo:language=\"ru\" fo:country=\"RU\"/></style:default-style>"
      "</office:styles><office:automatic-styles><style:page-layout style:name=\"page\">"
      "<style:page-layout-properties fo:page-width=\"297mm\" fo:page-height=\"210mm\" "
      "style:print-orientation=\"landscape\" fo:margin-top=\"12mm\" fo:margin-bottom=\"12mm\" "
      "fo:margin-left=\"10mm\" fo:margin-right=\"10mm\" style:scale-to-X=\"1\" "
      "style:scale-to-Y=\"0\"/></style:page-layout></office:automatic-styles>"
      "<office:master-styles><style:master-page style:name=\"Default\" "
      "style:page-layout-name=\"page\"/></office:master-styles>");
  nst_xml_end (xml);
  return xml;
}

static void
add_setting (NstXml *xml, const char *name, const char *type, const char *value)
{
  nst_xml_begin (xml, "config:config-item");
  nst_xml_set (xml, "config:name", name);
  nst_xml_set (xml, "config:type", type);
  nst_xml_text (xml, value);
  nst_xml_end (xml);
}

static void
begin_named (NstXml *xml, const char *element, const char *name)
{
  nst_xml_begin (xml, element);
  if (name != NULL)
    nst_xml_set (xml, "config:name", name);
}

/* The first row stays on the screen. */
static NstXml *
make_settings (const char *tab)
{
  NstXml *xml = nst_odf_begin_part ("office:document-settings");

  nst_xml_begin (xml, "office:settings");
  begin_named (xml, "config:config-item-set", "ooo:view-settings");
  begin_named (xml, "config:config-item-map-indexed", "Views");
  begin_named (xml, "config:config-item-map-entry", NULL);
  begin_named (xml, "config:config-item-map-named", "Tables");
  begin_named (xml, "config:config-item-map-entry", tab);
  add_setting (xml, "VerticalSplitMode", "short", "2");
  add_setting (xml, "VerticalSplitPosition", "int", "1");
  add_setting (xml, "ActiveSplitRange", "short", "2");
  add_setting (xml, "PositionTop", "int", "0");
  add_setting (xml, "PositionBottom", "int", "1");
  for (guint i = 0; i < 7; i++)
    nst_xml_end (xml);
  return xml;
}

static void
write_column_style (NstXml *xml, guint column, double width)
{
  g_autofree char *name = g_strdup_printf ("column%u", column);

  nst_xml_begin (xml, "style:style");
  nst_xml_set (xml, "style:name", name);
  nst_xml_set (xml, "style:family", "table-column");
  nst_xml_begin (xml, "style:table-column-properties");
  nst_xml_set_length (xml, "style:column-width", width, "mm");
  nst_xml_end (xml);
  nst_xml_end (xml);
}

static void
write_styles (NstXml *xml, const NstSpreadsheet *self)
{
  nst_xml_begin (xml, "office:automatic-styles");
  for (guint i = 0; i < self->columns->len; i++)
    write_column_style (xml, i, ((NstSpreadsheetColumn *) self->columns->pdata[i])->width);
  nst_xml_raw (
      xml,
      "<number:date-style style:name=\"day\"><number:day number:style=\"long\"/>"
      "<number:text>.</number:text><number:month number:style=\"long\"/>"
      "<number:text>.</number:text><number:year number:style=\"long\"/></number:date-style>"
      "<number:text-style style:name=\"words\"><number:text-content/></number:text-style>"
      "<style:style style:name=\"sheet\" style:family=\"table\" "
      "style:master-page-name=\"Default\"><style:table-properties table:display=\"true\"/>"
      "</style:style>"
      "<style:style style:name=\"heading\" style:family=\"table-cell\">"
      "<style:table-cell-properties fo:border=\"0.5pt solid #000000\" "
      "fo:background-color=\"#eeeeee\" fo:wrap-option=\"wrap\" style:vertical-align=\"middle\"/>"
      "<style:paragraph-properties fo:text-align=\"center\"/>"
      "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
      "<style:style style:name=\"text\" style:family=\"table-cell\">"
      "<style:table-cell-properties fo:border=\"0.5pt solid #000000\" fo:wrap-option=\"wrap\" "
      "style:vertical-align=\"top\"/></style:style>"
      "<style:style style:name=\"code\" style:family=\"table-cell\" "
      "style:data-style-name=\"words\"><style:table-cell-properties "
      "fo:border=\"0.5pt solid #000000\" fo:wrap-option=\"wrap\" style:vertical-align=\"top\"/>"
      "</style:style>"
      "<style:style style:name=\"date\" style:family=\"table-cell\" "
      "style:data-style-name=\"day\"><style:table-cell-properties "
      "fo:border=\"0.5pt solid #000000\" style:vertical-align=\"top\"/>"
      "<style:paragraph-properties fo:text-align=\"center\"/></style:style>");
  nst_xml_end (xml);
}

/* Spaces side by side are one to OpenDocument, unless they are counted. */
static void
write_line (NstXml *xml, const char *line)
{
  while (*line != '\0')
    {
      gsize length = *line == ' ' ? strspn (line, " ") : strcspn (line, " ");
      g_autofree char *part = *line == ' ' ? g_strdup (" ") : g_strndup (line, length);

      nst_xml_text (xml, part);
      if (*line == ' ' && length > 1)
        nst_xml_put_int (xml, "text:s", "text:c", (int) length - 1);
      line += length;
    }
}

static void
write_lines (NstXml *xml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      nst_xml_begin (xml, "text:p");
      write_line (xml, lines[i]);
      nst_xml_end (xml);
    }
}

static void
begin_cell (NstXml *xml, const char *look)
{
  nst_xml_begin (xml, "table:table-cell");
  nst_xml_set (xml, "table:style-name", look);
}

static void
write_cell (NstXml *xml, const NstCell *cell)
{
  static const char *const looks[] = { "text", "code", "text", "date" };

  begin_cell (xml, cell != NULL ? looks[cell->type] : "text");
  if (cell != NULL && cell->text != NULL)
    {
      if (cell->type == NST_CELL_NUMBER)
        {
          nst_xml_set (xml, "office:value-type", "float");
          nst_xml_set (xml, "office:value", cell->text);
        }
      else if (cell->type == NST_CELL_DATE)
        {
          nst_xml_set (xml, "office:value-type", "date");
          nst_xml_set (xml, "office:date-value", cell->text);
        }
      else
        nst_xml_set (xml, "office:value-type", "string");
      write_lines (xml, cell->text);
    }
  nst_xml_end (xml);
}

static void
write_headings (NstXml *xml, const NstSpreadsheet *self)
{
  nst_xml_begin (xml, "table:table-header-rows");
  nst_xml_begin (xml, "table:table-row");
  for (guint i = 0; i < self->columns->len; i++)
    {
      begin_cell (xml, "heading");
      nst_xml_set (xml, "office:value-type", "string");
      write_lines (xml, nst_spreadsheet_get_heading (self, i));
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
  nst_xml_end (xml);
}

static void
write_rows (NstXml *xml, const NstSpreadsheet *self)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      GArray *row = g_ptr_array_index (self->rows, r);

      nst_xml_begin (xml, "table:table-row");
      for (guint i = 0; i < self->columns->len; i++)
        write_cell (xml, i < row->len ? &g_array_index (row, NstCell, i) : NULL);
      nst_xml_end (xml);
    }
}

/* What people filter by: the whole table, with a button on each heading. */
static void
write_range (NstXml *xml, const NstSpreadsheet *self, const char *tab)
{
  guint column = self->columns->len - 1;
  g_autofree char *letters = column < 26 ? g_strdup_printf ("%c", 'A' + (int) column)
                                         : g_strdup_printf ("%c%c", 'A' + (int) column / 26 - 1,
                                                            'A' + (int) column % 26);
  g_autofree char *range =
      g_strdup_printf ("'%s'.A1:'%s'.%s%u", tab, tab, letters, self->rows->len + 1);

  nst_xml_begin (xml, "table:database-ranges");
  nst_xml_begin (xml, "table:database-range");
  nst_xml_set (xml, "table:name", "list");
  nst_xml_set (xml, "table:target-range-address", range);
  nst_xml_set (xml, "table:display-filter-buttons", "true");
  nst_xml_end (xml);
  nst_xml_end (xml);
}

static NstXml *
make_content (const NstSpreadsheet *self, const char *tab)
{
  NstXml *xml = nst_odf_begin_part ("office:document-content");

  write_styles (xml, self);
  nst_xml_begin (xml, "office:body");
  nst_xml_begin (xml, "office:spreadsheet");
  nst_xml_begin (xml, "table:table");
  nst_xml_set (xml, "table:name", tab);
  nst_xml_set (xml, "table:style-name", "sheet");
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("column%u", i);

      nst_xml_put (xml, "table:table-column", "table:style-name", name);
    }
  write_headings (xml, self);
  write_rows (xml, self);
  nst_xml_end (xml);
  write_range (xml, self, tab);
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}

GBytes *
nst_spreadsheet_to_ods (const NstSpreadsheet *self, GError **error)
{
  g_autoptr (NstOfficeFile) file = nst_office_file_new (self->date);
  g_autofree char *tab = nst_spreadsheet_dup_tab_name (self);

  g_return_val_if_fail (self->columns->len > 0, NULL);
  nst_office_file_store (file, "mimetype", TYPE);
  nst_office_file_take (file, "content.xml", make_content (self, tab));
  nst_office_file_take (file, "styles.xml", make_styles ());
  nst_office_file_take (file, "meta.xml",
                        nst_odf_make_meta (self->title, NULL, NULL, self->date));
  nst_office_file_take (file, "settings.xml", make_settings (tab));
  nst_office_file_take (file, "META-INF/manifest.xml", make_manifest ());
  return nst_office_file_finish (file, error);
}
