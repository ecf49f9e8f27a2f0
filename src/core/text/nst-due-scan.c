/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the days, months and years that a phrase names, in any of their usual spellings. */
#include "config.h"

#include "text/nst-due-scan-private.h"

#include "text/nst-russian.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *at;
  GArray *items;
  char before;   /* mark seen since the last item, 0 for none */
  gboolean from; /* after «с», «по» and «до» make a range */
} Scanner;

/* Words that say nothing about the day: the kind is told by other means. */
static const char *const fillers[] = {
  "г",       "гг",      "год",     "года",      "году",      "годы",     "годов",
  "в",       "во",      "к",       "ко",        "не",        "позднее",  "позже",
  "течение", "срок",    "начиная", "числа",     "раз",       "ежегодно", "ежеквартально",
  "каждый",  "каждого", "далее",   "постоянно", "бессрочно", "месяц",    "период"
};

static const char *const short_months[][3] = {
  { "янв", NULL },         { "фев", "февр", NULL }, { "мар", NULL },         { "апр", NULL },
  { "май", NULL },         { "июн", NULL },         { "июл", NULL },         { "авг", NULL },
  { "сен", "сент", NULL }, { "окт", NULL },         { "ноя", "нояб", NULL }, { "дек", NULL }
};

/* Endings of the month names in any case of the singular. */
static const char *const endings[] = { "", "ь", "я", "е", "а", "й", "ю", "у", "ем", "ом" };

static gboolean
has_stem (const char *word, const char *name)
{
  g_autofree char *folded = nst_russian_fold (name);
  glong letters = g_utf8_strlen (folded, -1);
  const char *last = g_utf8_offset_to_pointer (folded, letters - 1);
  gunichar end = g_utf8_get_char (last);
  gsize stem = end == 0x44C || end == 0x439 ? (gsize) (last - folded) : strlen (folded);

  if (strncmp (word, folded, stem) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (word + stem, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

static int
month_of_word (const char *word)
{
  for (int month = 1; month <= 12; month++)
    {
      if (g_strv_contains (short_months[month - 1], word))
        return month;
      if (has_stem (word, nst_russian_month_name ((GDateMonth) month)) &&
          strcmp (word, "ма") != 0)
        return month;
    }
  return 0;
}

static int
roman_of_word (const char *word)
{
  static const char *const roman[] = { "i", "ii", "iii", "iv", NULL };

  for (int i = 0; roman[i] != NULL; i++)
    if (strcmp (word, roman[i]) == 0)
      return i + 1;
  return 0;
}

static gboolean
refuse (const char *start, const char *end, GError **error)
{
  g_autofree char *part = g_strndup (start, (gsize) (end - start));

  g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
               _ ("“%s” does not tell when. Write it for example as «декабрь 2022 г.», "
                  "«15.12.2022», «март – май 2022 г.» or «По согласованию сторон»"),
               part);
  return FALSE;
}

static NstDueItem *
last_item (Scanner *self)
{
  if (self->items->len == 0)
    return NULL;
  return &g_array_index (self->items, NstDueItem, self->items->len - 1);
}

static void
add_item (Scanner *self, int day, int month, int year)
{
  NstDueItem item = { .point = { year, month, day } };

  item.before = self->before != 0 ? self->before : ' ';
  self->before = 0;
  g_array_append_val (self->items, item);
}

/* The last item, when nothing but words without weight stands between it and here. */
static NstDueItem *
open_item (Scanner *self)
{
  NstDueItem *item = last_item (self);

  return item != NULL && self->before == 0 && item->point.year == 0 ? item : NULL;
}

static void
add_year (Scanner *self, int year)
{
  NstDueItem *item = open_item (self);

  if (item != NULL)
    item->point.year = year;
  else
    add_item (self, 0, 0, year);
}

static int
full_year (int value, guint digits)
{
  return digits <= 2 ? 2000 + value : value;
}

static const char *
skip_spaces (const char *at)
{
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static guint
read_digits (Scanner *self, int *value)
{
  guint count = 0;

  for (*value = 0; g_ascii_isdigit (*self->at); self->at++, count++)
    if (count < 5)
      *value = *value * 10 + (*self->at - '0');
  return count;
}

/* «5-го», «1-й»: the ending belongs to the number. */
static void
skip_ordinal_ending (Scanner *self)
{
  static const char *const ordinal[] = { "-го", "-й", "-е", "-ый", "-му" };

  for (guint i = 0; i < G_N_ELEMENTS (ordinal); i++)
    {
      const char *after = self->at + strlen (ordinal[i]);

      if (g_str_has_prefix (self->at, ordinal[i]) && !g_unichar_isalpha (g_utf8_get_char (after)))
        {
          self->at = after;
          return;
        }
    }
}

/* After «19.»: month, then perhaps the year; «11.2021» is a month. */
static gboolean
read_dotted (Scanner *self, const char *start, int day, GError **error)
{
  int month, year = 0;
  guint digits;

  self->at++;
  digits = read_digits (self, &month);
  if (digits == 4)
    {
      add_item (self, 0, day, month);
      return TRUE;
    }
  if (digits > 2)
    return refuse (start, self->at, error);
  if (self->at[0] == '.' && g_ascii_isdigit (self->at[1]))
    {
      self->at++;
      digits = read_digits (self, &year);
      if (digits != 2 && digits != 4)
        return refuse (start, self->at, error);
      year = full_year (year, digits);
    }
  add_item (self, day, month, year);
  /* What is not said is 0; said as 0 it must not count as unsaid. */
  if (day == 0 || month == 0)
    return refuse (start, self->at, error);
  return TRUE;
}

static gboolean
read_number (Scanner *self, GError **error)
{
  const char *start = self->at;
  int value;
  guint digits = read_digits (self, &value);
  const char *next;

  if (digits <= 2 && self->at[0] == '.' && g_ascii_isdigit (self->at[1]))
    return read_dotted (self, start, value, error);
  if (digits == 4)
    {
      add_year (self, value);
      return TRUE;
    }
  if (digits > 2 || value == 0)
    return refuse (start, self->at, error);
  next = skip_spaces (self->at);
  if (g_str_has_prefix (next, "г") || g_str_has_prefix (next, "Г"))
    {
      add_year (self, full_year (value, digits));
      return TRUE;
    }
  skip_ordinal_ending (self);
  add_item (self, value, 0, 0);
  return TRUE;
}

static gboolean
is_filler (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (strcmp (fillers[i], word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_month (Scanner *self, int month)
{
  NstDueItem *item = open_item (self);

  if (item != NULL && item->point.day > 0 && item->point.month == 0 && item->quarter == 0)
    item->point.month = month;
  else
    add_item (self, 0, month, 0);
  return TRUE;
}

/* «1 квартал», «II квартал»; «раз в квартал» names none. */
static gboolean
take_quarter (Scanner *self)
{
  NstDueItem *item = open_item (self);

  if (item != NULL && item->point.month == 0 && item->point.day >= 1 && item->point.day <= 4)
    {
      item->quarter = item->point.day;
      item->point.day = 0;
    }
  return TRUE;
}

static gboolean
read_word (Scanner *self, GError **error)
{
  const char *start = self->at;
  g_autofree char *typed = NULL;
  g_autofree char *word = NULL;
  int number;

  while (g_unichar_isalpha (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
  typed = g_strndup (start, (gsize) (self->at - start));
  word = nst_russian_fold (typed);
  number = month_of_word (word);
  if (number > 0)
    return take_month (self, number);
  if (g_str_has_prefix (word, "квартал"))
    return take_quarter (self);
  number = roman_of_word (word);
  if (number > 0)
    {
      add_item (self, number, 0, 0);
      return TRUE;
    }
  if (strcmp (word, "с") == 0 || strcmp (word, "со") == 0)
    self->from = TRUE;
  else if (strcmp (word, "по") == 0 || strcmp (word, "до") == 0)
    self->before = self->from && self->items->len > 0 ? '-' : self->before;
  else if (strcmp (word, "и") == 0)
    self->before = ',';
  else if (!is_filler (word))
    return refuse (start, self->at, error);
  return TRUE;
}

static gboolean
read_mark (Scanner *self, GError **error)
{
  gunichar mark = g_utf8_get_char (self->at);
  const char *start = self->at;
  const char *close;

  self->at = g_utf8_next_char (self->at);
  switch (mark)
    {
    case '-':
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash */
    case 0x2014: /* em dash */
    case 0x2212: /* minus */
      self->before = '-';
      return TRUE;
    case ',':
    case ';':
      self->before = self->before == 0 ? ',' : self->before;
      return TRUE;
    case 0x2026: /* ellipsis */
      self->before = '.';
      return TRUE;
    case '.':
    case ':':
      if (g_str_has_prefix (self->at, ".."))
        {
          self->before = '.';
          self->at += 2;
        }
      return TRUE;
    case '(':
      /* What stands in brackets explains; the schedule is before it. */
      close = strchr (self->at, ')');
      if (close == NULL)
        return refuse (start, self->at, error);
      self->at = close + 1;
      return TRUE;
    default:
      return refuse (start, self->at, error);
    }
}

/* A year or month said once counts for the items before it. */
static void
fill_from_next (GArray *items)
{
  for (guint i = items->len; i > 1; i--)
    {
      NstDueItem *next = &g_array_index (items, NstDueItem, i - 1);
      NstDueItem *item = &g_array_index (items, NstDueItem, i - 2);

      if (item->point.month == 0 && item->point.day > 0)
        item->point.month = next->point.month;
      if (item->point.year == 0)
        item->point.year = next->point.year;
    }
}

GArray *
nst_due_scan (const char *phrase, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (NstDueItem));
  Scanner self = { .at = phrase, .items = items };

  while (*self.at != '\0')
    {
      gunichar letter = g_utf8_get_char (self.at);

      if (g_unichar_isspace (letter))
        self.at = g_utf8_next_char (self.at);
      else if (g_ascii_isdigit (*self.at))
        {
          if (!read_number (&self, error))
            return NULL;
        }
      else if (g_unichar_isalpha (letter) ? !read_word (&self, error) : !read_mark (&self, error))
        return NULL;
    }
  fill_from_next (items);
  return g_steal_pointer (&items);
}
