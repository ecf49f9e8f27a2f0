/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a group has besides its papers (DOMAIN 4.22-4.24, 4.28). */
#include "config.h"

#include "app/groups/nst-group-records.h"

#include "app/widgets/nst-date.h"
#include "rules/nst-diagnostics.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_day (GString *words, NstRecord *record)
{
  g_autofree char *day = nst_date_text_to_label (nst_record_get_text (record, "date"));

  nst_records_append_word (words, day);
}

static void
append_code (GString *words, NstOffice *office, NstRecord *record, const char *field,
             const char *catalogue)
{
  g_autofree char *word =
      nst_records_dup_code (office, catalogue, nst_record_get_text (record, field));

  nst_records_append_word (words, word);
}

static char *
describe_practice (NstOffice *office, NstRecord *practice)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_code (words, office, practice, "direction", "direction");
  nst_records_append_word (words, nst_record_get_text (practice, "event"));
  append_day (words, practice);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_code (NstOffice *office, NstRecord *record, const char *field, const char *catalogue,
           NstStatePill *pill, const char *tone)
{
  g_autofree char *word =
      nst_records_dup_code (office, catalogue, nst_record_get_text (record, field));

  gtk_widget_set_visible (GTK_WIDGET (pill), word != NULL);
  g_object_set (pill, "state-title", word, "tone", tone, NULL);
}

static void
show_practice (NstOffice *office, NstRecord *practice, NstStatePill *pill)
{
  const char *status = nst_record_get_text (practice, "status");

  show_code (office, practice, "status", "practice-status", pill,
             g_strcmp0 (status, "PUBLISHED") == 0  ? "good"
             : g_strcmp0 (status, "SELECTED") == 0 ? "info"
                                                   : "waiting");
}

const NstRecordsForm nst_practices_form = {
  .kind = "practice",
  .owner = "group",
  .heading = N_ ("Best practices"),
  .button = N_ ("Practice"),
  .tip = N_ ("Enter a practice"),
  .add = N_ ("Enter the practice"),
  .remove = N_ ("Remove the practice"),
  .empty = N_ ("No practice has been entered."),
  .asks = (const char *const[]){ "title", "direction", "status", NULL },
  .fields = (const char *const[]){ "title", "team", "direction", "description", "results",
                                   "event", "date", "link", "status", NULL },
  .dup_subtitle = describe_practice,
  .show_state = show_practice,
};

static char *
title_answer (NstOffice *office, NstRecord *answer)
{
  return nst_records_dup_code (office, "direction", nst_record_get_text (answer, "direction"));
}

static char *
describe_answer (NstOffice *office G_GNUC_UNUSED, NstRecord *answer)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint value = (guint) nst_record_get_int (answer, "value");
  g_autofree char *points = g_strdup_printf (ngettext ("%u point", "%u points", value), value);

  nst_records_append_word (words, points);
  nst_records_append_word (words, nst_record_get_display (answer, "person"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static const NstRecordsForm answers_form = {
  .kind = "answer",
  .owner = "survey",
  .heading = N_ ("Answers by direction"),
  .button = N_ ("Answer"),
  .tip = N_ ("Enter an answer"),
  .add = N_ ("Enter the answer"),
  .remove = N_ ("Remove the answer"),
  .empty = N_ ("No answer has been entered."),
  .asks = (const char *const[]){ "direction", "value", NULL },
  .fields = (const char *const[]){ "direction", "value", "person", "note", NULL },
  .dup_title = title_answer,
  .dup_subtitle = describe_answer,
};

static GtkWidget *
new_answers (NstOffice *office, NstRecord *survey)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = g_object_new (NST_TYPE_RECORDS_BOX, "margin-start", 12, "margin-end", 12,
                                 "margin-top", 6, "margin-bottom", 12, NULL);

  gtk_widget_add_css_class (box, "child-records");
  nst_records_box_set_owner (NST_RECORDS_BOX (box), &answers_form, office, survey);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static char *
describe_survey (NstOffice *office, NstRecord *survey)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (office));
  g_autoptr (GPtrArray) answers = nst_source_list_of (source, "answer", "survey", survey);
  g_autoptr (GString) words = g_string_new (NULL);

  append_day (words, survey);
  append_code (words, office, survey, "kind", "survey-kind");
  if (answers->len > 0)
    {
      g_autofree char *count =
          g_strdup_printf (ngettext ("%u answer", "%u answers", answers->len), answers->len);

      nst_records_append_word (words, count);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_survey (NstOffice *office, NstRecord *survey, NstStatePill *pill)
{
  show_code (office, survey, "point", "survey-point", pill, "info");
}

const NstRecordsForm nst_surveys_form = {
  .kind = "survey",
  .owner = "group",
  .child = "answer",
  .heading = N_ ("Diagnostics"),
  .button = N_ ("Diagnostics"),
  .tip = N_ ("Enter diagnostics"),
  .add = N_ ("Enter the diagnostics"),
  .remove = N_ ("Remove the diagnostics"),
  .empty = N_ ("No diagnostics have been entered."),
  .today = TRUE,
  .asks = (const char *const[]){ "title", "kind", "point", "date", NULL },
  .fields = (const char *const[]){ "title", "kind", "point", "date", "team", "respondents",
                                   "conclusions", NULL },
  .dup_subtitle = describe_survey,
  .show_state = show_survey,
  .new_more = new_answers,
};

static char *
describe_consultation (NstOffice *office, NstRecord *consultation)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_day (words, consultation);
  append_code (words, office, consultation, "channel", "consultation-channel");
  nst_records_append_word (words, nst_record_get_display (consultation, "organisation"));
  nst_records_append_word (words, nst_record_get_display (consultation, "person"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

const NstRecordsForm nst_consultations_form = {
  .kind = "consultation",
  .owner = "group",
  .heading = N_ ("Consultations"),
  .button = N_ ("Consultation"),
  .tip = N_ ("Enter a consultation"),
  .add = N_ ("Enter the consultation"),
  .remove = N_ ("Remove the consultation"),
  .empty = N_ ("No consultation has been entered."),
  .today = TRUE,
  .asks = (const char *const[]){ "subject", "date", "channel", NULL },
  .fields = (const char *const[]){ "subject", "date", "organisation", "person", "consultant",
                                   "channel", "result", NULL },
  .dup_subtitle = describe_consultation,
};

static char *
describe_event (NstOffice *office G_GNUC_UNUSED, NstRecord *event)
{
  g_autoptr (GString) words = g_string_new (NULL);

  append_day (words, event);
  nst_records_append_word (words, nst_record_get_text (event, "place"));
  nst_records_append_word (words, nst_record_get_text (event, "who"));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
show_event (NstOffice *office G_GNUC_UNUSED, NstRecord *event, NstStatePill *pill)
{
  const char *sent_on = nst_record_get_text (event, "sent_on");
  g_autofree char *sent = nst_date_text_to_label (sent_on);
  g_autofree char *state =
      sent_on != NULL ? g_strdup_printf (_ ("sent %s"), sent) : g_strdup (_ ("not sent"));

  g_object_set (pill, "state-title", state, "tone", sent_on != NULL ? "good" : "waiting", NULL);
}

const NstRecordsForm nst_disseminations_form = {
  .kind = "dissemination",
  .owner = "group",
  .heading = N_ ("Spreading of experience"),
  .button = N_ ("Event"),
  .tip = N_ ("Plan an event or a publication"),
  .add = N_ ("Add to the plan"),
  .remove = N_ ("Remove from the plan"),
  .empty = N_ ("No event or publication is planned."),
  .asks = (const char *const[]){ "title", "who", "place", "date", NULL },
  .fields = (const char *const[]){ "title", "team", "who", "place", "date", "sent_on", NULL },
  .dup_subtitle = describe_event,
  .show_state = show_event,
};

/* At most one digit after the comma, and that only if it says something. */
static char *
dup_number (double number, gboolean with_sign)
{
  g_autofree char *text = g_strdup_printf ("%.1f", ABS (number));
  gsize length = strlen (text);

  if (g_str_has_suffix (text, "0"))
    text[length - 2] = '\0';
  if (!with_sign || strcmp (text, "0") == 0)
    return g_strdup (text);
  return g_strconcat (number < 0 ? "−" : "+", text, NULL);
}

static char *
dup_side (guint count, double mean)
{
  return count > 0 ? dup_number (mean, FALSE) : g_strdup ("—");
}

static GtkWidget *
new_line (NstOffice *office, const NstDiagnosticsLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = nst_records_dup_code (office, "direction", line->direction);
  g_autofree char *kind = nst_records_dup_code (office, "survey-kind", line->kind);
  g_autofree char *entry = dup_side (line->n_entry, line->entry);
  g_autofree char *exit = dup_side (line->n_exit, line->exit);
  g_autofree char *both = g_strdup_printf ("%s → %s", entry, exit);
  GtkWidget *numbers = gtk_label_new (both);
  GtkWidget *pill = NULL;
  double change;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (kind != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kind);
  gtk_widget_add_css_class (numbers, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), numbers);
  if (nst_diagnostics_line_get_change (line, &change))
    {
      g_autofree char *shown = dup_number (change, TRUE);

      pill = nst_state_pill_new (shown, change > 0 ? "good" : change < 0 ? "bad" : "neutral");
    }
  else
    pill = nst_state_pill_new (line->n_exit == 0 ? _ ("no exit") : _ ("no entry"), "waiting");
  nst_state_pill_set_whole (NST_STATE_PILL (pill));
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  return row;
}

guint
nst_diagnostics_list_fill (GtkListBox *list, NstOffice *office, NstRecord *group)
{
  g_autoptr (GPtrArray) lines =
      nst_diagnostics_pair (NST_SOURCE (nst_office_get_store (office)), group);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (list, new_line (office, lines->pdata[i]));
  return lines->len;
}
