/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many documents at once: the office's thread fills in templates, the others set and write. */
#include "config.h"

#include "documents/nst-batch.h"

#include "documents/nst-documents-private.h"
#include "documents/nst-docx.h"
#include "documents/nst-layouter.h"
#include "documents/nst-odt.h"
#include "documents/nst-pages-private.h"
#include "documents/nst-pdf-writer.h"
#include "model/nst-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* So many filled-in templates wait for a thread; more would only take room. */
#define MAX_WAITING 16

typedef struct
{
  NstRecord *record;
  char *form;
  NstTree *tree;
  char *path; /* NULL: into the one file */
  char *message;
} Job;

struct _NstBatch
{
  GObject parent_instance;

  NstOffice *office;
  NstDocumentFormat format;
  gboolean two_sided;
  gboolean blanks;
  char *folder;
  char *file;
  GPtrArray *jobs;
  guint next;
  GHashTable *names; /* file names given so far */
  GPtrArray *refusals;
  GPtrArray *files;
  NstPdfWriter *writer; /* of the one file, used by its only thread */

  GThreadPool *pool;
  GAsyncQueue *presses; /* idle ones */
  GMutex lock;
  GCond changed;
  guint n_waiting; /* under the lock, as are done and failed */
  guint n_done;
  GPtrArray *failed;
};

G_DEFINE_FINAL_TYPE (NstBatch, nst_batch, G_TYPE_OBJECT)

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->record);
  g_clear_pointer (&job->tree, nst_tree_free);
  g_free (job->form);
  g_free (job->path);
  g_free (job->message);
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
free_press (gpointer data)
{
  nst_press_free (data);
}

static void
nst_batch_dispose (GObject *object)
{
  NstBatch *self = NST_BATCH (object);

  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (nst_batch_parent_class)->dispose (object);
}

static void
nst_batch_finalize (GObject *object)
{
  NstBatch *self = NST_BATCH (object);

  g_free (self->folder);
  g_free (self->file);
  g_ptr_array_unref (self->jobs);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->failed);
  g_hash_table_unref (self->names);
  g_async_queue_unref (self->presses);
  nst_pdf_writer_free (self->writer);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);

  G_OBJECT_CLASS (nst_batch_parent_class)->finalize (object);
}

static void
nst_batch_class_init (NstBatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nst_batch_dispose;
  object_class->finalize = nst_batch_finalize;
}

static void
nst_batch_init (NstBatch *self)
{
  self->jobs = g_ptr_array_new_with_free_func (free_job);
  self->refusals = g_ptr_array_new_with_free_func (free_refusal);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->failed = g_ptr_array_new_with_free_func (free_job);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->presses = g_async_queue_new_full (free_press);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
}

/**
 * nst_batch_new:
 * @office: an office
 * @format: of each file
 *
 * Returns: (transfer full): an empty batch; name a folder or a file before the first step
 */
NstBatch *
nst_batch_new (NstOffice *office, NstDocumentFormat format)
{
  NstBatch *self = g_object_new (NST_TYPE_BATCH, NULL);
  g_autoptr (NstRecord) card = nst_office_dup_card (office);

  self->office = g_object_ref (office);
  self->format = format;
  self->two_sided = g_strcmp0 (nst_record_get_text (card, "two_sided"), "1") == 0;
  return self;
}

/**
 * nst_batch_set_folder:
 * @self: a batch
 * @path: a folder; each document is a file in it, and what is there is not overwritten
 */
void
nst_batch_set_folder (NstBatch *self, const char *path)
{
  g_free (self->folder);
  self->folder = g_strdup (path);
}

/**
 * nst_batch_set_file:
 * @self: a batch of PDFs
 * @path: the one file of all documents, in their order
 */
void
nst_batch_set_file (NstBatch *self, const char *path)
{
  g_return_if_fail (self->format == NST_DOCUMENT_PDF);
  g_free (self->file);
  self->file = g_strdup (path);
}

/**
 * nst_batch_set_blanks:
 * @self: a batch
 * @blanks: whether a document with missing fields is printed, with rules to write on; else
 *   it is refused and its fields are named
 */
void
nst_batch_set_blanks (NstBatch *self, gboolean blanks)
{
  self->blanks = blanks;
}

/**
 * nst_batch_add:
 * @self: a batch that has not begun
 * @record: what is printed
 * @form: code of the form
 */
void
nst_batch_add (NstBatch *self, NstRecord *record, const char *form)
{
  Job *job = g_new0 (Job, 1);

  job->record = g_object_ref (record);
  job->form = g_strdup (form);
  g_ptr_array_add (self->jobs, job);
}

/**
 * nst_batch_get_count:
 * @self: a batch
 *
 * Returns: how many documents were asked for
 */
guint
nst_batch_get_count (NstBatch *self)
{
  return self->jobs->len;
}

/**
 * nst_batch_get_done:
 * @self: a batch
 *
 * Returns: how many are written or refused by now
 */
guint
nst_batch_get_done (NstBatch *self)
{
  guint n_done;

  g_mutex_lock (&self->lock);
  n_done = self->n_done;
  g_mutex_unlock (&self->lock);
  return n_done;
}

static NstPages *
lay_out (NstBatch *self, const NstTree *tree)
{
  NstPress *press = g_async_queue_try_pop (self->presses);
  NstPages *pages;

  if (press == NULL)
    press = nst_press_new (tree->family);
  pages = nst_layouter_run_on (press, tree);
  nst_pages_set_two_sided (pages, self->two_sided);
  g_async_queue_push (self->presses, press);
  return pages;
}

static GBytes *
make_bytes (NstBatch *self, const NstTree *tree, GError **error)
{
  g_autoptr (NstPages) pages = NULL;

  if (self->format == NST_DOCUMENT_DOCX)
    return nst_docx_from_tree (tree, error);
  if (self->format == NST_DOCUMENT_ODT)
    return nst_odt_from_tree (tree, error);
  pages = lay_out (self, tree);
  return nst_pages_to_pdf (pages, error);
}

static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                &cause))
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("“%s” cannot be written: %s. Choose another folder."), path, cause->message);
  return FALSE;
}

static gboolean
make_job (NstBatch *self, Job *job, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (job->path == NULL)
    {
      g_autoptr (NstPages) pages = lay_out (self, job->tree);

      nst_pdf_writer_add (self->writer, pages);
      return TRUE;
    }
  bytes = make_bytes (self, job->tree, error);
  return bytes != NULL && write_file (job->path, bytes, error);
}

static void
work (gpointer data, gpointer user_data)
{
  NstBatch *self = user_data;
  Job *job = data;
  g_autoptr (GError) error = NULL;
  gboolean good = make_job (self, job, &error);

  g_clear_pointer (&job->tree, nst_tree_free);
  if (!good)
    job->message = g_strdup (error->message);
  g_mutex_lock (&self->lock);
  self->n_waiting--;
  self->n_done++;
  if (!good)
    g_ptr_array_add (self->failed, job);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  if (good)
    free_job (job);
}

/* A name that no other document of the batch has, and no file of the folder. */
static char *
choose_path (NstBatch *self, const Job *job)
{
  g_autofree char *name =
      nst_documents_dup_file_name_as (self->office, job->record, job->form, self->format);
  const char *dot = strrchr (name, '.');
  char *path = g_build_filename (self->folder, name, NULL);

  for (guint i = 2;
       g_hash_table_contains (self->names, path) || g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *other = g_strdup_printf ("%.*s_%u%s", (int) (dot - name), name, i, dot);

      g_free (path);
      path = g_build_filename (self->folder, other, NULL);
    }
  g_hash_table_add (self->names, g_strdup (path));
  return path;
}

static void
refuse (NstBatch *self, const Job *job, const char *message, GPtrArray *missing)
{
  NstBatchRefusal *refusal = g_new0 (NstBatchRefusal, 1);

  refusal->record = g_object_ref (job->record);
  refusal->form = g_strdup (job->form);
  refusal->message = g_strdup (message);
  refusal->missing = missing != NULL ? g_ptr_array_ref (missing) : NULL;
  g_ptr_array_add (self->refusals, refusal);
}

static void
count_done (NstBatch *self)
{
  g_mutex_lock (&self->lock);
  self->n_done++;
  g_mutex_unlock (&self->lock);
}

static void
begin (NstBatch *self)
{
  /* The order of one file is that of its only thread. */
  int n_threads = self->file != NULL ? 1 : (int) g_get_num_processors ();

  if (self->file != NULL)
    self->writer = nst_pdf_writer_new (TRUE);
  self->pool = g_thread_pool_new (work, self, n_threads, FALSE, NULL);
}

static void
wait_for_room (NstBatch *self)
{
  g_mutex_lock (&self->lock);
  while (self->n_waiting >= MAX_WAITING)
    g_cond_wait (&self->changed, &self->lock);
  self->n_waiting++;
  g_mutex_unlock (&self->lock);
}

/**
 * nst_batch_step:
 * @self: a batch with a folder or a file
 *
 * Fills in the next document, on the office's thread; the others go on with it. A window calls
 * it between two frames.
 *
 * Returns: whether there are more to come
 */
gboolean
nst_batch_step (NstBatch *self)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  NstTree *tree;
  Job *job;
  Job *work_item;

  g_return_val_if_fail (self->folder != NULL || self->file != NULL, FALSE);
  if (self->next >= self->jobs->len)
    return FALSE;
  if (self->pool == NULL)
    begin (self);
  job = g_ptr_array_index (self->jobs, self->next++);
  tree = nst_documents_expand (self->office, job->record, job->form, NULL, missing, NULL, &error);
  if (tree == NULL || (missing->len > 0 && !self->blanks))
    {
      refuse (self, job, error != NULL ? error->message : NULL, missing);
      g_clear_pointer (&tree, nst_tree_free);
      count_done (self);
      return self->next < self->jobs->len;
    }
  work_item = g_new0 (Job, 1);
  work_item->record = g_object_ref (job->record);
  work_item->form = g_strdup (job->form);
  work_item->tree = tree;
  work_item->path = self->file != NULL ? NULL : choose_path (self, job);
  if (work_item->path != NULL)
    g_ptr_array_add (self->files, g_strdup (work_item->path));
  wait_for_room (self);
  g_thread_pool_push (self->pool, work_item, NULL);
  return self->next < self->jobs->len;
}

static void
drop_file (NstBatch *self, const char *path)
{
  for (guint i = 0; i < self->files->len; i++)
    if (strcmp (g_ptr_array_index (self->files, i), path) == 0)
      {
        g_ptr_array_remove_index (self->files, i);
        return;
      }
}

static gboolean
write_one_file (NstBatch *self, guint n_printed, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (n_printed == 0)
    return TRUE;
  bytes = nst_pdf_writer_finish (self->writer, error);
  if (bytes == NULL || !write_file (self->file, bytes, error))
    return FALSE;
  g_ptr_array_add (self->files, g_strdup (self->file));
  return TRUE;
}

/**
 * nst_batch_finish:
 * @self: a batch
 * @error: (nullable): where to put why the one file could not be written
 *
 * Waits for what is still being written. What single files could not be written is among the
 * refusals; after nst_batch_cancel() the one file is not made.
 *
 * Returns: whether the rest is there
 */
gboolean
nst_batch_finish (NstBatch *self, GError **error)
{
  guint n_printed;

  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  n_printed = self->n_done - self->refusals->len;
  for (guint i = 0; i < self->failed->len; i++)
    {
      const Job *job = g_ptr_array_index (self->failed, i);

      refuse (self, job, job->message, NULL);
      if (job->path != NULL)
        drop_file (self, job->path);
    }
  g_ptr_array_set_size (self->failed, 0);
  if (self->file == NULL || self->n_done < self->jobs->len)
    return TRUE;
  return write_one_file (self, n_printed, error);
}

/**
 * nst_batch_cancel:
 * @self: a batch
 *
 * No further document is begun; call nst_batch_finish() for those that are.
 */
void
nst_batch_cancel (NstBatch *self)
{
  self->next = self->jobs->len;
}

/**
 * nst_batch_get_refusals:
 * @self: a finished batch
 *
 * Returns: (transfer none) (element-type NstBatchRefusal): what was not printed, and why
 */
GPtrArray *
nst_batch_get_refusals (NstBatch *self)
{
  return self->refusals;
}

/**
 * nst_batch_get_files:
 * @self: a finished batch
 *
 * Returns: (transfer none) (element-type utf8): files written
 */
GPtrArray *
nst_batch_get_files (NstBatch *self)
{
  return self->files;
}
