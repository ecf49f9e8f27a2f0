/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes one JSON document. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NstJson NstJson;

NstJson *nst_json_new (void);
void nst_json_free (NstJson *self);
void nst_json_begin_object (NstJson *self, const char *key);
void nst_json_end_object (NstJson *self);
void nst_json_begin_array (NstJson *self, const char *key);
void nst_json_end_array (NstJson *self);
void nst_json_add_text (NstJson *self, const char *key, const char *text);
void nst_json_add_int (NstJson *self, const char *key, gint64 value);
void nst_json_add_bool (NstJson *self, const char *key, gboolean value);
void nst_json_add_tenths (NstJson *self, const char *key, gint64 tenths);
const char *nst_json_get_text (NstJson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstJson, nst_json_free)

G_END_DECLS
