/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editor of several codes: tags that can be taken off, and a catalogue to add from. */
#include "config.h"

#include "app/widgets/nst-code-chooser.h"
#include "app/widgets/nst-field-editors.h"
#include "app/widgets/nst-wrap-layout.h"

#include <glib/gi18n.h>

static GStrv
dup_codes (NstFieldBinding *binding)
{
  const char *text = nst_field_binding_get_text (binding);

  return text == NULL ? g_new0 (char *, 1) : g_strsplit (text, "\n", -1);
}

static void
remove_cb (GtkButton *button, gpointer binding)
{
  const char *code = g_object_get_data (G_OBJECT (button), "code");
  g_auto (GStrv) codes = dup_codes (binding);
  GString *left = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (codes[i], code) != 0)
      g_string_append_printf (left, "%s%s", left->len > 0 ? "\n" : "", codes[i]);
  nst_field_binding_set (binding, left->str);
  g_string_free (left, TRUE);
}

static void
chosen_cb (NstCodeChooser *chooser G_GNUC_UNUSED, const char *code, gpointer binding)
{
  const char *text = nst_field_binding_get_text (binding);
  g_auto (GStrv) codes = dup_codes (binding);
  g_autofree char *more = NULL;

  if (g_strv_contains ((const char *const *) codes, code))
    return;
  more = text == NULL ? g_strdup (code) : g_strconcat (text, "\n", code, NULL);
  nst_field_binding_set (binding, more);
}

static GtkWidget *
make_tag (NstFieldBinding *binding, const char *code)
{
  const NstField *field = nst_field_binding_get_field (binding);
  g_autofree char *title =
      nst_scheme_dup_title_of (nst_office_get_scheme (nst_field_binding_get_office (binding)),
                               field->target, code);
  g_autofree char *hint = g_strdup_printf (_ ("Remove “%s”"), title == NULL ? code : title);
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (title == NULL ? code : title);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (tag, "tag");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), binding, 0);
  gtk_box_append (GTK_BOX (tag), label);
  gtk_box_append (GTK_BOX (tag), button);
  return tag;
}

/* The button that adds is the last child and stays. */
static void
show (NstFieldBinding *binding, gpointer data)
{
  GtkWidget *box = data;
  GtkWidget *add = gtk_widget_get_last_child (box);
  GtkWidget *before = NULL;
  GtkWidget *child;
  g_auto (GStrv) codes = dup_codes (binding);

  while ((child = gtk_widget_get_first_child (box)) != add)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      child = make_tag (binding, codes[i]);
      gtk_box_insert_child_after (GTK_BOX (box), child, before);
      before = child;
    }
  nst_code_chooser_set_used (NST_CODE_CHOOSER (
                                 gtk_menu_button_get_popover (GTK_MENU_BUTTON (add))),
                             (const char *const *) codes);
}

static GtkWidget *
make_add_button (NstFieldBinding *binding)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *chooser = nst_code_chooser_new (nst_field_binding_get_catalogue (binding));
  g_autofree char *hint =
      g_strdup_printf (_ ("%s: add"), _ (nst_field_binding_get_field (binding)->label));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), chooser);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "add-tag");
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint,
                                  -1);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), binding, 0);
  return button;
}

GtkWidget *
nst_field_tags_new (NstFieldBinding *binding)
{
  const NstField *field = nst_field_binding_get_field (binding);
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "title", _ (field->label),
                                 "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ (field->label));
  GtkWidget *tags = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "field-title");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_set_layout_manager (tags, nst_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (tags), make_add_button (binding));
  gtk_widget_add_css_class (box, "field-body");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), tags);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_signal_connect_object (binding, "updated", G_CALLBACK (show), tags, 0);
  show (binding, tags);
  return row;
}
