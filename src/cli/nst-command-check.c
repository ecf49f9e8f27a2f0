/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check: whether the base is sound. */
#include "config.h"

#include "cli/nst-cli.h"

#include "model/nst-error.h"
#include "rules/nst-years.h"

#include <glib/gi18n.h>

/* What is no damage of the file, but leaves open what belongs where. */
static gboolean
check_years (NstOffice *office, GError **error)
{
  g_autoptr (GPtrArray) overlaps = NULL;
  NstRuleContext context;

  nst_office_get_context (office, &context);
  overlaps = nst_years_list_overlaps (&context);
  for (guint i = 0; i < overlaps->len; i++)
    g_print ("%s\n", (char *) g_ptr_array_index (overlaps, i));
  if (overlaps->len == 0)
    return TRUE;
  g_set_error_literal (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
                       _ ("R100: school years share days; what lies in them may be closed and "
                          "open at once."));
  return FALSE;
}

gboolean
nst_command_check (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean full = FALSE;
  GOptionEntry entries[] = {
    { "full", 0, 0, G_OPTION_ARG_NONE, &full, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  if (!nst_cli_parse ("check", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 1)
    return nst_cli_refuse_usage ("check ", _ ("nothing else is expected"), error);
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  if (nst_store_check (nst_office_get_store (office), full, &faults, error))
    {
      if (!check_years (office, error))
        return FALSE;
      nst_cli_say (cli, _ ("%s is sound."), cli->base);
      return TRUE;
    }
  if (faults == NULL)
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    g_print ("%s\n", (char *) g_ptr_array_index (faults, i));
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("%s is damaged; restore the newest copy: “backup --list” shows them."),
               cli->base);
  return FALSE;
}
