/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles of a document of Writer: those with names, pages, and the nameless ones of its text. */
#include "config.h"

#include "documents/nst-odt-private.h"

#include <string.h>

/* DOCUMENTS 17: from the edge of the sheet to the upper edge of the number's line, mm; to the
 * lower edge of the line of the code, and how high that is. */
#define NUMBER_FROM_EDGE 10.2
#define CODE_FROM_EDGE 7.3
#define CODE_HEIGHT 3.9

static const struct
{
  const char *id;
  const char *name;
} names[NST_N_ROLES] = {
  { "Standard", "Standard" },
  { "Text_20_body", "Text body" },
  { "Title", "Title" },
  { "Heading_20_1", "Heading 1" },
  { "Heading_20_2", "Heading 2" },
  { "Heading_20_3", "Heading 3" },
  { "Table_20_Contents", "Table Contents" },
  { "Table_20_Heading", "Table Heading" },
  { "Signature", "Signature" },
};

struct _NstOdtStyles
{
  GHashTable *known;
  GHashTable *counts;
  NstXml *written;
};

/**
 * nst_odt_styles_new:
 *
 * Returns: (transfer full): no styles yet
 */
NstOdtStyles *
nst_odt_styles_new (void)
{
  NstOdtStyles *self = g_new0 (NstOdtStyles, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->counts = g_hash_table_new (g_str_hash, g_str_equal);
  self->written = nst_xml_new ();
  return self;
}

/**
 * nst_odt_styles_free:
 * @self: (nullable): styles
 */
void
nst_odt_styles_free (NstOdtStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->counts);
  nst_xml_free (self->written);
  g_free (self);
}

/**
 * nst_odt_styles_add:
 * @self: styles
 * @family: (transfer none): "paragraph", "table-cell"; a constant
 * @parent: (nullable): style with a name that it differs from
 * @page: (nullable): master page that begins with it
 * @properties: (transfer full): how it differs
 *
 * Returns: (transfer none): its name, the same for the same properties
 */
const char *
nst_odt_styles_add (NstOdtStyles *self, const char *family, const char *parent, const char *page,
                    NstXml *properties)
{
  const char *markup = nst_xml_get_markup (properties);
  g_autofree char *key = g_strjoin ("|", family, parent != NULL ? parent : "",
                                    page != NULL ? page : "", markup, NULL);
  const char *known = g_hash_table_lookup (self->known, key);

  if (known == NULL)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, family)) + 1;
      char *name = g_strdup_printf ("%s%u", family, number);

      name[0] = g_ascii_toupper (name[0]);
      g_hash_table_insert (self->counts, (gpointer) family, GUINT_TO_POINTER (number));
      nst_xml_begin (self->written, "style:style");
      nst_xml_set (self->written, "style:name", name);
      nst_xml_set (self->written, "style:family", family);
      nst_xml_set (self->written, "style:parent-style-name", parent);
      nst_xml_set (self->written, "style:master-page-name", page);
      nst_xml_raw (self->written, markup);
      nst_xml_end (self->written);
      g_hash_table_insert (self->known, g_steal_pointer (&key), name);
      known = name;
    }
  nst_xml_free (properties);
  return known;
}

/**
 * nst_odt_styles_write:
 * @self: styles
 * @xml: gets them
 */
void
nst_odt_styles_write (NstOdtStyles *self, NstXml *xml)
{
  nst_xml_begin (xml, "office:automatic-styles");
  nst_xml_raw (xml, nst_xml_get_markup (self->written));
  nst_xml_end (xml);
}

/**
 * nst_odt_get_style:
 * @role: what a paragraph is for
 *
 * Returns: (transfer none): name of its style
 */
const char *
nst_odt_get_style (NstRole role)
{
  return names[role].id;
}

/**
 * nst_odt_dup_page:
 * @section: number of a section, from 0
 *
 * Returns: (transfer full): name of the master page that it begins with
 */
char *
nst_odt_dup_page (guint section)
{
  return section == 0 ? g_strdup ("First_20_Page") : g_strdup_printf ("Section%u", section + 1);
}

/**
 * nst_odt_write_look:
 * @xml: gets the properties of a paragraph and of its text
 * @look: how it looks
 * @left: from the left edge of the column, mm
 * @right: from the right edge, mm
 */
void
nst_odt_write_look (NstXml *xml, const NstLook *look, double left, double right)
{
  static const char *const aligns[] = { "justify", "start", "center", "end" };

  nst_xml_begin (xml, "style:paragraph-properties");
  nst_xml_set_length (xml, "fo:line-height", look->pitch, "pt");
  nst_xml_set_length (xml, "fo:margin-top", look->before, "pt");
  nst_xml_set_length (xml, "fo:margin-bottom", look->after, "pt");
  nst_xml_set_length (xml, "fo:margin-left", left, "mm");
  nst_xml_set_length (xml, "fo:margin-right", right, "mm");
  nst_xml_set_length (xml, "fo:text-indent", look->indent, "mm");
  nst_xml_set (xml, "fo:text-align", aligns[look->align]);
  nst_xml_set (xml, "style:justify-single-word", "false");
  nst_xml_set (xml, "fo:keep-with-next", look->keep_next ? "always" : "auto");
  nst_xml_set (xml, "fo:widows", "2");
  nst_xml_set (xml, "fo:orphans", "2");
  nst_xml_set (xml, "fo:hyphenation-ladder-count", "2");
  nst_xml_end (xml);
  nst_xml_begin (xml, "style:text-properties");
  nst_xml_set_length (xml, "fo:font-size", look->size, "pt");
  nst_xml_set (xml, "fo:font-weight", look->bold ? "bold" : "normal");
  nst_xml_set (xml, "fo:hyphenate", look->hyphenate ? "true" : "false");
  nst_xml_set (xml, "fo:hyphenation-remain-char-count", "3");
  nst_xml_set (xml, "fo:hyphenation-push-char-count", "3");
  nst_xml_end (xml);
}

static void
write_default (NstXml *xml, const NstTree *tree)
{
  nst_xml_begin (xml, "style:default-style");
  nst_xml_set (xml, "style:family", "paragraph");
  nst_xml_put (xml, "style:paragraph-properties", "style:tab-stop-distance", "12.5mm");
  nst_xml_begin (xml, "style:text-properties");
  nst_xml_set (xml, "style:font-name", tree->family);
  nst_xml_set (xml, "fo:font-size", "12pt");
  nst_xml_set (xml, "fo:language", "ru");
  nst_xml_set (xml, "fo:country", "RU");
  nst_xml_end (xml);
  nst_xml_end (xml);
}

static void
begin_style (NstXml *xml, const char *id, const char *name, const char *parent)
{
  nst_xml_begin (xml, "style:style");
  nst_xml_set (xml, "style:name", id);
  if (strcmp (id, name) != 0)
    nst_xml_set (xml, "style:display-name", name);
  nst_xml_set (xml, "style:family", "paragraph");
  nst_xml_set (xml, "style:parent-style-name", parent);
}

static void
write_named (NstXml *xml, NstRole role, const NstLook *look)
{
  const char *parent = names[NST_ROLE_PLAIN].id;

  begin_style (xml, names[role].id, names[role].name, role == NST_ROLE_PLAIN ? NULL : parent);
  nst_xml_set (xml, "style:class", role == NST_ROLE_TITLE ? "chapter" : "text");
  if (role >= NST_ROLE_TITLE && role <= NST_ROLE_HEADING_3)
    nst_xml_set (xml, "style:next-style-name", names[NST_ROLE_BODY].id);
  if (role >= NST_ROLE_HEADING_1 && role <= NST_ROLE_HEADING_3)
    nst_xml_set_int (xml, "style:default-outline-level", (int) (role - NST_ROLE_HEADING_1) + 1);
  nst_odt_write_look (xml, look, 0, 0);
  nst_xml_end (xml);
}

/* Of the margins: a page's number in the middle, the code of the document at the right. */
static void
write_margin_style (NstXml *xml, const char *name, const char *align, double size, double above)
{
  begin_style (xml, name, name, names[NST_ROLE_PLAIN].id);
  nst_xml_begin (xml, "style:paragraph-properties");
  nst_xml_set_length (xml, "fo:margin-top", above, "mm");
  nst_xml_set (xml, "fo:line-height", "100%");
  nst_xml_set (xml, "fo:text-align", align);
  nst_xml_end (xml);
  nst_xml_begin (xml, "style:text-properties");
  nst_xml_set_length (xml, "fo:font-size", size, "pt");
  nst_xml_end (xml);
  nst_xml_end (xml);
}

/* A thick line and inside of it a thin one; the text begins at the margins all the same. */
static void
write_frame (NstXml *xml, const NstSheet *sheet)
{
  nst_xml_set (xml, "fo:border", "1.3mm double #000000");
  nst_xml_set (xml, "style:border-line-width", "0.1mm 0.85mm 0.35mm");
  nst_xml_set_length (xml, "fo:padding-left", MAX (sheet->left - sheet->frame - 1.3, 0), "mm");
  nst_xml_set_length (xml, "fo:padding-right", MAX (sheet->right - sheet->frame - 1.3, 0), "mm");
  nst_xml_set_length (xml, "fo:padding-top", MAX (sheet->top - sheet->frame - 1.3, 0), "mm");
  nst_xml_set_length (xml, "fo:padding-bottom", MAX (sheet->bottom - sheet->frame - 1.3, 0),
                      "mm");
}

static void
write_edge (NstXml *xml, const char *name, const char *away, double height)
{
  nst_xml_begin (xml, name);
  nst_xml_begin (xml, "style:header-footer-properties");
  nst_xml_set_length (xml, "fo:min-height", MAX (height, 0), "mm");
  nst_xml_set (xml, away, "0mm");
  nst_xml_end (xml);
  nst_xml_end (xml);
}

static double
get_code_edge (const NstSheet *sheet)
{
  return MIN (CODE_FROM_EDGE, MAX (sheet->bottom - CODE_HEIGHT, 0));
}

/* Number and code stand in what would be margins without them. */
static void
write_layout (NstXml *xml, const char *name, const NstSheet *sheet, gboolean number,
              gboolean code)
{
  gboolean framed = sheet->frame > 0;
  double top = number ? NUMBER_FROM_EDGE : sheet->top;
  double bottom = code ? get_code_edge (sheet) : sheet->bottom;

  nst_xml_begin (xml, "style:page-layout");
  nst_xml_set (xml, "style:name", name);
  nst_xml_begin (xml, "style:page-layout-properties");
  nst_xml_set_length (xml, "fo:page-width", sheet->width, "mm");
  nst_xml_set_length (xml, "fo:page-height", sheet->height, "mm");
  nst_xml_set (xml, "style:print-orientation",
               sheet->width > sheet->height ? "landscape" : "portrait");
  nst_xml_set_length (xml, "fo:margin-left", framed ? sheet->frame : sheet->left, "mm");
  nst_xml_set_length (xml, "fo:margin-right", framed ? sheet->frame : sheet->right, "mm");
  nst_xml_set_length (xml, "fo:margin-top", framed ? sheet->frame : top, "mm");
  nst_xml_set_length (xml, "fo:margin-bottom", framed ? sheet->frame : bottom, "mm");
  if (framed)
    write_frame (xml, sheet);
  nst_xml_end (xml);
  if (number && !framed)
    write_edge (xml, "style:header-style", "fo:margin-bottom", sheet->top - NUMBER_FROM_EDGE);
  if (code && !framed)
    write_edge (xml, "style:footer-style", "fo:margin-top", sheet->bottom - bottom);
  nst_xml_end (xml);
}

static void
write_master (NstXml *xml, const char *name, const char *layout, const char *next,
              gboolean number, const char *code)
{
  nst_xml_begin (xml, "style:master-page");
  nst_xml_set (xml, "style:name", name);
  if (strcmp (name, "First_20_Page") == 0)
    nst_xml_set (xml, "style:display-name", "First Page");
  nst_xml_set (xml, "style:page-layout-name", layout);
  nst_xml_set (xml, "style:next-style-name", next);
  if (number)
    {
      nst_xml_begin (xml, "style:header");
      nst_xml_begin (xml, "text:p");
      nst_xml_set (xml, "text:style-name", "Header");
      nst_xml_begin (xml, "text:page-number");
      nst_xml_set (xml, "text:select-page", "current");
      nst_xml_text (xml, "2");
      nst_xml_end (xml);
      nst_xml_end (xml);
      nst_xml_end (xml);
    }
  if (code != NULL)
    {
      nst_xml_begin (xml, "style:footer");
      nst_xml_begin (xml, "text:p");
      nst_xml_set (xml, "text:style-name", "Footer");
      nst_xml_text (xml, code);
      nst_xml_end (xml);
      nst_xml_end (xml);
    }
  nst_xml_end (xml);
}

/* Each sort of sheet is a layout; the first page has no number and may bear the code. */
static void
write_pages (NstXml *layouts, NstXml *masters, const NstTree *tree)
{
  g_autofree char *code = nst_tree_dup_code_line (tree);
  const NstSheet *sheet = &tree->sheet;
  guint section = 0;

  if (sheet->frame > 0)
    g_clear_pointer (&code, g_free);
  write_layout (layouts, "Layout1", sheet, sheet->numbered && sheet->frame <= 0, FALSE);
  write_layout (layouts, "LayoutFirst", sheet, FALSE, code != NULL);
  write_master (masters, "Standard", "Layout1", NULL, sheet->numbered && sheet->frame <= 0, NULL);
  write_master (masters, "First_20_Page", "LayoutFirst", "Standard", FALSE, code);
  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (tree->blocks, i);
      g_autofree char *layout = NULL;
      g_autofree char *master = NULL;
      gboolean numbered;

      if (block->type != NST_BLOCK_SECTION)
        continue;
      section++;
      numbered = block->sheet->numbered && block->sheet->frame <= 0;
      layout = g_strdup_printf ("Layout%u", section + 1);
      master = nst_odt_dup_page (section);
      write_layout (layouts, layout, block->sheet, numbered, FALSE);
      write_master (masters, master, layout, NULL, numbered, NULL);
    }
}

/**
 * nst_odt_write_styles:
 * @xml: gets the content of the part
 * @tree: a document
 * @looks: its styles
 */
void
nst_odt_write_styles (NstXml *xml, const NstTree *tree, const NstLooks *looks)
{
  g_autoptr (NstXml) layouts = nst_xml_new ();
  g_autoptr (NstXml) masters = nst_xml_new ();
  double above = tree->sheet.bottom - get_code_edge (&tree->sheet) - CODE_HEIGHT;

  write_pages (layouts, masters, tree);
  nst_xml_begin (xml, "office:styles");
  write_default (xml, tree);
  for (guint role = 0; role < NST_N_ROLES; role++)
    write_named (xml, role, nst_looks_get (looks, role));
  write_margin_style (xml, "Header", "center", 12, 0);
  write_margin_style (xml, "Footer", "end", 9, MAX (above, 0));
  nst_xml_end (xml);
  nst_xml_begin (xml, "office:automatic-styles");
  nst_xml_raw (xml, nst_xml_get_markup (layouts));
  nst_xml_end (xml);
  nst_xml_begin (xml, "office:master-styles");
  nst_xml_raw (xml, nst_xml_get_markup (masters));
  nst_xml_end (xml);
}
