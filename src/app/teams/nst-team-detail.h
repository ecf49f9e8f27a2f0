/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One team: fields, findings, people, training, contacts. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TEAM_DETAIL (nst_team_detail_get_type ())
G_DECLARE_FINAL_TYPE (NstTeamDetail, nst_team_detail, NST, TEAM_DETAIL, GtkWidget)

void nst_team_detail_set_team (NstTeamDetail *self, NstOffice *office, NstRecord *team);
/* @record: the team, or a member or the organisation of it. */
void nst_team_detail_edit (NstTeamDetail *self, NstRecord *record, const char *field);
void nst_team_detail_add_member (NstTeamDetail *self);

G_END_DECLS
