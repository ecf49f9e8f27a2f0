/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From which day to which a programme runs, and when its reports are due. */
#include "config.h"

#include "rules/nst-program-term.h"

#include "text/nst-russian.h"

/**
 * nst_program_term_get_start:
 * @program: a programme
 * @start: (out): its first day
 *
 * Returns: whether the day is known
 */
gboolean
nst_program_term_get_start (NstRecord *program, GDate *start)
{
  return nst_record_get_date (program, "start", start);
}

/**
 * nst_program_term_get_end:
 * @program: a programme
 * @end: (out): its last day: the actual one, else the extended one, else the planned one
 *
 * Returns: whether the day is known
 */
gboolean
nst_program_term_get_end (NstRecord *program, GDate *end)
{
  return nst_record_get_date (program, "ended_on", end) ||
         nst_record_get_date (program, "extended_until", end) ||
         nst_record_get_date (program, "end", end);
}

/**
 * nst_program_term_get_report_due:
 * @scheme: a scheme with the limit "report.days"
 * @program: a programme
 * @due: (out): last day for its reports (R37): its end and that many calendar days
 *
 * Returns: whether there is such a day
 */
gboolean
nst_program_term_get_report_due (NstScheme *scheme, NstRecord *program, GDate *due)
{
  gint64 days = nst_scheme_get_limit_int (scheme, "report.days", -1);

  if (days < 0 || !nst_program_term_get_end (program, due))
    return FALSE;
  g_date_add_days (due, (guint) days);
  return TRUE;
}

/**
 * nst_program_term_get_max_end:
 * @scheme: a scheme with the limit "extension.months.max"
 * @program: a programme
 * @end: (out): the last day that an extension may reach (R23)
 *
 * The extension begins the day after the set term.
 *
 * Returns: whether there is such a day
 */
gboolean
nst_program_term_get_max_end (NstScheme *scheme, NstRecord *program, GDate *end)
{
  gint64 months = nst_scheme_get_limit_int (scheme, "extension.months.max", 0);
  GDate first;

  if (months <= 0 || !nst_record_get_date (program, "end", &first))
    return FALSE;
  g_date_add_days (&first, 1);
  nst_russian_add_months (&first, (guint) months, end);
  return TRUE;
}
