/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is stacked on pages, and how a row of a table is split over two of them. */
#include "config.h"

#include "documents/nst-item.h"

#define MM (72 / 25.4)

static void
clear_row_box (gpointer data)
{
  NstRowBox *box = data;

  g_ptr_array_unref (box->cells);
}

static void
free_cell_box (gpointer data)
{
  NstCellBox *cell = data;

  g_ptr_array_unref (cell->items);
  g_free (cell);
}

static void
clear_item (gpointer data)
{
  NstItem *item = data;

  g_clear_pointer (&item->line, nst_line_unref);
  if (item->row != NULL)
    g_rc_box_release_full (item->row, clear_row_box);
}

static void
unref_item (gpointer data)
{
  nst_item_unref (data);
}

/**
 * nst_item_new:
 * @type: line, row or rule
 * @height: points
 *
 * Returns: (transfer full): an item
 */
NstItem *
nst_item_new (NstItemType type, double height)
{
  NstItem *self = g_rc_box_new0 (NstItem);

  self->type = type;
  self->height = height;
  return self;
}

/**
 * nst_item_ref:
 * @self: an item
 *
 * Returns: (transfer full): the item
 */
NstItem *
nst_item_ref (NstItem *self)
{
  return g_rc_box_acquire (self);
}

/**
 * nst_item_unref:
 * @self: (transfer full): an item
 */
void
nst_item_unref (NstItem *self)
{
  g_rc_box_release_full (self, clear_item);
}

/**
 * nst_items_new:
 *
 * Returns: (transfer full) (element-type NstItem): an empty stack
 */
GPtrArray *
nst_items_new (void)
{
  return g_ptr_array_new_with_free_func (unref_item);
}

/**
 * nst_items_get_height:
 * @items: (element-type NstItem): a stack
 *
 * Returns: its height without the space above the first, points
 */
double
nst_items_get_height (GPtrArray *items)
{
  double height = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const NstItem *item = g_ptr_array_index (items, i);

      height += item->height + (i > 0 ? item->before : 0);
    }
  return height;
}

/**
 * nst_table_box_new:
 * @table: what it is made from; must outlive it until pages are made
 *
 * Returns: (transfer full): a box that must outlive its rows
 */
NstTableBox *
nst_table_box_new (const NstTable *table)
{
  NstTableBox *self = g_new0 (NstTableBox, 1);

  self->table = table;
  self->width = nst_table_get_width (table) * MM;
  self->header = nst_items_new ();
  return self;
}

/**
 * nst_table_box_free:
 * @self: a box
 */
void
nst_table_box_free (NstTableBox *self)
{
  g_ptr_array_unref (self->header);
  g_free (self);
}

/**
 * nst_row_box_new:
 * @table: whose row it is
 *
 * Returns: (transfer full): a row without cells
 */
NstRowBox *
nst_row_box_new (NstTableBox *table)
{
  NstRowBox *self = g_rc_box_new0 (NstRowBox);

  self->table = table;
  self->cells = g_ptr_array_new_with_free_func (free_cell_box);
  return self;
}

/**
 * nst_row_box_add_cell:
 * @self: a row
 *
 * Returns: (transfer none): an empty cell
 */
NstCellBox *
nst_row_box_add_cell (NstRowBox *self)
{
  NstCellBox *cell = g_new0 (NstCellBox, 1);

  cell->items = nst_items_new ();
  g_ptr_array_add (self->cells, cell);
  return cell;
}

static double
get_padding (const NstRowBox *row, const NstCellBox *cell)
{
  return cell->flush ? 0 : row->table->table->pad_y * MM;
}

/**
 * nst_cell_box_get_height:
 * @row: whose cell it is
 * @cell: a cell
 *
 * Returns: the height that what stands in it needs, points
 */
double
nst_cell_box_get_height (const NstRowBox *row, const NstCellBox *cell)
{
  return nst_items_get_height (cell->items) + 2 * get_padding (row, cell);
}

/**
 * nst_row_item_measure:
 * @item: a row
 * @min_height: at least so high, points
 *
 * Sets its height by its highest cell; one that reaches over several rows does not count.
 */
void
nst_row_item_measure (NstItem *item, double min_height)
{
  double height = min_height;

  for (guint i = 0; i < item->row->cells->len; i++)
    {
      const NstCellBox *cell = g_ptr_array_index (item->row->cells, i);

      if (!cell->open && !cell->joined)
        height = MAX (height, nst_cell_box_get_height (item->row, cell));
    }
  item->height = height;
}

/* How many items of a cell stay above: all, or up to the last place where it may end. */
static guint
count_fitting (const NstCellBox *cell, double available)
{
  double y = 0;
  guint last = 0;

  for (guint i = 0; i < cell->items->len; i++)
    {
      const NstItem *item = g_ptr_array_index (cell->items, i);

      y += item->height + (i > 0 ? item->before : 0);
      if (y > available + 0.01)
        return last;
      if (!item->keep_next || i + 1 == cell->items->len)
        last = i + 1;
    }
  return cell->items->len;
}

/* An inner table goes on below its repeated header. */
static void
repeat_inner_header (GPtrArray *items, const NstItem *next)
{
  if (next->type != NST_ITEM_ROW || next->row->header)
    return;
  for (guint i = 0; i < next->row->table->header->len; i++)
    g_ptr_array_add (items, nst_item_ref (g_ptr_array_index (next->row->table->header, i)));
}

static void
split_cell (const NstCellBox *cell, guint n_first, NstRowBox *first, NstRowBox *second)
{
  NstCellBox *above = nst_row_box_add_cell (first);
  NstCellBox *below = nst_row_box_add_cell (second);

  above->x = below->x = cell->x;
  above->width = below->width = cell->width;
  above->flush = below->flush = cell->flush;
  above->joined = cell->joined;
  below->open = cell->open;
  for (guint i = 0; i < cell->items->len; i++)
    {
      NstItem *item = g_ptr_array_index (cell->items, i);

      if (i == n_first)
        repeat_inner_header (below->items, item);
      g_ptr_array_add (i < n_first ? above->items : below->items, nst_item_ref (item));
    }
}

/**
 * nst_row_item_split:
 * @item: a row
 * @available: height that is left on the page, points
 * @first: (out) (transfer full): what stays
 * @second: (out) (transfer full): what goes to the next page
 *
 * In every cell that is divided at least two lines stay on either side.
 *
 * Returns: whether it can be split there
 */
gboolean
nst_row_item_split (NstItem *item, double available, NstItem **first, NstItem **second)
{
  g_autofree guint *counts = g_new0 (guint, item->row->cells->len);
  gboolean something_below = FALSE;

  for (guint i = 0; i < item->row->cells->len; i++)
    {
      const NstCellBox *cell = g_ptr_array_index (item->row->cells, i);

      counts[i] = count_fitting (cell, available - 2 * get_padding (item->row, cell));
      if (counts[i] == 0 && cell->items->len > 0)
        return FALSE;
      something_below |= counts[i] < cell->items->len;
    }
  if (!something_below)
    return FALSE;
  *first = nst_item_new (NST_ITEM_ROW, 0);
  *second = nst_item_new (NST_ITEM_ROW, 0);
  (*first)->before = item->before;
  (*first)->x = (*second)->x = item->x;
  (*first)->row = nst_row_box_new (item->row->table);
  (*second)->row = nst_row_box_new (item->row->table);
  (*second)->row->last = item->row->last;
  (*second)->row->heavy = item->row->heavy;
  (*second)->keep_next = item->keep_next;
  for (guint i = 0; i < item->row->cells->len; i++)
    split_cell (g_ptr_array_index (item->row->cells, i), counts[i], (*first)->row,
                (*second)->row);
  nst_row_item_measure (*first, 0);
  nst_row_item_measure (*second, 0);
  return TRUE;
}
