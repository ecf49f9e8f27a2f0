/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a tree: making it and letting it go. */
#include "config.h"

#include "documents/nst-tree.h"

static void
free_run (gpointer data)
{
  NstRun *run = data;

  g_free (run->text);
  g_free (run);
}

static void
free_paragraph (NstParagraph *paragraph)
{
  g_free (paragraph->tag);
  g_ptr_array_unref (paragraph->runs);
  g_free (paragraph);
}

static void
free_cell (gpointer data)
{
  NstCell *cell = data;

  g_ptr_array_unref (cell->blocks);
  g_free (cell);
}

static void
free_row (gpointer data)
{
  NstRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
free_table (NstTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->header);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
free_block (gpointer data)
{
  NstBlock *block = data;

  g_clear_pointer (&block->paragraph, free_paragraph);
  g_clear_pointer (&block->table, free_table);
  g_free (block->sheet);
  g_clear_pointer (&block->figure, nst_figure_unref);
  g_free (block);
}

static NstParagraph *
new_paragraph (double size, double pitch)
{
  NstParagraph *paragraph = g_new0 (NstParagraph, 1);

  paragraph->tag = g_strdup ("P");
  paragraph->runs = g_ptr_array_new_with_free_func (free_run);
  paragraph->size = size;
  paragraph->pitch = pitch;
  paragraph->hyphenate = TRUE;
  return paragraph;
}

static NstBlock *
add_block (GPtrArray *blocks, NstBlockType type)
{
  NstBlock *block = g_new0 (NstBlock, 1);

  block->type = type;
  g_ptr_array_add (blocks, block);
  return block;
}

/**
 * nst_tree_new:
 *
 * An empty A4 sheet, upright, with the margins of office papers.
 *
 * Returns: (transfer full): the tree
 */
NstTree *
nst_tree_new (void)
{
  NstTree *self = g_new0 (NstTree, 1);

  self->family = g_strdup ("Liberation Serif");
  self->sheet = (NstSheet){ 210, 297, 30, 10, 20, 20, 0, TRUE };
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->doubts = nst_doubts_new ();
  return self;
}

/**
 * nst_tree_free:
 * @self: (nullable): a tree
 *
 * Frees it with everything in it.
 */
void
nst_tree_free (NstTree *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->date);
  g_free (self->code);
  g_free (self->code_line);
  g_free (self->family);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

/**
 * nst_tree_add_paragraph:
 * @blocks: (element-type NstBlock): of a tree or a cell
 * @size: type size, points
 * @pitch: baseline to baseline, points
 *
 * Returns: (transfer none): an empty justified paragraph
 */
NstParagraph *
nst_tree_add_paragraph (GPtrArray *blocks, double size, double pitch)
{
  NstBlock *block = add_block (blocks, NST_BLOCK_PARAGRAPH);

  block->paragraph = new_paragraph (size, pitch);
  return block->paragraph;
}

/**
 * nst_tree_add_table:
 * @blocks: (element-type NstBlock): of a tree or a cell
 *
 * Returns: (transfer none): a ruled table without columns
 */
NstTable *
nst_tree_add_table (GPtrArray *blocks)
{
  NstBlock *block = add_block (blocks, NST_BLOCK_TABLE);
  NstTable *table = g_new0 (NstTable, 1);

  table->columns = g_array_new (FALSE, FALSE, sizeof (double));
  table->header = g_ptr_array_new_with_free_func (free_row);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  table->ruled = TRUE;
  table->pad_x = 1.5;
  table->pad_y = 0.8;
  block->table = table;
  return table;
}

/**
 * nst_tree_add_figure:
 * @blocks: (element-type NstBlock): of a tree
 * @figure: (transfer full): a chart
 *
 * It stays on one page with the line after it, which says what it shows.
 *
 * Returns: (transfer none): its block
 */
NstBlock *
nst_tree_add_figure (GPtrArray *blocks, NstFigure *figure)
{
  NstBlock *block = add_block (blocks, NST_BLOCK_FIGURE);

  block->figure = figure;
  return block;
}

/**
 * nst_tree_add_section:
 * @self: a tree
 * @sheet: what the pages of the section are like
 *
 * What is added after it stands on pages of their own.
 */
void
nst_tree_add_section (NstTree *self, const NstSheet *sheet)
{
  NstBlock *block = add_block (self->blocks, NST_BLOCK_SECTION);

  block->sheet = g_memdup2 (sheet, sizeof *sheet);
}

/**
 * nst_tree_add_rule:
 * @blocks: (element-type NstBlock): of a tree or a cell
 * @before: free space above, points
 * @after: free space below, points
 *
 * A thin line over the whole column.
 */
void
nst_tree_add_rule (GPtrArray *blocks, double before, double after)
{
  NstBlock *block = add_block (blocks, NST_BLOCK_RULE);

  block->before = before;
  block->after = after;
}

/**
 * nst_tree_add_like:
 * @blocks: (element-type NstBlock): of a tree or a cell
 * @model: a paragraph
 *
 * Returns: (transfer none): an empty paragraph in the style of @model
 */
NstParagraph *
nst_tree_add_like (GPtrArray *blocks, const NstParagraph *model)
{
  NstBlock *block = add_block (blocks, NST_BLOCK_PARAGRAPH);

  block->paragraph = g_memdup2 (model, sizeof *model);
  block->paragraph->tag = g_strdup (model->tag);
  block->paragraph->runs = g_ptr_array_new_with_free_func (free_run);
  return block->paragraph;
}

/**
 * nst_paragraph_add_text:
 * @self: a paragraph
 * @text: what is said
 * @flags: #NstRunFlags
 */
void
nst_paragraph_add_text (NstParagraph *self, const char *text, guint flags)
{
  NstRun *run = g_new0 (NstRun, 1);

  run->text = g_strdup (text);
  run->flags = flags;
  g_ptr_array_add (self->runs, run);
}

/**
 * nst_paragraph_add_blank:
 * @self: a paragraph
 * @width: mm
 * @missing: which of the missing fields it is for, from 1; 0: it is meant to be empty
 *
 * An empty rule that people write on.
 */
void
nst_paragraph_add_blank (NstParagraph *self, double width, guint missing)
{
  NstRun *run = g_new0 (NstRun, 1);

  run->blank = width;
  run->missing = missing;
  g_ptr_array_add (self->runs, run);
}

/**
 * nst_paragraph_add_box:
 * @self: a paragraph
 * @side: mm
 *
 * An empty square that people tick.
 */
void
nst_paragraph_add_box (NstParagraph *self, double side)
{
  NstRun *run = g_new0 (NstRun, 1);

  run->blank = side;
  run->flags = NST_RUN_BOX;
  g_ptr_array_add (self->runs, run);
}

/**
 * nst_paragraph_dup_text:
 * @self: a paragraph
 *
 * Returns: (transfer full): its text with no-break spaces as plain ones
 */
char *
nst_paragraph_dup_text (const NstParagraph *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->runs->len; i++)
    {
      const NstRun *run = g_ptr_array_index (self->runs, i);

      if (run->text != NULL)
        g_string_append (text, run->text);
    }
  g_string_replace (text, "\u00a0", " ", 0);
  g_string_replace (text, "\u2028", " ", 0);
  return g_string_free (text, FALSE);
}

/**
 * nst_table_add_row:
 * @self: a table
 * @header: whether it is repeated on every page
 *
 * Returns: (transfer none): an empty row
 */
NstRow *
nst_table_add_row (NstTable *self, gboolean header)
{
  NstRow *row = g_new0 (NstRow, 1);

  row->cells = g_ptr_array_new_with_free_func (free_cell);
  g_ptr_array_add (header ? self->header : self->rows, row);
  return row;
}

/**
 * nst_row_add_cell:
 * @self: a row
 * @span: how many columns it takes, from 1
 *
 * Returns: (transfer none): an empty cell
 */
NstCell *
nst_row_add_cell (NstRow *self, guint span)
{
  NstCell *cell = g_new0 (NstCell, 1);

  cell->blocks = g_ptr_array_new_with_free_func (free_block);
  cell->span = MAX (span, 1);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

/**
 * nst_table_get_width:
 * @self: a table
 *
 * Returns: the sum of its columns, mm
 */
double
nst_table_get_width (const NstTable *self)
{
  double width = 0;

  for (guint i = 0; i < self->columns->len; i++)
    width += g_array_index (self->columns, double, i);
  return width;
}
