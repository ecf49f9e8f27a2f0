/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is reminded of a deadline, and which group and programme it belongs to. */
#include "config.h"

#include "rules/nst-deadline-private.h"

#include "rules/nst-group-sides.h"

#include <string.h>

static gboolean
is_kind (NstRecord *record, const char *kind)
{
  return strcmp (nst_record_get_kind (record)->name, kind) == 0;
}

/* What a field of the record refers to, when its kind has such a field. */
static NstRecord *
dup_of (const NstRuleContext *context, NstRecord *record, const char *field)
{
  if (record == NULL || nst_kind_find_field (nst_record_get_kind (record), field) == NULL)
    return NULL;
  return nst_source_dup_ref (context->source, record, field);
}

static NstRecord *
dup_group_of_team (const NstRuleContext *context, NstRecord *team)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (team == NULL)
    return NULL;
  entries = nst_source_list_of (context->source, "participant", "team", team);
  for (guint i = entries->len; i > 0; i--)
    {
      NstRecord *group = nst_source_dup_ref (context->source, entries->pdata[i - 1], "group");

      if (group != NULL)
        return group;
    }
  return NULL;
}

/* The group that a record belongs to, or is. */
NstRecord *
nst_deadline_dup_group (const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) outer = NULL;
  NstRecord *group;

  if (is_kind (record, "group"))
    return g_object_ref (record);
  if (is_kind (record, "team"))
    return dup_group_of_team (context, record);
  group = dup_of (context, record, "group");
  if (group != NULL)
    return group;
  outer = dup_of (context, record, "program");
  if (outer != NULL)
    return dup_of (context, outer, "group");
  outer = dup_of (context, record, "team");
  return dup_group_of_team (context, outer);
}

/* The programme that a record belongs to, or is; of a group the newest version. */
NstRecord *
nst_deadline_dup_program (const NstRuleContext *context, NstRecord *record)
{
  g_autoptr (NstRecord) group = NULL;
  NstRecord *program;

  if (is_kind (record, "program"))
    return g_object_ref (record);
  program = dup_of (context, record, "program");
  if (program != NULL)
    return program;
  group = nst_deadline_dup_group (context, record);
  return group != NULL ? nst_group_sides_dup_program (context, group) : NULL;
}

/* Takes the person; each is there once. */
static void
add_person (GPtrArray *people, NstRecord *person)
{
  g_autoptr (NstRecord) owned = person;

  if (owned == NULL)
    return;
  for (guint i = 0; i < people->len; i++)
    if (nst_record_get_id (people->pdata[i]) == nst_record_get_id (owned))
      return;
  g_ptr_array_add (people, g_steal_pointer (&owned));
}

static void
add_leaders (const NstRuleContext *context, NstRecord *group, const char *side, GPtrArray *people)
{
  g_autoptr (GPtrArray) teams = NULL;

  if (group == NULL)
    return;
  teams = nst_group_sides_list_teams (context, group, side);
  for (guint i = 0; i < teams->len; i++)
    add_person (people, nst_group_sides_dup_leader (context, teams->pdata[i]));
}

/* Leader of one side: of the agreement's own team, else of the group's. */
static void
add_side (const NstRuleContext *context, NstRecord *record, const char *side, const char *field,
          GPtrArray *people)
{
  g_autoptr (NstRecord) team = dup_of (context, record, field);
  g_autoptr (NstRecord) group = NULL;

  if (team != NULL && is_kind (team, "team"))
    {
      add_person (people, nst_group_sides_dup_leader (context, team));
      return;
    }
  group = nst_deadline_dup_group (context, record);
  add_leaders (context, group, side, people);
}

/* People of organisations: the record's own team, else both sides. */
static void
add_organisations (const NstRuleContext *context, NstRecord *record, GPtrArray *people)
{
  g_autoptr (NstRecord) group = NULL;

  if (is_kind (record, "member"))
    add_person (people, dup_of (context, record, "person"));
  else if (is_kind (record, "team"))
    add_person (people, nst_group_sides_dup_leader (context, record));
  else
    {
      group = nst_deadline_dup_group (context, record);
      add_leaders (context, group, NULL, people);
    }
}

static void
add_curator (const NstRuleContext *context, NstRecord *record, GPtrArray *people)
{
  g_autoptr (NstRecord) group = nst_deadline_dup_group (context, record);
  g_autoptr (NstRecord) territory = NULL;
  NstRecord *curator = dup_of (context, group, "curator");

  if (curator == NULL)
    {
      if (is_kind (record, "territory"))
        territory = g_object_ref (record);
      else if (group != NULL)
        territory = nst_group_sides_dup_territory (context, group);
      curator = dup_of (context, territory, "curator");
    }
  add_person (people, curator);
}

/* The group's coordinator, else who keeps the base of an operator's office. */
static void
add_coordinator (const NstRuleContext *context, NstRecord *record, GPtrArray *people)
{
  g_autoptr (NstRecord) group = nst_deadline_dup_group (context, record);
  NstRecord *person = dup_of (context, group, "coordinator");
  g_autoptr (GPtrArray) offices = NULL;
  const NstCatalogueEntry *role;

  if (person == NULL)
    {
      offices = nst_source_list (context->source, "office", NULL, NULL);
      role = offices->len > 0
                 ? nst_catalogue_find (nst_scheme_get_catalogue (context->scheme, "role"),
                                       nst_record_get_text (offices->pdata[0], "role"))
                 : NULL;
      if (role != NULL && g_strcmp0 (role->level, "OPERATOR") == 0)
        person = dup_of (context, offices->pdata[0], "person");
    }
  add_person (people, person);
}

/* By side where the code names one, else by the level of the role. */
static void
add_role (const NstRuleContext *context, NstRecord *record, const char *code, GPtrArray *people)
{
  NstCatalogue *roles = nst_scheme_get_catalogue (context->scheme, "role");
  const NstCatalogueEntry *role = roles != NULL ? nst_catalogue_find (roles, code) : NULL;
  const char *level = role != NULL ? role->level : NULL;

  if (g_str_has_prefix (code, NST_SIDE_EXPERIENCED))
    add_side (context, record, NST_SIDE_EXPERIENCED, "experienced", people);
  else if (g_str_has_prefix (code, NST_SIDE_DEVELOPING))
    add_side (context, record, NST_SIDE_DEVELOPING, "developing", people);
  else if (g_strcmp0 (level, "MUNICIPAL") == 0)
    add_curator (context, record, people);
  else if (g_strcmp0 (level, "OPERATOR") == 0)
    add_coordinator (context, record, people);
  else if (g_strcmp0 (level, "REGION") != 0)
    add_organisations (context, record, people);
}

/* (transfer full) (element-type NstRecord): people behind the roles, each once. */
GPtrArray *
nst_deadline_list_people (const NstRuleContext *context, NstRecord *record, GStrv who)
{
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; who != NULL && who[i] != NULL; i++)
    add_role (context, record, who[i], people);
  return people;
}
