/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part in a group, and what hangs on it: teams, programme, territory, curator. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

#define NST_SIDE_EXPERIENCED "EXPERIENCED"
#define NST_SIDE_DEVELOPING "DEVELOPING"

gboolean nst_group_sides_is_active (NstRecord *entry, const GDate *today);
GPtrArray *nst_group_sides_list (const NstRuleContext *context, NstRecord *group,
                                 const char *side);
GPtrArray *nst_group_sides_list_teams (const NstRuleContext *context, NstRecord *group,
                                       const char *side);
NstRecord *nst_group_sides_dup_leader (const NstRuleContext *context, NstRecord *team);
NstRecord *nst_group_sides_dup_program (const NstRuleContext *context, NstRecord *group);
NstRecord *nst_group_sides_dup_operator (const NstRuleContext *context, NstRecord *group);
NstRecord *nst_group_sides_dup_territory (const NstRuleContext *context, NstRecord *group);
NstRecord *nst_group_sides_dup_curator (const NstRuleContext *context, NstRecord *program);
NstRecord *nst_group_sides_dup_signer (const NstRuleContext *context, NstRecord *organisation);

G_END_DECLS
