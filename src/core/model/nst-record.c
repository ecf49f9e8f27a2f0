/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record: one row of an office's base as an object with real properties. */
#include "config.h"

#include "model/nst-extra.h"
#include "model/nst-record-private.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  gint64 id;
  char *uuid;
  char *title;
  gboolean stale;
  char **slots;       /* canonical text of each field, in the order of the table */
  char **display;     /* for references: the title of what they refer to */
  GHashTable *extras; /* name -> Extra; NULL while there are none */
} NstRecordPrivate;

/* A known value of an extra field. */
typedef struct
{
  const NstField *field;
  char *text;
} Extra;

enum
{
  PROP_0,
  PROP_ID,
  PROP_UUID,
  PROP_STALE,
  PROP_DISPLAY_TITLE,
  PROP_EXTRA,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NstRecord, nst_record, G_TYPE_OBJECT)

#define PRIVATE(self) ((NstRecordPrivate *) nst_record_get_instance_private (self))

static gboolean
parse_date (const char *text, GDate *date)
{
  guint year, month, day;

  g_date_clear (date, 1);
  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3)
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* Property ids of a kind's class are places in its table plus one. */
static void
get_field (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  NstRecord *self = NST_RECORD (object);
  const NstField *field = &nst_record_get_kind (self)->fields[prop_id - 1];
  const char *text = PRIVATE (self)->slots[prop_id - 1];
  GDate date;

  switch (field->type)
    {
    case NST_FIELD_TYPE_INT:
    case NST_FIELD_TYPE_REF:
      g_value_set_int64 (value, text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0);
      break;
    case NST_FIELD_TYPE_BOOL:
      g_value_set_boolean (value, g_strcmp0 (text, "1") == 0);
      break;
    case NST_FIELD_TYPE_DATE:
      g_value_set_boxed (value, parse_date (text, &date) ? &date : NULL);
      break;
    case NST_FIELD_TYPE_CODES:
    case NST_FIELD_TYPE_LIST:
      g_value_take_boxed (value, nst_record_dup_list (self, field->name));
      break;
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_TEXT:
    case NST_FIELD_TYPE_CODE:
    case NST_FIELD_TYPE_DUE:
    case NST_FIELD_TYPE_LINK:
    case NST_FIELD_TYPE_RANK:
      g_value_set_string (value, text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
make_pspec (const NstField *field)
{
  GParamFlags flags = G_PARAM_READABLE; /* names with underscores are not canonical */

  switch (field->type)
    {
    case NST_FIELD_TYPE_INT:
    case NST_FIELD_TYPE_REF:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case NST_FIELD_TYPE_BOOL:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case NST_FIELD_TYPE_DATE:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_DATE, flags);
    case NST_FIELD_TYPE_CODES:
    case NST_FIELD_TYPE_LIST:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_TEXT:
    case NST_FIELD_TYPE_CODE:
    case NST_FIELD_TYPE_DUE:
    case NST_FIELD_TYPE_LINK:
    case NST_FIELD_TYPE_RANK:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    }
}

static void
nst_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  NstRecordPrivate *priv = PRIVATE (NST_RECORD (object));

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, priv->id);
      break;
    case PROP_UUID:
      g_value_set_string (value, priv->uuid);
      break;
    case PROP_STALE:
      g_value_set_boolean (value, priv->stale);
      break;
    case PROP_DISPLAY_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_EXTRA:
      g_value_take_boxed (value, nst_record_list_extra (NST_RECORD (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
free_texts (char **texts, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
nst_record_constructed (GObject *object)
{
  NstRecord *self = NST_RECORD (object);
  guint n = nst_kind_get_n_fields (nst_record_get_kind (self));

  G_OBJECT_CLASS (nst_record_parent_class)->constructed (object);
  PRIVATE (self)->slots = g_new0 (char *, n + 1);
  PRIVATE (self)->display = g_new0 (char *, n + 1);
}

static void
nst_record_finalize (GObject *object)
{
  NstRecord *self = NST_RECORD (object);
  NstRecordPrivate *priv = PRIVATE (self);
  guint n = nst_kind_get_n_fields (nst_record_get_kind (self));

  free_texts (priv->slots, n);
  free_texts (priv->display, n);
  g_clear_pointer (&priv->extras, g_hash_table_unref);
  g_free (priv->uuid);
  g_free (priv->title);
  G_OBJECT_CLASS (nst_record_parent_class)->finalize (object);
}

static void
nst_record_class_init (NstRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = nst_record_constructed;
  object_class->finalize = nst_record_finalize;
  object_class->get_property = nst_record_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);
  properties[PROP_STALE] = g_param_spec_boolean ("stale", NULL, NULL, FALSE, flags);
  properties[PROP_DISPLAY_TITLE] = g_param_spec_string ("display-title", NULL, NULL, NULL, flags);
  /* Names of the extra fields that have a value; notified when one of them changes. */
  properties[PROP_EXTRA] =
      g_param_spec_boxed ("extra", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nst_record_init (NstRecord *self G_GNUC_UNUSED)
{
}

/**
 * nst_record_class_set_kind:
 * @klass: class of a kind
 * @kind: its description, static
 *
 * Installs a readable property for each field of the table. Called once by
 * NST_DEFINE_RECORD(). Values change only through the store's door.
 */
void
nst_record_class_set_kind (NstRecordClass *klass, const NstKind *kind)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->kind = kind;
  object_class->get_property = get_field;
  for (guint i = 0; kind->fields[i].name != NULL; i++)
    g_object_class_install_property (object_class, i + 1, make_pspec (&kind->fields[i]));
}

/* Makes a record that is not in a base: the store and a change do. */
NstRecord *
nst_record_new (const NstKind *kind, gint64 id, const char *uuid)
{
  NstRecord *self = g_object_new (kind->get_type (), NULL);

  PRIVATE (self)->id = id;
  PRIVATE (self)->uuid = g_strdup (uuid);
  return self;
}

void
nst_record_set_id (NstRecord *self, gint64 id)
{
  if (PRIVATE (self)->id == id)
    return;
  PRIVATE (self)->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

void
nst_record_set_stale (NstRecord *self, gboolean stale)
{
  if (PRIVATE (self)->stale == stale)
    return;
  PRIVATE (self)->stale = stale;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STALE]);
}

void
nst_record_set_title (NstRecord *self, const char *title)
{
  NstRecordPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPLAY_TITLE]);
}

void
nst_record_set_slot (NstRecord *self, guint index, const char *text)
{
  NstRecordPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->slots[index], text) == 0)
    return;
  g_free (priv->slots[index]);
  priv->slots[index] = g_strdup (text);
  g_object_notify (G_OBJECT (self), nst_record_get_kind (self)->fields[index].name);
}

void
nst_record_set_display (NstRecord *self, guint index, const char *text)
{
  NstRecordPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (priv->display[index], text) == 0)
    return;
  g_free (priv->display[index]);
  priv->display[index] = g_strdup (text);
  g_object_notify (G_OBJECT (self), nst_record_get_kind (self)->fields[index].name);
}

const char *
nst_record_get_slot (NstRecord *self, guint index)
{
  return PRIVATE (self)->slots[index];
}

static void
extra_free (Extra *extra)
{
  g_free (extra->text);
  g_free (extra);
}

static const Extra *
find_extra (NstRecord *self, const char *name)
{
  NstRecordPrivate *priv = PRIVATE (self);

  return priv->extras != NULL ? g_hash_table_lookup (priv->extras, name) : NULL;
}

/* Without a notification; NULL makes the value unknown. */
static void
put_extra (NstRecord *self, const NstField *field, const char *text)
{
  NstRecordPrivate *priv = PRIVATE (self);
  Extra *extra;

  if (text == NULL)
    {
      if (priv->extras != NULL)
        g_hash_table_remove (priv->extras, field->name);
      return;
    }
  if (priv->extras == NULL)
    priv->extras =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) extra_free);
  extra = g_new0 (Extra, 1);
  extra->field = field;
  extra->text = g_strdup (text);
  g_hash_table_replace (priv->extras, (gpointer) field->name, extra);
}

void
nst_record_set_extra (NstRecord *self, const NstField *field, const char *text)
{
  const Extra *old = find_extra (self, field->name);

  if (g_strcmp0 (old != NULL ? old->text : NULL, text) == 0)
    return;
  put_extra (self, field, text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXTRA]);
}

static gboolean
has_extras (NstRecord *self, GHashTable *texts)
{
  GHashTable *extras = PRIVATE (self)->extras;
  GHashTableIter iter;
  gpointer name, extra;

  if ((extras != NULL ? g_hash_table_size (extras) : 0) !=
      (texts != NULL ? g_hash_table_size (texts) : 0))
    return FALSE;
  if (extras == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, extras);
  while (g_hash_table_iter_next (&iter, &name, &extra))
    if (g_strcmp0 (((Extra *) extra)->text, g_hash_table_lookup (texts, name)) != 0)
      return FALSE;
  return TRUE;
}

/* All known values as the base has them, canonical texts by name; @texts NULL: none. */
void
nst_record_take_extras (NstRecord *self, GHashTable *texts)
{
  GHashTableIter iter;
  gpointer name, text;

  if (has_extras (self, texts))
    return;
  g_clear_pointer (&PRIVATE (self)->extras, g_hash_table_unref);
  if (texts != NULL)
    {
      g_hash_table_iter_init (&iter, texts);
      while (g_hash_table_iter_next (&iter, &name, &text))
        put_extra (self, nst_extra_define_plain (name), text);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXTRA]);
}

/* The field as it was described when its value was set; NULL when it has no value. */
const NstField *
nst_record_find_extra (NstRecord *self, const char *name)
{
  const Extra *extra = find_extra (self, name);

  return extra != NULL ? extra->field : NULL;
}

void
nst_record_copy_extras (NstRecord *self, NstRecord *from)
{
  GHashTable *extras = PRIVATE (from)->extras;
  GHashTableIter iter;
  gpointer extra;

  if (extras == NULL)
    return;
  g_hash_table_iter_init (&iter, extras);
  while (g_hash_table_iter_next (&iter, NULL, &extra))
    put_extra (self, ((Extra *) extra)->field, ((Extra *) extra)->text);
}

/**
 * nst_record_list_extra:
 * @self: a record
 *
 * Returns: (transfer full): names of the extra fields that have a value, in order
 */
GStrv
nst_record_list_extra (NstRecord *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GList) keys = NULL;

  g_return_val_if_fail (NST_IS_RECORD (self), NULL);

  if (PRIVATE (self)->extras != NULL)
    keys = g_list_sort (g_hash_table_get_keys (PRIVATE (self)->extras), (GCompareFunc) strcmp);
  for (GList *key = keys; key != NULL; key = key->next)
    g_strv_builder_add (names, key->data);
  return g_strv_builder_end (names);
}

/**
 * nst_record_get_kind:
 * @self: a record
 *
 * Returns: (transfer none): what kind of record it is
 */
const NstKind *
nst_record_get_kind (NstRecord *self)
{
  g_return_val_if_fail (NST_IS_RECORD (self), NULL);

  return NST_RECORD_GET_CLASS (self)->kind;
}

/**
 * nst_record_get_id:
 * @self: a record
 *
 * Returns: its local id, from 1; negative while its change is not applied yet
 */
gint64
nst_record_get_id (NstRecord *self)
{
  g_return_val_if_fail (NST_IS_RECORD (self), 0);

  return PRIVATE (self)->id;
}

/**
 * nst_record_get_uuid:
 * @self: a record
 *
 * Returns: (transfer none): its identity across offices
 */
const char *
nst_record_get_uuid (NstRecord *self)
{
  g_return_val_if_fail (NST_IS_RECORD (self), NULL);

  return PRIVATE (self)->uuid;
}

/**
 * nst_record_get_stale:
 * @self: a record
 *
 * Returns: whether it has gone from the base since it was read
 */
gboolean
nst_record_get_stale (NstRecord *self)
{
  g_return_val_if_fail (NST_IS_RECORD (self), TRUE);

  return PRIVATE (self)->stale;
}

/**
 * nst_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none): how people call it, never %NULL
 */
const char *
nst_record_get_title (NstRecord *self)
{
  g_return_val_if_fail (NST_IS_RECORD (self), "");

  return PRIVATE (self)->title != NULL ? PRIVATE (self)->title : "";
}

/**
 * nst_record_get_text:
 * @self: a record
 * @field: name of a field; also of an extra field, "x-CODE"
 *
 * Returns: (transfer none) (nullable): canonical text of the field, %NULL when unknown
 */
const char *
nst_record_get_text (NstRecord *self, const char *field)
{
  int index;

  g_return_val_if_fail (NST_IS_RECORD (self), NULL);

  if (nst_extra_is_name (field))
    {
      const Extra *extra = find_extra (self, field);

      return extra != NULL ? extra->text : NULL;
    }
  index = nst_kind_get_field_index (nst_record_get_kind (self), field);
  if (index < 0)
    g_critical ("%s has no field \"%s\"", nst_record_get_kind (self)->name, field);
  return index < 0 ? NULL : PRIVATE (self)->slots[index];
}

/**
 * nst_record_get_int:
 * @self: a record
 * @field: name of a field
 *
 * Returns: its number, 0 when unknown
 */
gint64
nst_record_get_int (NstRecord *self, const char *field)
{
  const char *text = nst_record_get_text (self, field);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/**
 * nst_record_get_ref:
 * @self: a record
 * @field: name of a reference
 *
 * Returns: local id of what it refers to, 0 when unknown
 */
gint64
nst_record_get_ref (NstRecord *self, const char *field)
{
  return nst_record_get_int (self, field);
}

/**
 * nst_record_get_bool:
 * @self: a record
 * @field: name of a field
 *
 * Returns: whether it is known to be true
 */
gboolean
nst_record_get_bool (NstRecord *self, const char *field)
{
  return g_strcmp0 (nst_record_get_text (self, field), "1") == 0;
}

/**
 * nst_record_get_date:
 * @self: a record
 * @field: name of a field
 * @date: (out) (optional): the day; cleared when unknown
 *
 * Returns: whether the day is known
 */
gboolean
nst_record_get_date (NstRecord *self, const char *field, GDate *date)
{
  GDate ignored;

  return parse_date (nst_record_get_text (self, field), date != NULL ? date : &ignored);
}

/**
 * nst_record_dup_list:
 * @self: a record
 * @field: name of a field that holds several texts or codes
 *
 * Returns: (transfer full): the texts, empty when unknown
 */
GStrv
nst_record_dup_list (NstRecord *self, const char *field)
{
  const char *text = nst_record_get_text (self, field);

  return text != NULL ? g_strsplit (text, "\n", -1) : g_new0 (char *, 1);
}

/**
 * nst_record_get_link:
 * @self: a record
 * @field: name of a link
 * @kind: (out) (transfer none): kind of what it is linked to
 * @id: (out): its local id
 *
 * Returns: whether the link is known
 */
gboolean
nst_record_get_link (NstRecord *self, const char *field, const NstKind **kind, gint64 *id)
{
  const char *text = nst_record_get_text (self, field);
  const char *slash = text != NULL ? strchr (text, '/') : NULL;
  g_autofree char *name = NULL;

  if (slash == NULL)
    return FALSE;
  name = g_strndup (text, (gsize) (slash - text));
  *kind = nst_kinds_find (name);
  *id = g_ascii_strtoll (slash + 1, NULL, 10);
  return *kind != NULL && *id != 0;
}

/**
 * nst_record_get_display:
 * @self: a record
 * @field: name of a field
 *
 * What lists show: for a reference the title of what it refers to, else the canonical
 * text. It came with the record in one query.
 *
 * Returns: (transfer none): text, never %NULL
 */
const char *
nst_record_get_display (NstRecord *self, const char *field)
{
  const char *text = nst_record_get_text (self, field);
  const NstKind *kind = nst_record_get_kind (self);
  int index = nst_kind_get_field_index (kind, field);

  if (index >= 0 && kind->fields[index].type == NST_FIELD_TYPE_REF)
    text = PRIVATE (self)->display[index];
  return text != NULL ? text : "";
}
