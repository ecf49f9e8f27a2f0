/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of the table of teams. */
#pragma once

#include "app/teams/nst-team-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NstTeamsColumn:
 * @NST_TEAMS_COLUMN_ORGANISATION: name, with a sign when a rule is broken
 * @NST_TEAMS_COLUMN_ROLE: gives or takes experience
 * @NST_TEAMS_COLUMN_DIRECTIONS: the first one, and how many more
 * @NST_TEAMS_COLUMN_LEADER: who leads the working group
 * @NST_TEAMS_COLUMN_STATE: pill
 * @NST_TEAMS_N_COLUMNS: how many there are
 */
typedef enum
{
  NST_TEAMS_COLUMN_ORGANISATION,
  NST_TEAMS_COLUMN_ROLE,
  NST_TEAMS_COLUMN_DIRECTIONS,
  NST_TEAMS_COLUMN_LEADER,
  NST_TEAMS_COLUMN_STATE,
  NST_TEAMS_N_COLUMNS,
} NstTeamsColumn;

/* Field of the team that the column sorts by; NULL: it does not sort. */
const char *nst_teams_column_get_field (NstTeamsColumn column);
GtkWidget *nst_teams_column_new_cell (NstTeamsColumn column);
void nst_teams_column_fill (NstTeamsColumn column, GtkWidget *cell, NstOffice *office,
                            NstTeamFacts *facts, NstRecord *team, gboolean narrow);
/* What a screen reader says of the row. */
char *nst_teams_column_dup_row_name (NstOffice *office, NstTeamFacts *facts, NstRecord *team);

G_END_DECLS
