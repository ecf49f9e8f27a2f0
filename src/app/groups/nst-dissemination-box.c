/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a group plans to tell others of its experience (DOMAIN 4.28); it goes to the operator
 * together with the programme. */
#include "config.h"

#include "app/groups/nst-dissemination-box.h"

#include "app/widgets/nst-date-button.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-field-row.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-state-pill.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

struct _NstDisseminationBox
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *group;

  GtkPopover *popover;
  AdwEntryRow *title_row;
  AdwEntryRow *who_row;
  AdwEntryRow *place_row;
  NstDateButton *date_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NstDisseminationBox, nst_dissemination_box, GTK_TYPE_WIDGET)

static const char *const item_fields[] = { "title", "team",    "who", "place",
                                           "date",  "sent_on", NULL };

static NstSource *
get_source (NstDisseminationBox *self)
{
  return NST_SOURCE (nst_office_get_store (self->office));
}

static NstRecord *
get_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "nst-item");
}

static void
append_word (GString *words, const char *word)
{
  if (word != NULL && word[0] != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", word);
}

static void
describe (GtkWidget *row)
{
  NstRecord *item = get_item (row);
  GtkWidget *pill = g_object_get_data (G_OBJECT (row), "nst-pill");
  g_autofree char *day = nst_date_text_to_label (nst_record_get_text (item, "date"));
  g_autofree char *sent = nst_date_text_to_label (nst_record_get_text (item, "sent_on"));
  g_autofree char *state = nst_record_get_text (item, "sent_on") != NULL
                               ? g_strdup_printf (_ ("sent %s"), sent)
                               : g_strdup (_ ("not sent"));
  g_autoptr (GString) words = g_string_new (NULL);

  append_word (words, day);
  append_word (words, nst_record_get_text (item, "place"));
  append_word (words, nst_record_get_text (item, "who"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nst_record_get_title (item));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words->str);
  g_object_set (pill, "state-title", state, "tone",
                nst_record_get_text (item, "sent_on") != NULL ? "good" : "waiting", NULL);
}

static void
remove_clicked_cb (NstDisseminationBox *self, GtkWidget *button)
{
  NstRecord *item = get_item (button);
  g_autofree char *title = g_strdup_printf (_ ("Remove “%s”"), nst_record_get_title (item));
  g_autoptr (NstChange) change = nst_change_new (title);
  g_autoptr (GError) error = NULL;

  nst_change_remove (change, item);
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
}

static void
append_remove (NstDisseminationBox *self, GtkWidget *row, NstRecord *item)
{
  GtkWidget *line = adw_preferences_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove from the plan"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 6);
  gtk_widget_set_margin_end (button, 6);
  g_object_set_data_full (G_OBJECT (button), "nst-item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
}

static GtkWidget *
new_row (NstDisseminationBox *self, NstRecord *item)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *pill = nst_state_pill_new (NULL, "neutral");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  nst_state_pill_set_whole (NST_STATE_PILL (pill));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), pill);
  for (guint i = 0; item_fields[i] != NULL; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              nst_field_row_new (self->office, item, item_fields[i]));
  append_remove (self, row, item);
  g_object_set_data (G_OBJECT (row), "nst-pill", pill);
  g_object_set_data_full (G_OBJECT (row), "nst-item", g_object_ref (item), g_object_unref);
  describe (row);
  return row;
}

/* Rows of items that stay are kept: one of them may be edited just now. */
static void
fill (NstDisseminationBox *self)
{
  g_autoptr (GPtrArray) items =
      self->group != NULL
          ? nst_source_list_of (get_source (self), "dissemination", "group", self->group)
          : g_ptr_array_new ();
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  guint position = 0;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, (int) position)) != NULL)
    if (g_ptr_array_find (items, get_item (GTK_WIDGET (row)), NULL))
      {
        describe (GTK_WIDGET (row));
        g_hash_table_add (shown, get_item (GTK_WIDGET (row)));
        position++;
      }
    else
      {
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      }
  for (guint i = 0; i < items->len; i++)
    if (!g_hash_table_contains (shown, items->pdata[i]))
      gtk_list_box_append (self->list, new_row (self, items->pdata[i]));
}

static gboolean
fill_later_cb (gpointer data)
{
  NstDisseminationBox *self = data;

  if (self->office != NULL)
    fill (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the button that removes an item is still at work. */
static void
store_changed_cb (NstStore *store G_GNUC_UNUSED, GVariant *changed, NstDisseminationBox *self)
{
  GVariantIter iter;
  const char *kind;
  gint64 id;
  gboolean ours = FALSE;

  g_variant_iter_init (&iter, changed);
  while (g_variant_iter_next (&iter, "(&sx)", &kind, &id))
    ours = ours || g_str_equal (kind, "dissemination");
  if (ours)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_later_cb, g_object_ref (self), g_object_unref);
}

static void
shown_cb (NstDisseminationBox *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->who_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->place_row), "");
  nst_date_button_set_date (self->date_button, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
take (NstChange *change, NstRecord *item, const char *field, AdwEntryRow *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (text[0] != '\0')
    nst_change_set (change, item, field, text);
}

static void
add_cb (NstDisseminationBox *self)
{
  g_autofree char *typed =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  g_autofree char *title = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) item = NULL;
  g_autoptr (GError) error = NULL;

  if (typed[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
      return;
    }
  title = g_strdup_printf (_ ("Plan “%s”"), typed);
  change = nst_change_new (title);
  item = nst_change_add (change, "dissemination", "title", typed, NULL);
  nst_change_set_ref (change, item, "group", self->group);
  take (change, item, "who", self->who_row);
  take (change, item, "place", self->place_row);
  nst_change_set (change, item, "date", nst_date_button_get_date (self->date_button));
  if (!nst_store_apply (nst_office_get_store (self->office), change, &error))
    nst_report_error (GTK_WIDGET (self), error);
  else
    gtk_popover_popdown (self->popover);
}

static void
nst_dissemination_box_dispose (GObject *object)
{
  NstDisseminationBox *self = NST_DISSEMINATION_BOX (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_DISSEMINATION_BOX);
  g_clear_object (&self->group);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_dissemination_box_parent_class)->dispose (object);
}

static void
nst_dissemination_box_class_init (NstDisseminationBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_DATE_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = nst_dissemination_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "groups/nst-dissemination-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NstDisseminationBox, popover);
  gtk_widget_class_bind_template_child (widget_class, NstDisseminationBox, title_row);
  gtk_widget_class_bind_template_child (widget_class, NstDisseminationBox, who_row);
  gtk_widget_class_bind_template_child (widget_class, NstDisseminationBox, place_row);
  gtk_widget_class_bind_template_child (widget_class, NstDisseminationBox, date_button);
  gtk_widget_class_bind_template_child (widget_class, NstDisseminationBox, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
nst_dissemination_box_init (NstDisseminationBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_dissemination_box_set_group (NstDisseminationBox *self, NstOffice *office, NstRecord *group)
{
  if (g_set_object (&self->office, office) && office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed",
                             G_CALLBACK (store_changed_cb), self, 0);
  g_set_object (&self->group, group);
  if (office != NULL)
    fill (self);
}
