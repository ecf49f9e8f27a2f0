/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of nastavnik-cli share. */
#include "config.h"

#include "cli/nst-cli.h"

#include "model/nst-error.h"
#include "store/nst-query.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

G_DEFINE_QUARK (nst - cli - error - quark, nst_cli_error)

static const NstCommand commands[] = {
  { "init", "[--scheme ID]… [--role CODE] [--name TEXT] [--demo NAME [--until DATE]]",
    N_ ("makes a new base; an existing one is not overwritten"),
    "nastavnik-cli --base office.nastavnik init --role MUNICIPAL_CURATOR", nst_command_init },
  { "schemes", "[versions | compare ID OLD NEW] [--json] | move PROGRAM [VERSION]",
    N_ ("lists the installed regulations; their versions in the base, what differs between two, "
        "and moves a programme to another one"),
    "nastavnik-cli schemes move 1", nst_command_schemes },
  { "scheme", "check FILE-OR-FOLDER [--json]",
    N_ ("checks a scheme pack: every fault with its file and line"),
    "nastavnik-cli scheme check my-scheme/scheme.xml", nst_command_scheme },
  { "list",
    "KIND [--where FIELD=VALUE]… [--search TEXT] [--sort FIELD] [--limit N] "
    "[--json|--csv|-o FILE.(xlsx|ods|csv)] | history [KIND ID]",
    N_ ("lists records: teams, groups, agreements, programs, activities, people, history…"),
    "nastavnik-cli list teams --where role=EXPERIENCED --json", nst_command_list },
  { "show", "KIND ID [--json]", N_ ("shows one record with what belongs to it"),
    "nastavnik-cli show program 1", nst_command_show },
  { "add", "KIND FIELD=VALUE…", N_ ("adds a record"),
    "nastavnik-cli add person last=Лугова first=Ирина", nst_command_add },
  { "set", "KIND ID FIELD=VALUE… [--on DATE [--basis TEXT]]",
    N_ ("changes fields of a record; with a day the values until then stay known"),
    "nastavnik-cli set organisation 3 short_name=… --on 2025-09-01", nst_command_set },
  { "remove", "KIND ID", N_ ("removes a record that nothing refers to"),
    "nastavnik-cli remove person 12", nst_command_remove },
  { "do", "ACTION ID [FIELD=VALUE…] [--for PARTY] [--person ID] [--on DATE] | --list [KIND ID]",
    N_ ("takes a step of a life cycle, or lists them"),
    "nastavnik-cli do sign-agreement 1 --for EXPERIENCED --on 2021-11-22", nst_command_do },
  { "undo", "[N]", N_ ("undoes the last actions"), "nastavnik-cli undo 2", nst_command_undo },
  { "redo", "[N]", N_ ("does again what was undone"), "nastavnik-cli redo", nst_command_redo },
  { "rules", "[KIND ID] [--json]", N_ ("tells what is broken or due, and what to do"),
    "nastavnik-cli rules program 1", nst_command_rules },
  { "deadlines", "[--until DATE] [--ics FILE] [--json]",
    N_ ("tells what is due, for whom and by when; also as a calendar file"),
    "nastavnik-cli deadlines --until 2022-12-31 --ics deadlines.ics", nst_command_deadlines },
  { "merge", "KIND ID ID [FIELD=VALUE…] | --list [KIND] [--json]",
    N_ ("joins two records that are one, or lists which probably are"),
    "nastavnik-cli merge person 3 17 post=директор", nst_command_merge },
  { "numbering", "[PAPER [ORGANISATION]] [--year Y] [--json]",
    N_ ("tells the next number of a series, or lists the series with their gaps"),
    "nastavnik-cli numbering order 1", nst_command_numbering },
  { "decline", "NAME… [--sex m|f] [--post] [--json] | - | person ID [--json]",
    N_ ("tells names and posts in all cases, and how far each form can be relied on; “-” reads "
        "them from the input"),
    "nastavnik-cli decline \"Соловей Иван Кузьмич\"", nst_command_decline },
  { "print",
    "KIND ID [--form FORM] [--issue] [--format pdf|docx|odt] -o FILE | --list [KIND] | "
    "--all KIND [--form FORM] [--format F] [--blanks] -o DIR [--one-file]",
    N_ ("prints a document, or lists the forms"),
    "nastavnik-cli print agreement 1 -o agreement.pdf", nst_command_print },
  { "wording",
    "list [FORM] [--json] | show FORM PLACE [--json] | set FORM PLACE TEXT|-|--leave-out | "
    "restore FORM [PLACE]",
    N_ ("words a form as the office likes; the pack's own words come back with restore"),
    "nastavnik-cli wording set D3 title.1 \"СОГЛАШЕНИЕ № {agreement.number}\"",
    nst_command_wording },
  { "chart", "NAME [--year Y] (-o FILE.(svg|png|pdf) | --table | --csv) | --list",
    N_ ("draws a chart, or gives its table; lists the charts"),
    "nastavnik-cli chart timeline -o timeline.svg", nst_command_chart },
  { "indicators",
    "[CODE [--records]] [--year Y] [--territory T|--level territory] "
    "[--what-if CODE=VALUE]… [--scenario NAME] [--json|--csv]",
    N_ ("tells indicators, targets and gaps; --records: what one of them counted"),
    "nastavnik-cli indicators --json", nst_command_indicators },
  { "check", "[--full]", N_ ("checks that the base is sound"), "nastavnik-cli check --full",
    nst_command_check },
  { "backup", "[FILE] | --list [--json]",
    N_ ("writes a verified copy of the base, or keeps one with those that the program keeps by "
        "itself, or lists these"),
    "nastavnik-cli backup copy.nastavnik", nst_command_backup },
  { "restore", "NUMBER-OR-FILE [--dry-run] [--json]",
    N_ ("makes a copy the base again, after keeping the present state; --dry-run only tells what "
        "it holds and what would be lost"),
    "nastavnik-cli restore 12 --dry-run", nst_command_restore },
  { NULL },
};

/* All commands; the last one has no name. */
const NstCommand *
nst_cli_get_commands (void)
{
  return commands;
}

/* Refuses the command line with what is wrong and where to read on. */
gboolean
nst_cli_refuse_usage (const char *command, const char *why, GError **error)
{
  g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE, _ ("%s; see “nastavnik-cli %s--help”."),
               why, command != NULL ? command : "");
  return FALSE;
}

/*
 * Passes on an error; what is unknown by name (a chart, a field) is wrong usage here. Takes
 * @local, gives %FALSE.
 */
gboolean
nst_cli_refuse_unknown (GError *local, GError **error)
{
  if (!g_error_matches (local, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_set_error_literal (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE, local->message);
  g_error_free (local);
  return FALSE;
}

/* Takes the options of a command out of its words. */
gboolean
nst_cli_parse (const char *command, GOptionEntry *entries, int *argc, char ***argv,
               GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) local = NULL;
  g_autofree char *name = g_strconcat (command, " ", NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (g_option_context_parse (context, argc, argv, &local))
    return TRUE;
  return nst_cli_refuse_usage (name, local->message, error);
}

/* (transfer full): the office of --base. */
NstOffice *
nst_cli_open (NstCli *cli, GError **error)
{
  if (cli->verbose)
    nst_cli_say (cli, _ ("Base: %s"), cli->base);
  return nst_office_open (cli->base, cli->clock, error);
}

/* Tells a person something on standard error, unless told to be quiet. */
void
nst_cli_say (NstCli *cli, const char *format, ...)
{
  va_list args;
  g_autofree char *text = NULL;

  if (cli->quiet)
    return;
  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", text);
}

void
nst_cli_print_json (NstJson *json)
{
  /* Not g_print: JSON is UTF-8 whatever the locale. */
  fputs (nst_json_get_text (json), stdout);
  fputc ('\n', stdout);
}

const NstKind *
nst_cli_find_kind (const char *name, GError **error)
{
  const NstKind *kind = nst_kinds_find (name);
  const NstKind *const *kinds = nst_kinds_list ();
  g_autoptr (GString) known = NULL;

  if (kind != NULL)
    return kind;
  known = g_string_new (NULL);
  for (guint i = 0; kinds[i] != NULL; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? " " : "", kinds[i]->plural);
  g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
               _ ("There is no kind “%s”; kinds are: %s."), name, known->str);
  return NULL;
}

static NstRecord *
find_by_number (NstOffice *office, const NstKind *kind, const char *name, GError **error)
{
  NstStore *store = nst_office_get_store (office);
  g_autoptr (NstQuery) query = nst_query_new (kind);
  g_autoptr (GArray) ids = NULL;

  nst_query_where (query, "number", name);
  ids = nst_query_run (query, store, error);
  if (ids == NULL)
    return NULL;
  if (ids->len == 1)
    return nst_store_dup (store, kind, g_array_index (ids, gint64, 0), error);
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
               ids->len == 0 ? _ ("There is no %s “%s”; see “list %s”.")
                             : _ ("There are several %s with the number “%s”; name one by "
                                  "its id, see “list %s”."),
               kind->name, name, kind->plural);
  return NULL;
}

/*
 * A record named by its short local number, its UUID, or, for what has a number of its
 * own, by that.
 */
NstRecord *
nst_cli_find_record (NstOffice *office, const NstKind *kind, const char *name, GError **error)
{
  NstStore *store = nst_office_get_store (office);
  gsize length = strlen (name);
  NstRecord *record;

  if (length > 0 && length < 16 && strspn (name, "0123456789") == length)
    {
      gint64 id = g_ascii_strtoll (name, NULL, 10);

      record = nst_store_dup (store, kind, id, NULL);
      if (record != NULL || nst_kind_find_field (kind, "number") == NULL)
        return record != NULL ? record : nst_store_dup (store, kind, id, error);
    }
  if (g_uuid_string_is_valid (name))
    {
      record = nst_store_find_uuid (store, kind, name);
      if (record != NULL)
        return record;
    }
  if (nst_kind_find_field (kind, "number") != NULL)
    return find_by_number (office, kind, name, error);
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN,
               _ ("There is no %s “%s”; see “list %s”."), kind->name, name, kind->plural);
  return NULL;
}

/* Parts FIELD=VALUE; @value points into @word. */
gboolean
nst_cli_split_assignment (const char *word, char **name, const char **value, GError **error)
{
  const char *equals = strchr (word, '=');

  if (equals == NULL || equals == word)
    {
      g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE, _ ("“%s” is not FIELD=VALUE."),
                   word);
      return FALSE;
    }
  *name = g_strndup (word, (gsize) (equals - word));
  *value = equals + 1;
  return TRUE;
}

/* The day that an option names; the error names the option. */
gboolean
nst_cli_read_day (const char *option, const char *typed, GDate *day, GError **error)
{
  const NstField field = NST_FIELD_DATE (1, option, N_ ("Day"), 0);
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;
  guint y, m, d;

  g_date_clear (day, 1);
  text = nst_field_parse (&field, typed, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (text == NULL || sscanf (text, "%4u-%2u-%2u", &y, &m, &d) != 3)
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
                   _ ("%s needs a day, as 31.12.2022."), option);
      return FALSE;
    }
  g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return TRUE;
}
