/* SPDX-License-Identifier: GPL-3.0-or-later */
/* add, set, remove: one change each, by the store's door. */
#include "config.h"

#include "cli/nst-cli.h"

#include "model/nst-change.h"
#include "model/nst-error.h"
#include "rules/nst-typed.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Puts FIELD=VALUE words into the change. */
static gboolean
assign (NstOffice *office, NstChange *change, NstRecord *record, char **words, GError **error)
{
  const NstKind *kind = nst_record_get_kind (record);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      const char *value;
      const NstField *field;

      if (!nst_cli_split_assignment (words[i], &name, &value, error))
        return FALSE;
      field = nst_kind_find_field (kind, name);
      if (field == NULL)
        {
          g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE, _ ("%s have no field “%s”."),
                       kind->plural, name);
          return FALSE;
        }
      if (field->flags & NST_FIELD_STEP)
        {
          g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
                       _ ("“%s” of a %s changes by steps only; see “do --list”."), name,
                       kind->name);
          return FALSE;
        }
      if (!nst_typed_parse (nst_office_get_scheme (office), field, value, &text, error))
        return FALSE;
      nst_change_set (change, record, name, text);
    }
  return TRUE;
}

/* A base has exactly one office card; init makes it. */
static gboolean
is_single (const NstKind *kind, GError **error)
{
  if (strcmp (kind->name, "office") != 0)
    return FALSE;
  g_set_error (error, NST_CLI_ERROR, NST_CLI_ERROR_USAGE,
               _ ("A base has exactly one office; change it by “set office 1 FIELD=VALUE…”."));
  return TRUE;
}

gboolean
nst_command_add (NstCli *cli, int argc, char **argv, GError **error)
{
  GOptionEntry entries[] = { { NULL } };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autofree char *title = NULL;
  const NstKind *kind;

  if (!nst_cli_parse ("add", entries, &argc, &argv, error))
    return FALSE;
  if (argc < 3)
    return nst_cli_refuse_usage ("add ", _ ("name a kind and at least one field"), error);
  kind = nst_cli_find_kind (argv[1], error);
  if (kind == NULL || is_single (kind, error))
    return FALSE;
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  title = g_strdup_printf (_ ("Add: %s"), _ (kind->label));
  change = nst_change_new (title);
  record = nst_change_add (change, kind->name, NULL);
  if (!assign (office, change, record, argv + 2, error) ||
      !nst_store_apply (nst_office_get_store (office), change, error))
    return FALSE;
  printf ("%" G_GINT64_FORMAT "\n", nst_record_get_id (record));
  return TRUE;
}

static gboolean
find (NstCli *cli, char **argv, NstOffice **office, NstRecord **record, GError **error)
{
  const NstKind *kind = nst_cli_find_kind (argv[1], error);

  *office = kind != NULL ? nst_cli_open (cli, error) : NULL;
  *record = *office != NULL ? nst_cli_find_record (*office, kind, argv[2], error) : NULL;
  return *record != NULL;
}

gboolean
nst_command_set (NstCli *cli, int argc, char **argv, GError **error)
{
  GOptionEntry entries[] = { { NULL } };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autofree char *title = NULL;

  if (!nst_cli_parse ("set", entries, &argc, &argv, error))
    return FALSE;
  if (argc < 4)
    return nst_cli_refuse_usage ("set ", _ ("name a kind, a record and at least one field"),
                                 error);
  if (!find (cli, argv, &office, &record, error))
    return FALSE;
  title = g_strdup_printf (_ ("Change: %s %s"), _ (nst_record_get_kind (record)->label),
                           nst_record_get_title (record));
  change = nst_change_new (title);
  return assign (office, change, record, argv + 3, error) &&
         nst_store_apply (nst_office_get_store (office), change, error);
}

gboolean
nst_command_remove (NstCli *cli, int argc, char **argv, GError **error)
{
  GOptionEntry entries[] = { { NULL } };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) record = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autofree char *title = NULL;

  if (!nst_cli_parse ("remove", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 3)
    return nst_cli_refuse_usage ("remove ", _ ("name a kind and a record"), error);
  if (!find (cli, argv, &office, &record, error) ||
      is_single (nst_record_get_kind (record), error))
    return FALSE;
  title = g_strdup_printf (_ ("Remove: %s %s"), _ (nst_record_get_kind (record)->label),
                           nst_record_get_title (record));
  change = nst_change_new (title);
  nst_change_remove (change, record);
  return nst_store_apply (nst_office_get_store (office), change, error);
}
