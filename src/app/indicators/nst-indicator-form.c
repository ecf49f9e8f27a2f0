/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with a form for what people say of an indicator: value, target, supposition. */
#include "config.h"

#include "app/indicators/nst-indicator-form.h"

#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-report.h"

#include <glib/gi18n.h>

#define FORM_WIDTH 340
#define FORM_HEIGHT 420

struct _NstIndicatorForm
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkListBox *rows;
  GtkWidget *save;

  NstOffice *office;
  NstRecord *record; /* (nullable): that is changed */
  const NstKind *kind;
  char *code;
  NstIndicatorPlace place;
};

typedef enum
{
  FORM_VALUE,
  FORM_TARGET,
  FORM_SUPPOSED,
  FORM_SCENARIO,
} Form;

G_DEFINE_FINAL_TYPE (NstIndicatorForm, nst_indicator_form, GTK_TYPE_WIDGET)

static Form
get_form (NstIndicatorForm *self)
{
  static const char *const kinds[] = { "indicator_value", "indicator_target", "scenario_value" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (self->kind->name, kinds[i]))
      return (Form) i;
  return FORM_SCENARIO;
}

static const char *const *
get_asks (NstIndicatorForm *self)
{
  static const char *const of_value[] = { "value", "source", "person", "organisation",
                                          "date",  "note",   NULL };
  static const char *const of_target[] = { "value", "note", NULL };
  static const char *const of_supposed[] = { "value", NULL };
  static const char *const of_scenario[] = { "name", "note", NULL };
  static const char *const *const asks[] = { of_value, of_target, of_supposed, of_scenario };

  return asks[get_form (self)];
}

/* Enter in any line of the form saves. */
static void
let_enter_save (GtkWidget *widget)
{
  if (ADW_IS_ENTRY_ROW (widget))
    {
      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (widget), TRUE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_enter_save (child);
}

static char *
dup_today (NstIndicatorForm *self)
{
  NstRuleContext context;
  char text[16];

  nst_office_get_context (self->office, &context);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &context.today);
  return g_strdup (text);
}

static void
shown_cb (NstIndicatorForm *self)
{
  const char *const *asks = get_asks (self);
  GtkListBoxRow *old;

  while ((old = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (old));
  for (guint i = 0; asks[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      GtkWidget *row;

      if (self->record != NULL)
        text = g_strdup (nst_record_get_text (self->record, asks[i]));
      else if (g_str_equal (asks[i], "date"))
        text = dup_today (self);
      row =
          nst_field_row_new_free (self->office, nst_kind_find_field (self->kind, asks[i]), text);
      let_enter_save (row);
      gtk_list_box_append (self->rows, row);
    }
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, 0)));
}

static char *
make_title (NstIndicatorForm *self)
{
  switch (get_form (self))
    {
    case FORM_VALUE:
      return g_strdup_printf (_ ("Value of %s for %u"), self->code, self->place.year);
    case FORM_TARGET:
      return g_strdup_printf (_ ("Target of %s for %u"), self->code, self->place.year);
    case FORM_SUPPOSED:
      return g_strdup_printf (_ ("What if: %s for %u"), self->code, self->place.year);
    case FORM_SCENARIO:
    default:
      return g_strdup (_ ("Scenario of what if"));
    }
}

static void
set_number (NstChange *change, NstRecord *record, const char *field, gint64 number)
{
  if (number > 0 && nst_kind_find_field (nst_record_get_kind (record), field) != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

      nst_change_set (change, record, field, text);
    }
}

/* What the form does not ask for, because it is known where the form stands. */
static void
set_place (NstIndicatorForm *self, NstChange *change, NstRecord *record)
{
  if (get_form (self) == FORM_SCENARIO)
    return;
  nst_change_set (change, record, "code", self->code);
  set_number (change, record, "year", self->place.year);
  set_number (change, record, "territory", self->place.territory);
  set_number (change, record, "scenario", self->place.scenario);
  set_number (change, record, "target", self->place.target);
}

static NstChange *
make_change (NstIndicatorForm *self)
{
  const char *const *asks = get_asks (self);
  g_autofree char *title = make_title (self);
  NstChange *change = nst_change_new (title);
  g_autoptr (NstRecord) record = self->record != NULL
                                     ? g_object_ref (self->record)
                                     : nst_change_add (change, self->kind->name, NULL);

  if (self->record == NULL)
    set_place (self, change, record);
  for (guint i = 0; asks[i] != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->rows, (int) i);
      const char *text = nst_field_row_get_text (NST_FIELD_ROW (row));

      if (text != NULL && text[0] == '\0')
        text = NULL;
      if (g_strcmp0 (text, nst_record_get_text (record, asks[i])) != 0)
        nst_change_set (change, record, asks[i], text);
    }
  return change;
}

static void
apply (NstIndicatorForm *self, NstChange *change)
{
  g_autoptr (NstIndicatorForm) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  if (nst_store_apply (nst_office_get_store (self->office), change, &error))
    gtk_menu_button_popdown (GTK_MENU_BUTTON (kept->button));
  else
    nst_report_error (GTK_WIDGET (kept), error);
}

static void
save_cb (NstIndicatorForm *self)
{
  g_autoptr (NstChange) change = NULL;

  /* Leaving the last field takes what was typed there. */
  gtk_widget_grab_focus (self->save);
  change = make_change (self);
  apply (self, change);
}

static void
remove_cb (NstIndicatorForm *self)
{
  g_autofree char *title =
      g_strdup_printf (_ ("Remove “%s”"), nst_record_get_title (self->record));
  g_autoptr (NstChange) change = nst_change_new (title);

  nst_change_remove (change, self->record);
  apply (self, change);
}

static GtkWidget *
make_buttons (NstIndicatorForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  if (self->record != NULL)
    {
      GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("_Remove"));

      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), remove);
    }
  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->save);
  return box;
}

static GtkWidget *
make_popover (NstIndicatorForm *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), FORM_HEIGHT);
  gtk_widget_set_size_request (scrolled, FORM_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (popover), self->save);
  g_signal_connect_object (popover, "map", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  return popover;
}

static void
nst_indicator_form_dispose (GObject *object)
{
  NstIndicatorForm *self = NST_INDICATOR_FORM (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->office);
  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (nst_indicator_form_parent_class)->dispose (object);
}

static void
nst_indicator_form_class_init (NstIndicatorFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_indicator_form_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nst_indicator_form_init (NstIndicatorForm *self)
{
  self->button = gtk_menu_button_new ();
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static const char *
get_label (NstIndicatorForm *self)
{
  gboolean new = self->record == NULL;

  switch (get_form (self))
    {
    case FORM_VALUE:
      return new ? _ ("Enter a _value") : _ ("Change the _value");
    case FORM_TARGET:
      return new ? _ ("Set a _target") : _ ("Change the _target");
    case FORM_SUPPOSED:
      return self->place.target ? _ ("Suppose a _target") : _ ("Suppose a _value");
    case FORM_SCENARIO:
    default:
      return new ? _ ("_New scenario") : _ ("_Rename");
    }
}

/**
 * nst_indicator_form_new:
 * @office: at whose base
 * @kind: "indicator_value", "indicator_target", "scenario_value" or "scenario"
 * @place: of which indicator, year and territory
 * @id: number of the record that is changed; 0 for a new one
 */
GtkWidget *
nst_indicator_form_new (NstOffice *office, const char *kind, const NstIndicatorPlace *place,
                        gint64 id)
{
  NstIndicatorForm *self = g_object_new (NST_TYPE_INDICATOR_FORM, NULL);

  self->office = g_object_ref (office);
  self->kind = nst_kinds_find (kind);
  self->code = g_strdup (place->code);
  self->place = *place;
  self->place.code = self->code;
  if (id > 0)
    self->record = nst_source_dup (NST_SOURCE (nst_office_get_store (office)), kind, id);
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), get_label (self));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  return GTK_WIDGET (self);
}
