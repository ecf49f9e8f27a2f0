/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of typed cells. */
#include "config.h"

#include "documents/nst-spreadsheet.h"

#include "documents/nst-spreadsheet-private.h"

#include <string.h>

/* Excel takes no longer name for a tab. */
#define TAB_NAME_MAX 31

static const char *const names[] = { "xlsx", "ods", "csv" };

static void
clear_cell (gpointer data)
{
  g_free (((NstCell *) data)->text);
}

static void
free_column (gpointer data)
{
  NstSpreadsheetColumn *column = data;

  g_free (column->heading);
  g_free (column);
}

static void
free_row (gpointer data)
{
  g_array_unref (data);
}

/**
 * nst_spreadsheet_new:
 * @title: what it lists
 * @date: (nullable): day that the file bears, YYYY-MM-DD
 *
 * Returns: (transfer full): a sheet without columns
 */
NstSpreadsheet *
nst_spreadsheet_new (const char *title, const char *date)
{
  NstSpreadsheet *self = g_new0 (NstSpreadsheet, 1);

  self->title = g_strdup (title);
  self->date = g_strdup (date);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * nst_spreadsheet_free:
 * @self: (nullable): a sheet
 */
void
nst_spreadsheet_free (NstSpreadsheet *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->date);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * nst_spreadsheet_add_column:
 * @self: a sheet
 * @heading: stands in the first row, which stays on the screen and on every page
 * @width: mm, > 0
 *
 * All columns are added before the first row.
 */
void
nst_spreadsheet_add_column (NstSpreadsheet *self, const char *heading, double width)
{
  NstSpreadsheetColumn *column = g_new0 (NstSpreadsheetColumn, 1);

  g_return_if_fail (self->rows->len == 0 && width > 0);
  column->heading = g_strdup (heading);
  column->width = width;
  g_ptr_array_add (self->columns, column);
}

/**
 * nst_spreadsheet_begin_row:
 * @self: a sheet
 *
 * Cells that are added from here on stand in a new row, from the left.
 */
void
nst_spreadsheet_begin_row (NstSpreadsheet *self)
{
  GArray *row = g_array_sized_new (FALSE, FALSE, sizeof (NstCell), self->columns->len);

  g_array_set_clear_func (row, clear_cell);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_number (const char *text)
{
  const char *p = *text == '-' ? text + 1 : text;
  gsize digits = strspn (p, "0123456789");

  if (digits == 0)
    return FALSE;
  p += digits;
  return *p == '\0' ||
         (*p == '.' && p[1] != '\0' && strspn (p + 1, "0123456789") == strlen (p + 1));
}

static gboolean
is_date (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);
  GDate day;

  if (strlen (text) != 10 || g_strv_length (parts) != 3)
    return FALSE;
  g_date_clear (&day, 1);
  g_date_set_parse (&day, text);
  return g_date_valid (&day);
}

/**
 * nst_spreadsheet_add_cell:
 * @self: a sheet with a row
 * @type: what it holds; a number or a day that is none becomes text
 * @text: (nullable): its text; %NULL and "" leave it empty
 */
void
nst_spreadsheet_add_cell (NstSpreadsheet *self, NstCellType type, const char *text)
{
  NstCell cell = { type, NULL };
  GArray *row;

  g_return_if_fail (self->rows->len > 0);
  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_return_if_fail (row->len < self->columns->len);
  if (text != NULL && *text != '\0')
    cell.text = g_utf8_make_valid (text, -1);
  if (cell.text != NULL && ((type == NST_CELL_NUMBER && !is_number (cell.text)) ||
                            (type == NST_CELL_DATE && !is_date (cell.text))))
    cell.type = NST_CELL_TEXT;
  g_array_append_val (row, cell);
}

/**
 * nst_spreadsheet_get_n_columns:
 * @self: a sheet
 *
 * Returns: how many columns it has
 */
guint
nst_spreadsheet_get_n_columns (const NstSpreadsheet *self)
{
  return self->columns->len;
}

/**
 * nst_spreadsheet_get_n_rows:
 * @self: a sheet
 *
 * Returns: how many rows it has beside the one of headings
 */
guint
nst_spreadsheet_get_n_rows (const NstSpreadsheet *self)
{
  return self->rows->len;
}

/**
 * nst_spreadsheet_get_heading:
 * @self: a sheet
 * @column: from 0
 *
 * Returns: what stands over the column
 */
const char *
nst_spreadsheet_get_heading (const NstSpreadsheet *self, guint column)
{
  return ((NstSpreadsheetColumn *) g_ptr_array_index (self->columns, column))->heading;
}

static const NstCell *
get_cell (const NstSpreadsheet *self, guint row, guint column)
{
  GArray *cells = g_ptr_array_index (self->rows, row);

  return column < cells->len ? &g_array_index (cells, NstCell, column) : NULL;
}

/**
 * nst_spreadsheet_get_text:
 * @self: a sheet
 * @row: from 0, without the headings
 * @column: from 0
 *
 * Returns: (nullable): what stands in the cell, %NULL when it is empty
 */
const char *
nst_spreadsheet_get_text (const NstSpreadsheet *self, guint row, guint column)
{
  const NstCell *cell = get_cell (self, row, column);

  return cell != NULL ? cell->text : NULL;
}

/**
 * nst_spreadsheet_get_type:
 * @self: a sheet
 * @row: from 0, without the headings
 * @column: from 0
 *
 * Returns: what the cell holds
 */
NstCellType
nst_spreadsheet_get_type (const NstSpreadsheet *self, guint row, guint column)
{
  const NstCell *cell = get_cell (self, row, column);

  return cell != NULL ? cell->type : NST_CELL_TEXT;
}

/* The title as the name of a tab: short, and without the signs that Excel forbids in it. */
char *
nst_spreadsheet_dup_tab_name (const NstSpreadsheet *self)
{
  g_autofree char *name =
      g_utf8_substring (self->title, 0, MIN (TAB_NAME_MAX, g_utf8_strlen (self->title, -1)));

  return g_strstrip (g_strdelimit (g_steal_pointer (&name), "[]:*?/\\'\n", ' '));
}

/**
 * nst_spreadsheet_write:
 * @self: a sheet
 * @format: of the file
 * @error: (nullable): where to put what went wrong
 *
 * The same sheet gives the same bytes.
 *
 * Returns: (transfer full) (nullable): a whole file
 */
GBytes *
nst_spreadsheet_write (const NstSpreadsheet *self, NstSpreadsheetFormat format, GError **error)
{
  switch (format)
    {
    case NST_SPREADSHEET_XLSX:
      return nst_spreadsheet_to_xlsx (self, error);
    case NST_SPREADSHEET_ODS:
      return nst_spreadsheet_to_ods (self, error);
    case NST_SPREADSHEET_CSV:
    default:
      return nst_spreadsheet_to_csv (self);
    }
}

/**
 * nst_spreadsheet_format_find:
 * @file_name: name of a file
 * @format: (out): the format that its ending names
 *
 * Returns: whether there is one
 */
gboolean
nst_spreadsheet_format_find (const char *file_name, NstSpreadsheetFormat *format)
{
  const char *dot = strrchr (file_name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (dot + 1, names[i]) == 0)
      {
        *format = (NstSpreadsheetFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * nst_spreadsheet_format_get_name:
 * @format: a format
 *
 * Returns: "xlsx", "ods", "csv": the ending of its files
 */
const char *
nst_spreadsheet_format_get_name (NstSpreadsheetFormat format)
{
  return names[format];
}
