/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of record: its name and its table of fields. */
#include "config.h"

#include "model/nst-kind.h"

#include <string.h>

/**
 * nst_kind_get_n_fields:
 * @kind: a kind
 *
 * Returns: how many fields its table has
 */
guint
nst_kind_get_n_fields (const NstKind *kind)
{
  guint n = 0;

  g_return_val_if_fail (kind != NULL, 0);

  while (kind->fields[n].name != NULL)
    n++;
  return n;
}

/**
 * nst_kind_get_field_index:
 * @kind: a kind
 * @name: name of a field
 *
 * Returns: its place in the table from 0, or -1
 */
int
nst_kind_get_field_index (const NstKind *kind, const char *name)
{
  g_return_val_if_fail (kind != NULL && name != NULL, -1);

  for (int i = 0; kind->fields[i].name != NULL; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return i;
  return -1;
}

/**
 * nst_kind_find_field:
 * @kind: a kind
 * @name: name of a field
 *
 * Returns: (transfer none) (nullable): the field
 */
const NstField *
nst_kind_find_field (const NstKind *kind, const char *name)
{
  int index = nst_kind_get_field_index (kind, name);

  return index < 0 ? NULL : &kind->fields[index];
}

/**
 * nst_kind_get_owner:
 * @kind: a kind
 *
 * A reference, or for records that belong to several kinds a link.
 *
 * Returns: (transfer none) (nullable): the field that names the record it belongs to
 */
const NstField *
nst_kind_get_owner (const NstKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & NST_FIELD_OWNER)
      return field;
  return NULL;
}

/**
 * nst_kind_has_dated:
 * @kind: a kind
 *
 * Returns: whether it has fields whose earlier values are kept by date
 */
gboolean
nst_kind_has_dated (const NstKind *kind)
{
  for (const NstField *field = kind->fields; field->name != NULL; field++)
    if (field->flags & NST_FIELD_DATED)
      return TRUE;
  return FALSE;
}

/**
 * nst_kind_belongs_to:
 * @kind: a kind
 * @owner: another one
 *
 * What belongs by a link, former values and what was joined, belongs to kinds whose values are
 * kept by date.
 *
 * Returns: whether records of @kind belong to records of @owner and go with them
 */
gboolean
nst_kind_belongs_to (const NstKind *kind, const NstKind *owner)
{
  const NstField *field = nst_kind_get_owner (kind);

  if (field == NULL)
    return FALSE;
  if (field->type == NST_FIELD_TYPE_LINK)
    return nst_kind_has_dated (owner);
  return strcmp (field->target, owner->name) == 0;
}
