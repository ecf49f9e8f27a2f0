/* SPDX-License-Identifier: GPL-3.0-or-later */
/* init: a new base, empty or with a demonstration replayed by its dates. */
#include "config.h"

#include "cli/nst-cli.h"

#include "import/nst-demo.h"
#include "model/nst-error.h"
#include "scheme/nst-scheme-loader.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  char **schemes;
  char *role;
  char *name;
  char *demo;
  char *until;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->schemes);
  g_free (options->role);
  g_free (options->name);
  g_free (options->demo);
  g_free (options->until);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
make_demo (NstCli *cli, Options *options, GError **error)
{
  g_autoptr (NstOffice) office = NULL;
  GDate until;

  if (options->until != NULL && !nst_cli_read_day ("--until", options->until, &until, error))
    return FALSE;
  office = nst_demo_create (cli->base, options->demo, NULL,
                            options->until != NULL ? &until : NULL, cli->clock, error);
  return office != NULL;
}

/* Without --scheme every installed regulation can be worked by; the first is the usual. */
static gboolean
make_empty (NstCli *cli, Options *options, GError **error)
{
  g_auto (GStrv) installed = nst_scheme_list_installed ();
  char **schemes = options->schemes != NULL ? options->schemes : installed;
  g_autoptr (NstOffice) office = NULL;

  office = nst_office_create (cli->base, (const char *const *) schemes, options->role,
                              options->name, cli->clock, error);
  return office != NULL;
}

gboolean
nst_command_init (NstCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Options) options = { NULL };
  GOptionEntry entries[] = {
    { "scheme", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.schemes, NULL, NULL },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, NULL, NULL },
    { "demo", 0, 0, G_OPTION_ARG_STRING, &options.demo, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, NULL, NULL },
    { NULL },
  };

  if (!nst_cli_parse ("init", entries, &argc, &argv, error))
    return FALSE;
  if (argc != 1 || (options.until != NULL && options.demo == NULL))
    return nst_cli_refuse_usage ("init ", _ ("the arguments are not understood"), error);
  if (options.demo != NULL && (options.schemes != NULL || options.role != NULL))
    return nst_cli_refuse_usage ("init ", _ ("a demonstration brings its scheme and roles"),
                                 error);
  if (!(options.demo != NULL ? make_demo (cli, &options, error)
                             : make_empty (cli, &options, error)))
    return FALSE;
  nst_cli_say (cli, _ ("The base %s is ready."), cli->base);
  return TRUE;
}
