/* SPDX-License-Identifier: GPL-3.0-or-later */
/* School years: which one it is, closing it, opening it again. */
#include "config.h"

#include "app/office/nst-year-page.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-step-form.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-years.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define CLOSE_STEP "close-year"
#define REOPEN_STEP "reopen-year"

struct _NstYearPage
{
  GtkWidget parent_instance;

  GtkWidget *content; /* bound, so that it goes with the template */
  NstSectionHeader *header;
  GtkBox *years;

  NstOffice *office;
  guint idle;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstYearPage, nst_year_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

/* A year that the office does not keep yet, to look at. */
static NstRecord *
dup_year (NstYearPage *self, const char *number)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autoptr (GPtrArray) found = nst_source_list (source, "year", "number", number);
  g_autoptr (NstChange) sketch = NULL;

  if (found->len > 0)
    return g_object_ref (found->pdata[0]);
  sketch = nst_change_new (number);
  return nst_change_add (sketch, "year", "number", number, "state", "OPEN", NULL);
}

static guint
count_carried (NstChange *change)
{
  GPtrArray *items = nst_change_get_items (change);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const NstChangeItem *item = g_ptr_array_index (items, i);

      if (item->op == NST_CHANGE_ADD &&
          g_str_equal (nst_record_get_kind (item->record)->name, "team"))
        n++;
    }
  return n;
}

/* What closing does, before it is done. */
static char *
dup_outcome (const NstRuleContext *context, NstRecord *year, NstChange *plan)
{
  g_autoptr (GPtrArray) teams = nst_years_list_teams (context, year);
  g_autofree char *next = NULL;
  guint carried = count_carried (plan);
  guint staying = teams->len - MIN (teams->len, carried);
  GString *text = g_string_new (NULL);
  GDate start;
  GDate end;

  if (!nst_years_get_days (context, year, &start, &end))
    return g_string_free (text, FALSE);
  g_date_add_days (&end, 1);
  next = nst_years_dup_number (context, &end);
  if (carried == 0)
    {
      g_string_append_printf (text,
                              _ ("When it is closed, no team goes on into %s: they are there "
                                 "already, or are not on the registry."),
                              next);
      staying = 0;
    }
  else
    g_string_append_printf (
        text,
        ngettext ("When it is closed, %u team goes on into %s with its members and directions.",
                  "When it is closed, %u teams go on into %s with their members and directions.",
                  carried),
        carried, next);
  if (staying > 0)
    g_string_append_printf (text,
                            ngettext (" %u team that is not on the registry does not.",
                                      " %u teams that are not on the registry do not.", staying),
                            staying);
  g_string_append (text, _ (" Groups, agreements, programmes, marks and reports stay in the old "
                            "year and can only be read."));
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_title (GtkBox *box, const NstRuleContext *context, NstRecord *year)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *pill = g_object_new (NST_TYPE_STATE_PILL, "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *title =
      g_strdup_printf (_ ("School year %s"), nst_record_get_text (year, "number"));
  g_autofree char *days = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  GDate start;
  GDate end;

  gtk_box_append (GTK_BOX (bar), make_label (title, "title-4"));
  nst_state_pill_set_state (NST_STATE_PILL (pill), nst_steps_get_state (context, year));
  gtk_box_append (GTK_BOX (bar), pill);
  gtk_box_append (box, bar);
  if (!nst_years_get_days (context, year, &start, &end))
    return;
  first = nst_date_to_label (&start);
  last = nst_date_to_label (&end);
  days = g_strdup_printf ("%s – %s", first, last);
  gtk_box_append (box, make_label (days, "dim-label"));
}

/* Kept with the step itself: two actions, as the base has to know the year before it closes. */
static gboolean
close_year (NstYearPage *self, const char *number, GError **error)
{
  NstStore *store = nst_office_get_store (self->office);
  g_autoptr (NstRecord) year = dup_year (self, number);
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) added = NULL;
  g_autofree char *title = NULL;

  if (nst_record_get_id (year) > 0)
    return nst_office_do (self->office, year, CLOSE_STEP, args, NULL, error);
  title = g_strdup_printf (_ ("School year %s"), number);
  change = nst_change_new (title);
  added = nst_change_add (change, "year", "number", number, "state", "OPEN", NULL);
  if (!nst_store_apply (store, change, error))
    return FALSE;
  if (nst_office_do (self->office, added, CLOSE_STEP, args, NULL, error))
    return TRUE;
  nst_store_undo (store, NULL, NULL);
  return FALSE;
}

static void
close_cb (NstYearPage *self, GtkWidget *button)
{
  g_autofree char *number = g_strdup (g_object_get_data (G_OBJECT (button), "number"));
  g_autoptr (GError) error = NULL;

  if (!close_year (self, number, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
add_open (NstYearPage *self, GtkBox *box, const NstRuleContext *context, NstRecord *year)
{
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NstChange) plan = nst_steps_plan (context, year, CLOSE_STEP, args, &error);
  const NstLifeStep *step = nst_steps_find (context->scheme, CLOSE_STEP, NULL);
  g_autofree char *outcome = NULL;
  GtkWidget *button;
  GDate start;
  GDate end;

  if (plan == NULL || step == NULL)
    {
      gtk_box_append (box, make_label (error == NULL ? "" : error->message, NULL));
      return;
    }
  outcome = dup_outcome (context, year, plan);
  gtk_box_append (box, make_label (outcome, NULL));
  button = gtk_button_new_with_label (step->title);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  /* Nobody is urged to close a year that still lasts. */
  if (nst_years_get_days (context, year, &start, &end) &&
      g_date_compare (&end, &context->today) < 0)
    gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data_full (G_OBJECT (button), "number",
                          g_strdup (nst_record_get_text (year, "number")), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

static void
confirmed_cb (NstYearPage *self, NstStepForm *form)
{
  g_autoptr (NstStepArgs) args = nst_step_form_get_args (form);
  g_autoptr (NstRecord) year = g_object_ref (g_object_get_data (G_OBJECT (form), "year"));
  g_autoptr (GError) error = NULL;

  if (nst_office_do (self->office, year, REOPEN_STEP, args, NULL, &error))
    gtk_popover_popdown (GTK_POPOVER (form));
  else
    nst_step_form_show_error (form, error);
}

static void
add_closed (NstYearPage *self, GtkBox *box, const NstRuleContext *context, NstRecord *year)
{
  const NstLifeStep *step = nst_steps_find (context->scheme, REOPEN_STEP, NULL);
  g_autofree char *day = nst_date_text_to_label (nst_record_get_text (year, "closed_on"));
  g_autofree char *text = g_strdup_printf (
      _ ("Closed on %s. What belongs to it can only be read; who has to correct something opens "
         "it again and says why."),
      day);
  GtkWidget *button;
  GtkWidget *form;

  gtk_box_append (box, make_label (text, NULL));
  if (step == NULL)
    return;
  form = nst_step_form_new (self->office, year, step);
  g_object_set_data_full (G_OBJECT (form), "year", g_object_ref (year), g_object_unref);
  g_signal_connect_object (form, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), step->title);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), form);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
}

static void
add_year (NstYearPage *self, const NstRuleContext *context, const char *number)
{
  g_autoptr (NstRecord) year = dup_year (self, number);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  const char *ground = nst_record_get_text (year, "ground");
  const gboolean closed = g_strcmp0 (nst_record_get_text (year, "state"), "CLOSED") == 0;

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "year");
  add_title (GTK_BOX (box), context, year);
  if (ground != NULL && !closed)
    {
      g_autofree char *day = nst_date_text_to_label (nst_record_get_text (year, "reopened_on"));
      g_autofree char *text = g_strdup_printf (_ ("Opened again on %s: %s"), day, ground);

      gtk_box_append (GTK_BOX (box), make_label (text, NULL));
    }
  if (closed)
    add_closed (self, GTK_BOX (box), context, year);
  else
    add_open (self, GTK_BOX (box), context, year);
  gtk_box_append (self->years, box);
}

static gint
compare_down (gconstpointer a, gconstpointer b)
{
  return -g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
take_number (GPtrArray *numbers, const char *number)
{
  if (number != NULL && !g_ptr_array_find_with_equal_func (numbers, number, g_str_equal, NULL))
    g_ptr_array_add (numbers, g_strdup (number));
}

/* The year before counts when something of it is left to be closed. */
static gboolean
had_teams (NstYearPage *self, const NstRuleContext *context, const char *number)
{
  g_autoptr (NstRecord) year = dup_year (self, number);
  g_autoptr (GPtrArray) teams = nst_years_list_teams (context, year);

  return teams->len > 0;
}

static GPtrArray *
list_numbers (NstYearPage *self, const NstRuleContext *context)
{
  GPtrArray *numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) kept = nst_source_list (context->source, "year", NULL, NULL);
  g_autofree char *current = nst_years_dup_number (context, &context->today);
  g_autofree char *before = NULL;
  GDate start;
  GDate end;

  take_number (numbers, current);
  if (nst_years_read (context, current, &start, &end))
    {
      g_date_subtract_days (&start, 1);
      before = nst_years_dup_number (context, &start);
      if (had_teams (self, context, before))
        take_number (numbers, before);
    }
  for (guint i = 0; i < kept->len; i++)
    take_number (numbers, nst_record_get_text (kept->pdata[i], "number"));
  g_ptr_array_sort (numbers, compare_down);
  return numbers;
}

static void
fill (NstYearPage *self)
{
  g_autoptr (GPtrArray) numbers = NULL;
  NstRuleContext context;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->years))) != NULL)
    gtk_box_remove (self->years, child);
  nst_office_get_context (self->office, &context);
  numbers = list_numbers (self, &context);
  for (guint i = 0; i < numbers->len; i++)
    add_year (self, &context, numbers->pdata[i]);
}

static gboolean
idle_cb (gpointer data)
{
  NstYearPage *self = data;

  self->idle = 0;
  if (self->office == NULL)
    return G_SOURCE_REMOVE;
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
queue_fill (NstYearPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstYearPage *self = NST_YEAR_PAGE (section);

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_fill, self);
  g_set_object (&self->office, office);
  if (office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_fill),
                             self, G_CONNECT_SWAPPED);
}

static void
open_years (NstSection *section, NstRecord *record G_GNUC_UNUSED, const char *field G_GNUC_UNUSED)
{
  fill (NST_YEAR_PAGE (section));
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_years;
}

static gboolean
nst_year_page_grab_focus (GtkWidget *widget)
{
  NstYearPage *self = NST_YEAR_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->years), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_child_focus (GTK_WIDGET (self->header), GTK_DIR_TAB_FORWARD);
}

static void
nst_year_page_dispose (GObject *object)
{
  NstYearPage *self = NST_YEAR_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_YEAR_PAGE);

  G_OBJECT_CLASS (nst_year_page_parent_class)->dispose (object);
}

static void
nst_year_page_class_init (NstYearPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_year_page_dispose;
  widget_class->grab_focus = nst_year_page_grab_focus;

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "office/nst-year-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NstYearPage, content);
  gtk_widget_class_bind_template_child (widget_class, NstYearPage, header);
  gtk_widget_class_bind_template_child (widget_class, NstYearPage, years);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
nst_year_page_init (NstYearPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
