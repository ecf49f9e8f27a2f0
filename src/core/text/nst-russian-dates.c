/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, months and periods in print, and the arithmetic of months (DOCUMENTS 16.1, R89). */
#include "config.h"

#include "text/nst-russian.h"

/* Parts of a date stay on one line. */
#define NBSP "\302\240"

static const char *const months[] = { "январь",   "февраль", "март",   "апрель",
                                      "май",      "июнь",    "июль",   "август",
                                      "сентябрь", "октябрь", "ноябрь", "декабрь" };
static const char *const months_genitive[] = { "января",   "февраля", "марта",  "апреля",
                                               "мая",      "июня",    "июля",   "августа",
                                               "сентября", "октября", "ноября", "декабря" };

static gboolean
is_day (const GDate *date)
{
  return date != NULL && g_date_valid (date);
}

/**
 * nst_russian_month_name:
 * @month: January…December
 *
 * Returns: the name in the nominative, such as «ноябрь»
 */
const char *
nst_russian_month_name (GDateMonth month)
{
  g_return_val_if_fail (g_date_valid_month (month), NULL);
  return months[month - 1];
}

/**
 * nst_russian_date:
 * @date: a valid day
 *
 * Filter `d` of DOCUMENTS 0.1.
 *
 * Returns: (transfer full): «29.10.2021»
 */
char *
nst_russian_date (const GDate *date)
{
  g_return_val_if_fail (is_day (date), NULL);
  return g_strdup_printf ("%02d.%02d.%04d", g_date_get_day (date), (int) g_date_get_month (date),
                          g_date_get_year (date));
}

/**
 * nst_russian_date_words:
 * @date: a valid day
 *
 * Filter `D`: no leading zero, no-break spaces between the parts.
 *
 * Returns: (transfer full): «29 октября 2021 г.»
 */
char *
nst_russian_date_words (const GDate *date)
{
  g_return_val_if_fail (is_day (date), NULL);
  return g_strdup_printf ("%d" NBSP "%s" NBSP "%d" NBSP "г.", g_date_get_day (date),
                          months_genitive[g_date_get_month (date) - 1], g_date_get_year (date));
}

/**
 * nst_russian_date_quoted:
 * @date: (nullable): a day, %NULL for one to be written by hand
 *
 * Filter `Q`: two digits in guillemets, or the blank «___» __________ 20___ г.
 *
 * Returns: (transfer full): «05» июня 2021 г.
 */
char *
nst_russian_date_quoted (const GDate *date)
{
  if (!is_day (date))
    return g_strdup ("«___»" NBSP "__________" NBSP "20___" NBSP "г.");
  return g_strdup_printf ("«%02d»" NBSP "%s" NBSP "%d" NBSP "г.", g_date_get_day (date),
                          months_genitive[g_date_get_month (date) - 1], g_date_get_year (date));
}

/**
 * nst_russian_month:
 * @date: any day of the month
 *
 * Filter `MY`.
 *
 * Returns: (transfer full): «ноябрь 2021 г.»
 */
char *
nst_russian_month (const GDate *date)
{
  g_return_val_if_fail (is_day (date), NULL);
  return g_strdup_printf ("%s" NBSP "%d" NBSP "г.", months[g_date_get_month (date) - 1],
                          g_date_get_year (date));
}

/**
 * nst_russian_period:
 * @first: first day
 * @last: last day, counts
 *
 * Filter `range`: whole months by name, the year once when it is the same; other days as
 * dates.
 *
 * Returns: (transfer full): «декабрь 2021 г. – ноябрь 2022 г.», «январь – март 2022 г.»
 */
char *
nst_russian_period (const GDate *first, const GDate *last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (is_day (first), NULL);
  g_return_val_if_fail (is_day (last), NULL);

  if (g_date_get_day (first) != 1 || !g_date_is_last_of_month (last))
    {
      from = nst_russian_date (first);
      to = nst_russian_date (last);
      return g_strconcat (from, NBSP "– ", to, NULL);
    }
  to = nst_russian_month (last);
  if (g_date_get_year (first) != g_date_get_year (last))
    from = nst_russian_month (first);
  else if (g_date_get_month (first) == g_date_get_month (last))
    return g_steal_pointer (&to);
  else
    from = g_strdup (months[g_date_get_month (first) - 1]);
  return g_strconcat (from, NBSP "– ", to, NULL);
}

/**
 * nst_russian_month_list:
 * @days: (array length=count): a day of each month, in order
 * @count: how many
 *
 * Filter `MYs`: the year stands once, after the last of its months.
 *
 * Returns: (transfer full): «декабрь 2021 г., апрель, сентябрь 2022 г.»
 */
char *
nst_russian_month_list (const GDate *days, gsize count)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < count; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      g_string_append (text, months[g_date_get_month (&days[i]) - 1]);
      if (i + 1 == count || g_date_get_year (&days[i + 1]) != g_date_get_year (&days[i]))
        g_string_append_printf (text, NBSP "%d" NBSP "г.", g_date_get_year (&days[i]));
    }
  return g_string_free (text, FALSE);
}

/**
 * nst_russian_years:
 * @first: first year
 * @last: last year
 *
 * Returns: (transfer full): «2020–2024 годы», «2024 год»
 */
char *
nst_russian_years (int first, int last)
{
  if (first == last)
    return g_strdup_printf ("%d" NBSP "год", first);
  return g_strdup_printf ("%d–%d" NBSP "годы", first, last);
}

/**
 * nst_russian_years_short:
 * @first: first year
 * @last: last year
 *
 * Returns: (transfer full): «2021–2022 гг.», «2022 г.»
 */
char *
nst_russian_years_short (int first, int last)
{
  if (first == last)
    return g_strdup_printf ("%d" NBSP "г.", first);
  return g_strdup_printf ("%d–%d" NBSP "гг.", first, last);
}

/**
 * nst_russian_school_year:
 * @day: any day of the school year, which begins on 1 September
 *
 * Returns: (transfer full): «2025/26 учебный год»
 */
char *
nst_russian_school_year (const GDate *day)
{
  int first;

  g_return_val_if_fail (is_day (day), NULL);

  first = g_date_get_year (day) - (g_date_get_month (day) < G_DATE_SEPTEMBER ? 1 : 0);
  return g_strdup_printf ("%d/%02d" NBSP "учебный" NBSP "год", first, (first + 1) % 100);
}

/**
 * nst_russian_add_months:
 * @start: first day
 * @months_count: how many months the period lasts
 * @end: (out caller-allocates): its last day
 *
 * The last day of a period of so many months (DOMAIN R89): the same day number less one; when
 * that day number does not exist, the last day of the month. 01.03.2024 and 24 months give
 * 28.02.2026.
 */
void
nst_russian_add_months (const GDate *start, guint months_count, GDate *end)
{
  GDate same;

  g_return_if_fail (is_day (start));
  g_return_if_fail (end != NULL);

  same = *start;
  g_date_add_months (&same, months_count);
  /* GLib gives the last of the month for a day that does not exist: that one stays. */
  if (g_date_get_day (&same) == g_date_get_day (start))
    g_date_subtract_days (&same, 1);
  *end = same;
}

/**
 * nst_russian_months_between:
 * @first: first day of a period
 * @last: last day, counts
 * @whole: (out) (optional): whether the months fill the period to the day
 *
 * Whole months from first to last day (DOMAIN R21): 01.01–31.12 are 12, 01.01–28.02.2022
 * are 2. What is left over is not counted.
 *
 * Returns: the number of months, 0 when @last is before @first
 */
guint
nst_russian_months_between (const GDate *first, const GDate *last, gboolean *whole)
{
  int count;
  GDate end;

  if (whole != NULL)
    *whole = FALSE;
  g_return_val_if_fail (is_day (first), 0);
  g_return_val_if_fail (is_day (last), 0);

  count = (g_date_get_year (last) - g_date_get_year (first)) * 12 +
          ((int) g_date_get_month (last) - (int) g_date_get_month (first)) + 1;
  for (; count > 0; count--)
    {
      nst_russian_add_months (first, (guint) count, &end);
      if (g_date_compare (&end, last) <= 0)
        {
          if (whole != NULL)
            *whole = g_date_compare (&end, last) == 0;
          return (guint) count;
        }
    }
  return 0;
}
