/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a demonstration in the background: a whole region takes some seconds. */
#include "config.h"

#include "app/shell/nst-demo-maker.h"

#include "import/nst-demo.h"
#include "model/nst-error.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct
{
  char *name;
  char *role;
  char *path;
  NstClock *clock;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->name);
  g_free (work->role);
  g_free (work->path);
  g_object_unref (work->clock);
  g_free (work);
}

/**
 * nst_demo_maker_dup_name:
 * @role: (nullable): of the office that looks
 *
 * Returns: (transfer full) (nullable): the demonstration that is offered to this role, else the
 *   first one
 */
char *
nst_demo_maker_dup_name (const char *role)
{
  g_auto (GStrv) names = nst_demo_list ();

  for (guint i = 0; role != NULL && names[i] != NULL; i++)
    {
      g_autofree char *audience = nst_demo_dup_audience (names[i]);

      if (g_strcmp0 (audience, role) == 0)
        return g_strdup (names[i]);
    }
  return g_strdup (names[0]);
}

char *
nst_demo_maker_dup_path (const char *name, const char *role)
{
  g_autofree char *usual = nst_office_dup_default_path ();
  g_autofree char *dir = g_path_get_dirname (usual);
  g_autofree char *file = role == NULL ? g_strdup_printf ("demo-%s.nastavnik", name)
                                       : g_strdup_printf ("demo-%s-%s.nastavnik", name, role);

  return g_build_filename (dir, file, NULL);
}

/* What a program that ended in the middle of it has left. */
static void
clear_away (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

static gboolean
make (const Work *work, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (work->path);
  g_autofree char *beside = g_strconcat (work->path, ".new", NULL);
  g_autoptr (NstOffice) office = NULL;
  GDate day;

  if (g_mkdir_with_parents (dir, 0700) != 0)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
                   _ ("The folder %s cannot be made; check that the disk is not full or "
                      "read-only"),
                   dir);
      return FALSE;
    }
  clear_away (beside);
  nst_clock_get_today (work->clock, &day);
  office = nst_demo_create (beside, work->name, work->role, &day, work->clock, error);
  if (office == NULL)
    {
      clear_away (beside);
      return FALSE;
    }
  g_clear_object (&office); /* closed: the file is whole without its journal */
  if (g_rename (beside, work->path) == 0)
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN,
               _ ("“%s” cannot be written: %s. Choose another folder."), work->path,
               g_strerror (errno));
  clear_away (beside);
  return FALSE;
}

static void
make_cb (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
         GCancellable *cancellable G_GNUC_UNUSED)
{
  const Work *work = data;
  GError *error = NULL;

  if (make (work, &error))
    g_task_return_pointer (task, g_strdup (work->path), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * nst_demo_maker_start:
 * @name: a demonstration
 * @role: (nullable): whose eyes to see it with
 * @clock: on which day it ends
 * @callback: called in the main loop when it is there, or is not to be had
 * @data: for @callback
 */
void
nst_demo_maker_start (const char *name, const char *role, NstClock *clock,
                      GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Work *work = g_new0 (Work, 1);

  work->name = g_strdup (name);
  work->role = g_strdup (role);
  work->path = nst_demo_maker_dup_path (name, role);
  work->clock = g_object_ref (clock);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, make_cb);
}

/**
 * nst_demo_maker_finish:
 * @result: what the callback got
 * @error: (nullable): where to put why there is none
 *
 * Returns: (transfer full) (nullable): path of the demonstration
 */
char *
nst_demo_maker_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
