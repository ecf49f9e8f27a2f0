/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the work of a group goes, as its curator watches it, and what was done with it. */
#include "config.h"

#include "app/groups/nst-group-control.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-ui.h"
#include "documents/nst-record-sheet.h"
#include "rules/nst-group-sides.h"
#include "store/nst-history.h"

#include <adwaita.h>

/* What is older is in the list of the whole history. */
#define MAX_ENTRIES 100

struct _NstGroupControl
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *group;
  guint idle;

  GtkButton *sheet_button;
  GtkWidget *values_box;
  GtkListBox *values;
  AdwExpanderRow *history;
  GPtrArray *entries; /* its rows */
};

G_DEFINE_FINAL_TYPE (NstGroupControl, nst_group_control, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

/* Numbers of the sheet have a point, people read a comma. */
static char *
dup_value (const NstSpreadsheet *sheet, guint column)
{
  const char *text = nst_spreadsheet_get_text (sheet, 0, column);

  if (text != NULL && nst_spreadsheet_get_type (sheet, 0, column) == NST_CELL_NUMBER)
    return g_strdelimit (g_strdup (text), ".", ',');
  return g_strdup (text);
}

static void
fill_values (NstGroupControl *self)
{
  g_autoptr (NstSpreadsheet) sheet = nst_record_sheet_make_control (self->office, self->group);

  clear_list (self->values);
  for (guint i = 0; sheet != NULL && i < nst_spreadsheet_get_n_columns (sheet); i++)
    {
      g_autofree char *value = dup_value (sheet, i);

      if (value != NULL)
        gtk_list_box_append (self->values,
                             new_row (nst_spreadsheet_get_heading (sheet, i), value));
    }
  gtk_widget_set_visible (self->values_box, sheet != NULL);
}

/* Day, what was done, and who did it. */
static void
append_entry (NstGroupControl *self, const NstHistoryEntry *entry)
{
  const char *who = entry->person != NULL ? entry->person : entry->recorder;
  g_autofree char *day = nst_date_text_to_label (entry->day);
  g_autofree char *detail = who != NULL ? g_strdup_printf ("%s · %s", day, who) : g_strdup (day);
  GtkWidget *row = new_row (entry->title, detail);

  adw_expander_row_add_row (self->history, row);
  g_ptr_array_add (self->entries, row);
}

/* The newest first. */
static void
fill_history (NstGroupControl *self)
{
  g_autoptr (GPtrArray) entries = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    adw_expander_row_remove (self->history, self->entries->pdata[i]);
  g_ptr_array_set_size (self->entries, 0);
  if (self->group == NULL || !adw_expander_row_get_expanded (self->history))
    return;
  entries =
      nst_history_list (nst_office_get_store (self->office), self->group, MAX_ENTRIES, NULL);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const NstHistoryEntry *entry = entries->pdata[i];

      if (!entry->undone && g_str_equal (entry->kind, "action"))
        append_entry (self, entry);
    }
}

static void
fill (NstGroupControl *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->group != NULL);
  if (self->group == NULL || nst_record_get_stale (self->group))
    return;
  fill_values (self);
  fill_history (self);
}

static gboolean
fill_cb (gpointer data)
{
  NstGroupControl *self = data;

  self->idle = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (NstGroupControl *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (fill_cb, self);
}

/* The sheet lists all groups of the territory, so it is the territory's paper. */
static void
sheet_clicked_cb (NstGroupControl *self)
{
  g_autoptr (NstRecord) territory = NULL;
  g_autofree char *target = NULL;
  NstRuleContext context;
  const char *form;

  nst_office_get_context (self->office, &context);
  form = nst_scheme_get_limit (context.scheme, "form.control");
  territory = nst_group_sides_dup_territory (&context, self->group);
  if (territory == NULL || form == NULL)
    return;
  target =
      g_strdup_printf ("territory/%" G_GINT64_FORMAT "#%s", nst_record_get_id (territory), form);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.document", "s", target);
}

static void
nst_group_control_dispose (GObject *object)
{
  NstGroupControl *self = NST_GROUP_CONTROL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_GROUP_CONTROL);
  g_clear_object (&self->group);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_group_control_parent_class)->dispose (object);
}

static void
nst_group_control_finalize (GObject *object)
{
  g_ptr_array_unref (NST_GROUP_CONTROL (object)->entries);
  G_OBJECT_CLASS (nst_group_control_parent_class)->finalize (object);
}

static void
nst_group_control_class_init (NstGroupControlClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_group_control_dispose;
  G_OBJECT_CLASS (klass)->finalize = nst_group_control_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "groups/nst-group-control.ui");
  gtk_widget_class_bind_template_child (widget_class, NstGroupControl, sheet_button);
  gtk_widget_class_bind_template_child (widget_class, NstGroupControl, values_box);
  gtk_widget_class_bind_template_child (widget_class, NstGroupControl, values);
  gtk_widget_class_bind_template_child (widget_class, NstGroupControl, history);
  gtk_widget_class_bind_template_callback (widget_class, sheet_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_history);
}

static void
nst_group_control_init (NstGroupControl *self)
{
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_group_control_set_group (NstGroupControl *self, NstOffice *office, NstRecord *group)
{
  NstScheme *scheme = office != NULL ? nst_office_get_scheme (office) : NULL;

  if (g_set_object (&self->office, office) && office != NULL)
    g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_fill),
                             self, G_CONNECT_SWAPPED);
  g_set_object (&self->group, group);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_button),
                          scheme != NULL &&
                              nst_scheme_get_limit (scheme, "form.control") != NULL);
  adw_expander_row_set_expanded (self->history, FALSE);
  fill (self);
}
