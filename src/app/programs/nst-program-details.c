/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a programme is about, its steps, its reports. */
#include "config.h"

#include "app/programs/nst-program-details.h"

#include "app/programs/nst-activity-plan.h"
#include "app/programs/nst-program-editions.h"
#include "app/programs/nst-program-regulation.h"
#include "app/programs/nst-reports-box.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-finding-watch.h"
#include "app/widgets/nst-program-names.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-step-bar.h"
#include "app/widgets/nst-step-choice.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-group-sides.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static const char *const field_names[] = { "directions", "period_text",  "start", "end",
                                           "goals",      "difficulties", "note",  NULL };
/* What a correction leaves as it is (R30). */
static const char *const period_names[] = { "period_text", "start", "end", NULL };
/* Days of its life, in their usual order; those that are known are shown. */
static const char *const day_names[] = {
  "drafted_on",           "experienced_agreed_on",
  "developing_agreed_on", "agreed_on",
  "approved_on",          "sent_on",
  "extended_until",       "ended_on",
  "reported_on",          "accepted_on",
};

struct _NstProgramDetails
{
  GtkWidget parent_instance;

  GtkWidget *content;
  NstStatePill *pill;
  NstStepBar *steps;
  GtkBox *findings;
  GtkListBox *people;
  GtkWidget *locked;
  GtkListBox *fields;
  GtkWidget *extra_box;
  GtkListBox *extra;
  GtkListBox *regulation;
  GtkWidget *editions_box;
  GtkListBox *editions;
  GtkWidget *reports_box;
  NstReportsBox *reports;
  GtkWidget *days_box;
  GtkListBox *days;

  NstOffice *office;
  NstRecord *program;
  NstFindingWatch *watch;
  guint idle;
  char *filled;   /* rows of fields are made when the page is first looked at; of what they are */
  char *followed; /* what the rows of the regulation are of */
};

G_DEFINE_FINAL_TYPE (NstProgramDetails, nst_program_details, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static void
person_activated_cb (GtkWidget *row, NstProgramDetails *self)
{
  NstRecord *record = g_object_get_data (G_OBJECT (row), "nst-record");

  nst_report_open (GTK_WIDGET (self), nst_record_get_kind (record)->name,
                   nst_record_get_id (record), NULL);
}

static void
add_person (NstProgramDetails *self, const char *title, NstRecord *record)
{
  GtkWidget *row;

  if (record == NULL)
    return;
  row = make_row (nst_record_get_title (record), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "nst-record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (person_activated_cb), self, 0);
  gtk_list_box_append (self->people, row);
}

static void
add_teams (NstProgramDetails *self, const NstRuleContext *context, NstRecord *group,
           const char *side)
{
  g_autoptr (GPtrArray) teams = nst_group_sides_list_teams (context, group, side);
  g_autofree char *title = nst_scheme_dup_title_of (context->scheme, "team-role", side);

  for (guint i = 0; i < teams->len; i++)
    add_person (self, title, g_ptr_array_index (teams, i));
}

/* Who the programme is of: section I of the paper takes it from the group. */
static void
show_people (NstProgramDetails *self, const NstRuleContext *context)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, self->program, "group");
  g_autoptr (NstRecord) coordinator = NULL;
  g_autoptr (NstRecord) curator = NULL;

  clear_list (self->people);
  if (group != NULL)
    {
      add_person (self, _ ("Mentoring group"), group);
      add_teams (self, context, group, NST_SIDE_EXPERIENCED);
      add_teams (self, context, group, NST_SIDE_DEVELOPING);
      coordinator = nst_source_dup_ref (context->source, group, "coordinator");
      add_person (self, _ ("Coordinator"), coordinator);
    }
  curator = nst_group_sides_dup_curator (context, self->program);
  add_person (self, _ ("Municipal curator"), curator);
  gtk_widget_set_visible (GTK_WIDGET (self->people),
                          gtk_widget_get_first_child (GTK_WIDGET (self->people)) != NULL);
}

static void
show_days (NstProgramDetails *self)
{
  const NstKind *kind = nst_record_get_kind (self->program);
  guint shown = 0;

  clear_list (self->days);
  for (guint i = 0; i < G_N_ELEMENTS (day_names); i++)
    {
      const NstField *field = nst_kind_find_field (kind, day_names[i]);
      g_autofree char *day = NULL;
      GDate date;

      if (field == NULL || !nst_record_get_date (self->program, day_names[i], &date))
        continue;
      day = nst_date_to_words (&date);
      gtk_list_box_append (self->days, make_row (_ (field->label), day));
      shown++;
    }
  gtk_widget_set_visible (self->days_box, shown > 0);
}

/* Whether there is a row to type into: what is approved is read (R83), a correction keeps the
 * period (R30), a note is never part of the paper. */
static gboolean
is_edited (NstProgramDetails *self, const char *field)
{
  g_autoptr (NstRecord) next = nst_program_names_dup_next (self->office, self->program);

  if (!g_strv_contains (field_names, field) || next != NULL)
    return FALSE;
  if (g_str_equal (field, "note"))
    return TRUE;
  return nst_activity_plan_is_open (self->office, self->program) &&
         (nst_record_get_ref (self->program, "previous") == 0 ||
          !g_strv_contains (period_names, field));
}

/* Findings that stand under no field row of this page and on no row of the plan. */
static void
show_findings (NstProgramDetails *self)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  GPtrArray *all = nst_finding_watch_get_all (self->watch);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      NstFinding *finding = g_ptr_array_index (all, i);

      if (finding->record != NULL &&
          nst_record_get_kind (finding->record) == nst_record_get_kind (self->program) &&
          (finding->field == NULL || !is_edited (self, finding->field)))
        g_ptr_array_add (rest, finding);
    }
  nst_finding_list_fill (self->findings, rest, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), rest->len > 0);
}

/* The regulation that it goes by, and what it was before it was corrected. */
static void
show_versions (NstProgramDetails *self)
{
  g_autoptr (NstRecord) next = nst_program_names_dup_next (self->office, self->program);
  g_autofree char *key = nst_program_regulation_dup_key (self->office, self->program);

  if (g_strcmp0 (self->followed, key) != 0)
    {
      nst_program_regulation_fill (self->regulation, self->office, self->program);
      g_free (self->followed);
      self->followed = g_steal_pointer (&key);
    }
  gtk_widget_set_visible (self->editions_box,
                          nst_program_editions_fill (self->editions, self->office,
                                                     self->program) > 0);
  gtk_widget_set_visible (self->reports_box, next == NULL);
}

static void
refresh (NstProgramDetails *self)
{
  NstRuleContext context;
  const NstLifeState *state;

  if (self->program == NULL || nst_record_get_stale (self->program))
    return;
  nst_office_get_context (self->office, &context);
  state = nst_steps_get_state (&context, self->program);
  if (state != NULL)
    nst_state_pill_set_state (self->pill, state);
  nst_step_bar_set_record (self->steps, self->office, self->program);
  show_people (self, &context);
  show_days (self);
  show_findings (self);
  show_versions (self);
  nst_reports_box_show (self->reports, self->office, self->program);
}

/* Of a closed programme nobody is told to correct it. */
static gboolean
can_be_corrected (NstProgramDetails *self)
{
  const NstLifeStep *step =
      nst_steps_find (nst_office_get_scheme_of (self->office, self->program), "correct-program",
                      NULL);
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  return step != NULL && nst_step_choice_starts_here (&context, self->program, step);
}

/* Which fields can be typed into, and what stands in those that cannot. */
static char *
make_key (NstProgramDetails *self)
{
  GString *key = g_string_new (can_be_corrected (self) ? "c\n" : NULL);

  for (guint i = 0; field_names[i] != NULL; i++)
    {
      const char *text = nst_record_get_text (self->program, field_names[i]);

      g_string_append_printf (key, "%s\n",
                              is_edited (self, field_names[i]) ? "*"
                              : text != NULL                   ? text
                                                               : "");
    }
  return g_string_free (key, FALSE);
}

static void
fill_fields (NstProgramDetails *self)
{
  g_autofree char *key = make_key (self);
  gboolean first = self->filled == NULL;

  if (g_strcmp0 (self->filled, key) == 0)
    return;
  g_free (self->filled);
  self->filled = g_steal_pointer (&key);
  clear_list (self->fields);
  for (guint i = 0; field_names[i] != NULL; i++)
    {
      const char *const one[] = { field_names[i], NULL };

      if (is_edited (self, field_names[i]))
        nst_field_rows_fill (self->fields, self->office, self->program, one);
      else
        nst_field_rows_fill_reading (self->fields, self->office, self->program, one);
    }
  gtk_widget_set_visible (self->locked, !is_edited (self, "goals") && can_be_corrected (self));
  if (first)
    gtk_widget_set_visible (self->extra_box, nst_field_rows_fill_extra (self->extra, self->office,
                                                                        self->program) > 0);
}

/* Texts of several lines only find their height on a page that has a size already. */
static void
fill (NstProgramDetails *self)
{
  if (self->program == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (!nst_record_get_stale (self->program))
    fill_fields (self);
  refresh (self);
}

static gboolean
refresh_cb (gpointer data)
{
  NstProgramDetails *self = data;

  self->idle = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NstProgramDetails *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (refresh_cb, self);
}

static void
nst_program_details_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nst_program_details_parent_class)->map (widget);
  queue_refresh (NST_PROGRAM_DETAILS (widget));
}

static void
forget (NstProgramDetails *self)
{
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_func (self->watch, queue_refresh, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->program);
  g_clear_object (&self->office);
  g_clear_pointer (&self->filled, g_free);
  g_clear_pointer (&self->followed, g_free);
}

static void
nst_program_details_dispose (GObject *object)
{
  NstProgramDetails *self = NST_PROGRAM_DETAILS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  forget (self);
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_PROGRAM_DETAILS);
  G_OBJECT_CLASS (nst_program_details_parent_class)->dispose (object);
}

static void
nst_program_details_class_init (NstProgramDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_STATE_PILL);
  g_type_ensure (NST_TYPE_STEP_BAR);
  g_type_ensure (NST_TYPE_REPORTS_BOX);
  G_OBJECT_CLASS (klass)->dispose = nst_program_details_dispose;
  widget_class->map = nst_program_details_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-program-details.ui");
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, content);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, pill);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, steps);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, findings);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, people);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, locked);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, fields);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, extra_box);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, extra);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, regulation);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, editions_box);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, editions);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, reports_box);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, reports);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, days_box);
  gtk_widget_class_bind_template_child (widget_class, NstProgramDetails, days);
}

static void
nst_program_details_init (NstProgramDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nst_program_details_show:
 * @self: the page
 * @office: (nullable): at whose base
 * @program: (nullable): what it shows
 */
void
nst_program_details_show (NstProgramDetails *self, NstOffice *office, NstRecord *program)
{
  g_return_if_fail (NST_IS_PROGRAM_DETAILS (self));

  if (self->program == program && self->office == office)
    return;
  forget (self);
  clear_list (self->fields);
  clear_list (self->extra);
  if (program == NULL)
    return;
  self->office = g_object_ref (office);
  self->program = g_object_ref (program);
  self->watch = nst_finding_watch_dup (office, program);
  g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

gboolean
nst_program_details_focus (NstProgramDetails *self, NstRecord *record, const char *field)
{
  g_return_val_if_fail (NST_IS_PROGRAM_DETAILS (self), FALSE);

  if (self->program != NULL && record != NULL && record != self->program &&
      g_str_equal (nst_record_get_kind (record)->name, "report"))
    return nst_reports_box_focus (self->reports, record, field);
  return field != NULL && (nst_field_rows_focus (GTK_WIDGET (self->fields), field) ||
                           nst_field_rows_focus (GTK_WIDGET (self->extra), field));
}
