/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters of fields: {team.leader.fio|gen} (DOCUMENTS 0.1). */
#pragma once

#include "documents/nst-value.h"
#include "text/nst-grammar.h"

G_BEGIN_DECLS

NstValue *nst_filter_apply (NstGrammar *grammar, NstValue *value, const char *name,
                            const char *argument, NstValue *other, GError **error);
gboolean nst_filter_takes_path (const char *name);

G_END_DECLS
