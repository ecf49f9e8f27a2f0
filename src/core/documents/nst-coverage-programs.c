/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage report on programmes: how they end, and when (DOCUMENTS 11, section 3). */
#include "config.h"

#include "documents/nst-coverage-tables.h"

#include "rules/nst-program-term.h"

#include <string.h>

#define FINAL_REPORT "FINAL_REPORT"

/* A chart of more quarters could not be read. */
#define MAX_QUARTERS 12

static const char *const fates[] = { "ahead", "running", "completed", "early", "terminated" };

static gboolean
has_state (NstRecord *program, const char *state)
{
  return g_strcmp0 (nst_record_get_text (program, "state"), state) == 0;
}

/**
 * nst_coverage_programs_get_fate:
 * @program: a programme
 * @day: the day it is judged on
 *
 * Returns: whether it runs, or how it has ended
 */
NstProgramFate
nst_coverage_programs_get_fate (NstRecord *program, const GDate *day)
{
  GDate start, end, planned;

  if (!nst_program_term_get_start (program, &start) || g_date_compare (&start, day) > 0)
    return NST_PROGRAM_AHEAD;
  if (!nst_program_term_get_end (program, &end) || g_date_compare (&end, day) > 0)
    return NST_PROGRAM_RUNNING;
  if (has_state (program, "TERMINATED"))
    return NST_PROGRAM_TERMINATED;
  if (nst_record_get_date (program, "ended_on", &end) &&
      (nst_record_get_date (program, "extended_until", &planned) ||
       nst_record_get_date (program, "end", &planned)) &&
      g_date_compare (&end, &planned) < 0)
    return nst_record_get_text (program, "end_reason") != NULL ? NST_PROGRAM_EARLY
                                                               : NST_PROGRAM_TERMINATED;
  return NST_PROGRAM_COMPLETED;
}

/**
 * nst_coverage_programs_is_late:
 * @context: scheme, source and the day
 * @program: a programme
 *
 * Returns: whether its final report came after its term, or is still missing then (R37)
 */
gboolean
nst_coverage_programs_is_late (const NstRuleContext *context, NstRecord *program)
{
  g_autoptr (GPtrArray) reports =
      nst_source_list_of (context->source, "report", "program", program);
  GDate due, issued;

  if (!nst_program_term_get_report_due (context->scheme, program, &due) ||
      g_date_compare (&due, &context->today) >= 0)
    return FALSE;
  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (nst_record_get_text (reports->pdata[i], "kind"), FINAL_REPORT) == 0 &&
        nst_record_get_date (reports->pdata[i], "issued_on", &issued) &&
        g_date_compare (&issued, &due) <= 0)
      return FALSE;
  return TRUE;
}

static NstValue *
make_counts (const guint *counts)
{
  NstValue *object = nst_value_new_object ();

  for (guint i = 0; i < NST_PROGRAM_N_FATES; i++)
    nst_value_take (object, fates[i], nst_value_new_number (counts[i]));
  return object;
}

/* Of the programmes that have begun; the mean of their shares. */
static void
put_summary (NstRecordData *data, GPtrArray *programs, NstValue *coverage)
{
  guint counts[NST_PROGRAM_N_FATES] = { 0 };
  guint extended = 0, late = 0, begun = 0;
  guint64 shares = 0;
  NstValue *object;

  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      NstProgramFate fate = nst_coverage_programs_get_fate (program, &data->context.today);

      counts[fate]++;
      extended += nst_record_get_text (program, "extended_until") != NULL;
      late += nst_coverage_programs_is_late (&data->context, program);
      if (fate != NST_PROGRAM_AHEAD)
        {
          g_autoptr (NstProgress) progress = nst_progress_new (&data->context, program);

          shares += progress->permille;
          begun++;
        }
    }
  object = make_counts (counts);
  nst_value_take (object, "all", nst_value_new_number (programs->len));
  nst_value_take (object, "extended", nst_value_new_number (extended));
  nst_value_take (object, "late", nst_value_new_number (late));
  if (begun > 0)
    nst_value_take (object, "mean-share",
                    nst_value_new_number ((gint64) ((2 * shares + begun) / (2 * begun))));
  nst_value_take (coverage, "programs", object);
}

static guint
get_quarter (const GDate *day)
{
  return g_date_get_year (day) * 4 + ((guint) g_date_get_month (day) - 1) / 3;
}

static guint
find_first_quarter (GPtrArray *programs, guint last)
{
  guint first = last;

  for (guint i = 0; i < programs->len; i++)
    {
      GDate start;

      if (nst_program_term_get_start (g_ptr_array_index (programs, i), &start))
        first = MIN (first, get_quarter (&start));
    }
  return MAX (first, last - MIN (last, MAX_QUARTERS - 1));
}

/* How many ran at the end of the quarter, and how many ended in it. */
static NstValue *
make_quarter (GPtrArray *programs, guint quarter, const GDate *today)
{
  static const char *const numbers[] = { "I", "II", "III", "IV" };
  guint counts[NST_PROGRAM_N_FATES] = { 0 };
  NstValue *object;
  GDate last;

  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 1, (GDateMonth) (quarter % 4 * 3 + 1), (GDateYear) (quarter / 4));
  g_date_add_months (&last, 3);
  g_date_subtract_days (&last, 1);
  if (g_date_compare (&last, today) > 0)
    last = *today;
  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      NstProgramFate fate = nst_coverage_programs_get_fate (program, &last);
      GDate end;

      if (fate > NST_PROGRAM_RUNNING &&
          (!nst_program_term_get_end (program, &end) || get_quarter (&end) != quarter))
        continue;
      counts[fate]++;
    }
  object = make_counts (counts);
  nst_value_set_text (object, "number", numbers[quarter % 4]);
  nst_value_take (object, "year", nst_value_new_number (quarter / 4));
  return object;
}

/**
 * nst_coverage_programs_fill:
 * @data: of the document
 * @programs: (element-type NstRecord): all that are in force, no earlier versions
 * @coverage: gets "programs" and "quarters"
 */
void
nst_coverage_programs_fill (NstRecordData *data, GPtrArray *programs, NstValue *coverage)
{
  NstValue *quarters = nst_value_new_list ();
  guint last = get_quarter (&data->context.today);

  put_summary (data, programs, coverage);
  for (guint quarter = find_first_quarter (programs, last); programs->len > 0 && quarter <= last;
       quarter++)
    nst_value_append (quarters, make_quarter (programs, quarter, &data->context.today));
  nst_value_take (coverage, "quarters", quarters);
}
