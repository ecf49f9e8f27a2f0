/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working group of a team: its people, edited in place. */
#include "config.h"

#include "app/teams/nst-members-box.h"

#include "app/teams/nst-member-add.h"
#include "app/teams/nst-member-row.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-finding-watch.h"
#include "app/widgets/nst-popup.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstMembersBox
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *team;
  NstFindingWatch *watch;
  GPtrArray *rows; /* NstMemberRow, owned by the list */

  GtkLabel *count_label;
  GtkMenuButton *add_button;
  NstMemberAdd *add_popover;
  GtkListBox *list;
  GtkBox *findings;
};

G_DEFINE_FINAL_TYPE (NstMembersBox, nst_members_box, GTK_TYPE_WIDGET)

static void
apply (NstMembersBox *self, NstChange *change)
{
  g_autoptr (GError) error = NULL;

  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
set_role (NstChange *change, NstRecord *member, const char *role, gboolean has)
{
  g_auto (GStrv) roles = nst_record_dup_list (member, "roles");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; roles[i] != NULL; i++)
    if (!g_str_equal (roles[i], role))
      g_strv_builder_add (builder, roles[i]);
  if (has)
    g_strv_builder_add (builder, role);
  changed = g_strv_builder_end (builder);
  text = g_strjoinv ("\n", changed);
  nst_change_set (change, member, "roles", text);
}

/* A working group has one leader: the former one stays a member. */
static void
make_leader (NstMembersBox *self, NstMemberRow *chosen, gboolean leader)
{
  g_autofree char *title =
      g_strdup_printf (leader ? _ ("Make %s the leader") : _ ("%s no longer leads"),
                       nst_record_get_display (nst_member_row_get_member (chosen), "person"));
  g_autoptr (NstChange) change = nst_change_new (title);

  for (guint i = 0; i < self->rows->len; i++)
    {
      NstMemberRow *row = self->rows->pdata[i];

      if (row == chosen || (leader && nst_member_row_has_role (row, "LEADER")))
        set_role (change, nst_member_row_get_member (row), "LEADER", row == chosen && leader);
    }
  apply (self, change);
}

static void
make_contact (NstMembersBox *self, NstMemberRow *row, gboolean contact)
{
  NstRecord *member = nst_member_row_get_member (row);
  g_autofree char *title =
      g_strdup_printf (contact ? _ ("Make %s a contact person") : _ ("%s is no contact person"),
                       nst_record_get_display (member, "person"));
  g_autoptr (NstChange) change = nst_change_new (title);

  set_role (change, member, "CONTACT", contact);
  apply (self, change);
}

static void
remove_member (NstMembersBox *self, NstMemberRow *row)
{
  NstRecord *member = nst_member_row_get_member (row);
  g_autofree char *title =
      g_strdup_printf (_ ("Remove %s from the team"), nst_record_get_display (member, "person"));
  g_autoptr (NstChange) change = nst_change_new (title);

  nst_change_remove (change, member);
  apply (self, change);
}

static NstMembersBox *
get_box (NstMemberRow *row)
{
  return NST_MEMBERS_BOX (gtk_widget_get_ancestor (GTK_WIDGET (row), NST_TYPE_MEMBERS_BOX));
}

static void
leader_toggled_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *state, gpointer row)
{
  make_leader (get_box (row), row, g_variant_get_boolean (state));
}

static void
contact_toggled_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *state, gpointer row)
{
  make_contact (get_box (row), row, g_variant_get_boolean (state));
}

static void
remove_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED, gpointer row)
{
  remove_member (get_box (row), row);
}

static void
add_row_actions (NstMemberRow *row)
{
  static const GActionEntry entries[] = {
    { .name = "leader", .state = "false", .change_state = leader_toggled_cb },
    { .name = "contact", .state = "false", .change_state = contact_toggled_cb },
    { .name = "remove", .activate = remove_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (GTK_WIDGET (row), "member", G_ACTION_GROUP (group));
  g_object_set_data (G_OBJECT (row), "nst-actions", group);
}

static void
update_row (NstMembersBox *self, guint position)
{
  NstMemberRow *row = self->rows->pdata[position];
  GActionMap *actions = g_object_get_data (G_OBJECT (row), "nst-actions");
  static const char *const names[] = { "leader", "contact" };
  static const char *const roles[] = { "LEADER", "CONTACT" };

  nst_member_row_update (row, position, self->rows->len);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, names[i])),
                               g_variant_new_boolean (nst_member_row_has_role (row, roles[i])));
}

static gboolean
same_members (NstMembersBox *self, GPtrArray *members)
{
  if (members->len != self->rows->len)
    return FALSE;
  for (guint i = 0; i < members->len; i++)
    if (nst_member_row_get_member (self->rows->pdata[i]) != members->pdata[i])
      return FALSE;
  return TRUE;
}

static void
fill (NstMembersBox *self)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *count = NULL;

  if (self->team == NULL)
    return;
  members = nst_source_list_of (NST_SOURCE (nst_office_get_store (self->office)), "member",
                                "team", self->team);
  if (!same_members (self, members))
    {
      for (guint i = 0; i < self->rows->len; i++)
        gtk_list_box_remove (self->list, self->rows->pdata[i]);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < members->len; i++)
        {
          GtkWidget *row = nst_member_row_new (self->office, members->pdata[i]);

          add_row_actions (NST_MEMBER_ROW (row));
          gtk_list_box_append (self->list, row);
          g_ptr_array_add (self->rows, row);
        }
    }
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, i);
  count = g_strdup_printf ("%u", members->len);
  gtk_label_set_text (self->count_label, count);
}

/* Findings on people: those on the team itself stand with its fields. */
static void
fill_findings (NstMembersBox *self)
{
  GPtrArray *all = nst_finding_watch_get_all (self->watch);
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      NstFinding *finding = all->pdata[i];

      if (finding->record != self->team)
        g_ptr_array_add (ours, finding);
    }
  nst_finding_list_fill (self->findings, ours, NULL);
}

static void
store_changed_cb (NstMembersBox *self)
{
  fill (self);
}

static void
remove_focused_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, NST_TYPE_MEMBER_ROW) : NULL;

  if (row != NULL && !GTK_IS_EDITABLE (focus))
    remove_member (NST_MEMBERS_BOX (widget), NST_MEMBER_ROW (row));
}

static void
nst_members_box_dispose (GObject *object)
{
  NstMembersBox *self = NST_MEMBERS_BOX (object);

  nst_template_dispose (GTK_WIDGET (self), NST_TYPE_MEMBERS_BOX);
  g_clear_object (&self->watch);
  g_clear_object (&self->team);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_members_box_parent_class)->dispose (object);
}

static void
nst_members_box_finalize (GObject *object)
{
  g_ptr_array_unref (NST_MEMBERS_BOX (object)->rows);
  G_OBJECT_CLASS (nst_members_box_parent_class)->finalize (object);
}

static void
nst_members_box_class_init (NstMembersBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_MEMBER_ADD);
  G_OBJECT_CLASS (klass)->dispose = nst_members_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = nst_members_box_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "teams/nst-members-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NstMembersBox, count_label);
  gtk_widget_class_bind_template_child (widget_class, NstMembersBox, add_button);
  gtk_widget_class_bind_template_child (widget_class, NstMembersBox, add_popover);
  gtk_widget_class_bind_template_child (widget_class, NstMembersBox, list);
  gtk_widget_class_bind_template_child (widget_class, NstMembersBox, findings);
  gtk_widget_class_install_action (widget_class, "members.remove-focused", NULL,
                                   remove_focused_cb);
}

static void
nst_members_box_init (NstMembersBox *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_members_box_set_team (NstMembersBox *self, NstOffice *office, NstRecord *team)
{
  if (g_set_object (&self->office, office) && office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed",
                             G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->team, team);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, fill_findings, self);
  g_clear_object (&self->watch);
  nst_member_add_set_team (self->add_popover, office, team);
  if (team == NULL)
    return;
  self->watch = nst_finding_watch_dup (office, team);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (fill_findings), self,
                           G_CONNECT_SWAPPED);
  fill (self);
  fill_findings (self);
}

void
nst_members_box_add (NstMembersBox *self)
{
  nst_popup_in_view (self->add_button);
}

void
nst_members_box_open (NstMembersBox *self, NstRecord *member, const char *field)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (nst_member_row_get_member (self->rows->pdata[i]) == member)
      nst_member_row_edit (self->rows->pdata[i], field);
}
