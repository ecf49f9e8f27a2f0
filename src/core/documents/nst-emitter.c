/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items that fit a page as what is drawn on it: type, rules of tables, structure tags. */
#include "config.h"

#include "documents/nst-emitter.h"

#define MM (72 / 25.4)

/* DOCUMENTS 17, points. */
#define RULE 0.5
#define HEADER_RULE 0.7

static void put_items (NstPage *page, GPtrArray *items, double x, double y, double width,
                       double stretch);

static const char *
get_tag (const NstParagraph *paragraph)
{
  return g_intern_string (paragraph->tag);
}

static double
get_offset (const NstCellBox *cell, double free_height)
{
  if (cell->valign == NST_VALIGN_MIDDLE)
    return free_height / 2;
  return cell->valign == NST_VALIGN_BOTTOM ? free_height : 0;
}

static void
put_cell (NstPage *page, const NstItem *item, const NstCellBox *cell, double x, double y,
          double height)
{
  const NstTable *table = item->row->table->table;
  double pad_x = cell->flush ? 0 : table->pad_x * MM;
  double pad_y = cell->flush ? 0 : table->pad_y * MM;
  double free_height = height - 2 * pad_y - nst_items_get_height (cell->items);
  const char *tag = item->row->header ? "TH" : "TD";

  if (table->ruled)
    nst_page_begin_tag (page, tag);
  put_items (page, cell->items, x + cell->x + pad_x, y + pad_y + get_offset (cell, free_height),
             cell->width - 2 * pad_x, cell->flush ? free_height : 0);
  if (table->ruled)
    nst_page_end_tag (page, tag);
}

/* No rule crosses a cell that goes on below. */
static void
put_lower_rule (NstPage *page, const NstItem *item, double x, double y, double thick,
                gboolean goes_on)
{
  double start = x;

  for (guint i = 0; goes_on && i < item->row->cells->len; i++)
    {
      const NstCellBox *cell = g_ptr_array_index (item->row->cells, i);

      if (!cell->open)
        continue;
      if (x + cell->x > start)
        nst_page_add_rule (page, start, y, x + cell->x, y, thick);
      start = x + cell->x + cell->width;
    }
  if (x + item->row->table->width > start)
    nst_page_add_rule (page, start, y, x + item->row->table->width, y, thick);
}

/* The frame of an inner table is the frame of its cell. */
static void
put_row_rules (NstPage *page, const NstItem *item, double x, double y, double height,
               gboolean top, gboolean bottom, gboolean goes_on)
{
  const NstTableBox *box = item->row->table;
  double thick = item->row->header ? HEADER_RULE : RULE;
  double right = x + box->width;

  if (top)
    nst_page_add_rule (page, x, y, right, y, thick);
  if (bottom)
    put_lower_rule (page, item, x, y + height,
                    item->row->heavy && !item->row->last ? 2 * RULE : thick, goes_on);
  for (guint i = 0; i < item->row->cells->len; i++)
    {
      const NstCellBox *cell = g_ptr_array_index (item->row->cells, i);

      if (i > 0 || !box->inner)
        nst_page_add_rule (page, x + cell->x, y, x + cell->x, y + height, thick);
    }
  if (!box->inner)
    nst_page_add_rule (page, right, y, right, y + height, thick);
}

static gboolean
is_row_of (const NstItem *item, const NstTableBox *table)
{
  return item != NULL && item->type == NST_ITEM_ROW && item->row->table == table;
}

/* Of a cell with the rows below that it reaches over on this page. */
static double
get_cell_height (GPtrArray *items, guint i, const NstCellBox *cell)
{
  const NstItem *item = g_ptr_array_index (items, i);
  double height = item->height;
  gboolean open = cell->open;

  while (open && ++i < items->len && is_row_of (g_ptr_array_index (items, i), item->row->table))
    {
      const NstItem *below = g_ptr_array_index (items, i);

      height += below->height;
      open = FALSE;
      for (guint k = 0; k < below->row->cells->len; k++)
        {
          const NstCellBox *other = g_ptr_array_index (below->row->cells, k);

          open |= other->joined && other->open && other->items == cell->items;
        }
    }
  return height;
}

static void
put_row (NstPage *page, GPtrArray *items, guint i, double x, double y, double stretch)
{
  const NstItem *item = g_ptr_array_index (items, i);
  const NstItem *before = i > 0 ? g_ptr_array_index (items, i - 1) : NULL;
  const NstItem *after = i + 1 < items->len ? g_ptr_array_index (items, i + 1) : NULL;
  const NstTableBox *table = item->row->table;
  gboolean ruled = table->table->ruled;
  gboolean first = !is_row_of (before, table);
  gboolean last = !is_row_of (after, table);
  gboolean begins = first || before->row->header != item->row->header;
  double height = item->height + (last ? stretch : 0);

  if (ruled && first)
    nst_page_begin_tag (page, "Table");
  if (ruled)
    nst_page_begin_tag (page, "TR");
  for (guint k = 0; k < item->row->cells->len; k++)
    {
      const NstCellBox *cell = g_ptr_array_index (item->row->cells, k);

      /* What goes on from the page before says again what it is. */
      if (!cell->joined || begins)
        put_cell (page, item, cell, x, y, get_cell_height (items, i, cell));
    }
  if (ruled)
    {
      nst_page_end_tag (page, "TR");
      put_row_rules (page, item, x, y, height, first && !table->inner, !last || !table->inner,
                     !last);
    }
  if (ruled && last)
    nst_page_end_tag (page, "Table");
}

static void
put_line (NstPage *page, const NstItem *before, const NstItem *item, const NstItem *after,
          double x, double y, double width)
{
  const NstParagraph *paragraph = item->paragraph;

  if (paragraph->marked)
    nst_page_add_mark (page, x + item->x, y, width - item->x, item->height);
  /* Room without type needs no tag. */
  if (item->line->runs->len == 0 && item->line->blanks->len == 0)
    return;
  if (before == NULL || before->paragraph != paragraph)
    nst_page_begin_tag (page, get_tag (paragraph));
  nst_page_add_line (page, item->line, x + item->x, y + item->baseline);
  if (after == NULL || after->paragraph != paragraph)
    nst_page_end_tag (page, get_tag (paragraph));
}

static void
put_figure (NstPage *page, const NstItem *item, double x, double y)
{
  nst_page_begin_tag (page, "Figure");
  nst_page_add_figure (page, item->figure, x, y);
  nst_page_end_tag (page, "Figure");
}

static void
put_items (NstPage *page, GPtrArray *items, double x, double y, double width, double stretch)
{
  for (guint i = 0; i < items->len; i++)
    {
      const NstItem *before = i > 0 ? g_ptr_array_index (items, i - 1) : NULL;
      const NstItem *item = g_ptr_array_index (items, i);
      const NstItem *after = i + 1 < items->len ? g_ptr_array_index (items, i + 1) : NULL;

      if (i > 0)
        y += item->before;
      if (item->type == NST_ITEM_LINE)
        put_line (page, before, item, after, x, y, width);
      else if (item->type == NST_ITEM_ROW)
        put_row (page, items, i, x + item->x, y, after == NULL ? stretch : 0);
      else if (item->type == NST_ITEM_FIGURE)
        put_figure (page, item, x, y);
      else
        nst_page_add_rule (page, x, y, x + width, y, RULE);
      y += item->height;
    }
}

/**
 * nst_emitter_put:
 * @page: gets type, rules and tags
 * @items: (element-type NstItem): what stands on it, from top to bottom
 * @x: left edge, points
 * @y: upper edge, points
 * @width: of the text, points
 */
void
nst_emitter_put (NstPage *page, GPtrArray *items, double x, double y, double width)
{
  put_items (page, items, x, y, width, 0);
}
