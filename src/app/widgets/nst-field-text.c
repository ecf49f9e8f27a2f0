/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editor of several lines. */
#include "config.h"

#include "app/widgets/nst-field-editors.h"
#include "app/widgets/nst-text-area.h"

#include <glib/gi18n.h>

static char *
dup_typed (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show (NstFieldBinding *binding, gpointer view)
{
  g_autofree char *shown = nst_field_binding_dup_shown (binding);
  g_autofree char *typed = dup_typed (view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  if (g_strcmp0 (shown, typed) == 0)
    return;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, shown, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
}

static void
save (GtkTextView *view, NstFieldBinding *binding)
{
  g_autofree char *typed = dup_typed (view);
  g_autofree char *shown = nst_field_binding_dup_shown (binding);

  if (g_strcmp0 (typed, shown) != 0 && nst_field_binding_set (binding, typed))
    show (binding, view);
}

static void
focus_left_cb (GtkEventController *controller, gpointer binding)
{
  save (GTK_TEXT_VIEW (gtk_event_controller_get_widget (controller)), binding);
}

static gboolean
key_pressed_cb (GtkEventController *controller, guint keyval, guint code G_GNUC_UNUSED,
                GdkModifierType state, gpointer binding)
{
  GtkWidget *view = gtk_event_controller_get_widget (controller);

  if (keyval == GDK_KEY_Escape)
    show (binding, view);
  else if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
           (state & GDK_CONTROL_MASK) != 0)
    save (GTK_TEXT_VIEW (view), binding);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
pressed_cb (GtkGesture *gesture G_GNUC_UNUSED, int n_press G_GNUC_UNUSED, double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED, gpointer view)
{
  gtk_widget_grab_focus (view);
}

static GtkWidget *
make_view (NstFieldBinding *binding)
{
  const NstField *field = nst_field_binding_get_field (binding);
  GtkWidget *view = nst_text_area_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_hexpand (view, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), binding, 0);
  gtk_widget_add_controller (view, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), binding, 0);
  gtk_widget_add_controller (view, keys);
  g_signal_connect_object (binding, "updated", G_CALLBACK (show), view, 0);
  show (binding, view);
  return view;
}

GtkWidget *
nst_field_text_new (NstFieldBinding *binding)
{
  const NstField *field = nst_field_binding_get_field (binding);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", _ (field->label),
                                 "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ (field->label));
  GtkWidget *view = make_view (binding);
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "field-title");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (box, "field-body");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), view);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), view, 0);
  gtk_widget_add_controller (title, GTK_EVENT_CONTROLLER (press));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}
