/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph as Writer has it: its style, or one that differs from it, and its text. */
#include "config.h"

#include "documents/nst-odt-private.h"

#include <math.h>
#include <string.h>

#define MM (72 / 25.4)
#define PICTURE_DPI 300.0

static gboolean
differ (double a, double b)
{
  return fabs (a - b) > 0.001;
}

static gboolean
is_like (const NstLook *look, const NstLook *style)
{
  return !differ (look->size, style->size) && !differ (look->pitch, style->pitch) &&
         !differ (look->indent, style->indent) && !differ (look->before, style->before) &&
         !differ (look->after, style->after) && look->align == style->align &&
         look->bold == style->bold && look->keep_next == style->keep_next &&
         look->hyphenate == style->hyphenate;
}

/* Names the style of a paragraph; one more is made when the named one does not do. */
static const char *
get_style (const NstParagraph *paragraph, NstRole role, const NstLook *look,
           const NstOdtPlace *place)
{
  const char *parent = nst_odt_get_style (role);
  double right = nst_look_get_right (paragraph, place->width);
  NstXml *properties;

  if (place->page == NULL && right < 0.1 && !differ (paragraph->left, 0) &&
      is_like (look, nst_looks_get (place->looks, role)))
    return parent;
  properties = nst_xml_new ();
  nst_odt_write_look (properties, look, paragraph->left, right);
  return nst_odt_styles_add (place->styles, "paragraph", parent, place->page, properties);
}

static const char *
get_run_style (guint flags, const NstLook *look, NstOdtStyles *styles)
{
  gboolean bold = (flags & NST_RUN_BOLD) != 0;
  gboolean italic = (flags & NST_RUN_ITALIC) != 0;
  gboolean whole = (flags & NST_RUN_NO_HYPHENS) != 0 && look->hyphenate;
  NstXml *properties;

  if (bold == look->bold && !italic && !whole)
    return NULL;
  properties = nst_xml_new ();
  nst_xml_begin (properties, "style:text-properties");
  if (bold != look->bold)
    nst_xml_set (properties, "fo:font-weight", bold ? "bold" : "normal");
  if (italic)
    nst_xml_set (properties, "fo:font-style", "italic");
  if (whole)
    nst_xml_set (properties, "fo:hyphenate", "false");
  nst_xml_end (properties);
  return nst_odt_styles_add (styles, "text", NULL, NULL, properties);
}

static void
put_piece (NstXml *xml, const NstPiece *piece, const NstLook *look, NstOdtStyles *styles)
{
  const char *style;

  if (piece->text == NULL)
    {
      nst_xml_put (xml, "text:line-break", NULL, NULL);
      return;
    }
  style = get_run_style (piece->flags, look, styles);
  if (style == NULL)
    {
      nst_xml_text (xml, piece->text);
      return;
    }
  nst_xml_begin (xml, "text:span");
  nst_xml_set (xml, "text:style-name", style);
  nst_xml_text (xml, piece->text);
  nst_xml_end (xml);
}

/**
 * nst_odt_write_paragraph:
 * @xml: gets the element
 * @paragraph: a paragraph
 * @place: where it stands
 */
void
nst_odt_write_paragraph (NstXml *xml, const NstParagraph *paragraph, const NstOdtPlace *place)
{
  NstRole role = nst_role_of (paragraph, place->table, place->header);
  gboolean heading = paragraph->outline > 0;
  double width = paragraph->width > 0 ? paragraph->width : place->width - paragraph->left;
  g_autoptr (GPtrArray) pieces = NULL;
  NstLook look;

  nst_looks_fit (place->looks, &look, paragraph, width, place->smaller);
  look.before += place->before;
  look.after += place->after;
  look.keep_next |= place->keep || nst_looks_keeps (place->looks, paragraph);
  pieces = nst_pieces_new (place->looks, paragraph, look.size, width * MM);
  nst_xml_begin (xml, heading ? "text:h" : "text:p");
  nst_xml_set (xml, "text:style-name", get_style (paragraph, role, &look, place));
  if (heading)
    nst_xml_set_int (xml, "text:outline-level", (int) paragraph->outline);
  for (guint i = 0; i < pieces->len; i++)
    put_piece (xml, g_ptr_array_index (pieces, i), &look, place->styles);
  nst_xml_end (xml);
}

/**
 * nst_odt_write_gap:
 * @xml: gets the element
 * @place: where it stands
 *
 * A paragraph as low as can be: an inner table is not the last in its cell.
 */
void
nst_odt_write_gap (NstXml *xml, const NstOdtPlace *place)
{
  NstXml *properties = nst_xml_new ();

  nst_xml_begin (properties, "style:paragraph-properties");
  nst_xml_set (properties, "fo:line-height", "1pt");
  nst_xml_set (properties, "fo:margin-top", "0pt");
  nst_xml_set (properties, "fo:margin-bottom", "0pt");
  nst_xml_end (properties);
  nst_xml_begin (properties, "style:text-properties");
  nst_xml_set (properties, "fo:font-size", "1pt");
  nst_xml_end (properties);
  nst_xml_put (xml, "text:p", "text:style-name",
               nst_odt_styles_add (place->styles, "paragraph", nst_odt_get_style (NST_ROLE_PLAIN),
                                   NULL, properties));
}

/**
 * nst_odt_write_rule:
 * @xml: gets the element
 * @block: a rule
 * @place: where it stands
 *
 * A paragraph without text that has a border above.
 */
void
nst_odt_write_rule (NstXml *xml, const NstBlock *block, const NstOdtPlace *place)
{
  NstXml *properties = nst_xml_new ();

  nst_xml_begin (properties, "style:paragraph-properties");
  nst_xml_set (properties, "fo:line-height", "1pt");
  nst_xml_set_length (properties, "fo:margin-top", block->before, "pt");
  nst_xml_set_length (properties, "fo:margin-bottom", block->after, "pt");
  nst_xml_set (properties, "fo:padding", "0mm");
  nst_xml_set (properties, "fo:border", "none");
  nst_xml_set (properties, "fo:border-top", "0.5pt solid #000000");
  nst_xml_end (properties);
  nst_xml_begin (properties, "style:text-properties");
  nst_xml_set (properties, "fo:font-size", "1pt");
  nst_xml_end (properties);
  nst_xml_begin (xml, "text:p");
  nst_xml_set (xml, "text:style-name",
               nst_odt_styles_add (place->styles, "paragraph", nst_odt_get_style (NST_ROLE_PLAIN),
                                   place->page, properties));
  nst_xml_end (xml);
}

/* What it shows, for the eye and for the ear. */
static void
put_image (NstXml *xml, const NstFigure *figure, guint number)
{
  g_autofree char *name = g_strdup_printf ("image%u", number);
  g_autofree char *path = g_strdup_printf ("Pictures/%s.png", name);

  nst_xml_begin (xml, "draw:frame");
  nst_xml_set (xml, "draw:name", name);
  nst_xml_set (xml, "text:anchor-type", "as-char");
  nst_xml_set_length (xml, "svg:width", figure->width, "mm");
  nst_xml_set_length (xml, "svg:height", figure->height, "mm");
  nst_xml_begin (xml, "draw:image");
  nst_xml_set (xml, "xlink:href", path);
  nst_xml_set (xml, "xlink:type", "simple");
  nst_xml_set (xml, "xlink:show", "embed");
  nst_xml_set (xml, "xlink:actuate", "onLoad");
  nst_xml_end (xml);
  nst_xml_put_text (xml, "svg:desc", figure->alternative);
  nst_xml_end (xml);
}

/**
 * nst_odt_write_figure:
 * @xml: gets the element
 * @block: a figure
 * @place: where it stands
 */
void
nst_odt_write_figure (NstXml *xml, const NstBlock *block, const NstOdtPlace *place)
{
  NstXml *properties = nst_xml_new ();

  nst_xml_begin (properties, "style:paragraph-properties");
  nst_xml_set (properties, "fo:line-height", "100%");
  nst_xml_set_length (properties, "fo:margin-top", block->before, "pt");
  nst_xml_set_length (properties, "fo:margin-bottom", block->after, "pt");
  nst_xml_set (properties, "fo:keep-with-next", "always");
  nst_xml_end (properties);
  g_ptr_array_add (place->pictures, nst_figure_to_png (block->figure, PICTURE_DPI));
  nst_xml_begin (xml, "text:p");
  nst_xml_set (xml, "text:style-name",
               nst_odt_styles_add (place->styles, "paragraph", nst_odt_get_style (NST_ROLE_PLAIN),
                                   place->page, properties));
  put_image (xml, block->figure, place->pictures->len);
  nst_xml_end (xml);
}
