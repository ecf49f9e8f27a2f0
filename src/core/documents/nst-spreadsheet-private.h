/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers of the three formats see of a sheet. */
#pragma once

#include "documents/nst-spreadsheet.h"

G_BEGIN_DECLS

typedef struct
{
  NstCellType type;
  char *text; /* NULL when it is empty */
} NstCell;

typedef struct
{
  char *heading;
  double width; /* mm */
} NstSpreadsheetColumn;

struct _NstSheet
{
  char *title;
  char *date;         /* YYYY-MM-DD, NULL when unknown */
  GPtrArray *columns; /* NstSpreadsheetColumn */
  GPtrArray *rows;    /* GArray of NstCell; never longer than there are columns */
};

GBytes *nst_spreadsheet_to_xlsx (const NstSpreadsheet *self, GError **error);
GBytes *nst_spreadsheet_to_ods (const NstSpreadsheet *self, GError **error);
GBytes *nst_spreadsheet_to_csv (const NstSpreadsheet *self);
char *nst_spreadsheet_dup_tab_name (const NstSpreadsheet *self);

G_END_DECLS
