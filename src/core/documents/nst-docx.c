/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as a document of Word: the parts around its text (ECMA-376). */
#include "config.h"

#include "documents/nst-docx.h"

#include "documents/nst-docx-private.h"
#include "documents/nst-office-file.h"
#include "documents/nst-opc-parts.h"

#include <math.h>

#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* DOCUMENTS 17: from the edge of the sheet to the upper edge of the number's line, mm; to the
 * lower edge of the line of the code. */
#define NUMBER_FROM_EDGE 10.2
#define CODE_FROM_EDGE 7.3

typedef struct
{
  const char *id;
  const char *type;
  const char *name;
} Part;

/* What the document's text refers to. */
static const Part parts[] = {
  { "rId1", "styles", "styles.xml" },
  { "rId2", "settings", "settings.xml" },
  { "rId3", "fontTable", "fontTable.xml" },
  { NST_DOCX_HEADER_NUMBER, "header", "header1.xml" },
  { NST_DOCX_HEADER_EMPTY, "header", "header2.xml" },
  { NST_DOCX_FOOTER_CODE, "footer", "footer1.xml" },
  { NST_DOCX_FOOTER_EMPTY, "footer", "footer2.xml" },
};

static NstXml *
make_types (void)
{
  NstXml *xml = nst_opc_begin_types ();

  nst_opc_add_default (xml, "png", "image/png");
  nst_opc_add_override (xml, "/word/document.xml", TYPE "document.main+xml");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat ("/word/", parts[i].name, NULL);
      g_autofree char *type = g_strconcat (TYPE, parts[i].type, "+xml", NULL);

      nst_opc_add_override (xml, name, type);
    }
  nst_opc_add_override (xml, "/docProps/app.xml",
                        "application/vnd.openxmlformats-officedocument.extended-properties+xml");
  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_relations (void)
{
  NstXml *xml = nst_opc_begin_relations ();

  nst_opc_add_relation (xml, "rId1", NST_DOCX_RELATIONS "/officeDocument", "word/document.xml");
  nst_opc_add_core_relation (xml, "rId2");
  nst_opc_add_relation (xml, "rId3", NST_DOCX_RELATIONS "/extended-properties",
                        "docProps/app.xml");
  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_document_relations (GPtrArray *pictures)
{
  NstXml *xml = nst_opc_begin_relations ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *type = g_strconcat (NST_DOCX_RELATIONS "/", parts[i].type, NULL);

      nst_opc_add_relation (xml, parts[i].id, type, parts[i].name);
    }
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *id = g_strdup_printf (NST_DOCX_PICTURE, i + 1);
      g_autofree char *name = g_strdup_printf ("media/image%u.png", i + 1);

      nst_opc_add_relation (xml, id, NST_DOCX_RELATIONS "/image", name);
    }
  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_app (void)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, "Properties");
  nst_xml_set (xml, "xmlns",
               "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
  /* The name of the program in the language of the paper, whatever the user's own is. */
  nst_xml_put_text (xml, "Application", "Наставник");
  nst_xml_end (xml);
  return xml;
}

static NstXml *
begin_part (const char *root)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, root);
  nst_xml_set (xml, "xmlns:w", NST_DOCX_NAMESPACE);
  nst_xml_set (xml, "xmlns:r", NST_DOCX_RELATIONS);
  return xml;
}

static NstXml *
make_settings (void)
{
  NstXml *xml = begin_part ("w:settings");

  nst_xml_put_int (xml, "w:defaultTabStop", "w:val", nst_docx_twips (12.5));
  nst_xml_put (xml, "w:autoHyphenation", NULL, NULL);
  nst_xml_put_int (xml, "w:consecutiveHyphenLimit", "w:val", 2);
  nst_xml_put (xml, "w:doNotHyphenateCaps", NULL, NULL);
  nst_xml_begin (xml, "w:compat");
  nst_xml_put (xml, "w:doNotExpandShiftReturn", NULL, NULL);
  nst_xml_begin (xml, "w:compatSetting");
  nst_xml_set (xml, "w:name", "compatibilityMode");
  nst_xml_set (xml, "w:uri", "http://schemas.microsoft.com/office/word");
  nst_xml_set (xml, "w:val", "15");
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}

/* Who has not the family gets the one of the same widths. */
static NstXml *
make_fonts (const NstTree *tree)
{
  NstXml *xml = begin_part ("w:fonts");

  nst_xml_begin (xml, "w:font");
  nst_xml_set (xml, "w:name", tree->family);
  nst_xml_put (xml, "w:altName", "w:val", "Times New Roman");
  nst_xml_put (xml, "w:charset", "w:val", "CC");
  nst_xml_put (xml, "w:family", "w:val", "roman");
  nst_xml_put (xml, "w:pitch", "w:val", "variable");
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}

/* A paragraph in a margin: the page's number, a text, or nothing. */
static NstXml *
make_margin (const char *root, const char *style, const char *text, gboolean number)
{
  NstXml *xml = begin_part (root);

  nst_xml_begin (xml, "w:p");
  nst_xml_begin (xml, "w:pPr");
  nst_xml_put (xml, "w:pStyle", "w:val", style);
  nst_xml_end (xml);
  if (number)
    nst_xml_begin (xml, "w:fldSimple");
  if (number)
    nst_xml_set (xml, "w:instr", " PAGE ");
  if (text != NULL)
    {
      nst_xml_begin (xml, "w:r");
      nst_xml_put_text (xml, "w:t", text);
      nst_xml_end (xml);
    }
  if (number)
    nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}

static void
refer (NstXml *xml, const char *name, const char *type, const char *id)
{
  nst_xml_begin (xml, name);
  nst_xml_set (xml, "w:type", type);
  nst_xml_set (xml, "r:id", id);
  nst_xml_end (xml);
}

static void
write_frame (NstXml *xml, double edge)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };
  /* The thick line is the outer one, and Word reads the name from the left and from above. */
  static const char *const lines[] = { "thickThinSmallGap", "thickThinSmallGap",
                                       "thinThickSmallGap", "thinThickSmallGap" };

  nst_xml_begin (xml, "w:pgBorders");
  nst_xml_set (xml, "w:offsetFrom", "page");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      nst_xml_begin (xml, sides[i]);
      nst_xml_set (xml, "w:val", lines[i]);
      nst_xml_set_int (xml, "w:sz", 12);
      nst_xml_set_int (xml, "w:space", (int) lround (MIN (edge * 72 / 25.4, 31)));
      nst_xml_set (xml, "w:color", "000000");
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
}

/**
 * nst_docx_write_section:
 * @xml: gets the element
 * @tree: a document
 * @sheet: what the pages of the section are like
 * @first: whether the document begins with it
 */
void
nst_docx_write_section (NstXml *xml, const NstTree *tree, const NstSheet *sheet, gboolean first)
{
  nst_xml_begin (xml, "w:sectPr");
  refer (xml, "w:headerReference", "default",
         sheet->numbered ? NST_DOCX_HEADER_NUMBER : NST_DOCX_HEADER_EMPTY);
  refer (xml, "w:footerReference", "default", NST_DOCX_FOOTER_EMPTY);
  if (first)
    refer (xml, "w:headerReference", "first", NST_DOCX_HEADER_EMPTY);
  if (first)
    refer (xml, "w:footerReference", "first",
           tree->code != NULL && tree->code_line != NULL ? NST_DOCX_FOOTER_CODE
                                                         : NST_DOCX_FOOTER_EMPTY);
  nst_xml_begin (xml, "w:pgSz");
  nst_xml_set_int (xml, "w:w", nst_docx_twips (sheet->width));
  nst_xml_set_int (xml, "w:h", nst_docx_twips (sheet->height));
  if (sheet->width > sheet->height)
    nst_xml_set (xml, "w:orient", "landscape");
  nst_xml_end (xml);
  nst_xml_begin (xml, "w:pgMar");
  nst_xml_set_int (xml, "w:top", nst_docx_twips (sheet->top));
  nst_xml_set_int (xml, "w:right", nst_docx_twips (sheet->right));
  nst_xml_set_int (xml, "w:bottom", nst_docx_twips (sheet->bottom));
  nst_xml_set_int (xml, "w:left", nst_docx_twips (sheet->left));
  nst_xml_set_int (xml, "w:header", nst_docx_twips (NUMBER_FROM_EDGE));
  nst_xml_set_int (xml, "w:footer", nst_docx_twips (MIN (CODE_FROM_EDGE, sheet->bottom / 2)));
  nst_xml_set_int (xml, "w:gutter", 0);
  nst_xml_end (xml);
  if (sheet->frame > 0)
    write_frame (xml, sheet->frame);
  nst_xml_put_int (xml, "w:cols", "w:space", nst_docx_twips (12.5));
  if (first)
    nst_xml_put (xml, "w:titlePg", NULL, NULL);
  nst_xml_end (xml);
}

static NstXml *
make_styles (const NstTree *tree, const NstLooks *looks)
{
  NstXml *xml = nst_xml_new_part ();

  nst_docx_write_styles (xml, tree, looks);
  return xml;
}

static void
unref_bytes (gpointer data)
{
  g_bytes_unref (data);
}

static NstXml *
make_document (const NstTree *tree, NstLooks *looks, GPtrArray *pictures)
{
  NstXml *xml = begin_part ("w:document");

  nst_docx_write_document (xml, tree, looks, pictures);
  nst_xml_end (xml);
  return xml;
}

/**
 * nst_docx_from_tree:
 * @tree: a document
 * @error: (nullable): where to put what went wrong
 *
 * Real styles, tables, sections and fields, so that people go on writing in it. The same
 * document gives the same bytes, as long as its date is the same.
 *
 * Returns: (transfer full) (nullable): a whole DOCX file
 */
GBytes *
nst_docx_from_tree (const NstTree *tree, GError **error)
{
  g_autoptr (NstOfficeFile) file = nst_office_file_new (tree->date);
  g_autoptr (NstLooks) looks = nst_looks_new (tree);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (unref_bytes);
  g_autofree char *code = nst_tree_dup_code_line (tree);

  nst_office_file_take (file, "[Content_Types].xml", make_types ());
  nst_office_file_take (file, "_rels/.rels", make_relations ());
  nst_office_file_take (file, "docProps/core.xml",
                        nst_opc_make_core (tree->title, tree->subject, tree->author, tree->date));
  nst_office_file_take (file, "docProps/app.xml", make_app ());
  nst_office_file_take (file, "word/document.xml", make_document (tree, looks, pictures));
  nst_office_file_take (file, "word/_rels/document.xml.rels", make_document_relations (pictures));
  nst_office_file_take (file, "word/styles.xml", make_styles (tree, looks));
  nst_office_file_take (file, "word/settings.xml", make_settings ());
  nst_office_file_take (file, "word/fontTable.xml", make_fonts (tree));
  nst_office_file_take (file, "word/header1.xml", make_margin ("w:hdr", "Header", "2", TRUE));
  nst_office_file_take (file, "word/header2.xml", make_margin ("w:hdr", "Header", NULL, FALSE));
  nst_office_file_take (file, "word/footer1.xml", make_margin ("w:ftr", "Footer", code, FALSE));
  nst_office_file_take (file, "word/footer2.xml", make_margin ("w:ftr", "Footer", NULL, FALSE));
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/media/image%u.png", i + 1);

      nst_office_file_add_bytes (file, name, g_ptr_array_index (pictures, i));
    }
  return nst_office_file_finish (file, error);
}
