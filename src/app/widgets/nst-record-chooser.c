/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover that finds a record of a kind. */
#include "config.h"

#include "app/widgets/nst-record-chooser.h"

#include "app/widgets/nst-report.h"
#include "store/nst-query.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* As many as one looks through; for more there are letters to type. */
#define LIMIT 30

struct _NstRecordChooser
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *clear;
  GtkWidget *add;

  NstOffice *office;
  const NstKind *kind;
  NstQuery *base;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (NstRecordChooser, nst_record_chooser, GTK_TYPE_POPOVER)

/* A record that a line of text is enough for: its one required field is a text. */
static const NstField *
find_only_text (const NstKind *kind)
{
  const NstField *found = NULL;

  for (const NstField *field = kind->fields; field->name != NULL; field++)
    {
      if ((field->flags & NST_FIELD_REQUIRED) == 0)
        continue;
      if (found != NULL || field->type != NST_FIELD_TYPE_STRING)
        return NULL;
      found = field;
    }
  return found;
}

static GtkWidget *
make_row (NstRecordChooser *self, NstRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  static const char *const hints[] = { "post", "organisation", "group", "date", NULL };

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nst_record_get_title (record));
  for (guint i = 0; hints[i] != NULL; i++)
    {
      const char *hint = nst_kind_find_field (self->kind, hints[i]) == NULL
                             ? NULL
                             : nst_record_get_display (record, hints[i]);

      if (hint == NULL || *hint == '\0' || g_str_equal (hint, nst_record_get_title (record)))
        continue;
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), hint);
      break;
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  return row;
}

static void
show_add (NstRecordChooser *self, const char *words)
{
  g_autofree char *label = g_strdup_printf (_ ("Add “%s”"), words);

  gtk_widget_set_visible (self->add, *words != '\0' && find_only_text (self->kind) != NULL);
  gtk_button_set_label (GTK_BUTTON (self->add), label);
}

static void
fill (NstRecordChooser *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  NstStore *store = nst_office_get_store (self->office);
  g_autoptr (NstQuery) query = nst_query_copy (self->base);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (*words != '\0')
    nst_query_search (query, words);
  nst_query_limit (query, LIMIT);
  ids = nst_query_run (query, store, &error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (NstRecord) record =
          nst_store_dup (store, self->kind, g_array_index (ids, gint64, i), NULL);

      if (record != NULL && !nst_record_get_stale (record))
        gtk_list_box_append (self->list, make_row (self, record));
    }
  show_add (self, words);
}

static void
choose (NstRecordChooser *self, NstRecord *record)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, record);
}

static void
row_activated_cb (NstRecordChooser *self, GtkListBoxRow *row)
{
  g_autoptr (NstRecord) record = g_object_ref (g_object_get_data (G_OBJECT (row), "record"));

  choose (self, record);
}

static void
entry_activated_cb (NstRecordChooser *self)
{
  GtkListBoxRow *row;

  fill (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    row_activated_cb (self, row);
}

static void
clear_cb (NstRecordChooser *self)
{
  choose (self, NULL);
}

/* A person is typed as one line: surname, first name, patronymic. */
static void
set_names (NstRecordChooser *self, NstChange *change, NstRecord *record, const char *words)
{
  const char *const parts[] = { "last", "first", "middle" };
  g_auto (GStrv) names = NULL;

  if (nst_kind_find_field (self->kind, "middle") == NULL)
    {
      nst_change_set (change, record, find_only_text (self->kind)->name, words);
      return;
    }
  names = g_strsplit (words, " ", 3);
  for (guint i = 0; i < G_N_ELEMENTS (parts) && names[i] != NULL; i++)
    if (*names[i] != '\0')
      nst_change_set (change, record, parts[i], names[i]);
}

static void
add_cb (NstRecordChooser *self)
{
  g_autofree char *words =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *title = g_strdup_printf (_ ("Added: %s"), words);
  g_autoptr (NstChange) change = nst_change_new (title);
  g_autoptr (GError) error = NULL;
  NstRecord *record;

  if (*words == '\0')
    return;
  record = nst_change_add (change, self->kind->name, NULL);
  set_names (self, change, record, words);
  if (nst_store_apply (nst_office_get_store (self->office), change, &error))
    choose (self, record);
  else
    nst_report_error (GTK_WIDGET (self), error);
}

static void
shown_cb (NstRecordChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
  gtk_widget_grab_focus (self->entry);
}

static void
nst_record_chooser_finalize (GObject *object)
{
  NstRecordChooser *self = NST_RECORD_CHOOSER (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->base, nst_query_free);

  G_OBJECT_CLASS (nst_record_chooser_parent_class)->finalize (object);
}

static void
nst_record_chooser_class_init (NstRecordChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_record_chooser_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_RECORD);
}

static void
nst_record_chooser_init (NstRecordChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->clear = gtk_button_new_with_label (_ ("None of them"));
  self->add = gtk_button_new ();
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_set_visible (self->clear, FALSE);
  gtk_widget_set_visible (self->add, FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "chooser-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_widget_set_size_request (box, 300, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

GtkWidget *
nst_record_chooser_new (NstOffice *office, const NstKind *kind)
{
  NstRecordChooser *self = g_object_new (NST_TYPE_RECORD_CHOOSER, NULL);

  self->office = g_object_ref (office);
  self->kind = kind;
  self->base = nst_query_new (kind);
  g_object_set (self->entry, "placeholder-text", _ (kind->label), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->label), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->label), -1);
  return GTK_WIDGET (self);
}

void
nst_record_chooser_set_clearable (NstRecordChooser *self, gboolean clearable)
{
  g_return_if_fail (NST_IS_RECORD_CHOOSER (self));

  gtk_widget_set_visible (self->clear, clearable);
}
