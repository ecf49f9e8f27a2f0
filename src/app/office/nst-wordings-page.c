/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the office words its papers: forms, their places, the paper beside. */
#include "config.h"

#include "app/office/nst-wordings-page.h"

#include "app/office/nst-wording-editor.h"
#include "app/office/nst-wording-rows.h"
#include "app/widgets/nst-page-area.h"
#include "app/widgets/nst-pane.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"
#include "documents/nst-documents.h"
#include "documents/nst-wordings.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* The paper follows when nobody has typed for so long, ms. */
#define PAUSE 40

struct _NstWordingsPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  NstSectionHeader *header;
  GtkWidget *preview_button;
  AdwLeaflet *leaflet;
  GtkListBox *forms;
  GtkLabel *form_title;
  GtkLabel *form_summary;
  GtkWidget *restore_button;
  GtkListBox *places;
  NstWordingEditor *editor;
  GtkLabel *example_label;
  NstPageArea *area;

  NstOffice *office;
  NstRecord *example;
  char *code;
  char *node;
  guint shown; /* page that the preview was last turned to */
  guint preview_id;
  guint idle;
  gboolean filling;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstWordingsPage, nst_wordings_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static NstWordingForm *
read_form (NstWordingsPage *self, const char *code)
{
  return nst_wordings_read (self->office, nst_office_get_scheme (self->office), code);
}

static void
turn_to (NstWordingsPage *self, guint page)
{
  if (page == G_MAXUINT || page == self->shown)
    return;
  nst_page_area_set_page (self->area, page);
  self->shown = page;
}

/* Words that cannot be printed leave the paper as it was; the editor says why. */
static void
show_preview (NstWordingsPage *self)
{
  g_autofree char *text = nst_wording_editor_dup_text (self->editor);
  g_autoptr (NstPages) pages = NULL;
  guint page = G_MAXUINT;

  if (self->example == NULL || self->code == NULL)
    {
      nst_page_area_clear (self->area);
      return;
    }
  pages = nst_wordings_preview (self->office, self->example, self->code, self->node, text, &page,
                                NULL);
  if (pages == NULL)
    return;
  nst_page_area_set_pages (self->area, pages);
  turn_to (self, page);
}

static gboolean
preview_cb (gpointer data)
{
  NstWordingsPage *self = data;

  self->preview_id = 0;
  if (self->office != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_preview (self);
  return G_SOURCE_REMOVE;
}

static void
queue_preview (NstWordingsPage *self)
{
  g_clear_handle_id (&self->preview_id, g_source_remove);
  self->preview_id = g_timeout_add (PAUSE, preview_cb, self);
}

static GtkWidget *
find_row (GtkListBox *list, const char *(*get_name) (GtkWidget *), const char *name)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);

      if (row == NULL || g_strcmp0 (get_name (GTK_WIDGET (row)), name) == 0)
        return row != NULL ? GTK_WIDGET (row) : NULL;
    }
}

/* The rows stay as long as the places do: whoever goes through them is not thrown back. */
static void
fill_places (NstWordingsPage *self, const NstWordingForm *form)
{
  NstScheme *scheme = nst_office_get_scheme (self->office);
  GtkListBoxRow *row;
  guint i = 0;

  self->filling = TRUE;
  for (; i < form->places->len; i++)
    {
      const NstWordingPlace *place = g_ptr_array_index (form->places, i);

      row = gtk_list_box_get_row_at_index (self->places, (int) i);
      if (row != NULL && strcmp (nst_wording_row_get_node (GTK_WIDGET (row)), place->node) != 0)
        while ((row = gtk_list_box_get_row_at_index (self->places, (int) i)) != NULL)
          gtk_list_box_remove (self->places, GTK_WIDGET (row));
      if (row == NULL)
        {
          GtkWidget *fresh = nst_wording_row_new (place->node);

          gtk_list_box_append (self->places, fresh);
          row = GTK_LIST_BOX_ROW (fresh);
        }
      nst_wording_row_update (GTK_WIDGET (row), scheme, form, place);
    }
  while ((row = gtk_list_box_get_row_at_index (self->places, (int) i)) != NULL)
    gtk_list_box_remove (self->places, GTK_WIDGET (row));
  self->filling = FALSE;
}

static void
show_form (NstWordingsPage *self)
{
  g_autoptr (NstWordingForm) form = self->code != NULL ? read_form (self, self->code) : NULL;
  g_autofree char *summary = form != NULL ? nst_wording_dup_summary (form) : NULL;
  GtkWidget *row;

  if (form == NULL)
    return;
  gtk_label_set_label (self->form_summary, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wordings.restore",
                                 nst_wording_count_changed (form) > 0);
  fill_places (self, form);
  row = find_row (self->places, nst_wording_row_get_node, self->node);
  if (row == NULL)
    row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->places, 0));
  gtk_list_box_select_row (self->places, GTK_LIST_BOX_ROW (row));
}

static void
show_example (NstWordingsPage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_clear_object (&self->example);
  self->example = nst_wordings_find_example (self->office, self->code);
  if (self->example != NULL)
    {
      title = nst_steps_dup_title (nst_office_get_scheme_of (self->office, self->example),
                                   self->example);
      words = g_strdup_printf (_ ("Shown with: %s %s"),
                               g_dgettext (GETTEXT_PACKAGE,
                                           nst_record_get_kind (self->example)->label),
                               title);
    }
  else
    words = g_strdup (_ ("Nothing in the base can be printed by this form yet, so there is no "
                         "paper to show."));
  gtk_label_set_label (self->example_label, words);
}

static void
place_selected_cb (NstWordingsPage *self, GtkListBoxRow *row)
{
  const char *node = row != NULL ? nst_wording_row_get_node (GTK_WIDGET (row)) : NULL;

  if (self->filling || node == NULL || g_strcmp0 (node, self->node) == 0)
    return;
  nst_wording_editor_save (self->editor);
  g_free (self->node);
  self->node = g_strdup (node);
  self->shown = G_MAXUINT;
  nst_wording_editor_show (self->editor, self->office, self->code, self->node);
  queue_preview (self);
}

static void
place_activated_cb (NstWordingsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
form_selected_cb (NstWordingsPage *self, GtkListBoxRow *row)
{
  const char *code = row != NULL ? nst_wording_form_row_get_code (GTK_WIDGET (row)) : NULL;
  GtkListBoxRow *first;

  if (self->filling || code == NULL || g_strcmp0 (code, self->code) == 0)
    return;
  nst_wording_editor_save (self->editor);
  g_free (self->code);
  self->code = g_strdup (code);
  g_clear_pointer (&self->node, g_free);
  gtk_label_set_label (self->form_title, g_object_get_data (G_OBJECT (row), "nst-title"));
  while ((first = gtk_list_box_get_row_at_index (self->places, 0)) != NULL)
    gtk_list_box_remove (self->places, GTK_WIDGET (first));
  show_example (self);
  show_form (self);
}

static void
form_activated_cb (NstWordingsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->places);

  adw_leaflet_set_visible_child_name (self->leaflet, "places");
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
editor_left_cb (NstWordingsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->places);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
update_forms (NstWordingsPage *self)
{
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->forms, i);
      g_autoptr (NstWordingForm) form = NULL;

      if (row == NULL)
        return;
      form = read_form (self, nst_wording_form_row_get_code (GTK_WIDGET (row)));
      if (form != NULL)
        nst_wording_form_row_update (GTK_WIDGET (row), form);
    }
}

static void
fill_forms (NstWordingsPage *self)
{
  g_autoptr (GPtrArray) forms = nst_documents_list_forms (self->office, NULL);
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->forms, 0)) != NULL)
    gtk_list_box_remove (self->forms, GTK_WIDGET (row));
  for (guint i = 0; i < forms->len; i++)
    gtk_list_box_append (self->forms, nst_wording_form_row_new (g_ptr_array_index (forms, i)));
  self->filling = FALSE;
  update_forms (self);
}

static gboolean
idle_cb (gpointer data)
{
  NstWordingsPage *self = data;

  self->idle = 0;
  if (self->office == NULL)
    return G_SOURCE_REMOVE;
  update_forms (self);
  show_form (self);
  queue_preview (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (NstWordingsPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstWordingsPage *self = NST_WORDINGS_PAGE (section);

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), store_changed_cb,
                                          self);
  nst_wording_editor_show (self->editor, NULL, NULL, NULL);
  g_set_object (&self->office, office);
  g_clear_object (&self->example);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->node, g_free);
  if (office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed",
                             G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
open_wordings (NstSection *section, NstRecord *record G_GNUC_UNUSED,
               const char *field G_GNUC_UNUSED)
{
  NstWordingsPage *self = NST_WORDINGS_PAGE (section);
  g_autofree char *code = g_steal_pointer (&self->code);
  GtkWidget *row;

  g_clear_pointer (&self->node, g_free);
  fill_forms (self);
  row = find_row (self->forms, nst_wording_form_row_get_code, code);
  if (row == NULL)
    row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->forms, 0));
  adw_leaflet_set_visible_child_name (self->leaflet, "forms");
  gtk_list_box_select_row (self->forms, GTK_LIST_BOX_ROW (row));
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_wordings;
}

static void
folded_cb (NstWordingsPage *self)
{
  const char *shown = adw_leaflet_get_visible_child_name (self->leaflet);

  gtk_widget_set_visible (self->preview_button, adw_leaflet_get_folded (self->leaflet) &&
                                                    g_strcmp0 (shown, "places") == 0);
}

static void
back_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  NstWordingsPage *self = NST_WORDINGS_PAGE (widget);

  if (adw_leaflet_get_folded (self->leaflet) &&
      adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK))
    return;
  nst_wording_editor_save (self->editor);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
preview_shown_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  adw_leaflet_set_visible_child_name (NST_WORDINGS_PAGE (widget)->leaflet, "preview");
}

static void
restore_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  NstWordingsPage *self = NST_WORDINGS_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (self->code != NULL && !nst_wordings_restore (self->office, self->code, NULL, &error))
    nst_report_error (widget, error);
}

static gboolean
nst_wordings_page_grab_focus (GtkWidget *widget)
{
  NstWordingsPage *self = NST_WORDINGS_PAGE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->forms);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->forms));
}

static void
nst_wordings_page_dispose (GObject *object)
{
  NstWordingsPage *self = NST_WORDINGS_PAGE (object);

  self->filling = TRUE;
  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_WORDINGS_PAGE);
  g_clear_object (&self->office);
  g_clear_object (&self->example);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->node, g_free);

  G_OBJECT_CLASS (nst_wordings_page_parent_class)->dispose (object);
}

static void
nst_wordings_page_class_init (NstWordingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_wordings_page_dispose;
  widget_class->grab_focus = nst_wordings_page_grab_focus;
  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_PANE);
  g_type_ensure (NST_TYPE_PAGE_AREA);
  g_type_ensure (NST_TYPE_WORDING_EDITOR);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "office/nst-wordings-page.ui");
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, NstWordingsPage, name)
  BIND (content);
  BIND (header);
  BIND (preview_button);
  BIND (leaflet);
  BIND (forms);
  BIND (form_title);
  BIND (form_summary);
  BIND (restore_button);
  BIND (places);
  BIND (editor);
  BIND (example_label);
  BIND (area);
#undef BIND
  gtk_widget_class_install_action (widget_class, "wordings.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "wordings.preview", NULL, preview_shown_cb);
  gtk_widget_class_install_action (widget_class, "wordings.restore", NULL, restore_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "wordings.back", NULL);
}

static void
nst_wordings_page_init (NstWordingsPage *self)
{
  const GConnectFlags swapped = G_CONNECT_SWAPPED;

  self->shown = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->forms, "row-selected", G_CALLBACK (form_selected_cb), self,
                           swapped);
  g_signal_connect_object (self->forms, "row-activated", G_CALLBACK (form_activated_cb), self,
                           swapped);
  g_signal_connect_object (self->places, "row-selected", G_CALLBACK (place_selected_cb), self,
                           swapped);
  g_signal_connect_object (self->places, "row-activated", G_CALLBACK (place_activated_cb), self,
                           swapped);
  g_signal_connect_object (self->editor, "typed", G_CALLBACK (queue_preview), self, swapped);
  g_signal_connect_object (self->editor, "left", G_CALLBACK (editor_left_cb), self, swapped);
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (folded_cb), self,
                           swapped);
  g_signal_connect_object (self->leaflet, "notify::visible-child", G_CALLBACK (folded_cb), self,
                           swapped);
}
