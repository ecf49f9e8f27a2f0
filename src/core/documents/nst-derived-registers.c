/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists over a territory or the whole office: teams by side, groups, the registry form. */
#include "config.h"

#include "documents/nst-derived-private.h"
#include "documents/nst-natural.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-steps.h"

#include <string.h>

/* A group that was closed longer ago than that is no longer watched, days. */
#define WATCHED_AFTER_CLOSING 365

NstValue *
nst_derived_take_record (const NstDerivedQuery *query, NstRecord *record)
{
  g_autoptr (NstRecord) taken = record;

  return taken != NULL ? nst_record_value_new (query->data, taken) : NULL;
}

NstValue *
nst_derived_take_records (const NstDerivedQuery *query, GPtrArray *records)
{
  g_autoptr (GPtrArray) taken = records;

  return nst_record_value_new_list (query->data, taken);
}

NstRecord *
nst_derived_dup_territory_of (const NstDerivedQuery *query, NstRecord *team)
{
  NstSource *source = query->data->context.source;
  g_autoptr (NstRecord) organisation = nst_source_dup_ref (source, team, "organisation");

  return organisation != NULL ? nst_source_dup_ref (source, organisation, "territory") : NULL;
}

static gboolean
is_office (const NstDerivedQuery *query)
{
  return strcmp (nst_record_get_kind (query->record)->name, "office") == 0;
}

/* Whether what belongs to the territory belongs to the one that is printed, or to the office. */
static gboolean
is_within (const NstDerivedQuery *query, NstRecord *territory)
{
  return is_office (query) || (territory != NULL && nst_record_get_id (territory) ==
                                                        nst_record_get_id (query->record));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const char *first = nst_record_get_text (*(NstRecord *const *) a, "number");
  const char *second = nst_record_get_text (*(NstRecord *const *) b, "number");
  gint64 x = first != NULL ? g_ascii_strtoll (first, NULL, 10) : 0;
  gint64 y = second != NULL ? g_ascii_strtoll (second, NULL, 10) : 0;

  if (x != y)
    return x < y ? -1 : 1;
  return g_strcmp0 (first, second);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = nst_record_get_id (*(NstRecord *const *) a);
  gint64 y = nst_record_get_id (*(NstRecord *const *) b);

  return x < y ? -1 : x > y;
}

/* What has come to its end long ago is history; what was dissolved never came to one. */
static gboolean
is_watched (const NstDerivedQuery *query, NstRecord *group)
{
  GDate closed;

  if (nst_steps_is_state (&query->data->context, group, "DISSOLVED"))
    return FALSE;
  return !nst_record_get_date (group, "closed_on", &closed) ||
         g_date_days_between (&closed, &query->data->context.today) <= WATCHED_AFTER_CLOSING;
}

static GPtrArray *
list_groups (const NstDerivedQuery *query)
{
  const NstRuleContext *context = &query->data->context;
  g_autoptr (GPtrArray) all = nst_source_list (context->source, "group", NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *group = g_ptr_array_index (all, i);
      g_autoptr (NstRecord) territory = nst_group_sides_dup_territory (context, group);

      if (is_watched (query, group) && is_within (query, territory))
        g_ptr_array_add (found, g_object_ref (group));
    }
  g_ptr_array_sort (found, compare_numbers);
  return found;
}

static NstValue *
get_groups (const NstDerivedQuery *query)
{
  return nst_derived_take_records (query, list_groups (query));
}

static GPtrArray *
list_teams (const NstDerivedQuery *query, const char *side, const char *states)
{
  g_autoptr (GPtrArray) all = nst_source_list (query->data->context.source, "team", "role", side);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      NstRecord *team = g_ptr_array_index (all, i);
      g_autoptr (NstRecord) territory = nst_derived_dup_territory_of (query, team);

      if (nst_steps_is_state (&query->data->context, team, states) &&
          is_within (query, territory))
        g_ptr_array_add (found, g_object_ref (team));
    }
  g_ptr_array_sort (found, compare_ids);
  return found;
}

static char *
dup_sort_key (const NstDerivedQuery *query, NstRecord *team)
{
  g_autoptr (NstRecord) territory = nst_derived_dup_territory_of (query, team);
  g_autoptr (NstRecord) organisation =
      nst_source_dup_ref (query->data->context.source, team, "organisation");
  g_autofree char *text =
      g_strdup_printf ("%s\t%s", territory != NULL ? nst_record_get_text (territory, "name") : "",
                       organisation != NULL ? nst_record_get_text (organisation, "full_name")
                                            : "");

  return g_utf8_casefold (text, -1);
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GHashTable *keys = user_data;

  return nst_natural_compare (g_hash_table_lookup (keys, *(gpointer const *) a),
                              g_hash_table_lookup (keys, *(gpointer const *) b));
}

/* The register: teams of a side that are in it, by territory and organisation. */
static NstValue *
get_side (const NstDerivedQuery *query)
{
  const char *side =
      strcmp (query->name, "experienced-teams") == 0 ? NST_SIDE_EXPERIENCED : NST_SIDE_DEVELOPING;
  GPtrArray *teams = list_teams (query, side, "REGISTERED|ASSIGNED");
  g_autoptr (GHashTable) keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < teams->len; i++)
    g_hash_table_insert (keys, teams->pdata[i], dup_sort_key (query, teams->pdata[i]));
  g_ptr_array_sort_with_data (teams, compare_keys, keys);
  return nst_derived_take_records (query, teams);
}

/* Moves the team to the form; "pair" says that the next one is of the same group. */
static void
append_row (const NstDerivedQuery *query, NstValue *rows, GPtrArray *left, NstRecord *team,
            gboolean pair)
{
  for (guint i = 0; i < left->len; i++)
    {
      NstRecord *found = g_ptr_array_index (left, i);
      NstValue *row;

      if (nst_record_get_id (found) != nst_record_get_id (team))
        continue;
      row = nst_record_value_new (query->data, found);
      nst_value_take (row, "pair", nst_value_new_number (pair));
      nst_value_append (rows, row);
      g_ptr_array_remove_index (left, i);
      return;
    }
}

static void
append_group (const NstDerivedQuery *query, NstValue *rows, GPtrArray *left[2], NstRecord *group)
{
  const NstRuleContext *context = &query->data->context;
  g_autoptr (GPtrArray) experienced =
      nst_group_sides_list_teams (context, group, NST_SIDE_EXPERIENCED);
  g_autoptr (GPtrArray) developing =
      nst_group_sides_list_teams (context, group, NST_SIDE_DEVELOPING);

  for (guint i = 0; i < experienced->len; i++)
    append_row (query, rows, left[0], experienced->pdata[i], TRUE);
  for (guint i = 0; i < developing->len; i++)
    append_row (query, rows, left[1], developing->pdata[i], i + 1 < developing->len);
}

/* The registry form: groups one after the other, then teams that have none yet, in turn. */
static NstValue *
get_registry (const NstDerivedQuery *query)
{
  static const char *const states = "DRAFT|SUBMITTED|RETURNED|REGISTERED|ASSIGNED";
  g_autoptr (GPtrArray) experienced = list_teams (query, NST_SIDE_EXPERIENCED, states);
  g_autoptr (GPtrArray) developing = list_teams (query, NST_SIDE_DEVELOPING, states);
  g_autoptr (GPtrArray) groups = list_groups (query);
  GPtrArray *left[2] = { experienced, developing };
  NstValue *rows = nst_value_new_list ();

  for (guint i = 0; i < groups->len; i++)
    append_group (query, rows, left, groups->pdata[i]);
  while (experienced->len > 0 || developing->len > 0)
    {
      if (experienced->len > 0)
        append_row (query, rows, experienced, experienced->pdata[0], developing->len > 0);
      if (developing->len > 0)
        append_row (query, rows, developing, developing->pdata[0], FALSE);
    }
  return rows;
}

/* Groups that the team takes part in on the day. */
static GPtrArray *
list_groups_of (const NstDerivedQuery *query)
{
  const NstRuleContext *context = &query->data->context;
  g_autoptr (GPtrArray) entries =
      nst_source_list_of (context->source, "participant", "team", query->record);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < entries->len; i++)
    {
      g_autoptr (NstRecord) group =
          nst_source_dup_ref (context->source, entries->pdata[i], "group");

      if (group != NULL && nst_group_sides_is_active (entries->pdata[i], &context->today) &&
          !nst_steps_is_state (context, group, "DRAFT|DISSOLVED"))
        g_ptr_array_add (found, g_object_ref (group));
    }
  g_ptr_array_sort (found, compare_numbers);
  return found;
}

static NstValue *
get_groups_of_team (const NstDerivedQuery *query)
{
  return nst_derived_take_records (query, list_groups_of (query));
}

static NstValue *
get_territory (const NstDerivedQuery *query)
{
  return nst_derived_take_record (query, nst_group_sides_dup_territory (&query->data->context,
                                                                        query->record));
}

const NstDerivedField nst_derived_registers[] = {
  { "office", "experienced-teams", get_side },
  { "office", "developing-teams", get_side },
  { "office", "groups", get_groups },
  { "territory", "experienced-teams", get_side },
  { "territory", "developing-teams", get_side },
  { "territory", "groups", get_groups },
  { "territory", "registry", get_registry },
  { "team", "groups", get_groups_of_team },
  { "group", "territory", get_territory },
  { NULL, NULL, NULL },
};
