/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a document of Writer. */
#pragma once

#include "documents/nst-looks.h"
#include "documents/nst-xml.h"

G_BEGIN_DECLS

/* Styles that its text makes use of, each once: "P1", "Cell2". */
typedef struct _NstOdtStyles NstOdtStyles;

/**
 * NstOdtPlace:
 * @looks: named styles of the document
 * @styles: gets those that differ
 * @width: of the column, mm
 * @smaller: how much smaller type is in the cell, points
 * @table: (nullable): that it stands in
 * @header: whether in a row that is repeated
 * @cells: styles of cells of the table that were named already
 * @keep: whether everything here keeps with what follows
 * @before: what a cell leaves free above its first paragraph, points
 * @after: what it leaves free below its last one, points
 * @page: (nullable): master page that begins here
 * @pictures: (element-type GBytes): gets what figures look like
 */
typedef struct
{
  NstLooks *looks;
  NstOdtStyles *styles;
  double width;
  double smaller;
  const NstTable *table;
  gboolean header;
  const char **cells;
  gboolean keep;
  double before;
  double after;
  const char *page;
  GPtrArray *pictures;
} NstOdtPlace;

NstOdtStyles *nst_odt_styles_new (void);
void nst_odt_styles_free (NstOdtStyles *self);
const char *nst_odt_styles_add (NstOdtStyles *self, const char *family, const char *parent,
                                const char *page, NstXml *properties);
void nst_odt_styles_write (NstOdtStyles *self, NstXml *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstOdtStyles, nst_odt_styles_free)

const char *nst_odt_get_style (NstRole role);
void nst_odt_write_look (NstXml *xml, const NstLook *look, double left, double right);
void nst_odt_write_styles (NstXml *xml, const NstTree *tree, const NstLooks *looks);
char *nst_odt_dup_page (guint section);

void nst_odt_write_paragraph (NstXml *xml, const NstParagraph *paragraph,
                              const NstOdtPlace *place);
void nst_odt_write_gap (NstXml *xml, const NstOdtPlace *place);
void nst_odt_write_rule (NstXml *xml, const NstBlock *block, const NstOdtPlace *place);
void nst_odt_write_figure (NstXml *xml, const NstBlock *block, const NstOdtPlace *place);
void nst_odt_write_text (NstXml *xml, const NstTree *tree, NstLooks *looks, NstOdtStyles *styles,
                         GPtrArray *pictures);

G_END_DECLS
