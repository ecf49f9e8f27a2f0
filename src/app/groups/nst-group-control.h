/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the work of a group goes, as its curator watches it, and what was done with it. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_GROUP_CONTROL (nst_group_control_get_type ())
G_DECLARE_FINAL_TYPE (NstGroupControl, nst_group_control, NST, GROUP_CONTROL, GtkWidget)

void nst_group_control_set_group (NstGroupControl *self, NstOffice *office, NstRecord *group);

G_END_DECLS
