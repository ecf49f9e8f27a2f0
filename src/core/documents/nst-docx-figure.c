/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart as Word has it: a picture in a line of text (DrawingML). */
#include "config.h"

#include "documents/nst-docx-private.h"

#include <math.h>

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

/* English metric units a millimetre. */
#define UNITS 36000

static void
put_size (NstXml *xml, const char *name, const NstFigure *figure)
{
  nst_xml_begin (xml, name);
  nst_xml_set_int (xml, "cx", (int) lround (figure->width * UNITS));
  nst_xml_set_int (xml, "cy", (int) lround (figure->height * UNITS));
  nst_xml_end (xml);
}

static void
put_name (NstXml *xml, const char *name, const NstFigure *figure, guint number)
{
  g_autofree char *title = g_strdup_printf ("image%u", number);

  nst_xml_begin (xml, name);
  nst_xml_set_int (xml, "id", (int) number);
  nst_xml_set (xml, "name", title);
  nst_xml_set (xml, "descr", figure->alternative);
  nst_xml_end (xml);
}

static void
put_picture (NstXml *xml, const NstFigure *figure, guint number)
{
  g_autofree char *id = g_strdup_printf (NST_DOCX_PICTURE, number);

  nst_xml_begin (xml, "pic:pic");
  nst_xml_set (xml, "xmlns:pic", DRAWING "picture");
  nst_xml_begin (xml, "pic:nvPicPr");
  put_name (xml, "pic:cNvPr", figure, number);
  nst_xml_put (xml, "pic:cNvPicPr", NULL, NULL);
  nst_xml_end (xml);
  nst_xml_begin (xml, "pic:blipFill");
  nst_xml_put (xml, "a:blip", "r:embed", id);
  nst_xml_begin (xml, "a:stretch");
  nst_xml_put (xml, "a:fillRect", NULL, NULL);
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_begin (xml, "pic:spPr");
  nst_xml_begin (xml, "a:xfrm");
  nst_xml_begin (xml, "a:off");
  nst_xml_set_int (xml, "x", 0);
  nst_xml_set_int (xml, "y", 0);
  nst_xml_end (xml);
  put_size (xml, "a:ext", figure);
  nst_xml_end (xml);
  nst_xml_begin (xml, "a:prstGeom");
  nst_xml_set (xml, "prst", "rect");
  nst_xml_put (xml, "a:avLst", NULL, NULL);
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
}

/**
 * nst_docx_write_figure:
 * @xml: gets the content of a run
 * @figure: a chart
 * @number: of its picture among those of the document, from 1
 */
void
nst_docx_write_figure (NstXml *xml, const NstFigure *figure, guint number)
{
  nst_xml_begin (xml, "w:drawing");
  nst_xml_begin (xml, "wp:inline");
  nst_xml_set (xml, "xmlns:wp", DRAWING "wordprocessingDrawing");
  nst_xml_set_int (xml, "distT", 0);
  nst_xml_set_int (xml, "distB", 0);
  nst_xml_set_int (xml, "distL", 0);
  nst_xml_set_int (xml, "distR", 0);
  put_size (xml, "wp:extent", figure);
  put_name (xml, "wp:docPr", figure, number);
  nst_xml_begin (xml, "a:graphic");
  nst_xml_set (xml, "xmlns:a", DRAWING "main");
  nst_xml_begin (xml, "a:graphicData");
  nst_xml_set (xml, "uri", DRAWING "picture");
  put_picture (xml, figure, number);
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
}
