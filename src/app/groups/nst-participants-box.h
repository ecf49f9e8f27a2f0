/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part in a group, with the day of each consent, recorded in place. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PARTICIPANTS_BOX (nst_participants_box_get_type ())
G_DECLARE_FINAL_TYPE (NstParticipantsBox, nst_participants_box, NST, PARTICIPANTS_BOX, GtkWidget)

void nst_participants_box_set_group (NstParticipantsBox *self, NstOffice *office,
                                     NstRecord *group);
void nst_participants_box_add (NstParticipantsBox *self);

G_END_DECLS
