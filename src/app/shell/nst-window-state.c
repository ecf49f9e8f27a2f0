/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Size of the window and its last section, kept between two runs. */
#include "config.h"

#include "app/shell/nst-window-state.h"

#include <glib/gstdio.h>

#define GROUP "window"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "nastavnik", "window.ini", NULL);
}

/* A small screen, such as of a school laptop, has no room to spare around a window. */
static gboolean
is_small_screen (void)
{
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) first = g_list_model_get_item (monitors, 0);
  GdkRectangle area;

  if (first == NULL)
    return FALSE;
  gdk_monitor_get_geometry (first, &area);
  return area.width <= 1366 || area.height <= 768;
}

/**
 * nst_window_state_restore:
 * @window: not shown yet
 * @section: (out) (transfer full) (nullable): the section that was open
 */
void
nst_window_state_restore (GtkWindow *window, char **section)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ();
  int width;
  int height;

  *section = NULL;
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    {
      if (is_small_screen ())
        gtk_window_maximize (window);
      return;
    }
  width = g_key_file_get_integer (file, GROUP, "width", NULL);
  height = g_key_file_get_integer (file, GROUP, "height", NULL);
  if (width >= 360 && height >= 360)
    gtk_window_set_default_size (window, width, height);
  if (g_key_file_get_boolean (file, GROUP, "maximized", NULL))
    gtk_window_maximize (window);
  *section = g_key_file_get_string (file, GROUP, "section", NULL);
}

/**
 * nst_window_state_save:
 * @window: about to close
 * @section: (nullable): the section that is open
 *
 * What cannot be written is no loss: the window opens in its first size.
 */
void
nst_window_state_save (GtkWindow *window, const char *section)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path ();
  g_autofree char *dir = g_path_get_dirname (path);
  int width = 0;
  int height = 0;

  gtk_window_get_default_size (window, &width, &height);
  g_key_file_set_integer (file, GROUP, "width", width);
  g_key_file_set_integer (file, GROUP, "height", height);
  g_key_file_set_boolean (file, GROUP, "maximized", gtk_window_is_maximized (window));
  if (section != NULL)
    g_key_file_set_string (file, GROUP, "section", section);
  if (g_mkdir_with_parents (dir, 0700) == 0)
    g_key_file_save_to_file (file, path, NULL);
}
