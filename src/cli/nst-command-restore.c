/* SPDX-License-Identifier: GPL-3.0-or-later */
/* restore: a copy becomes the base again; --dry-run only tells what that would mean. */
#include "config.h"

#include "cli/nst-backup-rows.h"
#include "cli/nst-cli.h"

#include <glib/gi18n.h>

static void
print_actions (const char *heading, GPtrArray *actions)
{
  if (actions->len == 0)
    return;
  g_print ("\n%s\n", heading);
  for (guint i = 0; i < actions->len; i++)
    {
      const NstBaseAction *action = actions->pdata[i];

      g_print ("  %s  %s\n", action->day, action->title);
    }
}

static void
print_preview (NstBackup *backup, NstBackupPreview *preview)
{
  if (backup->number > 0)
    nst_backup_rows_print (backup);
  nst_backup_rows_print_holds (&backup->facts, preview->readable ? &preview->now : NULL);
  if (!preview->readable)
    g_print ("\n%s\n", _ ("The present base cannot be read; it would be put aside."));
  print_actions (_ ("Would be lost:"), preview->lost);
  print_actions (_ ("Would come back:"), preview->regained);
}

static void
add_actions (NstJson *json, const char *key, GPtrArray *actions)
{
  nst_json_begin_array (json, key);
  for (guint i = 0; i < actions->len; i++)
    {
      const NstBaseAction *action = actions->pdata[i];

      nst_json_begin_object (json, NULL);
      nst_json_add_text (json, "day", action->day);
      nst_json_add_text (json, "title", action->title);
      nst_json_end_object (json);
    }
  nst_json_end_array (json);
}

static void
print_preview_json (NstBackup *backup, NstBackupPreview *preview)
{
  g_autoptr (NstJson) json = nst_json_new ();

  nst_json_begin_object (json, NULL);
  nst_backup_rows_add (json, backup);
  nst_json_add_bool (json, "base_readable", preview->readable);
  nst_backup_rows_add_holds (json, "holds_now", &preview->now);
  add_actions (json, "lost", preview->lost);
  add_actions (json, "regained", preview->regained);
  nst_json_end_object (json);
  nst_cli_print_json (json);
}

static gboolean
preview_only (NstCli *cli, NstBackup *backup, gboolean as_json, GError **error)
{
  g_autoptr (NstBackupPreview) preview = nst_backups_preview (cli->base, backup, error);

  if (preview == NULL)
    return FALSE;
  if (as_json)
    print_preview_json (backup, preview);
  else
    print_preview (backup, preview);
  return TRUE;
}

gboolean
nst_command_restore (NstCli *cli, int argc, char **argv, GError **error)
{
  gboolean dry = FALSE;
  gboolean as_json = FALSE;
  GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, NULL, NULL },
    { NULL },
  };
  g_autoptr (NstBackup) backup = NULL;
  g_autoptr (NstBackup) kept = NULL;

  if (!nst_cli_parse ("restore", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 2 || (as_json && !dry))
    return nst_cli_refuse_usage ("restore ", _ ("name a kept copy by its number, or a file"),
                                 error);
  backup = nst_backups_find (cli->base, argv[1], error);
  if (backup == NULL)
    return FALSE;
  if (dry)
    return preview_only (cli, backup, as_json, error);
  kept = nst_backups_restore (cli->base, backup, cli->clock, error);
  if (kept == NULL)
    return FALSE;
  if (kept->number > 0)
    nst_cli_say (cli, _ ("Restored. The state before is kept: “restore %u” takes this back."),
                 kept->number);
  else
    nst_cli_say (cli, _ ("Restored."));
  return TRUE;
}
