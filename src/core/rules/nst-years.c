/* SPDX-License-Identifier: GPL-3.0-or-later */
/* School years: which one a day lies in, and whether it is closed (R99, R100). */
#include "config.h"

#include "rules/nst-years.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Month and day that a school year begins on, unless the pack says otherwise. */
#define START_KEY "school-year.start"
#define START_MONTH 9
#define START_DAY 1

static void
get_start (const NstRuleContext *context, int year, GDate *start)
{
  const char *limit =
      context->scheme != NULL ? nst_scheme_get_limit (context->scheme, START_KEY) : NULL;
  guint month = START_MONTH;
  guint day = START_DAY;

  if (limit != NULL && (sscanf (limit, "%2u-%2u", &month, &day) != 2 ||
                        !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, 2001)))
    {
      month = START_MONTH;
      day = START_DAY;
    }
  g_date_clear (start, 1);
  g_date_set_dmy (start, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * nst_years_read:
 * @context: scheme, source and the day
 * @number: (nullable): "2025/26", "2025/2026" or "2025–2026"
 * @start: (out caller-allocates): its first day
 * @end: (out caller-allocates): its last day
 *
 * Returns: whether it is a school year
 */
gboolean
nst_years_read (const NstRuleContext *context, const char *number, GDate *start, GDate *end)
{
  guint64 first;
  guint64 second;
  char *rest = NULL;

  if (number == NULL || strspn (number, "0123456789") != 4)
    return FALSE;
  first = g_ascii_strtoull (number, &rest, 10);
  while (*rest != '\0' && !g_ascii_isdigit (*rest))
    rest++;
  second = g_ascii_strtoull (rest, &rest, 10);
  if (*rest != '\0' || first < 1900 || (second != first + 1 && second != (first + 1) % 100))
    return FALSE;
  get_start (context, (int) first, start);
  get_start (context, (int) first + 1, end);
  g_date_subtract_days (end, 1);
  return TRUE;
}

/**
 * nst_years_get_start_year:
 * @context: scheme, source and the day
 * @day: a day
 *
 * Returns: the year in which the school year that the day lies in begins
 */
guint
nst_years_get_start_year (const NstRuleContext *context, const GDate *day)
{
  int year = g_date_get_year (day);
  GDate start;

  get_start (context, year, &start);
  return (guint) (g_date_compare (day, &start) < 0 ? year - 1 : year);
}

/**
 * nst_years_dup_number:
 * @context: scheme, source and the day
 * @day: a day
 *
 * Returns: (transfer full): the school year that it lies in, as "2025/26"
 */
char *
nst_years_dup_number (const NstRuleContext *context, const GDate *day)
{
  guint year = nst_years_get_start_year (context, day);

  return g_strdup_printf ("%04u/%02u", year, (year + 1) % 100);
}

/**
 * nst_years_get_days:
 * @context: scheme, source and the day
 * @year: a record of kind "year"
 * @start: (out caller-allocates): its first day
 * @end: (out caller-allocates): its last day
 *
 * The days that the record names; those that it leaves out follow from its number.
 *
 * Returns: whether they are known
 */
gboolean
nst_years_get_days (const NstRuleContext *context, NstRecord *year, GDate *start, GDate *end)
{
  gboolean named = nst_years_read (context, nst_record_get_text (year, "number"), start, end);
  gboolean first = nst_record_get_text (year, "start") != NULL;
  gboolean last = nst_record_get_text (year, "end") != NULL;

  if (first)
    nst_record_get_date (year, "start", start);
  if (last)
    nst_record_get_date (year, "end", end);
  return named || (first && last);
}

/**
 * nst_years_list_closed:
 * @context: scheme, source and the day
 *
 * Returns: (transfer full) (element-type NstRecord): the closed school years
 */
GPtrArray *
nst_years_list_closed (const NstRuleContext *context)
{
  return nst_source_list (context->source, "year", "state", "CLOSED");
}

/**
 * nst_years_dup_of:
 * @context: scheme, source and the day
 * @day: a day
 *
 * Returns: (transfer full) (nullable): the school year that the day lies in, when the office
 *   keeps it
 */
NstRecord *
nst_years_dup_of (const NstRuleContext *context, const GDate *day)
{
  g_autoptr (GPtrArray) years = nst_source_list (context->source, "year", NULL, NULL);
  GDate start, end;

  for (guint i = 0; i < years->len; i++)
    if (nst_years_get_days (context, years->pdata[i], &start, &end) &&
        g_date_compare (day, &start) >= 0 && g_date_compare (day, &end) <= 0)
      return g_object_ref (years->pdata[i]);
  return NULL;
}

/**
 * nst_years_list_overlaps:
 * @context: scheme, source and the day
 *
 * Years that share a day cannot be made, but a base may have some from before that was looked
 * at: which of them a fact belongs to is open then.
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each pair, with what to do
 */
GPtrArray *
nst_years_list_overlaps (const NstRuleContext *context)
{
  g_autoptr (GPtrArray) years = nst_source_list (context->source, "year", NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  GDate start, end, first, last;

  for (guint i = 0; i < years->len; i++)
    for (guint j = i + 1; j < years->len; j++)
      if (nst_years_get_days (context, years->pdata[i], &start, &end) &&
          nst_years_get_days (context, years->pdata[j], &first, &last) &&
          g_date_compare (&first, &end) <= 0 && g_date_compare (&last, &start) >= 0)
        g_ptr_array_add (found,
                         g_strdup_printf (_ ("The school years %s and %s share days; change the "
                                             "number or the days of one of them."),
                                          nst_record_get_title (years->pdata[i]),
                                          nst_record_get_title (years->pdata[j])));
  return found;
}

/* A team without a year of its own is of the first one that ends after it came. */
static gboolean
is_of (NstRecord *team, NstRecord *year, const GDate *end)
{
  gint64 own = nst_record_get_ref (team, "school_year");
  GDate came;

  if (own != 0)
    return own == nst_record_get_id (year);
  if (nst_record_get_date (team, "registered_on", &came) ||
      nst_record_get_date (team, "submitted_on", &came))
    return g_date_compare (&came, end) <= 0;
  return nst_record_get_int (team, "year") <= g_date_get_year (end);
}

/**
 * nst_years_list_teams:
 * @context: scheme, source and the day
 * @year: a record of kind "year"
 *
 * Returns: (transfer full) (element-type NstRecord): its teams, in whatever state
 */
GPtrArray *
nst_years_list_teams (const NstRuleContext *context, NstRecord *year)
{
  g_autoptr (GPtrArray) teams = nst_source_list (context->source, "team", NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GDate start, end;

  if (!nst_years_get_days (context, year, &start, &end))
    return found;
  for (guint i = 0; i < teams->len; i++)
    if (is_of (teams->pdata[i], year, &end))
      g_ptr_array_add (found, g_object_ref (teams->pdata[i]));
  return found;
}
