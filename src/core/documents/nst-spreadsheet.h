/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of typed cells, and the files that Excel and Calc open. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NstCellType:
 * @NST_CELL_TEXT: words; several lines are parted by "\n"
 * @NST_CELL_CODE: words that only look like a number or a day: "007", "1-М", "12.2021"
 * @NST_CELL_NUMBER: digits, a minus sign and a point: "83.3"
 * @NST_CELL_DATE: YYYY-MM-DD
 *
 * What a cell holds besides its text. Nothing that is given is ever a formula.
 */
typedef enum
{
  NST_CELL_TEXT,
  NST_CELL_CODE,
  NST_CELL_NUMBER,
  NST_CELL_DATE,
} NstCellType;

/**
 * NstSpreadsheetFormat:
 * @NST_SPREADSHEET_XLSX: for Excel
 * @NST_SPREADSHEET_ODS: for Calc
 * @NST_SPREADSHEET_CSV: for other programs
 */
typedef enum
{
  NST_SPREADSHEET_XLSX,
  NST_SPREADSHEET_ODS,
  NST_SPREADSHEET_CSV,
} NstSpreadsheetFormat;

typedef struct _NstSheet NstSpreadsheet;

NstSpreadsheet *nst_spreadsheet_new (const char *title, const char *date);
void nst_spreadsheet_free (NstSpreadsheet *self);
void nst_spreadsheet_add_column (NstSpreadsheet *self, const char *heading, double width);
void nst_spreadsheet_begin_row (NstSpreadsheet *self);
void nst_spreadsheet_add_cell (NstSpreadsheet *self, NstCellType type, const char *text);

guint nst_spreadsheet_get_n_columns (const NstSpreadsheet *self);
guint nst_spreadsheet_get_n_rows (const NstSpreadsheet *self);
const char *nst_spreadsheet_get_heading (const NstSpreadsheet *self, guint column);
const char *nst_spreadsheet_get_text (const NstSpreadsheet *self, guint row, guint column);
NstCellType nst_spreadsheet_get_type (const NstSpreadsheet *self, guint row, guint column);

GBytes *nst_spreadsheet_write (const NstSpreadsheet *self, NstSpreadsheetFormat format,
                               GError **error);
gboolean nst_spreadsheet_format_find (const char *file_name, NstSpreadsheetFormat *format);
const char *nst_spreadsheet_format_get_name (NstSpreadsheetFormat format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstSpreadsheet, nst_spreadsheet_free)

G_END_DECLS
