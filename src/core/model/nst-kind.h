/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of record: its name and its table of fields. */
#pragma once

#include "model/nst-field.h"

G_BEGIN_DECLS

/**
 * NstKind:
 * @name: singular, as in "team": table name, JSON, command line
 * @plural: plural, as in "teams"
 * @label: what people read, marked for translation
 * @title: how one record is called: text with {field} and {field|other field}; a
 *   reference stands for the title of what it refers to
 * @order: field that lists are sorted by unless told otherwise
 * @fields: ends with %NST_FIELD_END
 * @get_type: the record's #GType
 *
 * Static data; there is exactly one #NstKind a record type.
 */
typedef struct
{
  const char *name;
  const char *plural;
  const char *label;
  const char *title;
  const char *order;
  const NstField *fields;
  GType (*get_type) (void);
} NstKind;

const NstKind *const *nst_kinds_list (void);
const NstKind *nst_kinds_find (const char *name);

guint nst_kind_get_n_fields (const NstKind *kind);
const NstField *nst_kind_find_field (const NstKind *kind, const char *name);
int nst_kind_get_field_index (const NstKind *kind, const char *name);
const NstField *nst_kind_get_owner (const NstKind *kind);
gboolean nst_kind_has_dated (const NstKind *kind);
gboolean nst_kind_belongs_to (const NstKind *kind, const NstKind *owner);
guint nst_kinds_get_version (void);

G_END_DECLS
