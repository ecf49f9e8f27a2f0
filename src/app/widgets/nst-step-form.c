/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a step asks for, as a small form in a popover. */
#include "config.h"

#include "app/widgets/nst-step-form.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-finding-row.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-step-actor.h"

#include <glib/gi18n.h>

/* Higher than this the form scrolls. */
#define MAX_HEIGHT 440

struct _NstStepForm
{
  GtkPopover parent_instance;

  NstOffice *office;
  NstRecord *record;
  const NstLifeStep *step;
  NstStepActor *actor;

  GtkListBox *list;
  GtkWidget *day_row;
  GtkBox *errors;
  GtkWidget *button;
};

static guint confirmed_signal;

/* The day of the step, which is no field of its own. */
static const NstField day_field = { 1,    "date",     NST_FIELD_TYPE_DATE,
                                    NULL, N_ ("Day"), NST_FIELD_NONE };

G_DEFINE_FINAL_TYPE (NstStepForm, nst_step_form, GTK_TYPE_POPOVER)

static void
confirm_cb (NstStepForm *self)
{
  /* Leaving the last field takes what was typed there. */
  gtk_widget_grab_focus (self->button);
  g_signal_emit (self, confirmed_signal, 0);
}

static void
shown_cb (NstStepForm *self)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  gtk_widget_set_visible (GTK_WIDGET (self->errors), FALSE);
  if (self->actor != NULL)
    nst_step_actor_propose (self->actor);
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

static void
nst_step_form_dispose (GObject *object)
{
  NstStepForm *self = NST_STEP_FORM (object);

  g_clear_object (&self->actor);
  g_clear_object (&self->record);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (nst_step_form_parent_class)->dispose (object);
}

static void
nst_step_form_class_init (NstStepFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_step_form_dispose;
  confirmed_signal = g_signal_new ("confirmed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nst_step_form_init (NstStepForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->errors = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->button = gtk_button_new ();
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->errors), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->errors));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_set_size_request (box, 320, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step-form");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (confirm_cb), self);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

static void
add_asked (NstStepForm *self, const char *ask)
{
  const NstKind *kind = nst_record_get_kind (self->record);
  gboolean optional;
  const NstField *field = nst_steps_find_ask (self->step, kind, ask, &optional);
  g_autofree char *label = NULL;
  g_autofree char *shown = NULL;
  const char *known = NULL;
  GtkWidget *row;

  /* The day of a paper is the day of the step, which has a row of its own. */
  if (field == NULL || (optional && g_str_equal (field->name, day_field.name)))
    return;
  if (field == nst_kind_find_field (kind, field->name))
    known = nst_record_get_text (self->record, field->name);
  row = nst_field_row_new_free (self->office, field, known);
  label = nst_steps_dup_ask_label (self->step, kind, ask);
  shown = optional ? g_strdup_printf (_ ("%s (if known)"), label) : g_strdup (label);
  nst_field_row_set_label (NST_FIELD_ROW (row), shown);
  gtk_list_box_append (self->list, row);
}

static gboolean
is_role_step (NstOffice *office, const NstLifeStep *step)
{
  return step->who != NULL && step->who[0] != NULL &&
         (!nst_step_actor_is_ours (office, step) || nst_step_actor_is_needed (office, step));
}

static NstStepForm *
make_form (NstOffice *office, NstRecord *record, const NstLifeStep *step, gboolean with_actor)
{
  NstStepForm *self = g_object_new (NST_TYPE_STEP_FORM, NULL);
  g_autofree char *today = NULL;
  NstRuleContext context;

  self->office = g_object_ref (office);
  self->record = g_object_ref (record);
  self->step = step;
  nst_office_get_context (office, &context);
  today = nst_date_to_text (&context.today);
  for (guint i = 0; step->asks != NULL && step->asks[i] != NULL; i++)
    add_asked (self, step->asks[i]);
  self->day_row = nst_field_row_new_free (office, &day_field, today);
  gtk_list_box_append (self->list, self->day_row);
  if (with_actor)
    self->actor = nst_step_actor_new (office, record, step, self->list);
  gtk_button_set_label (GTK_BUTTON (self->button), step->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  step->title, -1);
  return self;
}

GtkWidget *
nst_step_form_new (NstOffice *office, NstRecord *record, const NstLifeStep *step)
{
  return GTK_WIDGET (make_form (office, record, step, is_role_step (office, step)));
}

GtkWidget *
nst_step_form_new_for (NstOffice *office, NstRecord *record, const NstLifeStep *step,
                       const char *party, NstRecord *person)
{
  NstStepForm *self = make_form (office, record, step, TRUE);

  nst_step_actor_set (self->actor, party, person);
  return GTK_WIDGET (self);
}

NstStepArgs *
nst_step_form_get_args (NstStepForm *self)
{
  NstStepArgs *args = nst_step_args_new ();
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  GDate day;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const char *text =
          NST_IS_FIELD_ROW (row) ? nst_field_row_get_text (NST_FIELD_ROW (row)) : NULL;

      if (row == self->day_row && nst_date_from_text (&day, text))
        nst_step_args_set_date (args, &day);
      else if (row != self->day_row && text != NULL)
        nst_step_args_set (args, nst_field_row_get_field (NST_FIELD_ROW (row)), text);
    }
  return args;
}

gboolean
nst_step_form_do (NstStepForm *self, GError **error)
{
  g_autoptr (NstStepForm) keep G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (NstStepArgs) args = nst_step_form_get_args (self);
  g_autoptr (NstChange) change = NULL;
  NstRuleContext context;

  if (self->actor != NULL && !nst_step_actor_fill (self->actor, args, error))
    return FALSE;
  nst_office_get_context (self->office, &context);
  change = nst_steps_plan (&context, self->record, self->step->code, args, error);
  if (change == NULL)
    return FALSE;
  if (self->actor != NULL)
    nst_step_actor_attach (self->actor, change);
  return nst_store_apply (nst_office_get_store (self->office), change, error);
}

void
nst_step_form_show_error (NstStepForm *self, const GError *error)
{
  g_autofree char *words = NULL;
  GtkWidget *child;

  g_return_if_fail (NST_IS_STEP_FORM (self));

  words = nst_report_dup_words (error);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->errors))) != NULL)
    gtk_box_remove (self->errors, child);
  gtk_box_append (self->errors, nst_finding_row_new_message (words, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->errors), TRUE);
}
