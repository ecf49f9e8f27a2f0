/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that a template knows at one place, and conditions on them. */
#pragma once

#include "documents/nst-value.h"

G_BEGIN_DECLS

typedef struct _NstScope NstScope;

NstScope *nst_scope_new (NstValue *root);
void nst_scope_free (NstScope *self);
void nst_scope_push (NstScope *self, const char *name, NstValue *value);
void nst_scope_set_origin (NstScope *self, const char *paths);
guint nst_scope_get_depth (NstScope *self);
void nst_scope_cut (NstScope *self, guint depth);
NstValue *nst_scope_dup (NstScope *self, const char *paths);
char *nst_scope_describe (NstScope *self, const char *paths);
gboolean nst_scope_test (NstScope *self, const char *condition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstScope, nst_scope_free)

G_END_DECLS
