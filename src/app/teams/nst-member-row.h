/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person of a working group; opened, its fields are edited in place. */
#pragma once

#include "store/nst-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_MEMBER_ROW (nst_member_row_get_type ())
G_DECLARE_FINAL_TYPE (NstMemberRow, nst_member_row, NST, MEMBER_ROW, AdwExpanderRow)

GtkWidget *nst_member_row_new (NstOffice *office, NstRecord *member);
NstRecord *nst_member_row_get_member (NstMemberRow *self);
gboolean nst_member_row_has_role (NstMemberRow *self, const char *role);
void nst_member_row_update (NstMemberRow *self, guint position, guint count);
void nst_member_row_edit (NstMemberRow *self, const char *field);

G_END_DECLS
