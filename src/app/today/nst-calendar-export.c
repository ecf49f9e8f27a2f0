/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines for a calendar: all, of one territory, of one person; saved and opened. */
#include "config.h"

#include "app/today/nst-calendar-export.h"

#include "app/today/nst-waiting.h"
#include "app/widgets/nst-file-choice.h"
#include "app/widgets/nst-record-entry.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-deadline.h"
#include "store/nst-history.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* What is due further away comes with the next export. */
#define DAYS_AHEAD 366

struct _NstCalendarExport
{
  GtkWidget parent_instance;

  NstOffice *office;

  GtkMenuButton *button;
  GtkPopover *popover;
  AdwComboRow *territory;
  NstRecordEntry *person;
  GtkCheckButton *opens;
};

G_DEFINE_FINAL_TYPE (NstCalendarExport, nst_calendar_export, GTK_TYPE_WIDGET)

static gboolean
concerns (const NstDeadline *deadline, NstRecord *person)
{
  for (guint i = 0; i < deadline->people->len; i++)
    if (nst_record_get_id (deadline->people->pdata[i]) == nst_record_get_id (person))
      return TRUE;
  return FALSE;
}

static char *
dup_territory (NstCalendarExport *self)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (self->territory);

  return item != NULL && adw_combo_row_get_selected (self->territory) > 0
             ? g_strdup (gtk_string_object_get_string (item))
             : NULL;
}

/* What is open and chosen; the others of @all are left out. */
static GPtrArray *
list_chosen (NstCalendarExport *self, const NstRuleContext *context, GPtrArray *all)
{
  NstRecord *person = nst_record_entry_get_record (self->person);
  g_autofree char *wanted = dup_territory (self);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      NstDeadline *deadline = all->pdata[i];
      g_autofree char *territory =
          wanted != NULL ? nst_waiting_dup_territory (context, deadline->record) : NULL;

      if (nst_deadline_is_open (deadline) && g_strcmp0 (wanted, territory) == 0 &&
          (person == NULL || concerns (deadline, person)))
        g_ptr_array_add (chosen, deadline);
    }
  return chosen;
}

/* The moment of the last change, so that the same base gives the same file. */
static char *
dup_stamp (NstOffice *office)
{
  g_autoptr (GPtrArray) entries = nst_history_list (nst_office_get_store (office), NULL, 1, NULL);
  const NstHistoryEntry *entry =
      entries != NULL && entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;

  return entry != NULL && entry->at != NULL
             ? g_strdup (entry->at)
             : nst_clock_dup_timestamp (nst_office_get_clock (office));
}

/* Whose deadlines these are, as calendars show it. */
static char *
dup_name (NstCalendarExport *self)
{
  NstRecord *person = nst_record_entry_get_record (self->person);
  g_autofree char *territory = dup_territory (self);
  g_autoptr (NstRecord) card = nst_office_dup_card (self->office);
  const char *whose = card != NULL ? nst_record_get_title (card) : "";

  if (person != NULL)
    whose = nst_record_get_title (person);
  else if (territory != NULL)
    whose = territory;
  return g_strdup_printf (_ ("Deadlines: %s"), whose);
}

static void
shown_cb (GObject *window, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  /* Without a calendar on this computer the file is there all the same. */
  if (!gtk_show_uri_full_finish (GTK_WINDOW (window), result, &error))
    g_debug ("%s", error->message);
}

static void
open_file (NstCalendarExport *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME,
                     NULL, shown_cb, NULL);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  NstCalendarExport *self = data;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autofree char *stamp = dup_stamp (self->office);
  g_autofree char *name = dup_name (self);
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  NstRuleContext context;
  GDate until;

  nst_office_get_look (self->office, &context);
  until = context.today;
  g_date_add_days (&until, DAYS_AHEAD);
  all = nst_deadlines_list (&context, &until);
  chosen = list_chosen (self, &context, all);
  text = nst_deadlines_to_ical (chosen, name, stamp);
  if (!g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                NULL, &error))
    {
      nst_report_error (GTK_WIDGET (self), error);
      return;
    }
  words = g_strdup_printf (ngettext ("%u deadline saved for the calendar",
                                     "%u deadlines saved for the calendar", chosen->len),
                           chosen->len);
  nst_report_note (GTK_WIDGET (self), words);
  if (gtk_check_button_get_active (self->opens))
    open_file (self, file);
}

static void
save_cb (NstCalendarExport *self)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *file = NULL;

  gtk_popover_popdown (self->popover);
  g_strdelimit (name, "\\/:*?\"<>|\t\n ", '_');
  file = g_strconcat (name, ".ics", NULL);
  nst_file_choice_save (GTK_WIDGET (self), _ ("Save for the calendar"), file, chosen_cb, self);
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (nst_record_get_title (*(NstRecord *const *) a),
                         nst_record_get_title (*(NstRecord *const *) b));
}

/* Territories may have come since; nothing is chosen at first. */
static void
popped_cb (NstCalendarExport *self)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  g_autoptr (GPtrArray) territories = nst_source_list (source, "territory", NULL, NULL);
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  g_ptr_array_sort (territories, compare_titles);
  gtk_string_list_append (lines, _ ("All territories"));
  for (guint i = 0; i < territories->len; i++)
    gtk_string_list_append (lines, nst_record_get_title (territories->pdata[i]));
  adw_combo_row_set_model (self->territory, G_LIST_MODEL (lines));
  nst_record_entry_set_record (self->person, NULL);
}

static void
nst_calendar_export_dispose (GObject *object)
{
  NstCalendarExport *self = NST_CALENDAR_EXPORT (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_CALENDAR_EXPORT);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_calendar_export_parent_class)->dispose (object);
}

static void
nst_calendar_export_class_init (NstCalendarExportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_RECORD_ENTRY);
  G_OBJECT_CLASS (klass)->dispose = nst_calendar_export_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "today/nst-calendar-export.ui");
  gtk_widget_class_bind_template_child (widget_class, NstCalendarExport, button);
  gtk_widget_class_bind_template_child (widget_class, NstCalendarExport, popover);
  gtk_widget_class_bind_template_child (widget_class, NstCalendarExport, territory);
  gtk_widget_class_bind_template_child (widget_class, NstCalendarExport, person);
  gtk_widget_class_bind_template_child (widget_class, NstCalendarExport, opens);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
nst_calendar_export_init (NstCalendarExport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nst_calendar_export_set_office:
 * @self: the button
 * @office: (nullable): whose deadlines are saved
 */
void
nst_calendar_export_set_office (NstCalendarExport *self, NstOffice *office)
{
  g_set_object (&self->office, office);
  gtk_widget_set_sensitive (GTK_WIDGET (self), office != NULL);
  if (office != NULL)
    nst_record_entry_set_kind (self->person, office, "person");
}

/**
 * nst_calendar_export_ask:
 * @self: the button
 *
 * Asks whose deadlines, as a press of the button does.
 */
void
nst_calendar_export_ask (NstCalendarExport *self)
{
  if (self->office != NULL)
    gtk_menu_button_popup (self->button);
}
