/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of teams: registry and card. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TEAMS_VIEW (nst_teams_view_get_type ())
G_DECLARE_FINAL_TYPE (NstTeamsView, nst_teams_view, NST, TEAMS_VIEW, GtkWidget)

G_END_DECLS
