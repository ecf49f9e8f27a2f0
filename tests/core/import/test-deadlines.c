/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines of the demonstration by day (DOMAIN 15, 17.2, 17.5), and those of own packs. */
#include "config.h"

#include "nst-demo-fixture.h"

#include "rules/nst-deadline.h"
#include "scheme/nst-scheme-loader.h"

#include <stdio.h>
#include <string.h>

static GDate
read_day (const char *text)
{
  GDate day;
  int y, m, d;

  g_assert_cmpint (sscanf (text, "%4d-%2d-%2d", &y, &m, &d), ==, 3);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return day;
}

static char *
dup_day (const GDate *day)
{
  if (!g_date_valid (day))
    return g_strdup ("-");
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (day), (guint) g_date_get_month (day),
                          (guint) g_date_get_day (day));
}

static GPtrArray *
list (NstDemoFixture *f)
{
  GDate until = read_day ("2026-12-31");

  return nst_deadlines_list (&f->context, &until);
}

static const NstDeadline *
find (GPtrArray *deadlines, const char *code)
{
  for (guint i = 0; i < deadlines->len; i++)
    if (strcmp (((NstDeadline *) deadlines->pdata[i])->text->code, code) == 0)
      return deadlines->pdata[i];
  return NULL;
}

static guint
count (GPtrArray *deadlines, const char *code, NstDeadlineState state)
{
  guint n = 0;

  for (guint i = 0; i < deadlines->len; i++)
    {
      const NstDeadline *deadline = deadlines->pdata[i];

      if (strcmp (deadline->text->code, code) == 0 && deadline->state == state)
        n++;
    }
  return n;
}

static char *
dup_line (const NstDeadline *deadline)
{
  g_autofree char *due = dup_day (&deadline->due);
  g_autofree char *met = dup_day (&deadline->met_on);

  return g_strdup_printf ("%s %s %s %d", due, met, nst_deadline_state_get_code (deadline->state),
                          deadline->days);
}

static void
assert_deadline (GPtrArray *deadlines, const char *code, const char *expected)
{
  const NstDeadline *deadline = find (deadlines, code);
  g_autofree char *line = NULL;

  g_test_message ("%s", code);
  g_assert_nonnull (deadline);
  line = dup_line (deadline);
  g_assert_cmpstr (line, ==, expected);
}

/* Section 15 and 17.2 at the end of the story: each row on its day, met on its day. */
static void
test_rows (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const rows[][2] = {
    { "N1", "2021-12-31 2021-10-29 MET 0" },
    { "N2", "2021-11-19 2021-11-19 MET 0" },
    { "N3", "2021-11-19 2021-11-19 MET 0" },
    { "N4", "2021-11-25 2021-11-24 MET 0" },
    { "N5", "2021-11-26 2021-11-26 MET 0" },
    { "N6", "2021-11-30 2021-11-25 MET 0" },
    { "N7", "2021-12-15 2021-12-15 MET 0" },
    { "N8", "2021-12-20 2021-12-10 MET 0" },
    { "N8a", "2021-12-20 2021-12-20 MET 0" },
    { "N9", "2021-12-20 2021-12-20 MET 0" },
    { "A1", "2021-11-30 2021-11-08 MET 0" },
    { "A2", "2021-11-30 2021-11-08 MET 0" },
    { "A3", "2021-11-30 2021-11-26 MET 0" },
    { "A4", "2021-11-30 2021-11-10 MET 0" },
    { "A5", "2022-12-31 2022-12-31 MET 0" },
    { "COVERAGE", "2021-12-31 - OVERDUE 397" },
    { "REPORT_NOTE", "2023-01-30 2022-12-28 MET 0" },
    { "REPORT_FINAL", "2023-01-30 2022-12-30 MET 0" },
  };
  g_autoptr (GPtrArray) deadlines = list (f);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_deadline (deadlines, rows[i][0], rows[i][1]);
  g_assert_cmpuint (count (deadlines, "N4", NST_DEADLINE_MET), ==, 7);
  g_assert_cmpuint (count (deadlines, "N7", NST_DEADLINE_MET), ==, 6);
  g_assert_cmpuint (count (deadlines, "N7", NST_DEADLINE_OVERDUE), ==, 1);
}

/* Every row of section 15 for the two schemes is a deadline of the pack, with its days. */
static void
test_terms (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const terms[][3] = {
    { "A1", "2021-10-01", "2021-11-30" }, { "A2", "2021-10-01", "2021-11-30" },
    { "A3", "2021-11-01", "2021-11-30" }, { "A4", "2021-11-01", "2021-11-30" },
    { "A5", "2021-12-01", "2022-12-31" }, { "N7", "2021-12-05", "2021-12-15" },
    { "N1", "2021-01-01", "2021-12-31" }, { "N6", "2021-11-30", "2021-11-30" },
  };
  g_autoptr (GPtrArray) deadlines = list (f);
  g_autoptr (NstScheme) region = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      const NstDeadline *deadline = find (deadlines, terms[i][0]);
      g_autofree char *first = dup_day (&deadline->first);
      g_autofree char *last = dup_day (&deadline->due);

      g_assert_cmpstr (first, ==, terms[i][1]);
      g_assert_cmpstr (last, ==, terms[i][2]);
    }
  region = nst_scheme_load_installed ("volgograd-mentoring", NULL);
  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *code = g_strdup_printf ("N%u", i);

      g_assert_nonnull (nst_scheme_find_deadline (region, code));
      g_assert_nonnull (nst_scheme_find_deadline (f->context.scheme, code));
    }
  g_assert_null (nst_scheme_find_deadline (region, "A1"));
}

/* 17.5: reminders 14, 7 and 1 day before, and the states between. */
static void
test_states (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) last = NULL;
  g_autoptr (GPtrArray) late = NULL;
  const NstDeadline *deadline;

  nst_demo_fixture_look (f, "2021-11-11");
  before = list (f);
  assert_deadline (before, "N5", "2021-11-26 - UPCOMING 15");
  nst_demo_fixture_look (f, "2021-11-26");
  last = list (f);
  assert_deadline (last, "N5", "2021-11-26 - DUE_SOON 0");
  nst_demo_fixture_look (f, "2021-11-29");
  late = list (f);
  assert_deadline (late, "N5", "2021-11-26 - OVERDUE 3");
  deadline = find (late, "N5");
  g_assert_cmpuint (deadline->people->len, ==, 2);
  g_assert_cmpstr (deadline->step->code, ==, "sign-agreement");
  g_assert_cmpuint (deadline->reminders->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const days[] = { "2021-11-12", "2021-11-19", "2021-11-25" };
      g_autofree char *day = dup_day (&g_array_index (deadline->reminders, GDate, i));

      g_assert_cmpstr (day, ==, days[i]);
    }
}

/* A person is told on the reminder days, the last day and the first late one; once each. */
static void
test_reminders (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *day;
    gboolean told;
  } days[] = { { "2021-11-11", FALSE }, { "2021-11-12", TRUE },  { "2021-11-13", FALSE },
               { "2021-11-19", TRUE },  { "2021-11-25", TRUE },  { "2021-11-26", TRUE },
               { "2021-11-27", TRUE },  { "2021-11-28", FALSE }, { "2021-12-25", FALSE } };
  GDate since = read_day ("2021-11-10"), day = read_day ("2021-11-28");
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GDate today = read_day (days[i].day);
      g_autoptr (GPtrArray) found = nst_deadlines_list_reminders (&f->context, NULL, &today);

      g_test_message ("%s", days[i].day);
      g_assert_cmpint (find (found, "N5") != NULL, ==, days[i].told);
    }
  all = nst_deadlines_list_reminders (&f->context, &since, &day);
  g_assert_cmpuint (count (all, "N5", NST_DEADLINE_OVERDUE), ==, 1);
  g_assert_null (find (all, "N2"));
}

/* A record's page shows its own and those of what belongs to it. */
static void
test_of_record (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) group = nst_demo_fixture_dup (f, "group", 1);
  g_autoptr (NstRecord) team = nst_demo_fixture_dup (f, "team", 2);
  g_autoptr (GPtrArray) of_group = nst_deadlines_list_of (&f->context, group);
  g_autoptr (GPtrArray) of_team = nst_deadlines_list_of (&f->context, team);

  g_assert_nonnull (find (of_group, "N5"));
  g_assert_nonnull (find (of_group, "N8"));
  g_assert_nonnull (find (of_group, "ACTIVITY"));
  g_assert_null (find (of_group, "A1"));
  g_assert_nonnull (find (of_team, "N3"));
  g_assert_cmpuint (count (of_team, "N4", NST_DEADLINE_MET), ==, 4);
  g_assert_null (find (of_team, "N8"));
}

/* What a record's page lists is what the whole list has of it, however it is looked for. */
static void
test_of_activity (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const kinds[] = { "activity", "stage", "program" };
  g_autoptr (GPtrArray) all = list (f);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (NstRecord) owner = nst_demo_fixture_dup (f, kinds[k], k == 0 ? 9 : 1);
      g_autoptr (GPtrArray) found = nst_deadlines_list_of (&f->context, owner);
      guint n = 0, listed = 0;

      for (guint i = 0; i < all->len; i++)
        {
          const NstDeadline *deadline = all->pdata[i];
          NstRecord *record = deadline->record;

          if (g_strcmp0 (deadline->text->code, "ACTIVITY") == 0)
            n += k == 0 ? nst_record_get_id (record) == 9
                        : nst_record_get_ref (record, kinds[k]) == 1;
        }
      for (guint i = 0; i < found->len; i++)
        listed += g_strcmp0 (((NstDeadline *) found->pdata[i])->text->code, "ACTIVITY") == 0;
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (listed, ==, n);
    }
}

/* 22 dated occurrences (17.3) less row 10, marked not done, and rows 6, 7 and 12 without dates,
 * which are due when the programme ends. */
static void
test_activities (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) deadlines = list (f);
  guint n = 0, at_end = 0;

  for (guint i = 0; i < deadlines->len; i++)
    {
      const NstDeadline *deadline = deadlines->pdata[i];

      if (strcmp (deadline->text->code, "ACTIVITY") != 0)
        continue;
      n++;
      g_assert_false (g_str_has_prefix (deadline->title, "10. "));
      if (g_date_days_between (&deadline->first, &deadline->due) == 364)
        at_end++;
    }
  g_assert_cmpuint (n, ==, 21 + 3);
  g_assert_cmpuint (at_end, ==, 3);
  g_assert_cmpuint (count (deadlines, "ACTIVITY", NST_DEADLINE_MET), ==, 11);
  g_assert_cmpuint (count (deadlines, "ACTIVITY", NST_DEADLINE_OVERDUE), ==, 0);
}

#define HEAD                                                                                     \
  "<scheme id='own' version='1' subject-kind='TEAM'><title>Т</title>"                           \
  "<extends pack='dubovka-mentoring'><take part='life-cycles'/><take part='rules'/>"             \
  "<take part='documents'/><take catalogue='role'/><take catalogue='document-form'/></extends>"
#define END "<title>Т</title><remedy>Р</remedy></deadline></deadlines></scheme>"

static NstScheme *
load_own (const char *inside, GPtrArray **faults)
{
  g_autofree char *text = g_strconcat (HEAD, inside, END, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return nst_scheme_load (bytes, "own/scheme.xml", NULL, NULL, faults, NULL);
}

/* Five working days from the approval on Friday 17.12.2021; without a calendar it says so. */
static void
test_working_days (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
#define WORKING                                                                                  \
  "<deadlines><deadline code='W' kind='program' paragraph='1' after='approved_on' days='10' "    \
  "count='working' lead='3'>"
  g_autoptr (NstScheme) own =
      load_own ("<limits><limit key='calendar' value='ru'/></limits>" WORKING, NULL);
  g_autoptr (NstScheme) bare = load_own (WORKING, NULL);
  NstRuleContext context = f->context;
  g_autoptr (GPtrArray) with = NULL;
  g_autoptr (GPtrArray) without = NULL;
  GDate until = read_day ("2022-12-31");

  g_assert_nonnull (own);
  g_assert_nonnull (bare);
  context.scheme = own;
  with = nst_deadlines_list (&context, &until);
  /* 20–24 and 27–30 December are nine; 31.12 to 09.01 are off. */
  assert_deadline (with, "W", "2022-01-10 - OVERDUE 387");
  g_assert_null (find (with, "W")->note);
  context.scheme = bare;
  without = nst_deadlines_list (&context, &until);
  assert_deadline (without, "W", "2021-12-31 - OVERDUE 397");
  g_assert_nonnull (find (without, "W")->note);
}

/* A day off moves to the next working day where the pack says so; months by R89. */
static void
test_relative (NstDemoFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstScheme) own = load_own (
      "<limits><limit key='calendar' value='ru'/></limits><deadlines>"
      "<deadline code='M' kind='program' paragraph='1' after='@end' on-day-off='next'>"
      "<title>Т</title><remedy>Р</remedy></deadline>"
      "<deadline code='P' kind='program' paragraph='1' after='@start' months='24'>"
      "<title>Т</title><remedy>Р</remedy></deadline>"
      "<deadline code='Y' kind='office' paragraph='1' due='ежегодно до 10 июня, 10 декабря'>",
      NULL);
  NstRuleContext context = f->context;
  g_autoptr (GPtrArray) deadlines = NULL;
  GDate until = read_day ("2024-12-31");

  g_assert_nonnull (own);
  context.scheme = own;
  deadlines = nst_deadlines_list (&context, &until);
  /* Saturday 31.12.2022: then come the holidays to 08.01.2023. */
  assert_deadline (deadlines, "M", "2023-01-09 - OVERDUE 23");
  assert_deadline (deadlines, "P", "2023-12-31 - UPCOMING 333");
  g_assert_cmpuint (count (deadlines, "Y", NST_DEADLINE_OVERDUE), ==, 4);
  g_assert_cmpuint (count (deadlines, "Y", NST_DEADLINE_UPCOMING), ==, 4);
}

/* What the author of a pack got wrong has a fault, each with its place. */
static void
test_faults (NstDemoFixture *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
#define OPEN "<deadlines>\n<deadline code='W' paragraph='1' "
  static const char *const wrong[] = {
    OPEN "kind='program'>",
    OPEN "kind='program' due='2021 г.' after='start'>",
    OPEN "kind='car' due='2021 г.'>",
    OPEN "kind='program' due='когда-нибудь'>",
    OPEN "kind='program' after='colour'>",
    OPEN "kind='program' after='start' days='ten'>",
    OPEN "kind='program' after='start' count='sunny'>",
    OPEN "kind='program' after='start' who='KING'>",
    OPEN "kind='program' after='start' step='dance'>",
    OPEN "kind='program' after='start' met='wished:x'>",
    OPEN "kind='program' after='start' met='set:colour'>",
    OPEN "kind='program' after='start' when='state:BLUE'>",
    OPEN "kind='program' after='start' lead='soon'>",
    OPEN "kind='program' due='limit:sunset'>",
    OPEN "kind='program' after='start' days='limit:sunset'>",
    OPEN "kind='program' after='start' met='report:GOSSIP:issued_on'>",
    OPEN "kind='group' due='2021 г.' met='all:agreement:colour'>",
    OPEN "kind='group' due='2021 г.' met='any:car'>",
    OPEN "kind='group' due='2021 г.' met='activity:sunset'>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;

      g_test_message ("%s", wrong[i]);
      g_assert_null (load_own (wrong[i], &faults));
      g_assert_cmpuint (faults->len, >=, 1);
      g_assert_cmpint (((NstFault *) faults->pdata[0])->line, ==, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

#define ADD(path, day, test)                                                                     \
  g_test_add (path, NstDemoFixture, day, nst_demo_fixture_set_up, test,                          \
              nst_demo_fixture_tear_down)
  ADD ("/deadlines/rows", NULL, test_rows);
  ADD ("/deadlines/terms", NULL, test_terms);
  ADD ("/deadlines/states", "2021-11-23", test_states);
  ADD ("/deadlines/reminders", "2021-11-23", test_reminders);
  ADD ("/deadlines/of-record", "2022-07-01", test_of_record);
  ADD ("/deadlines/of-activity", "2022-07-01", test_of_activity);
  ADD ("/deadlines/activities", "2022-07-01", test_activities);
  ADD ("/deadlines/working-days", NULL, test_working_days);
  ADD ("/deadlines/relative", NULL, test_relative);
  ADD ("/deadlines/faults", "2021-10-25", test_faults);

  return g_test_run ();
}
