/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph as Word has it. */
#pragma once

#include "documents/nst-looks.h"
#include "documents/nst-xml.h"

G_BEGIN_DECLS

/**
 * NstDocxPlace:
 * @tree: the document
 * @looks: its styles
 * @width: of the column, mm
 * @smaller: how much smaller type is in the cell, points
 * @table: (nullable): that it stands in
 * @header: whether in a row that is repeated
 * @keep: whether everything here keeps with what follows
 * @before: what a table above leaves free, points
 * @after: what a table below leaves free, points
 * @section: (nullable): sheets of the section that ends with the paragraph
 * @first: whether the document begins with that section
 * @pictures: (element-type GBytes): gets what figures look like
 */
typedef struct
{
  const NstTree *tree;
  NstLooks *looks;
  double width;
  double smaller;
  const NstTable *table;
  gboolean header;
  gboolean keep;
  double before;
  double after;
  const NstSheet *section;
  gboolean first;
  GPtrArray *pictures;
} NstDocxPlace;

void nst_docx_write_paragraph (NstXml *xml, const NstParagraph *paragraph,
                               const NstDocxPlace *place);
void nst_docx_write_picture (NstXml *xml, const NstFigure *figure, const NstDocxPlace *place);
void nst_docx_write_gap (NstXml *xml, const NstDocxPlace *place, double height, gboolean rule);

G_END_DECLS
