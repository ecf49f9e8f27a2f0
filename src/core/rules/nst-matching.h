/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which teams could help a team: points that sort, and the reasons for them. */
#pragma once

#include "rules/nst-rules.h"

G_BEGIN_DECLS

/**
 * NstMatchAspect:
 * @NST_MATCH_DIRECTION: directions that both name
 * @NST_MATCH_TERRITORY: both are of one territory
 * @NST_MATCH_FREE: is in no other group now
 * @NST_MATCH_EVIDENCE: has described the results that show its experience
 * @NST_MATCH_CONSENT: has agreed to the pair, or was asked
 * @NST_MATCH_N_ASPECTS: how many there are
 *
 * What points are given for, in the order shown.
 */
typedef enum
{
  NST_MATCH_DIRECTION,
  NST_MATCH_TERRITORY,
  NST_MATCH_FREE,
  NST_MATCH_EVIDENCE,
  NST_MATCH_CONSENT,
  NST_MATCH_N_ASPECTS,
} NstMatchAspect;

/**
 * NstMatchReason:
 * @points: given
 * @most: that could be given
 * @text: what was found, a few words
 * @detail: (nullable): what stands behind it, or what would mend it
 */
typedef struct
{
  guint points;
  guint most;
  char *text;
  char *detail;
} NstMatchReason;

/**
 * NstMatch:
 * @team: the candidate
 * @points: sum of the reasons
 * @most: sum that could be reached
 * @reasons: one an aspect
 * @condition: (nullable): an exception that the regulation allows, and its condition
 * @why_not: (nullable): why it cannot be chosen
 */
typedef struct
{
  NstRecord *team;
  guint points;
  guint most;
  NstMatchReason reasons[NST_MATCH_N_ASPECTS];
  char *condition;
  char *why_not;
} NstMatch;

void nst_match_free (NstMatch *self);

GPtrArray *nst_matching_rank (const NstRuleContext *context, NstRecord *developing,
                              GPtrArray *candidates);
char *nst_matching_dup_why_not (const NstRuleContext *context, NstRecord *team);
GPtrArray *nst_matching_list_groups (const NstRuleContext *context, NstRecord *team);
guint nst_matching_get_weight (NstScheme *scheme, NstMatchAspect aspect);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstMatch, nst_match_free)

G_END_DECLS
