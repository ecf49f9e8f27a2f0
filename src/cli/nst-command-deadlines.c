/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deadlines: what is due, for whom and by when; as a table, JSON or a calendar. */
#include "config.h"

#include "cli/nst-cli.h"

#include "cli/nst-deadline-rows.h"
#include "rules/nst-deadline.h"
#include "store/nst-history.h"

#include "model/nst-error.h"

#include <glib/gi18n.h>

/* How far ahead is looked when nothing is said. */
#define HORIZON_DAYS 366

/* Moment of the last change of the base: the same base gives the same calendar. */
static char *
dup_stamp (NstOffice *office)
{
  g_autoptr (GPtrArray) entries = nst_history_list (nst_office_get_store (office), NULL, 1, NULL);
  const NstHistoryEntry *entry = entries != NULL && entries->len > 0 ? entries->pdata[0] : NULL;

  if (entry != NULL && entry->at != NULL)
    return g_strdup (entry->at);
  return nst_clock_dup_timestamp (nst_office_get_clock (office));
}

static gboolean
write_calendar (NstOffice *office, GPtrArray *deadlines, const char *path, GError **error)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);
  g_autofree char *stamp = dup_stamp (office);
  g_autofree char *name =
      g_strdup_printf (_ ("Deadlines: %s"),
                       card != NULL ? nst_record_get_title (card) : "Nastavnik");
  g_autofree char *text = nst_deadlines_to_ical (deadlines, name, stamp);
  g_autoptr (GError) local = NULL;

  /* Written beside and renamed. */
  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0666, &local))
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("The calendar could not be written: %s"), local->message);
  return FALSE;
}

static void
print (NstCli *cli, GPtrArray *deadlines)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; i < deadlines->len; i++)
    {
      NstDeadline *deadline = deadlines->pdata[i];

      if (nst_deadline_is_open (deadline) || deadline->state == NST_DEADLINE_MET_LATE)
        g_ptr_array_add (open, deadline);
    }
  if (open->len > 0)
    nst_deadline_rows_print_table (open);
  else
    nst_cli_say (cli, "%s", _ ("Nothing is due."));
  if (open->len < deadlines->len)
    nst_cli_say (cli, _ ("Fulfilled in time: %u; “--json” lists them too."),
                 deadlines->len - open->len);
  for (guint i = 0; i < open->len; i++)
    {
      const NstDeadline *deadline = open->pdata[i];

      if (deadline->note != NULL)
        nst_cli_say (cli, "%s: %s", deadline->text->code, deadline->note);
    }
}

/* Deadlines of the office up to a day; NULL: a year ahead. */
GPtrArray *
nst_deadline_rows_collect (NstOffice *office, const GDate *until)
{
  NstRuleContext context;
  GDate day;

  nst_office_get_context (office, &context);
  day = context.today;
  g_date_add_days (&day, HORIZON_DAYS);
  return nst_deadlines_list (&context, until != NULL ? until : &day);
}

gboolean
nst_command_deadlines (NstCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *until = NULL;
  g_autofree char *ics = NULL;
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL },
    { "ics", 0, 0, G_OPTION_ARG_FILENAME, &ics, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (GPtrArray) deadlines = NULL;
  GDate day;

  if (!nst_cli_parse ("deadlines", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 1)
    return nst_cli_refuse_usage ("deadlines ", _ ("it takes options only"), error);
  if (until != NULL && !nst_cli_read_day ("--until", until, &day, error))
    return FALSE;
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  deadlines = nst_deadline_rows_collect (office, until != NULL ? &day : NULL);
  if (ics != NULL && !write_calendar (office, deadlines, ics, error))
    return FALSE;
  if (json)
    nst_deadline_rows_print_json (deadlines);
  else if (ics == NULL)
    print (cli, deadlines);
  else
    nst_cli_say (cli,
                 g_dngettext (GETTEXT_PACKAGE, "%u deadline written to “%s”.",
                              "%u deadlines written to “%s”.", deadlines->len),
                 deadlines->len, ics);
  return TRUE;
}
