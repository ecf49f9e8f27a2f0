/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding of a rule where it is broken: what is wrong, what to do, which paragraph. */
#pragma once

#include "rules/nst-finding.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_FINDING_ROW (nst_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (NstFindingRow, nst_finding_row, NST, FINDING_ROW, GtkWidget)

GtkWidget *nst_finding_row_new (const NstFinding *finding);
/* The same row for what is no rule: an input that was refused. */
GtkWidget *nst_finding_row_new_message (const char *text, const char *remedy);

/* Replaces what is in @box by rows for findings of @field (NULL: all of them); gives their
 * number and hides an empty box. */
guint nst_finding_list_fill (GtkBox *box, GPtrArray *findings, const char *field);

G_END_DECLS
