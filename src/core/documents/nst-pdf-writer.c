/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One PDF of one document or of many: fonts embedded once, tags, outline and metadata. */
#include "config.h"

#include "documents/nst-pdf-writer.h"

#include "documents/nst-pages-private.h"
#include "documents/nst-pdf-finish.h"
#include "model/nst-error.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* Deepest heading of the outline. */
#define MAX_LEVEL 8

struct _NstPdfWriter
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  GPtrArray *alternatives;
  guint n_pages;
  gboolean many;
};

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

/**
 * nst_pdf_writer_new:
 * @many: whether several documents follow; then each is an entry of the outline
 *
 * Returns: (transfer full): an empty file
 */
NstPdfWriter *
nst_pdf_writer_new (gboolean many)
{
  NstPdfWriter *self = g_new0 (NstPdfWriter, 1);

  self->bytes = g_byte_array_new ();
  self->alternatives = g_ptr_array_new_with_free_func (g_free);
  self->many = many;
  return self;
}

/**
 * nst_pdf_writer_free:
 * @self: (nullable): a file; what has not been finished is lost
 */
void
nst_pdf_writer_free (NstPdfWriter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_byte_array_unref (self->bytes);
  g_ptr_array_unref (self->alternatives);
  g_free (self);
}

/* The first document says what the file is. */
static void
start (NstPdfWriter *self, NstPages *pages)
{
  double width = 0;
  double height = 0;

  nst_pages_get_size (pages, 0, &width, &height);
  self->surface = cairo_pdf_surface_create_for_stream (append_cb, self->bytes, width, height);
  write_info (self->surface, nst_pages_get_info (pages));
  self->cr = cairo_create (self->surface);
}

static int
add_entry (NstPdfWriter *self, int parent, const char *title, guint page, double y)
{
  char place[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *target = NULL;

  /* Whole points: cairo 1.16 reads a fraction with the decimal point of the locale. */
  g_ascii_formatd (place, sizeof place, "%.0f", y);
  target = g_strdup_printf ("page=%u pos=[0 %s]", page, place);
  return cairo_pdf_surface_add_outline (self->surface, parent, title, target,
                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
write_outline (NstPdfWriter *self, NstPages *pages)
{
  GPtrArray *outline = nst_pages_get_outline (pages);
  int parents[MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  if (self->many)
    {
      const char *title = nst_pages_get_title (pages);

      parents[0] = add_entry (self, CAIRO_PDF_OUTLINE_ROOT, title != NULL ? title : "",
                              self->n_pages + 1, 0);
      for (guint level = 1; level <= MAX_LEVEL; level++)
        parents[level] = parents[0];
    }
  for (guint i = 0; i < outline->len; i++)
    {
      const NstOutlineEntry *entry = g_ptr_array_index (outline, i);
      guint level = CLAMP (entry->level, 1, MAX_LEVEL);
      int id = add_entry (self, parents[level - 1], entry->title, self->n_pages + entry->page,
                          entry->y);

      for (guint deeper = level; deeper <= MAX_LEVEL; deeper++)
        parents[deeper] = id;
    }
}

static void
draw_page (NstPdfWriter *self, NstPages *pages, guint page)
{
  cairo_save (self->cr);
  nst_pages_place (pages, page, self->cr);
  nst_page_draw (nst_pages_get_page (pages, page), self->cr, TRUE);
  cairo_restore (self->cr);
}

/* Before anything is drawn on a page: a new size would take back the tags begun on it. */
static void
begin_page (NstPdfWriter *self, NstPages *pages, guint page)
{
  double width = 0;
  double height = 0;

  cairo_show_page (self->cr);
  nst_pages_get_size (pages, page, &width, &height);
  cairo_pdf_surface_set_size (self->surface, width, height);
}

/**
 * nst_pdf_writer_add:
 * @self: a file
 * @pages: its next document; at least one page
 */
void
nst_pdf_writer_add (NstPdfWriter *self, NstPages *pages)
{
  g_autoptr (GPtrArray) alternatives = nst_pages_list_alternatives (pages);

  if (self->surface == NULL)
    start (self, pages);
  else
    begin_page (self, pages, 0);
  cairo_tag_begin (self->cr, "Document", NULL);
  for (guint i = 0; i < nst_pages_get_count (pages); i++)
    {
      if (i > 0)
        begin_page (self, pages, i);
      draw_page (self, pages, i);
    }
  cairo_tag_end (self->cr, "Document");
  write_outline (self, pages);
  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    g_ptr_array_add (self->alternatives, g_strdup (g_ptr_array_index (alternatives, i)));
  self->n_pages += nst_pages_get_count (pages);
}

/**
 * nst_pdf_writer_finish:
 * @self: a file with at least one document
 * @error: (nullable): where to put what went wrong
 *
 * The same documents give the same bytes, as long as the date of the first is the same.
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
nst_pdf_writer_finish (NstPdfWriter *self, GError **error)
{
  g_autoptr (GBytes) plain = NULL;
  cairo_status_t status;

  g_return_val_if_fail (self->surface != NULL, NULL);
  status = cairo_status (self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL,
                   _ ("The PDF cannot be made: %s. Close other programs and try again."),
                   cairo_status_to_string (status));
      return NULL;
    }
  plain = g_byte_array_free_to_bytes (self->bytes);
  self->bytes = g_byte_array_new ();
  return nst_pdf_finish (plain, self->alternatives, error);
}
