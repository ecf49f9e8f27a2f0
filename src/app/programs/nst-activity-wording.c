/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full wording of an activity; edited while the plan may be changed. */
#include "config.h"

#include "app/programs/nst-activity-wording.h"

#include "app/programs/nst-activity-plan.h"
#include "app/programs/nst-activity-words.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-step-bar.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

static const char *const field_names[] = { "title",       "short_title", "topics", "due",
                                           "responsible", "forms",       "place",  NULL };
static const char *const correction_steps[] = { "correct-program", NULL };

struct _NstActivityWording
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *findings;
  GtkWidget *reading;
  GtkLabel *title;
  GtkLabel *details;
  GtkWidget *locked;
  NstStepBar *steps;
  GtkWidget *editing;
  GtkListBox *fields;

  NstOffice *office;
  NstRecord *activity;
  gint64 filled; /* activity that the field rows are of */
};

G_DEFINE_FINAL_TYPE (NstActivityWording, nst_activity_wording, GTK_TYPE_WIDGET)

static void
add_clicked_cb (NstActivityWording *self)
{
  g_autoptr (NstActivityWording) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  gint64 added = nst_activity_plan_add_after (self->office, self->activity, &error);

  if (added == 0)
    {
      nst_report_error (GTK_WIDGET (kept), error);
      return;
    }
  place = g_strdup_printf ("activity/%" G_GINT64_FORMAT "#title", added);
  gtk_widget_activate_action (GTK_WIDGET (kept), "win.open", "s", place);
}

static void
remove_clicked_cb (NstActivityWording *self)
{
  g_autoptr (NstActivityWording) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (!nst_activity_plan_remove (self->office, self->activity, &error))
    nst_report_error (GTK_WIDGET (kept), error);
}

static void
nst_activity_wording_dispose (GObject *object)
{
  NstActivityWording *self = NST_ACTIVITY_WORDING (object);

  g_clear_object (&self->office);
  g_clear_object (&self->activity);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_ACTIVITY_WORDING);
  G_OBJECT_CLASS (nst_activity_wording_parent_class)->dispose (object);
}

static void
nst_activity_wording_class_init (NstActivityWordingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_FLIP_BOX);
  g_type_ensure (NST_TYPE_STEP_BAR);
  G_OBJECT_CLASS (klass)->dispose = nst_activity_wording_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-activity-wording.ui");
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, content);
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, findings);
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, reading);
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, title);
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, details);
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, locked);
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, steps);
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, editing);
  gtk_widget_class_bind_template_child (widget_class, NstActivityWording, fields);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
nst_activity_wording_init (NstActivityWording *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nst_step_bar_set_steps (self->steps, correction_steps);
}

static char *
make_details (NstOffice *office, NstRecord *activity)
{
  g_autofree char *due = nst_activity_words_dup_due (activity, FALSE);
  g_autofree char *forms =
      nst_activity_words_dup_forms (nst_office_get_scheme_of (office, activity), activity, FALSE);
  const char *responsible = nst_record_get_text (activity, "responsible");
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Schedule: %s"), due);
  if (responsible != NULL)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("Responsible: %s"), responsible);
    }
  if (*forms != '\0')
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("Forms of work: %s"), forms);
    }
  return g_string_free (text, FALSE);
}

static void
fill_fields (NstActivityWording *self, NstOffice *office, NstRecord *activity)
{
  GtkWidget *row;

  if (self->filled == nst_record_get_id (activity))
    return;
  self->filled = nst_record_get_id (activity);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->fields))) != NULL)
    gtk_list_box_remove (self->fields, row);
  nst_field_rows_fill (self->fields, office, activity, field_names);
}

/**
 * nst_activity_wording_show:
 * @self: the widget
 * @office: at whose base
 * @program: programme of the activity
 * @activity: the activity
 * @findings: (element-type NstFinding): those on the activity
 *
 * While the plan is open the fields are edited here, with their findings under them; later the
 * wording is only read, and the step that makes a new version is offered.
 */
void
nst_activity_wording_show (NstActivityWording *self, NstOffice *office, NstRecord *program,
                           NstRecord *activity, GPtrArray *findings)
{
  gboolean open = nst_activity_plan_is_open (office, program);

  g_return_if_fail (NST_IS_ACTIVITY_WORDING (self));

  g_set_object (&self->office, office);
  g_set_object (&self->activity, activity);
  gtk_widget_set_visible (self->editing, open);
  gtk_widget_set_visible (self->reading, !open);
  if (open)
    {
      fill_fields (self, office, activity);
      gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
    }
  else
    {
      g_autofree char *details = make_details (office, activity);
      const char *title = nst_record_get_text (activity, "title");

      gtk_label_set_text (self->title, title != NULL ? title : "");
      gtk_label_set_text (self->details, details);
      nst_finding_list_fill (self->findings, findings, NULL);
      nst_step_bar_set_record (self->steps, office, program);
    }
}

gboolean
nst_activity_wording_focus (NstActivityWording *self, const char *field)
{
  g_return_val_if_fail (NST_IS_ACTIVITY_WORDING (self), FALSE);

  return gtk_widget_get_visible (self->editing) &&
         nst_field_rows_focus (GTK_WIDGET (self->fields), field);
}
