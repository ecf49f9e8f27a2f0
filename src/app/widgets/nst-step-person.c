/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who acts for a party of a record: the head of a school, the curator, the coordinator. */
#include "config.h"

#include "app/widgets/nst-step-person.h"

#include "rules/nst-group-sides.h"

#include <string.h>

static NstRecord *
dup_named (NstSource *source, NstRecord *record, const char *field)
{
  if (record == NULL || nst_kind_find_field (nst_record_get_kind (record), field) == NULL)
    return NULL;
  return nst_source_dup_ref (source, record, field);
}

/* The group of an agreement, a programme, a report, an activity; or the record itself. */
static NstRecord *
dup_group (NstSource *source, NstRecord *record)
{
  g_autoptr (NstRecord) program = NULL;
  NstRecord *group;

  if (strcmp (nst_record_get_kind (record)->name, "group") == 0)
    return g_object_ref (record);
  group = dup_named (source, record, "group");
  if (group != NULL)
    return group;
  program = dup_named (source, record, "program");
  return dup_named (source, program, "group");
}

static NstRecord *
dup_head (NstSource *source, NstRecord *team)
{
  g_autoptr (NstRecord) organisation = dup_named (source, team, "organisation");

  return dup_named (source, organisation, "director");
}

static NstRecord *
dup_of_side (const NstRuleContext *context, NstRecord *group, const char *side)
{
  g_autoptr (GPtrArray) teams = nst_group_sides_list_teams (context, group, side);

  return teams->len == 1 ? dup_head (context->source, teams->pdata[0]) : NULL;
}

static NstRecord *
dup_of_group (const NstRuleContext *context, NstRecord *group, const char *party)
{
  g_autoptr (NstRecord) operator_ = dup_named (context->source, group, "operator");

  if (strcmp (party, NST_SIDE_EXPERIENCED) == 0 || strcmp (party, NST_SIDE_DEVELOPING) == 0)
    return dup_of_side (context, group, party);
  if (strcmp (party, "MUNICIPAL_CURATOR") == 0)
    return dup_named (context->source, group, "curator");
  if (strcmp (party, "RECTOR") == 0)
    return dup_named (context->source, operator_, "director");
  return dup_named (context->source, group, "coordinator");
}

/* A team in no group yet: its head, or the curator of its territory. */
static NstRecord *
dup_of_team (const NstRuleContext *context, NstRecord *team, const char *party)
{
  g_autoptr (NstRecord) organisation = dup_named (context->source, team, "organisation");
  g_autoptr (NstRecord) territory = dup_named (context->source, organisation, "territory");

  if (strcmp (party, "TEAM_LEADER") == 0)
    return dup_head (context->source, team);
  return strcmp (party, "MUNICIPAL_CURATOR") == 0
             ? dup_named (context->source, territory, "curator")
             : NULL;
}

/* An agreement is of one pair, also where its group has several. */
static NstRecord *
dup_side_team (NstSource *source, NstRecord *record, const char *party)
{
  if (strcmp (party, NST_SIDE_EXPERIENCED) == 0)
    return dup_named (source, record, "experienced");
  return strcmp (party, NST_SIDE_DEVELOPING) == 0 ? dup_named (source, record, "developing")
                                                  : NULL;
}

/**
 * nst_step_person_dup:
 * @office: at whose base
 * @record: on which a step is taken
 * @party: (nullable): code of a role or a side
 *
 * Returns: (transfer full) (nullable): who is likely to act for the party
 */
NstRecord *
nst_step_person_dup (NstOffice *office, NstRecord *record, const char *party)
{
  g_autoptr (NstRecord) group = NULL;
  g_autoptr (NstRecord) team = NULL;
  NstRuleContext context;

  if (party == NULL)
    return NULL;
  nst_office_get_context (office, &context);
  if (strcmp (nst_record_get_kind (record)->name, "team") == 0)
    return dup_of_team (&context, record, party);
  team = dup_side_team (context.source, record, party);
  if (team != NULL)
    return dup_head (context.source, team);
  group = dup_group (context.source, record);
  return group != NULL ? dup_of_group (&context, group, party) : NULL;
}

static gboolean
is_team_of (NstSource *source, NstRecord *team, NstRecord *organisation)
{
  g_autoptr (NstRecord) own = dup_named (source, team, "organisation");

  return own != NULL && nst_record_get_id (own) == nst_record_get_id (organisation);
}

static gboolean
is_on_side (const NstRuleContext *context, NstRecord *record, NstRecord *group,
            NstRecord *organisation, const char *side)
{
  g_autoptr (NstRecord) team = dup_side_team (context->source, record, side);
  g_autoptr (GPtrArray) teams = NULL;

  if (team != NULL)
    return is_team_of (context->source, team, organisation);
  teams = group != NULL ? nst_group_sides_list_teams (context, group, side) : NULL;
  for (guint i = 0; teams != NULL && i < teams->len; i++)
    if (is_team_of (context->source, teams->pdata[i], organisation))
      return TRUE;
  return FALSE;
}

/**
 * nst_step_person_get_own_side:
 * @office: at whose base
 * @record: on which a step is taken
 *
 * Returns: (nullable): code of the side that the office's own school is on in the group of
 *   @record; %NULL when the office is of no school, or its school is on neither side or both
 */
const char *
nst_step_person_get_own_side (NstOffice *office, NstRecord *record)
{
  g_autoptr (NstRecord) card = nst_office_dup_card (office);
  g_autoptr (NstRecord) organisation = NULL;
  g_autoptr (NstRecord) group = NULL;
  NstRuleContext context;
  gboolean experienced;
  gboolean developing;

  nst_office_get_context (office, &context);
  organisation = dup_named (context.source, card, "organisation");
  if (organisation == NULL)
    return NULL;
  group = dup_group (context.source, record);
  experienced = is_on_side (&context, record, group, organisation, NST_SIDE_EXPERIENCED);
  developing = is_on_side (&context, record, group, organisation, NST_SIDE_DEVELOPING);
  if (experienced == developing)
    return NULL;
  return experienced ? NST_SIDE_EXPERIENCED : NST_SIDE_DEVELOPING;
}
