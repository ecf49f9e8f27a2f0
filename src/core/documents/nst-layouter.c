/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as pages: a page ends at the last place that allows it. */
#include "config.h"

#include "documents/nst-layouter.h"

#include "documents/nst-code-mark.h"
#include "documents/nst-document-code.h"
#include "documents/nst-emitter.h"
#include "documents/nst-flow.h"
#include "documents/nst-pages-private.h"

#define MM (72 / 25.4)

/* A row higher than this may be split (DOCUMENTS 17), points. */
#define SPLIT_FROM (60 * MM)

#define NUMBER_SIZE 12.0
#define NUMBER_BASELINE (14 * MM)
#define CODE_SIZE 9.0

/* A frame of two lines (DOCUMENTS 14), points. */
#define FRAME_THICK 1.0
#define FRAME_THIN 0.3
#define FRAME_GAP (1 * MM)

/* Coordinates may differ from a page's height by rounding, points. */
#define ROUNDING 0.01

typedef struct
{
  const NstTree *tree;
  const NstSheet *sheet;
  NstFlow flow;
  NstPages *pages;
  GPtrArray *items;
  double height;
  double width;
  GHashTable *seen;
} Layouter;

static GPtrArray *
get_header (const NstItem *item)
{
  if (item->type != NST_ITEM_ROW || item->row->header)
    return NULL;
  return item->row->table->header;
}

/* Height of a repeated header when a page begins with @item. */
static double
get_header_height (const NstItem *item)
{
  return get_header (item) != NULL ? item->row->table->header_height : 0;
}

/* First item that does not fit a page that begins with @first; @used gets the height. */
static guint
fill (Layouter *self, guint first, double *used)
{
  double y = get_header_height (g_ptr_array_index (self->items, first));
  guint i;

  for (i = first; i < self->items->len; i++)
    {
      const NstItem *item = g_ptr_array_index (self->items, i);
      double next = y + item->height + (i > first ? item->before : 0);

      if (next > self->height + ROUNDING)
        break;
      y = next;
    }
  *used = y;
  return i;
}

/* Splits the row that does not fit; its second part takes its place in the stack. */
static NstItem *
split (Layouter *self, guint i, double available, gboolean forced)
{
  NstItem *item = g_ptr_array_index (self->items, i);
  NstItem *first = NULL;
  NstItem *second = NULL;

  if (item->type != NST_ITEM_ROW || ((item->whole || item->height <= SPLIT_FROM) && !forced))
    return NULL;
  if (!nst_row_item_split (item, available, &first, &second))
    return NULL;
  nst_item_unref (item);
  g_ptr_array_index (self->items, i) = second;
  return first;
}

/* When everything on the page belongs together, rows may part from the signature below them. */
static guint
find_end (Layouter *self, guint first, guint overflow)
{
  guint loose = overflow;

  for (guint end = overflow; end > first; end--)
    {
      const NstItem *last = g_ptr_array_index (self->items, end - 1);

      if (!last->keep_next)
        return end;
      if (last->loose && loose == overflow)
        loose = end;
    }
  return loose;
}

static void
note_outline (Layouter *self, GPtrArray *items, guint page)
{
  const NstParagraph *before = NULL;
  double y = self->sheet->top * MM;

  for (guint i = 0; i < items->len; i++)
    {
      const NstItem *item = g_ptr_array_index (items, i);

      y += i > 0 ? item->before : 0;
      if (item->paragraph != NULL && item->paragraph != before && item->paragraph->outline > 0 &&
          g_hash_table_add (self->seen, (gpointer) item->paragraph))
        {
          g_autofree char *title = nst_paragraph_dup_text (item->paragraph);

          nst_pages_add_outline (self->pages, title, item->paragraph->outline, page, y);
        }
      before = item->paragraph;
      y += item->height;
    }
}

/* A line that stands in a margin. */
static NstLine *
make_line (Layouter *self, const char *text, double size, double width, NstAlign align)
{
  g_autoptr (NstTree) scrap = nst_tree_new ();
  g_autoptr (GPtrArray) lines = NULL;
  NstParagraph *paragraph = nst_tree_add_paragraph (scrap->blocks, size, size);
  gboolean overfull = FALSE;

  paragraph->align = align;
  nst_paragraph_add_text (paragraph, text, NST_RUN_PLAIN);
  lines = nst_press_break (self->flow.press, paragraph, width, size, FALSE, &overfull);
  return nst_line_ref (g_ptr_array_index (lines, 0));
}

static void
put_number (Layouter *self, NstPage *page, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  page->number = make_line (self, text, NUMBER_SIZE, self->width, NST_ALIGN_CENTER);
  page->number_x = self->sheet->left * MM;
  page->number_baseline = NUMBER_BASELINE;
}

/* The page in letters and for a camera, so that a scan finds its record. */
static void
put_code (Layouter *self, NstPage *page, guint number)
{
  NstPageCode code = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GString) line = g_string_new (self->tree->code_line);
  g_autoptr (GString) signs = g_string_new (NULL);
  double room = nst_code_mark_place (page, self->sheet);

  if (!nst_page_code_parse (&code, self->tree->code))
    return;
  code.page = number;
  text = nst_page_code_print (&code);
  for (const char *p = text; *p != '\0'; p++)
    if (*p != '-')
      g_string_append_c (signs, *p);
  page->qr = nst_qr_new (signs->str);
  if (line->len == 0)
    return;
  g_string_replace (line, "{code}", text, 0);
  page->code = make_line (self, line->str, CODE_SIZE, room,
                          page->code_turned ? NST_ALIGN_LEFT : NST_ALIGN_RIGHT);
}

/* A thick line and a thin one inside of it. */
static void
put_frame (NstPage *page, double edge)
{
  for (guint i = 0; i < 2; i++)
    {
      double thick = i == 0 ? FRAME_THICK : FRAME_THIN;
      double right = page->width - edge;
      double bottom = page->height - edge;

      nst_page_add_rule (page, edge - thick / 2, edge, right + thick / 2, edge, thick);
      nst_page_add_rule (page, edge - thick / 2, bottom, right + thick / 2, bottom, thick);
      nst_page_add_rule (page, edge, edge, edge, bottom, thick);
      nst_page_add_rule (page, right, edge, right, bottom, thick);
      edge += FRAME_GAP;
    }
}

static void
make_page (Layouter *self, guint first, guint end, NstItem *part)
{
  g_autoptr (GPtrArray) items = nst_items_new ();
  NstPage *page = nst_page_new (self->sheet->width * MM, self->sheet->height * MM);
  const NstSheet *sheet = self->sheet;
  guint number = nst_pages_get_count (self->pages) + 1;
  const NstItem *top = end > first ? g_ptr_array_index (self->items, first) : part;
  GPtrArray *header = get_header (top);

  for (guint i = 0; header != NULL && i < header->len; i++)
    g_ptr_array_add (items, nst_item_ref (g_ptr_array_index (header, i)));
  for (guint i = first; i < end; i++)
    g_ptr_array_add (items, nst_item_ref (g_ptr_array_index (self->items, i)));
  if (part != NULL)
    g_ptr_array_add (items, part);
  if (sheet->width > sheet->height)
    page->back_y = (sheet->bottom - sheet->top) * MM;
  else
    page->back_x = (sheet->right - sheet->left) * MM;
  note_outline (self, items, number);
  nst_emitter_put (page, items, self->sheet->left * MM, self->sheet->top * MM, self->width);
  if (number > 1 && self->sheet->numbered)
    put_number (self, page, number);
  if (self->tree->code != NULL)
    put_code (self, page, number);
  if (self->sheet->frame > 0)
    put_frame (page, self->sheet->frame * MM);
  nst_pages_take (self->pages, page);
}

static void
paginate (Layouter *self)
{
  guint first = 0;

  while (first < self->items->len)
    {
      double used = 0;
      guint overflow = fill (self, first, &used);
      guint end = overflow;
      NstItem *part = NULL;

      if (overflow < self->items->len)
        {
          const NstItem *item = g_ptr_array_index (self->items, overflow);
          double before = overflow > first ? item->before : 0;

          part = split (self, overflow, self->height - used - before, overflow == first);
          if (part == NULL)
            end = MAX (find_end (self, first, overflow), first + 1);
        }
      make_page (self, first, end, part);
      first = end;
    }
}

/* What stands between two sections, on sheets of one sort. */
static void
lay_out_section (Layouter *self, GPtrArray *blocks)
{
  const NstSheet *sheet = self->sheet;

  self->width = (sheet->width - sheet->left - sheet->right) * MM;
  self->height = (sheet->height - sheet->top - sheet->bottom) * MM;
  self->items = nst_flow_stack (&self->flow, blocks, self->width);
  paginate (self);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

static void
lay_out_sections (Layouter *self)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < self->tree->blocks->len; i++)
    {
      NstBlock *block = g_ptr_array_index (self->tree->blocks, i);

      if (block->type != NST_BLOCK_SECTION)
        {
          g_ptr_array_add (blocks, block);
          continue;
        }
      lay_out_section (self, blocks);
      g_ptr_array_set_size (blocks, 0);
      self->sheet = block->sheet;
    }
  lay_out_section (self, blocks);
}

/**
 * nst_layouter_run_on:
 * @press: sets the type, for one document after another
 * @tree: a document
 *
 * Breaks it into pages, once. The pages do not need the tree any more.
 *
 * Returns: (transfer full): pages that can be drawn on the thread that made them
 */
NstPages *
nst_layouter_run_on (NstPress *press, const NstTree *tree)
{
  Layouter self = { 0 };

  self.tree = tree;
  self.flow.press = press;
  self.flow.tables = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_table_box_free);
  self.sheet = &tree->sheet;
  self.pages = nst_pages_new (tree);
  self.seen = g_hash_table_new (NULL, NULL);
  lay_out_sections (&self);
  g_ptr_array_unref (self.flow.tables);
  g_hash_table_unref (self.seen);
  return self.pages;
}

/**
 * nst_layouter_run:
 * @tree: a document
 *
 * As nst_layouter_run_on(), for one document alone.
 *
 * Returns: (transfer full): its pages
 */
NstPages *
nst_layouter_run (const NstTree *tree)
{
  g_autoptr (NstPress) press = nst_press_new (tree->family);

  return nst_layouter_run_on (press, tree);
}
