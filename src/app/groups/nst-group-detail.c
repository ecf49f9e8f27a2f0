/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One group: participants, people, term, order, papers, findings, steps. */
#include "config.h"

#include "app/groups/nst-group-detail.h"

#include "app/groups/nst-group-control.h"
#include "app/groups/nst-group-fact.h"
#include "app/groups/nst-group-papers.h"
#include "app/groups/nst-group-records.h"
#include "app/groups/nst-participants-box.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-finding-watch.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-step-choice.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstGroupDetail
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *group;
  NstRecord *order;
  NstFindingWatch *watch;

  GtkScrolledWindow *scroller;
  GtkLabel *title_label;
  GtkLabel *teams_label;
  NstStatePill *state_pill;
  NstStepBar *step_bar;
  GtkBox *findings;
  NstParticipantsBox *participants_box;
  NstGroupControl *control;
  GtkListBox *papers_list;
  NstRecordsBox *surveys_box;
  GtkWidget *diagnostics_box;
  GtkListBox *diagnostics_list;
  NstRecordsBox *consultations_box;
  NstRecordsBox *practices_box;
  NstRecordsBox *dissemination_box;
  GtkListBox *fields_list;
  GtkWidget *order_box;
  GtkListBox *order_list;
};

G_DEFINE_FINAL_TYPE (NstGroupDetail, nst_group_detail, GTK_TYPE_WIDGET)

static const char *const group_fields[] = {
  "coordinator", "curator",           "operator", "period_start", "period_end", "directions",
  "meetings",    "operator_decision", "number",   "note",         NULL
};
static const char *const order_fields[] = { "number", "date", "signer", NULL };

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
fill_findings (NstGroupDetail *self)
{
  GPtrArray *all = nst_finding_watch_get_all (self->watch);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      NstFinding *finding = all->pdata[i];

      if (finding->record == self->group &&
          (finding->field == NULL || !g_strv_contains (group_fields, finding->field)))
        g_ptr_array_add (rest, finding);
    }
  nst_finding_list_fill (self->findings, rest, NULL);
}

static void
show_paper (NstGroupDetail *self, NstRecord *record)
{
  g_autofree char *target =
      g_strdup_printf ("%s/%" G_GINT64_FORMAT, nst_record_get_kind (record)->name,
                       nst_record_get_id (record));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.document", "s", target);
}

static void
paper_activated_cb (NstGroupDetail *self, GtkListBoxRow *row)
{
  NstRecord *record = g_object_get_data (G_OBJECT (row), "nst-record");

  if (record == NULL)
    return;
  if (g_str_equal (nst_record_get_kind (record)->name, "order") ||
      g_str_equal (nst_record_get_kind (record)->name, "basis"))
    show_paper (self, record);
  else
    nst_report_open (GTK_WIDGET (self), nst_record_get_kind (record)->name,
                     nst_record_get_id (record), NULL);
}

static void
fill_order (NstGroupDetail *self)
{
  g_autoptr (NstRecord) order =
      nst_source_dup_ref (NST_SOURCE (nst_office_get_store (self->office)), self->group, "order");

  if (order == self->order)
    return;
  g_set_object (&self->order, order);
  clear_list (self->order_list);
  gtk_widget_set_visible (self->order_box, order != NULL);
  if (order != NULL)
    nst_field_rows_fill (self->order_list, self->office, order, order_fields);
}

static void
fill_diagnostics (NstGroupDetail *self)
{
  guint lines = nst_diagnostics_list_fill (self->diagnostics_list, self->office, self->group);

  gtk_widget_set_visible (self->diagnostics_box, lines > 0);
}

static void
fill_head (NstGroupDetail *self)
{
  g_autofree char *title = g_strdup_printf (_ ("Group %s"), nst_record_get_title (self->group));
  g_autoptr (NstGroupFact) fact = nst_group_fact_new (self->office, self->group);
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->teams_label, fact->teams);
  nst_state_pill_set_state (self->state_pill, nst_steps_get_state (&context, self->group));
  nst_step_choice_apply (self->step_bar, self->office, self->group);
}

static void
store_changed_cb (NstGroupDetail *self)
{
  if (self->group == NULL || nst_record_get_stale (self->group))
    return;
  fill_head (self);
  nst_group_papers_fill (self->papers_list, self->office, self->group);
  fill_diagnostics (self);
  fill_order (self);
}

static void
nst_group_detail_dispose (GObject *object)
{
  NstGroupDetail *self = NST_GROUP_DETAIL (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_GROUP_DETAIL);
  g_clear_object (&self->watch);
  g_clear_object (&self->order);
  g_clear_object (&self->group);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_group_detail_parent_class)->dispose (object);
}

static void
nst_group_detail_class_init (NstGroupDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_STATE_PILL);
  g_type_ensure (NST_TYPE_STEP_BAR);
  g_type_ensure (NST_TYPE_GROUP_CONTROL);
  g_type_ensure (NST_TYPE_PARTICIPANTS_BOX);
  g_type_ensure (NST_TYPE_RECORDS_BOX);
  G_OBJECT_CLASS (klass)->dispose = nst_group_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "groups/nst-group-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, title_label);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, teams_label);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, state_pill);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, step_bar);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, findings);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, participants_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, control);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, papers_list);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, surveys_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, diagnostics_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, diagnostics_list);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, consultations_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, practices_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, dissemination_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, fields_list);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, order_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupDetail, order_list);
  gtk_widget_class_bind_template_callback (widget_class, paper_activated_cb);
}

static void
nst_group_detail_init (NstGroupDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_group_detail_set_group (NstGroupDetail *self, NstOffice *office, NstRecord *group)
{
  if (g_set_object (&self->office, office) && office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed",
                             G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, fill_findings, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->order);
  g_set_object (&self->group, group);
  nst_participants_box_set_group (self->participants_box, office, group);
  nst_group_control_set_group (self->control, office, group);
  nst_records_box_set_owner (self->surveys_box, &nst_surveys_form, office, group);
  nst_records_box_set_owner (self->consultations_box, &nst_consultations_form, office, group);
  nst_records_box_set_owner (self->practices_box, &nst_practices_form, office, group);
  nst_records_box_set_owner (self->dissemination_box, &nst_disseminations_form, office, group);
  nst_step_bar_set_record (self->step_bar, office, group);
  clear_list (self->fields_list);
  clear_list (self->order_list);
  gtk_widget_set_visible (self->order_box, FALSE);
  if (group == NULL)
    return;
  fill_head (self);
  nst_group_papers_fill (self->papers_list, self->office, self->group);
  nst_field_rows_fill (self->fields_list, office, group, group_fields);
  fill_diagnostics (self);
  fill_order (self);
  self->watch = nst_finding_watch_dup (office, group);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (fill_findings), self,
                           G_CONNECT_SWAPPED);
  fill_findings (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

void
nst_group_detail_edit (NstGroupDetail *self, NstRecord *record, const char *field)
{
  if (field == NULL)
    return;
  if (record == self->order)
    nst_field_rows_focus (GTK_WIDGET (self->order_list), field);
  else
    nst_field_rows_focus (GTK_WIDGET (self->fields_list), field);
}

void
nst_group_detail_add_participant (NstGroupDetail *self)
{
  nst_participants_box_add (self->participants_box);
}
