/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter with a paper in it, begun in the person's own mail program through the portal. */
#include "config.h"

#include "app/widgets/nst-mail.h"

#include "app/widgets/nst-report.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
/* What was attached the day before has been sent by now. */
#define KEPT_SECONDS (24 * 60 * 60)

/* A call that the portal has not answered yet. */
typedef struct
{
  GtkWidget *parent;
  GDBusConnection *bus;
  guint response_id;
} Letter;

static void
letter_free (Letter *letter)
{
  if (letter->response_id != 0)
    g_dbus_connection_signal_unsubscribe (letter->bus, letter->response_id);
  g_clear_object (&letter->bus);
  g_clear_object (&letter->parent);
  g_free (letter);
}

static void
say_no_portal (GtkWidget *parent)
{
  nst_report_note (parent, _ ("This desktop opens no mail program from here. Save the document "
                              "and attach it to a letter yourself."));
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "nastavnik", "mail", NULL);
}

/* The mail program reads the file when it pleases: it is taken away not before the next day. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_stat (path, &info) == 0 && now - (gint64) info.st_mtime > KEPT_SECONDS)
        g_remove (path);
    }
}

/* The portal gives the file on by its place, so that it must have one. */
static int
open_file (const char *file_name, GBytes *file, GError **error)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = g_build_filename (folder, file_name, NULL);
  int fd;

  g_mkdir_with_parents (folder, 0700);
  sweep (folder);
  if (!g_file_set_contents_full (path, g_bytes_get_data (file, NULL),
                                 (gssize) g_bytes_get_size (file), G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, error))
    return -1;
  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
                         g_strerror (errno));
  return fd;
}

/* 0: it is in the mail program; 1: the person gave up; 2: it did not work. */
static void
answered_cb (GDBusConnection *bus G_GNUC_UNUSED, const char *sender G_GNUC_UNUSED,
             const char *path G_GNUC_UNUSED, const char *interface G_GNUC_UNUSED,
             const char *signal G_GNUC_UNUSED, GVariant *parameters, gpointer data)
{
  Letter *letter = data;
  guint32 response = 0;

  g_variant_get_child (parameters, 0, "u", &response);
  if (response == 2)
    say_no_portal (letter->parent);
  letter_free (letter);
}

static void
called_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  Letter *letter = data;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (bus), NULL, result,
                                                           &error);
  if (reply != NULL)
    return;
  say_no_portal (letter->parent);
  letter_free (letter);
}

/* The answer may come before the call returns: it is listened for from the start. */
static char *
listen (Letter *letter)
{
  g_autofree char *token = g_strdup_printf ("nastavnik%u", g_random_int ());
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (letter->bus) + 1);
  g_autofree char *path = NULL;

  g_strdelimit (sender, ".", '_');
  path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  letter->response_id =
      g_dbus_connection_signal_subscribe (letter->bus, PORTAL, "org.freedesktop.portal.Request",
                                          "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          answered_cb, letter, NULL);
  return g_steal_pointer (&token);
}

static GVariant *
make_options (const char *token, const char *subject, const char *body, int handle)
{
  GVariantBuilder options;
  GVariantBuilder files;

  g_variant_builder_init (&files, G_VARIANT_TYPE ("ah"));
  g_variant_builder_add (&files, "h", handle);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (subject));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (body));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&files));
  return g_variant_new ("(sa{sv})", "", &options);
}

void
nst_mail_compose (GtkWidget *parent, const char *subject, const char *body, const char *file_name,
                  GBytes *file)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GUnixFDList) fds = NULL;
  g_autofree char *token = NULL;
  g_autoptr (GError) error = NULL;
  Letter *letter;
  int fd;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (bus == NULL)
    {
      say_no_portal (parent);
      return;
    }
  fd = open_file (file_name, file, &error);
  if (fd < 0)
    {
      nst_report_error (parent, error);
      return;
    }
  fds = g_unix_fd_list_new_from_array (&fd, 1);
  letter = g_new0 (Letter, 1);
  letter->parent = g_object_ref (parent);
  letter->bus = g_object_ref (bus);
  token = listen (letter);
  g_dbus_connection_call_with_unix_fd_list (bus, PORTAL, PORTAL_PATH,
                                            "org.freedesktop.portal.Email", "ComposeEmail",
                                            make_options (token, subject, body, 0),
                                            G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                                            fds, NULL, called_cb, letter);
}
