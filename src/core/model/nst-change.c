/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A user's action as data: a title and what it changes in which record. */
#include "config.h"

#include "model/nst-change.h"

#include "model/nst-extra.h"
#include "model/nst-record-private.h"
#include "model/nst-uuid.h"

struct _NstChange
{
  GObject parent_instance;

  char *title;
  char *party;
  gint64 person;
  gboolean sealed;
  gboolean by_step;
  gint64 next_id; /* of records that it makes: negative until the store gives real ones */
  GPtrArray *items;
  GHashTable *blobs; /* SHA-256 -> GBytes */
};

G_DEFINE_FINAL_TYPE (NstChange, nst_change, G_TYPE_OBJECT)

static void
item_free (NstChangeItem *item)
{
  g_object_unref (item->record);
  g_free (item->before);
  g_free (item->after);
  g_free (item);
}

static void
nst_change_finalize (GObject *object)
{
  NstChange *self = NST_CHANGE (object);

  g_free (self->title);
  g_free (self->party);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->blobs);
  G_OBJECT_CLASS (nst_change_parent_class)->finalize (object);
}

static void
nst_change_class_init (NstChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_change_finalize;
}

static void
nst_change_init (NstChange *self)
{
  self->next_id = -1;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->blobs =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static NstChangeItem *
find_item (NstChange *self, NstRecord *record, NstChangeOp op, const char *field)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      NstChangeItem *item = g_ptr_array_index (self->items, i);

      if (item->record == record && item->op == op &&
          g_strcmp0 (item->field != NULL ? item->field->name : NULL, field) == 0)
        return item;
    }
  return NULL;
}

static NstChangeItem *
append_item (NstChange *self, NstRecord *record, NstChangeOp op)
{
  NstChangeItem *item = g_new0 (NstChangeItem, 1);

  item->op = op;
  item->record = g_object_ref (record);
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * nst_change_new:
 * @title: what is done, as the history and the undo button say it
 *
 * Returns: (transfer full): an empty change
 */
NstChange *
nst_change_new (const char *title)
{
  NstChange *self = g_object_new (NST_TYPE_CHANGE, NULL);

  self->title = g_strdup (title);
  return self;
}

/**
 * nst_change_get_title:
 * @self: a change
 *
 * Returns: (transfer none): its title
 */
const char *
nst_change_get_title (NstChange *self)
{
  g_return_val_if_fail (NST_IS_CHANGE (self), NULL);

  return self->title;
}

/**
 * nst_change_set_title:
 * @self: a change
 * @title: the line of history, when it is only known at the end
 */
void
nst_change_set_title (NstChange *self, const char *title)
{
  g_return_if_fail (NST_IS_CHANGE (self) && title != NULL);

  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * nst_change_set_actor:
 * @self: a change
 * @party: (nullable): role that acts, when it is not the one who records
 * @person: local id of the person who acts, or 0
 *
 * Says on whose behalf the change is recorded (DOMAIN 3.5, "Acting for others").
 */
void
nst_change_set_actor (NstChange *self, const char *party, gint64 person)
{
  g_return_if_fail (NST_IS_CHANGE (self));

  g_free (self->party);
  self->party = g_strdup (party);
  self->person = person;
}

/**
 * nst_change_get_party:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): role that acts, %NULL for the recorder's
 */
const char *
nst_change_get_party (NstChange *self)
{
  g_return_val_if_fail (NST_IS_CHANGE (self), NULL);

  return self->party;
}

/**
 * nst_change_get_person:
 * @self: a change
 *
 * Returns: local id of the person who acts, or 0
 */
gint64
nst_change_get_person (NstChange *self)
{
  g_return_val_if_fail (NST_IS_CHANGE (self), 0);

  return self->person;
}

/**
 * nst_change_set_sealed:
 * @self: a change
 * @sealed: whether something leaves the house with it
 *
 * A sealed change is not undone but compensated.
 */
void
nst_change_set_sealed (NstChange *self, gboolean sealed)
{
  g_return_if_fail (NST_IS_CHANGE (self));

  self->sealed = sealed;
}

/**
 * nst_change_get_sealed:
 * @self: a change
 *
 * Returns: whether it cannot be undone
 */
gboolean
nst_change_get_sealed (NstChange *self)
{
  g_return_val_if_fail (NST_IS_CHANGE (self), FALSE);

  return self->sealed;
}

/**
 * nst_change_set_by_step:
 * @self: a change
 * @by_step: whether a step decides it, not somebody who types a value
 *
 * Steps may change what has been approved or signed (R83). It is not kept in the history.
 */
void
nst_change_set_by_step (NstChange *self, gboolean by_step)
{
  g_return_if_fail (NST_IS_CHANGE (self));

  self->by_step = by_step;
}

/**
 * nst_change_get_by_step:
 * @self: a change
 *
 * Returns: whether a step decides it
 */
gboolean
nst_change_get_by_step (NstChange *self)
{
  g_return_val_if_fail (NST_IS_CHANGE (self), FALSE);

  return self->by_step;
}

/**
 * nst_change_add_with_uuid:
 * @self: a change
 * @kind: name of a kind
 * @uuid: (nullable): identity, such as one derived from both ends of a link
 *
 * A record that comes to be with this change. Its id is negative until the store has
 * applied the change; references within the change may use it.
 *
 * Returns: (transfer full): the record
 */
NstRecord *
nst_change_add_with_uuid (NstChange *self, const char *kind, const char *uuid)
{
  const NstKind *found = nst_kinds_find (kind);
  g_autofree char *fresh = uuid == NULL ? nst_uuid_new () : NULL;
  NstRecord *record;

  g_return_val_if_fail (NST_IS_CHANGE (self), NULL);
  g_return_val_if_fail (found != NULL, NULL);

  record = nst_record_new (found, self->next_id--, uuid != NULL ? uuid : fresh);
  append_item (self, record, NST_CHANGE_ADD);
  return record;
}

/**
 * nst_change_add:
 * @self: a change
 * @kind: name of a kind
 * @...: pairs of field name and canonical text, then %NULL
 *
 * Returns: (transfer full): the record, see nst_change_add_with_uuid()
 */
NstRecord *
nst_change_add (NstChange *self, const char *kind, ...)
{
  NstRecord *record = nst_change_add_with_uuid (self, kind, NULL);
  va_list pairs;
  const char *field;

  g_return_val_if_fail (record != NULL, NULL);

  va_start (pairs, kind);
  while ((field = va_arg (pairs, const char *)) != NULL)
    nst_change_set (self, record, field, va_arg (pairs, const char *));
  va_end (pairs);
  return record;
}

/* A record that comes to be has its values at once. */
static void
set_new (NstRecord *record, const NstField *field, const char *text)
{
  int index = nst_kind_get_field_index (nst_record_get_kind (record), field->name);

  if (index < 0)
    nst_record_set_extra (record, field, text);
  else
    nst_record_set_slot (record, (guint) index, text);
}

/**
 * nst_change_set_field:
 * @self: a change
 * @record: a record of the base, or one that this change adds
 * @field: a field of its table, or an extra field of a pack
 * @text: (nullable): canonical text; %NULL or "" makes it unknown
 *
 * Setting a field to what it is already takes it out of the change. The store checks the
 * value as @field says.
 */
void
nst_change_set_field (NstChange *self, NstRecord *record, const NstField *field, const char *text)
{
  NstChangeItem *item;

  g_return_if_fail (NST_IS_CHANGE (self) && NST_IS_RECORD (record) && field != NULL);

  if (text != NULL && text[0] == '\0')
    text = NULL;
  if (find_item (self, record, NST_CHANGE_ADD, NULL) != NULL)
    {
      set_new (record, field, text);
      return;
    }
  item = find_item (self, record, NST_CHANGE_SET, field->name);
  if (g_strcmp0 (text, nst_record_get_text (record, field->name)) == 0)
    {
      if (item != NULL)
        g_ptr_array_remove (self->items, item);
      return;
    }
  if (item == NULL)
    {
      item = append_item (self, record, NST_CHANGE_SET);
      item->before = g_strdup (nst_record_get_text (record, field->name));
    }
  item->field = field;
  g_free (item->after);
  item->after = g_strdup (text);
}

/**
 * nst_change_set:
 * @self: a change
 * @record: a record of the base, or one that this change adds
 * @field: name of a field
 * @text: (nullable): canonical text; %NULL or "" makes it unknown
 *
 * nst_change_set_field() by name. An extra field ("x-CODE") is taken for plain text then:
 * who knows the pack gives the field itself.
 */
void
nst_change_set (NstChange *self, NstRecord *record, const char *field, const char *text)
{
  const NstField *found;

  g_return_if_fail (NST_IS_CHANGE (self) && NST_IS_RECORD (record));
  if (nst_extra_is_name (field))
    found = nst_extra_define_plain (field);
  else
    found = nst_kind_find_field (nst_record_get_kind (record), field);
  if (found == NULL)
    g_critical ("%s has no field \"%s\"", nst_record_get_kind (record)->name, field);
  g_return_if_fail (found != NULL);

  nst_change_set_field (self, record, found, text);
}

/**
 * nst_change_set_date:
 * @self: a change
 * @record: a record
 * @field: name of a field
 * @date: (nullable): a day
 */
void
nst_change_set_date (NstChange *self, NstRecord *record, const char *field, const GDate *date)
{
  g_autofree char *text = NULL;

  if (date != NULL && g_date_valid (date))
    text = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date),
                            (guint) g_date_get_month (date), g_date_get_day (date));
  nst_change_set (self, record, field, text);
}

/**
 * nst_change_set_int:
 * @self: a change
 * @record: a record
 * @field: name of a field
 * @value: a number
 */
void
nst_change_set_int (NstChange *self, NstRecord *record, const char *field, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  nst_change_set (self, record, field, text);
}

/**
 * nst_change_set_ref:
 * @self: a change
 * @record: a record
 * @field: name of a reference
 * @target: (nullable): what it refers to; may be a record that this change adds
 */
void
nst_change_set_ref (NstChange *self, NstRecord *record, const char *field, NstRecord *target)
{
  if (target == NULL)
    nst_change_set (self, record, field, NULL);
  else
    nst_change_set_int (self, record, field, nst_record_get_id (target));
}

/**
 * nst_change_set_link:
 * @self: a change
 * @record: a record
 * @field: name of a link
 * @target: (nullable): what it is linked to; may be a record that this change adds
 */
void
nst_change_set_link (NstChange *self, NstRecord *record, const char *field, NstRecord *target)
{
  g_autofree char *text = NULL;

  if (target != NULL)
    text = g_strdup_printf ("%s/%" G_GINT64_FORMAT, nst_record_get_kind (target)->name,
                            nst_record_get_id (target));
  nst_change_set (self, record, field, text);
}

/**
 * nst_change_remove:
 * @self: a change
 * @record: a record of the base
 *
 * What belongs to @record goes with it; the store adds that to the change. A record that
 * others refer to is refused by the store.
 */
void
nst_change_remove (NstChange *self, NstRecord *record)
{
  g_return_if_fail (NST_IS_CHANGE (self) && NST_IS_RECORD (record));

  if (find_item (self, record, NST_CHANGE_REMOVE, NULL) == NULL)
    append_item (self, record, NST_CHANGE_REMOVE);
}

/**
 * nst_change_attach:
 * @self: a change
 * @bytes: content of a file
 *
 * Keeps a file with the change; records name it by its hash.
 *
 * Returns: (transfer full): its SHA-256 in lower-case hexadecimal
 */
char *
nst_change_attach (NstChange *self, GBytes *bytes)
{
  char *hash;

  g_return_val_if_fail (NST_IS_CHANGE (self), NULL);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_hash_table_insert (self->blobs, g_strdup (hash), g_bytes_ref (bytes));
  return hash;
}

/**
 * nst_change_continue:
 * @self: an empty change
 * @before: a change that will be done first
 *
 * Records that @self adds get other ids than those of @before, so that both can be joined.
 */
void
nst_change_continue (NstChange *self, NstChange *before)
{
  g_return_if_fail (NST_IS_CHANGE (self) && NST_IS_CHANGE (before));
  g_return_if_fail (self->items->len == 0);

  self->next_id = before->next_id;
}

/**
 * nst_change_join:
 * @self: a change
 * @next: what comes after it, begun with nst_change_continue()
 *
 * Makes one change of both, so that they are done and undone together. @next sets records
 * that @self adds, or records of the base that @self leaves alone. Title and actor are those
 * of @next.
 */
void
nst_change_join (NstChange *self, NstChange *next)
{
  GHashTableIter iter;
  gpointer hash, bytes;

  g_return_if_fail (NST_IS_CHANGE (self) && NST_IS_CHANGE (next));

  for (guint i = 0; i < next->items->len; i++)
    {
      const NstChangeItem *item = g_ptr_array_index (next->items, i);

      if (item->op == NST_CHANGE_SET)
        nst_change_set_field (self, item->record, item->field, item->after);
      else
        append_item (self, item->record, item->op);
    }
  g_hash_table_iter_init (&iter, next->blobs);
  while (g_hash_table_iter_next (&iter, &hash, &bytes))
    g_hash_table_insert (self->blobs, g_strdup (hash), g_bytes_ref (bytes));
  nst_change_set_title (self, next->title);
  nst_change_set_actor (self, next->party, next->person);
  self->next_id = next->next_id;
  self->sealed = self->sealed || next->sealed;
  self->by_step = self->by_step || next->by_step;
}

/**
 * nst_change_peek:
 * @self: a change
 * @record: a record
 * @field: name of a field
 *
 * Returns: (transfer none) (nullable): the value that the field will have
 */
const char *
nst_change_peek (NstChange *self, NstRecord *record, const char *field)
{
  NstChangeItem *item;

  g_return_val_if_fail (NST_IS_CHANGE (self) && NST_IS_RECORD (record) && field != NULL, NULL);

  item = find_item (self, record, NST_CHANGE_SET, field);
  return item != NULL ? item->after : nst_record_get_text (record, field);
}

/**
 * nst_change_get_items:
 * @self: a change
 *
 * Returns: (transfer none) (element-type NstChangeItem): what it does, in order
 */
GPtrArray *
nst_change_get_items (NstChange *self)
{
  g_return_val_if_fail (NST_IS_CHANGE (self), NULL);

  return self->items;
}

/**
 * nst_change_get_blobs:
 * @self: a change
 *
 * Returns: (transfer none) (element-type utf8 GBytes): files that it keeps, by SHA-256
 */
GHashTable *
nst_change_get_blobs (NstChange *self)
{
  g_return_val_if_fail (NST_IS_CHANGE (self), NULL);

  return self->blobs;
}
