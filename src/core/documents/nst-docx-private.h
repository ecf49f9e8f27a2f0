/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a document of Word. */
#pragma once

#include "documents/nst-looks.h"
#include "documents/nst-xml.h"

G_BEGIN_DECLS

#define NST_DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define NST_DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* Of headers and footers in the relations of the document. */
#define NST_DOCX_HEADER_NUMBER "rId4"
#define NST_DOCX_HEADER_EMPTY "rId5"
#define NST_DOCX_FOOTER_CODE "rId6"
#define NST_DOCX_FOOTER_EMPTY "rId7"
#define NST_DOCX_PICTURE "picture%u"

const char *nst_docx_get_style (NstRole role);
void nst_docx_write_styles (NstXml *xml, const NstTree *tree, const NstLooks *looks);
void nst_docx_write_spacing (NstXml *xml, const NstLook *look);
void nst_docx_write_align (NstXml *xml, NstAlign align);
void nst_docx_write_section (NstXml *xml, const NstTree *tree, const NstSheet *sheet,
                             gboolean first);
void nst_docx_write_document (NstXml *xml, const NstTree *tree, NstLooks *looks,
                              GPtrArray *pictures);
void nst_docx_write_figure (NstXml *xml, const NstFigure *figure, guint number);

/* Twentieths of a point. */
int nst_docx_twips (double mm);

G_END_DECLS
