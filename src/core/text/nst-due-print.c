/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that a schedule gets when nobody wrote any (DOCUMENTS 16.1). */
#include "config.h"

#include "text/nst-due-private.h"

#include "text/nst-russian.h"

static const char *
month_name (int month)
{
  return nst_russian_month_name ((GDateMonth) month);
}

static void
append_date (GString *text, NstDuePoint point)
{
  g_string_append_printf (text, "%02d.%02d.%04d", point.day, point.month, point.year);
}

/* Months of one year share its number, which stands after the last of them. */
static void
append_months (GString *text, const NstDue *self, const char *between)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      NstDuePoint point = nst_due_get_point (self, i);

      if (i > 0)
        g_string_append (text, between);
      g_string_append (text, month_name (point.month));
      if (i + 1 == self->points->len || nst_due_get_point (self, i + 1).year != point.year)
        g_string_append_printf (text, " %d г.", point.year);
    }
}

static void
append_dates (GString *text, const NstDue *self, const char *between)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      if (i > 0)
        g_string_append (text, between);
      append_date (text, nst_due_get_point (self, i));
    }
}

static void
append_years (GString *text, const NstDue *self)
{
  int first = nst_due_get_point (self, 0).year;
  int last = nst_due_get_point (self, 1).year;

  if (first == last)
    g_string_append_printf (text, "%d год", first);
  else
    g_string_append_printf (text, "%d–%d годы", first, last);
}

static void
append_recurring (GString *text, const NstDue *self)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      NstDuePoint point = nst_due_get_point (self, i);

      if (i > 0)
        g_string_append (text, ",");
      else
        g_string_append (text, point.day > 0 ? "ежегодно до" : "ежегодно,");
      if (point.day > 0)
        {
          GDate date;
          g_autofree char *words = NULL;
          g_auto (GStrv) parts = NULL;

          /* Any leap year will do: only the day and the month are taken. */
          g_date_clear (&date, 1);
          g_date_set_dmy (&date, (GDateDay) point.day, (GDateMonth) point.month, 2000);
          words = nst_russian_date_words (&date);
          parts = g_strsplit (words, "\302\240", 3);
          g_string_append_printf (text, " %s %s", parts[0], parts[1]);
        }
      else
        g_string_append_printf (text, " %s", month_name (point.month));
    }
}

static void
append_from (GString *text, const NstDue *self)
{
  NstDuePoint point = nst_due_get_point (self, 0);

  if (point.day > 0)
    append_date (text, point);
  else
    append_months (text, self, "");
  g_string_append (text, ", далее – постоянно");
}

static char *
capitalise (GString *text)
{
  const char *rest = g_utf8_next_char (text->str);
  gunichar first = g_unichar_toupper (g_utf8_get_char (text->str));
  char letter[7] = { 0 };
  char *capital;

  g_unichar_to_utf8 (first, letter);
  capital = g_strconcat (letter, rest, NULL);
  g_string_free (text, TRUE);
  return capital;
}

static void
append_number (GString *text, const NstDue *self)
{
  if (self->kind == NST_DUE_STAGE_MONTHS)
    g_string_append_printf (text, "%u %s", self->number,
                            nst_russian_plural (self->number, "месяц", "месяца", "месяцев"));
  else
    g_string_append_printf (text, "в течение %u %s с момента завершения программы", self->number,
                            nst_russian_plural (self->number, "дня", "дней", "дней"));
}

/* The default words, the first letter capital as in a table cell. */
char *
nst_due_print (const NstDue *self)
{
  GString *text = g_string_new (NULL);

  switch (self->kind)
    {
    case NST_DUE_MONTH:
    case NST_DUE_MONTH_LIST:
      append_months (text, self, ", ");
      break;
    case NST_DUE_MONTH_RANGE:
      append_months (text, self, " – ");
      break;
    case NST_DUE_DATE:
    case NST_DUE_DATE_LIST:
      append_dates (text, self, ", ");
      break;
    case NST_DUE_DATE_RANGE:
      append_dates (text, self, " – ");
      break;
    case NST_DUE_YEAR_RANGE:
      append_years (text, self);
      break;
    case NST_DUE_QUARTERLY:
      append_years (text, self);
      g_string_append (text, ", ежеквартально");
      break;
    case NST_DUE_CONTINUOUS_FROM:
      append_from (text, self);
      break;
    case NST_DUE_ON_REQUEST:
      g_string_append (text, "по запросу");
      break;
    case NST_DUE_BY_AGREEMENT:
      g_string_append (text, "по согласованию сторон");
      break;
    case NST_DUE_WHOLE_PERIOD:
      g_string_append (text, "на протяжении всего периода реализации программы");
      break;
    case NST_DUE_IN_PROGRESS:
      g_string_append (text, "в ходе реализации программы");
      break;
    case NST_DUE_STAGE_MONTHS:
    case NST_DUE_RELATIVE_DAYS:
      append_number (text, self);
      break;
    case NST_DUE_RECURRING:
    default:
      append_recurring (text, self);
      break;
    }
  return capitalise (text);
}
