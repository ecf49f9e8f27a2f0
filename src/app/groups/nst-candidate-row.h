/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A team that could help: points, reasons line by line, or why it cannot be chosen. */
#pragma once

#include "rules/nst-matching.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_CANDIDATE_ROW (nst_candidate_row_get_type ())
G_DECLARE_FINAL_TYPE (NstCandidateRow, nst_candidate_row, NST, CANDIDATE_ROW, GtkListBoxRow)

/* @group: radio button of the first row, NULL for that one. Signal "chosen". */
GtkWidget *nst_candidate_row_new (NstMatch *match, const char *leader, gboolean best,
                                  GtkCheckButton *group);
NstRecord *nst_candidate_row_get_team (NstCandidateRow *self);
gboolean nst_candidate_row_has_condition (NstCandidateRow *self);
GtkCheckButton *nst_candidate_row_get_check (NstCandidateRow *self);
void nst_candidate_row_set_chosen (NstCandidateRow *self, gboolean chosen);
void nst_candidate_row_toggle_reasons (NstCandidateRow *self);

G_END_DECLS
