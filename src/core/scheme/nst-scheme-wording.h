/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds words that an office writes into a template against the form and sense of packs. */
#pragma once

#include "scheme/nst-scheme.h"

G_BEGIN_DECLS

void nst_scheme_check_line (xmlDoc *block, GPtrArray *faults);
void nst_scheme_check_document (NstScheme *self, xmlNode *document, GPtrArray *faults);

G_END_DECLS
