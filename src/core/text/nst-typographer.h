/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts set for print, remembered: most of a template is the same from one paper to the next. */
#pragma once

#include "text/nst-russian.h"

G_BEGIN_DECLS

typedef struct _NstTypographer NstTypographer;

NstTypographer *nst_typographer_new (void);
void nst_typographer_free (NstTypographer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstTypographer, nst_typographer_free)

/* As nst_russian_typography(); not for two threads at once. */
const char *nst_typographer_set (NstTypographer *self, const char *text, NstTypography flags);

G_END_DECLS
