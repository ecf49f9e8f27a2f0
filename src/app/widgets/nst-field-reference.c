/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editor of a reference: another record, chosen by search. */
#include "config.h"

#include "app/widgets/nst-field-editors.h"
#include "app/widgets/nst-record-chooser.h"

#include <glib/gi18n.h>

static void
show (NstFieldBinding *binding, gpointer row)
{
  g_autofree char *shown = nst_field_binding_dup_shown (binding);
  g_autofree char *escaped = g_markup_escape_text (*shown == '\0' ? _ ("Not chosen") : shown, -1);

  adw_action_row_set_subtitle (row, escaped);
}

static void
chosen_cb (NstRecordChooser *chooser G_GNUC_UNUSED, NstRecord *record, gpointer binding)
{
  g_autofree char *id = NULL;

  if (record != NULL)
    id = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (record));
  nst_field_binding_set (binding, id);
}

static void
activated_cb (GtkMenuButton *button)
{
  gtk_menu_button_popup (button);
}

GtkWidget *
nst_field_reference_new (NstFieldBinding *binding)
{
  const NstField *field = nst_field_binding_get_field (binding);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *chooser = nst_record_chooser_new (nst_field_binding_get_office (binding),
                                               nst_kinds_find (field->target));
  g_autofree char *hint = g_strdup_printf (_ ("%s: choose"), _ (field->label));

  nst_record_chooser_set_clearable (NST_RECORD_CHOOSER (chooser),
                                    (field->flags & NST_FIELD_REQUIRED) == 0);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint,
                                  -1);
  gtk_widget_add_css_class (row, "choice");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), button,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), binding, 0);
  g_signal_connect_object (binding, "updated", G_CALLBACK (show), row, 0);
  show (binding, row);
  return row;
}
