/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between an editor and a field: of a record, or of nothing yet (what a step asks for). */
#include "config.h"

#include "app/widgets/nst-field-binding.h"

#include "app/widgets/nst-date.h"
#include "model/nst-extra.h"
#include "rules/nst-typed.h"
#include "text/nst-due.h"

#include <glib/gi18n.h>

struct _NstFieldBinding
{
  GObject parent_instance;

  NstOffice *office;
  NstRecord *record;
  const NstField *field;
  char *text;
};

static guint updated_signal;
static guint refused_signal;

G_DEFINE_FINAL_TYPE (NstFieldBinding, nst_field_binding, G_TYPE_OBJECT)

static void
record_notify_cb (NstFieldBinding *self)
{
  g_signal_emit (self, updated_signal, 0);
}

static void
nst_field_binding_dispose (GObject *object)
{
  NstFieldBinding *self = NST_FIELD_BINDING (object);

  g_clear_object (&self->record);
  g_clear_object (&self->office);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (nst_field_binding_parent_class)->dispose (object);
}

static void
nst_field_binding_class_init (NstFieldBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_field_binding_dispose;
  updated_signal = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  refused_signal = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nst_field_binding_init (NstFieldBinding *self G_GNUC_UNUSED)
{
}

NstFieldBinding *
nst_field_binding_new (NstOffice *office, NstRecord *record, const NstField *field)
{
  NstFieldBinding *self = g_object_new (NST_TYPE_FIELD_BINDING, NULL);
  /* Values of extra fields have one property together. */
  g_autofree char *property = nst_extra_is_name (field->name)
                                  ? g_strdup ("extra")
                                  : g_strdelimit (g_strdup (field->name), "_", '-');
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  self->office = g_object_ref (office);
  self->record = g_object_ref (record);
  self->field = field;
  g_signal_connect_object (record, signal, G_CALLBACK (record_notify_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * nst_field_binding_new_free:
 * @office: whose scheme words the codes
 * @field: what it is a value of
 * @text: (nullable): canonical text to begin with
 *
 * A value that belongs to no record: nothing is written.
 */
NstFieldBinding *
nst_field_binding_new_free (NstOffice *office, const NstField *field, const char *text)
{
  NstFieldBinding *self = g_object_new (NST_TYPE_FIELD_BINDING, NULL);

  self->office = g_object_ref (office);
  self->field = field;
  self->text = g_strdup (text);
  return self;
}

NstOffice *
nst_field_binding_get_office (NstFieldBinding *self)
{
  return self->office;
}

NstRecord *
nst_field_binding_get_record (NstFieldBinding *self)
{
  return self->record;
}

const NstField *
nst_field_binding_get_field (NstFieldBinding *self)
{
  return self->field;
}

NstCatalogue *
nst_field_binding_get_catalogue (NstFieldBinding *self)
{
  if (self->field->type != NST_FIELD_TYPE_CODE && self->field->type != NST_FIELD_TYPE_CODES)
    return NULL;
  return nst_scheme_get_catalogue (nst_office_get_scheme (self->office), self->field->target);
}

const char *
nst_field_binding_get_default (NstFieldBinding *self)
{
  g_autofree char *key = NULL;

  if (self->record == NULL)
    return NULL;
  key = g_strdup_printf ("default.%s.%s", nst_record_get_kind (self->record)->name,
                         self->field->name);
  return nst_scheme_get_limit (nst_office_get_scheme (self->office), key);
}

const char *
nst_field_binding_get_text (NstFieldBinding *self)
{
  if (self->record == NULL)
    return self->text;
  return nst_record_get_text (self->record, self->field->name);
}

static char *
dup_codes (NstFieldBinding *self, const char *text)
{
  NstScheme *scheme = nst_office_get_scheme (self->office);
  g_auto (GStrv) codes = g_strsplit (text, "\n", -1);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *title = nst_scheme_dup_title_of (scheme, self->field->target, codes[i]);

      if (titles->len > 0)
        g_string_append (titles, "; ");
      g_string_append (titles, title == NULL ? codes[i] : title);
    }
  return g_string_free (titles, FALSE);
}

static char *
dup_reference (NstFieldBinding *self, const char *text)
{
  g_autoptr (NstRecord) target = NULL;

  if (self->record != NULL)
    return g_strdup (nst_record_get_display (self->record, self->field->name));
  target = nst_source_dup (NST_SOURCE (nst_office_get_store (self->office)), self->field->target,
                           g_ascii_strtoll (text, NULL, 10));
  return g_strdup (target == NULL ? "" : nst_record_get_title (target));
}

static char *
dup_phrase (const char *text)
{
  g_autoptr (NstDue) due = nst_due_from_canonical (text, NULL);

  return due == NULL ? g_strdup (text) : nst_due_to_phrase (due);
}

char *
nst_field_binding_dup_shown (NstFieldBinding *self)
{
  const char *text = nst_field_binding_get_text (self);
  char *shown;

  if (text == NULL)
    return g_strdup ("");
  switch (self->field->type)
    {
    case NST_FIELD_TYPE_DATE:
      return nst_date_text_to_label (text);
    case NST_FIELD_TYPE_BOOL:
      return g_strdup (*text == '1' ? _ ("Yes") : _ ("No"));
    case NST_FIELD_TYPE_CODE:
    case NST_FIELD_TYPE_CODES:
      return dup_codes (self, text);
    case NST_FIELD_TYPE_REF:
      shown = dup_reference (self, text);
      return shown == NULL ? g_strdup ("") : shown;
    case NST_FIELD_TYPE_DUE:
      return dup_phrase (text);
    case NST_FIELD_TYPE_STRING:
    case NST_FIELD_TYPE_TEXT:
    case NST_FIELD_TYPE_INT:
    case NST_FIELD_TYPE_LIST:
    case NST_FIELD_TYPE_LINK:
    case NST_FIELD_TYPE_RANK:
    default:
      return g_strdup (text);
    }
}

/* What stands in the record already is no change and makes no step to undo. */
static gboolean
is_same (NstFieldBinding *self, const char *typed)
{
  g_autofree char *canonical = NULL;

  return nst_typed_parse (nst_office_get_scheme (self->office), self->field, typed, &canonical,
                          NULL) &&
         g_strcmp0 (canonical, nst_field_binding_get_text (self)) == 0;
}

/**
 * nst_field_binding_set:
 * @self: the binding
 * @typed: (nullable): what a person typed or chose
 *
 * Returns: whether it was taken; "refused" says why not
 */
gboolean
nst_field_binding_set (NstFieldBinding *self, const char *typed)
{
  g_autoptr (NstFieldBinding) keep G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  char *canonical = NULL;
  gboolean taken;

  if (is_same (self, typed))
    return TRUE;
  if (self->record != NULL)
    taken = nst_office_set (self->office, self->record, self->field->name, typed, &error);
  else
    taken = nst_typed_parse (nst_office_get_scheme (self->office), self->field, typed, &canonical,
                             &error);
  if (!taken)
    {
      g_signal_emit (self, refused_signal, 0, error->message);
      return FALSE;
    }
  if (self->record == NULL)
    {
      g_free (self->text);
      self->text = canonical;
      g_signal_emit (self, updated_signal, 0);
    }
  return TRUE;
}
