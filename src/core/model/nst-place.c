/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the installed program lies, when it was moved since it was built. */
#include "config.h"

#include "model/nst-place.h"

/* Points @variable to @folder below @prefix, unless somebody set it; @asked must be in there. */
static void
point_to (const char *variable, const char *prefix, const char *folder, const char *asked)
{
  g_autofree char *path = g_build_filename (prefix, "share", folder, NULL);
  g_autofree char *inside = g_build_filename (path, asked, NULL);

  if (g_getenv (variable) == NULL && g_file_test (inside, G_FILE_TEST_IS_DIR))
    g_setenv (variable, path, TRUE);
}

/**
 * nst_place_follow:
 *
 * Lets the program find its data and translations beside itself (../share), so that an
 * installed tree can be moved; in a build folder nothing is there and nothing changes.
 * Call it first in main(), before any thread.
 */
void
nst_place_follow (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *bin = NULL;
  g_autofree char *prefix = NULL;

  if (program == NULL)
    return;
  bin = g_path_get_dirname (program);
  prefix = g_path_get_dirname (bin);
  point_to ("NASTAVNIK_DATADIR", prefix, "nastavnik", "schemes");
  point_to ("NASTAVNIK_LOCALEDIR", prefix, "locale", "ru");
}
