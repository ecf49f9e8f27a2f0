/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A template and data as a tree (docs/templates.md). */
#pragma once

#include "documents/nst-tree.h"
#include "documents/nst-value.h"
#include "text/nst-grammar.h"
#include "text/nst-typographer.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

NstTree *nst_template_expand (xmlNode *document, NstValue *root, NstGrammar *grammar,
                              NstTypographer *typographer, GPtrArray *missing, char **frozen,
                              GError **error);
char *nst_template_expand_attribute (xmlNode *document, const char *name, NstValue *root,
                                     NstGrammar *grammar, GError **error);

G_END_DECLS
