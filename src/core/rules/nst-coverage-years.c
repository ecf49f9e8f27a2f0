/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How coverage adds up from year to year, against the scheme's plan. */
#include "config.h"

#include "rules/nst-coverage-years.h"

#include "rules/nst-coverage.h"
#include "rules/nst-rules-private.h"

#define FIRST_YEAR 2000
#define LAST_YEAR 2099

static guint
get_plan (NstScheme *scheme, guint year, const char *what)
{
  g_autofree char *key = g_strdup_printf ("coverage.%u.%s", year, what);

  return (guint) MAX (0, nst_scheme_get_limit_int (scheme, key, 0));
}

static void
add_entry (const NstRuleContext *context, GHashTable *first_years, NstRecord *group,
           NstRecord *entry)
{
  g_autoptr (NstRecord) team = nst_source_dup_ref (context->source, entry, "team");
  gint64 organisation = team != NULL ? nst_record_get_ref (team, "organisation") : 0;
  guint year = nst_coverage_get_entry_year (group, entry);
  gpointer key = GSIZE_TO_POINTER ((gsize) organisation);
  gpointer known = g_hash_table_lookup (first_years, key);

  if (organisation != 0 && year != 0 && (known == NULL || GPOINTER_TO_UINT (known) > year))
    g_hash_table_insert (first_years, key, GUINT_TO_POINTER (year));
}

/* Organisation -> year it entered a group, from one reading of them. */
static GHashTable *
list_first_years (const NstRuleContext *context)
{
  g_autoptr (GPtrArray) groups = nst_source_list (context->source, "group", NULL, NULL);
  GHashTable *first_years = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GPtrArray) entries = NULL;

      if (nst_record_get_text (groups->pdata[i], "state") == NULL ||
          nst_rules_counts_as (context, groups->pdata[i], "DRAFT", NULL))
        continue;
      entries = nst_source_list_of (context->source, "participant", "group", groups->pdata[i]);
      for (guint k = 0; k < entries->len; k++)
        add_entry (context, first_years, groups->pdata[i], entries->pdata[k]);
    }
  return first_years;
}

/**
 * nst_coverage_list_years:
 * @context: scheme, source and the day
 *
 * The same totals as nst_coverage_count() gives for each year, from one reading. Years up to
 * the context's day have a total; later ones only their plan.
 *
 * Returns: (transfer full) (element-type NstCoverageYear): years with a plan or with an entry,
 *   and those between them, ascending
 */
GArray *
nst_coverage_list_years (const NstRuleContext *context)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (NstCoverageYear));
  g_autoptr (GHashTable) first_years = NULL;
  guint fresh[LAST_YEAR - FIRST_YEAR + 1] = { 0 };
  guint present, total = 0, sum = 0;
  GHashTableIter iter;
  gpointer entered;

  g_return_val_if_fail (context != NULL, years);

  present = g_date_get_year (&context->today);
  first_years = list_first_years (context);
  g_hash_table_iter_init (&iter, first_years);
  while (g_hash_table_iter_next (&iter, NULL, &entered))
    fresh[CLAMP (GPOINTER_TO_UINT (entered), FIRST_YEAR, LAST_YEAR) - FIRST_YEAR]++;
  for (guint year = FIRST_YEAR; year <= LAST_YEAR; year++)
    {
      NstCoverageYear one = { .year = year };

      total += fresh[year - FIRST_YEAR];
      sum += get_plan (context->scheme, year, "new");
      one.total = year <= present ? total : 0;
      one.plan_total = get_plan (context->scheme, year, "total");
      one.plan_sum = sum;
      if (one.plan_total > 0 || (year <= present && fresh[year - FIRST_YEAR] > 0) ||
          (years->len > 0 && year <= present))
        g_array_append_val (years, one);
    }
  return years;
}
