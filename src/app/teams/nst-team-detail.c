/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One team: fields, findings, people, training, contacts. */
#include "config.h"

#include "app/teams/nst-team-detail.h"

#include "app/teams/nst-courses-box.h"
#include "app/teams/nst-members-box.h"
#include "app/teams/nst-registry-order.h"
#include "app/teams/nst-team-awards.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-finding-watch.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-step-choice.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-matching.h"

#include <glib/gi18n-lib.h>

struct _NstTeamDetail
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *team;
  NstRecord *organisation;
  NstFindingWatch *watch;
  gint64 group;

  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  NstStatePill *role_pill;
  NstStatePill *state_pill;
  GtkButton *group_button;
  NstStepBar *step_bar;
  GtkBox *findings;
  GtkListBox *fields_list;
  NstMembersBox *members_box;
  NstCoursesBox *courses_box;
  NstRecordsBox *awards_box;
  NstRegistryOrder *registry_order;
  GtkListBox *organisation_list;
  GtkWidget *card_button;
  GtkWidget *extra_box;
  GtkListBox *extra_list;
};

G_DEFINE_FINAL_TYPE (NstTeamDetail, nst_team_detail, GTK_TYPE_WIDGET)

static const char *const team_fields[] = { "role", "directions", "evidence", "difficulties",
                                           "note", "year",       NULL };
static const char *const organisation_fields[] = { "short_name", "territory", "kind", "director",
                                                   "phone",      "email",     NULL };
static const char *const name_fields[] = { "full_name", NULL };

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

/* What no row of the form will show is told above the form. */
static void
fill_findings (NstTeamDetail *self)
{
  GPtrArray *all = nst_finding_watch_get_all (self->watch);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      NstFinding *finding = all->pdata[i];

      if (finding->record == self->team &&
          (finding->field == NULL || !g_strv_contains (team_fields, finding->field)))
        g_ptr_array_add (rest, finding);
    }
  nst_finding_list_fill (self->findings, rest, NULL);
}

static void
fill_state (NstTeamDetail *self)
{
  NstRuleContext context;
  g_autoptr (GPtrArray) groups = NULL;
  NstCatalogue *roles;
  const NstCatalogueEntry *role = NULL;
  const char *code = nst_record_get_text (self->team, "role");

  nst_office_get_context (self->office, &context);
  gtk_label_set_text (self->title_label, nst_record_get_display (self->team, "organisation"));
  roles = nst_scheme_get_catalogue (context.scheme, "team-role");
  if (roles != NULL && code != NULL)
    role = nst_catalogue_find (roles, code);
  if (role != NULL)
    code = role->short_title != NULL ? role->short_title : role->title;
  nst_state_pill_set_title (self->role_pill, code);
  nst_state_pill_set_tone (self->role_pill, "info");
  nst_state_pill_set_state (self->state_pill, nst_steps_get_state (&context, self->team));
  nst_step_choice_apply (self->step_bar, self->office, self->team);
  groups = nst_matching_list_groups (&context, self->team);
  self->group = groups->len > 0 ? nst_record_get_id (groups->pdata[0]) : 0;
  gtk_widget_set_visible (GTK_WIDGET (self->group_button), groups->len > 0);
  if (groups->len > 0)
    {
      g_autofree char *label =
          g_strdup_printf (_ ("Group %s"), nst_record_get_title (groups->pdata[0]));

      gtk_button_set_label (self->group_button, label);
    }
}

static void
group_clicked_cb (NstTeamDetail *self)
{
  nst_report_open (GTK_WIDGET (self), "group", self->group, NULL);
}

static void
card_clicked_cb (NstTeamDetail *self)
{
  g_autofree char *page =
      g_strdup_printf ("organisation/%" G_GINT64_FORMAT, nst_record_get_id (self->organisation));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", page);
}

static void
fill_rows (NstTeamDetail *self)
{
  guint extras;

  clear_list (self->extra_list);
  extras = nst_field_rows_fill_extra (self->extra_list, self->office, self->team);
  gtk_widget_set_visible (self->extra_box, extras > 0);
  clear_list (self->fields_list);
  clear_list (self->organisation_list);
  g_clear_object (&self->organisation);
  self->organisation = nst_source_dup_ref (NST_SOURCE (nst_office_get_store (self->office)),
                                           self->team, "organisation");
  if (self->organisation != NULL)
    {
      nst_field_rows_fill (self->fields_list, self->office, self->organisation, name_fields);
      nst_field_rows_fill (self->organisation_list, self->office, self->organisation,
                           organisation_fields);
    }
  gtk_widget_set_visible (self->card_button, self->organisation != NULL);
  nst_field_rows_fill (self->fields_list, self->office, self->team, team_fields);
}

static void
store_changed_cb (NstTeamDetail *self)
{
  if (self->team == NULL || nst_record_get_stale (self->team))
    return;
  fill_state (self);
  if (self->organisation == NULL ||
      nst_record_get_id (self->organisation) != nst_record_get_ref (self->team, "organisation"))
    fill_rows (self);
}

static void
nst_team_detail_dispose (GObject *object)
{
  NstTeamDetail *self = NST_TEAM_DETAIL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NST_TYPE_TEAM_DETAIL);
  g_clear_object (&self->watch);
  g_clear_object (&self->organisation);
  g_clear_object (&self->team);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_team_detail_parent_class)->dispose (object);
}

static void
nst_team_detail_class_init (NstTeamDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_STATE_PILL);
  g_type_ensure (NST_TYPE_STEP_BAR);
  g_type_ensure (NST_TYPE_MEMBERS_BOX);
  g_type_ensure (NST_TYPE_COURSES_BOX);
  g_type_ensure (NST_TYPE_RECORDS_BOX);
  g_type_ensure (NST_TYPE_REGISTRY_ORDER);
  G_OBJECT_CLASS (klass)->dispose = nst_team_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "teams/nst-team-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, title_label);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, role_pill);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, state_pill);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, group_button);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, step_bar);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, findings);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, fields_list);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, members_box);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, courses_box);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, awards_box);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, registry_order);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, organisation_list);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, card_button);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, extra_box);
  gtk_widget_class_bind_template_child (widget_class, NstTeamDetail, extra_list);
  gtk_widget_class_bind_template_callback (widget_class, group_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_clicked_cb);
}

static void
nst_team_detail_init (NstTeamDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_team_detail_set_team (NstTeamDetail *self, NstOffice *office, NstRecord *team)
{
  if (g_set_object (&self->office, office) && office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed",
                             G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, fill_findings, self);
  g_clear_object (&self->watch);
  g_set_object (&self->team, team);
  nst_members_box_set_team (self->members_box, office, team);
  nst_courses_box_set_team (self->courses_box, office, team);
  nst_records_box_set_owner (self->awards_box, &nst_team_awards_form, office, team);
  nst_registry_order_set_team (self->registry_order, office, team);
  nst_step_bar_set_record (self->step_bar, office, team);
  if (team == NULL)
    {
      clear_list (self->fields_list);
      clear_list (self->organisation_list);
      clear_list (self->extra_list);
      return;
    }
  fill_state (self);
  fill_rows (self);
  self->watch = nst_finding_watch_dup (office, team);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (fill_findings), self,
                           G_CONNECT_SWAPPED);
  fill_findings (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
nst_team_detail_edit (NstTeamDetail *self, NstRecord *record, const char *field)
{
  if (NST_RECORD (record) != self->team && record != self->organisation)
    {
      nst_members_box_open (self->members_box, record, field);
      return;
    }
  if (field == NULL)
    return;
  if (record == self->organisation)
    {
      if (!nst_field_rows_focus (GTK_WIDGET (self->organisation_list), field))
        nst_field_rows_focus (GTK_WIDGET (self->fields_list), field);
      return;
    }
  if (!nst_field_rows_focus (GTK_WIDGET (self->fields_list), field))
    nst_field_rows_focus (GTK_WIDGET (self->extra_list), field);
}

void
nst_team_detail_add_member (NstTeamDetail *self)
{
  nst_members_box_add (self->members_box);
}
