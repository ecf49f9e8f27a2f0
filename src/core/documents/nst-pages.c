/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A laid out document: pages that can be drawn on any cairo context. */
#include "config.h"

#include "documents/nst-pages-private.h"

struct _NstPages
{
  GObject parent_instance;

  GPtrArray *pages;
  GPtrArray *outline;
  gboolean two_sided;
  NstPagesInfo info;
};

G_DEFINE_FINAL_TYPE (NstPages, nst_pages, G_TYPE_OBJECT)

static void
free_page (gpointer data)
{
  nst_page_free (data);
}

static void
free_entry (gpointer data)
{
  NstOutlineEntry *entry = data;

  g_free (entry->title);
  g_free (entry);
}

static void
nst_pages_finalize (GObject *object)
{
  NstPages *self = NST_PAGES (object);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->outline);
  g_free (self->info.title);
  g_free (self->info.author);
  g_free (self->info.subject);
  g_free (self->info.date);

  G_OBJECT_CLASS (nst_pages_parent_class)->finalize (object);
}

static void
nst_pages_class_init (NstPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_pages_finalize;
}

static void
nst_pages_init (NstPages *self)
{
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->outline = g_ptr_array_new_with_free_func (free_entry);
}

/**
 * nst_pages_new:
 * @tree: lends the metadata
 *
 * Returns: (transfer full): a document without pages
 */
NstPages *
nst_pages_new (const NstTree *tree)
{
  NstPages *self = g_object_new (NST_TYPE_PAGES, NULL);

  self->info.title = g_strdup (tree->title);
  self->info.author = g_strdup (tree->author);
  self->info.subject = g_strdup (tree->subject);
  self->info.date = g_strdup (tree->date);
  return self;
}

/**
 * nst_pages_set_two_sided:
 * @self: a document
 * @two_sided: whether every second page has its binding margin on the other side
 */
void
nst_pages_set_two_sided (NstPages *self, gboolean two_sided)
{
  self->two_sided = two_sided;
}

/**
 * nst_pages_place:
 * @self: a document
 * @page: from 0
 * @cr: gets the place of the page's content on the sheet
 *
 * On the back of a sheet the binding edge is opposite (DOCUMENTS 17, two-sided print).
 */
void
nst_pages_place (NstPages *self, guint page, cairo_t *cr)
{
  const NstPage *shown = nst_pages_get_page (self, page);

  if (self->two_sided && page % 2 == 1)
    cairo_translate (cr, shown->back_x, shown->back_y);
}

/**
 * nst_pages_take:
 * @self: a document
 * @page: (transfer full): its next page
 */
void
nst_pages_take (NstPages *self, NstPage *page)
{
  g_ptr_array_add (self->pages, page);
}

/**
 * nst_pages_add_outline:
 * @self: a document
 * @title: what the outline shows
 * @level: from 1
 * @page: from 1
 * @y: points from the top
 */
void
nst_pages_add_outline (NstPages *self, const char *title, guint level, guint page, double y)
{
  NstOutlineEntry *entry = g_new0 (NstOutlineEntry, 1);

  entry->title = g_strdup (title);
  entry->level = level;
  entry->page = page;
  entry->y = y;
  g_ptr_array_add (self->outline, entry);
}

/**
 * nst_pages_get_outline:
 * @self: a document
 *
 * Returns: (transfer none) (element-type NstOutlineEntry): its headings in order
 */
GPtrArray *
nst_pages_get_outline (NstPages *self)
{
  return self->outline;
}

/**
 * nst_pages_get_info:
 * @self: a document
 *
 * Returns: (transfer none): what it says about itself
 */
const NstPagesInfo *
nst_pages_get_info (NstPages *self)
{
  return &self->info;
}

/**
 * nst_pages_get_page:
 * @self: a document
 * @page: from 0
 *
 * Returns: (transfer none): the page
 */
NstPage *
nst_pages_get_page (NstPages *self, guint page)
{
  return g_ptr_array_index (self->pages, page);
}

/**
 * nst_pages_list_alternatives:
 * @self: a document
 *
 * Returns: (transfer full) (element-type utf8): what each figure shows, in words
 */
GPtrArray *
nst_pages_list_alternatives (NstPages *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const NstPage *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->ops->len; k++)
        {
          const NstPageOp *op = &g_array_index (page->ops, NstPageOp, k);

          if (op->type == NST_PAGE_FIGURE)
            g_ptr_array_add (texts, g_strdup (op->figure->alternative));
        }
    }
  return texts;
}

/**
 * nst_pages_get_count:
 * @self: a document
 *
 * Returns: how many pages it has
 */
guint
nst_pages_get_count (NstPages *self)
{
  g_return_val_if_fail (NST_IS_PAGES (self), 0);
  return self->pages->len;
}

/**
 * nst_pages_get_size:
 * @self: a document
 * @page: from 0
 * @width: (out): points
 * @height: (out): points
 */
void
nst_pages_get_size (NstPages *self, guint page, double *width, double *height)
{
  g_return_if_fail (NST_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);
  *width = nst_pages_get_page (self, page)->width;
  *height = nst_pages_get_page (self, page)->height;
}

/**
 * nst_pages_draw:
 * @self: a document
 * @page: from 0
 * @cr: where to: one unit is one point, the upper left corner of the sheet is at 0, 0
 *
 * Draws what is printed in black; the sheet itself is not painted. To be called on the
 * thread that made the document.
 */
void
nst_pages_draw (NstPages *self, guint page, cairo_t *cr)
{
  g_return_if_fail (NST_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);
  cairo_save (cr);
  nst_pages_place (self, page, cr);
  nst_page_draw (nst_pages_get_page (self, page), cr, FALSE);
  cairo_restore (cr);
}

/**
 * nst_pages_get_title:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): its title
 */
const char *
nst_pages_get_title (NstPages *self)
{
  g_return_val_if_fail (NST_IS_PAGES (self), NULL);
  return self->info.title;
}
