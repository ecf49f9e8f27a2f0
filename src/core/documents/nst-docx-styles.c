/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles of a document of Word, by the names that Word and Writer know them by. */
#include "config.h"

#include "documents/nst-docx-private.h"

#include <math.h>

static const struct
{
  const char *id;
  const char *name;
} styles[NST_N_ROLES] = {
  { "Normal", "Normal" },
  { "BodyText", "Body Text" },
  { "Title", "Title" },
  { "Heading1", "heading 1" },
  { "Heading2", "heading 2" },
  { "Heading3", "heading 3" },
  { "TableContents", "Table Contents" },
  { "TableHeading", "Table Heading" },
  { "Signature", "Signature" },
};

/**
 * nst_docx_twips:
 * @mm: a length
 *
 * Returns: the same in twentieths of a point, as Word measures
 */
int
nst_docx_twips (double mm)
{
  return (int) lround (mm * 1440 / 25.4);
}

/**
 * nst_docx_get_style:
 * @role: what a paragraph is for
 *
 * Returns: (transfer none): id of its style
 */
const char *
nst_docx_get_style (NstRole role)
{
  return styles[role].id;
}

/**
 * nst_docx_write_spacing:
 * @xml: gets the element
 * @look: how a paragraph looks
 */
void
nst_docx_write_spacing (NstXml *xml, const NstLook *look)
{
  nst_xml_begin (xml, "w:spacing");
  nst_xml_set_int (xml, "w:before", (int) lround (look->before * 20));
  nst_xml_set_int (xml, "w:after", (int) lround (look->after * 20));
  nst_xml_set_int (xml, "w:line", (int) lround (look->pitch * 20));
  nst_xml_set (xml, "w:lineRule", "exact");
  nst_xml_end (xml);
}

/**
 * nst_docx_write_align:
 * @xml: gets the element
 * @align: how lines stand
 */
void
nst_docx_write_align (NstXml *xml, NstAlign align)
{
  static const char *const names[] = { "both", "left", "center", "right" };

  nst_xml_put (xml, "w:jc", "w:val", names[align]);
}

static void
write_fonts (NstXml *xml, const char *family)
{
  nst_xml_begin (xml, "w:rFonts");
  nst_xml_set (xml, "w:ascii", family);
  nst_xml_set (xml, "w:hAnsi", family);
  nst_xml_set (xml, "w:eastAsia", family);
  nst_xml_set (xml, "w:cs", family);
  nst_xml_end (xml);
}

static void
write_size (NstXml *xml, double size)
{
  nst_xml_put_int (xml, "w:sz", "w:val", (int) lround (size * 2));
  nst_xml_put_int (xml, "w:szCs", "w:val", (int) lround (size * 2));
}

static void
write_defaults (NstXml *xml, const NstTree *tree)
{
  nst_xml_begin (xml, "w:docDefaults");
  nst_xml_begin (xml, "w:rPrDefault");
  nst_xml_begin (xml, "w:rPr");
  write_fonts (xml, tree->family);
  write_size (xml, 12);
  nst_xml_begin (xml, "w:lang");
  nst_xml_set (xml, "w:val", "ru-RU");
  nst_xml_set (xml, "w:eastAsia", "ru-RU");
  nst_xml_set (xml, "w:bidi", "ar-SA");
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_begin (xml, "w:pPrDefault");
  nst_xml_begin (xml, "w:pPr");
  nst_xml_put (xml, "w:widowControl", NULL, NULL);
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
}

static void
begin_style (NstXml *xml, const char *type, const char *id, const char *name, const char *base)
{
  nst_xml_begin (xml, "w:style");
  nst_xml_set (xml, "w:type", type);
  if (base == NULL)
    nst_xml_set (xml, "w:default", "1");
  nst_xml_set (xml, "w:styleId", id);
  nst_xml_put (xml, "w:name", "w:val", name);
  if (base != NULL)
    nst_xml_put (xml, "w:basedOn", "w:val", base);
}

static gboolean
is_heading (NstRole role)
{
  return role >= NST_ROLE_TITLE && role <= NST_ROLE_HEADING_3;
}

static void
write_paragraph_style (NstXml *xml, NstRole role, const NstLook *look)
{
  begin_style (xml, "paragraph", styles[role].id, styles[role].name,
               role == NST_ROLE_PLAIN ? NULL : styles[NST_ROLE_PLAIN].id);
  if (is_heading (role))
    nst_xml_put (xml, "w:next", "w:val", styles[NST_ROLE_BODY].id);
  nst_xml_put (xml, "w:qFormat", NULL, NULL);
  nst_xml_begin (xml, "w:pPr");
  nst_xml_put (xml, "w:keepNext", "w:val", look->keep_next ? "1" : "0");
  nst_xml_put (xml, "w:suppressAutoHyphens", "w:val", look->hyphenate ? "0" : "1");
  nst_docx_write_spacing (xml, look);
  nst_xml_put_int (xml, "w:ind", "w:firstLine", nst_docx_twips (look->indent));
  nst_docx_write_align (xml, look->align);
  if (role >= NST_ROLE_HEADING_1 && role <= NST_ROLE_HEADING_3)
    nst_xml_put_int (xml, "w:outlineLvl", "w:val", (int) (role - NST_ROLE_HEADING_1));
  nst_xml_end (xml);
  nst_xml_begin (xml, "w:rPr");
  nst_xml_put (xml, "w:b", "w:val", look->bold ? "1" : "0");
  write_size (xml, look->size);
  nst_xml_end (xml);
  nst_xml_end (xml);
}

/* Of the margins: a page's number in the middle, the code of the document at the right. */
static void
write_margin_style (NstXml *xml, const char *id, const char *name, NstAlign align, double size)
{
  begin_style (xml, "paragraph", id, name, styles[NST_ROLE_PLAIN].id);
  nst_xml_begin (xml, "w:pPr");
  nst_xml_begin (xml, "w:spacing");
  nst_xml_set_int (xml, "w:before", 0);
  nst_xml_set_int (xml, "w:after", 0);
  nst_xml_set_int (xml, "w:line", 240);
  nst_xml_set (xml, "w:lineRule", "auto");
  nst_xml_end (xml);
  nst_docx_write_align (xml, align);
  nst_xml_end (xml);
  nst_xml_begin (xml, "w:rPr");
  write_size (xml, size);
  nst_xml_end (xml);
  nst_xml_end (xml);
}

static void
write_table_styles (NstXml *xml)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };
  static const char *const rules[] = { "w:top",   "w:left",    "w:bottom",
                                       "w:right", "w:insideH", "w:insideV" };

  begin_style (xml, "table", "TableNormal", "Normal Table", NULL);
  nst_xml_begin (xml, "w:tblPr");
  nst_xml_begin (xml, "w:tblCellMar");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      nst_xml_begin (xml, sides[i]);
      nst_xml_set_int (xml, "w:w", 0);
      nst_xml_set (xml, "w:type", "dxa");
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
  begin_style (xml, "table", "TableGrid", "Table Grid", "TableNormal");
  nst_xml_begin (xml, "w:tblPr");
  nst_xml_begin (xml, "w:tblBorders");
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      nst_xml_begin (xml, rules[i]);
      nst_xml_set (xml, "w:val", "single");
      nst_xml_set_int (xml, "w:sz", 4);
      nst_xml_set_int (xml, "w:space", 0);
      nst_xml_set (xml, "w:color", "000000");
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
}

/**
 * nst_docx_write_styles:
 * @xml: gets the part
 * @tree: a document
 * @looks: its styles
 */
void
nst_docx_write_styles (NstXml *xml, const NstTree *tree, const NstLooks *looks)
{
  nst_xml_begin (xml, "w:styles");
  nst_xml_set (xml, "xmlns:w", NST_DOCX_NAMESPACE);
  write_defaults (xml, tree);
  for (guint role = 0; role < NST_N_ROLES; role++)
    write_paragraph_style (xml, role, nst_looks_get (looks, role));
  write_margin_style (xml, "Header", "header", NST_ALIGN_CENTER, 12);
  write_margin_style (xml, "Footer", "footer", NST_ALIGN_RIGHT, 9);
  write_table_styles (xml);
  nst_xml_end (xml);
}
