/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paragraph is for, and how it looks in a word processor. */
#include "config.h"

#include "documents/nst-looks.h"

#include "documents/nst-breaker.h"

#include <math.h>
#include <string.h>

#define MM (72 / 25.4)

/* Narrower columns divide only words that do not fit (DOCUMENTS 16.4, item 7). */
#define NARROW (25 * MM)

/* Smallest type of a table (DOCUMENTS 17), points. */
#define SMALLEST 9.0

/* Widths that words hardly reach on average, parts of the type size: what keeps below them need
 * not be measured. */
#define WIDE_LETTER 0.66
#define WIDE_DIGIT 0.5

/* mm */
#define HAIR 1.0
#define RULE 0.15

/**
 * nst_role_of:
 * @paragraph: a paragraph
 * @table: (nullable): that it stands in
 * @header: whether in a row that is repeated
 *
 * Returns: what it is for
 */
NstRole
nst_role_of (const NstParagraph *paragraph, const NstTable *table, gboolean header)
{
  if (paragraph->outline > 0)
    return NST_ROLE_HEADING_1 + MIN (paragraph->outline, 3) - 1;
  if (strcmp (paragraph->tag, "H1") == 0)
    return NST_ROLE_TITLE;
  if (table == NULL)
    return NST_ROLE_BODY;
  if (table->signature)
    return NST_ROLE_SIGNATURE;
  if (!table->ruled)
    return NST_ROLE_PLAIN;
  return header ? NST_ROLE_TABLE_HEADING : NST_ROLE_TABLE;
}

static gboolean
is_bold (const NstParagraph *paragraph)
{
  gboolean bold = FALSE;

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const NstRun *run = g_ptr_array_index (paragraph->runs, i);

      if (run->text == NULL)
        continue;
      if ((run->flags & NST_RUN_BOLD) == 0)
        return FALSE;
      bold = TRUE;
    }
  return bold;
}

/**
 * nst_look_read:
 * @self: (out caller-allocates): gets how @paragraph looks
 * @paragraph: a paragraph
 */
void
nst_look_read (NstLook *self, const NstParagraph *paragraph)
{
  memset (self, 0, sizeof *self);
  self->size = paragraph->size;
  self->pitch = paragraph->pitch;
  self->indent = paragraph->indent;
  self->before = paragraph->before;
  self->after = paragraph->after;
  self->align = paragraph->align;
  self->bold = is_bold (paragraph);
  self->keep_next = paragraph->keep_next;
  self->hyphenate = paragraph->hyphenate;
}

static gboolean
parts_words (const char *p, gboolean bound)
{
  if ((guchar) *p < 0x80)
    return g_ascii_isspace (*p) || *p == '-' || *p == '/' || *p == '\0';
  if (g_str_has_prefix (p, "\u00a0"))
    return !bound;
  return g_str_has_prefix (p, "\u2013") || g_str_has_prefix (p, "\u2014") ||
         g_str_has_prefix (p, "\u2028");
}

/* How wide a letter may be that begins with the byte. */
static double
guess (char c)
{
  if (((guchar) c & 0xc0) == 0x80)
    return 0;
  return (guchar) c < 0x80 && !g_ascii_isupper (c) ? WIDE_DIGIT : WIDE_LETTER;
}

static gboolean
is_wide_run (NstLooks *self, const NstRun *run, double size, double width, gboolean bound)
{
  const char *word = run->text;
  double wide = 0;

  for (const char *p = run->text;; p++)
    {
      gboolean special = (guchar) *p < 0x80 || *p == '\xc2' || *p == '\xe2';

      if (!special || !parts_words (p, bound))
        {
          wide += guess (*p) * size;
          continue;
        }
      if (wide > width && nst_shaper_shape (nst_looks_get_shaper (self), word, (gsize) (p - word),
                                            size, run->flags)
                                  ->width > width)
        return TRUE;
      if (*p == '\0')
        return FALSE;
      word = g_utf8_next_char (p);
      wide = 0;
      p = word - 1;
    }
}

/* Whether a word is wider than the line; @bound: with those that stand beside it without a
 * break. */
static gboolean
has_wide_word (NstLooks *self, const NstParagraph *paragraph, double size, double width,
               gboolean bound)
{
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const NstRun *run = g_ptr_array_index (paragraph->runs, i);

      if (run->text != NULL && is_wide_run (self, run, size, width, bound))
        return TRUE;
    }
  return FALSE;
}

/**
 * nst_looks_fit:
 * @self: styles
 * @look: (out caller-allocates): gets how @paragraph looks where it stands
 * @paragraph: a paragraph
 * @width: of its lines, mm
 * @smaller: how much smaller its type is there, points
 *
 * Word processors divide words wherever they may: lines that are not justified have no need of
 * it, unless a word is wider than the line.
 */
void
nst_looks_fit (NstLooks *self, NstLook *look, const NstParagraph *paragraph, double width,
               double smaller)
{
  nst_look_read (look, paragraph);
  look->size -= smaller;
  if (smaller > 0)
    look->pitch *= look->size / paragraph->size;
  if (look->align != NST_ALIGN_JUSTIFY && look->hyphenate)
    look->hyphenate =
        has_wide_word (self, paragraph, look->size, width * MM * NST_LOOK_ROOM, FALSE);
}

/* Whether the program's own pages would tear a word of the cell. */
static gboolean
is_torn (NstLooks *self, const NstCell *cell, double width, double smaller)
{
  gboolean torn = FALSE;

  for (guint i = 0; i < cell->blocks->len && !torn; i++)
    {
      const NstBlock *block = g_ptr_array_index (cell->blocks, i);
      const NstParagraph *paragraph = block->paragraph;
      g_autoptr (GPtrArray) lines = NULL;

      if (block->type != NST_BLOCK_PARAGRAPH ||
          !has_wide_word (self, paragraph, paragraph->size - smaller, width, TRUE))
        continue;
      lines =
          nst_breaker_break (nst_looks_get_shaper (self), nst_looks_get_hyphenator (self),
                             paragraph, width, paragraph->size - smaller, width < NARROW, &torn);
    }
  return torn;
}

static double
get_size (const NstCell *cell)
{
  double size = SMALLEST;

  for (guint i = 0; i < cell->blocks->len; i++)
    {
      const NstBlock *block = g_ptr_array_index (cell->blocks, i);

      if (block->type == NST_BLOCK_PARAGRAPH)
        size = MAX (size, block->paragraph->size);
    }
  return size;
}

/**
 * nst_looks_get_smaller:
 * @self: styles
 * @table: a table
 * @cell: of it
 * @width: of its lines, mm
 *
 * Returns: how much smaller the type of the cell is, as on the program's own pages, points
 */
double
nst_looks_get_smaller (NstLooks *self, const NstTable *table, const NstCell *cell, double width)
{
  double size = get_size (cell);

  for (double smaller = 0; table->ruled && size - smaller >= SMALLEST; smaller += 1)
    if (!is_torn (self, cell, width * MM * NST_LOOK_ROOM, smaller))
      return smaller;
  return table->ruled ? floor (size - SMALLEST) : 0;
}

/**
 * nst_look_get_right:
 * @paragraph: a paragraph
 * @width: of its column, mm
 *
 * Returns: from the right edge of the column to the end of its lines, mm; a hair less, so that
 *   lines that just fit still do when others round the widths of letters
 */
double
nst_look_get_right (const NstParagraph *paragraph, double width)
{
  double right = width - paragraph->left - paragraph->width - HAIR;

  return paragraph->width > 0 ? MAX (right, 0) : 0;
}

/**
 * nst_look_get_padding:
 * @table: a table
 *
 * Returns: free space at the sides of its cells, mm; a hair less where there are rules, because
 *   word processors count it from their inner edge
 */
double
nst_look_get_padding (const NstTable *table)
{
  return table->ruled ? MAX (table->pad_x - RULE, 0) : table->pad_x;
}
