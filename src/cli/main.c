/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nastavnik-cli: what needs no eye. Options, then a command; errors become exit codes. */
#include "config.h"

#include "cli/nst-cli.h"

#include "model/nst-error.h"
#include "model/nst-place.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

enum
{
  EXIT_DONE = 0,
  EXIT_REFUSED = 1,
  EXIT_USAGE = 2,
  EXIT_INPUT = 3,
  EXIT_STORE = 4,
};

static const char *const exit_codes =
    N_ ("Exit codes: 0 done; 1 refused by a rule; 2 wrong usage; 3 the input is unreadable or "
        "invalid, nothing was changed; 4 the base or a file could not be read or written.");

static int
exit_code (const GError *error)
{
  if (error->domain == NST_RULE_ERROR ||
      g_error_matches (error, NST_STORE_ERROR, NST_STORE_ERROR_IN_USE))
    return EXIT_REFUSED;
  if (error->domain == NST_CLI_ERROR || error->domain == G_OPTION_ERROR)
    return EXIT_USAGE;
  if (error->domain == NST_INPUT_ERROR)
    return EXIT_INPUT;
  return EXIT_STORE;
}

static void
print_commands (void)
{
  const NstCommand *commands = nst_cli_get_commands ();

  g_print ("%s\n\n", _ ("Usage: nastavnik-cli [--base FILE] [--today DATE] [--quiet|--verbose] "
                        "COMMAND [ARGUMENT…]"));
  for (guint i = 0; commands[i].name != NULL; i++)
    g_print ("  %-11s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n%s\n", _ ("“nastavnik-cli COMMAND --help” tells more."), _ (exit_codes));
}

static void
print_help (const NstCommand *command)
{
  g_print ("%s nastavnik-cli %s %s\n\n%s\n\n%s %s\n\n%s\n", _ ("Usage:"), command->name,
           command->arguments, _ (command->summary), _ ("Example:"), command->example,
           _ (exit_codes));
}

static const NstCommand *
find_command (const char *name)
{
  const NstCommand *commands = nst_cli_get_commands ();

  for (guint i = 0; commands[i].name != NULL; i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static gboolean
wants_help (char **words)
{
  for (guint i = 0; words[i] != NULL && strcmp (words[i], "--") != 0; i++)
    if (strcmp (words[i], "--help") == 0 || strcmp (words[i], "-h") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
set_today (NstCli *cli, const char *today, GError **error)
{
  GDate day;

  cli->clock = nst_clock_new ();
  if (today == NULL)
    return TRUE;
  if (!nst_cli_read_day ("--today", today, &day, error))
    return FALSE;
  nst_clock_set_today (cli->clock, &day);
  return TRUE;
}

static gboolean
parse_options (NstCli *cli, int *argc, char ***argv, gboolean *only_told, GError **error)
{
  g_autofree char *today = NULL;
  gboolean version = FALSE;
  gboolean help = FALSE;
  GOptionEntry entries[] = {
    { "base", 0, 0, G_OPTION_ARG_FILENAME, &cli->base, NULL, NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, NULL, NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &cli->quiet, NULL, NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &cli->verbose, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error) || !set_today (cli, today, error))
    return FALSE;
  *only_told = version || help || *argc < 2;
  if (version)
    g_print ("nastavnik-cli %s\n", NST_VERSION);
  else if (help)
    print_commands ();
  if (cli->base == NULL)
    cli->base = nst_office_dup_default_path ();
  if (*argc < 2 && !version && !help)
    return nst_cli_refuse_usage (NULL, _ ("no command was given"), error);
  return TRUE;
}

static gboolean
run (NstCli *cli, int argc, char **argv, GError **error)
{
  const NstCommand *command;
  gboolean only_told = FALSE;

  if (!parse_options (cli, &argc, &argv, &only_told, error))
    return FALSE;
  if (only_told)
    return TRUE;
  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                   _ ("There is no command “%s”; see “nastavnik-cli --help”."), argv[1]);
      return FALSE;
    }
  if (wants_help (argv + 2))
    {
      print_help (command);
      return TRUE;
    }
  return command->run (cli, argc - 1, argv + 1, error);
}

/* Results are UTF-8: a script without a locale must not lose letters on the way in or out. */
static void
set_locale (void)
{
  const char *locale_dir = g_getenv ("NASTAVNIK_LOCALEDIR");

  setlocale (LC_ALL, "");
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : NST_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A result that did not arrive, on a full disk for instance, is not done. */
static gboolean
flush_result (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("The result could not be written: %s"), g_strerror (errno));
  return FALSE;
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  NstCli cli = { NULL };
  int code = EXIT_DONE;

  nst_place_follow ();
  set_locale ();

  /* Option parsing moves the words about, so it gets its own array of them. */
  words = g_strdupv (argv);
  {
    g_autofree char **view = g_memdup2 (words, sizeof (char *) * (gsize) (argc + 1));

    if (!run (&cli, argc, view, &error) || !flush_result (&error))
      {
        g_printerr ("nastavnik-cli: %s\n", error->message);
        code = exit_code (error);
      }
  }
  g_clear_object (&cli.clock);
  g_free (cli.base);
  return code;
}
