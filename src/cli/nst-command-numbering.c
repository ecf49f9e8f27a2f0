/* SPDX-License-Identifier: GPL-3.0-or-later */
/* numbering: the number series of a year, the next number of each, and gaps. */
#include "config.h"

#include "cli/nst-cli.h"

#include "rules/nst-numbering.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
add_series (NstJson *json, const NstRuleContext *context, const NstNumberSeries *series)
{
  g_autofree char *next = nst_numbering_next (context, series);
  g_autofree char *gaps = nst_numbering_dup_gaps (context, series, 0);
  g_autofree char *twice = nst_numbering_dup_twice (context, series);
  g_autoptr (NstRecord) office = nst_source_dup (context->source, "organisation", series->office);

  if (json == NULL)
    {
      g_print ("%s %d %s: %s %s%s%s%s%s%s\n", series->paper, series->year,
               office != NULL ? nst_record_get_title (office) : "", _ ("next"), next,
               gaps != NULL ? _ (", missing ") : "", gaps != NULL ? gaps : "",
               twice != NULL ? _ (", twice ") : "", twice != NULL ? twice : "",
               series->by_hand ? _ (", by hand") : "");
      return;
    }
  nst_json_begin_object (json, NULL);
  nst_json_add_text (json, "paper", series->paper);
  nst_json_add_int (json, "year", series->year);
  if (series->office != 0)
    nst_json_add_int (json, "office", series->office);
  nst_json_add_text (json, "pattern", series->pattern);
  nst_json_add_text (json, "next", next);
  nst_json_add_text (json, "missing", gaps);
  nst_json_add_text (json, "twice", twice);
  nst_json_add_bool (json, "by_hand", series->by_hand);
  nst_json_end_object (json);
}

/* The next number alone, as a script needs it. */
static gboolean
print_next (NstCli *cli, const NstRuleContext *context, NstOffice *office, char **words, int year,
            GError **error)
{
  g_autoptr (NstRecord) issuer = NULL;
  g_autoptr (NstNumberSeries) series = NULL;
  g_autofree char *next = NULL;

  if (!nst_numbering_is_paper (context, words[0]))
    {
      g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                   _ ("No papers are numbered as “%s”; name agreement, order or document/FORM "
                      "with a form of “print --list”."),
                   words[0]);
      return FALSE;
    }
  if (words[1] != NULL)
    {
      issuer = nst_cli_find_record (office, nst_kinds_find ("organisation"), words[1], error);
      if (issuer == NULL)
        return FALSE;
    }
  series = nst_numbering_new (context, words[0], issuer != NULL ? nst_record_get_id (issuer) : 0,
                              year);
  next = nst_numbering_next (context, series);
  if (cli->verbose)
    nst_cli_say (cli, "%s", series->pattern);
  printf ("%s\n", next);
  return TRUE;
}

gboolean
nst_command_numbering (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean as_json = FALSE;
  int year = 0;
  GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &year, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (NstJson) json = NULL;
  NstRuleContext context;

  if (!nst_cli_parse ("numbering", entries, &argc, &argv, error))
    return FALSE;
  if (argc > 3)
    return nst_cli_refuse_usage ("numbering ",
                                 _ ("name a sort of paper and its office, or nothing"), error);
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  nst_office_get_context (office, &context);
  if (year == 0)
    year = g_date_get_year (&context.today);
  if (argc > 1)
    return print_next (cli, &context, office, argv + 1, year, error);
  list = nst_numbering_list (&context, year);
  json = as_json ? nst_json_new () : NULL;
  if (json != NULL)
    nst_json_begin_array (json, NULL);
  for (guint i = 0; i < list->len; i++)
    add_series (json, &context, list->pdata[i]);
  if (json == NULL)
    return TRUE;
  nst_json_end_array (json);
  nst_cli_print_json (json);
  return TRUE;
}
