/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adds a person to a working group: somebody known, or somebody typed anew. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_MEMBER_ADD (nst_member_add_get_type ())
G_DECLARE_FINAL_TYPE (NstMemberAdd, nst_member_add, NST, MEMBER_ADD, GtkPopover)

void nst_member_add_set_team (NstMemberAdd *self, NstOffice *office, NstRecord *team);

G_END_DECLS
