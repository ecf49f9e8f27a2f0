/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new team in the detail pane: organisation, territory, role; one change. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TEAM_NEW (nst_team_new_get_type ())
G_DECLARE_FINAL_TYPE (NstTeamNew, nst_team_new, NST, TEAM_NEW, GtkWidget)

/* Signals "created" (NstRecord) and "cancelled". */
void nst_team_new_start (NstTeamNew *self, NstOffice *office);

G_END_DECLS
