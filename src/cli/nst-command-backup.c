/* SPDX-License-Identifier: GPL-3.0-or-later */
/* backup: a verified copy of the base as a file, or with those that are kept. */
#include "config.h"

#include "cli/nst-backup-rows.h"
#include "cli/nst-cli.h"

#include "model/nst-error.h"

#include <glib/gi18n.h>

static gboolean
list (NstCli *cli, gboolean as_json)
{
  g_autoptr (GPtrArray) backups = nst_backups_list (cli->base);
  g_autoptr (NstJson) json = NULL;

  if (!as_json)
    {
      for (guint i = 0; i < backups->len; i++)
        nst_backup_rows_print (backups->pdata[i]);
      if (backups->len == 0)
        nst_cli_say (cli, _ ("No copy of %s is kept yet; “backup” makes one."), cli->base);
      return TRUE;
    }
  json = nst_json_new ();
  nst_json_begin_array (json, NULL);
  for (guint i = 0; i < backups->len; i++)
    {
      nst_json_begin_object (json, NULL);
      nst_backup_rows_add (json, backups->pdata[i]);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
  nst_cli_print_json (json);
  return TRUE;
}

static gboolean
keep (NstCli *cli, GError **error)
{
  g_autoptr (NstOffice) office = nst_cli_open (cli, error);
  g_autoptr (NstBackup) backup = NULL;

  if (office == NULL)
    return FALSE;
  backup = nst_backups_keep (cli->base, cli->clock, NST_BACKUP_HAND, error);
  if (backup == NULL)
    return FALSE;
  nst_cli_say (cli, _ ("Copy %u is kept and verified: %s"), backup->number, backup->path);
  return TRUE;
}

static gboolean
write_file (NstCli *cli, const char *path, GError **error)
{
  g_autoptr (NstOffice) office = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("%s exists already and is not overwritten; choose another name."), path);
      return FALSE;
    }
  office = nst_cli_open (cli, error);
  return office != NULL && nst_store_backup (nst_office_get_store (office), path, error);
}

gboolean
nst_command_backup (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean listed = FALSE;
  gboolean as_json = FALSE;
  GOptionEntry entries[] = {
    { "list", 0, 0, G_OPTION_ARG_NONE, &listed, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };

  if (!nst_cli_parse ("backup", entries, &argc, &argv, error))
    return FALSE;
  if (argc > 2 || (argc == 2 && listed) || (as_json && !listed))
    return nst_cli_refuse_usage ("backup ", _ ("name the file of the copy, or nothing"), error);
  if (listed)
    return list (cli, as_json);
  return argc == 2 ? write_file (cli, argv[1], error) : keep (cli, error);
}
