/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of teams: search, chips, sortable table. */
#pragma once

#include "app/teams/nst-team-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TEAMS_LIST (nst_teams_list_get_type ())
G_DECLARE_FINAL_TYPE (NstTeamsList, nst_teams_list, NST, TEAMS_LIST, GtkWidget)

/* Signals "selected" (NstRecord or NULL) and "activated" (NstRecord). */
void nst_teams_list_set_office (NstTeamsList *self, NstOffice *office);
NstRecord *nst_teams_list_get_selected (NstTeamsList *self);
void nst_teams_list_select (NstTeamsList *self, gint64 team);
void nst_teams_list_focus (NstTeamsList *self);
void nst_teams_list_focus_search (NstTeamsList *self);
GListModel *nst_teams_list_get_shown (NstTeamsList *self);

G_END_DECLS
