/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists say about a team besides its fields: leader, group, findings. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/**
 * NstTeamFact:
 * @leader: (nullable): name of who leads the working group
 * @group: (nullable): title of the group that it is in now
 * @findings: rules that it breaks, on itself and its members
 * @first_finding: (nullable): text of the first of them
 */
typedef struct
{
  char *leader;
  char *group;
  guint findings;
  char *first_finding;
} NstTeamFact;

#define NST_TYPE_TEAM_FACTS (nst_team_facts_get_type ())
G_DECLARE_FINAL_TYPE (NstTeamFacts, nst_team_facts, NST, TEAM_FACTS, GObject)

/* Signal "changed": what was told before may be different now. */
NstTeamFacts *nst_team_facts_new (NstOffice *office);
const NstTeamFact *nst_team_facts_get (NstTeamFacts *self, NstRecord *team);
/* FALSE while not every team has been looked at. */
gboolean nst_team_facts_count (NstTeamFacts *self, guint *without_group, guint *with_findings);

G_END_DECLS
