/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as JSON, as CSV and as a readable table. */
#pragma once

#include "cli/nst-cli.h"

G_BEGIN_DECLS

void nst_render_fields (NstJson *json, NstOffice *office, NstRecord *record);
void nst_render_json (NstOffice *office, GPtrArray *records);
void nst_render_csv (NstOffice *office, const NstKind *kind, GPtrArray *records);
void nst_render_csv_cell (GString *line, const char *text);
void nst_render_table (NstOffice *office, const NstKind *kind, GPtrArray *records);
char *nst_render_title (NstOffice *office, NstRecord *record);
char *nst_render_value (NstOffice *office, NstRecord *record, const NstField *field);
void nst_render_rows (GPtrArray *rows);

G_END_DECLS
