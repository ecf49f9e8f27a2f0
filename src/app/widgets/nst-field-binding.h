/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between an editor and a field: of a record, or of nothing yet (what a step asks for). */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

#define NST_TYPE_FIELD_BINDING (nst_field_binding_get_type ())
G_DECLARE_FINAL_TYPE (NstFieldBinding, nst_field_binding, NST, FIELD_BINDING, GObject)

/* Signals: "updated" when the value changes, "refused" (const char *message) when what was
 * typed is not understood or not allowed. */
NstFieldBinding *nst_field_binding_new (NstOffice *office, NstRecord *record,
                                        const NstField *field);
NstFieldBinding *nst_field_binding_new_free (NstOffice *office, const NstField *field,
                                             const char *text);

NstOffice *nst_field_binding_get_office (NstFieldBinding *self);
NstRecord *nst_field_binding_get_record (NstFieldBinding *self);
const NstField *nst_field_binding_get_field (NstFieldBinding *self);
NstCatalogue *nst_field_binding_get_catalogue (NstFieldBinding *self);
/* What holds while nothing is chosen, by the limit "default.KIND.FIELD" of the scheme. */
const char *nst_field_binding_get_default (NstFieldBinding *self);
/* Canonical text, or NULL. */
const char *nst_field_binding_get_text (NstFieldBinding *self);
/* As people read and type it; "" for nothing. */
char *nst_field_binding_dup_shown (NstFieldBinding *self);
gboolean nst_field_binding_set (NstFieldBinding *self, const char *typed);

G_END_DECLS
