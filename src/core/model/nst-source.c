/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules and formulas may read: a small window on an office's base. */
#include "config.h"

#include "model/nst-source.h"

G_DEFINE_INTERFACE (NstSource, nst_source, G_TYPE_OBJECT)

static void
nst_source_default_init (NstSourceInterface *iface G_GNUC_UNUSED)
{
}

static const NstKind *
find_kind (const char *name, const char *field)
{
  const NstKind *kind = nst_kinds_find (name);

  if (kind == NULL || (field != NULL && nst_kind_find_field (kind, field) == NULL))
    {
      g_critical ("there is no %s.%s", name, field != NULL ? field : "*");
      return NULL;
    }
  return kind;
}

/**
 * nst_source_dup:
 * @self: a source
 * @kind: name of a kind
 * @id: local id
 *
 * Returns: (transfer full) (nullable): the record, or %NULL when there is none
 */
NstRecord *
nst_source_dup (NstSource *self, const char *kind, gint64 id)
{
  const NstKind *found = find_kind (kind, NULL);

  g_return_val_if_fail (NST_IS_SOURCE (self), NULL);
  g_return_val_if_fail (found != NULL, NULL);

  return id == 0 ? NULL : NST_SOURCE_GET_IFACE (self)->dup (self, found, id);
}

/**
 * nst_source_dup_ref:
 * @self: a source
 * @record: (nullable): a record
 * @field: one of its references
 *
 * Returns: (transfer full) (nullable): the record that it refers to
 */
NstRecord *
nst_source_dup_ref (NstSource *self, NstRecord *record, const char *field)
{
  const NstField *found;

  g_return_val_if_fail (NST_IS_SOURCE (self), NULL);

  if (record == NULL)
    return NULL;
  found = nst_kind_find_field (nst_record_get_kind (record), field);
  g_return_val_if_fail (found != NULL && found->type == NST_FIELD_TYPE_REF, NULL);
  return nst_source_dup (self, found->target, nst_record_get_ref (record, field));
}

/**
 * nst_source_list:
 * @self: a source
 * @kind: name of a kind
 * @field: (nullable): field to compare, or %NULL for all records
 * @value: (nullable): canonical text to find; %NULL finds what is unknown
 *
 * Returns: (transfer full) (element-type NstRecord): records in order of rank, then id
 */
GPtrArray *
nst_source_list (NstSource *self, const char *kind, const char *field, const char *value)
{
  const NstKind *found = find_kind (kind, field);

  g_return_val_if_fail (NST_IS_SOURCE (self), NULL);
  g_return_val_if_fail (found != NULL, NULL);

  return NST_SOURCE_GET_IFACE (self)->list (self, found, field, value);
}

/**
 * nst_source_list_of:
 * @self: a source
 * @kind: name of a kind
 * @field: one of its references
 * @target: what it refers to
 *
 * Returns: (transfer full) (element-type NstRecord): the records that refer to @target
 */
GPtrArray *
nst_source_list_of (NstSource *self, const char *kind, const char *field, NstRecord *target)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (NST_IS_RECORD (target), NULL);

  value = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (target));
  return nst_source_list (self, kind, field, value);
}

/**
 * nst_source_list_linked:
 * @self: a source
 * @kind: name of a kind
 * @field: one of its links
 * @target: what it is linked to
 *
 * Returns: (transfer full) (element-type NstRecord): the records linked to @target
 */
GPtrArray *
nst_source_list_linked (NstSource *self, const char *kind, const char *field, NstRecord *target)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (NST_IS_RECORD (target), NULL);

  value = g_strdup_printf ("%s/%" G_GINT64_FORMAT, nst_record_get_kind (target)->name,
                           nst_record_get_id (target));
  return nst_source_list (self, kind, field, value);
}

/**
 * nst_source_list_owned:
 * @self: a source
 * @kind: a kind whose records belong to others
 * @owner: what they belong to
 *
 * Returns: (transfer full) (element-type NstRecord): the records of @kind that belong to @owner
 */
GPtrArray *
nst_source_list_owned (NstSource *self, const NstKind *kind, NstRecord *owner)
{
  const NstField *field = nst_kind_get_owner (kind);

  g_return_val_if_fail (field != NULL, NULL);

  if (field->type == NST_FIELD_TYPE_LINK)
    return nst_source_list_linked (self, kind->name, field->name, owner);
  return nst_source_list_of (self, kind->name, field->name, owner);
}

/**
 * nst_source_count:
 * @self: a source
 * @kind: name of a kind
 * @field: (nullable): field to compare, or %NULL for all records
 * @value: (nullable): canonical text to find
 *
 * Returns: how many records there are
 */
gint64
nst_source_count (NstSource *self, const char *kind, const char *field, const char *value)
{
  const NstKind *found = find_kind (kind, field);

  g_return_val_if_fail (NST_IS_SOURCE (self), 0);
  g_return_val_if_fail (found != NULL, 0);

  return NST_SOURCE_GET_IFACE (self)->count (self, found, field, value);
}
