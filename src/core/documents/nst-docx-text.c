/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph as Word has it: its style, how it differs from the style, runs of text. */
#include "config.h"

#include "documents/nst-docx-text.h"

#include "documents/nst-docx-private.h"

#include <math.h>
#include <string.h>

#define MM (72 / 25.4)
#define PICTURE_DPI 300.0
#define NO_BREAK_HYPHEN "\u2011"

static gboolean
differ (double a, double b)
{
  return fabs (a - b) > 0.001;
}

static void
put_flag (NstXml *xml, const char *name, gboolean on)
{
  nst_xml_put (xml, name, on ? NULL : "w:val", "0");
}

/* From the edges of the column, and of the first line. */
static void
put_indents (NstXml *xml, const NstParagraph *paragraph, const NstLook *style, double width)
{
  double right = nst_look_get_right (paragraph, width);

  if (!differ (paragraph->indent, style->indent) && !differ (paragraph->left, 0) && right <= 0.1)
    return;
  nst_xml_begin (xml, "w:ind");
  nst_xml_set_int (xml, "w:left", nst_docx_twips (paragraph->left));
  nst_xml_set_int (xml, "w:right", nst_docx_twips (right));
  nst_xml_set_int (xml, "w:firstLine", nst_docx_twips (paragraph->indent));
  nst_xml_end (xml);
}

static void
put_properties (NstXml *xml, const NstParagraph *paragraph, const NstDocxPlace *place,
                NstRole role, const NstLook *style, const NstLook *look)
{
  nst_xml_begin (xml, "w:pPr");
  if (role != NST_ROLE_PLAIN)
    nst_xml_put (xml, "w:pStyle", "w:val", nst_docx_get_style (role));
  if (look->keep_next != style->keep_next)
    put_flag (xml, "w:keepNext", look->keep_next);
  if (look->hyphenate != style->hyphenate)
    put_flag (xml, "w:suppressAutoHyphens", !look->hyphenate);
  if (differ (look->before, style->before) || differ (look->after, style->after) ||
      differ (look->pitch, style->pitch))
    nst_docx_write_spacing (xml, look);
  put_indents (xml, paragraph, style, place->width);
  if (look->align != style->align)
    nst_docx_write_align (xml, look->align);
  if (place->section != NULL)
    nst_docx_write_section (xml, place->tree, place->section, place->first);
  nst_xml_end (xml);
}

static void
put_run_properties (NstXml *xml, guint flags, const NstLook *style, const NstLook *look)
{
  gboolean bold = (flags & NST_RUN_BOLD) != 0;
  gboolean whole = (flags & NST_RUN_NO_HYPHENS) != 0 && look->hyphenate;
  gboolean sized = differ (look->size, style->size);

  if (bold == style->bold && (flags & NST_RUN_ITALIC) == 0 && !whole && !sized)
    return;
  nst_xml_begin (xml, "w:rPr");
  if (bold != style->bold)
    put_flag (xml, "w:b", bold);
  if ((flags & NST_RUN_ITALIC) != 0)
    put_flag (xml, "w:i", TRUE);
  /* What is not to be proofed is not divided either: there is no other way to keep a name. */
  if (whole)
    put_flag (xml, "w:noProof", TRUE);
  if (sized)
    {
      nst_xml_put_int (xml, "w:sz", "w:val", (int) lround (look->size * 2));
      nst_xml_put_int (xml, "w:szCs", "w:val", (int) lround (look->size * 2));
    }
  nst_xml_end (xml);
}

static void
put_text (NstXml *xml, const char *text)
{
  gsize length = strlen (text);

  if (length == 0)
    return;
  nst_xml_begin (xml, "w:t");
  if (text[0] == ' ' || text[length - 1] == ' ')
    nst_xml_set (xml, "xml:space", "preserve");
  nst_xml_text (xml, text);
  nst_xml_end (xml);
}

static void
put_piece (NstXml *xml, const NstPiece *piece, const NstLook *style, const NstLook *look)
{
  nst_xml_begin (xml, "w:r");
  put_run_properties (xml, piece->flags, style, look);
  if (piece->text == NULL)
    nst_xml_put (xml, "w:br", NULL, NULL);
  else if (strstr (piece->text, NO_BREAK_HYPHEN) == NULL)
    put_text (xml, piece->text);
  else
    {
      g_auto (GStrv) parts = g_strsplit (piece->text, NO_BREAK_HYPHEN, -1);

      for (guint i = 0; parts[i] != NULL; i++)
        {
          if (i > 0)
            nst_xml_put (xml, "w:noBreakHyphen", NULL, NULL);
          put_text (xml, parts[i]);
        }
    }
  nst_xml_end (xml);
}

/**
 * nst_docx_write_paragraph:
 * @xml: gets the element
 * @paragraph: a paragraph
 * @place: where it stands
 */
void
nst_docx_write_paragraph (NstXml *xml, const NstParagraph *paragraph, const NstDocxPlace *place)
{
  NstRole role = nst_role_of (paragraph, place->table, place->header);
  const NstLook *style = nst_looks_get (place->looks, role);
  double width = paragraph->width > 0 ? paragraph->width : place->width - paragraph->left;
  g_autoptr (GPtrArray) pieces = NULL;
  NstLook look;

  nst_looks_fit (place->looks, &look, paragraph, width, place->smaller);
  look.before += place->before;
  look.after += place->after;
  look.keep_next |= place->keep || nst_looks_keeps (place->looks, paragraph);
  pieces = nst_pieces_new (place->looks, paragraph, look.size, width * MM);
  nst_xml_begin (xml, "w:p");
  put_properties (xml, paragraph, place, role, style, &look);
  for (guint i = 0; i < pieces->len; i++)
    put_piece (xml, g_ptr_array_index (pieces, i), style, &look);
  nst_xml_end (xml);
}

/**
 * nst_docx_write_gap:
 * @xml: gets the element
 * @place: where it stands
 * @height: points
 * @rule: whether a line stands above it
 *
 * A paragraph without text: between tables, behind one at the end of a cell, under a line.
 */
void
nst_docx_write_gap (NstXml *xml, const NstDocxPlace *place, double height, gboolean rule)
{
  NstLook look = { 1,     MAX (height, 1), 0,    place->before, place->after, NST_ALIGN_LEFT,
                   FALSE, FALSE,           FALSE };

  nst_xml_begin (xml, "w:p");
  nst_xml_begin (xml, "w:pPr");
  if (place->keep)
    put_flag (xml, "w:keepNext", TRUE);
  if (rule)
    {
      nst_xml_begin (xml, "w:pBdr");
      nst_xml_begin (xml, "w:top");
      nst_xml_set (xml, "w:val", "single");
      nst_xml_set_int (xml, "w:sz", 4);
      nst_xml_set_int (xml, "w:space", 0);
      nst_xml_set (xml, "w:color", "000000");
      nst_xml_end (xml);
      nst_xml_end (xml);
    }
  nst_docx_write_spacing (xml, &look);
  nst_xml_begin (xml, "w:rPr");
  nst_xml_put_int (xml, "w:sz", "w:val", 2);
  nst_xml_end (xml);
  if (place->section != NULL)
    nst_docx_write_section (xml, place->tree, place->section, place->first);
  nst_xml_end (xml);
  nst_xml_end (xml);
}

/**
 * nst_docx_write_picture:
 * @xml: gets the element
 * @figure: a chart
 * @place: where it stands
 *
 * A paragraph that holds it; what is below keeps with it.
 */
void
nst_docx_write_picture (NstXml *xml, const NstFigure *figure, const NstDocxPlace *place)
{
  g_ptr_array_add (place->pictures, nst_figure_to_png (figure, PICTURE_DPI));
  nst_xml_begin (xml, "w:p");
  nst_xml_begin (xml, "w:pPr");
  put_flag (xml, "w:keepNext", TRUE);
  nst_xml_begin (xml, "w:spacing");
  nst_xml_set_int (xml, "w:before", (int) lround (place->before * 20));
  nst_xml_set_int (xml, "w:after", (int) lround (place->after * 20));
  nst_xml_set_int (xml, "w:line", 240);
  nst_xml_set (xml, "w:lineRule", "auto");
  nst_xml_end (xml);
  if (place->section != NULL)
    nst_docx_write_section (xml, place->tree, place->section, place->first);
  nst_xml_end (xml);
  nst_xml_begin (xml, "w:r");
  nst_docx_write_figure (xml, figure, place->pictures->len);
  nst_xml_end (xml);
  nst_xml_end (xml);
}
