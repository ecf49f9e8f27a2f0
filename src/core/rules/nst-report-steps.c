/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of a report: issuing, sending, accepting. */
#include "config.h"

#include "rules/nst-coverage.h"
#include "rules/nst-group-sides.h"
#include "rules/nst-planned-source.h"
#include "rules/nst-program-term.h"
#include "rules/nst-progress.h"
#include "rules/nst-rules-private.h"
#include "rules/nst-step-run.h"

#include "model/nst-error.h"
#include "text/nst-due.h"
#include "text/nst-russian.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FINAL_REPORT "FINAL_REPORT"
#define SUMMARY_NOTE "SUMMARY_NOTE"
#define COVERAGE "COVERAGE"

static gboolean
is_program (NstRecord *record)
{
  return strcmp (nst_record_get_kind (record)->name, "program") == 0;
}

/* The report that the step is about: the record itself, a draft, or a new one. */
static NstRecord *
dup_report (NstStepRun *run, const char *kind)
{
  g_autoptr (GPtrArray) reports = NULL;
  NstRecord *report;

  if (!is_program (run->record))
    return g_object_ref (run->record);
  reports = nst_source_list_of (run->context->source, "report", "program", run->record);
  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (nst_record_get_text (reports->pdata[i], "kind"), kind) == 0 &&
        nst_record_get_text (reports->pdata[i], "issued_on") == NULL)
      return g_object_ref (reports->pdata[i]);
  report = nst_change_add (run->change, "report", "kind", kind, NULL);
  nst_change_set_ref (run->change, report, "program", run->record);
  return report;
}

static gboolean
is_accepted (NstStepRun *run, NstRecord *program, const char *kind)
{
  g_autoptr (GPtrArray) reports =
      nst_source_list_of (run->context->source, "report", "program", program);

  for (guint i = 0; i < reports->len; i++)
    if (g_strcmp0 (nst_record_get_text (reports->pdata[i], "kind"), kind) == 0 &&
        nst_rules_counts_as (run->context, reports->pdata[i], "ACCEPTED", NULL))
      return TRUE;
  return FALSE;
}

/* What has been accepted is not written anew. */
static gboolean
check_open (NstStepRun *run, NstRecord *program, const char *kind, GError **error)
{
  g_autofree char *title = NULL;

  if (kind == NULL)
    return !(is_accepted (run, program, SUMMARY_NOTE) &&
             is_accepted (run, program, FINAL_REPORT)) ||
           nst_step_run_refuse (error, _ ("Both reports have been accepted; there is nothing "
                                          "left to issue"));
  if (!is_accepted (run, program, kind))
    return TRUE;
  title = nst_scheme_dup_title_of (run->context->scheme, "report-kind", kind);
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED,
               _ ("“%s” has been accepted already and is not issued anew"), title);
  return FALSE;
}

static gboolean
is_activity_of (NstStepRun *run, NstRecord *activity, const char *kind)
{
  const char *report = nst_record_get_text (activity, "report");
  g_autofree char *key = g_strconcat ("report.document.", kind, NULL);

  if (report == NULL)
    return FALSE;
  return strcmp (report, kind) == 0 || g_strcmp0 (report, run->step->paper) == 0 ||
         g_strcmp0 (report, nst_scheme_get_limit (run->context->scheme, key)) == 0;
}

/* R92: the activity that consists of the report is done with it. */
static void
mark_activity (NstStepRun *run, NstRecord *program, const char *kind)
{
  g_autoptr (GPtrArray) activities =
      nst_source_list_of (run->context->source, "activity", "program", program);

  for (guint i = 0; i < activities->len; i++)
    {
      g_autoptr (NstRecord) mark = NULL;

      if (!is_activity_of (run, activities->pdata[i], kind))
        continue;
      mark = nst_change_add (run->change, "mark", "status", "DONE", NULL);
      nst_change_set_ref (run->change, mark, "activity", activities->pdata[i]);
      nst_change_set_date (run->change, mark, "date", &run->date);
      if (run->person != 0)
        nst_change_set_int (run->change, mark, "person", run->person);
    }
}

/* The numbers that the report states, the report counted as done (R35, R92). */
static char *
dup_snapshot (NstStepRun *run, NstRecord *program)
{
  g_autoptr (NstPlannedSource) planned =
      nst_planned_source_new (run->context->source, run->change);
  NstRuleContext context = *run->context;
  g_autoptr (NstProgress) progress = NULL;

  context.source = NST_SOURCE (planned);
  context.today = run->date;
  progress = nst_progress_new (&context, program);
  return g_strdup_printf ("total=%u\ndone=%u\nnot_done=%u\nin_progress=%u\nplanned=%u\n"
                          "overdue=%u\noccurrences=%u\noccurrences_done=%u\npermille=%u",
                          progress->total, progress->done, progress->not_done,
                          progress->in_progress, progress->planned, progress->overdue,
                          progress->occurrences, progress->occurrences_done, progress->permille);
}

/* Reports are written from the last stage on (5.4). */
static gboolean
check_time (NstStepRun *run, NstRecord *program, GError **error)
{
  g_autoptr (GPtrArray) stages =
      nst_source_list_of (run->context->source, "stage", "program", program);
  NstRecord *last = stages->len > 0 ? stages->pdata[stages->len - 1] : NULL;
  const char *canonical = last != NULL ? nst_record_get_text (last, "due") : NULL;
  g_autoptr (NstDue) due = canonical != NULL ? nst_due_from_canonical (canonical, NULL) : NULL;
  g_autoptr (GArray) terms = due != NULL ? nst_due_get_terms (due) : NULL;
  g_autofree char *first = NULL;

  if (terms == NULL || terms->len == 0 || nst_record_get_text (program, "ended_on") != NULL ||
      g_date_compare (&run->date, &g_array_index (terms, NstDueTerm, 0).first) >= 0)
    return TRUE;
  first = nst_russian_date (&g_array_index (terms, NstDueTerm, 0).first);
  g_set_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW,
               _ ("The report is written from the last stage on, «%s»: from %s"),
               nst_record_get_title (last), first);
  return FALSE;
}

static void
fill_report (NstStepRun *run, NstRecord *report, NstRecord *program, const char *kind)
{
  g_autoptr (NstRecord) author = nst_report_author_dup (run, program, kind);
  g_autofree char *snapshot = NULL;
  GDate due;

  nst_step_run_take_all (run, report);
  if (nst_change_peek (run->change, report, "author") == NULL)
    nst_change_set_ref (run->change, report, "author", author);
  if (nst_change_peek (run->change, report, "as_of") == NULL)
    nst_change_set_date (run->change, report, "as_of", &run->date);
  if (nst_program_term_get_report_due (run->context->scheme, program, &due))
    nst_change_set_date (run->change, report, "due", &due);
  nst_change_set_date (run->change, report, "issued_on", &run->date);
  nst_change_set (run->change, report, "state", "ISSUED");
  mark_activity (run, program, kind);
  snapshot = dup_snapshot (run, program);
  nst_change_set (run->change, report, "snapshot", snapshot);
}

/* What an office reports of all that it does, such as the coverage of a year: no programme has
 * it, the scheme names the kinds. */
static gboolean
is_of_office (NstStepRun *run, const char *kind)
{
  const char *kinds = nst_scheme_get_limit (run->context->scheme, "report.office-kinds");
  g_auto (GStrv) codes = g_strsplit (kinds != NULL ? kinds : "", " ", -1);

  return kind != NULL && !is_program (run->record) &&
         nst_record_get_ref (run->record, "program") == 0 &&
         g_strv_contains ((const char *const *) codes, kind);
}

static NstRecord *
dup_office (NstStepRun *run)
{
  g_autoptr (GPtrArray) offices = nst_source_list (run->context->source, "office", NULL, NULL);

  return offices->len > 0 ? g_object_ref (offices->pdata[0]) : NULL;
}

/* The office acts itself, whoever else may do the step with the report of a programme. */
static void
act_as_office (NstStepRun *run, NstRecord *office)
{
  const char *role = office != NULL ? nst_record_get_text (office, "role") : NULL;

  for (guint i = 0; !run->party_given && role != NULL && run->step->who[i] != NULL; i++)
    if (strcmp (run->step->who[i], role) == 0)
      run->party = run->step->who[i];
}

/* The year's numbers as they stand on the day that the report tells of. */
static char *
dup_coverage (NstStepRun *run, NstRecord *report)
{
  g_autoptr (NstPlannedSource) planned =
      nst_planned_source_new (run->context->source, run->change);
  g_autoptr (NstRecord) later =
      nst_source_dup (NST_SOURCE (planned), "report", nst_record_get_id (report));
  NstRuleContext context = *run->context;
  NstCoverage coverage;

  if (later == NULL || !nst_record_get_date (later, "as_of", &context.today))
    context.today = run->date;
  nst_coverage_count (&context, g_date_get_year (&context.today), &coverage);
  return g_strdup_printf ("year=%u\nnew=%u\ntotal=%u\nplaces=%u\ngroups=%u\nschools=%u\n"
                          "plan_new=%u\nplan_total=%u",
                          coverage.year, coverage.fresh, coverage.total, coverage.places,
                          coverage.groups, coverage.schools, coverage.plan_fresh,
                          coverage.plan_total);
}

static void
issue_of_office (NstStepRun *run, const char *kind)
{
  g_autoptr (NstRecord) office = dup_office (run);
  g_autofree char *snapshot = NULL;

  act_as_office (run, office);
  nst_step_run_take_all (run, run->record);
  if (nst_change_peek (run->change, run->record, "author") == NULL && run->person != 0)
    nst_change_set_int (run->change, run->record, "author", run->person);
  else if (nst_change_peek (run->change, run->record, "author") == NULL && office != NULL)
    nst_change_set (run->change, run->record, "author", nst_record_get_text (office, "person"));
  if (nst_change_peek (run->change, run->record, "as_of") == NULL)
    nst_change_set_date (run->change, run->record, "as_of", &run->date);
  if (strcmp (kind, COVERAGE) == 0)
    snapshot = dup_coverage (run, run->record);
  if (snapshot != NULL)
    nst_change_set (run->change, run->record, "snapshot", snapshot);
}

/* DRAFT to ISSUED; on a programme the report is made, on a report it is completed. */
gboolean
nst_report_steps_issue (NstStepRun *run, GError **error)
{
  const char *kind = nst_step_operations_get_argument (run->step->operation);
  g_autoptr (NstRecord) program = NULL;
  g_autoptr (NstRecord) report = NULL;

  if (kind == NULL)
    kind = is_program (run->record) ? nst_step_run_take (run, "kind")
                                    : nst_record_get_text (run->record, "kind");
  if (is_of_office (run, kind))
    {
      issue_of_office (run, kind);
      return TRUE;
    }
  program = is_program (run->record)
                ? g_object_ref (run->record)
                : nst_source_dup_ref (run->context->source, run->record, "program");
  if (program != NULL && !check_open (run, program, kind, error))
    return FALSE;
  if (kind == NULL)
    return nst_step_run_miss (error, _ ("Say which report: kind=SUMMARY_NOTE or "
                                        "kind=FINAL_REPORT"));
  if (program == NULL)
    return nst_step_run_miss (error, _ ("The report names no programme; choose one"));
  if (!check_time (run, program, error))
    return FALSE;
  nst_report_author_act (run, kind);
  report = dup_report (run, kind);
  fill_report (run, report, program, kind);
  nst_report_author_judge (run, program, report, kind);
  nst_step_run_set_subject (run, report);
  if (is_program (run->record))
    nst_step_run_set_to (run, NULL);
  return TRUE;
}

/* Who takes part in the way of a report. */
typedef struct
{
  NstRecord *third;
  NstRecord *coordinator;
  NstRecord *curator;
  NstRecord *body;
} Route;

static void
route_clear (Route *route)
{
  g_clear_object (&route->third);
  g_clear_object (&route->coordinator);
  g_clear_object (&route->curator);
  g_clear_object (&route->body);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Route, route_clear)

static gboolean
find_route (NstStepRun *run, Route *route, GError **error)
{
  NstSource *source = run->context->source;
  g_autoptr (NstRecord) program = nst_source_dup_ref (source, run->record, "program");
  g_autoptr (NstRecord) group = nst_source_dup_ref (source, program, "group");

  if (group == NULL)
    return nst_step_run_miss (error, _ ("The report names no programme of a group"));
  route->third = nst_group_sides_dup_operator (run->context, group);
  route->coordinator = nst_source_dup_ref (source, group, "coordinator");
  route->curator = nst_group_sides_dup_curator (run->context, program);
  route->body = nst_source_dup_ref (source, route->curator, "organisation");
  return TRUE;
}

static gboolean
goes_by_curator (NstStepRun *run)
{
  return g_strcmp0 (nst_scheme_get_limit (run->context->scheme, "report.route"), "CURATOR") == 0;
}

/* From the office's own organisation to the person that is named. */
static gboolean
send_of_office (NstStepRun *run, GError **error)
{
  NstSource *source = run->context->source;
  g_autoptr (NstRecord) office = dup_office (run);
  g_autoptr (NstRecord) sender = nst_source_dup_ref (source, office, "organisation");
  const char *id = nst_step_run_get (run, "sent_to");
  g_autoptr (NstRecord) person = NULL;
  g_autoptr (NstRecord) recipient = NULL;

  act_as_office (run, office);
  if (run->trial)
    return TRUE;
  person = id != NULL ? nst_source_dup (source, "person", g_ascii_strtoll (id, NULL, 10)) : NULL;
  if (person == NULL)
    return nst_step_run_miss (error, _ ("Say to whom the report is sent (sent_to=…)"));
  recipient = nst_source_dup_ref (source, person, "organisation");
  nst_step_run_dispatch (run, run->record, sender, recipient, person);
  return TRUE;
}

/* ISSUED to SENT. The way is the scheme's (C-4): to the coordinator, a copy of the final report
 * to the curator (R91); or to the curator, who passes it on. */
gboolean
nst_report_steps_send (NstStepRun *run, GError **error)
{
  NstSource *source = run->context->source;
  g_autoptr (NstRecord) author = nst_source_dup_ref (source, run->record, "author");
  g_autoptr (NstRecord) sender = nst_source_dup_ref (source, author, "organisation");
  g_auto (Route) route = { NULL };
  gboolean by_curator = goes_by_curator (run);

  if (is_of_office (run, nst_record_get_text (run->record, "kind")))
    return send_of_office (run, error);
  if (!find_route (run, &route, error))
    return FALSE;
  if (nst_step_run_get (run, "sent_to") == NULL)
    nst_change_set_ref (run->change, run->record, "sent_to",
                        by_curator ? route.curator : route.coordinator);
  if (!by_curator)
    nst_step_run_dispatch (run, run->record, sender, route.third, route.coordinator);
  if (route.curator != NULL &&
      (by_curator || g_strcmp0 (nst_record_get_text (run->record, "kind"), FINAL_REPORT) == 0))
    nst_step_run_dispatch (run, run->record, sender, route.body, route.curator);
  return TRUE;
}

/* The curator passes on to the coordinator what came by way of the district. */
gboolean
nst_report_steps_forward (NstStepRun *run, GError **error)
{
  g_auto (Route) route = { NULL };

  if (is_of_office (run, nst_record_get_text (run->record, "kind")))
    return nst_step_run_refuse (error, _ ("The office's own report goes straight to whom it is "
                                          "for; it is not passed on"));
  if (!find_route (run, &route, error))
    return FALSE;
  if (route.coordinator == NULL)
    return nst_step_run_refuse (error, _ ("The group has no coordinator; appoint one first"));
  if (nst_record_get_ref (run->record, "sent_to") == nst_record_get_id (route.coordinator))
    return nst_step_run_refuse (error, _ ("The report went straight to the coordinator"));
  nst_change_set_ref (run->change, run->record, "sent_to", route.coordinator);
  nst_step_run_dispatch (run, run->record, route.body, route.third, route.coordinator);
  return TRUE;
}

/* SENT to ACCEPTED; the final report closes a programme that has ended, and its group. */
gboolean
nst_report_steps_accept (NstStepRun *run, GError **error G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program =
      nst_source_dup_ref (run->context->source, run->record, "program");

  if (nst_steps_is_state (run->context, program, "REPORTED") &&
      g_strcmp0 (nst_record_get_text (run->record, "kind"), FINAL_REPORT) == 0)
    nst_program_steps_close (run, program);
  return TRUE;
}
