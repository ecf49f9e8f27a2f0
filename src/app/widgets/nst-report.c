/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Telling a person that something went wrong, or well, from anywhere in the window. */
#include "config.h"

#include "app/widgets/nst-report.h"

/**
 * nst_report_dup_words:
 * @error: what happened
 *
 * Returns: (transfer full): its message without what is meant for the command line, such as
 *   "(ground=…)"
 */
char *
nst_report_dup_words (const GError *error)
{
  g_autoptr (GRegex) names = g_regex_new (" ?\\([a-z_]+=…\\)", 0, 0, NULL);
  char *words = g_regex_replace_literal (names, error->message, -1, 0, "", 0, NULL);

  return words != NULL ? words : g_strdup (error->message);
}

/**
 * nst_report_error:
 * @widget: where it happened
 * @error: (nullable): what happened; cancelled work is not worth a word
 */
void
nst_report_error (GtkWidget *widget, const GError *error)
{
  g_autofree char *words = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  words = nst_report_dup_words (error);
  gtk_widget_activate_action (widget, "win.report", "s", words);
}

/**
 * nst_report_note:
 * @widget: where it happened
 * @text: what is to be said
 */
void
nst_report_note (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_activate_action (widget, "win.note", "s", text);
}

/**
 * nst_report_open:
 * @widget: where it was asked for
 * @kind: name of the kind
 * @id: the record
 * @field: (nullable): field to move to
 *
 * Opens a record in its section.
 */
void
nst_report_open (GtkWidget *widget, const char *kind, gint64 id, const char *field)
{
  g_autofree char *target = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  target = g_strdup_printf ("%s/%" G_GINT64_FORMAT "%s%s", kind, id, field == NULL ? "" : "#",
                            field == NULL ? "" : field);
  gtk_widget_activate_action (widget, "win.open", "s", target);
}
