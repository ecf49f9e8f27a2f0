/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked example end to end: states, numbers and checks typed from DOMAIN 17. */
#include "config.h"

#include "nst-demo-fixture.h"

#include "import/nst-demo.h"
#include "rules/nst-program-term.h"

#include <string.h>

/* DOMAIN 17.2: expected states at the end of each day. */
static const struct
{
  const char *day;
  const char *team;
  const char *group;
  const char *agreement;
  const char *program;
} days[] = {
  { "2021-10-29", "SUBMITTED", "", "", "" },
  { "2021-11-08", "REGISTERED", "", "", "" },
  { "2021-11-10", "ASSIGNED", "FORMED", "DRAFTED", "DRAFT" },
  { "2021-11-19", "ASSIGNED", "FORMED", "SENT", "DRAFT" },
  { "2021-11-22", "ASSIGNED", "FORMED", "PARTLY_SIGNED", "DRAFT" },
  { "2021-11-23", "ASSIGNED", "FORMED", "PARTLY_SIGNED", "DRAFT" },
  { "2021-11-24", "ASSIGNED", "FORMED", "SIGNED", "DRAFT" },
  { "2021-11-26", "ASSIGNED", "BOUND", "IN_FORCE", "DRAFT" },
  { "2021-11-30", "ASSIGNED", "BOUND", "IN_FORCE", "DRAFT" },
  { "2021-12-10", "ASSIGNED", "BOUND", "IN_FORCE", "AGREED" },
  { "2021-12-17", "ASSIGNED", "BOUND", "IN_FORCE", "APPROVED" },
  { "2021-12-20", "ASSIGNED", "BOUND", "IN_FORCE", "SENT_TO_OPERATOR" },
  { "2021-12-31", "ASSIGNED", "BOUND", "IN_FORCE", "SENT_TO_OPERATOR" },
  { "2022-01-01", "ASSIGNED", "WORKING", "IN_FORCE", "IN_PROGRESS" },
  { "2022-07-01", "ASSIGNED", "WORKING", "IN_FORCE", "IN_PROGRESS" },
  { "2022-12-30", "ASSIGNED", "WORKING", "IN_FORCE", "IN_PROGRESS" },
  { "2022-12-31", "ASSIGNED", "REPORTING", "ENDED", "REPORTED" },
  { "2023-01-01", "ASSIGNED", "REPORTING", "ENDED", "REPORTED" },
  { "2023-01-10", "REGISTERED", "CLOSED", "ENDED", "CLOSED" },
};

static void
test_states (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  NstDemoFixture f;

  nst_demo_fixture_set_up (&f, days[i].day);
  nst_demo_fixture_assert_state (&f, "team", days[i].team);
  nst_demo_fixture_assert_state (&f, "group", days[i].group);
  nst_demo_fixture_assert_state (&f, "agreement", days[i].agreement);
  nst_demo_fixture_assert_state (&f, "program", days[i].program);
  nst_demo_fixture_tear_down (&f, NULL);
}

/* DOMAIN 17.4: expected numbers as of the end of the day. */
static const struct
{
  const char *day;
  guint done;
  guint not_done;
  guint in_progress;
  guint planned;
  guint overdue;
  guint permille;
  guint occurrences;
} numbers[] = {
  { "2021-11-30", 5, 0, 0, 13, 0, 278, 5 },
  { "2022-07-01", 6, 1, 6, 5, 0, 333, 11 },
  { "2022-12-28", 16, 1, 0, 1, 0, 889, 20 },
  { "2022-12-30", 17, 1, 0, 0, 0, 944, 21 },
};

static void
assert_numbers (NstDemoFixture *f, guint i)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (NstProgress) progress = nst_progress_new (&f->context, program);

  g_assert_cmpuint (progress->total, ==, 18);
  g_assert_cmpuint (progress->occurrences, ==, 22);
  g_assert_cmpuint (progress->done, ==, numbers[i].done);
  g_assert_cmpuint (progress->not_done, ==, numbers[i].not_done);
  g_assert_cmpuint (progress->in_progress, ==, numbers[i].in_progress);
  g_assert_cmpuint (progress->planned, ==, numbers[i].planned);
  g_assert_cmpuint (progress->overdue, ==, numbers[i].overdue);
  g_assert_cmpuint (progress->permille, ==, numbers[i].permille);
  g_assert_cmpuint (progress->occurrences_done, ==, numbers[i].occurrences);
}

static void
test_numbers (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  NstDemoFixture f;

  nst_demo_fixture_set_up (&f, numbers[i].day);
  assert_numbers (&f, i);
  nst_demo_fixture_tear_down (&f, NULL);
}

/* The whole story, looked at on earlier days: the same facts give the same numbers. */
static void
test_numbers_looking_back (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      nst_demo_fixture_look (f, numbers[i].day);
      assert_numbers (f, i);
    }
}

/* Which activities are in which state at 01.07.2022, by their shown numbers. */
static void
test_states_of_activities (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const expected[] = {
    "DONE",     "DONE",   "DONE",   "DONE",   "DONE", "PARTLY",  "PARTLY",  "PLANNED", "PARTLY",
    "NOT_DONE", "PARTLY", "PARTLY", "PARTLY", "DONE", "PLANNED", "PLANNED", "PLANNED", "PLANNED",
  };
  static const guint parts_done[] = { 1, 1, 1, 1, 1, 1, 0, 0, 2, 0, 2, 0, 1, 1, 0, 0, 0, 0 };
  static const guint parts[] = { 1, 1, 1, 1, 1, 2, 0, 1, 4, 1, 3, 0, 3, 1, 1, 1, 1, 1 };
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (NstProgress) progress = nst_progress_new (&f->context, program);
  guint n = 0;

  g_assert_cmpuint (progress->stages->len, ==, 3);
  for (guint i = 0; i < progress->stages->len; i++)
    {
      static const guint sizes[] = { 5, 9, 4 };
      NstStageProgress *stage = progress->stages->pdata[i];

      g_assert_cmpuint (stage->activities->len, ==, sizes[i]);
      for (guint j = 0; j < stage->activities->len; j++, n++)
        {
          NstActivityProgress *activity = stage->activities->pdata[j];

          g_assert_cmpuint (activity->number, ==, n + 1);
          g_test_message ("activity %u", n + 1);
          g_assert_cmpstr (nst_activity_state_get_code (activity->state), ==, expected[n]);
          g_assert_cmpuint (activity->parts_done, ==, parts_done[n]);
          g_assert_cmpuint (activity->parts, ==, parts[n]);
        }
    }
}

/* Row 10 without its mark is overdue since 31.01.2022 by 151 days. */
static void
test_overdue (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  g_autoptr (NstRecord) activity = nst_demo_fixture_dup (f, "activity", 10);
  g_autoptr (GPtrArray) marks =
      nst_source_list_of (f->context.source, "mark", "activity", activity);
  g_autoptr (NstChange) change = nst_change_new ("Remove the mark");
  g_autoptr (NstProgress) progress = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (marks->len, ==, 1);
  nst_change_remove (change, marks->pdata[0]);
  nst_store_apply (nst_office_get_store (f->office), change, &error);
  g_assert_no_error (error);
  progress = nst_progress_new (&f->context, program);
  g_assert_cmpuint (progress->done, ==, 6);
  g_assert_cmpuint (progress->not_done, ==, 0);
  g_assert_cmpuint (progress->in_progress, ==, 6);
  g_assert_cmpuint (progress->planned, ==, 5);
  g_assert_cmpuint (progress->overdue, ==, 1);
  g_assert_cmpuint (progress->permille, ==, 333);
  g_assert_cmpuint (progress->occurrences_done, ==, 11);
  g_assert_cmpuint (nst_progress_find (progress, nst_record_get_id (activity))->overdue_days, ==,
                    151);
}

static guint
count (GPtrArray *findings, const char *rule, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const NstFinding *finding = findings->pdata[i];

      if (strcmp (finding->rule->number, rule) == 0 &&
          (words == NULL || strstr (finding->text, words) != NULL))
        n++;
    }
  return n;
}

/* DOMAIN 17.3. */
static void
test_checks (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = nst_rules_check_all (&f->context);
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);
  GDate longest;

  for (guint i = 0; i < findings->len; i++)
    {
      const NstFinding *finding = findings->pdata[i];

      g_test_message ("%s %s: %s %s", finding->rule->number, finding->rule->level, finding->text,
                      finding->remedy);
      g_assert_null (strchr (finding->text, '{'));
      g_assert_false (nst_finding_is_error (finding));
    }
  g_assert_cmpuint (count (findings, "R21", NULL), ==, 0);
  g_assert_cmpuint (count (findings, "R22", NULL), ==, 1);
  g_assert_cmpuint (count (findings, "R22", "16.12.2022"), ==, 1);
  g_assert_cmpuint (count (findings, "R22", "15"), ==, 1);
  g_assert_cmpuint (count (findings, "R31", NULL), ==, 3);
  g_assert_cmpuint (count (findings, "R31a", NULL), ==, 2);
  g_assert_cmpuint (count (findings, "R13", NULL), ==, 0);
  g_assert_cmpuint (count (findings, "R13a", NULL), ==, 0);
  g_assert_cmpuint (count (findings, "R10", NULL), ==, 0);
  g_assert_cmpuint (count (findings, "R10a", NULL), ==, 0);
  g_assert_cmpuint (count (findings, "R18", NULL), ==, 0);
  g_assert_cmpuint (count (findings, "R18a", NULL), ==, 0);
  g_assert_cmpuint (count (findings, "R70", NULL), ==, 1);
  g_assert_cmpuint (count (findings, "R70", "Тихонова"), ==, 1);
  g_assert_true (nst_program_term_get_max_end (f->context.scheme, program, &longest));
  g_assert_cmpint (g_date_get_year (&longest), ==, 2023);
  g_assert_cmpint (g_date_get_month (&longest), ==, G_DATE_DECEMBER);
  g_assert_cmpint (g_date_get_day (&longest), ==, 31);
}

/* The three rows outside their stages are 1, 8 and 9. */
static void
test_rows_outside (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const guint rows[] = { 1, 8, 9 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NstRecord) activity = nst_demo_fixture_dup (f, "activity", rows[i]);
      g_autoptr (GPtrArray) findings = nst_rules_check_one (&f->context, activity, "R31");

      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpstr (((NstFinding *) findings->pdata[0])->rule->level, ==, "warning");
    }
}

/* The demonstration card, its papers and dispatches. */
static void
test_papers (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) note = nst_demo_fixture_dup (f, "report", 1);
  g_autoptr (NstRecord) final = nst_demo_fixture_dup (f, "report", 2);
  g_autoptr (NstRecord) agreement = nst_demo_fixture_dup (f, "agreement", 1);
  g_autoptr (NstRecord) program = nst_demo_fixture_dup (f, "program", 1);

  g_assert_true (nst_office_is_demo (f->office));
  g_assert_cmpstr (nst_record_get_text (note, "kind"), ==, "SUMMARY_NOTE");
  g_assert_cmpstr (nst_record_get_text (note, "due"), ==, "2023-01-30");
  g_assert_nonnull (strstr (nst_record_get_text (note, "snapshot"), "permille=889"));
  g_assert_cmpstr (nst_record_get_text (final, "kind"), ==, "FINAL_REPORT");
  g_assert_nonnull (strstr (nst_record_get_text (final, "snapshot"), "permille=944"));
  g_assert_cmpstr (nst_record_get_text (final, "sent_on"), ==, "2022-12-30");
  g_assert_cmpstr (nst_record_get_display (note, "author"), ==, "Лугова Ирина Денисовна");
  g_assert_cmpstr (nst_record_get_display (final, "author"), ==, "Воронцова Галина Андреевна");
  g_assert_cmpstr (nst_record_get_text (agreement, "start"), ==, "2022-01-01");
  g_assert_cmpstr (nst_record_get_text (agreement, "end"), ==, "2022-12-31");
  g_assert_cmpstr (nst_record_get_text (program, "period_text"), ==, "2022 год");
  g_assert_cmpint (nst_source_count (f->context.source, "signature", NULL, NULL), ==, 3);
  g_assert_cmpint (nst_source_count (f->context.source, "agreement", NULL, NULL), ==, 1);
  g_assert_cmpint (nst_source_count (f->context.source, "member", NULL, NULL), ==, 7);
  g_assert_cmpint (nst_source_count (f->context.source, "dispatch", NULL, NULL), >=, 3);
}

/* The story names its day itself; the window opens it on that day. */
static void
test_day (void)
{
  GDate day;

  g_assert_true (nst_demo_get_day ("dubovka", &day));
  g_assert_cmpuint (g_date_get_year (&day), ==, 2022);
  g_assert_cmpint (g_date_get_month (&day), ==, G_DATE_JULY);
  g_assert_cmpuint (g_date_get_day (&day), ==, 1);
  g_assert_false (nst_demo_get_day ("nowhere", &day));
}

/* Looked at as a director, the base is a school's: its card says who that is. */
static void
test_role (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->dir, "school.nastavnik", NULL);
  g_autoptr (NstOffice) office = NULL;
  g_autoptr (NstRecord) card = NULL;
  g_autoptr (GError) error = NULL;

  office = nst_demo_create (path, "dubovka", "TEAM_LEADER", NULL, f->clock, &error);
  g_assert_no_error (error);
  card = nst_office_dup_card (office);
  g_assert_cmpstr (nst_record_get_text (card, "role"), ==, "TEAM_LEADER");
  g_assert_cmpstr (nst_record_get_display (card, "person"), ==, "Лугова Ирина Денисовна");
  g_assert_cmpstr (nst_record_get_text (card, "name"), ==, "МКОУ Песковатская СШ");
}

static void
add (const char *path, const char *day, void (*run) (NstDemoFixture *, gconstpointer))
{
  g_test_add (path, NstDemoFixture, day, nst_demo_fixture_set_up, run,
              nst_demo_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/demo/states/%s", days[i].day);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_states);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/demo/numbers/%s", numbers[i].day);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_numbers);
    }
  g_test_add_func ("/demo/day", test_day);
  add ("/demo/numbers-looking-back", NULL, test_numbers_looking_back);
  add ("/demo/activities", "2022-07-01", test_states_of_activities);
  add ("/demo/overdue", "2022-07-01", test_overdue);
  add ("/demo/checks", "2022-07-01", test_checks);
  add ("/demo/rows-outside", "2022-07-01", test_rows_outside);
  add ("/demo/papers", NULL, test_papers);
  add ("/demo/role", "2021-10-29", test_role);
  return g_test_run ();
}
