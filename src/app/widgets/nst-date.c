/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as the window shows and takes them. */
#include "config.h"

#include "app/widgets/nst-date.h"

#include <stdio.h>

/**
 * nst_date_to_label:
 * @date: (nullable): a day
 *
 * Returns: (transfer full): "01.07.2022", or "" for no or an invalid day
 */
char *
nst_date_to_label (const GDate *date)
{
  if (date == NULL || !g_date_valid (date))
    return g_strdup ("");
  return g_strdup_printf ("%02d.%02d.%04d", (int) g_date_get_day (date),
                          (int) g_date_get_month (date), (int) g_date_get_year (date));
}

/**
 * nst_date_to_words:
 * @date: a valid day
 *
 * Returns: (transfer full): the day as the locale writes it, with the day of the week
 */
char *
nst_date_to_words (const GDate *date)
{
  g_autoptr (GDateTime) moment = NULL;

  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  moment = g_date_time_new_utc ((int) g_date_get_year (date), (int) g_date_get_month (date),
                                (int) g_date_get_day (date), 12, 0, 0);
  return g_date_time_format (moment, "%A, %-e %B %Y");
}

/**
 * nst_date_from_text:
 * @date: (out caller-allocates): the day
 * @text: (nullable): canonical YYYY-MM-DD
 *
 * Returns: whether @text is a day
 */
gboolean
nst_date_from_text (GDate *date, const char *text)
{
  int year = 0;
  int month = 0;
  int day = 0;

  g_date_clear (date, 1);
  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return FALSE;
  if (year < 1 || day < 1 || month < 1 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * nst_date_to_text:
 * @date: (nullable): a day
 *
 * Returns: (transfer full) (nullable): canonical YYYY-MM-DD
 */
char *
nst_date_to_text (const GDate *date)
{
  if (date == NULL || !g_date_valid (date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", (int) g_date_get_year (date),
                          (int) g_date_get_month (date), (int) g_date_get_day (date));
}

/**
 * nst_date_text_to_label:
 * @text: (nullable): canonical YYYY-MM-DD
 *
 * Returns: (transfer full): "01.07.2022" or ""
 */
char *
nst_date_text_to_label (const char *text)
{
  GDate date;

  return nst_date_from_text (&date, text) ? nst_date_to_label (&date) : g_strdup ("");
}
