/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working group of a team: its people, edited in place. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_MEMBERS_BOX (nst_members_box_get_type ())
G_DECLARE_FINAL_TYPE (NstMembersBox, nst_members_box, NST, MEMBERS_BOX, GtkWidget)

void nst_members_box_set_team (NstMembersBox *self, NstOffice *office, NstRecord *team);
void nst_members_box_add (NstMembersBox *self);
void nst_members_box_open (NstMembersBox *self, NstRecord *member, const char *field);

G_END_DECLS
