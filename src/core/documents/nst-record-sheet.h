/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as a sheet, in the columns that the scheme asks for. */
#pragma once

#include "documents/nst-spreadsheet.h"
#include "store/nst-office.h"

G_BEGIN_DECLS

NstSpreadsheet *nst_record_sheet_make (NstOffice *office, const NstKind *kind, GPtrArray *records,
                                       GError **error);
NstSpreadsheet *nst_record_sheet_make_control (NstOffice *office, NstRecord *group);
char *nst_record_sheet_dup_file_name (NstOffice *office, const NstKind *kind,
                                      NstSpreadsheetFormat format);
gboolean nst_record_sheet_save (NstOffice *office, const NstKind *kind, GPtrArray *records,
                                const char *path, GError **error);

G_END_DECLS
