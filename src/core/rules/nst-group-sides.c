/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who takes part in a group, and what hangs on it: teams, programme, territory, curator. */
#include "config.h"

#include "rules/nst-group-sides.h"

#include "rules/nst-rules-private.h"

/**
 * nst_group_sides_is_active:
 * @entry: a participant of a group or a member of a team
 * @today: a day
 *
 * Returns: whether it takes part on that day, by its dates "from" and "to" (the last day
 *   counts)
 */
gboolean
nst_group_sides_is_active (NstRecord *entry, const GDate *today)
{
  GDate from, to;

  if (nst_record_get_date (entry, "from", &from) && g_date_compare (&from, today) > 0)
    return FALSE;
  return !nst_record_get_date (entry, "to", &to) || g_date_compare (&to, today) >= 0;
}

/**
 * nst_group_sides_list:
 * @context: scheme, source and the day
 * @group: a group
 * @side: (nullable): one side, or %NULL for both
 *
 * Returns: (transfer full) (element-type NstRecord): participants on the day
 */
GPtrArray *
nst_group_sides_list (const NstRuleContext *context, NstRecord *group, const char *side)
{
  g_autoptr (GPtrArray) all = nst_source_list_of (context->source, "participant", "group", group);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *entry = all->pdata[i];

      if (side != NULL && g_strcmp0 (nst_record_get_text (entry, "side"), side) != 0)
        continue;
      if (nst_group_sides_is_active (entry, &context->today))
        g_ptr_array_add (found, g_object_ref (entry));
    }
  return found;
}

/**
 * nst_group_sides_list_teams:
 * @context: scheme, source and the day
 * @group: a group
 * @side: (nullable): one side, or %NULL for both
 *
 * Returns: (transfer full) (element-type NstRecord): teams of the side on the day
 */
GPtrArray *
nst_group_sides_list_teams (const NstRuleContext *context, NstRecord *group, const char *side)
{
  g_autoptr (GPtrArray) entries = nst_group_sides_list (context, group, side);
  GPtrArray *teams = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      NstRecord *team = nst_source_dup_ref (context->source, entries->pdata[i], "team");

      if (team != NULL)
        g_ptr_array_add (teams, team);
    }
  return teams;
}

/**
 * nst_group_sides_dup_leader:
 * @context: scheme, source and the day
 * @team: a team
 *
 * Returns: (transfer full) (nullable): the person who leads it on the day
 */
NstRecord *
nst_group_sides_dup_leader (const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (GPtrArray) members = nst_source_list_of (context->source, "member", "team", team);

  for (guint i = 0; i < members->len; i++)
    if (nst_rules_has_code (members->pdata[i], "roles", "LEADER") &&
        nst_group_sides_is_active (members->pdata[i], &context->today))
      return nst_source_dup_ref (context->source, members->pdata[i], "person");
  return NULL;
}

/**
 * nst_group_sides_dup_program:
 * @context: scheme, source and the day
 * @group: a group
 *
 * Returns: (transfer full) (nullable): the newest version of its programme
 */
NstRecord *
nst_group_sides_dup_program (const NstRuleContext *context, NstRecord *group)
{
  g_autoptr (GPtrArray) all = nst_source_list_of (context->source, "program", "group", group);
  NstRecord *newest = NULL;

  for (guint i = 0; i < all->len; i++)
    if (newest == NULL ||
        nst_record_get_int (all->pdata[i], "version") >= nst_record_get_int (newest, "version"))
      newest = all->pdata[i];
  return newest != NULL ? g_object_ref (newest) : NULL;
}

/**
 * nst_group_sides_dup_operator:
 * @context: scheme, source and the day
 * @group: a group
 *
 * Returns: (transfer full) (nullable): the operator that it names, else the only one known
 */
NstRecord *
nst_group_sides_dup_operator (const NstRuleContext *context, NstRecord *group)
{
  NstRecord *third = nst_source_dup_ref (context->source, group, "operator");
  g_autoptr (GPtrArray) all = NULL;

  if (third != NULL)
    return third;
  all = nst_source_list (context->source, "organisation", "kind", "OPERATOR");
  return all->len == 1 ? g_object_ref (all->pdata[0]) : NULL;
}

/**
 * nst_group_sides_dup_territory:
 * @context: scheme, source and the day
 * @group: a group
 *
 * Returns: (transfer full) (nullable): territory of its developing team (R28)
 */
NstRecord *
nst_group_sides_dup_territory (const NstRuleContext *context, NstRecord *group)
{
  g_autoptr (GPtrArray) teams = nst_group_sides_list_teams (context, group, NST_SIDE_DEVELOPING);
  g_autoptr (NstRecord) organisation = NULL;

  if (teams->len == 0)
    return NULL;
  organisation = nst_source_dup_ref (context->source, teams->pdata[0], "organisation");
  return nst_source_dup_ref (context->source, organisation, "territory");
}

/**
 * nst_group_sides_dup_curator:
 * @context: scheme, source and the day
 * @program: a programme
 *
 * Returns: (transfer full) (nullable): curator of the territory of the developing
 *   organisation, or of the programme's own territory
 */
NstRecord *
nst_group_sides_dup_curator (const NstRuleContext *context, NstRecord *program)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, program, "group");
  g_autoptr (NstRecord) territory = NULL;

  if (group != NULL)
    territory = nst_group_sides_dup_territory (context, group);
  if (territory == NULL)
    territory = nst_source_dup_ref (context->source, program, "territory");
  return nst_source_dup_ref (context->source, territory, "curator");
}

/**
 * nst_group_sides_dup_signer:
 * @context: scheme, source and the day
 * @organisation: (nullable): an organisation
 *
 * Returns: (transfer full) (nullable): who signs for it: the acting head on the day, the
 *   named signer, else the director
 */
NstRecord *
nst_group_sides_dup_signer (const NstRuleContext *context, NstRecord *organisation)
{
  NstRecord *person = NULL;
  GDate from, to;

  if (organisation == NULL)
    return NULL;
  if (nst_record_get_date (organisation, "acting_from", &from) &&
      g_date_compare (&from, &context->today) <= 0 &&
      (!nst_record_get_date (organisation, "acting_to", &to) ||
       g_date_compare (&to, &context->today) >= 0))
    person = nst_source_dup_ref (context->source, organisation, "acting_head");
  if (person == NULL)
    person = nst_source_dup_ref (context->source, organisation, "signer");
  if (person == NULL)
    person = nst_source_dup_ref (context->source, organisation, "director");
  return person;
}
