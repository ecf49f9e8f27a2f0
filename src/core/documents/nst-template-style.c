/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a template's element looks: its defaults and its attributes. */
#include "config.h"

#include "documents/nst-template-style.h"

#include "documents/nst-expansion.h"

#include <string.h>

/**
 * nst_template_style_get_number:
 * @node: an element
 * @name: of an attribute
 * @fallback: without it
 *
 * Returns: its number
 */
double
nst_template_style_get_number (xmlNode *node, const char *name, double fallback)
{
  g_autofree char *text = nst_expansion_dup_attribute (node, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : fallback;
}

/**
 * nst_template_style_get_flag:
 * @node: an element
 * @name: of an attribute, "yes" or "no"
 * @fallback: without it
 *
 * Returns: whether it says "yes"
 */
gboolean
nst_template_style_get_flag (xmlNode *node, const char *name, gboolean fallback)
{
  g_autofree char *text = nst_expansion_dup_attribute (node, name);

  return text != NULL ? strcmp (text, "yes") == 0 : fallback;
}

static NstAlign
get_align (xmlNode *node, NstAlign fallback)
{
  g_autofree char *text = nst_expansion_dup_attribute (node, "align");

  if (text == NULL)
    return fallback;
  if (strcmp (text, "left") == 0)
    return NST_ALIGN_LEFT;
  if (strcmp (text, "center") == 0)
    return NST_ALIGN_CENTER;
  return strcmp (text, "right") == 0 ? NST_ALIGN_RIGHT : NST_ALIGN_JUSTIFY;
}

/**
 * nst_template_style_get_valign:
 * @node: an element
 * @fallback: without the attribute `valign`
 *
 * Returns: where text stands in its cell
 */
NstValign
nst_template_style_get_valign (xmlNode *node, NstValign fallback)
{
  g_autofree char *text = nst_expansion_dup_attribute (node, "valign");

  if (text == NULL)
    return fallback;
  if (strcmp (text, "middle") == 0)
    return NST_VALIGN_MIDDLE;
  return strcmp (text, "bottom") == 0 ? NST_VALIGN_BOTTOM : NST_VALIGN_TOP;
}

/* Pitches that go with sizes (DOCUMENTS 17). */
static double
get_pitch (double size)
{
  if (size >= 14)
    return size * 18 / 14;
  if (size >= 12)
    return size * 15 / 12;
  return size >= 11 ? size * 13 / 11 : size * 12 / 10;
}

/**
 * nst_template_style_read:
 * @self: gets what @node says, keeps the rest
 * @node: an element
 */
void
nst_template_style_read (NstTemplateStyle *self, xmlNode *node)
{
  double size = nst_template_style_get_number (node, "size", self->size);
  double pitch = size > self->size || size < self->size ? get_pitch (size) : self->pitch;

  self->size = size;
  self->pitch = nst_template_style_get_number (node, "pitch", pitch);
  self->indent = nst_template_style_get_number (node, "indent", self->indent);
  self->align = get_align (node, self->align);
  self->bold = nst_template_style_get_flag (node, "bold", self->bold);
  self->hyphenate = nst_template_style_get_flag (node, "hyphenate", self->hyphenate);
  self->verbatim = nst_template_style_get_flag (node, "verbatim", self->verbatim);
}

/**
 * nst_template_style_apply:
 * @self: how it looks
 * @paragraph: gets it
 * @node: has what concerns the paragraph alone: before, after, left, width, keep
 */
void
nst_template_style_apply (const NstTemplateStyle *self, NstParagraph *paragraph, xmlNode *node)
{
  paragraph->size = self->size;
  paragraph->pitch = self->pitch;
  paragraph->indent = self->indent;
  paragraph->align = self->align;
  paragraph->hyphenate = self->hyphenate;
  paragraph->before = nst_template_style_get_number (node, "before", paragraph->before);
  paragraph->after = nst_template_style_get_number (node, "after", paragraph->after);
  paragraph->left = nst_template_style_get_number (node, "left", 0);
  paragraph->width = nst_template_style_get_number (node, "width", 0);
  paragraph->keep_next = nst_template_style_get_flag (node, "keep", paragraph->keep_next);
}

/**
 * nst_template_style_get_columns:
 * @node: a table
 * @fallback: (nullable): without the attribute `columns`
 *
 * Returns: (transfer full) (element-type double): widths, mm
 */
GArray *
nst_template_style_get_columns (xmlNode *node, const char *fallback)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *text = nst_expansion_dup_attribute (node, "columns");
  g_auto (GStrv) parts = NULL;

  if (text == NULL && fallback == NULL)
    return columns;
  parts = g_strsplit_set (text != NULL ? text : fallback, " \n\t", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      double width = g_ascii_strtod (parts[i], NULL);

      if (width > 0)
        g_array_append_val (columns, width);
    }
  return columns;
}
