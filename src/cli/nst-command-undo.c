/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo, redo: by whole actions. */
#include "config.h"

#include "cli/nst-cli.h"

#include <glib/gi18n.h>
#include <stdlib.h>

static gboolean
step (NstStore *store, gboolean back, char **title, GError **error)
{
  return back ? nst_store_undo (store, title, error) : nst_store_redo (store, title, error);
}

/* All of them or none: what was moved before a refusal is moved back. */
static gboolean
move_all (NstStore *store, guint64 times, gboolean back, GPtrArray *titles, GError **error)
{
  while (titles->len < times)
    {
      char *title = NULL;

      if (!step (store, back, &title, error))
        {
          while (titles->len > 0 && step (store, !back, NULL, NULL))
            g_ptr_array_remove_index (titles, titles->len - 1);
          return FALSE;
        }
      g_ptr_array_add (titles, title);
    }
  return TRUE;
}

static gboolean
move (NstCli *cli, int argc, char **argv, gboolean back, GError **error)
{
  GOptionEntry entries[] = { { NULL } };
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint64 times = 1;

  if (!nst_cli_parse (argv[0], entries, &argc, &argv, error))
    return FALSE;
  if (argc > 2 ||
      (argc == 2 && !g_ascii_string_to_unsigned (argv[1], 10, 1, 10000, &times, NULL)))
    return nst_cli_refuse_usage (back ? "undo " : "redo ", _ ("name a number of actions"), error);
  office = nst_cli_open (cli, error);
  if (office == NULL)
    return FALSE;
  if (!move_all (nst_office_get_store (office), times, back, titles, error))
    return FALSE;
  for (guint i = 0; i < titles->len; i++)
    nst_cli_say (cli, back ? _ ("Undone: %s") : _ ("Done again: %s"),
                 (char *) g_ptr_array_index (titles, i));
  return TRUE;
}

gboolean
nst_command_undo (NstCli *cli, int argc, char **argv, GError **error)
{
  return move (cli, argc, argv, TRUE, error);
}

gboolean
nst_command_redo (NstCli *cli, int argc, char **argv, GError **error)
{
  return move (cli, argc, argv, FALSE, error);
}
