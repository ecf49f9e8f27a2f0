/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the words of a regulation or a person to a schedule (DOMAIN section 7). */
#include "config.h"

#include "text/nst-due-scan-private.h"

#include "text/nst-russian.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that tell a kind without dates, looked for in this order. */
static const struct
{
  NstDueKind kind;
  const char *words;
} told_by_words[] = {
  { NST_DUE_ON_REQUEST, "по запрос" },
  { NST_DUE_ON_REQUEST, "по мере необходимости" },
  { NST_DUE_ON_REQUEST, "при необходимости" },
  { NST_DUE_ON_REQUEST, "по требованию" },
  { NST_DUE_BY_AGREEMENT, "по согласованию" },
  { NST_DUE_BY_AGREEMENT, "по договоренности" },
  { NST_DUE_WHOLE_PERIOD, "на протяжении" },
  { NST_DUE_WHOLE_PERIOD, "весь период" },
  { NST_DUE_WHOLE_PERIOD, "весь срок" },
  { NST_DUE_WHOLE_PERIOD, "в течение всего" },
  { NST_DUE_WHOLE_PERIOD, "в течение года" },
  { NST_DUE_WHOLE_PERIOD, "в течение учебного года" },
  { NST_DUE_WHOLE_PERIOD, "в течение периода" },
  { NST_DUE_WHOLE_PERIOD, "в течение срока" },
  { NST_DUE_IN_PROGRESS, "в ходе " },
  { NST_DUE_IN_PROGRESS, "в процессе " },
};

/* Signs of the kinds that come with dates. */
static const char *const yearly[] = { "ежегодно", "каждый год", "каждого года", NULL };
static const char *const quarterly[] = { "ежеквартально", "каждый квартал", "раз в квартал",
                                         NULL };
static const char *const continuous[] = { "далее", "постоянно", "бессрочно", "начиная с", NULL };

static const char stage_pattern[] =
    "^(?:в течение )?(\\d{1,3}) (?:\\([^)]*\\) ?)?(?:месяц|месяца|месяцев|мес)\\.?$";
/* Calendar days only (DOMAIN C-34): working days are not understood. */
static const char days_pattern[] =
    "(?:^|\\D)(\\d{1,4})(?: ?\\([^)]*\\))?(?:-| )(?:календарн\\S+ )?(дня|дней|день|дневн|недел)";

static gboolean
refuse (const char *phrase, const char *why, GError **error)
{
  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("“%s” does not yet tell when: %s. Write it for example as «декабрь 2022 г.» "
                  "or «15.12.2022»"),
               phrase, why);
  return FALSE;
}

static gboolean
contains_any (const char *plain, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (plain, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Lower case, one kind of space, none at the ends. */
static char *
simplify (const char *phrase)
{
  g_autofree char *folded = nst_russian_fold (phrase);
  g_auto (GStrv) lines = g_strsplit (folded, "\302\240", -1);
  g_autofree char *joined = g_strjoinv (" ", lines);
  g_auto (GStrv) words = g_strsplit_set (joined, " \t\r\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free (text, FALSE);
}

static NstDue *
parse_counted (const char *plain)
{
  g_autoptr (GRegex) stage = g_regex_new (stage_pattern, 0, 0, NULL);
  g_autoptr (GRegex) days = g_regex_new (days_pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GMatchInfo) day_match = NULL;
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  g_autoptr (NstDue) self = NULL;

  if (g_regex_match (stage, plain, 0, &match))
    {
      self = nst_due_new (NST_DUE_STAGE_MONTHS);
      number = g_match_info_fetch (match, 1);
    }
  else if (g_regex_match (days, plain, 0, &day_match))
    {
      self = nst_due_new (NST_DUE_RELATIVE_DAYS);
      number = g_match_info_fetch (day_match, 1);
      unit = g_match_info_fetch (day_match, 2);
    }
  else
    return NULL;
  self->number = (guint) g_ascii_strtoull (number, NULL, 10);
  if (g_strcmp0 (unit, "недел") == 0)
    self->number *= 7;
  return self->number > 0 ? g_steal_pointer (&self) : NULL;
}

static NstDue *
parse_words (const char *plain)
{
  NstDue *self;

  for (guint i = 0; i < G_N_ELEMENTS (told_by_words); i++)
    if (strstr (plain, told_by_words[i].words) != NULL)
      return nst_due_new (told_by_words[i].kind);
  self = parse_counted (plain);
  if (self == NULL && strcmp (plain, "постоянно") == 0)
    self = nst_due_new (NST_DUE_WHOLE_PERIOD);
  return self;
}

static const NstDueItem *
item_at (GArray *items, guint index)
{
  return &g_array_index (items, NstDueItem, index);
}

/* Days with days, months with months: a schedule mixes none. */
static gboolean
check_alike (GArray *items, const char *phrase, gboolean each_year, GError **error)
{
  const NstDueItem *first = item_at (items, 0);

  for (guint i = 0; i < items->len; i++)
    {
      const NstDueItem *item = item_at (items, i);

      if (item->quarter != 0 && (items->len > 1 || each_year))
        return refuse (phrase, _ ("name the months instead of several quarters"), error);
      if ((item->point.day == 0) != (first->point.day == 0) ||
          (item->point.month == 0) != (first->point.month == 0))
        return refuse (phrase, _ ("name only dates, only months or only years"), error);
      if (item->point.day > 0 && item->point.month == 0)
        return refuse (phrase, _ ("add the month"), error);
      if (each_year ? item->point.year != 0 : item->point.year == 0)
        return refuse (phrase,
                       each_year ? _ ("a yearly schedule names no year; leave the year out")
                                 : _ ("add the year"),
                       error);
    }
  return TRUE;
}

static void
add_points (NstDue *self, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    nst_due_add_point (self, item_at (items, i)->point);
}

/* «30.11.2020 … 30.11.2024»: the same day of each year between. */
static gboolean
add_years_between (NstDue *self, GArray *items)
{
  NstDuePoint point = item_at (items, 0)->point;
  NstDuePoint last = item_at (items, 1)->point;

  if (point.month != last.month || point.day != last.day || point.year > last.year)
    return FALSE;
  for (; point.year <= last.year; point.year++)
    nst_due_add_point (self, point);
  return TRUE;
}

static NstDue *
make_single (const NstDueItem *item)
{
  NstDuePoint point = item->point;
  NstDuePoint last = point;
  NstDue *self;

  if (item->quarter > 0)
    {
      self = nst_due_new (NST_DUE_MONTH_RANGE);
      point.month = item->quarter * 3 - 2;
      last.month = item->quarter * 3;
    }
  else if (point.month == 0)
    self = nst_due_new (NST_DUE_YEAR_RANGE);
  else
    {
      self = nst_due_new (point.day > 0 ? NST_DUE_DATE : NST_DUE_MONTH);
      nst_due_add_point (self, point);
      return self;
    }
  nst_due_add_point (self, point);
  nst_due_add_point (self, last);
  return self;
}

static NstDue *
make_range (GArray *items)
{
  NstDuePoint first = item_at (items, 0)->point;
  NstDue *self = nst_due_new (first.day > 0     ? NST_DUE_DATE_RANGE
                              : first.month > 0 ? NST_DUE_MONTH_RANGE
                                                : NST_DUE_YEAR_RANGE);

  add_points (self, items);
  return self;
}

static NstDue *
make_list (GArray *items, const char *phrase, GError **error)
{
  NstDuePoint first = item_at (items, 0)->point;
  NstDue *self;

  for (guint i = 1; i < items->len; i++)
    if (item_at (items, i)->before != ',')
      {
        refuse (phrase, _ ("give one range, or a list with commas"), error);
        return NULL;
      }
  if (first.month == 0)
    {
      refuse (phrase, _ ("write several years as a range such as 2020–2024"), error);
      return NULL;
    }
  self = nst_due_new (first.day > 0 ? NST_DUE_DATE_LIST : NST_DUE_MONTH_LIST);
  add_points (self, items);
  return self;
}

static NstDue *
make_plain (GArray *items, const char *phrase, GError **error)
{
  const NstDueItem *second;

  if (items->len == 1)
    return make_single (item_at (items, 0));
  second = item_at (items, 1);
  if (items->len == 2 && second->before == '.')
    {
      g_autoptr (NstDue) years =
          nst_due_new (second->point.day > 0 ? NST_DUE_DATE_LIST : NST_DUE_MONTH_LIST);

      if (second->point.month > 0 && add_years_between (years, items))
        return g_steal_pointer (&years);
    }
  /* «Декабрь 2021 г. декабрь 2022 г.»: two months with nothing between are a range. */
  if (items->len == 2 && (second->before == '-' || second->before == ' '))
    return make_range (items);
  return make_list (items, phrase, error);
}

static NstDue *
make_quarterly (GArray *items, const char *phrase, GError **error)
{
  NstDue *self;

  if (item_at (items, 0)->point.month != 0 || items->len > 2 ||
      (items->len == 2 && item_at (items, 1)->before != '-'))
    {
      refuse (phrase, _ ("name the years, such as «2020-2024 ежеквартально»"), error);
      return NULL;
    }
  self = nst_due_new (NST_DUE_QUARTERLY);
  add_points (self, items);
  if (items->len == 1)
    add_points (self, items);
  return self;
}

static NstDue *
make_continuous (GArray *items, const char *phrase, GError **error)
{
  NstDuePoint point = item_at (items, 0)->point;
  NstDue *self;

  if (items->len != 1 || item_at (items, 0)->quarter != 0)
    {
      refuse (phrase, _ ("name one month from which it goes on"), error);
      return NULL;
    }
  if (point.month == 0)
    point.month = 1;
  self = nst_due_new (NST_DUE_CONTINUOUS_FROM);
  nst_due_add_point (self, point);
  return self;
}

static NstDue *
make_recurring (GArray *items, const char *phrase, GError **error)
{
  NstDue *self;

  for (guint i = 1; i < items->len; i++)
    if (item_at (items, i)->before != ',')
      {
        refuse (phrase, _ ("list the days of the year with commas"), error);
        return NULL;
      }
  self = nst_due_new (NST_DUE_RECURRING);
  add_points (self, items);
  return self;
}

static NstDue *
parse_dates (const char *phrase, const char *plain, GError **error)
{
  gboolean each_year = contains_any (plain, yearly);
  g_autoptr (GArray) items = nst_due_scan (phrase, error);

  if (items == NULL)
    {
      /* The whole phrase, where only one of its words was named. */
      if (error != NULL && strstr ((*error)->message, phrase) == NULL)
        g_prefix_error (error, "%s: ", phrase);
      return NULL;
    }
  if (items->len == 0)
    {
      refuse (phrase, _ ("name a month with its year, or a date"), error);
      return NULL;
    }
  if (!check_alike (items, phrase, each_year, error))
    return NULL;
  if (each_year)
    return make_recurring (items, phrase, error);
  if (contains_any (plain, quarterly))
    return make_quarterly (items, phrase, error);
  if (contains_any (plain, continuous))
    return make_continuous (items, phrase, error);
  return make_plain (items, phrase, error);
}

/**
 * nst_due_parse:
 * @phrase: what a person typed or a regulation prints; the machine form is understood too
 * @error: %NST_INPUT_ERROR_INVALID, which names the place and the remedy
 *
 * Understands the sixteen kinds of DOMAIN section 7 in their usual spellings. The words are
 * kept and come back from nst_due_to_phrase() as they were, without spaces at the ends.
 *
 * Returns: (transfer full) (nullable): the schedule
 */
NstDue *
nst_due_parse (const char *phrase, GError **error)
{
  g_autofree char *given = NULL;
  g_autofree char *plain = NULL;
  g_autoptr (NstDue) self = NULL;

  g_return_val_if_fail (phrase != NULL, NULL);

  if (!g_utf8_validate (phrase, -1, NULL))
    {
      g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                           _ ("The schedule is not text in UTF-8; type it anew"));
      return NULL;
    }
  given = g_strstrip (g_strdup (phrase));
  plain = simplify (given);
  if (*plain == '\0')
    {
      g_set_error_literal (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                           _ ("The schedule is empty; name a month with its year, a date, or "
                              "«По согласованию сторон»"));
      return NULL;
    }
  self = nst_due_parse_machine (given);
  if (self != NULL)
    return nst_due_check_points (self, given, error) ? g_steal_pointer (&self) : NULL;
  self = parse_words (plain);
  if (self == NULL)
    self = parse_dates (given, plain, error);
  if (self == NULL || !nst_due_check_points (self, given, error))
    return NULL;
  nst_due_keep_phrase (self, given);
  return g_steal_pointer (&self);
}
