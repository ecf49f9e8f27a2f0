/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New values of some fields from a day on, as a small form in a popover. */
#include "config.h"

#include "app/office/nst-dated-form.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-finding-row.h"
#include "model/nst-error.h"
#include "model/nst-values.h"

#include <glib/gi18n.h>

struct _NstDatedForm
{
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkWidget *day_row;
  GtkWidget *basis_row;
  GtkBox *errors;
  GtkWidget *button;

  NstOffice *office;
  NstRecord *record;
  const char *const *fields;
};

/* What is asked for besides the values is no field of the record. */
static const NstField day_field = { 1,    "from",      NST_FIELD_TYPE_DATE,
                                    NULL, N_ ("From"), NST_FIELD_NONE };
static const NstField basis_field = { 1,    "basis",      NST_FIELD_TYPE_STRING,
                                      NULL, N_ ("Basis"), NST_FIELD_NONE };

G_DEFINE_FINAL_TYPE (NstDatedForm, nst_dated_form, GTK_TYPE_POPOVER)

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* The present values to begin with: what is left as it is does not change. */
static void
fill (NstDatedForm *self)
{
  g_autofree char *today = NULL;
  NstRuleContext context;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->errors), FALSE);
  nst_office_get_context (self->office, &context);
  today = nst_date_to_text (&context.today);
  for (guint i = 0; self->fields[i] != NULL; i++)
    {
      const NstField *field =
          nst_kind_find_field (nst_record_get_kind (self->record), self->fields[i]);

      row = nst_field_row_new_free (self->office, field,
                                    nst_record_get_text (self->record, field->name));
      gtk_list_box_append (self->list, row);
    }
  self->day_row = nst_field_row_new_free (self->office, &day_field, today);
  self->basis_row = nst_field_row_new_free (self->office, &basis_field, NULL);
  gtk_list_box_append (self->list, self->day_row);
  gtk_list_box_append (self->list, self->basis_row);
}

static gboolean
take_values (NstDatedForm *self, NstChange *change, const GDate *day, const char *basis,
             GError **error)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  gboolean any = FALSE;

  for (; row != self->day_row; row = gtk_widget_get_next_sibling (row))
    {
      const char *field = nst_field_row_get_field (NST_FIELD_ROW (row));
      const char *text = nst_field_row_get_text (NST_FIELD_ROW (row));

      if (g_strcmp0 (text, nst_record_get_text (self->record, field)) == 0)
        continue;
      if (!nst_values_set_from (source, change, self->record, field, text, day, basis, error))
        return FALSE;
      any = TRUE;
    }
  if (any)
    {
      nst_values_clear_cases (source, change, self->record, day, basis);
      return TRUE;
    }
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
               _ ("Nothing is different yet; type the new value."));
  return FALSE;
}

static gboolean
apply (NstDatedForm *self, GError **error)
{
  g_autoptr (NstChange) change = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  GDate day;

  if (!nst_date_from_text (&day, nst_field_row_get_text (NST_FIELD_ROW (self->day_row))))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                   _ ("It is not known from which day on; name the day."));
      return FALSE;
    }
  label = nst_date_to_label (&day);
  title = g_strdup_printf (_ ("%s: changed from %s"), nst_record_get_title (self->record), label);
  change = nst_change_new (title);
  return take_values (self, change, &day,
                      nst_field_row_get_text (NST_FIELD_ROW (self->basis_row)), error) &&
         nst_store_apply (nst_office_get_store (self->office), change, error);
}

static void
confirm_cb (NstDatedForm *self)
{
  g_autoptr (GError) error = NULL;

  /* Leaving the last field takes what was typed there. */
  gtk_widget_grab_focus (self->button);
  if (apply (self, &error))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  clear_box (GTK_WIDGET (self->errors));
  gtk_box_append (self->errors, nst_finding_row_new_message (error->message, NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->errors), TRUE);
}

static void
shown_cb (NstDatedForm *self)
{
  fill (self);
  gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->list)));
}

static void
nst_dated_form_dispose (GObject *object)
{
  NstDatedForm *self = NST_DATED_FORM (object);

  g_clear_object (&self->record);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (nst_dated_form_parent_class)->dispose (object);
}

static void
nst_dated_form_class_init (NstDatedFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_dated_form_dispose;
}

static void
nst_dated_form_init (NstDatedForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->errors = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->button = gtk_button_new_with_label (_ ("Change from this day"));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->errors));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_set_size_request (box, 320, -1);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step-form");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New values"), -1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (confirm_cb), self);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

GtkWidget *
nst_dated_form_new (NstOffice *office, NstRecord *record, const char *const *fields)
{
  NstDatedForm *self = g_object_new (NST_TYPE_DATED_FORM, NULL);

  self->office = g_object_ref (office);
  self->record = g_object_ref (record);
  self->fields = fields;
  return GTK_WIDGET (self);
}
