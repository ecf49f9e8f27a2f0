/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells that reach over several rows of a table. */
#include "config.h"

#include "documents/nst-joined.h"

static const NstCell *
find_cell (const NstRow *row, guint column)
{
  guint at = 0;

  for (guint i = 0; i < row->cells->len && at <= column; i++)
    {
      const NstCell *cell = g_ptr_array_index (row->cells, i);

      if (at == column)
        return cell;
      at += cell->span;
    }
  return NULL;
}

/**
 * nst_joined_count:
 * @rows: (element-type NstRow): all header rows of a table, or all others
 * @row: one of them
 * @column: where a cell of it begins
 *
 * Returns: how many rows the cell reaches over, from there down; 1 for a usual one
 */
guint
nst_joined_count (GPtrArray *rows, guint row, guint column)
{
  guint n = 1;

  while (row + n < rows->len)
    {
      const NstCell *below = find_cell (g_ptr_array_index (rows, row + n), column);

      if (below == NULL || !below->joined)
        break;
      n++;
    }
  return n;
}
