/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files of Writer and Calc have in common around their content (OpenDocument 1.2). */
#pragma once

#include "documents/nst-xml.h"

G_BEGIN_DECLS

/* An element with all names that the parts use; the caller ends it. */
NstXml *nst_odf_begin_part (const char *root);
/* The usual parts of a file of that type; the caller adds its own and ends it. */
NstXml *nst_odf_begin_manifest (const char *type);
void nst_odf_add_entry (NstXml *xml, const char *path, const char *type);
/* All may be NULL; @date is YYYY-MM-DD. */
NstXml *nst_odf_make_meta (const char *title, const char *subject, const char *author,
                           const char *date);

G_END_DECLS
