/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Extra fields of records, which packs define: their names and descriptions. */
#include "config.h"

#include "model/nst-extra.h"

#include <string.h>

/* Base version that brought extra fields. */
#define SINCE 2
/* Letters of a code: it stands in queries, in templates and on command lines. */
#define CODE_MAX 48
#define CODE_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

/* The types that an extra field may have, by their codes in packs and bases. */
static const struct
{
  const char *code;
  NstFieldType type;
} types[] = {
  { "STRING", NST_FIELD_TYPE_STRING }, { "TEXT", NST_FIELD_TYPE_TEXT },
  { "INT", NST_FIELD_TYPE_INT },       { "DATE", NST_FIELD_TYPE_DATE },
  { "BOOL", NST_FIELD_TYPE_BOOL },     { "CODE", NST_FIELD_TYPE_CODE },
  { "CODES", NST_FIELD_TYPE_CODES },   { "DUE", NST_FIELD_TYPE_DUE },
};

/**
 * nst_extra_is_code:
 * @code: code of an extra field, without the prefix
 *
 * Returns: whether it consists of one to 48 Latin letters, digits, "_" and "-"
 */
gboolean
nst_extra_is_code (const char *code)
{
  gsize length;

  g_return_val_if_fail (code != NULL, FALSE);

  length = strlen (code);
  return length > 0 && length <= CODE_MAX && strspn (code, CODE_LETTERS) == length;
}

/**
 * nst_extra_is_name:
 * @name: (nullable): name of a field
 *
 * Returns: whether it can only be that of an extra field: "x-CODE"
 */
gboolean
nst_extra_is_name (const char *name)
{
  return name != NULL && g_str_has_prefix (name, NST_EXTRA_PREFIX) &&
         nst_extra_is_code (name + strlen (NST_EXTRA_PREFIX));
}

/**
 * nst_extra_define:
 * @name: name of the field: "x-CODE"
 * @type: what it holds; no reference, link, list or rank
 * @target: (nullable): catalogue of codes
 * @label: what people read
 * @flags: #NstFieldFlags
 *
 * Fields live as long as the program, as those of the tables do: changes, rows of lists and
 * forms hold them. The same description gives the same field again.
 *
 * Returns: (transfer none): the field
 */
const NstField *
nst_extra_define (const char *name, NstFieldType type, const char *target, const char *label,
                  guint flags)
{
  static GMutex mutex;
  static GHashTable *defined;
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *key = NULL;
  NstField *field;

  g_return_val_if_fail (nst_extra_is_name (name) && label != NULL, NULL);

  key = g_strdup_printf ("%s\n%d\n%s\n%u\n%s", name, (int) type, target != NULL ? target : "",
                         flags, label);
  if (defined == NULL)
    defined = g_hash_table_new (g_str_hash, g_str_equal);
  field = g_hash_table_lookup (defined, key);
  if (field != NULL)
    return field;
  field = g_new0 (NstField, 1);
  field->since = SINCE;
  field->name = g_intern_string (name);
  field->type = type;
  field->target = g_intern_string (target);
  field->label = g_intern_string (label);
  field->flags = flags;
  g_hash_table_insert (defined, g_steal_pointer (&key), field);
  return field;
}

/**
 * nst_extra_define_plain:
 * @name: name of the field: "x-CODE"
 *
 * A description for a value that no pack at hand describes: any text, called by its name.
 *
 * Returns: (transfer none): the field
 */
const NstField *
nst_extra_define_plain (const char *name)
{
  return nst_extra_define (name, NST_FIELD_TYPE_TEXT, NULL, name, NST_FIELD_NONE);
}

/**
 * nst_extra_type_to_code:
 * @type: type of an extra field
 *
 * Returns: (transfer none): its code in packs and bases: "STRING", "DATE" and so on
 */
const char *
nst_extra_type_to_code (NstFieldType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == type)
      return types[i].code;
  return "TEXT";
}

/**
 * nst_extra_type_from_code:
 * @code: (nullable): a code of nst_extra_type_to_code()
 * @type: (out): the type
 *
 * Returns: whether extra fields may have such a type
 */
gboolean
nst_extra_type_from_code (const char *code, NstFieldType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].code, code) == 0)
      {
        *type = types[i].type;
        return TRUE;
      }
  return FALSE;
}
