/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart: a chart as a file; chart --list: which there are. */
#include "config.h"

#include "cli/nst-cli.h"

#include "charts/nst-chart-export.h"
#include "charts/nst-charts.h"

#include <glib/gi18n.h>

gboolean
nst_command_chart (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean list = FALSE;
  int year = 0;
  g_autofree char *output = NULL;
  GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstChart) chart = NULL;
  g_autoptr (GError) local = NULL;
  NstRuleContext context;

  if (!nst_cli_parse ("chart", entries, &argc, &argv, error))
    return FALSE;
  if (list && argc == 1)
    {
      for (const NstChartInfo *info = nst_charts_list (); info->name != NULL; info++)
        g_print ("%s  %s\n", info->name, _ (info->title));
      return TRUE;
    }
  if (argc != 2 || output == NULL || list || year < 0)
    return nst_cli_refuse_usage ("chart ", _ ("name a chart and -o FILE"), error);
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  nst_office_get_context (office, &context);
  chart = nst_charts_make (&context, argv[1], (guint) year, &local);
  if (chart == NULL || !nst_chart_save (chart, output, &local))
    return nst_cli_refuse_unknown (g_steal_pointer (&local), error);
  return TRUE;
}
