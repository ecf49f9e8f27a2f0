/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a tree as a stack of items, with the places where no page may end. */
#include "config.h"

#include "documents/nst-flow.h"

#include "documents/nst-joined.h"

#include <string.h>

#define MM (72 / 25.4)

/* Narrower columns divide only words that do not fit (DOCUMENTS 16.4, item 7). */
#define NARROW (25 * MM)

/* Smallest type of a table (DOCUMENTS 17), points. */
#define SMALLEST 9.0

/* What a signature keeps with (DOCUMENTS 17). */
#define SIGNATURE_LINES 3
#define SIGNATURE_ROWS 2

/* Space around a rule, points. */
#define RULE_HEIGHT 1.0

static gboolean
ends_with_colon (const NstParagraph *paragraph)
{
  g_autofree char *text = nst_paragraph_dup_text (paragraph);

  g_strchomp (text);
  return g_str_has_suffix (text, ":");
}

/* Widows and orphans of two lines; a heading and an announcement stay with what follows. */
static gboolean
keeps_next (const NstParagraph *paragraph, guint i, guint n)
{
  if (paragraph->keep_next)
    return TRUE;
  if (i + 1 == n)
    return ends_with_colon (paragraph);
  return i == 0 || i + 2 == n;
}

static void
stack_paragraph (NstFlow *self, GPtrArray *items, const NstParagraph *paragraph, double width,
                 double smaller, gboolean *overfull)
{
  double size = paragraph->size - smaller;
  double pitch = paragraph->pitch * size / paragraph->size;
  double inner = paragraph->width > 0 ? paragraph->width * MM : width - paragraph->left * MM;
  double descent = 0;
  double ascent = nst_shaper_get_ascent (nst_press_get_shaper (self->press), size, &descent);
  gboolean torn = FALSE;
  g_autoptr (GPtrArray) lines =
      nst_press_break (self->press, paragraph, inner, size, inner < NARROW, &torn);

  *overfull |= torn;
  for (guint i = 0; i < lines->len; i++)
    {
      NstItem *item = nst_item_new (NST_ITEM_LINE, pitch);

      item->line = nst_line_ref (g_ptr_array_index (lines, i));
      item->x = paragraph->left * MM;
      item->baseline = (pitch - ascent - descent) / 2 + ascent;
      item->paragraph = paragraph;
      item->before = i == 0 ? paragraph->before : 0;
      item->keep_next = keeps_next (paragraph, i, lines->len);
      g_ptr_array_add (items, item);
    }
}

/* After a heading two lines: a paragraph of one line takes the next with it. */
static void
keep_after_headings (GPtrArray *items)
{
  for (guint i = 0; i + 2 < items->len; i++)
    {
      const NstItem *heading = g_ptr_array_index (items, i);
      NstItem *next = g_ptr_array_index (items, i + 1);
      const NstItem *third = g_ptr_array_index (items, i + 2);

      if (heading->type == NST_ITEM_LINE && heading->paragraph->keep_next &&
          next->type == NST_ITEM_LINE && !next->paragraph->keep_next &&
          (third->type != NST_ITEM_LINE || third->paragraph != next->paragraph))
        next->keep_next = TRUE;
    }
}

/* Ties what stands above a signature to it: lines, rows, or a figure, which is enough alone. */
static void
keep_above_signature (GPtrArray *items)
{
  guint n_lines = 0;
  guint n_rows = 0;

  for (guint i = items->len; i-- > 0;)
    {
      NstItem *item = g_ptr_array_index (items, i);

      if (!item->keep_next)
        item->loose = item->type == NST_ITEM_ROW;
      item->keep_next = TRUE;
      if (item->type == NST_ITEM_LINE && !item->paragraph->keep_next)
        n_lines++;
      if (item->type == NST_ITEM_ROW && !item->row->table->table->signature)
        {
          n_rows++;
          item->whole = TRUE;
        }
      if (n_lines >= SIGNATURE_LINES || n_rows >= SIGNATURE_ROWS || item->type == NST_ITEM_FIGURE)
        return;
    }
}

static double
get_span_width (const NstTable *table, guint first, guint span)
{
  double width = 0;

  for (guint i = first; i < first + span && i < table->columns->len; i++)
    width += g_array_index (table->columns, double, i) * MM;
  return width;
}

static void stack_blocks (NstFlow *self, GPtrArray *items, GPtrArray *blocks, double width,
                          double smaller, gboolean inner, gboolean *overfull);

/* Smaller type is tried before a word is torn, in ruled tables only. */
static void
fill_cell (NstFlow *self, NstCellBox *box, const NstCell *cell, const NstTable *table)
{
  double width = box->width - (cell->flush ? 0 : 2 * table->pad_x * MM);
  double size = SMALLEST;

  for (guint i = 0; i < cell->blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (cell->blocks, i);

      if (block->type == NST_BLOCK_PARAGRAPH)
        size = MAX (size, block->paragraph->size);
    }
  for (double smaller = 0; size - smaller >= SMALLEST; smaller += 1)
    {
      gboolean overfull = FALSE;

      g_ptr_array_set_size (box->items, 0);
      stack_blocks (self, box->items, cell->blocks, width, smaller, TRUE, &overfull);
      if (!overfull || !table->ruled)
        return;
    }
}

static NstItem *
make_row (NstFlow *self, NstTableBox *box, GPtrArray *rows, guint number, gboolean header)
{
  const NstRow *row = g_ptr_array_index (rows, number);
  NstItem *item = nst_item_new (NST_ITEM_ROW, 0);
  const NstTable *table = box->table;
  guint column = 0;

  item->row = nst_row_box_new (box);
  item->row->header = header;
  item->row->heavy = row->heavy;
  item->keep_next = header || row->keep_next || table->signature;
  item->whole = header || table->signature;
  for (guint i = 0; i < row->cells->len; i++)
    {
      const NstCell *cell = g_ptr_array_index (row->cells, i);
      NstCellBox *cell_box = nst_row_box_add_cell (item->row);

      cell_box->x = get_span_width (table, 0, column);
      cell_box->width = get_span_width (table, column, cell->span);
      cell_box->valign = cell->valign;
      cell_box->flush = cell->flush;
      cell_box->joined = cell->joined;
      cell_box->open = nst_joined_count (rows, number, column) > 1;
      fill_cell (self, cell_box, cell, table);
      column += cell->span;
    }
  nst_row_item_measure (item, row->min_height * MM);
  return item;
}

/* Rows that one cell reaches over are together as high as it needs; each of them can say what
 * stands in it. */
static void
stretch_rows (GPtrArray *items, guint first, guint n, guint number)
{
  const NstItem *top = g_ptr_array_index (items, first);
  const NstCellBox *cell = g_ptr_array_index (top->row->cells, number);
  double missing = nst_cell_box_get_height (top->row, cell);

  for (guint i = first; i < first + n; i++)
    {
      NstItem *item = g_ptr_array_index (items, i);

      missing -= item->height;
      for (guint k = 0; i > first && k < item->row->cells->len; k++)
        {
          NstCellBox *below = g_ptr_array_index (item->row->cells, k);

          if (below->joined && below->x >= cell->x && below->x < cell->x + cell->width)
            {
              g_ptr_array_unref (below->items);
              below->items = g_ptr_array_ref (cell->items);
              below->valign = cell->valign;
            }
        }
      if (i + 1 == first + n && missing > 0)
        item->height += missing;
    }
}

static void
stack_rows (NstFlow *self, GPtrArray *items, NstTableBox *box, GPtrArray *rows, gboolean header)
{
  guint first = items->len;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (items, make_row (self, box, rows, i, header));
  for (guint i = 0; i < rows->len; i++)
    {
      const NstRow *row = g_ptr_array_index (rows, i);
      guint column = 0;

      for (guint k = 0; k < row->cells->len; k++)
        {
          guint n = nst_joined_count (rows, i, column);

          if (n > 1)
            stretch_rows (items, first + i, n, k);
          column += ((const NstCell *) g_ptr_array_index (row->cells, k))->span;
        }
    }
}

static void
stack_table (NstFlow *self, GPtrArray *items, const NstTable *table, gboolean inner)
{
  NstTableBox *box = nst_table_box_new (table);
  guint first = items->len;

  g_ptr_array_add (self->tables, box);
  box->inner = inner;
  if (table->signature)
    keep_above_signature (items);
  stack_rows (self, items, box, table->header, TRUE);
  for (guint i = first; i < items->len; i++)
    {
      NstItem *item = g_ptr_array_index (items, i);

      box->header_height += item->height;
      g_ptr_array_add (box->header, nst_item_ref (item));
    }
  stack_rows (self, items, box, table->rows, FALSE);
  if (items->len > first)
    {
      NstItem *top = g_ptr_array_index (items, first);
      NstItem *last = g_ptr_array_index (items, items->len - 1);

      top->before = table->before;
      last->row->last = TRUE;
      last->keep_next = last->keep_next && !table->ruled && !table->signature;
    }
}

static void
add_space (GPtrArray *items, guint first, double space)
{
  if (first < items->len)
    ((NstItem *) g_ptr_array_index (items, first))->before += space;
}

static NstItem *
make_figure (const NstBlock *block)
{
  NstItem *item = nst_item_new (NST_ITEM_FIGURE, block->figure->height * MM);

  item->figure = block->figure;
  item->before = block->before;
  item->keep_next = TRUE;
  return item;
}

static void
stack_blocks (NstFlow *self, GPtrArray *items, GPtrArray *blocks, double width, double smaller,
              gboolean inner, gboolean *overfull)
{
  double after = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);
      guint first = items->len;
      double next_after = block->after;

      if (block->type == NST_BLOCK_PARAGRAPH)
        {
          stack_paragraph (self, items, block->paragraph, width, smaller, overfull);
          next_after = block->paragraph->after;
        }
      else if (block->type == NST_BLOCK_TABLE)
        {
          stack_table (self, items, block->table, inner);
          next_after = block->table->after;
        }
      else if (block->type == NST_BLOCK_FIGURE)
        g_ptr_array_add (items, make_figure (block));
      else
        {
          NstItem *item = nst_item_new (NST_ITEM_RULE, RULE_HEIGHT);

          item->before = block->before;
          g_ptr_array_add (items, item);
        }
      add_space (items, first, after);
      if (items->len > first)
        after = next_after;
    }
}

/**
 * nst_flow_stack:
 * @self: has the press
 * @blocks: (element-type NstBlock): must outlive the items
 * @width: of the column, points
 *
 * Returns: (transfer full) (element-type NstItem): items from top to bottom
 */
GPtrArray *
nst_flow_stack (NstFlow *self, GPtrArray *blocks, double width)
{
  GPtrArray *items = nst_items_new ();
  gboolean overfull = FALSE;

  stack_blocks (self, items, blocks, width, 0, FALSE, &overfull);
  keep_after_headings (items);
  return items;
}
