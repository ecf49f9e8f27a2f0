/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the extra fields of a pack, and finds fields of records by a scheme (DOMAIN 7). */
#include "config.h"

#include "scheme/nst-scheme-reader.h"

#include "model/nst-extra.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PART "extra-fields"

static const char *const none[] = { NULL };

/* The kind of record; a fault and NULL when there is none, or it takes no extra fields. */
static const NstKind *
read_kind (NstReader *self, const xmlNode *node)
{
  g_autofree char *name = nst_reader_dup_required (self, node, "kind");
  const NstKind *kind = name != NULL ? nst_kinds_find (name) : NULL;

  if (name != NULL && (kind == NULL || strcmp (kind->name, name) != 0))
    {
      nst_reader_fault (self, node, g_strdup_printf (_ ("there is no kind of record “%s”"), name),
                        _ ("Name a kind such as team, group, agreement or program"));
      return NULL;
    }
  return kind;
}

static char *
read_name (NstReader *self, const xmlNode *node)
{
  g_autofree char *code = nst_reader_dup_required (self, node, "code");

  if (code == NULL)
    return NULL;
  if (nst_extra_is_code (code))
    return g_strconcat (NST_EXTRA_PREFIX, code, NULL);
  nst_reader_form_fault (self, node,
                         g_strdup_printf (_ ("“%s” cannot be the code of an extra field"), code),
                         _ ("Take at most 48 Latin letters, digits, “_” and “-”"));
  return NULL;
}

static gboolean
read_type (NstReader *self, const xmlNode *node, NstFieldType *type)
{
  static const char *const choices[] = { "STRING", "TEXT",  "INT", "DATE", "BOOL",
                                         "CODE",   "CODES", "DUE", NULL };
  g_autofree char *code = nst_reader_dup_choice (self, node, "type", choices);

  return code != NULL && nst_extra_type_from_code (code, type);
}

/* The catalogue of codes; @right is FALSE after a fault. */
static char *
read_catalogue (NstReader *self, const xmlNode *node, NstFieldType type, gboolean *right)
{
  gboolean wanted = type == NST_FIELD_TYPE_CODE || type == NST_FIELD_TYPE_CODES;
  g_autofree char *catalogue = nst_reader_dup (node, "catalogue");

  *right = wanted == (catalogue != NULL);
  if (wanted && catalogue == NULL)
    nst_reader_fault (self, node, g_strdup (_ ("a field of codes names no catalogue")),
                      _ ("Add catalogue=\"…\", the catalogue that its codes are of"));
  else if (!wanted && catalogue != NULL)
    nst_reader_fault (self, node, g_strdup (_ ("only fields of codes have a catalogue")),
                      _ ("Make the type CODE or CODES, or remove the catalogue"));
  return g_steal_pointer (&catalogue);
}

static guint
read_flags (NstReader *self, const xmlNode *node)
{
  guint flags = NST_FIELD_NONE;

  if (nst_reader_get_yes (self, node, "personal"))
    flags |= NST_FIELD_PERSONAL;
  if (nst_reader_get_yes (self, node, "required"))
    flags |= NST_FIELD_REQUIRED;
  return flags;
}

static void
read_field (NstReader *self, const xmlNode *node)
{
  static const char *const attributes[] = { "kind",      "code",     "type",     "title",
                                            "catalogue", "personal", "required", NULL };
  const NstKind *kind;
  NstFieldType type = NST_FIELD_TYPE_STRING;
  gboolean typed, right = FALSE;
  guint flags;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *catalogue = NULL;
  g_autofree char *key = NULL;

  nst_reader_check (self, node, attributes, none);
  kind = read_kind (self, node);
  name = read_name (self, node);
  title = nst_reader_dup_required (self, node, "title");
  typed = read_type (self, node, &type);
  flags = read_flags (self, node);
  if (typed)
    catalogue = read_catalogue (self, node, type, &right);
  if (kind == NULL || name == NULL || title == NULL || !right)
    return;
  key = g_strconcat (kind->name, ".", name + strlen (NST_EXTRA_PREFIX), NULL);
  if (!nst_reader_wants (self, PART, key, node))
    return;
  if (type == NST_FIELD_TYPE_STRING || type == NST_FIELD_TYPE_TEXT)
    flags |= NST_FIELD_SEARCH;
  nst_reader_refer (self, NST_REFERENCE_PART, "catalogue", catalogue, node);
  nst_scheme_take_extra_field (self->scheme, kind,
                               nst_extra_define (name, type, catalogue, title, flags));
}

/* <extra-fields><field kind="team" code="…" type="STRING" title="…"/></extra-fields> */
void
nst_reader_read_extra_fields (NstReader *self, const xmlNode *node)
{
  static const char *const elements[] = { "field", NULL };

  nst_reader_check (self, node, none, elements);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (nst_reader_is (child, "field"))
      read_field (self, child);
}

/**
 * nst_scheme_find_field:
 * @self: a scheme
 * @kind: a kind
 * @name: name of a field of its table, or of an extra field: "x-CODE"
 *
 * Returns: (transfer none) (nullable): the field; it lives as long as the program
 */
const NstField *
nst_scheme_find_field (NstScheme *self, const NstKind *kind, const char *name)
{
  GPtrArray *extra;

  g_return_val_if_fail (NST_IS_SCHEME (self) && kind != NULL && name != NULL, NULL);

  extra = nst_extra_is_name (name) ? nst_scheme_get_extra_fields (self, kind) : NULL;
  for (guint i = 0; extra != NULL && i < extra->len; i++)
    {
      const NstField *field = extra->pdata[i];

      if (strcmp (field->name, name) == 0)
        return field;
    }
  return nst_kind_find_field (kind, name);
}

/**
 * nst_scheme_find_field_of:
 * @self: a scheme
 * @record: a record
 * @name: name of a field
 *
 * nst_scheme_find_field(), and also an extra field that @record has a value of though the
 * scheme does not know it, as plain text.
 *
 * Returns: (transfer none) (nullable): the field
 */
const NstField *
nst_scheme_find_field_of (NstScheme *self, NstRecord *record, const char *name)
{
  const NstField *field = nst_scheme_find_field (self, nst_record_get_kind (record), name);

  if (field == NULL && nst_extra_is_name (name) && nst_record_get_text (record, name) != NULL)
    return nst_extra_define_plain (name);
  return field;
}

/**
 * nst_scheme_list_fields:
 * @self: a scheme
 * @record: (nullable): a record whose further values are listed too
 * @kind: a kind
 *
 * The fields of the kind's table, then the extra fields of the scheme, then those that
 * @record has values of though the scheme does not know them: another scheme or another
 * version of this one does.
 *
 * Returns: (transfer container) (element-type NstField): the fields in the order to show them
 */
GPtrArray *
nst_scheme_list_fields (NstScheme *self, const NstKind *kind, NstRecord *record)
{
  GPtrArray *fields = g_ptr_array_new ();
  g_auto (GStrv) names = record != NULL ? nst_record_list_extra (record) : NULL;
  GPtrArray *extra;

  g_return_val_if_fail (NST_IS_SCHEME (self) && kind != NULL, fields);

  for (const NstField *field = kind->fields; field->name != NULL; field++)
    g_ptr_array_add (fields, (gpointer) field);
  extra = nst_scheme_get_extra_fields (self, kind);
  for (guint i = 0; i < extra->len; i++)
    g_ptr_array_add (fields, extra->pdata[i]);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (nst_scheme_find_field (self, kind, names[i]) == NULL)
      g_ptr_array_add (fields, (gpointer) nst_extra_define_plain (names[i]));
  return fields;
}
