/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds a person to a working group: somebody known, or somebody typed anew. */
#include "config.h"

#include "app/teams/nst-member-add.h"

#include "app/widgets/nst-person-name.h"
#include "app/widgets/nst-record-entry.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "model/nst-rank.h"

#include <glib/gi18n-lib.h>

struct _NstMemberAdd
{
  GtkPopover parent_instance;

  NstOffice *office;
  NstRecord *team;

  NstRecordEntry *person_entry;
  AdwEntryRow *function_entry;
  AdwEntryRow *phone_entry;
  AdwActionRow *leader_row;
  GtkSwitch *leader_switch;
  GtkSwitch *contact_switch;
  GtkButton *add_button;
};

G_DEFINE_FINAL_TYPE (NstMemberAdd, nst_member_add, GTK_TYPE_POPOVER)

static void
update_button (NstMemberAdd *self)
{
  g_autofree char *text = nst_record_entry_dup_text (self->person_entry);

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), text != NULL);
}

/* What the base knows of a person is not asked again. */
static void
person_picked_cb (NstMemberAdd *self)
{
  NstRecord *person = nst_record_entry_get_record (self->person_entry);
  const char *post = person != NULL ? nst_record_get_text (person, "post") : NULL;
  const char *phone = person != NULL ? nst_record_get_text (person, "mobile") : NULL;

  if (person != NULL && phone == NULL)
    phone = nst_record_get_text (person, "phone");
  if (post != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->function_entry), post);
  if (phone != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->phone_entry), phone);
  update_button (self);
}

static char *
dup_last_rank (NstMemberAdd *self)
{
  g_autoptr (GPtrArray) members =
      nst_source_list_of (NST_SOURCE (nst_office_get_store (self->office)), "member", "team",
                          self->team);
  const char *last =
      members->len > 0 ? nst_record_get_text (members->pdata[members->len - 1], "rank") : NULL;

  return nst_rank_between (last, NULL);
}

static NstRecord *
add_person (NstMemberAdd *self, NstChange *change, const char *typed, const char *phone)
{
  NstRecord *person = nst_person_name_add (change, typed);

  nst_change_set_int (change, person, "organisation",
                      nst_record_get_ref (self->team, "organisation"));
  nst_change_set (change, person, "mobile", phone);
  return person;
}

static void
add_cb (NstMemberAdd *self)
{
  g_autofree char *typed = nst_record_entry_dup_text (self->person_entry);
  g_autofree char *rank = NULL;
  g_autofree char *title = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) person = NULL;
  g_autoptr (NstRecord) member = NULL;
  g_autoptr (GError) error = NULL;
  const char *phone = gtk_editable_get_text (GTK_EDITABLE (self->phone_entry));
  gboolean leader = gtk_switch_get_active (self->leader_switch);
  gboolean contact = gtk_switch_get_active (self->contact_switch);

  if (typed == NULL)
    return;
  rank = dup_last_rank (self);
  title = g_strdup_printf (_ ("Add %s to the team"), typed);
  change = nst_change_new (title);
  if (nst_record_entry_get_record (self->person_entry) != NULL)
    person = g_object_ref (nst_record_entry_get_record (self->person_entry));
  else
    person = add_person (self, change, typed, phone);
  member = nst_change_add (change, "member", "rank", rank, "function",
                           gtk_editable_get_text (GTK_EDITABLE (self->function_entry)), "phone",
                           phone, NULL);
  nst_change_set_ref (change, member, "team", self->team);
  nst_change_set_ref (change, member, "person", person);
  if (leader || contact)
    nst_change_set (change, member, "roles",
                    leader && contact ? "LEADER\nCONTACT" : (leader ? "LEADER" : "CONTACT"));
  else
    nst_change_set (change, member, "roles", "MEMBER");
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    {
      nst_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
has_leader (NstMemberAdd *self)
{
  g_autoptr (GPtrArray) members =
      nst_source_list_of (NST_SOURCE (nst_office_get_store (self->office)), "member", "team",
                          self->team);

  for (guint i = 0; i < members->len; i++)
    {
      g_auto (GStrv) roles = nst_record_dup_list (members->pdata[i], "roles");

      if (g_strv_contains ((const char *const *) roles, "LEADER"))
        return TRUE;
    }
  return FALSE;
}

static void
shown_cb (NstMemberAdd *self)
{
  gboolean led;

  if (self->team == NULL)
    return;
  led = has_leader (self);
  nst_record_entry_set_record (self->person_entry, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->function_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->phone_entry), "");
  gtk_switch_set_active (self->leader_switch, !led);
  gtk_widget_set_visible (GTK_WIDGET (self->leader_row), !led);
  gtk_switch_set_active (self->contact_switch, led);
  update_button (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->person_entry));
}

static void
nst_member_add_dispose (GObject *object)
{
  NstMemberAdd *self = NST_MEMBER_ADD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NST_TYPE_MEMBER_ADD);
  g_clear_object (&self->team);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_member_add_parent_class)->dispose (object);
}

static void
nst_member_add_class_init (NstMemberAddClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_RECORD_ENTRY);
  G_OBJECT_CLASS (klass)->dispose = nst_member_add_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "teams/nst-member-add.ui");
  gtk_widget_class_bind_template_child (widget_class, NstMemberAdd, person_entry);
  gtk_widget_class_bind_template_child (widget_class, NstMemberAdd, function_entry);
  gtk_widget_class_bind_template_child (widget_class, NstMemberAdd, phone_entry);
  gtk_widget_class_bind_template_child (widget_class, NstMemberAdd, leader_row);
  gtk_widget_class_bind_template_child (widget_class, NstMemberAdd, leader_switch);
  gtk_widget_class_bind_template_child (widget_class, NstMemberAdd, contact_switch);
  gtk_widget_class_bind_template_child (widget_class, NstMemberAdd, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
}

static void
nst_member_add_init (NstMemberAdd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_member_add_set_team (NstMemberAdd *self, NstOffice *office, NstRecord *team)
{
  g_autofree char *organisation = NULL;

  g_set_object (&self->office, office);
  g_set_object (&self->team, team);
  if (team == NULL)
    return;
  organisation = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_ref (team, "organisation"));
  nst_record_entry_set_kind (self->person_entry, office, "person");
  nst_record_entry_set_first (self->person_entry, "organisation", organisation);
}
