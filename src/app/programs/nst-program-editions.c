/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier versions of a programme: when, why and by what each was followed. */
#include "config.h"

#include "app/programs/nst-program-editions.h"

#include "app/programs/nst-program-changes.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-report.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* A chain of versions longer than this is a ring, which no step makes. */
#define MOST_VERSIONS 100

static GtkWidget *
make_line (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
open_cb (GtkWidget *row)
{
  NstRecord *program = g_object_get_data (G_OBJECT (row), "nst-record");

  nst_report_open (row, "program", nst_record_get_id (program), NULL);
}

static GtkWidget *
make_opener (NstRecord *program)
{
  GtkWidget *row = make_line (_ ("Look at this version"), NULL);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "nst-record", g_object_ref (program), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (open_cb), NULL);
  return row;
}

/* «Заменена 15.06.2022: Итоги квеста» */
static char *
dup_reason (NstRecord *next)
{
  const char *reason = nst_record_get_text (next, "correction_reason");
  g_autofree char *day = nst_date_text_to_label (nst_record_get_text (next, "drafted_on"));

  return g_strdup_printf (_ ("Replaced on %s: %s"), day != NULL && *day != '\0' ? day : "…",
                          reason != NULL ? reason : _ ("no reason given"));
}

static GtkWidget *
make_edition (NstOffice *office, NstRecord *program, NstRecord *next)
{
  GtkWidget *row = adw_expander_row_new ();
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (row);
  g_autoptr (GPtrArray) changes = nst_program_changes_list (office, program, next);
  g_autofree char *title =
      g_strdup_printf (_ ("Version %d"), (int) MAX (1, nst_record_get_int (program, "version")));
  g_autofree char *reason = dup_reason (next);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (expander, reason);
  if (changes->len == 0)
    adw_expander_row_add_row (expander,
                              make_line (_ ("The new version changes nothing yet"), NULL));
  for (guint i = 0; i < changes->len; i++)
    {
      const NstProgramChange *change = g_ptr_array_index (changes, i);

      adw_expander_row_add_row (expander, make_line (change->title, change->details));
    }
  adw_expander_row_add_row (expander, make_opener (program));
  return row;
}

guint
nst_program_editions_fill (GtkListBox *list, NstOffice *office, NstRecord *program)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  g_autoptr (NstRecord) next = g_object_ref (program);
  GtkWidget *row;
  guint n = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (; n < MOST_VERSIONS; n++)
    {
      g_autoptr (NstRecord) previous = nst_source_dup_ref (source, next, "previous");

      if (previous == NULL)
        break;
      gtk_list_box_append (list, make_edition (office, previous, next));
      g_set_object (&next, previous);
    }
  return n;
}
