/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a group plans to tell others of its experience: events and publications. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DISSEMINATION_BOX (nst_dissemination_box_get_type ())
G_DECLARE_FINAL_TYPE (NstDisseminationBox, nst_dissemination_box, NST, DISSEMINATION_BOX,
                      GtkWidget)

void nst_dissemination_box_set_group (NstDisseminationBox *self, NstOffice *office,
                                      NstRecord *group);

G_END_DECLS
