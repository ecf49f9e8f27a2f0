/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a school year: it is closed, its teams go on into the next one, it is reopened. */
#include "config.h"

#include "rules/nst-rules-private.h"
#include "rules/nst-step-run.h"
#include "rules/nst-years.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>

/* Half a year into the next one, whatever days the years begin on. */
#define MONTHS_ON 18

/* The next year's record; made with this step when the office does not keep it yet. */
static NstRecord *
take_next (NstStepRun *run, const GDate *start, const GDate *day)
{
  NstRecord *next = nst_years_dup_of (run->context, day);
  g_autofree char *number = NULL;
  GDate within = *start, first, last;

  if (next != NULL)
    return next;
  g_date_add_months (&within, MONTHS_ON);
  number = nst_years_dup_number (run->context, &within);
  next = nst_change_add (run->change, "year", "number", number, "state", "OPEN", NULL);
  /* A year that ended on a day of its own is followed without a gap. */
  if (nst_years_read (run->context, number, &first, &last) && g_date_compare (&first, day) != 0)
    nst_change_set_date (run->change, next, "start", day);
  return next;
}

static gboolean
is_carried (NstStepRun *run, NstRecord *team)
{
  g_autoptr (GPtrArray) later =
      nst_source_list_of (run->context->source, "team", "previous", team);

  return later->len == 0 &&
         nst_rules_counts_as (run->context, team, "REGISTERED", "ASSIGNED", NULL);
}

static void
copy (NstStepRun *run, NstRecord *from, NstRecord *to, const char *const *fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    nst_change_set (run->change, to, fields[i], nst_record_get_text (from, fields[i]));
}

/* Who has left or is about to leave stays in the old year (R99). */
static void
carry_members (NstStepRun *run, NstRecord *from, NstRecord *to)
{
  static const char *const fields[] = { "person", "rank",  "function", "roles",
                                        "phone",  "email", "from",     NULL };
  g_autoptr (GPtrArray) members =
      nst_source_list_of (run->context->source, "member", "team", from);

  for (guint i = 0; i < members->len; i++)
    {
      g_autoptr (NstRecord) member = NULL;

      if (nst_record_get_text (members->pdata[i], "to") != NULL)
        continue;
      member = nst_change_add (run->change, "member", NULL);
      nst_change_set_ref (run->change, member, "team", to);
      copy (run, members->pdata[i], member, fields);
    }
}

static void
carry_team (NstStepRun *run, NstRecord *team, NstRecord *next, int year)
{
  static const char *const fields[] = { "organisation", "role", "directions", "evidence",
                                        "difficulties", "note", NULL };
  g_auto (GStrv) extra = nst_record_list_extra (team);
  g_autoptr (NstRecord) carried =
      nst_change_add (run->change, "team", "state", "REGISTERED", NULL);

  copy (run, team, carried, fields);
  copy (run, team, carried, (const char *const *) extra);
  nst_change_set_int (run->change, carried, "year", year);
  nst_change_set_date (run->change, carried, "registered_on", &run->date);
  nst_change_set_ref (run->change, carried, "school_year", next);
  nst_change_set_ref (run->change, carried, "previous", team);
  carry_members (run, team, carried);
}

/* Teams with members and directions go on; groups, agreements, marks and reports stay (R99). */
gboolean
nst_year_steps_close (NstStepRun *run, GError **error)
{
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (NstRecord) next = NULL;
  GDate start, end;

  if (!nst_years_get_days (run->context, run->record, &start, &end))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("“%s” is not a school year; type it as 2025/26."),
                   nst_record_get_text (run->record, "number"));
      return FALSE;
    }
  nst_change_set_date (run->change, run->record, "start", &start);
  nst_change_set_date (run->change, run->record, "end", &end);
  if (run->trial)
    return TRUE;
  teams = nst_years_list_teams (run->context, run->record);
  g_date_add_days (&end, 1);
  next = take_next (run, &start, &end);
  for (guint i = 0; i < teams->len; i++)
    {
      nst_change_set_ref (run->change, teams->pdata[i], "school_year", run->record);
      if (is_carried (run, teams->pdata[i]))
        carry_team (run, teams->pdata[i], next, g_date_get_year (&end));
    }
  return TRUE;
}
