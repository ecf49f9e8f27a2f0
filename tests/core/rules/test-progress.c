/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States of activities and shares (DOMAIN 5.5, R35). */
#include "config.h"

#include "nst-rules-fixture.h"

#include "rules/nst-progress.h"

static void
add_program (NstRulesFixture *f)
{
  nst_rules_fixture_add (f, "program", "program", "start", "2022-01-01", "end", "2022-12-31",
                         NULL);
  nst_rules_fixture_add (f, "stage", "stage", "program", "@program", "title", "Этап", NULL);
}

static NstRecord *
add_activity (NstRulesFixture *f, const char *key, const char *phrase, const char *topics)
{
  g_autofree char *due = nst_rules_fixture_due (phrase);

  return nst_rules_fixture_add (f, key, "activity", "program", "@program", "stage", "@stage",
                                "title", key, "due", due, "topics", topics, NULL);
}

static void
add_mark (NstRulesFixture *f, const char *activity, const char *status, const char *date,
          const char *occurrence, const char *new_due)
{
  g_autofree char *key = g_strdup_printf ("mark%u", g_hash_table_size (f->records));
  g_autofree char *target = g_strconcat ("@", activity, NULL);
  g_autofree char *due = new_due != NULL ? nst_rules_fixture_due (new_due) : NULL;

  nst_rules_fixture_add (f, key, "mark", "activity", target, "status", status, "date", date,
                         "occurrence", occurrence, "new_due", due, NULL);
}

static void
assert_state (NstRulesFixture *f, const char *day, const char *key, const char *expected,
              guint parts_done, guint parts, guint overdue_days)
{
  g_autoptr (NstProgress) progress = NULL;
  NstActivityProgress *found;

  nst_rules_fixture_look (f, day);
  progress = nst_progress_new (&f->context, nst_rules_fixture_get (f, "program"));
  found = nst_progress_find (progress, nst_record_get_id (nst_rules_fixture_get (f, key)));
  g_assert_nonnull (found);
  g_test_message ("%s on %s", key, day);
  g_assert_cmpstr (nst_activity_state_get_code (found->state), ==, expected);
  g_assert_cmpuint (found->parts_done, ==, parts_done);
  g_assert_cmpuint (found->parts, ==, parts);
  g_assert_cmpuint (found->overdue_days, ==, overdue_days);
}

/* One month: ahead, running, over without a mark; 151 days from 31.01 to 01.07.2022. */
static void
test_month (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_program (f);
  add_activity (f, "a", "Январь 2022 г.", NULL);
  assert_state (f, "2021-12-31", "a", "PLANNED", 0, 1, 0);
  assert_state (f, "2022-01-01", "a", "DUE", 0, 1, 0);
  assert_state (f, "2022-01-31", "a", "DUE", 0, 1, 0);
  assert_state (f, "2022-02-01", "a", "OVERDUE", 0, 1, 1);
  assert_state (f, "2022-07-01", "a", "OVERDUE", 0, 1, 151);
}

/* Only marks dated up to the day count, and the newest of them. */
static void
test_newest_mark (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_program (f);
  add_activity (f, "a", "Январь 2022 г.", NULL);
  add_mark (f, "a", "NOT_DONE", "2022-01-31", NULL, NULL);
  add_mark (f, "a", "DONE", "2022-02-20", NULL, NULL);
  assert_state (f, "2022-01-30", "a", "DUE", 0, 1, 0);
  assert_state (f, "2022-01-31", "a", "NOT_DONE", 0, 1, 0);
  assert_state (f, "2022-02-20", "a", "DONE", 1, 1, 0);
}

/* Several dates: partly when at least one is done, done when all are. */
static void
test_dates (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_program (f);
  add_activity (f, "a", "Февраль, май, октябрь 2022 г.", "Тема 1\nТема 2\nТема 3");
  add_mark (f, "a", "DONE", "2022-02-17", "1", NULL);
  add_mark (f, "a", "DONE", "2022-05-19", "2", NULL);
  add_mark (f, "a", "DONE", "2022-10-13", "3", NULL);
  assert_state (f, "2022-01-15", "a", "PLANNED", 0, 3, 0);
  assert_state (f, "2022-02-17", "a", "PARTLY", 1, 3, 0);
  assert_state (f, "2022-07-01", "a", "PARTLY", 2, 3, 0);
  assert_state (f, "2022-10-13", "a", "DONE", 3, 3, 0);
}

/* A mark of the whole activity stands for all of its dates. */
static void
test_whole_mark (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_program (f);
  add_activity (f, "a", "Февраль, май, октябрь 2022 г.", NULL);
  add_mark (f, "a", "DONE", "2022-02-17", "1", NULL);
  add_mark (f, "a", "NOT_DONE", "2022-06-01", NULL, NULL);
  add_mark (f, "a", "DONE", "2022-11-01", NULL, NULL);
  assert_state (f, "2022-06-01", "a", "NOT_DONE", 1, 3, 0);
  assert_state (f, "2022-11-01", "a", "DONE", 3, 3, 0);
}

/* A mark that was put by mistake is put right by another one, also on the same day. */
static void
test_put_right (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_program (f);
  add_activity (f, "one", "Июнь 2022 г.", NULL);
  add_activity (f, "many", "Февраль, май, октябрь 2022 г.", NULL);
  add_mark (f, "one", "DONE", "2022-06-15", NULL, NULL);
  add_mark (f, "many", "DONE", "2022-02-17", "1", NULL);
  add_mark (f, "many", "DONE", "2022-06-15", NULL, NULL);
  assert_state (f, "2022-06-15", "one", "DONE", 1, 1, 0);
  assert_state (f, "2022-06-15", "many", "DONE", 3, 3, 0);
  add_mark (f, "one", "NOT_DONE", "2022-06-15", NULL, NULL);
  add_mark (f, "many", "NOT_DONE", "2022-06-15", NULL, NULL);
  assert_state (f, "2022-06-15", "one", "NOT_DONE", 0, 1, 0);
  assert_state (f, "2022-06-15", "many", "NOT_DONE", 1, 3, 0);
  add_mark (f, "one", "PARTLY", "2022-06-15", NULL, NULL);
  assert_state (f, "2022-06-15", "one", "PARTLY", 0, 1, 0);
  add_mark (f, "one", "POSTPONED", "2022-06-16", NULL, "Сентябрь 2022 г.");
  assert_state (f, "2022-06-16", "one", "POSTPONED", 0, 1, 0);
}

/* Topics are the parts of an activity without dates. */
static void
test_topics (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_program (f);
  add_activity (f, "a", "По согласованию сторон", "Тема 1\nТема 2");
  add_mark (f, "a", "DONE", "2022-02-10", "1", NULL);
  add_mark (f, "a", "DONE", "2022-10-27", "2", NULL);
  assert_state (f, "2022-02-10", "a", "PARTLY", 1, 2, 0);
  assert_state (f, "2022-10-27", "a", "DONE", 2, 2, 0);
}

/* Without dates nothing is overdue before the programme's end. */
static void
test_undated (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_program (f);
  add_activity (f, "agreed", "По согласованию сторон", NULL);
  add_activity (f, "whole", "На протяжении всего периода реализации программы", NULL);
  assert_state (f, "2021-11-30", "agreed", "PLANNED", 0, 0, 0);
  assert_state (f, "2021-11-30", "whole", "PLANNED", 0, 0, 0);
  assert_state (f, "2022-12-31", "agreed", "PLANNED", 0, 0, 0);
  assert_state (f, "2022-12-31", "whole", "DUE", 0, 0, 0);
  assert_state (f, "2023-01-02", "agreed", "OVERDUE", 0, 0, 2);
  assert_state (f, "2023-01-02", "whole", "OVERDUE", 0, 0, 2);
}

/* A postponed activity is overdue when its new schedule has passed without another mark. */
static void
test_postponed (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  add_program (f);
  add_activity (f, "a", "Январь 2022 г.", NULL);
  add_mark (f, "a", "POSTPONED", "2022-01-25", NULL, "Март 2022 г.");
  assert_state (f, "2022-02-15", "a", "POSTPONED", 0, 1, 0);
  assert_state (f, "2022-03-31", "a", "POSTPONED", 0, 1, 0);
  assert_state (f, "2022-04-01", "a", "OVERDUE", 0, 1, 1);
  add_mark (f, "a", "DONE", "2022-04-05", NULL, NULL);
  assert_state (f, "2022-04-05", "a", "DONE", 1, 1, 0);
}

/* What a correction takes out is not counted. */
static void
test_cancelled (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstProgress) progress = NULL;

  add_program (f);
  add_activity (f, "a", "Январь 2022 г.", NULL);
  add_activity (f, "b", "Январь 2022 г.", NULL);
  nst_rules_fixture_set (f, "b", "cancelled_on", "2022-01-10");
  assert_state (f, "2022-01-09", "b", "DUE", 0, 1, 0);
  assert_state (f, "2022-01-10", "b", "CANCELLED", 0, 1, 0);
  progress = nst_progress_new (&f->context, nst_rules_fixture_get (f, "program"));
  g_assert_cmpuint (progress->total, ==, 1);
}

/* R35: one decimal, half up: 5, 6, 16, 17 of 18; 1 of 16 is 6,25 and so 6,3. */
static void
test_share (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    guint done;
    guint total;
    guint permille;
  } cases[] = {
    { 0, 0, 0 },     { 0, 18, 0 },    { 5, 18, 278 },   { 6, 18, 333 },
    { 16, 18, 889 }, { 17, 18, 944 }, { 18, 18, 1000 }, { 1, 16, 63 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NstRulesFixture own;
      g_autoptr (NstProgress) progress = NULL;

      nst_rules_fixture_set_up (&own, NULL);
      add_program (&own);
      for (guint j = 0; j < cases[i].total; j++)
        {
          g_autofree char *key = g_strdup_printf ("a%u", j);

          add_activity (&own, key, "Январь 2022 г.", NULL);
          if (j < cases[i].done)
            add_mark (&own, key, "DONE", "2022-01-20", NULL, NULL);
        }
      nst_rules_fixture_look (&own, "2022-01-31");
      progress = nst_progress_new (&own.context, nst_rules_fixture_get (&own, "program"));
      g_assert_cmpuint (progress->done, ==, cases[i].done);
      g_assert_cmpuint (progress->total, ==, cases[i].total);
      g_assert_cmpuint (progress->permille, ==, cases[i].permille);
      nst_rules_fixture_tear_down (&own, NULL);
    }
  g_assert_nonnull (f->scheme);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (NstRulesFixture *, gconstpointer);
  } tests[] = {
    { "/rules/progress/month", test_month },
    { "/rules/progress/newest", test_newest_mark },
    { "/rules/progress/dates", test_dates },
    { "/rules/progress/whole", test_whole_mark },
    { "/rules/progress/put-right", test_put_right },
    { "/rules/progress/topics", test_topics },
    { "/rules/progress/undated", test_undated },
    { "/rules/progress/postponed", test_postponed },
    { "/rules/progress/cancelled", test_cancelled },
    { "/rules/progress/share", test_share },
  };

  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NstRulesFixture, NULL, nst_rules_fixture_set_up, tests[i].run,
                nst_rules_fixture_tear_down);
  return g_test_run ();
}
