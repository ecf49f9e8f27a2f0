/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a template's element looks: its defaults and its attributes. */
#pragma once

#include "documents/nst-tree.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * NstTemplateStyle:
 * @size: type size, points
 * @pitch: baseline to baseline, points
 * @indent: of first lines, mm
 * @align: how lines stand
 * @bold: whether all of it is bold
 * @hyphenate: whether words may be divided
 * @verbatim: keeps its letters
 *
 * What an element hands down to those in it.
 */
typedef struct
{
  double size;
  double pitch;
  double indent;
  NstAlign align;
  gboolean bold;
  gboolean hyphenate;
  gboolean verbatim;
} NstTemplateStyle;

double nst_template_style_get_number (xmlNode *node, const char *name, double fallback);
gboolean nst_template_style_get_flag (xmlNode *node, const char *name, gboolean fallback);
void nst_template_style_read (NstTemplateStyle *self, xmlNode *node);
void nst_template_style_apply (const NstTemplateStyle *self, NstParagraph *paragraph,
                               xmlNode *node);
NstValign nst_template_style_get_valign (xmlNode *node, NstValign fallback);
GArray *nst_template_style_get_columns (xmlNode *node, const char *fallback);

G_END_DECLS
