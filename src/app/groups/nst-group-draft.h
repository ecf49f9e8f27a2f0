/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A group that is being put together: what is chosen so far, and how it comes to be. */
#pragma once

#include "store/nst-office.h"

G_BEGIN_DECLS

/**
 * NstDraftTeam:
 * @team: a further developing team
 * @consent: day of its consent, invalid when there is none
 */
typedef struct
{
  NstRecord *team;
  GDate consent;
} NstDraftTeam;

/**
 * NstGroupDraft:
 * @number: of the group
 * @developing: (nullable): the team that needs help
 * @more: (element-type NstDraftTeam): further teams that need the same help
 * @experienced: (nullable): the team that gives it
 * @condition: whether the choice needs a decision of the operator
 * @decision: (nullable): that decision
 * @start: first day
 * @months: length of the term
 * @operator: (nullable): organisation that forms the group
 * @operator_name: (nullable): typed instead, a new organisation
 * @coordinator: (nullable): person of the operator
 * @coordinator_name: (nullable): typed instead, a new person
 * @curator: (nullable): person of the territory
 * @curator_name: (nullable): typed instead, a new person
 * @order_number: (nullable): of the order of assignment
 * @order_date: its day, and that of the step
 * @developing_consent: day of the team's consent, invalid when there is none
 * @experienced_consent: day of the team's consent, invalid when there is none
 *
 * Nothing of it is in the base before nst_group_draft_form().
 */
typedef struct
{
  NstOffice *office;
  char *number;
  NstRecord *developing;
  GPtrArray *more;
  NstRecord *experienced;
  gboolean condition;
  char *decision;
  GDate start;
  guint months;
  NstRecord *operator_;
  char *operator_name;
  NstRecord *coordinator;
  char *coordinator_name;
  NstRecord *curator;
  char *curator_name;
  char *order_number;
  GDate order_date;
  GDate developing_consent;
  GDate experienced_consent;
} NstGroupDraft;

NstGroupDraft *nst_group_draft_new (NstOffice *office);
void nst_group_draft_free (NstGroupDraft *self);
void nst_group_draft_set_developing (NstGroupDraft *self, NstRecord *team);
void nst_group_draft_set_experienced (NstGroupDraft *self, NstRecord *team, gboolean condition);
/* Whether several teams on one side, or in several groups, need the operator's word (R4). */
gboolean nst_group_draft_needs_decision (const NstGroupDraft *self);
gboolean nst_group_draft_has_more (const NstGroupDraft *self, NstRecord *team);
void nst_group_draft_set_more (NstGroupDraft *self, NstRecord *team, gboolean takes_part);
/* «Школа 1, Школа 2» */
char *nst_group_draft_dup_developing (const NstGroupDraft *self);
void nst_group_draft_get_end (const NstGroupDraft *self, GDate *end);
gboolean nst_group_draft_has_consents (const NstGroupDraft *self);
void nst_group_draft_get_months (const NstGroupDraft *self, guint *min, guint *max);
/* The group with its participants is kept even when the step is refused; gives it. Without
 * both consents it stays a draft, and that is no error. */
NstRecord *nst_group_draft_form (NstGroupDraft *self, gboolean *formed, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstGroupDraft, nst_group_draft_free)

G_END_DECLS
