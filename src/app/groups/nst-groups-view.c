/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of groups: list, card, and the assistant that forms one. */
#include "config.h"

#include "app/groups/nst-groups-view.h"

#include "app/groups/nst-group-assistant.h"
#include "app/groups/nst-group-detail.h"
#include "app/groups/nst-groups-list.h"
#include "app/widgets/nst-pane.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _NstGroupsView
{
  GtkWidget parent_instance;

  NstOffice *office;
  guint update_source;
  char *subtitle;

  NstSectionHeader *header;
  GtkWidget *back_button;
  GtkWidget *cancel_button;
  GtkWidget *new_button;
  GtkWidget *print_all_button;
  GtkStack *stack;
  GtkWidget *new_label;
  AdwLeaflet *leaflet;
  NstGroupsList *list;
  GtkWidget *detail_pane;
  GtkStack *detail_stack;
  NstGroupDetail *detail;
  NstGroupAssistant *assistant;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstGroupsView, nst_groups_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static gboolean
is_forming (NstGroupsView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "assistant") == 0;
}

static void
update_header (NstGroupsView *self)
{
  gboolean forming = is_forming (self);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean inside = g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "detail") == 0;
  gboolean back = !forming && inside && folded;

  gtk_widget_set_visible (self->back_button, back);
  gtk_widget_set_visible (self->cancel_button, forming);
  gtk_widget_set_visible (self->new_button, !forming && !back);
  /* At 360 px there is room for the way back or for the sections, not for both. */
  g_object_set (self->header, "show-undo", !forming, "show-sidebar-button", !forming && !back,
                NULL);
  nst_section_header_set_title (self->header, forming ? _ ("New group") : _ ("Groups"));
  if (!forming)
    nst_section_header_set_subtitle (self->header, self->subtitle);
  gtk_widget_set_visible (self->new_label, !folded);
  gtk_widget_set_visible (self->print_all_button, !forming && !folded);
}

static gboolean
update_cb (gpointer data)
{
  NstGroupsView *self = data;

  self->update_source = 0;
  update_header (self);
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while it is given its size; then is no time to change the header. */
static void
folded_cb (NstGroupsView *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

/* A list in which nothing can be chosen says so itself: no empty pane beside it. */
static void
show_group (NstGroupsView *self, NstRecord *group)
{
  nst_group_detail_set_group (self->detail, self->office, group);
  if (group == NULL)
    adw_leaflet_set_visible_child_name (self->leaflet, "list");
  gtk_stack_set_visible_child_name (self->detail_stack, group != NULL ? "group" : "none");
  gtk_widget_set_visible (self->detail_pane, group != NULL);
}

static void
selected_cb (NstGroupsView *self, NstRecord *group)
{
  show_group (self, group);
}

static void
activated_cb (NstGroupsView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
browse (NstGroupsView *self)
{
  gtk_stack_set_visible_child_name (self->stack, "browse");
  update_header (self);
}

static void
formed_cb (NstGroupsView *self, NstRecord *group)
{
  browse (self);
  nst_groups_list_select (self->list, nst_record_get_id (group));
  show_group (self, group);
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
}

static void
stepped_cb (NstGroupsView *self, guint step, guint count)
{
  g_autofree char *text = g_strdup_printf (_ ("Step %u of %u"), step + 1, count);

  nst_section_header_set_subtitle (self->header, text);
}

static void
left_cb (NstGroupsView *self)
{
  browse (self);
  nst_groups_list_focus (self->list);
}

static void
start_assistant (NstGroupsView *self, NstRecord *team)
{
  if (self->office == NULL || (is_forming (self) && team == NULL))
    return;
  gtk_stack_set_visible_child_name (self->stack, "assistant");
  update_header (self);
  nst_group_assistant_start (self->assistant, team);
}

static void
new_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  start_assistant (NST_GROUPS_VIEW (widget), NULL);
}

static void
leave_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  nst_group_assistant_leave (NST_GROUPS_VIEW (widget)->assistant);
}

static void
back_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  NstGroupsView *self = NST_GROUPS_VIEW (widget);

  if (is_forming (self))
    return;
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  nst_groups_list_focus (self->list);
}

static void
add_participant_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                    GVariant *parameter G_GNUC_UNUSED)
{
  NstGroupsView *self = NST_GROUPS_VIEW (widget);

  if (is_forming (self) || nst_groups_list_get_selected (self->list) == NULL)
    return;
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  nst_group_detail_add_participant (self->detail);
}

static void
edit_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  NstGroupsView *self = NST_GROUPS_VIEW (widget);
  NstRecord *group = nst_groups_list_get_selected (self->list);

  if (is_forming (self) || group == NULL)
    return;
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  nst_group_detail_edit (self->detail, group, "coordinator");
}

/* Keys of the section work wherever the focus is, but only while the section is shown. */
static gboolean
key_cb (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer action)
{
  if (!nst_section_is_shown (NST_SECTION (widget)))
    return FALSE;
  return gtk_widget_activate_action_variant (widget, action, NULL);
}

static void
add_key (GtkShortcutController *keys, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                              gtk_callback_action_new (key_cb, (gpointer) action, NULL)));
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstGroupsView *self = NST_GROUPS_VIEW (section);
  g_autoptr (NstRecord) card = office != NULL ? nst_office_dup_card (office) : NULL;

  g_set_object (&self->office, office);
  g_free (self->subtitle);
  self->subtitle = g_strdup (card != NULL ? nst_record_get_title (card) : "");
  browse (self);
  show_group (self, NULL);
  nst_group_assistant_set_office (self->assistant, office);
  nst_groups_list_set_office (self->list, office);
}

static NstRecord *
dup_group_of (NstGroupsView *self, NstRecord *record)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));

  if (g_str_equal (nst_record_get_kind (record)->name, "group"))
    return g_object_ref (record);
  if (nst_kind_find_field (nst_record_get_kind (record), "group") == NULL)
    return NULL;
  return nst_source_dup_ref (source, record, "group");
}

/* A team opened here is one that a group is to be formed for. */
static void
open_record (NstSection *section, NstRecord *record, const char *field)
{
  NstGroupsView *self = NST_GROUPS_VIEW (section);
  g_autoptr (NstRecord) group = NULL;

  if (self->office == NULL)
    return;
  if (g_str_equal (nst_record_get_kind (record)->name, "team"))
    {
      start_assistant (self, record);
      return;
    }
  group = dup_group_of (self, record);
  if (group == NULL)
    return;
  browse (self);
  nst_groups_list_select (self->list, nst_record_get_id (group));
  show_group (self, group);
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  nst_group_detail_edit (self->detail, record, field);
}

static void
focus_search (NstSection *section)
{
  NstGroupsView *self = NST_GROUPS_VIEW (section);

  if (is_forming (self))
    return;
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  nst_groups_list_focus_search (self->list);
}

static NstRecord *
get_record (NstSection *section)
{
  NstGroupsView *self = NST_GROUPS_VIEW (section);

  return is_forming (self) ? NULL : nst_groups_list_get_selected (self->list);
}

static GListModel *
get_shown (NstSection *section, const char **kind)
{
  *kind = "group";
  return nst_groups_list_get_shown (NST_GROUPS_VIEW (section)->list);
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_record;
  iface->focus_search = focus_search;
  iface->get_record = get_record;
  iface->get_shown = get_shown;
}

static void
nst_groups_view_dispose (GObject *object)
{
  NstGroupsView *self = NST_GROUPS_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_GROUPS_VIEW);
  g_clear_object (&self->office);
  g_clear_pointer (&self->subtitle, g_free);
  G_OBJECT_CLASS (nst_groups_view_parent_class)->dispose (object);
}

static void
nst_groups_view_class_init (NstGroupsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_PANE);
  g_type_ensure (NST_TYPE_GROUPS_LIST);
  g_type_ensure (NST_TYPE_GROUP_DETAIL);
  g_type_ensure (NST_TYPE_GROUP_ASSISTANT);
  G_OBJECT_CLASS (klass)->dispose = nst_groups_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "groups/nst-groups-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, header);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, back_button);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, new_button);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, print_all_button);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, stack);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, new_label);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, list);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, detail);
  gtk_widget_class_bind_template_child (widget_class, NstGroupsView, assistant);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, formed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stepped_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_install_action (widget_class, "groups.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "groups.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "groups.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "groups.add-participant", NULL,
                                   add_participant_cb);
  gtk_widget_class_install_action (widget_class, "groups.edit", NULL, edit_cb);
}

static void
nst_groups_view_init (NstGroupsView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Control>n", "groups.new");
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "Insert", "groups.add-participant");
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "F2", "groups.edit");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
