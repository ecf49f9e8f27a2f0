/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of an agreement follow each other: sent, signed, returned, registered. */
#include "config.h"

#include "rules/nst-agreement-days.h"

#include "model/nst-error.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *field;
  const char *name;
} Point;

static const Point points[] = {
  { "sent_on", NC_ ("day", "the sending") },
  { "signed_on", NC_ ("day", "a signature") },
  { "returned_on", NC_ ("day", "the return of the signed paper") },
  { "registered_on", NC_ ("day", "the registration") },
};

#define SIGNED 1

static guint
find_point (const char *field)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (points) && g_strcmp0 (points[i].field, field) != 0)
    i++;
  return i;
}

/* Whether a day that is recorded at another point stands in the way of this one. */
static gboolean
compare (guint point, const GDate *day, guint other, NstRecord *place, GError **error)
{
  gboolean later = other > point;
  g_autofree char *own = NULL;
  g_autofree char *its = NULL;
  GDate date;
  int order;

  if (other == point || !nst_record_get_date (place, points[other].field, &date))
    return TRUE;
  order = g_date_compare (day, &date);
  if (later ? order <= 0 : order >= 0)
    return TRUE;
  own = nst_russian_date (later ? &date : day);
  its = nst_russian_date (later ? day : &date);
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
               /* Translators: an act and its day, then the earlier act and its day */
               _ ("The day of %s (%s) cannot be before the day of %s (%s); put the day right"),
               g_dpgettext2 (GETTEXT_PACKAGE, "day", points[later ? other : point].name), own,
               g_dpgettext2 (GETTEXT_PACKAGE, "day", points[later ? point : other].name), its);
  return FALSE;
}

/**
 * nst_agreement_days_check:
 * @context: scheme and source
 * @agreement: the agreement; any day goes for a record of another kind
 * @field: field of the agreement or of one of its signatures that is to keep the day
 * @day: the day
 * @error: %NST_RULE_ERROR when the day is not between those of the acts before and after
 *
 * Returns: whether the day can stand there; always for other fields
 */
gboolean
nst_agreement_days_check (const NstRuleContext *context, NstRecord *agreement, const char *field,
                          const GDate *day, GError **error)
{
  g_autoptr (GPtrArray) signatures = NULL;
  guint point = find_point (field);

  if (point == G_N_ELEMENTS (points) ||
      !g_str_equal (nst_record_get_kind (agreement)->name, "agreement"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    if (i != SIGNED && !compare (point, day, i, agreement, error))
      return FALSE;
  signatures = nst_source_list_of (context->source, "signature", "agreement", agreement);
  for (guint i = 0; i < signatures->len; i++)
    if (!compare (point, day, SIGNED, signatures->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* The group's own year; without one, that before its work begins. */
static gboolean
is_of_year (NstRecord *group, const GDate *limit)
{
  gint64 year = nst_record_get_int (group, "year");
  GDate start;

  if (year > 0)
    return year == g_date_get_year (limit);
  if (!nst_record_get_date (group, "period_start", &start))
    return FALSE;
  return g_date_get_year (&start) == g_date_get_year (limit) ||
         g_date_get_year (&start) == g_date_get_year (limit) + 1;
}

/**
 * nst_agreement_days_get_limit:
 * @context: scheme and source
 * @agreement: the agreement
 * @key: name of a fixed day of the scheme
 * @limit: (out caller-allocates): the day; left alone when there is none
 *
 * Returns: whether the scheme's day is meant for the agreement: that of its group's year. What
 *   follows or supplements an agreement is later by its nature
 */
gboolean
nst_agreement_days_get_limit (const NstRuleContext *context, NstRecord *agreement,
                              const char *key, GDate *limit)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, agreement, "group");
  GDate date;

  if (group == NULL || nst_record_get_ref (agreement, "previous") != 0 ||
      nst_record_get_ref (agreement, "supplements") != 0 ||
      !nst_scheme_get_limit_date (context->scheme, key, &date) || !is_of_year (group, &date))
    return FALSE;
  *limit = date;
  return TRUE;
}
