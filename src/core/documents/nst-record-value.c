/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as what templates read: every field of the record's table, and what belongs to it. */
#include "config.h"

#include "documents/nst-record-value.h"

#include "documents/nst-derived-fields.h"
#include "documents/nst-derived-labels.h"
#include "documents/nst-natural.h"
#include "model/nst-values.h"
#include "rules/nst-steps.h"
#include "text/nst-due.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  NstRecordData *data;
  NstRecord *record;
} Holder;

static void
free_holder (gpointer data)
{
  Holder *holder = data;

  g_object_unref (holder->record);
  g_free (holder);
}

static NstValue *
make_code (const Holder *holder, const char *catalogue, const char *code)
{
  g_autofree char *title =
      nst_scheme_dup_title_of (holder->data->context.scheme, catalogue, code);

  return nst_value_new_code (code, title != NULL ? title : code);
}

static NstValue *
make_due (const char *canonical)
{
  g_autoptr (NstDue) due = nst_due_from_canonical (canonical, NULL);
  g_autofree char *phrase = due != NULL ? nst_due_to_phrase (due) : g_strdup (canonical);

  return nst_value_new_text (phrase);
}

static NstValue *
make_list (const Holder *holder, const NstField *field)
{
  g_auto (GStrv) items = nst_record_dup_list (holder->record, field->name);
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    nst_value_append (list, field->type == NST_FIELD_TYPE_CODES
                                ? make_code (holder, field->target, items[i])
                                : nst_value_new_text (items[i]));
  return list;
}

static NstValue *
make_date (const Holder *holder, const char *field)
{
  GDate date;

  g_date_clear (&date, 1);
  return nst_record_get_date (holder->record, field, &date) ? nst_value_new_date (&date) : NULL;
}

static NstValue *
make_object (NstRecordData *data, NstRecord *record)
{
  g_autoptr (NstRecord) taken = record;

  return taken != NULL ? nst_record_value_new (data, taken) : NULL;
}

static NstValue *
make_link (const Holder *holder, const char *field)
{
  const NstKind *kind = NULL;
  gint64 id = 0;

  if (!nst_record_get_link (holder->record, field, &kind, &id))
    return NULL;
  return make_object (holder->data,
                      nst_source_dup (holder->data->context.source, kind->name, id));
}

static NstValue *
make_field (NstValue *object, const Holder *holder, const NstField *field)
{
  const char *text = nst_record_get_text (holder->record, field->name);

  if (text == NULL || !nst_rules_may_read (&holder->data->context, holder->record, field->name))
    return NULL;
  switch (field->type)
    {
    case NST_FIELD_TYPE_INT:
    case NST_FIELD_TYPE_BOOL:
      return nst_value_new_number (g_ascii_strtoll (text, NULL, 10));
    case NST_FIELD_TYPE_DATE:
      return make_date (holder, field->name);
    case NST_FIELD_TYPE_REF:
      return make_object (holder->data, nst_source_dup_ref (holder->data->context.source,
                                                            holder->record, field->name));
    case NST_FIELD_TYPE_LINK:
      return make_link (holder, field->name);
    case NST_FIELD_TYPE_CODE:
      return make_code (holder, field->target, text);
    case NST_FIELD_TYPE_CODES:
    case NST_FIELD_TYPE_LIST:
      return make_list (holder, field);
    case NST_FIELD_TYPE_DUE:
      return make_due (text);
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_TEXT:
    case NST_FIELD_TYPE_RANK:
    default:
      if (strcmp (field->name, "post") == 0)
        return nst_value_new_owned (text, NST_VALUE_POST, object);
      return nst_value_new_text (text);
    }
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  NstRecord *first = *(NstRecord *const *) a;
  NstRecord *second = *(NstRecord *const *) b;
  const NstKind *kind = nst_record_get_kind (first);
  const NstField *order = kind->order != NULL ? nst_kind_find_field (kind, kind->order) : NULL;
  const char *one = order != NULL ? nst_record_get_text (first, order->name) : NULL;
  const char *other = order != NULL ? nst_record_get_text (second, order->name) : NULL;
  int result = 0;

  /* A rank says where a record stands byte by byte. */
  if (order != NULL)
    result = order->type == NST_FIELD_TYPE_RANK ? g_strcmp0 (one, other)
                                                : nst_natural_compare (one, other);
  if (result != 0)
    return result;
  return nst_record_get_id (first) < nst_record_get_id (second) ? -1 : 1;
}

/* Records of the kind whose plural is asked for and which refer to this one. */
static NstValue *
make_children (const Holder *holder, const char *plural)
{
  const char *own = nst_record_get_kind (holder->record)->name;
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const NstField *field = kinds[i]->fields;

      if (strcmp (kinds[i]->plural, plural) != 0)
        continue;
      for (; field->name != NULL; field++)
        {
          g_autoptr (GPtrArray) records = NULL;

          if (field->type != NST_FIELD_TYPE_REF || strcmp (field->target, own) != 0)
            continue;
          records = nst_source_list_of (holder->data->context.source, kinds[i]->name, field->name,
                                        holder->record);
          g_ptr_array_sort (records, compare_records);
          return nst_record_value_new_list (holder->data, records);
        }
    }
  return NULL;
}

/* A field of the table, or an extra field: as the scheme describes it, else as plain text. */
static const NstField *
find_field (const Holder *holder, const char *name)
{
  return nst_scheme_find_field_of (holder->data->context.scheme, holder->record, name);
}

static NstValue *
resolve (NstValue *object, const char *name, gpointer user_data)
{
  const Holder *holder = user_data;
  const NstField *field;
  NstValue *value = NULL;

  if (nst_derived_fields_find (object, name, &value))
    return value;
  field = find_field (holder, name);
  if (field != NULL)
    return make_field (object, holder, field);
  return make_children (holder, name);
}

static char *
describe (NstValue *object G_GNUC_UNUSED, const char *name, gpointer user_data)
{
  const Holder *holder = user_data;
  const NstKind *kind = nst_record_get_kind (holder->record);
  const NstField *field = find_field (holder, name);
  g_autofree char *title = NULL;

  /* A title that is made of the missing field would say nothing. */
  if (field == NULL || strstr (kind->title, name) == NULL)
    title = nst_steps_dup_title (holder->data->context.scheme, holder->record);
  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = g_strdup (g_dgettext (GETTEXT_PACKAGE, kind->label));
    }
  return g_strdup_printf ("%s: %s", title,
                          field != NULL ? g_dgettext (GETTEXT_PACKAGE, field->label)
                                        : nst_derived_labels_find (name));
}

/**
 * nst_record_value_new:
 * @data: shared by the document; must outlive the value
 * @record: a record
 *
 * Fields are found by name when a template asks: those of the record's table, derived ones,
 * and by the plural of a kind the records that refer to this one. Values that are kept by date
 * are those of the document's own day.
 *
 * Returns: (transfer full): an object
 */
NstValue *
nst_record_value_new (NstRecordData *data, NstRecord *record)
{
  Holder *holder = g_new0 (Holder, 1);

  holder->data = data;
  holder->record = nst_values_dup_at (data->context.source, record, &data->day);
  return nst_value_new_lazy (resolve, describe, holder, free_holder);
}

/**
 * nst_record_value_new_list:
 * @data: shared by the document; must outlive the value
 * @records: (element-type NstRecord): records
 *
 * Returns: (transfer full): a list of objects
 */
NstValue *
nst_record_value_new_list (NstRecordData *data, GPtrArray *records)
{
  NstValue *list = nst_value_new_list ();

  for (guint i = 0; i < records->len; i++)
    nst_value_append (list, nst_record_value_new (data, g_ptr_array_index (records, i)));
  return list;
}

/**
 * nst_record_value_get_record:
 * @self: an object made by nst_record_value_new()
 *
 * Returns: (transfer none): its record
 */
NstRecord *
nst_record_value_get_record (const NstValue *self)
{
  const Holder *holder = nst_value_get_data (self);

  return holder->record;
}

/**
 * nst_record_value_get_data:
 * @self: an object made by nst_record_value_new()
 *
 * Returns: (transfer none): what the document shares
 */
NstRecordData *
nst_record_value_get_data (const NstValue *self)
{
  const Holder *holder = nst_value_get_data (self);

  return holder->data;
}
