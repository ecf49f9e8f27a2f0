/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group in the list: number, teams, progress, state. */
#pragma once

#include "app/groups/nst-group-fact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_GROUP_ROW (nst_group_row_get_type ())
G_DECLARE_FINAL_TYPE (NstGroupRow, nst_group_row, NST, GROUP_ROW, GtkWidget)

GtkWidget *nst_group_row_new (void);
void nst_group_row_show (NstGroupRow *self, NstOffice *office, NstRecord *group,
                         const NstGroupFact *fact, gboolean narrow);

G_END_DECLS
