/* SPDX-License-Identifier: GPL-3.0-or-later */
/* print --all: every record of a kind, what cannot be printed told and the rest done. */
#include "config.h"

#include "cli/nst-print-all.h"

#include "documents/nst-batch.h"
#include "model/nst-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* The form asked for, or the first one; NULL for a record that has none. */
static char *
find_form (NstOffice *office, NstRecord *record, const char *named)
{
  g_autoptr (GPtrArray) forms = nst_documents_list_forms_of (office, record);

  for (guint i = 0; i < forms->len; i++)
    {
      const NstDocumentForm *form = g_ptr_array_index (forms, i);

      if (named == NULL || g_strcmp0 (form->code, named) == 0)
        return g_strdup (form->code);
    }
  return NULL;
}

static void
fill (NstBatch *batch, NstOffice *office, const NstPrintAll *all)
{
  g_autoptr (GPtrArray) records =
      nst_source_list (NST_SOURCE (nst_office_get_store (office)), all->kind->name, NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      NstRecord *record = g_ptr_array_index (records, i);
      g_autofree char *form = find_form (office, record, all->form);

      if (form != NULL)
        nst_batch_add (batch, record, form);
    }
}

/* The folder is made when it is not there. */
static gboolean
choose_place (NstBatch *batch, const NstPrintAll *all, GError **error)
{
  gboolean named = all->one_file && g_str_has_suffix (all->output, ".pdf");
  g_autofree char *folder = named ? g_path_get_dirname (all->output) : g_strdup (all->output);
  g_autofree char *file = NULL;

  if (g_mkdir_with_parents (folder, 0777) != 0 || g_access (folder, W_OK) != 0)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("“%s” is no folder to write to. Choose another folder."), folder);
      return FALSE;
    }
  if (!all->one_file)
    {
      nst_batch_set_folder (batch, folder);
      return TRUE;
    }
  file =
      named ? g_strdup (all->output) : g_strdup_printf ("%s/%s.pdf", folder, all->kind->plural);
  nst_batch_set_file (batch, file);
  return TRUE;
}

static void
show_progress (NstBatch *batch)
{
  if (isatty (STDERR_FILENO))
    fprintf (stderr, "\r%u/%u", nst_batch_get_done (batch), nst_batch_get_count (batch));
}

static void
say_refusals (GPtrArray *refusals)
{
  for (guint i = 0; i < refusals->len; i++)
    {
      const NstBatchRefusal *refusal = g_ptr_array_index (refusals, i);
      g_autofree char *place =
          g_strdup_printf ("%s %" G_GINT64_FORMAT ", %s",
                           nst_record_get_kind (refusal->record)->name,
                           nst_record_get_id (refusal->record), refusal->form);

      g_printerr (_ ("Not printed: %s (%s)\n"), nst_record_get_title (refusal->record), place);
      if (refusal->message != NULL)
        g_printerr ("  %s\n", refusal->message);
      else
        for (guint k = 0; k < refusal->missing->len; k++)
          g_printerr (_ ("  not filled in: %s\n"),
                      (char *) g_ptr_array_index (refusal->missing, k));
    }
}

static gboolean
refuse_some (guint n_refused, GError **error)
{
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u document was not printed; fill in what is missing, or print "
                            "with --blanks",
                            "%u documents were not printed; fill in what is missing, or print "
                            "with --blanks",
                            n_refused),
               n_refused);
  return FALSE;
}

/**
 * nst_print_all:
 * @cli: the base
 * @all: what is wanted
 * @error: (nullable): where to put what went wrong
 *
 * Prints the name of each file that was written.
 *
 * Returns: whether everything was printed
 */
gboolean
nst_print_all (NstCli *cli, const NstPrintAll *all, GError **error)
{
  g_autoptr (NstOffice) office = nst_cli_open (cli, error);
  g_autoptr (NstBatch) batch = NULL;
  GPtrArray *files;
  guint n_refused;

  if (office == NULL)
    return FALSE;
  batch = nst_batch_new (office, all->format);
  nst_batch_set_blanks (batch, all->blanks);
  fill (batch, office, all);
  if (nst_batch_get_count (batch) == 0)
    {
      nst_cli_say (cli, _ ("There is nothing to print."));
      return TRUE;
    }
  if (!choose_place (batch, all, error))
    return FALSE;
  while (nst_batch_step (batch))
    show_progress (batch);
  if (!nst_batch_finish (batch, error))
    return FALSE;
  if (isatty (STDERR_FILENO))
    fputc ('\n', stderr);
  files = nst_batch_get_files (batch);
  for (guint i = 0; i < files->len; i++)
    printf ("%s\n", (char *) g_ptr_array_index (files, i));
  n_refused = nst_batch_get_refusals (batch)->len;
  say_refusals (nst_batch_get_refusals (batch));
  return n_refused == 0 || refuse_some (n_refused, error);
}
