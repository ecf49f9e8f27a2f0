/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that has to fit one page: its type gets smaller, step by step. */
#include "config.h"

#include "documents/nst-tree-fit.h"

#include "documents/nst-layouter.h"

/* What is left of free space at each step. */
#define ROOM 0.9

static gboolean
fits (const NstTree *tree)
{
  g_autoptr (NstPages) pages = nst_layouter_run (tree);

  return nst_pages_get_count (pages) <= 1;
}

/* DOCUMENTS 17: 12 points on 15, 11 on 13, 10 on 12. */
static double
get_pitch (double size)
{
  return size <= 11 ? size + 2 : size * 1.25;
}

static gboolean shrink_blocks (GPtrArray *blocks, double smallest);

/* Room that nobody signs in gets less, too. */
static gboolean
shrink_table (NstTable *table, double smallest)
{
  gboolean smaller = FALSE;

  table->before *= ROOM;
  table->after *= ROOM;
  for (guint i = 0; i < table->rows->len; i++)
    {
      NstRow *row = g_ptr_array_index (table->rows, i);

      if (!table->ruled && !table->signature)
        row->min_height *= ROOM;
      for (guint k = 0; k < row->cells->len; k++)
        {
          const NstCell *cell = g_ptr_array_index (row->cells, k);

          smaller |= shrink_blocks (cell->blocks, smallest);
        }
    }
  return smaller;
}

/* One point less, and the distance of lines that belongs to it. */
static gboolean
shrink_blocks (GPtrArray *blocks, double smallest)
{
  gboolean smaller = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);

      if (block->paragraph != NULL && block->paragraph->size >= smallest + 1)
        {
          NstParagraph *paragraph = block->paragraph;

          paragraph->size -= 1;
          paragraph->pitch = get_pitch (paragraph->size);
          paragraph->before *= ROOM;
          paragraph->after *= ROOM;
          smaller = TRUE;
        }
      if (block->table != NULL)
        smaller |= shrink_table (block->table, smallest);
    }
  return smaller;
}

/**
 * nst_tree_fit:
 * @tree: a document
 * @smallest: type that it may come down to, points; 0: it may have any number of pages
 *
 * Until it fits one page, or no type of it is bigger than @smallest.
 */
void
nst_tree_fit (NstTree *tree, double smallest)
{
  while (smallest > 0 && !fits (tree) && shrink_blocks (tree->blocks, smallest))
    continue;
}
