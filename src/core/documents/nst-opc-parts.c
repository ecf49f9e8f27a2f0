/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files of Word and Excel have in common around their content (ECMA-376, part 2). */
#include "config.h"

#include "documents/nst-opc-parts.h"

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

void
nst_opc_add_default (NstXml *xml, const char *extension, const char *type)
{
  nst_xml_begin (xml, "Default");
  nst_xml_set (xml, "Extension", extension);
  nst_xml_set (xml, "ContentType", type);
  nst_xml_end (xml);
}

void
nst_opc_add_override (NstXml *xml, const char *part, const char *type)
{
  nst_xml_begin (xml, "Override");
  nst_xml_set (xml, "PartName", part);
  nst_xml_set (xml, "ContentType", type);
  nst_xml_end (xml);
}

NstXml *
nst_opc_begin_types (void)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, "Types");
  nst_xml_set (xml, "xmlns", PACKAGE "content-types");
  nst_opc_add_default (xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
  nst_opc_add_default (xml, "xml", "application/xml");
  nst_opc_add_override (xml, "/docProps/core.xml",
                        "application/vnd.openxmlformats-package.core-properties+xml");
  return xml;
}

NstXml *
nst_opc_begin_relations (void)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, "Relationships");
  nst_xml_set (xml, "xmlns", PACKAGE "relationships");
  return xml;
}

void
nst_opc_add_relation (NstXml *xml, const char *id, const char *type, const char *target)
{
  nst_xml_begin (xml, "Relationship");
  nst_xml_set (xml, "Id", id);
  nst_xml_set (xml, "Type", type);
  nst_xml_set (xml, "Target", target);
  nst_xml_end (xml);
}

void
nst_opc_add_core_relation (NstXml *xml, const char *id)
{
  nst_opc_add_relation (xml, id, PACKAGE "relationships/metadata/core-properties",
                        "docProps/core.xml");
}

static void
add_day (NstXml *xml, const char *name, const char *date)
{
  g_autofree char *moment = g_strconcat (date, "T00:00:00Z", NULL);

  nst_xml_begin (xml, name);
  nst_xml_set (xml, "xsi:type", "dcterms:W3CDTF");
  nst_xml_text (xml, moment);
  nst_xml_end (xml);
}

NstXml *
nst_opc_make_core (const char *title, const char *subject, const char *author, const char *date)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, "cp:coreProperties");
  nst_xml_set (xml, "xmlns:cp", PACKAGE "metadata/core-properties");
  nst_xml_set (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  nst_xml_set (xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
  nst_xml_set (xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  nst_xml_put_text (xml, "dc:title", title);
  nst_xml_put_text (xml, "dc:subject", subject);
  nst_xml_put_text (xml, "dc:creator", author);
  nst_xml_put_text (xml, "dc:language", "ru-RU");
  if (date != NULL)
    {
      add_day (xml, "dcterms:created", date);
      add_day (xml, "dcterms:modified", date);
    }
  nst_xml_end (xml);
  return xml;
}
