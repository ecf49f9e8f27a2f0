/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines as a table, JSON or CSV, searched and sorted by what is shown. */
#pragma once

#include "cli/nst-cli.h"

G_BEGIN_DECLS

GPtrArray *nst_deadline_rows_collect (NstOffice *office, const GDate *until);
gboolean nst_deadline_rows_choose (GPtrArray *deadlines, char **where, const char *search,
                                   const char *sort, int limit, GError **error);
void nst_deadline_rows_print_table (GPtrArray *deadlines);
void nst_deadline_rows_print_json (GPtrArray *deadlines);
void nst_deadline_rows_print_csv (GPtrArray *deadlines);

G_END_DECLS
