/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the store and a change may do with a record. */
#pragma once

#include "model/nst-record.h"

G_BEGIN_DECLS

NstRecord *nst_record_new (const NstKind *kind, gint64 id, const char *uuid);
void nst_record_set_id (NstRecord *self, gint64 id);
void nst_record_set_stale (NstRecord *self, gboolean stale);
void nst_record_set_title (NstRecord *self, const char *title);
void nst_record_set_slot (NstRecord *self, guint index, const char *text);
void nst_record_set_display (NstRecord *self, guint index, const char *text);
const char *nst_record_get_slot (NstRecord *self, guint index);

/* Values of extra fields. */
void nst_record_set_extra (NstRecord *self, const NstField *field, const char *text);
void nst_record_take_extras (NstRecord *self, GHashTable *texts);
const NstField *nst_record_find_extra (NstRecord *self, const char *name);
void nst_record_copy_extras (NstRecord *self, NstRecord *from);

G_END_DECLS
