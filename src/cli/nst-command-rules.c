/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rules: what is broken or due, each with number, words, remedy and paragraph. */
#include "config.h"

#include "cli/nst-cli.h"

#include "cli/nst-derived.h"
#include "cli/nst-render.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
level_title (const NstFinding *finding)
{
  if (nst_finding_is_error (finding))
    return _ ("error");
  return strcmp (finding->rule->level, "warning") == 0 ? _ ("warning") : _ ("note");
}

static void
print_findings (NstOffice *office, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      NstFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *title = nst_render_title (office, finding->record);

      g_print ("%s%s [%s] %s\n  %s\n", i > 0 ? "\n" : "", finding->rule->number,
               level_title (finding), title, finding->text);
      if (finding->remedy != NULL)
        g_print ("  → %s\n", finding->remedy);
      if (finding->rule->paragraph != NULL)
        g_print ("  %s\n", finding->rule->paragraph);
    }
}

gboolean
nst_command_rules (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const NstKind *kind = NULL;
  NstRuleContext context;

  if (!nst_cli_parse ("rules", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 1 && argc != 3)
    return nst_cli_refuse_usage ("rules ", _ ("name a kind and a record, or nothing"), error);
  if (argc == 3 && (kind = nst_cli_find_kind (argv[1], error)) == NULL)
    return FALSE;
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  if (kind != NULL && (record = nst_cli_find_record (office, kind, argv[2], error)) == NULL)
    return FALSE;
  nst_office_get_context (office, &context);
  findings = record != NULL ? nst_rules_check (&context, record) : nst_rules_check_all (&context);
  if (json)
    {
      g_autoptr (NstJson) document = nst_json_new ();

      nst_derived_add_findings (document, NULL, office, findings);
      nst_cli_print_json (document);
      return TRUE;
    }
  print_findings (office, findings);
  if (findings->len == 0)
    nst_cli_say (cli, "%s", _ ("Nothing is broken."));
  return TRUE;
}
