/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as a document of Writer: the parts around its text (OpenDocument 1.2). */
#include "config.h"

#include "documents/nst-odt.h"

#include "documents/nst-odt-private.h"
#include "documents/nst-office-file.h"

#define TYPE "application/vnd.oasis.opendocument.text"
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
  { "xmlns:fo", NAMES "xsl-fo-compatible:1.0" },
  { "xmlns:svg", NAMES "svg-compatible:1.0" },
  { "xmlns:meta", NAMES "meta:1.0" },
  { "xmlns:config", NAMES "config:1.0" },
  { "xmlns:ooo", "http://openoffice.org/2004/office" },
  { "xmlns:xlink", "http://www.w3.org/1999/xlink" },
  { "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
};

/* How Writer sets lines and pages as Word does, and as the program's own pages are. */
static const char *const settings[] = {
  "AddParaTableSpacing",
  "AddParaTableSpacingAtStart",
  "DoNotJustifyLinesWithManualBreak",
  "TableRowKeep",
};

static NstXml *
begin_part (const char *root)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, root);
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    nst_xml_set (xml, namespaces[i].name, namespaces[i].uri);
  nst_xml_set (xml, "office:version", "1.2");
  return xml;
}

static void
add_entry (NstXml *xml, const char *path, const char *type)
{
  nst_xml_begin (xml, "manifest:file-entry");
  nst_xml_set (xml, "manifest:full-path", path);
  nst_xml_set (xml, "manifest:media-type", type);
  nst_xml_end (xml);
}

static NstXml *
make_manifest (GPtrArray *pictures)
{
  NstXml *xml = nst_xml_new_part ();

  nst_xml_begin (xml, "manifest:manifest");
  nst_xml_set (xml, "xmlns:manifest", NAMES "manifest:1.0");
  nst_xml_set (xml, "manifest:version", "1.2");
  add_entry (xml, "/", TYPE);
  add_entry (xml, "content.xml", "text/xml");
  add_entry (xml, "styles.xml", "text/xml");
  add_entry (xml, "meta.xml", "text/xml");
  add_entry (xml, "settings.xml", "text/xml");
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("Pictures/image%u.png", i + 1);

      add_entry (xml, path, "image/png");
    }
  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_meta (const NstTree *tree)
{
  NstXml *xml = begin_part ("office:document-meta");
  g_autofree char *moment =
      tree->date != NULL ? g_strconcat (tree->date, "T00:00:00Z", NULL) : NULL;

  nst_xml_begin (xml, "office:meta");
  /* The name of the program in the language of the paper, whatever the user's own is. */
  nst_xml_put_text (xml, "meta:generator", "Наставник");
  nst_xml_put_text (xml, "dc:title", tree->title);
  nst_xml_put_text (xml, "dc:subject", tree->subject);
  nst_xml_put_text (xml, "meta:initial-creator", tree->author);
  nst_xml_put_text (xml, "dc:creator", tree->author);
  nst_xml_put_text (xml, "meta:creation-date", moment);
  nst_xml_put_text (xml, "dc:date", moment);
  nst_xml_put_text (xml, "dc:language", "ru-RU");
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_settings (void)
{
  NstXml *xml = begin_part ("office:document-settings");

  nst_xml_begin (xml, "office:settings");
  nst_xml_begin (xml, "config:config-item-set");
  nst_xml_set (xml, "config:name", "ooo:configuration-settings");
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      nst_xml_begin (xml, "config:config-item");
      nst_xml_set (xml, "config:name", settings[i]);
      nst_xml_set (xml, "config:type", "boolean");
      nst_xml_text (xml, "true");
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}

/* Who has not the family gets the one of the same widths. */
static void
write_fonts (NstXml *xml, const NstTree *tree)
{
  g_autofree char *families = g_strdup_printf ("'%s', 'Times New Roman'", tree->family);

  nst_xml_begin (xml, "office:font-face-decls");
  nst_xml_begin (xml, "style:font-face");
  nst_xml_set (xml, "style:name", tree->family);
  nst_xml_set (xml, "svg:font-family", families);
  nst_xml_set (xml, "style:font-family-generic", "roman");
  nst_xml_set (xml, "style:font-pitch", "variable");
  nst_xml_end (xml);
  nst_xml_end (xml);
}

static NstXml *
make_styles (const NstTree *tree, const NstLooks *looks)
{
  NstXml *xml = begin_part ("office:document-styles");

  write_fonts (xml, tree);
  nst_odt_write_styles (xml, tree, looks);
  nst_xml_end (xml);
  return xml;
}

/* The text is written first: it tells which styles there are. */
static NstXml *
make_content (const NstTree *tree, NstLooks *looks, GPtrArray *pictures)
{
  NstXml *xml = begin_part ("office:document-content");
  g_autoptr (NstXml) text = nst_xml_new ();
  g_autoptr (NstOdtStyles) styles = nst_odt_styles_new ();

  nst_odt_write_text (text, tree, looks, styles, pictures);
  write_fonts (xml, tree);
  nst_odt_styles_write (styles, xml);
  nst_xml_begin (xml, "office:body");
  nst_xml_begin (xml, "office:text");
  nst_xml_raw (xml, nst_xml_get_markup (text));
  nst_xml_end (xml);
  nst_xml_end (xml);
  nst_xml_end (xml);
  return xml;
}

static void
unref_bytes (gpointer data)
{
  g_bytes_unref (data);
}

/**
 * nst_odt_from_tree:
 * @tree: a document
 * @error: (nullable): where to put what went wrong
 *
 * Real styles, tables, pages and fields, so that people go on writing in it. The same document
 * gives the same bytes, as long as its date is the same.
 *
 * Returns: (transfer full) (nullable): a whole ODT file
 */
GBytes *
nst_odt_from_tree (const NstTree *tree, GError **error)
{
  g_autoptr (NstOfficeFile) file = nst_office_file_new (tree->date);
  g_autoptr (NstLooks) looks = nst_looks_new (tree);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (unref_bytes);

  nst_office_file_store (file, "mimetype", TYPE);
  nst_office_file_take (file, "content.xml", make_content (tree, looks, pictures));
  nst_office_file_take (file, "styles.xml", make_styles (tree, looks));
  nst_office_file_take (file, "meta.xml", make_meta (tree));
  nst_office_file_take (file, "settings.xml", make_settings ());
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pictures/image%u.png", i + 1);

      nst_office_file_add_bytes (file, name, g_ptr_array_index (pictures, i));
    }
  nst_office_file_take (file, "META-INF/manifest.xml", make_manifest (pictures));
  return nst_office_file_finish (file, error);
}
