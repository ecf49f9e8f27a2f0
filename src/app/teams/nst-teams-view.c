/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of teams: registry and card. */
#include "config.h"

#include "app/teams/nst-teams-view.h"

#include "app/teams/nst-team-detail.h"
#include "app/teams/nst-team-new.h"
#include "app/teams/nst-teams-list.h"
#include "app/widgets/nst-pane.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _NstTeamsView
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *territory; /* whose register was asked for last */
  guint update_source;

  NstSectionHeader *header;
  GtkWidget *back_button;
  GtkWidget *new_button;
  GtkWidget *print_all_button;
  GtkWidget *new_label;
  AdwLeaflet *leaflet;
  NstTeamsList *list;
  GtkWidget *detail_pane;
  GtkStack *stack;
  NstTeamDetail *detail;
  NstTeamNew *new_form;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstTeamsView, nst_teams_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static void
update_back (NstTeamsView *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean inside = g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "detail") == 0;

  gtk_widget_set_visible (self->back_button, inside && folded);
  gtk_widget_set_visible (self->new_button, !(inside && folded));
  gtk_widget_set_visible (self->new_label, !folded);
  gtk_widget_set_visible (self->print_all_button, !folded);
  /* At 360 px there is room for the way back or for the sections, not for both. */
  g_object_set (self->header, "show-sidebar-button", !(inside && folded), NULL);
}

static gboolean
update_cb (gpointer data)
{
  NstTeamsView *self = data;

  self->update_source = 0;
  update_back (self);
  return G_SOURCE_REMOVE;
}

/* The leaflet folds while it is given its size; then is no time to change the header. */
static void
folded_cb (NstTeamsView *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

/* A list in which nothing can be chosen says so itself: no empty pane beside it. */
static void
show_page (NstTeamsView *self, const char *page)
{
  gboolean none = g_str_equal (page, "none");

  if (none)
    adw_leaflet_set_visible_child_name (self->leaflet, "list");
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->detail_pane, !none);
}

static void
show_team (NstTeamsView *self, NstRecord *team)
{
  nst_team_detail_set_team (self->detail, self->office, team);
  show_page (self, team != NULL ? "team" : "none");
}

static void
selected_cb (NstTeamsView *self, NstRecord *team)
{
  show_team (self, team);
}

static void
activated_cb (NstTeamsView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
go_back (NstTeamsView *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  nst_teams_list_focus (self->list);
}

static void
created_cb (NstTeamsView *self, NstRecord *team)
{
  nst_teams_list_select (self->list, nst_record_get_id (team));
  show_team (self, nst_teams_list_get_selected (self->list));
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  nst_team_detail_edit (self->detail, nst_teams_list_get_selected (self->list), "directions");
}

static void
cancelled_cb (NstTeamsView *self)
{
  show_team (self, nst_teams_list_get_selected (self->list));
  go_back (self);
}

static void
new_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  NstTeamsView *self = NST_TEAMS_VIEW (widget);

  if (self->office == NULL)
    return;
  show_page (self, "new");
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  nst_team_new_start (self->new_form, self->office);
}

static void
back_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  go_back (NST_TEAMS_VIEW (widget));
}

static void
add_member_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  NstTeamsView *self = NST_TEAMS_VIEW (widget);

  if (nst_teams_list_get_selected (self->list) == NULL)
    return;
  show_page (self, "team");
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  nst_team_detail_add_member (self->detail);
}

static void
edit_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED)
{
  NstTeamsView *self = NST_TEAMS_VIEW (widget);
  NstRecord *team = nst_teams_list_get_selected (self->list);

  if (team == NULL)
    return;
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  nst_team_detail_edit (self->detail, team, "directions");
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
  NstTeamsView *self = NST_TEAMS_VIEW (section);
  g_autoptr (NstRecord) card = office != NULL ? nst_office_dup_card (office) : NULL;

  g_set_object (&self->office, office);
  show_team (self, NULL);
  nst_section_header_set_subtitle (self->header, card != NULL ? nst_record_get_title (card) : "");
  nst_teams_list_set_office (self->list, office);
}

/* The team that a record belongs to: itself, a member's, or the organisation's first. */
static NstRecord *
dup_team_of (NstTeamsView *self, NstRecord *record)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  const char *kind = nst_record_get_kind (record)->name;
  g_autoptr (GPtrArray) found = NULL;

  if (g_str_equal (kind, "team"))
    return g_object_ref (record);
  if (g_str_equal (kind, "member"))
    return nst_source_dup_ref (source, record, "team");
  if (g_str_equal (kind, "organisation"))
    found = nst_source_list_of (source, "team", "organisation", record);
  else if (g_str_equal (kind, "person"))
    {
      g_autoptr (GPtrArray) members = nst_source_list_of (source, "member", "person", record);

      return members->len > 0 ? nst_source_dup_ref (source, members->pdata[0], "team") : NULL;
    }
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

static void
open_record (NstSection *section, NstRecord *record, const char *field)
{
  NstTeamsView *self = NST_TEAMS_VIEW (section);
  g_autoptr (NstRecord) team = NULL;
  g_autoptr (NstRecord) part = NULL;

  if (self->office == NULL)
    return;
  team = dup_team_of (self, record);
  if (team == NULL)
    return;
  nst_teams_list_select (self->list, nst_record_get_id (team));
  show_team (self, team);
  adw_leaflet_set_visible_child_name (self->leaflet, "detail");
  if (g_str_equal (nst_record_get_kind (record)->name, "person"))
    {
      g_autoptr (GPtrArray) members =
          nst_source_list_of (NST_SOURCE (nst_office_get_store (self->office)), "member",
                              "person", record);

      part = g_object_ref (members->pdata[0]);
    }
  else
    {
      part = g_object_ref (record);
    }
  nst_team_detail_edit (self->detail, part, field);
}

static void
focus_search (NstSection *section)
{
  NstTeamsView *self = NST_TEAMS_VIEW (section);

  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  nst_teams_list_focus_search (self->list);
}

/* A team has no paper of its own: it stands in the register of its territory. */
static NstRecord *
get_record (NstSection *section)
{
  NstTeamsView *self = NST_TEAMS_VIEW (section);
  NstRecord *team = nst_teams_list_get_selected (self->list);
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autoptr (NstRecord) organisation = NULL;

  if (team == NULL)
    return NULL;
  organisation = nst_source_dup_ref (source, team, "organisation");
  g_clear_object (&self->territory);
  if (organisation != NULL)
    self->territory = nst_source_dup_ref (source, organisation, "territory");
  return self->territory;
}

static GListModel *
get_shown (NstSection *section, const char **kind)
{
  *kind = "territory";
  return nst_teams_list_get_shown (NST_TEAMS_VIEW (section)->list);
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
nst_teams_view_dispose (GObject *object)
{
  NstTeamsView *self = NST_TEAMS_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_TEAMS_VIEW);
  g_clear_object (&self->office);
  g_clear_object (&self->territory);
  G_OBJECT_CLASS (nst_teams_view_parent_class)->dispose (object);
}

static void
nst_teams_view_class_init (NstTeamsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_PANE);
  g_type_ensure (NST_TYPE_TEAMS_LIST);
  g_type_ensure (NST_TYPE_TEAM_DETAIL);
  g_type_ensure (NST_TYPE_TEAM_NEW);
  G_OBJECT_CLASS (klass)->dispose = nst_teams_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "teams/nst-teams-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, header);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, back_button);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, new_button);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, print_all_button);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, new_label);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, list);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, stack);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, detail);
  gtk_widget_class_bind_template_child (widget_class, NstTeamsView, new_form);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, created_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancelled_cb);
  gtk_widget_class_install_action (widget_class, "teams.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "teams.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "teams.add-member", NULL, add_member_cb);
  gtk_widget_class_install_action (widget_class, "teams.edit", NULL, edit_cb);
}

static void
nst_teams_view_init (NstTeamsView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  folded_cb (self);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Control>n", "teams.new");
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "Insert", "teams.add-member");
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "F2", "teams.edit");
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Alt>Left", "teams.back");
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
