/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that finds a record as one types, or takes what is typed as a new one. */
#include "config.h"

#include "app/widgets/nst-record-entry.h"

#include "store/nst-query.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>

#define MAX_OFFERS 7

struct _NstRecordEntry
{
  AdwEntryRow parent_instance;

  NstOffice *office;
  const NstKind *kind;
  char *first_field;
  char *first_value;
  NstRecord *record;
  GtkWidget *popover;
  GtkWidget *offers; /* GtkListBox */
  GtkWidget *mark;   /* says that a new record will come to be */
  gboolean filling;
};

typedef enum
{
  PROP_RECORD = 1,
} Property;

static GParamSpec *props[PROP_RECORD + 1];

G_DEFINE_FINAL_TYPE (NstRecordEntry, nst_record_entry, ADW_TYPE_ENTRY_ROW)

static void
update_mark (NstRecordEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  gtk_widget_set_visible (self->mark, text[0] != '\0' && self->record == NULL);
}

static void
take_record (NstRecordEntry *self, NstRecord *record)
{
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
  update_mark (self);
}

static void
offer_chosen_cb (NstRecordEntry *self, GtkListBoxRow *row)
{
  NstRecord *record = g_object_get_data (G_OBJECT (row), "nst-record");

  nst_record_entry_set_record (self, record);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
}

static void
append_offer (NstRecordEntry *self, NstRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  const char *second = NULL;

  g_object_set (row, "use-markup", FALSE, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nst_record_get_title (record));
  if (g_str_equal (self->kind->name, "person"))
    second = nst_record_get_display (record, "organisation");
  else if (g_str_equal (self->kind->name, "organisation"))
    second = nst_record_get_display (record, "territory");
  if (second != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), second);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "nst-record", g_object_ref (record), g_object_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->offers), row);
}

static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *first = nst_russian_fold (a);
  g_autofree char *second = nst_russian_fold (b);

  return g_str_equal (first, second);
}

/* Finds what fits the text; a record of exactly that name is taken without asking. */
static guint
fill_offers (NstRecordEntry *self, const char *words)
{
  NstStore *store = nst_office_get_store (self->office);
  g_autoptr (NstQuery) query = nst_query_new (self->kind);
  g_autoptr (GArray) ids = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->offers)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->offers), child);
  if (words[0] != '\0')
    nst_query_search (query, words);
  else if (self->first_field != NULL)
    nst_query_where (query, self->first_field, self->first_value);
  nst_query_limit (query, MAX_OFFERS);
  ids = nst_query_run (query, store, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (NstRecord) record =
          nst_store_dup (store, self->kind, g_array_index (ids, gint64, i), NULL);

      if (record == NULL)
        continue;
      append_offer (self, record);
      if (words[0] != '\0' && same_text (words, nst_record_get_title (record)))
        take_record (self, record);
    }
  return ids != NULL ? ids->len : 0;
}

static void
show_offers (NstRecordEntry *self)
{
  g_autofree char *words = NULL;
  guint n;

  if (self->office == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  n = fill_offers (self, words);
  gtk_widget_set_size_request (self->popover, MIN (gtk_widget_get_width (GTK_WIDGET (self)), 460),
                               -1);
  if (n > 0 && self->record == NULL)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
text_changed_cb (NstRecordEntry *self)
{
  if (self->filling)
    return;
  take_record (self, NULL);
  show_offers (self);
  update_mark (self);
}

static gboolean
key_pressed_cb (NstRecordEntry *self, guint key)
{
  gboolean shown = gtk_widget_get_visible (self->popover);
  GtkWidget *first;

  if (key == GDK_KEY_Escape && shown)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return TRUE;
    }
  if (key != GDK_KEY_Down)
    return FALSE;
  if (!shown)
    {
      take_record (self, NULL);
      show_offers (self);
    }
  first = gtk_widget_get_first_child (self->offers);
  if (first != NULL && gtk_widget_get_visible (self->popover))
    gtk_widget_grab_focus (first);
  return first != NULL;
}

static void
focus_left_cb (NstRecordEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->popover))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
nst_record_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORD)
    g_value_set_object (value, NST_RECORD_ENTRY (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_record_entry_dispose (GObject *object)
{
  NstRecordEntry *self = NST_RECORD_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_record_entry_parent_class)->dispose (object);
}

static void
nst_record_entry_finalize (GObject *object)
{
  NstRecordEntry *self = NST_RECORD_ENTRY (object);

  g_free (self->first_field);
  g_free (self->first_value);
  G_OBJECT_CLASS (nst_record_entry_parent_class)->finalize (object);
}

static void
nst_record_entry_class_init (NstRecordEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nst_record_entry_dispose;
  object_class->finalize = nst_record_entry_finalize;
  object_class->get_property = nst_record_entry_get_property;
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, NST_TYPE_RECORD,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
make_popover (NstRecordEntry *self)
{
  self->offers = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->offers), GTK_SELECTION_NONE);
  g_signal_connect_object (self->offers, "row-activated", G_CALLBACK (offer_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->offers);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
nst_record_entry_init (NstRecordEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->mark = gtk_label_new (_ ("new"));
  gtk_widget_add_css_class (self->mark, "dim-label");
  gtk_widget_add_css_class (self->mark, "caption");
  gtk_widget_set_visible (self->mark, FALSE);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->mark);
  make_popover (self);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
nst_record_entry_set_kind (NstRecordEntry *self, NstOffice *office, const char *kind)
{
  g_set_object (&self->office, office);
  self->kind = nst_kinds_find (kind);
}

void
nst_record_entry_set_first (NstRecordEntry *self, const char *field, const char *value)
{
  g_free (self->first_field);
  g_free (self->first_value);
  self->first_field = g_strdup (field);
  self->first_value = g_strdup (value);
}

NstRecord *
nst_record_entry_get_record (NstRecordEntry *self)
{
  return self->record;
}

void
nst_record_entry_set_record (NstRecordEntry *self, NstRecord *record)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self),
                         record != NULL ? nst_record_get_title (record) : "");
  self->filling = FALSE;
  take_record (self, record);
}

char *
nst_record_entry_dup_text (NstRecordEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}
