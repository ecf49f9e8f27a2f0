/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a tree: paragraphs, tables and rules, before it knows of pages. */
#pragma once

#include "documents/nst-doubt.h"
#include "documents/nst-figure.h"
#include "documents/nst-paragraph.h"

G_BEGIN_DECLS

/**
 * NstCell:
 * @blocks: (element-type NstBlock): what stands in it
 * @span: how many columns it takes, from 1
 * @valign: where its text stands
 * @flush: holds an inner table that reaches the cell's own rules
 * @joined: empty: the cell above reaches over it
 */
typedef struct
{
  GPtrArray *blocks;
  guint span;
  NstValign valign;
  gboolean flush;
  gboolean joined;
} NstCell;

/**
 * NstRow:
 * @cells: (element-type NstCell): from left to right
 * @min_height: at least so high, mm
 * @keep_next: not last on a page
 * @heavy: the rule below it is of double weight, for it ends a group of rows
 */
typedef struct
{
  GPtrArray *cells;
  double min_height;
  gboolean keep_next;
  gboolean heavy;
} NstRow;

/**
 * NstTable:
 * @columns: (element-type double): widths, mm
 * @header: (element-type NstRow): rows repeated on every page
 * @rows: (element-type NstRow): the rest
 * @ruled: has rules and is a table for readers too; else only an arrangement
 * @signature: signatures: rows stay together and with the text above
 * @pad_x: free space in a cell at its sides, mm
 * @pad_y: the same above and below, mm
 * @before: free space above, points
 * @after: free space below, points
 */
typedef struct
{
  GArray *columns;
  GPtrArray *header;
  GPtrArray *rows;
  gboolean ruled;
  gboolean signature;
  double pad_x;
  double pad_y;
  double before;
  double after;
} NstTable;

/**
 * NstSheet:
 * @width: mm
 * @height: mm
 * @left: margin, mm
 * @right: margin, mm
 * @top: margin, mm
 * @bottom: margin, mm
 * @frame: how far from the edge a frame is drawn, mm; 0 for none
 * @numbered: its pages show their numbers, from the second of the document
 */
typedef struct
{
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
  double frame;
  gboolean numbered;
} NstSheet;

typedef enum
{
  NST_BLOCK_PARAGRAPH,
  NST_BLOCK_TABLE,
  NST_BLOCK_RULE,
  NST_BLOCK_SECTION,
  NST_BLOCK_FIGURE,
} NstBlockType;

/**
 * NstBlock:
 * @type: which of the others counts
 * @paragraph: (nullable)
 * @table: (nullable)
 * @sheet: (nullable): of a section: a new page begins, and these are the sheets from here on
 * @figure: (nullable): a chart; what stands below it is the next paragraph
 * @before: of a rule or a figure, points
 * @after: of a rule or a figure, points
 */
typedef struct
{
  NstBlockType type;
  NstParagraph *paragraph;
  NstTable *table;
  NstSheet *sheet;
  NstFigure *figure;
  double before;
  double after;
} NstBlock;

/**
 * NstTree:
 * @title: for the file's metadata
 * @author: the same
 * @subject: the same
 * @date: (nullable): day that the file says it was made, YYYY-MM-DD
 * @code: (nullable): page code of the first page of an issued document (nst-document-code.h)
 * @code_line: (nullable): how it is printed in letters, with "{code}"
 * @family: type family
 * @sheet: up to the first section
 * @blocks: (element-type NstBlock): what it says
 * @doubts: (element-type NstDoubt): forms of names and posts that a person should look at
 */
typedef struct
{
  char *title;
  char *author;
  char *subject;
  char *date;
  char *code;
  char *code_line;
  char *family;
  NstSheet sheet;
  GPtrArray *blocks;
  GPtrArray *doubts;
} NstTree;

NstTree *nst_tree_new (void);
void nst_tree_free (NstTree *self);
NstParagraph *nst_tree_add_paragraph (GPtrArray *blocks, double size, double pitch);
NstParagraph *nst_tree_add_like (GPtrArray *blocks, const NstParagraph *model);
NstTable *nst_tree_add_table (GPtrArray *blocks);
void nst_tree_add_rule (GPtrArray *blocks, double before, double after);
NstBlock *nst_tree_add_figure (GPtrArray *blocks, NstFigure *figure);
void nst_tree_add_section (NstTree *self, const NstSheet *sheet);

void nst_paragraph_add_text (NstParagraph *self, const char *text, guint flags);
void nst_paragraph_add_blank (NstParagraph *self, double width, guint missing);
void nst_paragraph_add_box (NstParagraph *self, double side);
char *nst_paragraph_dup_text (const NstParagraph *self);

NstRow *nst_table_add_row (NstTable *self, gboolean header);
NstCell *nst_row_add_cell (NstRow *self, guint span);
double nst_table_get_width (const NstTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstTree, nst_tree_free)

G_END_DECLS
