/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart: a chart as a file or as a table; chart --list: which there are. */
#include "config.h"

#include "cli/nst-cli.h"

#include "charts/nst-chart-export.h"
#include "charts/nst-charts.h"

#include "cli/nst-render.h"

#include <glib/gi18n.h>

/* Cells of a table as CSV; where there are several pictures, their heading comes first. */
static void
print_csv_row (const char *heading, GStrv row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (heading != NULL)
    nst_render_csv_cell (line, heading);
  for (guint i = 0; row[i] != NULL; i++)
    nst_render_csv_cell (line, row[i]);
  g_print ("%s\r\n", line->str);
}

static void
print_csv (const NstChart *chart)
{
  gboolean several = nst_chart_get_length (chart) > 1;
  g_autofree char *known = NULL;

  for (guint i = 0; i < nst_chart_get_length (chart); i++)
    {
      g_autoptr (GPtrArray) rows = nst_chart_list_rows (chart, i);
      g_autofree char *headings = g_strjoinv ("\t", rows->pdata[0]);
      const char *heading = nst_chart_get_heading (chart, i);

      for (guint k = g_strcmp0 (headings, known) == 0 ? 1 : 0; k < rows->len; k++)
        print_csv_row (!several          ? NULL
                       : k == 0          ? _ ("Chart")
                       : heading != NULL ? heading
                                         : "–",
                       rows->pdata[k]);
      g_free (known);
      known = g_steal_pointer (&headings);
    }
}

static void
print_table (const NstChart *chart)
{
  for (guint i = 0; i < nst_chart_get_length (chart); i++)
    {
      g_autoptr (GPtrArray) rows = nst_chart_list_rows (chart, i);

      if (nst_chart_get_heading (chart, i) != NULL)
        g_print ("%s%s\n", i > 0 ? "\n" : "", nst_chart_get_heading (chart, i));
      nst_render_rows (rows);
    }
}

gboolean
nst_command_chart (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean list = FALSE;
  gboolean table = FALSE;
  gboolean csv = FALSE;
  int year = 0;
  g_autofree char *output = NULL;
  GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &list, NULL, NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, NULL, NULL },
    { "table", 0, 0, G_OPTION_ARG_NONE, &table, NULL, NULL },
    { "csv", 0, 0, G_OPTION_ARG_NONE, &csv, NULL, NULL },
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
  if (argc != 2 || list || year < 0 || (output != NULL) + table + csv != 1)
    return nst_cli_refuse_usage ("chart ", _ ("name a chart and -o FILE, --table or --csv"),
                                 error);
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  nst_office_get_context (office, &context);
  chart = nst_charts_make (&context, argv[1], (guint) year, &local);
  if (chart == NULL || (output != NULL && !nst_chart_save (chart, output, &local)))
    return nst_cli_refuse_unknown (g_steal_pointer (&local), error);
  if (table)
    print_table (chart);
  if (csv)
    print_csv (chart);
  return TRUE;
}
