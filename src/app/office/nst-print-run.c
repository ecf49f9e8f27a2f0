/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many papers made while the window goes on working. */
#include "config.h"

#include "app/office/nst-print-run.h"

#include "app/widgets/nst-document-words.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* Of a frame of 16 ms the window keeps the other half. */
#define SLICE 8000
/* Papers that may wait for a thread before we wait for them: NstBatch would block at 16. */
#define WAITING 12

typedef struct
{
  NstRecord *record;
  char *form;
} Job;

struct _NstPrintRun
{
  GObject parent_instance;

  NstOffice *office;
  NstPrintPlace place;
  NstDocumentFormat format;
  char *path;
  char *part; /* the one file while it is being made */
  gboolean blanks;
  gboolean issue;
  gboolean cancelled;

  GPtrArray *jobs;
  guint next;
  guint made;
  NstBatch *batch; /* NULL: made here, one after another */
  GPtrArray *refusals;
  GPtrArray *parts;
  GHashTable *names;
  GError *error;
  guint told;
  GThread *thread; /* while the last papers are written */
  guint tick_id;
};

enum
{
  PROGRESS,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstPrintRun, nst_print_run, G_TYPE_OBJECT)

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->record);
  g_free (job->form);
  g_free (job);
}

static void
free_refusal (gpointer data)
{
  NstBatchRefusal *refusal = data;

  g_clear_object (&refusal->record);
  g_clear_pointer (&refusal->missing, g_ptr_array_unref);
  g_free (refusal->form);
  g_free (refusal->message);
  g_free (refusal);
}

static void
refuse (NstPrintRun *self, const Job *job, const GError *error, GPtrArray *missing)
{
  NstBatchRefusal *refusal = g_new0 (NstBatchRefusal, 1);

  refusal->record = g_object_ref (job->record);
  refusal->form = g_strdup (job->form);
  refusal->message = error != NULL ? g_strdup (error->message) : NULL;
  refusal->missing = missing != NULL ? g_ptr_array_ref (missing) : NULL;
  g_ptr_array_add (self->refusals, refusal);
}

/* The pages, unless something is missing in them that nobody wants as a blank. */
static NstPages *
make_pages (NstPrintRun *self, const Job *job)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NstPages) pages =
      nst_documents_make (self->office, job->record, job->form, &missing, &error);

  if (pages != NULL && (self->blanks || missing->len == 0))
    return g_steal_pointer (&pages);
  refuse (self, job, error, missing);
  return NULL;
}

/* What is in the folder already is not overwritten. */
static char *
choose_path (NstPrintRun *self, const Job *job)
{
  g_autofree char *name =
      nst_documents_dup_file_name_as (self->office, job->record, job->form, self->format);
  const char *dot = strrchr (name, '.');
  char *path = g_build_filename (self->path, name, NULL);

  for (guint i = 2;
       g_hash_table_contains (self->names, path) || g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *other = g_strdup_printf ("%.*s_%u%s", (int) (dot - name), name, i, dot);

      g_free (path);
      path = g_build_filename (self->path, other, NULL);
    }
  g_hash_table_add (self->names, g_strdup (path));
  return path;
}

/* What has been issued is not issued again: a reprint returns it. */
static GBytes *
issue (NstPrintRun *self, const Job *job, GError **error)
{
  g_autoptr (NstRecord) issued = nst_document_find_issued (self->office, job->record, job->form);
  g_autoptr (GBytes) file = NULL;

  if (issued != NULL && self->format == NST_DOCUMENT_PDF)
    return nst_documents_get_issued (self->office, issued, error);
  if (issued != NULL)
    return nst_documents_make_file (self->office, job->record, job->form, self->format, NULL,
                                    error);
  issued =
      nst_documents_issue_file (self->office, job->record, job->form, self->format, &file, error);
  return g_steal_pointer (&file);
}

static void
make_issued (NstPrintRun *self, const Job *job)
{
  g_autoptr (NstPages) pages = make_pages (self, job);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (pages == NULL)
    return;
  file = issue (self, job, &error);
  path = choose_path (self, job);
  if (file != NULL && g_file_set_contents (path, g_bytes_get_data (file, NULL),
                                           (gssize) g_bytes_get_size (file), &error))
    self->made++;
  else
    refuse (self, job, error, NULL);
}

static void
make_next (NstPrintRun *self)
{
  const Job *job = g_ptr_array_index (self->jobs, self->next++);
  NstPages *pages;

  if (self->issue)
    {
      make_issued (self, job);
      return;
    }
  pages = make_pages (self, job);
  if (pages == NULL)
    return;
  g_ptr_array_add (self->parts, pages);
  self->made++;
}

/* The one file gets its name when nobody can cancel any more: a cancelled run leaves the file
 * that may have been there before as it was. */
static void
keep_part (NstPrintRun *self)
{
  if (self->part == NULL || !g_file_test (self->part, G_FILE_TEST_EXISTS))
    return;
  if (self->cancelled)
    g_remove (self->part);
  else if (g_rename (self->part, self->path) != 0)
    g_set_error (&self->error, G_FILE_ERROR, (int) g_file_error_from_errno (errno),
                 _ ("“%s” cannot be written. Choose another place."), self->path);
}

static gboolean
finished_cb (gpointer data)
{
  NstPrintRun *self = data;

  g_thread_join (g_steal_pointer (&self->thread));
  keep_part (self);
  g_signal_emit (self, signals[PROGRESS], 0);
  g_signal_emit (self, signals[FINISHED], 0);
  g_object_unref (self);
  return G_SOURCE_REMOVE;
}

/* One file is written at the end, which may take longer than a frame. */
static gpointer
finish_thread (gpointer data)
{
  NstPrintRun *self = data;

  /* Never finished, the one file is never written. */
  if (self->batch != NULL && self->cancelled && self->place == NST_PRINT_ONE_FILE)
    g_object_run_dispose (G_OBJECT (self->batch));
  else if (self->batch != NULL)
    nst_batch_finish (self->batch, &self->error);
  g_idle_add (finished_cb, self);
  return NULL;
}

/* A thread of our own is over when it is joined: a task's may still hold what it worked on. */
static void
finish (NstPrintRun *self)
{
  self->thread = g_thread_new ("print-run", finish_thread, g_object_ref (self));
}

static gboolean
has_more (NstPrintRun *self)
{
  return !self->cancelled && self->next < self->jobs->len;
}

/* Fills in papers for a slice of a frame; the threads of the batch write them meanwhile. */
static void
work (NstPrintRun *self)
{
  gint64 end = g_get_monotonic_time () + SLICE;

  while (has_more (self) && g_get_monotonic_time () < end)
    {
      if (self->batch == NULL)
        make_next (self);
      else if (self->next < nst_batch_get_done (self->batch) + WAITING)
        {
          self->next++;
          nst_batch_step (self->batch);
        }
      else
        return;
    }
}

static gboolean
tick_cb (gpointer data)
{
  NstPrintRun *self = data;
  guint done;

  work (self);
  done = nst_print_run_get_done (self);
  if (done != self->told)
    {
      self->told = done;
      g_signal_emit (self, signals[PROGRESS], 0);
    }
  if (has_more (self) || done < self->next)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

static void
nst_print_run_dispose (GObject *object)
{
  NstPrintRun *self = NST_PRINT_RUN (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->batch);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (nst_print_run_parent_class)->dispose (object);
}

static void
nst_print_run_finalize (GObject *object)
{
  NstPrintRun *self = NST_PRINT_RUN (object);

  g_free (self->path);
  g_free (self->part);
  g_ptr_array_unref (self->jobs);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->parts);
  g_hash_table_unref (self->names);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (nst_print_run_parent_class)->finalize (object);
}

static void
nst_print_run_class_init (NstPrintRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nst_print_run_dispose;
  object_class->finalize = nst_print_run_finalize;
  signals[PROGRESS] = g_signal_new ("progress", NST_TYPE_PRINT_RUN, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", NST_TYPE_PRINT_RUN, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
nst_print_run_init (NstPrintRun *self)
{
  self->jobs = g_ptr_array_new_with_free_func (free_job);
  self->refusals = g_ptr_array_new_with_free_func (free_refusal);
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

NstPrintRun *
nst_print_run_new (NstOffice *office, NstPrintPlace place, NstDocumentFormat format,
                   const char *path)
{
  NstPrintRun *self = g_object_new (NST_TYPE_PRINT_RUN, NULL);

  self->office = g_object_ref (office);
  self->place = place;
  self->format = format;
  self->path = g_strdup (path);
  return self;
}

void
nst_print_run_set_blanks (NstPrintRun *self, gboolean blanks)
{
  g_return_if_fail (NST_IS_PRINT_RUN (self));
  self->blanks = blanks;
}

void
nst_print_run_set_issue (NstPrintRun *self, gboolean issued)
{
  g_return_if_fail (NST_IS_PRINT_RUN (self));
  self->issue = issued && self->place == NST_PRINT_FILES;
}

void
nst_print_run_add (NstPrintRun *self, NstRecord *record, const char *form)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (NST_IS_PRINT_RUN (self));

  job->record = g_object_ref (record);
  job->form = g_strdup (form);
  g_ptr_array_add (self->jobs, job);
}

static void
make_batch (NstPrintRun *self)
{
  self->batch = nst_batch_new (self->office, self->format);
  nst_batch_set_blanks (self->batch, self->blanks);
  if (self->place == NST_PRINT_ONE_FILE)
    {
      self->part = g_strconcat (self->path, ".part", NULL);
      nst_batch_set_file (self->batch, self->part);
    }
  else
    nst_batch_set_folder (self->batch, self->path);
  for (guint i = 0; i < self->jobs->len; i++)
    {
      const Job *job = g_ptr_array_index (self->jobs, i);

      nst_batch_add (self->batch, job->record, job->form);
    }
}

void
nst_print_run_start (NstPrintRun *self)
{
  g_return_if_fail (NST_IS_PRINT_RUN (self));
  g_return_if_fail (self->tick_id == 0 && self->next == 0);

  if (self->place != NST_PRINT_PRINTER && !self->issue)
    make_batch (self);
  self->tick_id = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, 4, tick_cb, self, NULL);
}

void
nst_print_run_cancel (NstPrintRun *self)
{
  g_return_if_fail (NST_IS_PRINT_RUN (self));

  self->cancelled = TRUE;
  if (self->batch != NULL)
    nst_batch_cancel (self->batch);
}

guint
nst_print_run_get_count (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), 0);
  return self->jobs->len;
}

guint
nst_print_run_get_done (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), 0);
  return self->batch != NULL ? nst_batch_get_done (self->batch) : self->next;
}

/**
 * nst_print_run_get_made:
 * @self: a run that has finished
 *
 * Returns: how many papers there are now
 */
guint
nst_print_run_get_made (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), 0);

  if (self->batch == NULL)
    return self->made;
  if (self->place == NST_PRINT_FILES)
    return nst_batch_get_files (self->batch)->len;
  return self->cancelled || self->error != NULL
             ? 0
             : nst_batch_get_done (self->batch) - nst_batch_get_refusals (self->batch)->len;
}

gboolean
nst_print_run_get_cancelled (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), FALSE);
  return self->cancelled;
}

const GError *
nst_print_run_get_error (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), NULL);
  return self->error;
}

const char *
nst_print_run_get_path (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), NULL);
  return self->path;
}

NstPrintPlace
nst_print_run_get_place (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), NST_PRINT_PRINTER);
  return self->place;
}

GPtrArray *
nst_print_run_get_refusals (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), NULL);
  return self->batch != NULL ? nst_batch_get_refusals (self->batch) : self->refusals;
}

GPtrArray *
nst_print_run_get_parts (NstPrintRun *self)
{
  g_return_val_if_fail (NST_IS_PRINT_RUN (self), NULL);
  return self->parts;
}
