/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editors of one choice: a code of a catalogue, yes or no, and what is only shown. */
#include "config.h"

#include "app/widgets/nst-field-editors.h"

#include <glib/gi18n.h>

/* Kept with the row: the codes in the order of the list; NULL stands for "not chosen". */
static GPtrArray *
get_codes (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "codes");
}

static void
add_choice (GtkStringList *titles, GPtrArray *codes, const char *code, const char *title)
{
  g_ptr_array_add (codes, g_strdup (code));
  gtk_string_list_append (titles, title);
}

static guint
find_code (GPtrArray *codes, const char *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (codes, i), code) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
fill (GtkWidget *row, NstFieldBinding *binding)
{
  const NstField *field = nst_field_binding_get_field (binding);
  NstCatalogue *catalogue = nst_field_binding_get_catalogue (binding);
  const char *text = nst_field_binding_get_text (binding);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  if ((field->flags & NST_FIELD_REQUIRED) == 0 && nst_field_binding_get_default (binding) == NULL)
    add_choice (titles, codes, NULL, _ ("Not chosen"));
  for (guint i = 0; catalogue != NULL && i < nst_catalogue_get_size (catalogue); i++)
    {
      const NstCatalogueEntry *entry = nst_catalogue_get_nth (catalogue, i);

      add_choice (titles, codes, entry->code, entry->title);
    }
  if (text != NULL && find_code (codes, text) == GTK_INVALID_LIST_POSITION)
    add_choice (titles, codes, text, text);
  g_object_set_data_full (G_OBJECT (row), "codes", codes, (GDestroyNotify) g_ptr_array_unref);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
}

static void
selected_cb (GtkWidget *row, GParamSpec *pspec G_GNUC_UNUSED, gpointer binding)
{
  GPtrArray *codes = get_codes (row);
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  if (codes != NULL && selected < codes->len)
    nst_field_binding_set (binding, g_ptr_array_index (codes, selected));
}

static void
show (NstFieldBinding *binding, gpointer row)
{
  const char *text = nst_field_binding_get_text (binding);

  if (text == NULL)
    text = nst_field_binding_get_default (binding);
  g_signal_handlers_block_by_func (row, selected_cb, binding);
  fill (row, binding);
  adw_combo_row_set_selected (row, find_code (get_codes (row), text));
  g_signal_handlers_unblock_by_func (row, selected_cb, binding);
}

GtkWidget *
nst_field_combo_new (NstFieldBinding *binding)
{
  GtkWidget *row = adw_combo_row_new ();

  gtk_widget_add_css_class (row, "choice");
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ (nst_field_binding_get_field (binding)->label));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), binding, 0);
  g_signal_connect_object (binding, "updated", G_CALLBACK (show), row, 0);
  show (binding, row);
  return row;
}

static void
active_cb (GtkSwitch *toggle, GParamSpec *pspec G_GNUC_UNUSED, gpointer binding)
{
  nst_field_binding_set (binding, gtk_switch_get_active (toggle) ? "1" : "0");
}

static void
show_switch (NstFieldBinding *binding, gpointer toggle)
{
  g_signal_handlers_block_by_func (toggle, active_cb, binding);
  gtk_switch_set_active (toggle, g_strcmp0 (nst_field_binding_get_text (binding), "1") == 0);
  g_signal_handlers_unblock_by_func (toggle, active_cb, binding);
}

GtkWidget *
nst_field_switch_new (NstFieldBinding *binding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ (nst_field_binding_get_field (binding)->label));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (active_cb), binding, 0);
  g_signal_connect_object (binding, "updated", G_CALLBACK (show_switch), toggle, 0);
  show_switch (binding, toggle);
  return row;
}

static void
show_fact (NstFieldBinding *binding, gpointer row)
{
  g_autofree char *shown = nst_field_binding_dup_shown (binding);
  g_autofree char *escaped = g_markup_escape_text (*shown == '\0' ? "—" : shown, -1);

  adw_action_row_set_subtitle (row, escaped);
}

GtkWidget *
nst_field_fact_new (NstFieldBinding *binding)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "choice");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ (nst_field_binding_get_field (binding)->label));
  g_signal_connect_object (binding, "updated", G_CALLBACK (show_fact), row, 0);
  show_fact (binding, row);
  return row;
}
