/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a tree as Word has them: paragraphs, tables, sections. */
#include "config.h"

#include "documents/nst-docx-private.h"
#include "documents/nst-docx-text.h"
#include "documents/nst-joined.h"

#include <math.h>

/* Rule of a header, eighths of a point: 0.7 pt as near as Word knows. */
#define HEADER_RULE 6

/* A paragraph that is there only because Word needs one, points. */
#define SPACER 1.0

static void write_blocks (NstXml *xml, GPtrArray *blocks, guint first, guint end,
                          const NstDocxPlace *place);

static void
put_measure (NstXml *xml, const char *name, int twips)
{
  nst_xml_begin (xml, name);
  nst_xml_set_int (xml, "w:w", twips);
  nst_xml_set (xml, "w:type", "dxa");
  nst_xml_end (xml);
}

static void
put_border (NstXml *xml, const char *side, const char *line, int thick)
{
  nst_xml_begin (xml, side);
  nst_xml_set (xml, "w:val", line);
  nst_xml_set_int (xml, "w:sz", thick);
  nst_xml_set_int (xml, "w:space", 0);
  nst_xml_set (xml, "w:color", "000000");
  nst_xml_end (xml);
}

static void
put_margins (NstXml *xml, const char *name, double x, double y)
{
  nst_xml_begin (xml, name);
  put_measure (xml, "w:top", nst_docx_twips (y));
  put_measure (xml, "w:left", nst_docx_twips (x));
  put_measure (xml, "w:bottom", nst_docx_twips (y));
  put_measure (xml, "w:right", nst_docx_twips (x));
  nst_xml_end (xml);
}

/* Edge of a column from the table's left edge: rounding errors do not add up. */
static int
get_edge (const NstTable *table, guint column)
{
  double x = 0;

  for (guint i = 0; i < column && i < table->columns->len; i++)
    x += g_array_index (table->columns, double, i);
  return nst_docx_twips (x);
}

/* The frame of an inner table is the frame of its cell. */
static void
put_inner_borders (NstXml *xml)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };

  nst_xml_begin (xml, "w:tblBorders");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    put_border (xml, sides[i], "nil", 0);
  put_border (xml, "w:insideH", "single", 4);
  put_border (xml, "w:insideV", "single", 4);
  nst_xml_end (xml);
}

static void
put_table_properties (NstXml *xml, const NstTable *table, gboolean inner)
{
  nst_xml_begin (xml, "w:tblPr");
  nst_xml_put (xml, "w:tblStyle", "w:val", table->ruled ? "TableGrid" : "TableNormal");
  put_measure (xml, "w:tblW", get_edge (table, table->columns->len));
  put_measure (xml, "w:tblInd", 0);
  if (table->ruled && inner)
    put_inner_borders (xml);
  nst_xml_put (xml, "w:tblLayout", "w:type", "fixed");
  put_margins (xml, "w:tblCellMar", nst_look_get_padding (table), table->pad_y);
  nst_xml_end (xml);
  nst_xml_begin (xml, "w:tblGrid");
  for (guint i = 0; i < table->columns->len; i++)
    nst_xml_put_int (xml, "w:gridCol", "w:w", get_edge (table, i + 1) - get_edge (table, i));
  nst_xml_end (xml);
}

static void
put_header_rules (NstXml *xml, gboolean inner, guint first, guint last)
{
  nst_xml_begin (xml, "w:tcBorders");
  if (!inner)
    put_border (xml, "w:top", "single", HEADER_RULE);
  if (!inner || !first)
    put_border (xml, "w:left", "single", HEADER_RULE);
  put_border (xml, "w:bottom", "single", HEADER_RULE);
  if (!inner || !last)
    put_border (xml, "w:right", "single", HEADER_RULE);
  nst_xml_end (xml);
}

static gboolean
has_flush (const NstRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (((const NstCell *) g_ptr_array_index (row->cells, i))->flush)
      return TRUE;
  return FALSE;
}

static void
write_cell (NstXml *xml, const NstCell *cell, const NstRow *row, guint column, guint n_rows,
            gboolean inner, const NstDocxPlace *place)
{
  static const char *const valigns[] = { NULL, "center", "bottom" };
  const NstTable *table = place->table;
  NstDocxPlace own = *place;
  int width = get_edge (table, column + cell->span) - get_edge (table, column);
  gboolean flush = cell->flush;

  own.width = width * 25.4 / 1440 - (flush ? 0 : 2 * table->pad_x);
  own.smaller = nst_looks_get_smaller (place->looks, table, cell, own.width);
  nst_xml_begin (xml, "w:tc");
  nst_xml_begin (xml, "w:tcPr");
  put_measure (xml, "w:tcW", width);
  if (cell->span > 1)
    nst_xml_put_int (xml, "w:gridSpan", "w:val", (int) cell->span);
  if (cell->joined || n_rows > 1)
    nst_xml_put (xml, "w:vMerge", "w:val", cell->joined ? "continue" : "restart");
  if (place->header && table->ruled)
    put_header_rules (xml, inner, column == 0, column + cell->span >= table->columns->len);
  /* In Word the widest margin of a row is that of all its cells. */
  if (has_flush (row))
    {
      put_margins (xml, "w:tcMar", flush ? 0 : nst_look_get_padding (table), 0);
      own.before = own.after = flush ? 0 : table->pad_y * 72 / 25.4;
    }
  if (cell->valign != NST_VALIGN_TOP)
    nst_xml_put (xml, "w:vAlign", "w:val", valigns[cell->valign]);
  nst_xml_end (xml);
  write_blocks (xml, cell->blocks, 0, cell->blocks->len, &own);
  nst_xml_end (xml);
}

static void
write_row (NstXml *xml, GPtrArray *rows, guint number, gboolean inner, const NstDocxPlace *place)
{
  const NstRow *row = g_ptr_array_index (rows, number);
  gboolean last = !place->header && number + 1 == rows->len;
  const NstTable *table = place->table;
  NstDocxPlace own = *place;
  guint column = 0;

  own.keep = place->keep || place->header || row->keep_next || (table->signature && !last) ||
             nst_looks_keeps (place->looks, row);
  nst_xml_begin (xml, "w:tr");
  nst_xml_begin (xml, "w:trPr");
  if (place->header || nst_looks_keeps_whole (place->looks, table, row))
    nst_xml_put (xml, "w:cantSplit", NULL, NULL);
  if (row->min_height > 0)
    {
      nst_xml_begin (xml, "w:trHeight");
      nst_xml_set_int (xml, "w:val", nst_docx_twips (row->min_height));
      nst_xml_set (xml, "w:hRule", "atLeast");
      nst_xml_end (xml);
    }
  if (place->header)
    nst_xml_put (xml, "w:tblHeader", NULL, NULL);
  nst_xml_end (xml);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const NstCell *cell = g_ptr_array_index (row->cells, i);

      write_cell (xml, cell, row, column, nst_joined_count (rows, number, column), inner, &own);
      column += cell->span;
    }
  nst_xml_end (xml);
}

static void
write_table (NstXml *xml, const NstTable *table, const NstDocxPlace *place)
{
  NstDocxPlace own = *place;
  gboolean inner = place->table != NULL;

  own.table = table;
  own.before = 0;
  own.after = 0;
  own.section = NULL;
  nst_xml_begin (xml, "w:tbl");
  put_table_properties (xml, table, inner);
  own.header = TRUE;
  for (guint i = 0; i < table->header->len; i++)
    write_row (xml, table->header, i, inner, &own);
  own.header = FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    write_row (xml, table->rows, i, inner, &own);
  nst_xml_end (xml);
}

static const NstBlock *
get_block (GPtrArray *blocks, guint i, guint end)
{
  return i < end ? g_ptr_array_index (blocks, i) : NULL;
}

/* Blocks that are written as a paragraph. */
static gboolean
is_text (const NstBlock *block)
{
  return block->type == NST_BLOCK_PARAGRAPH || block->type == NST_BLOCK_RULE ||
         block->type == NST_BLOCK_FIGURE;
}

static gboolean
is_table (const NstBlock *block)
{
  return block != NULL && block->type == NST_BLOCK_TABLE;
}

/* What stands between two tables, else Word makes one of them. */
static void
part_tables (NstXml *xml, const NstTable *table, double *free_space, const NstDocxPlace *place)
{
  NstDocxPlace own = *place;

  own.before = 0;
  own.after = 0;
  own.section = NULL;
  own.keep |= table->signature;
  nst_docx_write_gap (xml, &own, *free_space + table->before, FALSE);
  *free_space = 0;
}

/* Tables have no space of their own in Word: the paragraphs around them get it. */
static void
write_blocks (NstXml *xml, GPtrArray *blocks, guint first, guint end, const NstDocxPlace *place)
{
  double free_space = place->before;
  NstDocxPlace own = *place;

  for (guint i = first; i < end; i++)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);
      const NstBlock *next = get_block (blocks, i + 1, end);

      own.before = free_space;
      own.after = next != NULL ? 0 : place->after;
      own.section = next != NULL ? NULL : place->section;
      if (is_table (next))
        own.after = next->table->before;
      if (is_table (block))
        {
          if (i > first && is_table (g_ptr_array_index (blocks, i - 1)))
            part_tables (xml, block->table, &free_space, &own);
          write_table (xml, block->table, &own);
          free_space = block->table->after;
          continue;
        }
      if (block->type == NST_BLOCK_PARAGRAPH)
        nst_docx_write_paragraph (xml, block->paragraph, &own);
      else if (block->type == NST_BLOCK_RULE)
        {
          own.before += block->before;
          own.after += block->after;
          nst_docx_write_gap (xml, &own, SPACER, TRUE);
        }
      else if (block->type == NST_BLOCK_FIGURE)
        {
          own.before += block->before;
          own.after += block->after;
          nst_docx_write_picture (xml, block->figure, &own);
        }
      else
        continue;
      free_space = 0;
    }
  if (end > first && is_text (g_ptr_array_index (blocks, end - 1)))
    return;
  own = *place;
  own.before = 0;
  own.after = 0;
  nst_docx_write_gap (xml, &own, SPACER, FALSE);
}

/**
 * nst_docx_write_document:
 * @xml: gets the content of the part
 * @tree: a document
 * @looks: its styles
 * @pictures: (element-type GBytes): gets what figures look like, in order
 */
void
nst_docx_write_document (NstXml *xml, const NstTree *tree, NstLooks *looks, GPtrArray *pictures)
{
  NstDocxPlace place = { 0 };
  const NstSheet *sheet = &tree->sheet;
  guint start = 0;

  place.tree = tree;
  place.looks = looks;
  place.pictures = pictures;
  place.first = TRUE;
  nst_xml_begin (xml, "w:body");
  for (guint i = 0; i <= tree->blocks->len; i++)
    {
      const NstBlock *block = get_block (tree->blocks, i, tree->blocks->len);

      if (block != NULL && block->type != NST_BLOCK_SECTION)
        continue;
      place.width = sheet->width - sheet->left - sheet->right;
      place.section = block != NULL ? sheet : NULL;
      if (i > start)
        {
          write_blocks (xml, tree->blocks, start, i, &place);
          place.first &= block == NULL;
        }
      if (block == NULL)
        break;
      sheet = block->sheet;
      start = i + 1;
    }
  nst_docx_write_section (xml, tree, sheet, place.first);
  nst_xml_end (xml);
}
