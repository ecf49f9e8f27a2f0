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
