/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What paragraphs of a document are for, and how those of one sort look: styles of a word
 * processor. */
#include "config.h"

#include "documents/nst-looks.h"

#include <string.h>

#define MM (72 / 25.4)

/* A row lower than this keeps whole (DOCUMENTS 17), points. */
#define SPLIT_FROM (60 * MM)

/* What a signature keeps with (DOCUMENTS 17). */
#define SIGNATURE_LINES 3
#define SIGNATURE_ROWS 2

/* Width of a usual letter, parts of the type size. */
#define LETTER 0.5

/* A look that was met, and how often. */
typedef struct
{
  NstLook look;
  guint count;
} Met;

struct _NstLooks
{
  NstLook looks[NST_N_ROLES];
  GArray *met[NST_N_ROLES];
  GHashTable *kept;
  char *family;
  NstShaper *shaper;
  NstHyphenator *hyphenator;
};

/* How they look where a document has none of them. */
static const NstLook defaults[NST_N_ROLES] = {
  { 12, 15, 0, 0, 0, NST_ALIGN_LEFT, FALSE, FALSE, FALSE },
  { 12, 15, 12.5, 0, 0, NST_ALIGN_JUSTIFY, FALSE, FALSE, TRUE },
  { 12, 15, 0, 0, 15, NST_ALIGN_CENTER, TRUE, TRUE, FALSE },
  { 12, 15, 0, 9, 3.75, NST_ALIGN_CENTER, TRUE, TRUE, FALSE },
  { 12, 15, 0, 9, 3.75, NST_ALIGN_LEFT, TRUE, TRUE, FALSE },
  { 12, 15, 0, 6, 3, NST_ALIGN_LEFT, TRUE, TRUE, FALSE },
  { 11, 13, 0, 0, 0, NST_ALIGN_LEFT, FALSE, FALSE, TRUE },
  { 11, 13, 0, 0, 0, NST_ALIGN_CENTER, TRUE, FALSE, TRUE },
  { 12, 15, 0, 0, 0, NST_ALIGN_LEFT, FALSE, FALSE, FALSE },
};

static void
meet (NstLooks *self, NstRole role, const NstParagraph *paragraph)
{
  Met met = { 0 };

  nst_look_read (&met.look, paragraph);
  met.look.hyphenate &= paragraph->align == NST_ALIGN_JUSTIFY;
  met.count = 1;
  for (guint i = 0; i < self->met[role]->len; i++)
    {
      Met *known = &g_array_index (self->met[role], Met, i);

      if (memcmp (&known->look, &met.look, sizeof met.look) == 0)
        {
          known->count++;
          return;
        }
    }
  g_array_append_val (self->met[role], met);
}

static void meet_blocks (NstLooks *self, GPtrArray *blocks, const NstTable *table,
                         gboolean header);

static void
meet_rows (NstLooks *self, const NstTable *table, GPtrArray *rows, gboolean header)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const NstRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->cells->len; k++)
        meet_blocks (self, ((NstCell *) g_ptr_array_index (row->cells, k))->blocks, table,
                     header);
    }
}

static void
meet_blocks (NstLooks *self, GPtrArray *blocks, const NstTable *table, gboolean header)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == NST_BLOCK_PARAGRAPH && block->paragraph->runs->len > 0)
        meet (self, nst_role_of (block->paragraph, table, header), block->paragraph);
      else if (block->type == NST_BLOCK_TABLE)
        {
          meet_rows (self, block->table, block->table->header, TRUE);
          meet_rows (self, block->table, block->table->rows, FALSE);
        }
    }
}

/* The look that most of a sort have is their style; the others say how they differ. */
static void
choose (NstLooks *self)
{
  for (guint role = 0; role < NST_N_ROLES; role++)
    {
      guint best = 0;

      self->looks[role] = defaults[role];
      for (guint i = 0; i < self->met[role]->len; i++)
        {
          const Met *met = &g_array_index (self->met[role], Met, i);

          if (met->count > best)
            self->looks[role] = met->look;
          best = MAX (best, met->count);
        }
    }
}

/* About how many lines a paragraph takes. */
static guint
count_lines (const NstParagraph *paragraph, double width)
{
  double letters = MAX (width, 1) / (paragraph->size * LETTER);
  double length = paragraph->indent * MM / (paragraph->size * LETTER);

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const NstRun *run = g_ptr_array_index (paragraph->runs, i);

      length += run->text != NULL ? (double) g_utf8_strlen (run->text, -1)
                                  : run->blank * MM / (paragraph->size * LETTER);
    }
  return 1 + (guint) (length / MAX (letters, 1));
}

/* Ties what stands above the block of signatures to it. */
static void
keep_above (NstLooks *self, GPtrArray *blocks, guint signature, double width)
{
  guint n_lines = 0;

  for (guint i = signature; i-- > 0;)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == NST_BLOCK_SECTION || block->type == NST_BLOCK_FIGURE)
        return;
      if (block->type == NST_BLOCK_PARAGRAPH)
        {
          g_hash_table_add (self->kept, block->paragraph);
          n_lines += block->paragraph->keep_next ? 0 : count_lines (block->paragraph, width);
        }
      else if (block->type == NST_BLOCK_TABLE)
        {
          GPtrArray *rows = block->table->rows;
          guint first = rows->len > SIGNATURE_ROWS ? rows->len - SIGNATURE_ROWS : 0;

          for (guint k = block->table->signature ? 0 : first; k < rows->len; k++)
            g_hash_table_add (self->kept, g_ptr_array_index (rows, k));
          if (!block->table->signature)
            return;
        }
      if (n_lines >= SIGNATURE_LINES)
        return;
    }
}

static void
keep (NstLooks *self, const NstTree *tree)
{
  const NstSheet *sheet = &tree->sheet;

  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (tree->blocks, i);

      if (block->type == NST_BLOCK_SECTION)
        sheet = block->sheet;
      if (block->type == NST_BLOCK_TABLE && block->table->signature)
        keep_above (self, tree->blocks, i, (sheet->width - sheet->left - sheet->right) * MM);
    }
}

/**
 * nst_looks_new:
 * @tree: (transfer none): a document, must outlive the looks
 *
 * Returns: (transfer full): its styles
 */
NstLooks *
nst_looks_new (const NstTree *tree)
{
  NstLooks *self = g_new0 (NstLooks, 1);

  for (guint i = 0; i < NST_N_ROLES; i++)
    self->met[i] = g_array_new (FALSE, FALSE, sizeof (Met));
  self->kept = g_hash_table_new (NULL, NULL);
  self->family = g_strdup (tree->family);
  meet_blocks (self, tree->blocks, NULL, FALSE);
  choose (self);
  keep (self, tree);
  return self;
}

/**
 * nst_looks_free:
 * @self: (nullable): styles
 */
void
nst_looks_free (NstLooks *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < NST_N_ROLES; i++)
    g_array_unref (self->met[i]);
  g_hash_table_unref (self->kept);
  nst_shaper_free (self->shaper);
  nst_hyphenator_free (self->hyphenator);
  g_free (self->family);
  g_free (self);
}

/**
 * nst_looks_get:
 * @self: styles
 * @role: what a paragraph is for
 *
 * Returns: (transfer none): how most of them look in the document
 */
const NstLook *
nst_looks_get (const NstLooks *self, NstRole role)
{
  return &self->looks[role];
}

/**
 * nst_looks_get_shaper:
 * @self: styles
 *
 * Returns: (transfer none): measures words in the family of the document
 */
NstShaper *
nst_looks_get_shaper (NstLooks *self)
{
  if (self->shaper == NULL)
    self->shaper = nst_shaper_new (self->family);
  return self->shaper;
}

/**
 * nst_looks_get_hyphenator:
 * @self: styles
 *
 * Returns: (transfer none): divides words
 */
NstHyphenator *
nst_looks_get_hyphenator (NstLooks *self)
{
  if (self->hyphenator == NULL)
    self->hyphenator = nst_hyphenator_new ();
  return self->hyphenator;
}

/**
 * nst_looks_keeps:
 * @self: styles
 * @paragraph_or_row: of the document
 *
 * Returns: whether a signature that follows keeps with it
 */
gboolean
nst_looks_keeps (const NstLooks *self, gconstpointer paragraph_or_row)
{
  return g_hash_table_contains (self->kept, paragraph_or_row);
}

static double measure_rows (const NstTable *table, GPtrArray *rows);

static double
measure_blocks (GPtrArray *blocks, double width)
{
  double height = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == NST_BLOCK_PARAGRAPH)
        height += count_lines (block->paragraph, width) * block->paragraph->pitch +
                  block->paragraph->before + block->paragraph->after;
      else if (block->type == NST_BLOCK_TABLE)
        height += measure_rows (block->table, block->table->header) +
                  measure_rows (block->table, block->table->rows);
    }
  return height;
}

static double
measure_row (const NstTable *table, const NstRow *row)
{
  double height = row->min_height * MM;
  guint column = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const NstCell *cell = g_ptr_array_index (row->cells, i);
      double width = 0;

      for (guint k = column; k < column + cell->span && k < table->columns->len; k++)
        width += g_array_index (table->columns, double, k);
      height = MAX (height, measure_blocks (cell->blocks, (width - 2 * table->pad_x) * MM));
      column += cell->span;
    }
  return height + 2 * table->pad_y * MM;
}

static double
measure_rows (const NstTable *table, GPtrArray *rows)
{
  double height = 0;

  for (guint i = 0; i < rows->len; i++)
    height += measure_row (table, g_ptr_array_index (rows, i));
  return height;
}

/**
 * nst_looks_keeps_whole:
 * @self: styles
 * @table: a table
 * @row: of it
 *
 * Returns: whether no page ends inside the row
 */
gboolean
nst_looks_keeps_whole (const NstLooks *self, const NstTable *table, const NstRow *row)
{
  return table->signature || nst_looks_keeps (self, row) ||
         measure_row (table, row) <= SPLIT_FROM;
}

/**
 * nst_tree_dup_code_line:
 * @tree: a document
 *
 * Returns: (transfer full) (nullable): its code in letters as its first page bears it; %NULL for
 *   a draft
 */
char *
nst_tree_dup_code_line (const NstTree *tree)
{
  g_autoptr (GString) line = g_string_new (tree->code_line);

  if (tree->code == NULL || line->len == 0)
    return NULL;
  g_string_replace (line, "{code}", tree->code, 0);
  return g_strdup (line->str);
}
