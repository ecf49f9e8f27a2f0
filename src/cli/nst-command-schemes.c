/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schemes, scheme check: the installed regulations, and whether a pack is in order. */
#include "config.h"

#include "cli/nst-cli.h"

#include "cli/nst-command-versions.h"
#include "model/nst-error.h"
#include "scheme/nst-scheme-loader.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_roles (NstJson *json, NstScheme *scheme)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (scheme, "role");

  nst_json_begin_array (json, "roles");
  for (guint i = 0; roles != NULL && i < nst_catalogue_get_size (roles); i++)
    {
      const NstCatalogueEntry *role = nst_catalogue_get_nth (roles, i);

      nst_json_begin_object (json, NULL);
      nst_json_add_text (json, "code", role->code);
      nst_json_add_text (json, "title", role->title);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
}

static void
add_scheme (NstJson *json, NstScheme *scheme)
{
  nst_json_begin_object (json, NULL);
  nst_json_add_text (json, "id", nst_scheme_get_id (scheme));
  nst_json_add_text (json, "version", nst_scheme_get_version (scheme));
  nst_json_add_text (json, "title", nst_scheme_get_title (scheme));
  nst_json_add_text (json, "summary", nst_scheme_get_summary (scheme));
  nst_json_add_text (json, "subject_kind", nst_scheme_get_subject_kind (scheme));
  add_roles (json, scheme);
  nst_json_end_object (json);
}

gboolean
nst_command_schemes (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstJson) document = nst_json_new ();
  g_auto (GStrv) ids = NULL;

  if (!nst_cli_parse ("schemes", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 1)
    return nst_command_versions (cli, argc - 1, argv + 1, json, error);
  ids = nst_scheme_list_installed ();
  nst_json_begin_array (document, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (NstScheme) scheme = nst_scheme_load_installed (ids[i], error);

      if (scheme == NULL)
        return FALSE;
      add_scheme (document, scheme);
      if (!json)
        g_print ("%s  %s  %s\n", ids[i], nst_scheme_get_version (scheme),
                 nst_scheme_get_title (scheme));
    }
  nst_json_end_array (document);
  if (json)
    nst_cli_print_json (document);
  return TRUE;
}

static void
print_faults (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const NstFault *fault = g_ptr_array_index (faults, i);

      if (fault->line > 0)
        g_print ("%s:%d: %s\n  → %s\n", fault->file, fault->line, fault->message, fault->remedy);
      else
        g_print ("%s: %s\n  → %s\n", fault->file, fault->message, fault->remedy);
    }
}

static void
print_faults_json (GPtrArray *faults)
{
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < faults->len; i++)
    {
      const NstFault *fault = g_ptr_array_index (faults, i);

      nst_json_begin_object (json, NULL);
      nst_json_add_text (json, "file", fault->file);
      nst_json_add_int (json, "line", fault->line);
      nst_json_add_text (json, "message", fault->message);
      nst_json_add_text (json, "remedy", fault->remedy);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
  nst_cli_print_json (json);
}

gboolean
nst_command_scheme (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) faults = NULL;

  if (!nst_cli_parse ("scheme", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 3 || strcmp (argv[1], "check") != 0)
    return nst_cli_refuse_usage ("scheme ", _ ("say “scheme check” and name a pack"), error);
  faults = nst_scheme_check_path (argv[2], error);
  if (faults == NULL)
    return FALSE;
  if (json)
    print_faults_json (faults);
  else
    print_faults (faults);
  if (faults->len == 0)
    {
      nst_cli_say (cli, _ ("%s is in order."), argv[2]);
      return TRUE;
    }
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               g_dngettext (GETTEXT_PACKAGE, "%s has %u fault", "%s has %u faults", faults->len),
               argv[2], faults->len);
  return FALSE;
}
