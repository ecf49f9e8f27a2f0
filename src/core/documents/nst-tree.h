/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a tree: paragraphs, tables and rules, before it knows of pages. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstRunFlags:
 * @NST_RUN_BOLD: bold
 * @NST_RUN_ITALIC: italic
 * @NST_RUN_NO_HYPHENS: never hyphenated (names)
 */
typedef enum
{
  NST_RUN_PLAIN = 0,
  NST_RUN_BOLD = 1 << 0,
  NST_RUN_ITALIC = 1 << 1,
  NST_RUN_NO_HYPHENS = 1 << 2,
} NstRunFlags;

typedef enum
{
  NST_ALIGN_JUSTIFY,
  NST_ALIGN_LEFT,
  NST_ALIGN_CENTER,
  NST_ALIGN_RIGHT,
} NstAlign;

typedef enum
{
  NST_VALIGN_TOP,
  NST_VALIGN_MIDDLE,
  NST_VALIGN_BOTTOM,
} NstValign;

/**
 * NstRun:
 * @text: (nullable): text of one style; U+00A0 and U+2011 do not break
 * @flags: #NstRunFlags
 * @blank: when @text is %NULL, width of an empty rule to write on, mm
 */
typedef struct
{
  char *text;
  guint flags;
  double blank;
} NstRun;

/**
 * NstParagraph:
 * @tag: structure tag: "P", "H1", "H2"
 * @runs: (element-type NstRun): what it says
 * @align: how lines stand
 * @size: type size, points
 * @pitch: baseline to baseline, points
 * @indent: of the first line, mm
 * @left: from the left edge of its column, mm
 * @width: of its lines, mm; 0: the whole column
 * @before: free space above, points; dropped at the top of a page
 * @after: free space below, points
 * @keep_next: not last on a page (headings)
 * @hyphenate: whether words may be divided
 * @outline: level in the outline, from 1; 0: not in it
 */
typedef struct
{
  char *tag;
  GPtrArray *runs;
  NstAlign align;
  double size;
  double pitch;
  double indent;
  double left;
  double width;
  double before;
  double after;
  gboolean keep_next;
  gboolean hyphenate;
  guint outline;
} NstParagraph;

/**
 * NstCell:
 * @blocks: (element-type NstBlock): what stands in it
 * @span: how many columns it takes, from 1
 * @valign: where its text stands
 * @flush: holds an inner table that reaches the cell's own rules
 */
typedef struct
{
  GPtrArray *blocks;
  guint span;
  NstValign valign;
  gboolean flush;
} NstCell;

/**
 * NstRow:
 * @cells: (element-type NstCell): from left to right
 * @min_height: at least so high, mm
 * @keep_next: not last on a page
 */
typedef struct
{
  GPtrArray *cells;
  double min_height;
  gboolean keep_next;
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

typedef enum
{
  NST_BLOCK_PARAGRAPH,
  NST_BLOCK_TABLE,
  NST_BLOCK_RULE,
} NstBlockType;

/**
 * NstBlock:
 * @type: which of the others counts
 * @paragraph: (nullable)
 * @table: (nullable)
 * @before: of a rule, points
 * @after: of a rule, points
 */
typedef struct
{
  NstBlockType type;
  NstParagraph *paragraph;
  NstTable *table;
  double before;
  double after;
} NstBlock;

/**
 * NstTree:
 * @title: for the file's metadata
 * @author: the same
 * @subject: the same
 * @date: (nullable): day that the file says it was made, YYYY-MM-DD
 * @family: type family
 * @width: sheet, mm
 * @height: sheet, mm
 * @left: margin, mm
 * @right: margin, mm
 * @top: margin, mm
 * @bottom: margin, mm
 * @blocks: (element-type NstBlock): what it says
 */
typedef struct
{
  char *title;
  char *author;
  char *subject;
  char *date;
  char *family;
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
  GPtrArray *blocks;
} NstTree;

NstTree *nst_tree_new (void);
void nst_tree_free (NstTree *self);
NstParagraph *nst_tree_add_paragraph (GPtrArray *blocks, double size, double pitch);
NstParagraph *nst_tree_add_like (GPtrArray *blocks, const NstParagraph *model);
NstTable *nst_tree_add_table (GPtrArray *blocks);
void nst_tree_add_rule (GPtrArray *blocks, double before, double after);

void nst_paragraph_add_text (NstParagraph *self, const char *text, guint flags);
void nst_paragraph_add_blank (NstParagraph *self, double width);
char *nst_paragraph_dup_text (const NstParagraph *self);

NstRow *nst_table_add_row (NstTable *self, gboolean header);
NstCell *nst_row_add_cell (NstRow *self, guint span);
double nst_table_get_width (const NstTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstTree, nst_tree_free)

G_END_DECLS
