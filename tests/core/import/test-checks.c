/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked example: expected checks and report days, line by line (DOMAIN 17.3, 17.5). */
#include "config.h"

#include "nst-demo-fixture.h"

#include "rules/nst-program-term.h"
#include "rules/nst-progress.h"
#include "text/nst-russian.h"

#include <string.h>

static GPtrArray *
find (NstDemoFixture *f, const char *number)
{
  GPtrArray *all = nst_rules_check_all (&f->context);

  for (guint i = all->len; i > 0; i--)
    if (strcmp (((NstFinding *) all->pdata[i - 1])->rule->number, number) != 0)
      g_ptr_array_remove_index (all, i - 1);
  return all;
}

static void
assert_found (NstDemoFixture *f, const char *number, guint count, const char *words)
{
  g_autoptr (GPtrArray) found = find (f, number);

  g_test_message ("%s: %u", number, found->len);
  g_assert_cmpuint (found->len, ==, count);
  if (count > 0)
    g_assert_nonnull (strstr (((NstFinding *) found->pdata[0])->text, words));
}

static void
assert_day (const GDate *day, const char *expected)
{
  g_autofree char *text = nst_russian_date (day);

  g_assert_cmpstr (text, ==, expected);
}

/* R21: 12 months, OK; R22: 15 days over; R31: rows 1, 8, 9; stages I and II; R13; R10. */
static void
test_checks (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const rows[] = { "Мероприятие 1:", "Мероприятие 8:", "Мероприятие 9:" };
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (GPtrArray) activities = find (f, "R31");
  g_autoptr (GPtrArray) stages = find (f, "R31a");
  GDate start, end;
  gboolean whole;

  g_assert_true (nst_program_term_get_start (program, &start));
  g_assert_true (nst_program_term_get_end (program, &end));
  g_assert_cmpuint (nst_russian_months_between (&start, &end, &whole), ==, 12);
  g_assert_true (whole);
  assert_found (f, "R21", 0, NULL);
  assert_found (f, "R22", 1, "16.12.2022");
  assert_found (f, "R22", 1, "31.12.2022 – на 15 дн.");
  g_assert_cmpuint (activities->len, ==, 3);
  for (guint i = 0; i < activities->len; i++)
    {
      const NstFinding *finding = activities->pdata[i];

      g_assert_cmpstr (finding->rule->level, ==, "warning");
      g_assert_nonnull (strstr (finding->text, rows[i]));
    }
  g_assert_cmpuint (stages->len, ==, 2);
  assert_found (f, "R13", 0, NULL);
  assert_found (f, "R13a", 0, NULL);
  assert_found (f, "R10", 0, NULL);
  assert_found (f, "R10a", 0, NULL);
}

/* Leaders 1 and 1, contacts 3 and 2 (R13). */
static void
test_working_groups (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *side;
    guint leaders;
    guint contacts;
  } cases[] = { { "DEVELOPING", 1, 3 }, { "EXPERIENCED", 1, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) teams =
          nst_source_list (f->context.source, "team", "role", cases[i].side);
      g_autoptr (GPtrArray) members =
          nst_source_list_of (f->context.source, "member", "team", teams->pdata[0]);
      guint leaders = 0, contacts = 0;

      for (guint j = 0; j < members->len; j++)
        {
          g_auto (GStrv) roles = nst_record_dup_list (members->pdata[j], "roles");

          leaders += g_strv_contains ((const char *const *) roles, "LEADER");
          contacts += g_strv_contains ((const char *const *) roles, "CONTACT");
        }
      g_assert_cmpuint (leaders, ==, cases[i].leaders);
      g_assert_cmpuint (contacts, ==, cases[i].contacts);
    }
}

/* 18 = 5 + 9 + 4; dated occurrences 22; longest extension until 31.12.2023. */
static void
test_plan (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const guint rows[] = { 5, 9, 4 };
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (NstProgress) progress = nst_progress_new (&f->context, program);
  GDate last;

  g_assert_cmpuint (progress->total, ==, 18);
  g_assert_cmpuint (progress->occurrences, ==, 22);
  g_assert_cmpuint (progress->stages->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (((NstStageProgress *) progress->stages->pdata[i])->activities->len, ==,
                      rows[i]);
  g_assert_true (nst_program_term_get_max_end (f->context.scheme, program, &last));
  assert_day (&last, "31.12.2023");
}

static void
do_step (NstDemoFixture *f, const char *step, const char *const *pairs)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; pairs[i] != NULL; i += 2)
    nst_step_args_set (args, pairs[i], pairs[i + 1]);
  nst_office_do (f->office, program, step, args, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_due (NstDemoFixture *f, const char *expected)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  GDate due;

  g_assert_true (nst_program_term_get_report_due (f->context.scheme, program, &due));
  assert_day (&due, expected);
}

/* 31.12.2022 → 30.01.2023: issued 30.12.2022 in time. */
static void
test_report_in_time (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  assert_due (f, "30.01.2023");
  nst_demo_fixture_look (f, "2023-03-01");
  assert_found (f, "R37", 0, NULL);
}

/* Issued on 02.02.2023: 3 days late. */
static void
test_report_late (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  nst_demo_fixture_look (f, "2023-01-30");
  assert_found (f, "R37", 0, NULL);
  nst_demo_fixture_look (f, "2023-02-02");
  assert_found (f, "R37", 1, "опоздание 3 дн.");
}

/* Early on 15.10.2022 → 14.11.2022, reminders 14, 7 and 1 days before. */
static void
test_report_after_early_end (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const pairs[] = { "end_reason", "EARLY_FULFILLED", "rest_reason",
                                       "Цели достигнуты", NULL };
  static const char *const reminders[] = { "31.10.2022", "07.11.2022", "13.11.2022" };

  nst_demo_fixture_look (f, "2022-10-15");
  do_step (f, "end-program", pairs);
  assert_due (f, "14.11.2022");
  for (guint i = 0; i < G_N_ELEMENTS (reminders); i++)
    {
      g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
      g_autofree char *key = g_strdup_printf ("reminder.days.%u", i + 1);
      GDate day;

      g_assert_true (nst_program_term_get_report_due (f->context.scheme, program, &day));
      g_date_subtract_days (&day, (guint) nst_scheme_get_limit_int (f->context.scheme, key, 0));
      assert_day (&day, reminders[i]);
    }
}

/* Extended until 31.12.2023 → 30.01.2024. */
static void
test_report_after_extension (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const pairs[] = { "extended_until", "31.12.2023", "extension_reason", "NEED",
                                       NULL };

  nst_demo_fixture_look (f, "2022-12-20");
  do_step (f, "extend-program", pairs);
  assert_due (f, "30.01.2024");
}

/* A registered developing team of the district that can take the place of the one there is. */
static char *
add_newcomer (NstDemoFixture *f)
{
  g_autoptr (NstChange) change = nst_change_new ("newcomer");
  g_autoptr (NstRecord) school =
      nst_change_add (change, "organisation", "full_name", "Давыдовская средняя школа", "kind",
                      "SCHOOL", "territory", "1", NULL);
  g_autoptr (NstRecord) team =
      nst_change_add (change, "team", "role", "DEVELOPING", "year", "2022", "directions",
                      "DIR_QUALITY", "state", "REGISTERED", NULL);
  g_autoptr (GError) error = NULL;

  nst_change_set_ref (change, team, "organisation", school);
  nst_store_apply (nst_office_get_store (f->office), change, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%" G_GINT64_FORMAT, nst_record_get_id (team));
}

/* On 01.06.2022: the period stays, the old agreement is ENDED, a new one DRAFTED, version 2. */
static void
test_replacement (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *team = add_newcomer (f);
  g_autoptr (NstRecord) group = nst_demo_fixture_dup (f, "group", 1);
  g_autoptr (NstRecord) old = nst_demo_fixture_dup (f, "agreement", 1);
  g_autoptr (NstStepArgs) args = nst_step_args_new ();
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GPtrArray) agreements = NULL;
  g_autoptr (GError) error = NULL;

  nst_demo_fixture_look (f, "2022-06-01");
  nst_step_args_set (args, "number", "7-М");
  nst_step_args_set (args, "team", team);
  nst_step_args_set (args, "ground", "REQUEST");
  nst_step_args_set (args, "consent_on", "2022-06-01");
  nst_step_args_set_party (args, "RECTOR");
  nst_office_do (f->office, group, "replace-team", args, NULL, &error);
  g_assert_no_error (error);
  programs = nst_source_list (f->context.source, "program", "version", "2");
  g_assert_cmpuint (programs->len, ==, 1);
  g_assert_cmpstr (nst_record_get_text (programs->pdata[0], "start"), ==, "2022-01-01");
  g_assert_cmpstr (nst_record_get_text (programs->pdata[0], "end"), ==, "2022-12-31");
  g_assert_cmpstr (nst_record_get_text (old, "state"), ==, "ENDED");
  agreements = nst_source_list (f->context.source, "agreement", "state", "DRAFTED");
  g_assert_cmpuint (agreements->len, ==, 1);
  g_assert_cmpstr (nst_record_get_text (agreements->pdata[0], "developing"), ==, team);
  g_assert_cmpstr (nst_record_get_text (agreements->pdata[0], "end"), ==, "2022-12-31");
}

#define ADD(path, day, function)                                                                 \
  g_test_add (path, NstDemoFixture, day, nst_demo_fixture_set_up, function,                      \
              nst_demo_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("/import/checks/expected", "2021-12-20", test_checks);
  ADD ("/import/checks/working-groups", "2021-12-20", test_working_groups);
  ADD ("/import/checks/plan", "2021-12-20", test_plan);
  ADD ("/import/checks/replacement", "2022-05-19", test_replacement);
  ADD ("/import/checks/report-in-time", "2022-12-30", test_report_in_time);
  ADD ("/import/checks/report-late", "2022-12-28", test_report_late);
  ADD ("/import/checks/report-after-early-end", "2022-10-13", test_report_after_early_end);
  ADD ("/import/checks/report-after-extension", "2022-12-14", test_report_after_extension);
  return g_test_run ();
}
