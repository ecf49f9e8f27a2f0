/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of the life cycles: what is refused, with which words, and what is allowed. */
#include "config.h"

#include "nst-demo-fixture.h"

#include "model/nst-error.h"

#include <string.h>

/* One attempt: "name=value" pairs, then %NULL; "for" and "by" name the actor. */
static gboolean
attempt (NstDemoFixture *f, NstRecord *record, const char *step, GError **error, ...)
{
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  const char *name;
  va_list pairs;

  va_start (pairs, error);
  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      const char *value = va_arg (pairs, const char *);

      if (strcmp (name, "for") == 0)
        nst_step_args_set_party (args, value);
      else if (strcmp (name, "by") == 0)
        nst_step_args_set_person (args, g_ascii_strtoll (value, NULL, 10));
      else
        nst_step_args_set (args, name, value);
    }
  va_end (pairs);
  return nst_office_do (f->office, record, step, args, NULL, error);
}

static void
assert_refused (GError *error, const char *rule)
{
  g_assert_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, rule));
}

/* R94: 15.11.2021, programme DRAFT: a mark on row 2 is accepted, on row 10 refused. */
static void
test_early_marks (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) second = nst_demo_fixture_dup (f, "activity", 2);
  g_autoptr (NstRecord) tenth = nst_demo_fixture_dup (f, "activity", 10);
  g_autoptr (GError) error = NULL;

  g_assert_true (attempt (f, second, "complete-activity", &error, "status", "DONE", NULL));
  g_assert_no_error (error);
  g_assert_false (attempt (f, tenth, "complete-activity", &error, "status", "DONE", NULL));
  assert_refused (error, "R94");
}

/* R94: COMPLETED counts as "from IN_PROGRESS on": the last day and later take marks. */
static void
test_late_marks (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) eighth = nst_demo_fixture_dup (f, "activity", 8);
  g_autoptr (NstRecord) sixteenth = nst_demo_fixture_dup (f, "activity", 16);
  g_autoptr (GError) error = NULL;

  nst_demo_fixture_look (f, "2022-12-31");
  nst_demo_fixture_assert_state (f, "program", "COMPLETED");
  nst_demo_fixture_assert_state (f, "agreement", "ENDED");
  attempt (f, eighth, "complete-activity", &error, "status", "DONE", NULL);
  g_assert_no_error (error);
  nst_demo_fixture_look (f, "2023-01-05");
  nst_demo_fixture_assert_state (f, "program", "REPORT_DUE");
  attempt (f, sixteenth, "complete-activity", &error, "status", "DONE", "date", "30.12.2022",
           NULL);
  g_assert_no_error (error);
}

/* Nobody meets a raw code, nor a number sign without its number. */
static void
test_words (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) agreement = nst_demo_fixture_dup (f, "agreement", 1);
  g_autofree char *title = nst_steps_dup_title (f->context.scheme, agreement);
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  g_autoptr (NstChange) change = NULL;
  g_autoptr (GError) actor = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (title, ==, "without a number");
  attempt (f, agreement, "sign-agreement", &actor, "for", "EXPERIENCED", NULL);
  g_assert_error (actor, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW);
  g_assert_null (strstr (actor->message, "№"));
  nst_step_args_set (args, "number", "14");
  change = nst_steps_plan (&f->context, agreement, "send-agreement", args, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nst_change_get_title (change), ==, "Соглашение направлено: № 14");
  g_assert_cmpstr (nst_change_peek (change, agreement, "date"), ==, "2021-11-15");
  g_clear_error (&actor);
  attempt (f, agreement, "send-agreement", &actor, "for", "DEVELOPING", NULL);
  assert_refused (actor, "“Направить организациям” cannot be done by Развивающаяся");
}

/* R96: a number that an agreement of the year has is refused when another is sent. */
static void
test_number_taken (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) agreement = nst_demo_fixture_dup (f, "agreement", 1);
  g_autoptr (NstChange) change = nst_change_new ("Another agreement");
  g_autoptr (NstRecord) other =
      nst_change_add (change, "agreement", "number", "14", "date", "2021-11-12", "state", "SENT",
                      "group", nst_record_get_text (agreement, "group"), "operator",
                      nst_record_get_text (agreement, "operator"), "experienced",
                      nst_record_get_text (agreement, "experienced"), "developing",
                      nst_record_get_text (agreement, "developing"), NULL);
  g_autoptr (GError) taken = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (other);
  nst_store_apply (nst_office_get_store (f->office), change, &error);
  g_assert_no_error (error);
  attempt (f, agreement, "send-agreement", &taken, "number", "14", NULL);
  assert_refused (taken, "R96");
  attempt (f, agreement, "send-agreement", &error, "number", "15", NULL);
  g_assert_no_error (error);
}

/* A base keeps what its schemes stand on, the common layer too. */
static void
test_own_packs (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstStore *store = nst_office_get_store (f->office);
  g_auto (GStrv) packs = nst_store_list_packs (store);
  g_autofree char *before = g_strdup (g_getenv ("NASTAVNIK_DATADIR"));
  g_autoptr (GError) error = NULL;

  g_assert_true (g_strv_contains ((const char *const *) packs, "common"));
  g_assert_finalize_object (f->office);
  g_setenv ("NASTAVNIK_DATADIR", f->dir, TRUE);
  f->office = nst_office_open (f->path, f->clock, &error);
  g_setenv ("NASTAVNIK_DATADIR", before, TRUE);
  g_assert_no_error (error);
  nst_office_get_context (f->office, &f->context);
  nst_demo_fixture_assert_state (f, "program", "IN_PROGRESS");
}

/* A mark needs what the report will ask for. */
static void
test_marks (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) activity = nst_demo_fixture_dup (f, "activity", 8);
  g_autoptr (NstRecord) dated = nst_demo_fixture_dup (f, "activity", 11);
  g_autoptr (GError) no_reason = NULL;
  g_autoptr (GError) no_due = NULL;
  g_autoptr (GError) future = NULL;
  g_autoptr (GError) part = NULL;
  g_autoptr (GError) unknown = NULL;

  attempt (f, activity, "complete-activity", &no_reason, "status", "NOT_DONE", NULL);
  g_assert_error (no_reason, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING);
  attempt (f, activity, "complete-activity", &no_due, "status", "POSTPONED", NULL);
  g_assert_error (no_due, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING);
  attempt (f, activity, "complete-activity", &future, "status", "DONE", "date", "02.07.2022",
           NULL);
  g_assert_error (future, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
  attempt (f, dated, "complete-activity", &part, "status", "DONE", "occurrence", "4", NULL);
  g_assert_error (part, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
  attempt (f, dated, "complete-activity", &unknown, "status", "DONE", "colour", "red", NULL);
  g_assert_error (unknown, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN);
}

/* A postponed activity waits for its new schedule, typed as a phrase. */
static void
test_postpone (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) activity = nst_demo_fixture_dup (f, "activity", 8);
  g_autoptr (GError) error = NULL;

  attempt (f, activity, "complete-activity", &error, "status", "POSTPONED", "new_due",
           "Ноябрь 2022 г.", NULL);
  g_assert_no_error (error);
  g_assert_cmpstr (nst_steps_get_state (&f->context, activity)->code, ==, "POSTPONED");
  nst_demo_fixture_look (f, "2022-12-01");
  g_assert_cmpstr (nst_steps_get_state (&f->context, activity)->code, ==, "OVERDUE");
}

/* A group is formed by an order with a number, with a coordinator and mutual consent. */
static void
test_form_group (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) group = nst_demo_fixture_dup (f, "group", 1);
  g_autoptr (NstRecord) side = nst_demo_fixture_dup (f, "participant", 2);
  g_autoptr (NstRecord) coordinator = nst_demo_fixture_dup (f, "person", 2);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (coordinator));
  g_autoptr (GError) no_number = NULL;
  g_autoptr (GError) no_coordinator = NULL;
  g_autoptr (GError) no_consent = NULL;
  g_autoptr (GError) wrong_party = NULL;
  g_autoptr (GError) error = NULL;

  attempt (f, group, "form-group", &no_number, "coordinator", id, NULL);
  g_assert_error (no_number, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING);
  attempt (f, group, "form-group", &no_coordinator, "number", "1-М", NULL);
  assert_refused (no_coordinator, "R8");
  attempt (f, group, "form-group", &wrong_party, "number", "1-М", "coordinator", id, "for",
           "TEAM_LEADER", NULL);
  g_assert_error (wrong_party, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED);

  nst_office_set (f->office, side, "consent_on", NULL, &error);
  g_assert_no_error (error);
  attempt (f, group, "form-group", &no_consent, "number", "1-М", "coordinator", id, NULL);
  assert_refused (no_consent, "R9");
  nst_demo_fixture_assert_state (f, "group", "DRAFT");
  g_assert_cmpint (nst_source_count (f->context.source, "program", NULL, NULL), ==, 0);

  attempt (f, group, "form-group", &error, "number", "1-М", "coordinator", id, "consent_on",
           "09.11.2021", NULL);
  g_assert_no_error (error);
  nst_demo_fixture_assert_state (f, "group", "FORMED");
  g_assert_cmpint (nst_source_count (f->context.source, "activity", NULL, NULL), ==, 18);
}

/* Signatures in any order, each party once. */
static void
test_sign (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) agreement = nst_demo_fixture_dup (f, "agreement", 1);
  g_autoptr (GError) nobody = NULL;
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) not_now = NULL;
  g_autoptr (GError) error = NULL;

  attempt (f, agreement, "sign-agreement", &nobody, NULL);
  g_assert_error (nobody, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING);
  attempt (f, agreement, "sign-agreement", &error, "for", "OPERATOR", NULL);
  g_assert_no_error (error);
  nst_demo_fixture_assert_state (f, "agreement", "PARTLY_SIGNED");
  attempt (f, agreement, "sign-agreement", &twice, "for", "OPERATOR", NULL);
  g_assert_error (twice, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW);
  attempt (f, agreement, "return-agreement", &not_now, NULL);
  g_assert_error (not_now, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW);
  attempt (f, agreement, "sign-agreement", &error, "for", "DEVELOPING", NULL);
  g_assert_no_error (error);
  attempt (f, agreement, "sign-agreement", &error, "for", "EXPERIENCED", NULL);
  g_assert_no_error (error);
  nst_demo_fixture_assert_state (f, "agreement", "SIGNED");
}

/* R27: only one side has agreed: it stays a draft. */
static void
test_agree (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (GError) error = NULL;

  attempt (f, program, "agree-program", &error, "for", "EXPERIENCED", NULL);
  g_assert_no_error (error);
  nst_demo_fixture_assert_state (f, "program", "DRAFT");
  attempt (f, program, "agree-program", &error, "for", "DEVELOPING", NULL);
  g_assert_no_error (error);
  nst_demo_fixture_assert_state (f, "program", "AGREED");
  attempt (f, program, "return-program", &error, "return_remark", "Уточнить сроки", NULL);
  g_assert_no_error (error);
  nst_demo_fixture_assert_state (f, "program", "DRAFT");
  g_assert_null (nst_record_get_text (program, "developing_agreed_on"));
}

/* R28: the curator of another district may not approve. */
static void
test_approve (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (NstRecord) stranger = nst_demo_fixture_dup (f, "person", 1);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (stranger));
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) error = NULL;

  attempt (f, program, "approve-program", &refused, "by", id, NULL);
  assert_refused (refused, "R28");
  attempt (f, program, "approve-program", &error, NULL);
  g_assert_no_error (error);
  nst_demo_fixture_assert_state (f, "program", "APPROVED");
  g_assert_cmpstr (nst_record_get_display (program, "approved_by"), ==,
                   "Гордеева Лидия Степановна");
}

/* R36 and R90: reasons and conclusions for the note, the note before the final report. */
static void
test_reports (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) order = NULL;
  g_autoptr (GError) conclusions = NULL;
  g_autoptr (GError) error = NULL;

  attempt (f, program, "report-program", &early, "kind", "SUMMARY_NOTE", "conclusions", "Выводы",
           NULL);
  g_assert_error (early, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW);
  nst_demo_fixture_look (f, "2022-12-27");
  attempt (f, program, "report-program", &order, "kind", "FINAL_REPORT", NULL);
  assert_refused (order, "R90");
  attempt (f, program, "report-program", &conclusions, "kind", "SUMMARY_NOTE", NULL);
  g_assert_error (conclusions, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED);
  g_assert_nonnull (strstr (conclusions->message, "R36"));
  g_assert_cmpint (nst_source_count (f->context.source, "report", NULL, NULL), ==, 0);
  g_assert_no_error (error);
}

/* R23: window, length and number of extensions. */
static void
test_extend (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) no_day = NULL;
  g_autoptr (GError) far = NULL;
  g_autoptr (GError) late = NULL;
  g_autoptr (GError) error = NULL;

  attempt (f, program, "extend-program", &early, "extended_until", "31.12.2023",
           "extension_reason", "NEED", NULL);
  assert_refused (early, "R23a");
  nst_demo_fixture_look (f, "2022-12-20");
  attempt (f, program, "extend-program", &no_day, "extension_reason", "NEED", NULL);
  g_assert_error (no_day, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING);
  g_assert_nonnull (strstr (no_day->message, "extended_until"));
  attempt (f, program, "extend-program", &far, "extended_until", "01.01.2024", "extension_reason",
           "NEED", NULL);
  assert_refused (far, "R23");
  nst_demo_fixture_look (f, "2023-02-05");
  attempt (f, program, "extend-program", &late, "extended_until", "31.12.2023",
           "extension_reason", "NEED", NULL);
  assert_refused (late, "R23a");
  nst_demo_fixture_look (f, "2022-12-20");
  attempt (f, program, "extend-program", &error, "extended_until", "31.12.2023",
           "extension_reason", "REQUEST", NULL);
  g_assert_no_error (error);
  nst_demo_fixture_look (f, "2023-06-01");
  nst_demo_fixture_assert_state (f, "program", "EXTENDED");
  nst_demo_fixture_look (f, "2024-01-01");
  nst_demo_fixture_assert_state (f, "program", "REPORT_DUE");
}

static NstRecord *
draft_report (NstDemoFixture *f, NstRecord *program)
{
  g_autoptr (NstChange) change = nst_change_new ("draft");
  NstRecord *report =
      nst_change_add (change, "report", "kind", "SUMMARY_NOTE", "state", "DRAFT", NULL);

  nst_change_set_ref (change, report, "program", program);
  g_assert_true (nst_store_apply (nst_office_get_store (f->office), change, NULL));
  return report;
}

/* R30: the next version has the same period, activities and marks, and the drafts of reports. */
static void
test_correct (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (NstRecord) report = draft_report (f, program);
  g_autoptr (NstRecord) next = NULL;
  g_autoptr (NstProgress) progress = NULL;
  g_autoptr (GError) error = NULL;

  attempt (f, program, "correct-program", &error, "correction_reason", "Новые сроки", NULL);
  g_assert_no_error (error);
  next = nst_demo_fixture_dup (f, "program", 2);
  progress = nst_progress_new (&f->context, next);
  g_assert_cmpint (nst_record_get_int (next, "version"), ==, 2);
  g_assert_cmpint (nst_record_get_ref (next, "previous"), ==, nst_record_get_id (program));
  g_assert_cmpint (nst_record_get_ref (report, "program"), ==, nst_record_get_id (next));
  g_assert_cmpstr (nst_record_get_text (next, "start"), ==, "2022-01-01");
  g_assert_cmpstr (nst_record_get_text (next, "end"), ==, "2022-12-31");
  g_assert_cmpuint (progress->total, ==, 18);
  g_assert_cmpuint (progress->done, ==, 6);
  g_assert_cmpuint (progress->occurrences_done, ==, 11);
}

/* An early end moves the report's day; without a reason it is not possible (R24, R37). */
static void
test_end (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (GError) no_reason = NULL;
  g_autoptr (GError) error = NULL;

  attempt (f, program, "end-program", &no_reason, NULL);
  g_assert_error (no_reason, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING);
  attempt (f, program, "end-program", &error, "end_reason", "EARLY_FULFILLED", "rest_reason",
           "Цели достигнуты", NULL);
  g_assert_no_error (error);
  g_assert_cmpstr (nst_record_get_text (program, "ended_on"), ==, "2022-07-01");
  nst_demo_fixture_look (f, "2022-07-02");
  nst_demo_fixture_assert_state (f, "program", "REPORT_DUE");
  nst_demo_fixture_assert_state (f, "group", "REPORTING");
}

/* Offers: possible ones first, the others say why not. */
static void
test_offers (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (GPtrArray) offers = nst_steps_list (&f->context, program);
  g_autoptr (GString) codes = g_string_new (NULL);
  gboolean impossible = FALSE;

  g_assert_cmpuint (offers->len, >, 5);
  for (guint i = 0; i < offers->len; i++)
    {
      const NstStepOffer *offer = offers->pdata[i];

      g_test_message ("%s: %s %s", offer->step->code, offer->possible ? "+" : "-",
                      offer->why_not != NULL ? offer->why_not : "");
      if (!offer->possible)
        g_assert_nonnull (offer->why_not);
      else
        {
          g_assert_false (impossible);
          g_string_append_printf (codes, "%s ", offer->step->code);
        }
      impossible = impossible || !offer->possible;
    }
  g_assert_cmpstr (codes->str, ==, "return-program approve-program ");
}

/* Every record of the story offers its steps, and every rule can look at it. */
static void
test_offers_everywhere (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const looked_at[] = { "2021-11-10", "2022-07-01", "2023-01-05" };
  const NstKind *const *kinds = nst_kinds_list ();

  for (guint day = 0; day < G_N_ELEMENTS (looked_at); day++)
    {
      nst_demo_fixture_look (f, looked_at[day]);
      for (guint i = 0; kinds[i] != NULL; i++)
        {
          g_autoptr (GPtrArray) all =
              nst_source_list (f->context.source, kinds[i]->name, NULL, NULL);

          for (guint j = 0; j < all->len; j++)
            {
              g_autoptr (GPtrArray) offers = nst_steps_list (&f->context, all->pdata[j]);
              g_autoptr (GPtrArray) findings = nst_rules_check (&f->context, all->pdata[j]);
              NstLifeCycle *cycle = nst_scheme_get_life_cycle (f->context.scheme, kinds[i]->name);

              g_assert_nonnull (findings);
              g_assert_cmpuint (offers->len, ==,
                                cycle != NULL ? nst_life_cycle_get_steps (cycle)->len : 0);
            }
        }
    }
}

/* R32 and 5.6: on 01.06.2022 the period stays, the old agreement ends, a new one is drafted. */
static void
test_replace (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) group = nst_demo_fixture_dup (f, "group", 1);
  g_autoptr (NstRecord) school = nst_demo_fixture_dup (f, "organisation", 1);
  g_autoptr (NstChange) change = nst_change_new ("Add a team");
  g_autoptr (NstRecord) team = NULL;
  g_autoptr (NstRecord) agreement = NULL;
  g_autoptr (NstRecord) renewed = NULL;
  g_autoptr (NstRecord) program = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  if (nst_steps_find (f->context.scheme, "replace-team", NULL) == NULL)
    {
      g_test_skip ("the scheme has no such step");
      return;
    }
  team = nst_change_add (change, "team", "role", "EXPERIENCED", "state", "REGISTERED", NULL);
  nst_change_set_ref (change, team, "organisation", school);
  nst_store_apply (nst_office_get_store (f->office), change, &error);
  g_assert_no_error (error);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (team));
  attempt (f, group, "replace-team", &error, "number", "2-М", "team", id, "ground", "REQUEST",
           "consent_on", "31.05.2022", NULL);
  g_assert_no_error (error);
  agreement = nst_demo_fixture_dup (f, "agreement", 1);
  renewed = nst_demo_fixture_dup (f, "agreement", 2);
  program = nst_demo_fixture_dup (f, "program", 2);
  g_assert_cmpstr (nst_record_get_text (agreement, "state"), ==, "ENDED");
  g_assert_cmpstr (nst_record_get_text (renewed, "state"), ==, "DRAFTED");
  g_assert_cmpstr (nst_record_get_text (renewed, "start"), ==, "2022-06-01");
  g_assert_cmpstr (nst_record_get_text (renewed, "end"), ==, "2022-12-31");
  g_assert_cmpint (nst_record_get_int (program, "version"), ==, 2);
  g_assert_cmpstr (nst_record_get_text (program, "start"), ==, "2022-01-01");
  g_assert_cmpstr (nst_record_get_text (program, "end"), ==, "2022-12-31");
}

/* What steps change is not typed; what is typed may be written as people do. */
static void
test_set (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (NstRecord) activity = nst_demo_fixture_dup (f, "activity", 8);
  g_autoptr (GError) step = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) invalid = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  nst_office_set (f->office, program, "state", "CLOSED", &step);
  g_assert_error (step, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW);
  nst_office_set (f->office, program, "colour", "red", &unknown);
  g_assert_error (unknown, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN);
  nst_office_set (f->office, program, "end", "32.12.2022", &invalid);
  g_assert_error (invalid, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
  g_assert_true (nst_office_set (f->office, program, "end", "30.12.2022", &error));
  g_assert_cmpstr (nst_record_get_text (program, "end"), ==, "2022-12-30");
  g_assert_true (nst_office_set (f->office, activity, "due", "Ноябрь 2022 г.", &error));
  g_assert_true (g_str_has_prefix (nst_record_get_text (activity, "due"), "2022-11"));
  title = nst_store_dup_undo_title (nst_office_get_store (f->office));
  g_assert_nonnull (strstr (title, "—"));
}

/* A base opened again follows the packs that it keeps. */
static void
test_reopen (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (f->office);
  f->office = nst_office_open (f->path, f->clock, &error);
  g_assert_no_error (error);
  nst_office_get_context (f->office, &f->context);
  g_assert_cmpstr (nst_scheme_get_id (f->context.scheme), ==, "dubovka-mentoring");
  nst_demo_fixture_assert_state (f, "program", "IN_PROGRESS");
}

/* An unknown scheme or role leaves no half-made base; a base is not overwritten. */
static void
test_create_refused (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const unknown[] = { "no-such-scheme", NULL };
  g_autofree char *path = g_build_filename (f->dir, "new.nastavnik", NULL);
  g_autoptr (GError) no_scheme = NULL;
  g_autoptr (GError) no_role = NULL;
  g_autoptr (GError) exists = NULL;

  g_assert_null (nst_office_create (path, unknown, NULL, NULL, f->clock, &no_scheme));
  g_assert_error (no_scheme, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (nst_office_create (path, NULL, "NO_SUCH_ROLE", NULL, f->clock, &no_role));
  g_assert_error (no_role, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (nst_office_create (f->path, NULL, NULL, NULL, f->clock, &exists));
  g_assert_error (exists, NST_STORE_ERROR, NST_STORE_ERROR_OPEN);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    const char *day;
    void (*run) (NstDemoFixture *, gconstpointer);
  } tests[] = {
    { "/steps/early-marks", "2021-11-15", test_early_marks },
    { "/steps/late-marks", "2022-12-19", test_late_marks },
    { "/steps/words", "2021-11-15", test_words },
    { "/steps/number-taken", "2021-11-15", test_number_taken },
    { "/steps/own-packs", "2022-07-01", test_own_packs },
    { "/steps/marks", "2022-07-01", test_marks },
    { "/steps/postpone", "2022-07-01", test_postpone },
    { "/steps/form-group", "2021-11-09", test_form_group },
    { "/steps/sign", "2021-11-19", test_sign },
    { "/steps/agree", "2021-11-30", test_agree },
    { "/steps/approve", "2021-12-10", test_approve },
    { "/steps/reports", "2022-10-27", test_reports },
    { "/steps/extend", "2022-07-01", test_extend },
    { "/steps/correct", "2022-07-01", test_correct },
    { "/steps/end", "2022-07-01", test_end },
    { "/steps/offers", "2021-12-10", test_offers },
    { "/steps/offers-everywhere", NULL, test_offers_everywhere },
    { "/steps/replace", "2022-06-01", test_replace },
    { "/steps/set", "2021-11-30", test_set },
    { "/steps/create-refused", "2021-10-25", test_create_refused },
    { "/steps/reopen", "2022-07-01", test_reopen },
  };

  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NstDemoFixture, tests[i].day, nst_demo_fixture_set_up,
                tests[i].run, nst_demo_fixture_tear_down);
  return g_test_run ();
}
