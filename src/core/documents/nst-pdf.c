/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of one document as a PDF. */
#include "config.h"

#include "documents/nst-pages.h"
#include "documents/nst-pdf-writer.h"
#include "model/nst-error.h"

#include <glib/gi18n-lib.h>

/**
 * nst_pages_to_pdf:
 * @self: a document
 * @error: (nullable): where to put what went wrong
 *
 * The same document gives the same bytes, as long as its date is the same.
 *
 * Returns: (transfer full) (nullable): a whole PDF file
 */
GBytes *
nst_pages_to_pdf (NstPages *self, GError **error)
{
  g_autoptr (NstPdfWriter) writer = nst_pdf_writer_new (FALSE);

  g_return_val_if_fail (NST_IS_PAGES (self), NULL);
  g_return_val_if_fail (nst_pages_get_count (self) > 0, NULL);
  nst_pdf_writer_add (writer, self);
  return nst_pdf_writer_finish (writer, error);
}

/**
 * nst_pages_save_pdf:
 * @self: a document
 * @path: file name; what was there is replaced only when the new file is whole
 * @error: (nullable): where to put what went wrong
 *
 * Returns: whether it was written
 */
gboolean
nst_pages_save_pdf (NstPages *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = nst_pages_to_pdf (self, error);
  g_autoptr (GError) cause = NULL;
  gsize size = 0;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666,
                                &cause))
    return TRUE;
  g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
               _ ("“%s” cannot be written: %s. Choose another folder."), path, cause->message);
  return FALSE;
}
