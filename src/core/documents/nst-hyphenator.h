/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a Russian word may be divided. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NstHyphenator NstHyphenator;

NstHyphenator *nst_hyphenator_new (void);
void nst_hyphenator_free (NstHyphenator *self);
gboolean nst_hyphenator_is_able (NstHyphenator *self);
void nst_hyphenator_divide (NstHyphenator *self, const char *word, gsize length, GArray *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstHyphenator, nst_hyphenator_free)

G_END_DECLS
