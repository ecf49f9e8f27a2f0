/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An object that says by one name what of it is missing. */
#include "config.h"

#include "documents/nst-named-value.h"

static NstValue *
resolve (NstValue *object G_GNUC_UNUSED, const char *name G_GNUC_UNUSED,
         gpointer user_data G_GNUC_UNUSED)
{
  return NULL;
}

static char *
describe (NstValue *object G_GNUC_UNUSED, const char *name G_GNUC_UNUSED, gpointer user_data)
{
  return g_strdup (user_data);
}

/**
 * nst_named_value_new:
 * @name: what people call what a field of it would say
 *
 * Returns: (transfer full): an object without fields
 */
NstValue *
nst_named_value_new (const char *name)
{
  return nst_value_new_lazy (resolve, describe, g_strdup (name), g_free);
}

/**
 * nst_named_value_put:
 * @self: any object
 * @field: a name
 * @number: what it says
 */
void
nst_named_value_put (NstValue *self, const char *field, gint64 number)
{
  nst_value_take (self, field, nst_value_new_number (number));
}

/**
 * nst_named_value_put_share:
 * @self: any object
 * @field: a name
 * @part: how many
 * @whole: of how many; with 0 the field stays missing
 */
void
nst_named_value_put_share (NstValue *self, const char *field, guint part, guint whole)
{
  if (whole > 0)
    nst_named_value_put (self, field, (gint64) ((2000ULL * part + whole) / (2ULL * whole)));
}
