/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entry of the window program. */
#include "config.h"

#include "app/shell/nst-application.h"

#include "model/nst-place.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char *argv[])
{
  g_autoptr (NstApplication) application = NULL;
  const char *dir;

  nst_place_follow ();
  dir = g_getenv ("NASTAVNIK_LOCALEDIR");
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, dir == NULL ? NST_LOCALEDIR : dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_ ("Nastavnik"));
  application = nst_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
