/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of the registry is shown: a territory, a year; what is said of it. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TEAMS_PLACES (nst_teams_places_get_type ())
G_DECLARE_FINAL_TYPE (NstTeamsPlaces, nst_teams_places, NST, TEAMS_PLACES, GtkWidget)

/* Signal "changed": another territory, year or way of choosing. */
void nst_teams_places_set_office (NstTeamsPlaces *self, NstOffice *office);
void nst_teams_places_choose_all (NstTeamsPlaces *self);
gboolean nst_teams_places_is_chosen (NstTeamsPlaces *self);
gboolean nst_teams_places_fits (NstTeamsPlaces *self, NstRecord *team);

G_END_DECLS
