/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template finds at its root: the record, limits and texts of the scheme, outcomes. */
#pragma once

#include "documents/nst-record-value.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

NstValue *nst_document_root_new (const NstRuleContext *context, NstRecord *record,
                                 xmlNode *document, const char *form);
void nst_document_root_set_number (NstValue *self, const char *number);

G_END_DECLS
