/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For those who issue what was made. */
#pragma once

#include "documents/nst-pages.h"
#include "documents/nst-tree.h"
#include "store/nst-office.h"
#include "text/nst-grammar.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

NstTree *nst_documents_expand (NstOffice *office, NstRecord *record, const char *form,
                               const char *number, GPtrArray *missing, char **frozen,
                               GError **error);

NstTree *nst_documents_expand_template (NstOffice *office, NstRecord *record, const char *form,
                                        xmlNode *document, const char *number, GPtrArray *missing,
                                        char **frozen, GError **error);

NstGrammar *nst_documents_get_grammar (NstOffice *office);

NstPages *nst_documents_lay_out (NstOffice *office, const NstTree *tree);

NstRecord *nst_documents_issue_tree (NstOffice *office, NstRecord *record, const char *form,
                                     NstTree **tree, GError **error);

G_END_DECLS
