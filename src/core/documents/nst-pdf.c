/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of one document as a PDF. */
#include "config.h"

#include "documents/nst-pages.h"
#include "documents/nst-pdf-writer.h"

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
