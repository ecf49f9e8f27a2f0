/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mentoring groups: search, chips, rows. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_GROUPS_LIST (nst_groups_list_get_type ())
G_DECLARE_FINAL_TYPE (NstGroupsList, nst_groups_list, NST, GROUPS_LIST, GtkWidget)

/* Signals "selected" (NstRecord or NULL) and "activated". */
void nst_groups_list_set_office (NstGroupsList *self, NstOffice *office);
NstRecord *nst_groups_list_get_selected (NstGroupsList *self);
void nst_groups_list_select (NstGroupsList *self, gint64 group);
void nst_groups_list_focus (NstGroupsList *self);
void nst_groups_list_focus_search (NstGroupsList *self);
GListModel *nst_groups_list_get_shown (NstGroupsList *self);

G_END_DECLS
