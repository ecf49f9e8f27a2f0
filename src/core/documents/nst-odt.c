/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as a document of Writer: the parts around its text (OpenDocument 1.2). */
#include "config.h"

#include "documents/nst-odt.h"

#include "documents/nst-odf-parts.h"
#include "documents/nst-odt-private.h"
#include "documents/nst-office-file.h"

#define TYPE "application/vnd.oasis.opendocument.text"

/* How Writer sets lines and pages as Word does, and as the program's own pages are. */
static const char *const settings[] = {
  "AddParaTableSpacing",
  "AddParaTableSpacingAtStart",
  "DoNotJustifyLinesWithManualBreak",
  "TableRowKeep",
};

static NstXml *
make_manifest (GPtrArray *pictures)
{
  NstXml *xml = nst_odf_begin_manifest (TYPE);

  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("Pictures/image%u.png", i + 1);

      nst_odf_add_entry (xml, path, "image/png");
    }
  nst_xml_end (xml);
  return xml;
}

static NstXml *
make_settings (void)
{
  NstXml *xml = nst_odf_begin_part ("office:document-settings");

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
  NstXml *xml = nst_odf_begin_part ("office:document-styles");

  write_fonts (xml, tree);
  nst_odt_write_styles (xml, tree, looks);
  nst_xml_end (xml);
  return xml;
}

/* The text is written first: it tells which styles there are. */
static NstXml *
make_content (const NstTree *tree, NstLooks *looks, GPtrArray *pictures)
{
  NstXml *xml = nst_odf_begin_part ("office:document-content");
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
  nst_office_file_take (file, "meta.xml",
                        nst_odf_make_meta (tree->title, tree->subject, tree->author, tree->date));
  nst_office_file_take (file, "settings.xml", make_settings ());
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pictures/image%u.png", i + 1);

      nst_office_file_add_bytes (file, name, g_ptr_array_index (pictures, i));
    }
  nst_office_file_take (file, "META-INF/manifest.xml", make_manifest (pictures));
  return nst_office_file_finish (file, error);
}
