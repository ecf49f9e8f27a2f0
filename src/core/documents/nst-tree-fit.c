/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that has to fit one page: its free room, then its type gets smaller, step by step.
 */
#include "config.h"

#include "documents/nst-tree-fit.h"

#include "documents/nst-layouter.h"

/* What is left of free space at each step. */
#define ROOM 0.9
/* How often room alone gets less. */
#define ROOM_STEPS 6

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

static gboolean
shrink_rows (const NstTable *table, double smallest)
{
  gboolean smaller = FALSE;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const NstRow *row = g_ptr_array_index (table->rows, i);

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
          smaller = TRUE;
        }
      if (block->table != NULL)
        smaller |= shrink_rows (block->table, smallest);
    }
  return smaller;
}

/* Room that nobody signs in. */
static void
shrink_room (GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);

      if (block->paragraph != NULL)
        {
          block->paragraph->before *= ROOM;
          block->paragraph->after *= ROOM;
        }
      if (block->table == NULL)
        continue;
      block->table->before *= ROOM;
      block->table->after *= ROOM;
      for (guint k = 0; k < block->table->rows->len; k++)
        {
          NstRow *row = g_ptr_array_index (block->table->rows, k);

          if (!block->table->ruled && !block->table->signature)
            row->min_height *= ROOM;
        }
    }
}

/**
 * nst_tree_fit:
 * @tree: a document
 * @smallest: type that it may come down to, points; 0: it may have any number of pages
 *
 * Until it fits one page, or no type of it is bigger than @smallest: free room gets less before
 * type gets smaller.
 */
void
nst_tree_fit (NstTree *tree, double smallest)
{
  for (guint i = 0; smallest > 0 && i < ROOM_STEPS && !fits (tree); i++)
    shrink_room (tree->blocks);
  while (smallest > 0 && !fits (tree) && shrink_blocks (tree->blocks, smallest))
    shrink_room (tree->blocks);
}
