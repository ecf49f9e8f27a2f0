/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popover with the entries of a catalogue, and a line for an own wording. */
#include "config.h"

#include "app/widgets/nst-code-chooser.h"

#include <glib/gi18n.h>
#include <string.h>

struct _NstCodeChooser
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkListBox *list;
  NstCatalogue *catalogue;
  GStrv used;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (NstCodeChooser, nst_code_chooser, GTK_TYPE_POPOVER)

static gboolean
is_offered (NstCodeChooser *self, const NstCatalogueEntry *entry, const char *words)
{
  g_autofree char *title = NULL;

  if (self->used != NULL && g_strv_contains ((const char *const *) self->used, entry->code))
    return FALSE;
  if (*words == '\0')
    return TRUE;
  title = g_utf8_casefold (entry->title, -1);
  return strstr (title, words) != NULL;
}

static void
fill (NstCodeChooser *self)
{
  g_autofree char *words =
      g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; self->catalogue != NULL && i < nst_catalogue_get_size (self->catalogue); i++)
    {
      const NstCatalogueEntry *entry = nst_catalogue_get_nth (self->catalogue, i);
      GtkWidget *label;

      if (!is_offered (self, entry, words))
        continue;
      label = gtk_label_new (entry->title);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
      row = gtk_list_box_row_new ();
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      entry->title, -1);
      g_object_set_data_full (G_OBJECT (row), "code", g_strdup (entry->code), g_free);
      gtk_list_box_append (self->list, row);
    }
}

static void
choose (NstCodeChooser *self, const char *code)
{
  g_autofree char *chosen = g_strdup (code);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, chosen);
}

static void
row_activated_cb (NstCodeChooser *self, GtkListBoxRow *row)
{
  choose (self, g_object_get_data (G_OBJECT (row), "code"));
}

/* Enter takes an own wording where the regulation leaves the list open, else what is found. */
static void
entry_activated_cb (NstCodeChooser *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
  else if (*typed != '\0' && (self->catalogue == NULL || nst_catalogue_is_open (self->catalogue)))
    choose (self, typed);
}

static void
shown_cb (NstCodeChooser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
  gtk_widget_grab_focus (self->entry);
}

static void
nst_code_chooser_finalize (GObject *object)
{
  NstCodeChooser *self = NST_CODE_CHOOSER (object);

  g_clear_object (&self->catalogue);
  g_strfreev (self->used);

  G_OBJECT_CLASS (nst_code_chooser_parent_class)->finalize (object);
}

static void
nst_code_chooser_class_init (NstCodeChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_code_chooser_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nst_code_chooser_init (NstCodeChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "chooser-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Catalogue"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  /* The arrow down leads from the entry to the first row, not to the frame around the rows. */
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_widget_set_size_request (box, 260, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

/**
 * nst_code_chooser_new:
 * @catalogue: (nullable): without one every wording is one's own
 */
GtkWidget *
nst_code_chooser_new (NstCatalogue *catalogue)
{
  NstCodeChooser *self = g_object_new (NST_TYPE_CODE_CHOOSER, NULL);
  const gboolean open = catalogue == NULL || nst_catalogue_is_open (catalogue);
  const char *hint = open ? _ ("Find, or type your own wording") : _ ("Find");

  g_set_object (&self->catalogue, catalogue);
  g_object_set (self->entry, "placeholder-text", hint, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hint, -1);
  return GTK_WIDGET (self);
}

void
nst_code_chooser_set_used (NstCodeChooser *self, const char *const *codes)
{
  g_return_if_fail (NST_IS_CODE_CHOOSER (self));

  g_strfreev (self->used);
  self->used = g_strdupv ((GStrv) codes);
}
