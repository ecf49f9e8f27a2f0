/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files of Word and Excel have in common around their content (ECMA-376, part 2). */
#pragma once

#include "documents/nst-xml.h"

G_BEGIN_DECLS

/* Types of parts by ending, the usual ones there already; the caller ends it. */
NstXml *nst_opc_begin_types (void);
void nst_opc_add_default (NstXml *xml, const char *extension, const char *type);
void nst_opc_add_override (NstXml *xml, const char *part, const char *type);
/* Relations of a part; the caller ends them. */
NstXml *nst_opc_begin_relations (void);
void nst_opc_add_relation (NstXml *xml, const char *id, const char *type, const char *target);
/* As nst_opc_add_relation(), to what nst_opc_make_core() gave. */
void nst_opc_add_core_relation (NstXml *xml, const char *id);
/* All may be NULL; @date is YYYY-MM-DD. */
NstXml *nst_opc_make_core (const char *title, const char *subject, const char *author,
                           const char *date);

G_END_DECLS
