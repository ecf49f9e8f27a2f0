/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files of Writer and Calc have in common around their content (OpenDocument 1.2). */
#include "config.h"

#include "documents/nst-odf-parts.h"

#define NAMES "urn:oasis:names:tc:opendocument:xmlns:"

static const struct
{
  const char *name;
  const char *uri;
} namespaces[] = {
  { "xmlns:office", NAMES "office:1.0" },
  { "xmlns:style", NAMES "style:1.0" },
  { "xmlns:text", NAMES "text:1.0" },
  { "xmlns:table", NAMES "table:1.0" },
  { "xmlns:draw", NAMES "drawing:1.0" },
  { "xmlns:number", NAMES "datastyle:1.0" },
  { "xmlns:fo", NAMES "xsl-fo-compatible:1.0" },
  { "xmlns:svg", NAMES "svg-compatible:1.0" },
  { "xmlns:meta", NAMES "meta:1.0" },
  { "xmlns:config", NAMES "config:1.0" },
  { "xmlns:ooo", "http://openoffice.org/2004/office" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
};

NstXml *
nst_odf_begin_part (const char *root)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, root);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    nst_xml_set (xml, namespaces[i].name, namespaces[i].uri);
  nst_xml_set (xml, "office:version", "1.2");
  return xml;
}

void
nst_odf_add_entry (NstXml *xml, const char *path, const char *type)
{
  nst_xml_begin (xml, "manifest:file-entry");
  nst_xml_set (xml, "manifest:full-path", path);
  nst_xml_set (xml, "manifest:media-type", type);
  nst_xml_end (xml);
}

NstXml *
nst_odf_begin_manifest (const char *type)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, "manifest:manifest");
  nst_xml_set (xml, "xmlns:manifest", NAMES "manifest:1.0");
  nst_xml_set (xml, "manifest:version", "1.2");
  nst_odf_add_entry (xml, "/", type);
  nst_odf_add_entry (xml, "content.xml", "text/xml");
  nst_odf_add_entry (xml, "styles.xml", "text/xml");
  nst_odf_add_entry (xml, "meta.xml", "text/xml");
  nst_odf_add_entry (xml, "settings.xml", "text/xml");
  return xml;
}

NstXml *
nst_odf_make_meta (const char *title, const char *subject, const char *author, const char *date)
{
  NstXml *xml = nst_odf_begin_part ("office:document-meta");
  g_autofree char *moment = date != NULL ? g_strconcat (date, "T00:00:00Z", NULL) : NULL;

  nst_xml_begin (xml, "office:meta");
  /* The name of the program in the language of the paper, whatever the user's own is. */
  nst_xml_put_text (xml, "meta:generator", "Наставник");
  nst_xml_put_text (xml, "dc:title", title);
  nst_xml_put_text (xml, "dc:subject", subject);
  nst_xml_put_text (xml, "meta:initial-creator", author);
  nst_xml_put_text (xml, "dc:creator", author);
  nst_xml_put_text (xml, "meta:creation-date", moment);
  nst_xml_put_text (xml, "dc:date", moment);
  nst_xml_put_text (xml, "dc:language", "ru-RU");
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}
