/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many organisations and groups take part in a year, against the scheme's plan. */
#include "config.h"

#include "rules/nst-coverage.h"

#include "rules/nst-group-sides.h"
#include "rules/nst-rules-private.h"

#include <string.h>

#define FIRST_YEAR 2000

/* What is collected on the way through the groups. */
typedef struct
{
  const NstRuleContext *context;
  NstCoverage *coverage;
  GHashTable *first_years; /* organisation -> year it entered a group */
  GHashTable *schools;
  GHashTable *teams;
  GHashTable *territories;
  gint64 territory; /* 0: all */
} Count;

static guint
get_plan (NstScheme *scheme, guint year, const char *what)
{
  g_autofree char *key = g_strdup_printf ("coverage.%u.%s", year, what);

  return (guint) MAX (0, nst_scheme_get_limit_int (scheme, key, 0));
}

static void
read_plan (NstScheme *scheme, NstCoverage *coverage)
{
  coverage->base = (guint) MAX (0, nst_scheme_get_limit_int (scheme, "coverage.base", 0));
  coverage->plan_percent = get_plan (scheme, coverage->year, "percent");
  coverage->plan_fresh = get_plan (scheme, coverage->year, "new");
  coverage->plan_total = get_plan (scheme, coverage->year, "total");
  for (guint year = FIRST_YEAR; year <= coverage->year; year++)
    coverage->plan_sum += get_plan (scheme, year, "new");
}

static gpointer
as_key (gint64 id)
{
  return GSIZE_TO_POINTER ((gsize) id);
}

/**
 * nst_coverage_get_entry_year:
 * @group: a group
 * @entry: its participant
 *
 * Returns: year in which the participant entered the group, at latest that of the group's
 *   first day in the register; 0 when nothing is known
 */
guint
nst_coverage_get_entry_year (NstRecord *group, NstRecord *entry)
{
  GDate from;

  if (nst_record_get_date (entry, "from", &from) ||
      nst_record_get_date (group, "formed_on", &from))
    return g_date_get_year (&from);
  return (guint) MAX (0, nst_record_get_int (group, "year"));
}

static gboolean
is_within (Count *count, NstRecord *entry)
{
  g_autoptr (NstRecord) team = NULL;
  g_autoptr (NstRecord) organisation = NULL;

  if (count->territory == 0)
    return TRUE;
  team = nst_source_dup_ref (count->context->source, entry, "team");
  organisation = nst_source_dup_ref (count->context->source, team, "organisation");
  return organisation != NULL &&
         nst_record_get_ref (organisation, "territory") == count->territory;
}

static void
count_entry (Count *count, NstRecord *group, NstRecord *entry, gboolean of_year)
{
  NstSource *source = count->context->source;
  g_autoptr (NstRecord) team = nst_source_dup_ref (source, entry, "team");
  g_autoptr (NstRecord) organisation = nst_source_dup_ref (source, team, "organisation");
  guint year = nst_coverage_get_entry_year (group, entry);
  gpointer key, known;

  if (organisation == NULL || year == 0 || year > count->coverage->year)
    return;
  key = as_key (nst_record_get_id (organisation));
  known = g_hash_table_lookup (count->first_years, key);
  if (known == NULL || GPOINTER_TO_UINT (known) > year)
    g_hash_table_insert (count->first_years, key, GUINT_TO_POINTER (year));
  count->coverage->places++;
  if (!of_year)
    return;
  if (g_strcmp0 (nst_record_get_text (organisation, "kind"), "SCHOOL") == 0)
    g_hash_table_add (count->schools, key);
  g_hash_table_add (count->teams, as_key (nst_record_get_id (team)));
  g_hash_table_add (count->territories, as_key (nst_record_get_ref (organisation, "territory")));
}

static void
count_group (Count *count, NstRecord *group)
{
  g_auto (GStrv) directions = nst_record_dup_list (group, "directions");
  guint n = g_strv_length (directions);
  gboolean of_year = (guint) nst_record_get_int (group, "year") == count->coverage->year;
  gboolean within = count->territory == 0;
  g_autoptr (GPtrArray) entries = NULL;

  if (nst_record_get_text (group, "state") == NULL ||
      nst_rules_counts_as (count->context, group, "DRAFT", NULL))
    return;
  entries = nst_source_list_of (count->context->source, "participant", "group", group);
  for (guint i = 0; i < entries->len; i++)
    if (is_within (count, entries->pdata[i]))
      {
        count_entry (count, group, entries->pdata[i], of_year);
        within = TRUE;
      }
  if (!within)
    return;
  if (of_year)
    count->coverage->groups++;
  if (of_year && n >= 1 && n <= NST_COVERAGE_DIRECTIONS)
    count->coverage->by_directions[n - 1]++;
}

/* People who have passed an obligatory course by the day. */
static GHashTable *
list_trained (const NstRuleContext *context)
{
  g_autoptr (GPtrArray) trainings = nst_source_list (context->source, "training", NULL, NULL);
  GHashTable *trained = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < trainings->len; i++)
    {
      g_autoptr (NstRecord) course =
          nst_source_dup_ref (context->source, trainings->pdata[i], "course");
      GDate completed;

      if (course != NULL && nst_record_get_bool (course, "mandatory") &&
          nst_record_get_date (trainings->pdata[i], "completed_on", &completed) &&
          g_date_compare (&completed, &context->today) <= 0)
        g_hash_table_add (trained, as_key (nst_record_get_ref (trainings->pdata[i], "person")));
    }
  return trained;
}

/* K3, R70: of the members on the day, or on the last day of the year; who has left before, or
 * comes later, counts neither for the team nor against it. */
static void
count_trained (Count *count)
{
  g_autoptr (GHashTable) trained = list_trained (count->context);
  GDate day = count->context->today;
  GHashTableIter iter;
  gpointer team;

  if (g_date_get_year (&day) > count->coverage->year)
    g_date_set_dmy (&day, 31, G_DATE_DECEMBER, (GDateYear) count->coverage->year);
  g_hash_table_iter_init (&iter, count->teams);
  while (g_hash_table_iter_next (&iter, &team, NULL))
    {
      g_autofree char *id = nst_rules_dup_number ((gint64) GPOINTER_TO_SIZE (team));
      g_autoptr (GPtrArray) members =
          nst_source_list (count->context->source, "member", "team", id);
      guint present = 0;
      guint passed = 0;

      for (guint i = 0; i < members->len; i++)
        {
          if (!nst_group_sides_is_active (members->pdata[i], &day))
            continue;
          present++;
          if (g_hash_table_contains (trained,
                                     as_key (nst_record_get_ref (members->pdata[i], "person"))))
            passed++;
        }
      count->coverage->teams++;
      count->coverage->teams_trained += present > 0 && passed == present ? 1 : 0;
    }
}

static void
count_quota (Count *count)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, count->territories);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (NstRecord) territory =
          nst_source_dup (count->context->source, "territory", (gint64) GPOINTER_TO_SIZE (id));
      g_autofree char *key = NULL;

      if (territory == NULL || nst_record_get_text (territory, "kind") == NULL)
        continue;
      key = g_strconcat ("quota.", nst_record_get_text (territory, "kind"), NULL);
      count->coverage->quota +=
          (guint) MAX (0, nst_scheme_get_limit_int (count->context->scheme, key, 0));
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 first = nst_record_get_id (*(NstRecord *const *) a);
  gint64 second = nst_record_get_id (*(NstRecord *const *) b);

  return first < second ? -1 : first > second;
}

/**
 * nst_coverage_list_organisations:
 * @context: scheme, source and the day
 * @year: the year
 * @territory: number of a territory; 0 for all
 * @fresh: whether only those that entered a group in this year for the first time
 *
 * Returns: (transfer full) (element-type NstRecord): the organisations that are counted
 */
GPtrArray *
nst_coverage_list_organisations (const NstRuleContext *context, guint year, gint64 territory,
                                 gboolean fresh)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GHashTable) first_years = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
  NstCoverage coverage = { .year = year };
  Count count = { context, &coverage, first_years, others, others, others, territory };
  GHashTableIter iter;
  gpointer id, entered;

  g_return_val_if_fail (context != NULL, found);

  groups = nst_source_list (context->source, "group", NULL, NULL);
  for (guint i = 0; i < groups->len; i++)
    count_group (&count, groups->pdata[i]);
  g_hash_table_iter_init (&iter, first_years);
  while (g_hash_table_iter_next (&iter, &id, &entered))
    if (!fresh || GPOINTER_TO_UINT (entered) == year)
      g_ptr_array_add (found, nst_source_dup (context->source, "organisation",
                                              (gint64) GPOINTER_TO_SIZE (id)));
  g_ptr_array_sort (found, compare_ids);
  return found;
}

/**
 * nst_coverage_count:
 * @context: scheme, source and the day
 * @year: the year
 * @coverage: (out caller-allocates): gets the counts
 *
 * An organisation counts once, from the year in which it first entered a group (R77).
 */
void
nst_coverage_count (const NstRuleContext *context, guint year, NstCoverage *coverage)
{
  nst_coverage_count_in (context, year, 0, coverage);
}

/**
 * nst_coverage_count_in:
 * @context: scheme, source and the day
 * @year: the year
 * @territory: number of a territory; 0 for all
 * @coverage: (out caller-allocates): gets the counts
 *
 * Organisations of the territory, and the groups that one of them takes part in. The plan is
 * that of all territories together; of one there is only its quota of groups.
 */
void
nst_coverage_count_in (const NstRuleContext *context, guint year, gint64 territory,
                       NstCoverage *coverage)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GHashTable) first_years = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) schools = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) teams = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) territories = g_hash_table_new (NULL, NULL);
  Count count = { context, coverage, first_years, schools, teams, territories, territory };
  GHashTableIter iter;
  gpointer entered;

  g_return_if_fail (context != NULL && coverage != NULL && year <= 9999);

  *coverage = (NstCoverage){ .year = year };
  if (territory == 0)
    read_plan (context->scheme, coverage);
  else
    g_hash_table_add (territories, as_key (territory));
  groups = nst_source_list (context->source, "group", NULL, NULL);
  for (guint i = 0; i < groups->len; i++)
    count_group (&count, groups->pdata[i]);
  g_hash_table_iter_init (&iter, first_years);
  while (g_hash_table_iter_next (&iter, NULL, &entered))
    {
      coverage->total++;
      coverage->fresh += GPOINTER_TO_UINT (entered) == year ? 1 : 0;
    }
  coverage->schools = g_hash_table_size (schools);
  count_trained (&count);
  count_quota (&count);
}
