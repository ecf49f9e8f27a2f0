/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editors of one line: strings, numbers, schedules and days. */
#include "config.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-editors.h"

#include <glib/gi18n.h>

static void
show (GtkEditable *row, NstFieldBinding *binding)
{
  g_autofree char *shown = nst_field_binding_dup_shown (binding);

  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  if (g_strcmp0 (gtk_editable_get_text (row), shown) != 0)
    gtk_editable_set_text (row, shown);
}

static void
save (GtkEditable *row, NstFieldBinding *binding)
{
  g_autofree char *shown = nst_field_binding_dup_shown (binding);

  if (g_strcmp0 (gtk_editable_get_text (row), shown) == 0)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else if (nst_field_binding_set (binding, gtk_editable_get_text (row)))
    show (row, binding);
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
updated_cb (NstFieldBinding *binding, gpointer row)
{
  show (row, binding);
}

static void
activated_cb (GtkEditable *row, gpointer binding)
{
  save (row, binding);
}

static void
focus_left_cb (GtkEventController *controller, gpointer binding)
{
  save (GTK_EDITABLE (gtk_event_controller_get_widget (controller)), binding);
}

static gboolean
key_pressed_cb (GtkEventController *controller, guint keyval, guint code G_GNUC_UNUSED,
                GdkModifierType state G_GNUC_UNUSED, gpointer binding)
{
  GtkEditable *row = GTK_EDITABLE (gtk_event_controller_get_widget (controller));
  g_autofree char *shown = NULL;

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  shown = nst_field_binding_dup_shown (binding);
  if (g_strcmp0 (gtk_editable_get_text (row), shown) == 0)
    return GDK_EVENT_PROPAGATE;
  show (row, binding);
  gtk_editable_set_position (row, -1);
  return GDK_EVENT_STOP;
}

GtkWidget *
nst_field_entry_new (NstFieldBinding *binding)
{
  const NstField *field = nst_field_binding_get_field (binding);
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEditable *delegate;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  if (field->type == NST_FIELD_TYPE_INT)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_DIGITS);
  delegate = gtk_editable_get_delegate (GTK_EDITABLE (row));
  if (delegate != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (delegate), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (field->label), -1);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (activated_cb), binding, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), binding, 0);
  gtk_widget_add_controller (row, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), binding, 0);
  gtk_widget_add_controller (row, keys);
  g_signal_connect_object (binding, "updated", G_CALLBACK (updated_cb), row, 0);
  show (GTK_EDITABLE (row), binding);
  return row;
}

static void
show_day (NstFieldBinding *binding, gpointer button)
{
  nst_date_button_set_date (button, nst_field_binding_get_text (binding));
}

static void
picked_cb (NstDateButton *button, gpointer binding)
{
  nst_field_binding_set (binding, nst_date_button_get_date (button));
}

GtkWidget *
nst_field_date_new (NstFieldBinding *binding)
{
  GtkWidget *row = nst_field_entry_new (binding);
  GtkWidget *button = nst_date_button_new ();

  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect_object (button, "picked", G_CALLBACK (picked_cb), binding, 0);
  g_signal_connect_object (binding, "updated", G_CALLBACK (show_day), button, 0);
  show_day (binding, button);
  return row;
}
