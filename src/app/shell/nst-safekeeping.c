/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the base while the program runs: kept beside the work, restored, taken back. */
#include "config.h"

#include "app/shell/nst-safekeeping.h"

#include "app/shell/nst-window.h"
#include "store/nst-backups.h"

#include <glib/gi18n.h>

struct _NstSafekeeping
{
  GObject parent_instance;

  GtkApplication *application; /* it outlives this */
  char *base;
  NstClock *clock;
  char *way_back;      /* copy of the state before the last restore */
  gboolean complained; /* a failure of what nobody asked for is told once */
};

G_DEFINE_FINAL_TYPE (NstSafekeeping, nst_safekeeping, G_TYPE_OBJECT)

/* What a thread gets: nothing that the window uses. */
typedef struct
{
  char *base;
  char *path;
  NstClock *clock;
} Job;

static void
job_free (Job *job)
{
  g_free (job->base);
  g_free (job->path);
  g_object_unref (job->clock);
  g_free (job);
}

static void
run (NstSafekeeping *self, const char *path, GTaskThreadFunc thread, GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->base == NULL)
    return;
  job = g_new0 (Job, 1);
  job->base = g_strdup (self->base);
  job->path = g_strdup (path);
  job->clock = nst_clock_copy (self->clock);
  task = g_task_new (self, NULL, done, NULL);
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* A program that is closed meanwhile ends when the copy is whole. */
  g_application_hold (G_APPLICATION (self->application));
  g_task_run_in_thread (task, thread);
}

static NstWindow *
get_window (NstSafekeeping *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  return window == NULL ? NULL : NST_WINDOW (window);
}

static void
say (NstSafekeeping *self, const char *text, const char *button, const char *action)
{
  NstWindow *window = get_window (self);

  if (window != NULL)
    nst_window_offer (window, text, button, action);
}

static void
day_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
            GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;
  GError *error = NULL;

  if (nst_backups_keep_day (job->base, job->clock, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
day_done_cb (GObject *object, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  NstSafekeeping *self = NST_SAFEKEEPING (object);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) && !self->complained)
    {
      say (self, error->message, NULL, NULL);
      self->complained = TRUE;
    }
  g_application_release (G_APPLICATION (self->application));
}

static void
write_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
              GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;
  GError *error = NULL;

  if (nst_backups_write (job->base, job->path, &error))
    g_task_return_pointer (task, g_strdup_printf (_ ("Copy saved: %s"), job->path), g_free);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  NstSafekeeping *self = NST_SAFEKEEPING (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_task_propagate_pointer (G_TASK (result), &error);

  say (self, words != NULL ? words : error->message, NULL, NULL);
  g_application_release (G_APPLICATION (self->application));
}

static void
restore_thread (GTask *task, gpointer source G_GNUC_UNUSED, gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (NstBackup) backup = nst_backups_load (job->base, job->path, &error);
  NstBackup *kept = NULL;

  if (backup != NULL)
    kept = nst_backups_restore (job->base, backup, job->clock, &error);
  if (kept != NULL)
    g_task_return_pointer (task, kept, (GDestroyNotify) nst_backup_free);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject *object, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  NstSafekeeping *self = NST_SAFEKEEPING (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (NstBackup) kept = g_task_propagate_pointer (G_TASK (result), &error);
  NstWindow *window = get_window (self);

  if (window != NULL)
    gtk_widget_set_sensitive (GTK_WIDGET (window), TRUE);
  if (kept == NULL)
    say (self, error->message, NULL, NULL);
  else if (window != NULL)
    {
      g_free (self->way_back);
      self->way_back = kept->number > 0 ? g_strdup (kept->path) : NULL;
      g_action_group_activate_action (G_ACTION_GROUP (self->application), "retry", NULL);
      say (self, _ ("The copy is restored"), _ ("Take back"),
           self->way_back != NULL ? "app.take-back" : NULL);
    }
  g_application_release (G_APPLICATION (self->application));
}

/* While the base becomes another one, nobody changes it. */
static void
restore (NstSafekeeping *self, const char *path)
{
  NstWindow *window = get_window (self);

  if (window == NULL || path == NULL || self->base == NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (window), FALSE);
  run (self, path, restore_thread, restored_cb);
}

static void
write_copy_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  run (data, g_variant_get_bytestring (parameter), write_thread, written_cb);
}

static void
restore_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  restore (data, g_variant_get_bytestring (parameter));
}

static void
take_back_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter G_GNUC_UNUSED,
              gpointer data)
{
  NstSafekeeping *self = data;
  g_autofree char *path = g_strdup (self->way_back);

  restore (self, path);
}

static const GActionEntry entries[] = {
  { "write-copy", write_copy_cb, "ay", NULL, NULL, { 0 } },
  { "restore", restore_cb, "ay", NULL, NULL, { 0 } },
  { "take-back", take_back_cb, NULL, NULL, NULL, { 0 } },
};

static void
window_removed_cb (NstSafekeeping *self)
{
  run (self, NULL, day_thread, day_done_cb);
}

static void
nst_safekeeping_finalize (GObject *object)
{
  NstSafekeeping *self = NST_SAFEKEEPING (object);

  g_free (self->base);
  g_free (self->way_back);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (nst_safekeeping_parent_class)->finalize (object);
}

static void
nst_safekeeping_class_init (NstSafekeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_safekeeping_finalize;
}

static void
nst_safekeeping_init (NstSafekeeping *self G_GNUC_UNUSED)
{
}

NstSafekeeping *
nst_safekeeping_new (GtkApplication *application)
{
  NstSafekeeping *self = g_object_new (NST_TYPE_SAFEKEEPING, NULL);

  self->application = application;
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (application, "window-removed", G_CALLBACK (window_removed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
nst_safekeeping_set_office (NstSafekeeping *self, NstOffice *office)
{
  g_return_if_fail (NST_IS_SAFEKEEPING (self));

  g_clear_pointer (&self->base, g_free);
  g_clear_object (&self->clock);
  if (office == NULL)
    return;
  self->base = g_strdup (nst_store_get_path (nst_office_get_store (office)));
  self->clock = g_object_ref (nst_office_get_clock (office));
  run (self, NULL, day_thread, day_done_cb);
}
