/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An object that says by one name what of it is missing. */
#pragma once

#include "documents/nst-value.h"

G_BEGIN_DECLS

NstValue *nst_named_value_new (const char *name);
void nst_named_value_put (NstValue *self, const char *field, gint64 number);
/* Tenths of a per cent, half up; missing without a whole. */
void nst_named_value_put_share (NstValue *self, const char *field, guint part, guint whole);

G_END_DECLS
