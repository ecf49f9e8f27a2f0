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
  NstRuleContext context;

  if (party == NULL)
    return NULL;
  nst_office_get_context (office, &context);
  if (strcmp (nst_record_get_kind (record)->name, "team") == 0)
    return dup_of_team (&context, record, party);
  group = dup_group (context.source, record);
  return group != NULL ? dup_of_group (&context, group, party) : NULL;
}
