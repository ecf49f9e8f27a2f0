/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part in a group, with the day of each consent, recorded in place. */
#include "config.h"

#include "app/groups/nst-participants-box.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-finding-watch.h"
#include "app/widgets/nst-initials.h"
#include "app/widgets/nst-popup.h"
#include "app/widgets/nst-record-entry.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstParticipantsBox
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *group;
  NstFindingWatch *watch;
  guint fill_source;

  GtkMenuButton *add_button;
  GtkPopover *popover;
  NstRecordEntry *team_entry;
  GtkWidget *confirm_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NstParticipantsBox, nst_participants_box, GTK_TYPE_WIDGET)

static NstRecord *
get_participant (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "nst-participant");
}

static void
record_consent (NstParticipantsBox *self, NstRecord *participant, const char *date)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Record the consent of %s"), nst_record_get_title (participant));
  g_autoptr (NstChange) change = nst_change_new (title);
  g_autoptr (GError) error = NULL;

  nst_change_set (change, participant, "consent_on", date);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
picked_cb (NstDateButton *button, NstParticipantsBox *self)
{
  record_consent (self, g_object_get_data (G_OBJECT (button), "nst-participant"),
                  nst_date_button_get_date (button));
}

static void
today_cb (GtkWidget *button, NstParticipantsBox *self)
{
  g_autofree char *date = NULL;
  GDate today;

  nst_clock_get_today (nst_office_get_clock (self->office), &today);
  date = nst_date_to_text (&today);
  record_consent (self, g_object_get_data (G_OBJECT (button), "nst-participant"), date);
}

static void
add_consent (NstParticipantsBox *self, GtkWidget *row, NstRecord *participant)
{
  GtkWidget *day = nst_date_button_new ();
  const char *consent = nst_record_get_text (participant, "consent_on");

  if (consent == NULL)
    {
      GtkWidget *today = gtk_button_new_with_label (_ ("Agreed today"));

      gtk_widget_set_valign (today, GTK_ALIGN_CENTER);
      g_object_set_data (G_OBJECT (today), "nst-participant", participant);
      g_signal_connect_object (today, "clicked", G_CALLBACK (today_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), today);
    }
  g_object_set (day, "show-label", consent != NULL, "valign", GTK_ALIGN_CENTER, "tooltip-text",
                _ ("Day of the consent"), NULL);
  nst_date_button_set_date (NST_DATE_BUTTON (day), consent);
  g_object_set_data (G_OBJECT (day), "nst-participant", participant);
  g_signal_connect_object (day, "picked", G_CALLBACK (picked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), day);
}

/* «согласие есть», «с 01.06.2022 вместо …» or «по 31.05.2022»: who came and who went. */
static char *
dup_standing (NstRecord *participant)
{
  const char *replaced = nst_record_get_display (participant, "replaces");
  g_autofree char *to = nst_date_text_to_label (nst_record_get_text (participant, "to"));
  g_autofree char *from = nst_date_text_to_label (nst_record_get_text (participant, "from"));

  if (nst_record_get_text (participant, "to") != NULL)
    return g_strdup_printf (_ ("took part until %s"), to);
  if (nst_record_get_ref (participant, "replaces") != 0 && from != NULL)
    return g_strdup_printf (_ ("since %s instead of %s"), from, replaced != NULL ? replaced : "");
  return g_strdup (nst_record_get_text (participant, "consent_on") != NULL
                       ? _ ("agreed")
                       : _ ("consent is not recorded"));
}

static GtkWidget *
new_row (NstParticipantsBox *self, NstRecord *participant)
{
  GtkWidget *row = adw_action_row_new ();
  NstScheme *scheme = nst_office_get_scheme (self->office);
  const char *side = nst_record_get_text (participant, "side");
  g_autofree char *role =
      side != NULL ? nst_scheme_dup_title_of (scheme, "team-role", side) : NULL;
  g_autofree char *consent =
      nst_date_text_to_label (nst_record_get_text (participant, "consent_on"));
  const gboolean left = nst_record_get_text (participant, "to") != NULL;
  g_autofree char *standing = dup_standing (participant);
  g_autofree char *subtitle =
      g_strdup_printf ("%s · %s", role != NULL ? role : (side != NULL ? side : ""), standing);
  g_autofree char *initials = nst_initials_dup_words (nst_record_get_title (participant));
  g_autofree char *name = g_strdup_printf ("%s, %s %s", nst_record_get_title (participant),
                                           subtitle, consent != NULL ? consent : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nst_record_get_title (participant));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, initials, TRUE));
  if (left)
    gtk_widget_add_css_class (row, "dim-label");
  else
    add_consent (self, row, participant);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "nst-participant", g_object_ref (participant),
                          g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* What a rule says of a participant stands under it. */
static void
append_findings (NstParticipantsBox *self, NstRecord *participant)
{
  GPtrArray *all = self->watch != NULL ? nst_finding_watch_get_all (self->watch) : NULL;
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  GtkWidget *box;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (((NstFinding *) all->pdata[i])->record == participant)
      g_ptr_array_add (ours, all->pdata[i]);
  if (ours->len == 0)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  nst_finding_list_fill (GTK_BOX (box), ours, NULL);
  gtk_list_box_append (self->list, box);
}

/* Nobody joins a group whose work is over. */
static void
show_add_button (NstParticipantsBox *self)
{
  gboolean over = FALSE;
  NstRuleContext context;

  if (self->group != NULL && !nst_record_get_stale (self->group))
    {
      nst_office_get_context (self->office, &context);
      over = nst_steps_is_state (&context, self->group, "CLOSED|DISSOLVED");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), !over);
}

static void
fill (NstParticipantsBox *self)
{
  g_autoptr (GPtrArray) participants = NULL;
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  show_add_button (self);
  if (self->group == NULL)
    return;
  participants = nst_source_list_of (NST_SOURCE (nst_office_get_store (self->office)),
                                     "participant", "group", self->group);
  for (guint i = 0; i < participants->len; i++)
    {
      gtk_list_box_append (self->list, new_row (self, participants->pdata[i]));
      append_findings (self, participants->pdata[i]);
    }
}

static gboolean
fill_cb (gpointer data)
{
  NstParticipantsBox *self = data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the button that recorded a consent is still at work. */
static void
fill_later (NstParticipantsBox *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

static void
store_changed_cb (NstStore *store G_GNUC_UNUSED, GVariant *changed, NstParticipantsBox *self)
{
  GVariantIter iter;
  const char *kind;
  gint64 id;

  g_variant_iter_init (&iter, changed);
  while (g_variant_iter_next (&iter, "(&sx)", &kind, &id))
    if (g_str_equal (kind, "participant") || g_str_equal (kind, "group"))
      fill_later (self);
}

static void
row_activated_cb (NstParticipantsBox *self, GtkListBoxRow *row)
{
  NstRecord *participant = get_participant (GTK_WIDGET (row));
  gint64 team = participant != NULL ? nst_record_get_ref (participant, "team") : 0;

  if (team != 0)
    nst_report_open (GTK_WIDGET (self), "team", team, NULL);
}

static void
remove_focused_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED)
{
  NstParticipantsBox *self = NST_PARTICIPANTS_BOX (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  NstRecord *participant = row != NULL ? get_participant (row) : NULL;
  g_autofree char *title = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (GError) error = NULL;

  if (participant == NULL)
    return;
  if (nst_record_get_date (self->group, "formed_on", NULL))
    {
      nst_report_note (widget, _ ("The group is formed: a team leaves it by an order only"));
      return;
    }
  title = g_strdup_printf (_ ("Take %s out of the group"), nst_record_get_title (participant));
  change = nst_change_new (title);
  nst_change_remove (change, participant);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (widget, error);
}

static void
team_picked_cb (NstParticipantsBox *self)
{
  gtk_widget_set_sensitive (self->confirm_button,
                            nst_record_entry_get_record (self->team_entry) != NULL);
}

static void
add_shown_cb (NstParticipantsBox *self)
{
  nst_record_entry_set_record (self->team_entry, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->team_entry));
}

static void
add_cb (NstParticipantsBox *self)
{
  NstRecord *team = nst_record_entry_get_record (self->team_entry);
  g_autofree char *title = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) participant = NULL;
  g_autoptr (GError) error = NULL;

  if (team == NULL)
    return;
  title = g_strdup_printf (_ ("Add %s to the group"), nst_record_get_title (team));
  change = nst_change_new (title);
  participant =
      nst_change_add (change, "participant", "side", nst_record_get_text (team, "role"), NULL);
  nst_change_set_ref (change, participant, "group", self->group);
  nst_change_set_ref (change, participant, "team", team);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    {
      nst_report_error (GTK_WIDGET (self), error);
      return;
    }
  gtk_popover_popdown (self->popover);
  if (nst_record_get_date (self->group, "formed_on", NULL))
    nst_report_note (GTK_WIDGET (self),
                     _ ("The group is formed: record the consent, then draft the agreements of "
                        "the new pairs"));
}

static void
nst_participants_box_dispose (GObject *object)
{
  NstParticipantsBox *self = NST_PARTICIPANTS_BOX (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_PARTICIPANTS_BOX);
  g_clear_object (&self->watch);
  g_clear_object (&self->group);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_participants_box_parent_class)->dispose (object);
}

static void
nst_participants_box_class_init (NstParticipantsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_RECORD_ENTRY);
  G_OBJECT_CLASS (klass)->dispose = nst_participants_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "groups/nst-participants-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NstParticipantsBox, add_button);
  gtk_widget_class_bind_template_child (widget_class, NstParticipantsBox, popover);
  gtk_widget_class_bind_template_child (widget_class, NstParticipantsBox, team_entry);
  gtk_widget_class_bind_template_child (widget_class, NstParticipantsBox, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, NstParticipantsBox, list);
  gtk_widget_class_bind_template_callback (widget_class, add_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, team_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "participants.remove-focused", NULL,
                                   remove_focused_cb);
}

static void
nst_participants_box_init (NstParticipantsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_participants_box_set_group (NstParticipantsBox *self, NstOffice *office, NstRecord *group)
{
  if (g_set_object (&self->office, office) && office != NULL)
    {
      g_signal_connect_object (nst_office_get_store (office), "changed",
                               G_CALLBACK (store_changed_cb), self, 0);
      nst_record_entry_set_kind (self->team_entry, office, "team");
    }
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, fill_later, self);
  g_clear_object (&self->watch);
  g_set_object (&self->group, group);
  if (group != NULL)
    {
      self->watch = nst_finding_watch_dup (office, group);
      g_signal_connect_object (self->watch, "changed", G_CALLBACK (fill_later), self,
                               G_CONNECT_SWAPPED);
    }
  fill (self);
}

void
nst_participants_box_add (NstParticipantsBox *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->add_button)))
    nst_popup_in_view (self->add_button);
}
