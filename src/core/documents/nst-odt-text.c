/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a tree as Writer has them: paragraphs, tables, pages. */
#include "config.h"

#include "documents/nst-joined.h"
#include "documents/nst-odt-private.h"

/* Of cells: where their text stands, padding, place, header. */
#define N_SORTS 128

#define RULE "0.5pt solid #000000"
#define HEADER_RULE "0.7pt solid #000000"

static void write_blocks (NstXml *xml, GPtrArray *blocks, guint first, guint end,
                          const NstOdtPlace *place);

static const char *
get_table_style (const NstTable *table, const NstOdtPlace *place)
{
  NstXml *properties = nst_xml_new ();

  nst_xml_begin (properties, "style:table-properties");
  nst_xml_set_length (properties, "style:width", nst_table_get_width (table), "mm");
  nst_xml_set (properties, "table:align", "left");
  nst_xml_set (properties, "fo:margin-left", "0mm");
  nst_xml_set_length (properties, "fo:margin-top", table->before, "pt");
  nst_xml_set_length (properties, "fo:margin-bottom", table->after, "pt");
  nst_xml_set (properties, "table:border-model", "collapsing");
  if (table->signature)
    nst_xml_set (properties, "style:may-break-between-rows", "false");
  if (place->keep)
    nst_xml_set (properties, "fo:keep-with-next", "always");
  nst_xml_end (properties);
  return nst_odt_styles_add (place->styles, "table", NULL, place->page, properties);
}

static void
write_columns (NstXml *xml, const NstTable *table, NstOdtStyles *styles)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      NstXml *properties = nst_xml_new ();

      nst_xml_begin (properties, "style:table-column-properties");
      nst_xml_set_length (properties, "style:column-width",
                          g_array_index (table->columns, double, i), "mm");
      nst_xml_end (properties);
      nst_xml_put (xml, "table:table-column", "table:style-name",
                   nst_odt_styles_add (styles, "table-column", NULL, NULL, properties));
    }
}

static const char *
get_row_style (const NstRow *row, const NstOdtPlace *place)
{
  gboolean whole = place->header || nst_looks_keeps_whole (place->looks, place->table, row);
  NstXml *properties = nst_xml_new ();

  nst_xml_begin (properties, "style:table-row-properties");
  if (row->min_height > 0)
    nst_xml_set_length (properties, "style:min-row-height", row->min_height, "mm");
  nst_xml_set (properties, "fo:keep-together", whole ? "always" : "auto");
  nst_xml_end (properties);
  return nst_odt_styles_add (place->styles, "table-row", NULL, NULL, properties);
}

/* Where a cell stands in its table. */
typedef struct
{
  gboolean inner;
  gboolean top;
  gboolean left;
} Corner;

/* The frame of an inner table is the frame of its cell. */
static void
put_borders (NstXml *xml, const Corner *corner, const NstOdtPlace *place)
{
  const char *rule = place->header ? HEADER_RULE : RULE;

  if (!place->table->ruled)
    nst_xml_set (xml, "fo:border", "none");
  else if (!corner->inner)
    nst_xml_set (xml, "fo:border", rule);
  else
    {
      nst_xml_set (xml, "fo:border-right", "none");
      nst_xml_set (xml, "fo:border-bottom", "none");
      nst_xml_set (xml, "fo:border-left", corner->left ? "none" : rule);
      nst_xml_set (xml, "fo:border-top", corner->top ? "none" : rule);
    }
}

/* In Writer the widest padding of a row is that of all its cells. */
static gboolean
has_flush (const NstRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (((const NstCell *) g_ptr_array_index (row->cells, i))->flush)
      return TRUE;
  return FALSE;
}

static NstXml *
make_cell_style (const NstCell *cell, gboolean low, const Corner *corner,
                 const NstOdtPlace *place)
{
  static const char *const valigns[] = { "top", "middle", "bottom" };
  const NstTable *table = place->table;
  double side = cell->flush ? 0 : nst_look_get_padding (table);
  double above = low ? 0 : table->pad_y;
  NstXml *properties = nst_xml_new ();

  nst_xml_begin (properties, "style:table-cell-properties");
  nst_xml_set (properties, "style:vertical-align", valigns[cell->valign]);
  nst_xml_set_length (properties, "fo:padding-left", side, "mm");
  nst_xml_set_length (properties, "fo:padding-right", side, "mm");
  nst_xml_set_length (properties, "fo:padding-top", above, "mm");
  nst_xml_set_length (properties, "fo:padding-bottom", above, "mm");
  put_borders (properties, corner, place);
  nst_xml_end (properties);
  return properties;
}

/* A long table has few sorts of cells. */
static const char *
get_cell_style (const NstCell *cell, gboolean low, const Corner *corner, const NstOdtPlace *place)
{
  guint sort = (guint) cell->valign | (low ? 4 : 0) | (cell->flush ? 8 : 0) |
               (corner->top ? 16 : 0) | (corner->left ? 32 : 0) | (place->header ? 64 : 0);

  if (place->cells[sort] == NULL)
    place->cells[sort] = nst_odt_styles_add (place->styles, "table-cell", NULL, NULL,
                                             make_cell_style (cell, low, corner, place));
  return place->cells[sort];
}

static void
write_cell (NstXml *xml, const NstCell *cell, const NstRow *row, guint column, guint n_rows,
            const Corner *corner, const NstOdtPlace *place)
{
  NstOdtPlace own = *place;
  gboolean low = has_flush (row);

  if (cell->joined)
    {
      for (guint i = 0; i < cell->span; i++)
        nst_xml_put (xml, "table:covered-table-cell", NULL, NULL);
      return;
    }

  own.width = cell->flush ? 0 : -2 * place->table->pad_x;
  for (guint i = column; i < column + cell->span && i < place->table->columns->len; i++)
    own.width += g_array_index (place->table->columns, double, i);
  if (low && !cell->flush)
    own.before = own.after = place->table->pad_y * 72 / 25.4;
  own.smaller = nst_looks_get_smaller (place->looks, place->table, cell, own.width);
  nst_xml_begin (xml, "table:table-cell");
  nst_xml_set (xml, "table:style-name", get_cell_style (cell, low, corner, place));
  if (cell->span > 1)
    nst_xml_set_int (xml, "table:number-columns-spanned", (int) cell->span);
  if (n_rows > 1)
    nst_xml_set_int (xml, "table:number-rows-spanned", (int) n_rows);
  nst_xml_set (xml, "office:value-type", "string");
  write_blocks (xml, cell->blocks, 0, cell->blocks->len, &own);
  nst_xml_end (xml);
  for (guint i = 1; i < cell->span; i++)
    nst_xml_put (xml, "table:covered-table-cell", NULL, NULL);
}

static void
write_row (NstXml *xml, GPtrArray *rows, guint number, Corner corner, const NstOdtPlace *place)
{
  const NstRow *row = g_ptr_array_index (rows, number);
  gboolean last = !place->header && number + 1 == rows->len;
  NstOdtPlace own = *place;
  guint column = 0;

  own.keep = place->keep || row->keep_next || (place->table->signature && !last) ||
             nst_looks_keeps (place->looks, row);
  nst_xml_begin (xml, "table:table-row");
  nst_xml_set (xml, "table:style-name", get_row_style (row, place));
  for (guint i = 0; i < row->cells->len; i++)
    {
      const NstCell *cell = g_ptr_array_index (row->cells, i);

      corner.left = column == 0;
      write_cell (xml, cell, row, column, nst_joined_count (rows, number, column), &corner, &own);
      column += cell->span;
    }
  nst_xml_end (xml);
}

static void
write_table (NstXml *xml, const NstTable *table, const NstOdtPlace *place)
{
  NstOdtPlace own = *place;
  Corner corner = { place->table != NULL, TRUE, TRUE };
  const char *cells[N_SORTS] = { NULL };

  own.table = table;
  own.cells = cells;
  own.before = 0;
  own.after = 0;
  own.page = NULL;
  nst_xml_begin (xml, "table:table");
  nst_xml_set (xml, "table:style-name", get_table_style (table, place));
  write_columns (xml, table, place->styles);
  if (table->header->len > 0)
    nst_xml_begin (xml, "table:table-header-rows");
  own.header = TRUE;
  for (guint i = 0; i < table->header->len; i++)
    {
      write_row (xml, table->header, i, corner, &own);
      corner.top = FALSE;
    }
  if (table->header->len > 0)
    nst_xml_end (xml);
  own.header = FALSE;
  for (guint i = 0; i < table->rows->len; i++)
    {
      write_row (xml, table->rows, i, corner, &own);
      corner.top = FALSE;
    }
  nst_xml_end (xml);
}

/* A cell ends with a paragraph. */
static gboolean
needs_paragraph (GPtrArray *blocks, guint end)
{
  return end == 0 ||
         ((const NstBlock *) g_ptr_array_index (blocks, end - 1))->type == NST_BLOCK_TABLE;
}

static void
write_blocks (NstXml *xml, GPtrArray *blocks, guint first, guint end, const NstOdtPlace *place)
{
  NstOdtPlace own = *place;

  for (guint i = first; i < end; i++)
    {
      const NstBlock *block = g_ptr_array_index (blocks, i);

      own.page = i == first ? place->page : NULL;
      own.before = i == first ? place->before : 0;
      own.after = i + 1 == end ? place->after : 0;
      if (block->type == NST_BLOCK_PARAGRAPH)
        nst_odt_write_paragraph (xml, block->paragraph, &own);
      else if (block->type == NST_BLOCK_TABLE)
        write_table (xml, block->table, &own);
      else if (block->type == NST_BLOCK_RULE)
        nst_odt_write_rule (xml, block, &own);
      else if (block->type == NST_BLOCK_FIGURE)
        nst_odt_write_figure (xml, block, &own);
    }
  if (place->table != NULL && needs_paragraph (blocks, end))
    nst_odt_write_gap (xml, place);
}

/**
 * nst_odt_write_text:
 * @xml: gets the document's text
 * @tree: a document
 * @looks: its styles
 * @styles: gets those that differ
 * @pictures: (element-type GBytes): gets what figures look like, in order
 */
void
nst_odt_write_text (NstXml *xml, const NstTree *tree, NstLooks *looks, NstOdtStyles *styles,
                    GPtrArray *pictures)
{
  NstOdtPlace place = { 0 };
  const NstSheet *sheet = &tree->sheet;
  guint section = 0;
  guint start = 0;

  place.looks = looks;
  place.styles = styles;
  place.pictures = pictures;
  for (guint i = 0; i <= tree->blocks->len; i++)
    {
      const NstBlock *block = i < tree->blocks->len ? g_ptr_array_index (tree->blocks, i) : NULL;
      g_autofree char *page = nst_odt_dup_page (section);

      if (block != NULL && block->type != NST_BLOCK_SECTION)
        continue;
      place.width = sheet->width - sheet->left - sheet->right;
      place.page = page;
      if (i > start)
        write_blocks (xml, tree->blocks, start, i, &place);
      if (block == NULL)
        break;
      sheet = block->sheet;
      section++;
      start = i + 1;
    }
  /* Writer ends with a paragraph, too, and would put one as high as a line. */
  if (start < tree->blocks->len && needs_paragraph (tree->blocks, tree->blocks->len))
    nst_odt_write_gap (xml, &place);
}
