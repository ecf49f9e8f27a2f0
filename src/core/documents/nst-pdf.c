/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as a PDF: fonts embedded, tags, outline and metadata. */
#include "config.h"

#include "documents/nst-pages-private.h"
#include "model/nst-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Deepest heading of the outline. */
#define MAX_LEVEL 8

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_info (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text)
{
  if (text != NULL)
    cairo_pdf_surface_set_metadata (surface, key, text);
}

static void
write_info (cairo_surface_t *surface, const NstPagesInfo *info)
{
  g_autofree char *made =
      info->date != NULL ? g_strdup_printf ("%sT00:00:00Z", info->date) : NULL;

  set_info (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  set_info (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  set_info (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  /* The name of the program in the language of the paper, whatever the user's own is. */
  set_info (surface, CAIRO_PDF_METADATA_CREATOR, "Наставник");
  set_info (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
}

static void
write_outline (cairo_surface_t *surface, GPtrArray *outline)
{
  int parents[MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < outline->len; i++)
    {
      const NstOutlineEntry *entry = g_ptr_array_index (outline, i);
      guint level = CLAMP (entry->level, 1, MAX_LEVEL);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *target = NULL;
      int id;

      /* Whole points: cairo 1.16 reads a fraction with the decimal point of the locale. */
      g_ascii_formatd (y, sizeof y, "%.0f", entry->y);
      target = g_strdup_printf ("page=%u pos=[0 %s]", entry->page, y);
      id = cairo_pdf_surface_add_outline (surface, parents[level - 1], entry->title, target,
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
      for (guint deeper = level; deeper <= MAX_LEVEL; deeper++)
        parents[deeper] = id;
    }
}

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
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width = 0;
  double height = 0;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;

  g_return_val_if_fail (NST_IS_PAGES (self), NULL);
  g_return_val_if_fail (nst_pages_get_count (self) > 0, NULL);
  nst_pages_get_size (self, 0, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  write_info (surface, nst_pages_get_info (self));
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < nst_pages_get_count (self); i++)
    {
      nst_pages_get_size (self, i, &width, &height);
      /* A new size drops what is on the sheet: the first page's tag has begun already. */
      if (i > 0)
        cairo_pdf_surface_set_size (surface, width, height);
      nst_page_draw (nst_pages_get_page (self, i), cr, TRUE);
      if (i + 1 < nst_pages_get_count (self))
        cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  write_outline (surface, nst_pages_get_outline (self));
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The PDF cannot be made: %s. Close other programs and try again."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
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
