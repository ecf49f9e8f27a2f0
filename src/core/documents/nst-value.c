/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template reads: texts, numbers, days, lists and objects with fields. */
#include "config.h"

#include "documents/nst-value.h"

struct _NstValue
{
  NstValueType type;
  NstValueHint hint;
  NstValue *owner;
  NstDoubt *doubt;
  char *text;
  char *code;
  gint64 number;
  GDate date;
  GPtrArray *list;
  GHashTable *fields;
  NstValueResolver resolver;
  NstValueDescriber describer;
  gpointer user_data;
  GDestroyNotify destroy;
};

static NstValue *
new_value (NstValueType type)
{
  NstValue *self = g_rc_box_new0 (NstValue);

  self->type = type;
  return self;
}

static void
clear_value (gpointer data)
{
  NstValue *self = data;

  g_clear_pointer (&self->owner, nst_value_unref);
  g_clear_pointer (&self->doubt, nst_doubt_free);
  g_free (self->text);
  g_free (self->code);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
}

static void
unref_value (gpointer data)
{
  if (data != NULL)
    nst_value_unref (data);
}

/**
 * nst_value_new_text:
 * @text: text
 *
 * Returns: (transfer full): a value
 */
NstValue *
nst_value_new_text (const char *text)
{
  NstValue *self = new_value (NST_VALUE_TEXT);

  self->text = g_strdup (text);
  return self;
}

/**
 * nst_value_new_code:
 * @code: what conditions compare
 * @text: what is printed
 *
 * Returns: (transfer full): an entry of a catalogue
 */
NstValue *
nst_value_new_code (const char *code, const char *text)
{
  NstValue *self = nst_value_new_text (text);

  self->code = g_strdup (code);
  return self;
}

/**
 * nst_value_new_owned:
 * @text: text
 * @hint: name or post
 * @owner: whose it is: an object with the fields of a person
 *
 * Returns: (transfer full): a text that filters of case can decline
 */
NstValue *
nst_value_new_owned (const char *text, NstValueHint hint, NstValue *owner)
{
  NstValue *self = nst_value_new_text (text);

  self->hint = hint;
  self->owner = nst_value_ref (owner);
  return self;
}

/**
 * nst_value_new_number:
 * @number: a whole number; shares are given in tenths of a per cent
 *
 * Returns: (transfer full): a value
 */
NstValue *
nst_value_new_number (gint64 number)
{
  NstValue *self = new_value (NST_VALUE_NUMBER);

  self->number = number;
  self->text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return self;
}

/**
 * nst_value_new_date:
 * @date: a day
 *
 * Returns: (transfer full): a value
 */
NstValue *
nst_value_new_date (const GDate *date)
{
  NstValue *self = new_value (NST_VALUE_DATE);

  self->date = *date;
  return self;
}

/**
 * nst_value_new_list:
 *
 * Returns: (transfer full): an empty list
 */
NstValue *
nst_value_new_list (void)
{
  NstValue *self = new_value (NST_VALUE_LIST);

  self->list = g_ptr_array_new_with_free_func (unref_value);
  return self;
}

/**
 * nst_value_new_object:
 *
 * Returns: (transfer full): an object without fields
 */
NstValue *
nst_value_new_object (void)
{
  NstValue *self = new_value (NST_VALUE_OBJECT);

  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_value);
  return self;
}

/**
 * nst_value_new_lazy:
 * @resolver: finds fields when they are asked for
 * @describer: (nullable): names missing ones
 * @user_data: for both
 * @destroy: (nullable): frees @user_data
 *
 * Returns: (transfer full): an object that finds its fields itself, each once
 */
NstValue *
nst_value_new_lazy (NstValueResolver resolver, NstValueDescriber describer, gpointer user_data,
                    GDestroyNotify destroy)
{
  NstValue *self = nst_value_new_object ();

  self->resolver = resolver;
  self->describer = describer;
  self->user_data = user_data;
  self->destroy = destroy;
  return self;
}

/**
 * nst_value_ref:
 * @self: a value
 *
 * Returns: (transfer full): the value
 */
NstValue *
nst_value_ref (NstValue *self)
{
  return g_rc_box_acquire (self);
}

/**
 * nst_value_unref:
 * @self: (transfer full): a value
 */
void
nst_value_unref (NstValue *self)
{
  g_rc_box_release_full (self, clear_value);
}

/**
 * nst_value_take:
 * @self: an object
 * @name: of the field
 * @field: (transfer full): its value
 */
void
nst_value_take (NstValue *self, const char *name, NstValue *field)
{
  g_return_if_fail (self->type == NST_VALUE_OBJECT);
  g_hash_table_insert (self->fields, g_strdup (name), field);
}

/**
 * nst_value_set_text:
 * @self: an object
 * @name: of the field
 * @text: (nullable): its text
 */
void
nst_value_set_text (NstValue *self, const char *name, const char *text)
{
  nst_value_take (self, name, text != NULL ? nst_value_new_text (text) : NULL);
}

/**
 * nst_value_set_hinted:
 * @self: an object with the fields of a person
 * @name: of the field
 * @text: its text
 * @hint: name or post
 *
 * Like nst_value_set_text(), for what filters of case decline.
 */
void
nst_value_set_hinted (NstValue *self, const char *name, const char *text, NstValueHint hint)
{
  NstValue *field = nst_value_new_text (text);

  /* The owner is put in when the field is asked for: kept here it would be a circle. */
  field->hint = hint;
  nst_value_take (self, name, field);
}

/**
 * nst_value_take_doubt:
 * @self: a name or post in a case
 * @doubt: (transfer full): why a person should look at it
 */
void
nst_value_take_doubt (NstValue *self, NstDoubt *doubt)
{
  g_clear_pointer (&self->doubt, nst_doubt_free);
  self->doubt = doubt;
}

/**
 * nst_value_get_doubt:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): why a person should look at it
 */
const NstDoubt *
nst_value_get_doubt (const NstValue *self)
{
  return self->doubt;
}

/**
 * nst_value_append:
 * @self: a list
 * @item: (transfer full): its next item
 */
void
nst_value_append (NstValue *self, NstValue *item)
{
  g_return_if_fail (self->type == NST_VALUE_LIST);
  g_ptr_array_add (self->list, item);
}

/**
 * nst_value_get_type:
 * @self: a value
 *
 * Returns: what it is
 */
NstValueType
nst_value_get_type (const NstValue *self)
{
  return self->type;
}

/**
 * nst_value_get_hint:
 * @self: a value
 *
 * Returns: what filters of case need to know
 */
NstValueHint
nst_value_get_hint (const NstValue *self)
{
  return self->hint;
}

/**
 * nst_value_get_owner:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): whose name or post it is
 */
NstValue *
nst_value_get_owner (const NstValue *self)
{
  return self->owner;
}

/**
 * nst_value_get_text:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): text, or digits of a number
 */
const char *
nst_value_get_text (const NstValue *self)
{
  return self->text;
}

/**
 * nst_value_get_code:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): its code, else its text
 */
const char *
nst_value_get_code (const NstValue *self)
{
  return self->code != NULL ? self->code : self->text;
}

/**
 * nst_value_get_number:
 * @self: a value
 *
 * Returns: the number, or how long the list is, or the number that the text shows, or 0
 */
gint64
nst_value_get_number (const NstValue *self)
{
  if (self->type == NST_VALUE_LIST)
    return self->list->len;
  if (self->type == NST_VALUE_TEXT)
    return g_ascii_strtoll (self->text, NULL, 10);
  return self->number;
}

/**
 * nst_value_get_date:
 * @self: a value
 *
 * Returns: (transfer none) (nullable): the day
 */
const GDate *
nst_value_get_date (const NstValue *self)
{
  return self->type == NST_VALUE_DATE ? &self->date : NULL;
}

/**
 * nst_value_get_length:
 * @self: a value
 *
 * Returns: how many items a list has; 1 for anything else
 */
guint
nst_value_get_length (const NstValue *self)
{
  return self->type == NST_VALUE_LIST ? self->list->len : 1;
}

/**
 * nst_value_get_nth:
 * @self: a value
 * @position: from 0
 *
 * Returns: (transfer none): an item of a list; the value itself when it is none
 */
NstValue *
nst_value_get_nth (const NstValue *self, guint position)
{
  if (self->type != NST_VALUE_LIST)
    return (NstValue *) self;
  return g_ptr_array_index (self->list, position);
}

/**
 * nst_value_get_data:
 * @self: an object made by nst_value_new_lazy()
 *
 * Returns: (transfer none) (nullable): its user data
 */
gpointer
nst_value_get_data (const NstValue *self)
{
  return self->user_data;
}

/**
 * nst_value_dup_field:
 * @self: a value
 * @name: of a field
 *
 * A list is asked as its first item is.
 *
 * Returns: (transfer full) (nullable): the field; %NULL when it is unknown or empty
 */
NstValue *
nst_value_dup_field (NstValue *self, const char *name)
{
  gpointer known = NULL;
  NstValue *field;

  if (self->type == NST_VALUE_LIST && self->list->len > 0)
    return nst_value_dup_field (g_ptr_array_index (self->list, 0), name);
  if (self->type != NST_VALUE_OBJECT)
    return NULL;
  if (g_hash_table_lookup_extended (self->fields, name, NULL, &known))
    {
      const NstValue *value = known;

      if (value != NULL && value->hint != NST_VALUE_PLAIN && value->owner == NULL)
        return nst_value_new_owned (value->text, value->hint, self);
      return known != NULL ? nst_value_ref (known) : NULL;
    }
  if (self->resolver == NULL)
    return NULL;
  field = self->resolver (self, name, self->user_data);
  /* Names and posts hold their owner: keeping them here would be a circle. */
  if (field == NULL || field->owner != self)
    g_hash_table_insert (self->fields, g_strdup (name),
                         field != NULL ? nst_value_ref (field) : NULL);
  return field;
}

/**
 * nst_value_dup_path:
 * @self: a value
 * @path: names with full stops between them
 *
 * Returns: (transfer full) (nullable): what is there
 */
NstValue *
nst_value_dup_path (NstValue *self, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  NstValue *here = nst_value_ref (self);

  for (guint i = 0; names[i] != NULL && here != NULL; i++)
    {
      NstValue *next = nst_value_dup_field (here, names[i]);

      nst_value_unref (here);
      here = next;
    }
  return here;
}

/**
 * nst_value_dup_field_text:
 * @self: a value
 * @name: of a field
 *
 * Returns: (transfer full) (nullable): its text
 */
char *
nst_value_dup_field_text (NstValue *self, const char *name)
{
  g_autoptr (NstValue) field = nst_value_dup_field (self, name);

  return field != NULL ? g_strdup (field->text) : NULL;
}

/**
 * nst_value_describe_path:
 * @self: a value
 * @path: of something that is missing
 *
 * Asks the last object that is there what it calls the field.
 *
 * Returns: (transfer full): what people call it, or @path
 */
char *
nst_value_describe_path (NstValue *self, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);
  g_autoptr (NstValue) here = nst_value_ref (self);
  g_autoptr (NstValue) above = NULL;
  char *label = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      NstValue *next;

      if (here->type == NST_VALUE_LIST && here->list->len > 0)
        {
          NstValue *item = nst_value_ref (g_ptr_array_index (here->list, 0));

          nst_value_unref (here);
          here = item;
        }
      next = nst_value_dup_field (here, names[i]);
      if (next == NULL)
        {
          if (here->describer != NULL)
            label = here->describer (here, names[i], here->user_data);
          else if (above != NULL && above->describer != NULL)
            label = above->describer (above, names[i - 1], above->user_data);
          break;
        }
      g_clear_pointer (&above, nst_value_unref);
      above = here;
      here = next;
    }
  return label != NULL ? label : g_strdup (path);
}
