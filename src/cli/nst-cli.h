/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of nastavnik-cli share. */
#pragma once

#include "cli/nst-json.h"
#include "store/nst-office.h"

G_BEGIN_DECLS

#define NST_CLI_ERROR (nst_cli_error_quark ())
GQuark nst_cli_error_quark (void);

/**
 * NstCliError:
 * @NST_CLI_ERROR_USAGE: the command line is not understood (exit code 2)
 */
typedef enum
{
  NST_CLI_ERROR_USAGE,
} NstCliError;

/**
 * NstCli:
 * @base: path of the base
 * @clock: the day that everything is computed and recorded for
 * @quiet: say nothing but results and errors
 * @verbose: say more
 *
 * What the options before the command said.
 */
typedef struct
{
  char *base;
  NstClock *clock;
  gboolean quiet;
  gboolean verbose;
} NstCli;

/**
 * NstCommand:
 * @name: as typed
 * @arguments: what follows it, for help
 * @summary: one line, marked for translation
 * @example: a whole command line
 * @run: gets the words after the name, NULL-terminated; takes out its options
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *example;
  gboolean (*run) (NstCli *cli, int argc, char **argv, GError **error);
} NstCommand;

const NstCommand *nst_cli_get_commands (void);

gboolean nst_cli_parse (const char *command, GOptionEntry *entries, int *argc, char ***argv,
                        GError **error);
gboolean nst_cli_refuse_usage (const char *command, const char *why, GError **error);
gboolean nst_cli_refuse_unknown (GError *local, GError **error);
NstOffice *nst_cli_open (NstCli *cli, GError **error);
void nst_cli_say (NstCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
void nst_cli_print_json (NstJson *json);

const NstKind *nst_cli_find_kind (const char *name, GError **error);
NstRecord *nst_cli_find_record (NstOffice *office, const NstKind *kind, const char *name,
                                GError **error);
gboolean nst_cli_read_day (const char *option, const char *typed, GDate *day, GError **error);
gboolean nst_cli_split_assignment (const char *word, char **name, const char **value,
                                   GError **error);

gboolean nst_command_init (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_schemes (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_scheme (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_list (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_show (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_add (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_set (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_remove (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_do (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_undo (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_redo (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_rules (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_merge (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_numbering (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_deadlines (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_decline (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_print (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_wording (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_chart (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_indicators (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_check (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_backup (NstCli *cli, int argc, char **argv, GError **error);
gboolean nst_command_restore (NstCli *cli, int argc, char **argv, GError **error);

G_END_DECLS
