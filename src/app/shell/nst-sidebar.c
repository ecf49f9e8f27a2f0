/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of sections with what waits in each, and who works here. */
#include "config.h"

#include "app/shell/nst-sidebar.h"

#include "app/shell/nst-sections.h"
#include "app/shell/nst-sidebar-row.h"
#include "app/widgets/nst-initials.h"
#include "app/widgets/nst-ui.h"
#include "text/nst-russian.h"

#include <glib/gi18n.h>

struct _NstSidebar
{
  GtkWidget parent_instance;

  AdwHeaderBar *bar;
  GtkListBox *list;
  GtkWidget *foot;
  AdwAvatar *avatar;
  GtkLabel *name;
  GtkLabel *role;

  NstOffice *office;
  NstRecord *card;
  char *section;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (NstSidebar, nst_sidebar, GTK_TYPE_WIDGET)

static NstSidebarRow *
find_row (NstSidebar *self, const char *section)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (nst_sidebar_row_get_section (NST_SIDEBAR_ROW (row)), section) == 0)
      return NST_SIDEBAR_ROW (row);
  return NULL;
}

/* The list selects every row that Tab comes by: what is open is told again when it goes on. */
static void
left_cb (NstSidebar *self)
{
  NstSidebarRow *row = self->section != NULL ? find_row (self, self->section) : NULL;

  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
row_activated_cb (NstSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, activated_signal, 0, nst_sidebar_row_get_section (NST_SIDEBAR_ROW (row)));
}

/* Surname and initials: the foot is narrow. */
static char *
dup_name (NstSidebar *self)
{
  g_autoptr (NstRecord) person =
      nst_source_dup_ref (NST_SOURCE (nst_office_get_store (self->office)), self->card, "person");

  if (person == NULL)
    return g_strdup (nst_record_get_text (self->card, "name"));
  return nst_russian_list_name (nst_record_get_text (person, "last"),
                                nst_record_get_text (person, "first"),
                                nst_record_get_text (person, "middle"));
}

static const char *
get_role (NstSidebar *self)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (nst_office_get_scheme (self->office), "role");
  const char *code = nst_record_get_text (self->card, "role");
  const NstCatalogueEntry *entry =
      roles == NULL || code == NULL ? NULL : nst_catalogue_find (roles, code);

  if (entry == NULL)
    return code;
  return entry->short_title != NULL ? entry->short_title : entry->title;
}

static void
show_card (NstSidebar *self)
{
  g_autofree char *name = NULL;
  g_autofree char *initials = NULL;
  const char *person;
  const char *role;

  gtk_widget_set_visible (self->foot, self->card != NULL);
  if (self->card == NULL)
    return;
  name = dup_name (self);
  role = get_role (self);
  person = nst_record_get_display (self->card, "person");
  initials = nst_initials_dup_words (person == NULL ? name : person);
  adw_avatar_set_text (self->avatar, initials);
  gtk_label_set_text (self->name, name == NULL ? "" : name);
  gtk_label_set_text (self->role, role == NULL ? "" : role);
  gtk_widget_set_tooltip_text (self->foot, nst_record_get_text (self->card, "name"));
}

static void
nst_sidebar_dispose (GObject *object)
{
  NstSidebar *self = NST_SIDEBAR (object);

  g_clear_object (&self->card);
  g_clear_object (&self->office);
  g_clear_pointer (&self->section, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_SIDEBAR);

  G_OBJECT_CLASS (nst_sidebar_parent_class)->dispose (object);
}

static void
nst_sidebar_class_init (NstSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_sidebar_dispose;

  activated_signal = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "shell/nst-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, NstSidebar, bar);
  gtk_widget_class_bind_template_child (widget_class, NstSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, NstSidebar, foot);
  gtk_widget_class_bind_template_child (widget_class, NstSidebar, avatar);
  gtk_widget_class_bind_template_child (widget_class, NstSidebar, name);
  gtk_widget_class_bind_template_child (widget_class, NstSidebar, role);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nst_sidebar_init (NstSidebar *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), focus);
  for (guint i = 0; i < nst_sections_count (); i++)
    gtk_list_box_append (self->list, nst_sidebar_row_new (nst_sections_get (i), i + 1));
}

/**
 * nst_sidebar_set_office:
 * @self: the sidebar
 * @office: (nullable): whose name stands at the foot
 */
void
nst_sidebar_set_office (NstSidebar *self, NstOffice *office)
{
  g_return_if_fail (NST_IS_SIDEBAR (self));

  if (self->card != NULL)
    g_signal_handlers_disconnect_by_func (self->card, show_card, self);
  g_clear_object (&self->card);
  g_set_object (&self->office, office);
  if (office != NULL)
    self->card = nst_office_dup_card (office);
  if (self->card != NULL)
    g_signal_connect_object (self->card, "notify", G_CALLBACK (show_card), self,
                             G_CONNECT_SWAPPED);
  show_card (self);
}

void
nst_sidebar_select (NstSidebar *self, const char *section)
{
  NstSidebarRow *row;

  g_return_if_fail (NST_IS_SIDEBAR (self));

  row = find_row (self, section);
  if (row == NULL)
    return;
  g_free (self->section);
  self->section = g_strdup (section);
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
nst_sidebar_set_badge (NstSidebar *self, const char *section, guint mine, guint others)
{
  NstSidebarRow *row;

  g_return_if_fail (NST_IS_SIDEBAR (self));

  row = find_row (self, section);
  if (row != NULL)
    nst_sidebar_row_set_badge (row, mine, others);
}

/* A folded sidebar fills the window, so it shows the window's buttons itself. */
void
nst_sidebar_set_folded (NstSidebar *self, gboolean folded)
{
  g_return_if_fail (NST_IS_SIDEBAR (self));

  adw_header_bar_set_show_end_title_buttons (self->bar, folded);
  gtk_list_box_set_selection_mode (self->list,
                                   folded ? GTK_SELECTION_NONE : GTK_SELECTION_BROWSE);
}

/* The keyboard starts at the section that is open. */
void
nst_sidebar_focus (NstSidebar *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (NST_IS_SIDEBAR (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
