/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that belong to another one: a list that is added to, edited in place, removed from. */
#include "config.h"

#include "app/widgets/nst-records-box.h"

#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstRecordsBox
{
  GtkWidget parent_instance;

  const NstRecordsForm *form;
  NstOffice *office;
  NstRecord *owner;

  GtkLabel *heading;
  GtkMenuButton *add_button;
  AdwButtonContent *add_content;
  GtkPopover *popover;
  GtkListBox *asks;
  GtkButton *confirm_button;
  GtkListBox *list;
  GtkLabel *empty;
};

G_DEFINE_FINAL_TYPE (NstRecordsBox, nst_records_box, GTK_TYPE_WIDGET)

/**
 * nst_records_dup_code:
 * @office: whose scheme words the codes
 * @catalogue: name of a catalogue
 * @code: (nullable): a code, or an own wording
 *
 * Returns: (transfer full) (nullable): as people read it, short where there is a short form
 */
char *
nst_records_dup_code (NstOffice *office, const char *catalogue, const char *code)
{
  NstCatalogue *found = nst_scheme_get_catalogue (nst_office_get_scheme (office), catalogue);
  const NstCatalogueEntry *entry = NULL;

  if (found != NULL && code != NULL)
    entry = nst_catalogue_find (found, code);
  if (entry == NULL)
    return g_strdup (code);
  return g_strdup (entry->short_title != NULL ? entry->short_title : entry->title);
}

void
nst_records_append_word (GString *words, const char *word)
{
  if (word != NULL && word[0] != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

static NstRecord *
get_record (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "nst-record");
}

static char *
dup_title (NstRecordsBox *self, NstRecord *record)
{
  if (self->form->dup_title != NULL)
    return self->form->dup_title (self->office, record);
  return g_strdup (nst_record_get_title (record));
}

static void
describe (NstRecordsBox *self, GtkWidget *row)
{
  NstRecord *record = get_record (row);
  NstStatePill *pill = g_object_get_data (G_OBJECT (row), "nst-pill");
  g_autofree char *title = dup_title (self, record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (self->form->dup_subtitle != NULL)
    {
      g_autofree char *subtitle = self->form->dup_subtitle (self->office, record);

      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
    }
  if (pill != NULL)
    self->form->show_state (self->office, record, pill);
}

static void
remove_clicked_cb (NstRecordsBox *self, GtkWidget *button)
{
  NstRecord *record = get_record (button);
  g_autofree char *name = dup_title (self, record);
  g_autofree char *title = g_strdup_printf (_ ("Remove “%s”"), name);
  g_autoptr (NstChange) change = nst_change_new (title);
  g_autoptr (GError) error = NULL;

  nst_change_remove (change, record);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
append_remove (NstRecordsBox *self, GtkWidget *row, NstRecord *record)
{
  GtkWidget *line = adw_preferences_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ (self->form->remove));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  gtk_widget_set_margin_end (button, 6);
  g_object_set_data_full (G_OBJECT (button), "nst-record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
}

static GtkWidget *
new_row (NstRecordsBox *self, NstRecord *record)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (self->form->show_state != NULL)
    {
      GtkWidget *pill = nst_state_pill_new (NULL, "neutral");

      nst_state_pill_set_whole (NST_STATE_PILL (pill));
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (row), pill);
      g_object_set_data (G_OBJECT (row), "nst-pill", pill);
    }
  for (guint i = 0; self->form->fields[i] != NULL; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              nst_field_row_new (self->office, record, self->form->fields[i]));
  if (self->form->new_more != NULL)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              self->form->new_more (self->office, record));
  append_remove (self, row, record);
  g_object_set_data_full (G_OBJECT (row), "nst-record", g_object_ref (record), g_object_unref);
  describe (self, row);
  return row;
}

/* Rows of records that stay are kept: one of them may be edited just now. */
static void
fill (NstRecordsBox *self)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autoptr (GPtrArray) records =
      self->owner != NULL
          ? nst_source_list_of (source, self->form->kind, self->form->owner, self->owner)
          : g_ptr_array_new ();
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  guint position = 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) position)) != NULL)
    if (g_ptr_array_find (records, get_record (GTK_WIDGET (row)), NULL))
      {
        describe (self, GTK_WIDGET (row));
        g_hash_table_add (shown, get_record (GTK_WIDGET (row)));
        position++;
      }
    else
      {
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      }
  for (guint i = 0; i < records->len; i++)
    if (!g_hash_table_contains (shown, records->pdata[i]))
      gtk_list_box_append (self->list, new_row (self, records->pdata[i]));
}

static gboolean
fill_later_cb (gpointer data)
{
  NstRecordsBox *self = data;

  if (self->office != NULL)
    fill (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the button that removes a record is still at work. */
static void
store_changed_cb (NstStore *store G_GNUC_UNUSED, GVariant *changed, NstRecordsBox *self)
{
  GVariantIter iter;
  const char *kind;
  gint64 id;
  gboolean ours = FALSE;

  g_variant_iter_init (&iter, changed);
  while (g_variant_iter_next (&iter, "(&sx)", &kind, &id))
    ours =
        ours || g_str_equal (kind, self->form->kind) || g_strcmp0 (kind, self->form->child) == 0;
  if (ours)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_later_cb, g_object_ref (self), g_object_unref);
}

/* Enter in any line of the form adds. */
static void
let_enter_add (GtkWidget *widget)
{
  if (ADW_IS_ENTRY_ROW (widget))
    {
      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (widget), TRUE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_enter_add (child);
}

static void
clear_asks (NstRecordsBox *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->asks, 0)) != NULL)
    gtk_list_box_remove (self->asks, GTK_WIDGET (row));
}

static void
shown_cb (NstRecordsBox *self)
{
  const NstKind *kind = nst_kinds_find (self->form->kind);
  g_autofree char *today = NULL;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  today = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&context.today),
                           g_date_get_month (&context.today), g_date_get_day (&context.today));
  clear_asks (self);
  for (guint i = 0; self->form->asks[i] != NULL; i++)
    {
      const NstField *field = nst_kind_find_field (kind, self->form->asks[i]);
      gboolean known = self->form->today && g_str_equal (field->name, "date");
      GtkWidget *row = nst_field_row_new_free (self->office, field, known ? today : NULL);

      let_enter_add (row);
      gtk_list_box_append (self->asks, row);
    }
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->asks, 0)));
}

static char *
dup_asked (NstRecordsBox *self, const char *text)
{
  const NstField *field =
      nst_kind_find_field (nst_kinds_find (self->form->kind), self->form->asks[0]);

  if (field->type == NST_FIELD_TYPE_CODE)
    return nst_records_dup_code (self->office, field->target, text);
  return g_strdup (text);
}

static NstChange *
make_change (NstRecordsBox *self, const char *name)
{
  g_autofree char *shown = dup_asked (self, name);
  g_autofree char *title = g_strdup_printf (_ ("Add “%s”"), shown);
  NstChange *change = nst_change_new (title);
  g_autoptr (NstRecord) record = nst_change_add (change, self->form->kind, NULL);

  nst_change_set_ref (change, record, self->form->owner, self->owner);
  for (guint i = 0; self->form->asks[i] != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->asks, (int) i);
      const char *text = nst_field_row_get_text (NST_FIELD_ROW (row));

      if (text != NULL && text[0] != '\0')
        nst_change_set (change, record, self->form->asks[i], text);
    }
  return change;
}

static void
add_cb (NstRecordsBox *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->asks, 0);
  const char *name;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (GError) error = NULL;

  /* Leaving the last field takes what was typed there. */
  gtk_widget_grab_focus (GTK_WIDGET (self->confirm_button));
  name = nst_field_row_get_text (NST_FIELD_ROW (first));
  if (name == NULL || name[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (first));
      return;
    }
  change = make_change (self, name);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
  else
    gtk_popover_popdown (self->popover);
}

static void
nst_records_box_dispose (GObject *object)
{
  NstRecordsBox *self = NST_RECORDS_BOX (object);

  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_RECORDS_BOX);
  g_clear_object (&self->owner);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_records_box_parent_class)->dispose (object);
}

static void
nst_records_box_class_init (NstRecordsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_records_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "widgets/nst-records-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NstRecordsBox, heading);
  gtk_widget_class_bind_template_child (widget_class, NstRecordsBox, add_button);
  gtk_widget_class_bind_template_child (widget_class, NstRecordsBox, add_content);
  gtk_widget_class_bind_template_child (widget_class, NstRecordsBox, popover);
  gtk_widget_class_bind_template_child (widget_class, NstRecordsBox, asks);
  gtk_widget_class_bind_template_child (widget_class, NstRecordsBox, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, NstRecordsBox, list);
  gtk_widget_class_bind_template_child (widget_class, NstRecordsBox, empty);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
nst_records_box_init (NstRecordsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_popover_set_default_widget (self->popover, GTK_WIDGET (self->confirm_button));
}

static void
set_words (NstRecordsBox *self)
{
  const char *heading = _ (self->form->heading);

  gtk_label_set_text (self->heading, heading);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), _ (self->form->tip));
  adw_button_content_set_label (self->add_content, _ (self->form->button));
  gtk_button_set_label (self->confirm_button, _ (self->form->add));
  gtk_label_set_text (self->empty, _ (self->form->empty));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->asks), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->form->tip), -1);
}

/**
 * nst_records_box_set_owner:
 * @self: a box
 * @form: what its records are; lives as long as the program, the same each time
 * @office: (nullable): at whose base
 * @owner: (nullable): whose records
 */
void
nst_records_box_set_owner (NstRecordsBox *self, const NstRecordsForm *form, NstOffice *office,
                           NstRecord *owner)
{
  g_return_if_fail (NST_IS_RECORDS_BOX (self));
  g_return_if_fail (self->form == NULL || self->form == form);

  if (self->form == NULL)
    {
      self->form = form;
      set_words (self);
    }
  if (g_set_object (&self->office, office) && office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed",
                             G_CALLBACK (store_changed_cb), self, 0);
  g_set_object (&self->owner, owner);
  if (office != NULL)
    fill (self);
}
