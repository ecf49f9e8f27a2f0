/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schemes versions, compare, move: versions of a pack side by side. */
#include "config.h"

#include "cli/nst-command-versions.h"

#include "scheme/nst-scheme-compare.h"
#include "store/nst-office-versions.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_version (NstJson *document, NstOffice *office, const char *id, const char *version,
             gboolean newest, gboolean json)
{
  guint programs = nst_office_count_programs (office, id, version);
  g_autofree char *count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u programme", "%u programmes", programs),
                       programs);

  nst_json_begin_object (document, NULL);
  nst_json_add_text (document, "id", id);
  nst_json_add_text (document, "version", version);
  nst_json_add_bool (document, "newest", newest);
  nst_json_add_int (document, "programs", programs);
  nst_json_end_object (document);
  if (!json)
    g_print ("%s  %s  %s\n", id, version, count);
}

/* The versions that the base keeps, and how many programmes follow each. */
static gboolean
list_versions (NstOffice *office, gboolean json)
{
  GPtrArray *schemes = nst_office_get_schemes (office);
  g_autoptr (NstJson) document = nst_json_new ();

  nst_json_begin_array (document, NULL);
  for (guint i = 0; i < schemes->len; i++)
    {
      const char *id = nst_scheme_get_id (schemes->pdata[i]);
      g_auto (GStrv) versions = nst_office_list_versions (office, id);

      for (guint j = 0; versions[j] != NULL; j++)
        add_version (document, office, id, versions[j], versions[j + 1] == NULL, json);
    }
  nst_json_end_array (document);
  if (json)
    nst_cli_print_json (document);
  return TRUE;
}

static const char *
get_change (const NstSchemeDifference *difference)
{
  if (difference->before == NULL)
    return "added";
  return difference->after == NULL ? "removed" : "changed";
}

static void
print_json (GPtrArray *differences)
{
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      const NstSchemeDifference *difference = differences->pdata[i];

      nst_json_begin_object (json, NULL);
      nst_json_add_text (json, "part", difference->part);
      nst_json_add_text (json, "group", difference->group);
      nst_json_add_text (json, "code", difference->code);
      nst_json_add_text (json, "change", get_change (difference));
      nst_json_add_text (json, "before", difference->before);
      nst_json_add_text (json, "after", difference->after);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
  nst_cli_print_json (json);
}

static void
print_text (GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const NstSchemeDifference *difference = differences->pdata[i];
      g_autofree char *where =
          difference->group != NULL
              ? g_strdup_printf ("%s %s %s", difference->part, difference->group,
                                 difference->code)
              : g_strdup_printf ("%s %s", difference->part, difference->code);

      if (difference->before == NULL)
        g_print ("+ %s: %s\n", where, difference->after);
      else if (difference->after == NULL)
        g_print ("- %s: %s\n", where, difference->before);
      else
        g_print ("~ %s: %s → %s\n", where, difference->before, difference->after);
    }
}

static gboolean
compare (NstCli *cli, NstOffice *office, char **words, gboolean json, GError **error)
{
  NstScheme *before = nst_office_get_version (office, words[0], words[1], error);
  NstScheme *after =
      before != NULL ? nst_office_get_version (office, words[0], words[2], error) : NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (after == NULL)
    return FALSE;
  differences = nst_scheme_compare (before, after);
  if (json)
    print_json (differences);
  else
    print_text (differences);
  if (differences->len == 0)
    nst_cli_say (cli, _ ("The two versions say the same."));
  return TRUE;
}

static gboolean
move (NstCli *cli, NstOffice *office, const char *name, const char *version, GError **error)
{
  g_autoptr (NstRecord) program =
      nst_cli_find_record (office, nst_kinds_find ("program"), name, error);
  g_autoptr (NstChange) done = NULL;

  if (program == NULL || !nst_office_move_program (office, program, version, &done, error))
    return FALSE;
  nst_cli_say (cli, "%s", nst_change_get_title (done));
  return TRUE;
}

/*
 * The words after "schemes": versions; compare ID OLD NEW; move PROGRAM [VERSION].
 */
gboolean
nst_command_versions (NstCli *cli, int argc, char **argv, gboolean json, GError **error)
{
  gboolean listing = argc == 1 && strcmp (argv[0], "versions") == 0;
  gboolean comparing = argc == 4 && strcmp (argv[0], "compare") == 0;
  gboolean moving = (argc == 2 || argc == 3) && strcmp (argv[0], "move") == 0 && !json;
  g_autoptr (NstOffice) office = NULL;

  if (!listing && !comparing && !moving)
    return nst_cli_refuse_usage (
        "schemes ", _ ("say “versions”, “compare ID OLD NEW” or “move PROGRAM [VERSION]”"),
        error);
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  if (listing)
    return list_versions (office, json);
  if (comparing)
    return compare (cli, office, argv + 1, json, error);
  return move (cli, office, argv[1], argc == 3 ? argv[2] : NULL, error);
}
