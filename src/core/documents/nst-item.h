/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is stacked on pages: lines, rows of tables, rules, each with its height. */
#pragma once

#include "documents/nst-line.h"
#include "documents/nst-tree.h"

G_BEGIN_DECLS

typedef enum
{
  NST_ITEM_LINE,
  NST_ITEM_ROW,
  NST_ITEM_RULE,
  NST_ITEM_FIGURE,
} NstItemType;

typedef struct _NstRowBox NstRowBox;

/**
 * NstItem:
 * @type: which of the others counts
 * @before: free space above, points; dropped at the top of a page
 * @height: points
 * @keep_next: no page ends here
 * @loose: a page ends here all the same when there is no better place
 * @whole: a row that is never split
 * @line: (nullable): for a line
 * @x: from the left edge of the column, points
 * @baseline: of a line, points from its top
 * @paragraph: (nullable): whose line it is
 * @row: (nullable): for a row
 * @figure: (nullable): for a figure; of the tree
 */
typedef struct
{
  NstItemType type;
  double before;
  double height;
  gboolean keep_next;
  gboolean loose;
  gboolean whole;
  NstLine *line;
  double x;
  double baseline;
  const NstParagraph *paragraph;
  NstRowBox *row;
  NstFigure *figure;
} NstItem;

/**
 * NstTableBox:
 * @table: what it was made from
 * @width: points
 * @header: (element-type NstItem): rows repeated on every page
 * @header_height: of all of them, points
 * @inner: stands in a cell and has no frame of its own
 */
typedef struct
{
  const NstTable *table;
  double width;
  GPtrArray *header;
  double header_height;
  gboolean inner;
} NstTableBox;

/**
 * NstCellBox:
 * @x: from the left edge of the table, points
 * @width: points
 * @items: (element-type NstItem): what stands in it; of a joined cell, in the one above
 * @valign: where
 * @flush: without padding
 * @open: the cell below joins it
 * @joined: it joins the cell above
 */
typedef struct
{
  double x;
  double width;
  GPtrArray *items;
  NstValign valign;
  gboolean flush;
  gboolean open;
  gboolean joined;
} NstCellBox;

/**
 * NstRowBox:
 * @table: (transfer none): whose row it is; owned by the flow
 * @cells: (element-type NstCellBox): from left to right
 * @header: whether it is repeated
 * @last: whether it is the last row of its table
 * @heavy: whether the rule below it is of double weight
 */
struct _NstRowBox
{
  NstTableBox *table;
  GPtrArray *cells;
  gboolean header;
  gboolean last;
  gboolean heavy;
};

NstItem *nst_item_new (NstItemType type, double height);
NstItem *nst_item_ref (NstItem *self);
void nst_item_unref (NstItem *self);
GPtrArray *nst_items_new (void);
double nst_items_get_height (GPtrArray *items);

NstTableBox *nst_table_box_new (const NstTable *table);
void nst_table_box_free (NstTableBox *self);
NstRowBox *nst_row_box_new (NstTableBox *table);
NstCellBox *nst_row_box_add_cell (NstRowBox *self);
double nst_cell_box_get_height (const NstRowBox *row, const NstCellBox *cell);
gboolean nst_row_item_split (NstItem *item, double available, NstItem **first, NstItem **second);
void nst_row_item_measure (NstItem *item, double min_height);

G_END_DECLS
