/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who could help whom: points, reasons, order (weights 40, 20, 20, 10, 10 of the pack). */
#include "config.h"

#include "nst-rules-fixture.h"

#include "rules/nst-matching.h"

#define DAY "2021-11-10"

/* A developing team of the district and five experienced ones, each with its own lack. */
static void
fill (NstRulesFixture *f)
{
  nst_rules_fixture_add (f, "ours", "territory", "name", "Наш", "kind", "MUNICIPAL_DISTRICT",
                         NULL);
  nst_rules_fixture_add (f, "theirs", "territory", "name", "Соседний", "kind",
                         "MUNICIPAL_DISTRICT", NULL);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *school = g_strdup_printf ("school%u", i);
      g_autofree char *team = g_strdup_printf ("team%u", i);
      g_autofree char *at = g_strconcat ("@", school, NULL);

      nst_rules_fixture_add (f, school, "organisation", "full_name", school, "kind", "SCHOOL",
                             "territory", "@ours", NULL);
      nst_rules_fixture_add (f, team, "team", "organisation", at, "role",
                             i == 0 ? "DEVELOPING" : "EXPERIENCED", "directions", "D", "evidence",
                             "Три слова здесь", "year", "2021", "state", "REGISTERED", NULL);
    }
}

static GPtrArray *
rank (NstRulesFixture *f)
{
  g_autoptr (GPtrArray) candidates = NULL;

  nst_rules_fixture_look (f, DAY);
  candidates = nst_source_list (f->source, "team", "role", "EXPERIENCED");
  return nst_matching_rank (&f->context, nst_rules_fixture_get (f, "team0"), candidates);
}

static NstMatch *
find (NstRulesFixture *f, GPtrArray *matches, const char *key)
{
  for (guint i = 0; i < matches->len; i++)
    if (((NstMatch *) matches->pdata[i])->team == nst_rules_fixture_get (f, key))
      return matches->pdata[i];
  g_error ("%s is not among the matches", key);
}

static guint
points (NstMatch *match, NstMatchAspect aspect)
{
  return match->reasons[aspect].points;
}

/* Everything fits but nobody has been asked: all but the consent's ten points. */
static void
test_full (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) matches = NULL;
  NstMatch *match;

  fill (f);
  matches = rank (f);
  match = find (f, matches, "team1");
  g_assert_cmpuint (points (match, NST_MATCH_DIRECTION), ==, 40);
  g_assert_cmpuint (points (match, NST_MATCH_TERRITORY), ==, 20);
  g_assert_cmpuint (points (match, NST_MATCH_FREE), ==, 20);
  g_assert_cmpuint (points (match, NST_MATCH_EVIDENCE), ==, 10);
  g_assert_cmpuint (points (match, NST_MATCH_CONSENT), ==, 0);
  g_assert_cmpuint (match->points, ==, 90);
  g_assert_cmpuint (match->most, ==, 100);
  g_assert_null (match->why_not);
  g_assert_null (match->condition);
}

/* Half the directions, brief evidence and a consent that was asked for count half. */
static void
test_halves (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) matches = NULL;
  NstMatch *match;

  fill (f);
  nst_rules_fixture_set (f, "team0", "directions", "D\nE");
  nst_rules_fixture_set (f, "team1", "evidence", "ВПР-2021");
  nst_rules_fixture_add (f, "request", "dispatch", "what", "Запрос", "sent_on", "2021-11-09",
                         NULL);
  nst_change_set_link (f->change, nst_rules_fixture_get (f, "request"), "subject",
                       nst_rules_fixture_get (f, "team1"));
  matches = rank (f);
  match = find (f, matches, "team1");
  g_assert_cmpuint (points (match, NST_MATCH_DIRECTION), ==, 20);
  g_assert_cmpuint (points (match, NST_MATCH_EVIDENCE), ==, 5);
  g_assert_cmpuint (points (match, NST_MATCH_CONSENT), ==, 5);
  g_assert_cmpuint (match->points, ==, 20 + 20 + 20 + 5 + 5);
}

/* An own wording of a direction is compared as people read it. */
static void
test_own_direction (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) matches = NULL;

  fill (f);
  nst_rules_fixture_set (f, "team0", "directions", "Учёт детей");
  nst_rules_fixture_set (f, "team1", "directions", "учет детей");
  matches = rank (f);
  g_assert_cmpuint (points (find (f, matches, "team1"), NST_MATCH_DIRECTION), ==, 40);
  g_assert_cmpuint (points (find (f, matches, "team2"), NST_MATCH_DIRECTION), ==, 0);
}

/* A team that leads a group can be chosen, on the operator's decision (R4). */
static void
test_busy (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) matches = NULL;
  NstMatch *match;

  fill (f);
  nst_rules_fixture_set (f, "team1", "state", "ASSIGNED");
  nst_rules_fixture_add (f, "group", "group", "number", "1", "state", "FORMED", NULL);
  nst_rules_fixture_add (f, "side", "participant", "group", "@group", "side", "EXPERIENCED",
                         "team", "@team1", NULL);
  matches = rank (f);
  match = find (f, matches, "team1");
  g_assert_cmpuint (points (match, NST_MATCH_FREE), ==, 0);
  g_assert_nonnull (match->condition);
  g_assert_null (match->why_not);

  g_clear_pointer (&matches, g_ptr_array_unref);
  nst_rules_fixture_set (f, "group", "state", "CLOSED");
  matches = rank (f);
  match = find (f, matches, "team1");
  g_assert_cmpuint (points (match, NST_MATCH_FREE), ==, 20);
  g_assert_null (match->condition);
}

/* A consent of both in a draft of their group is a consent; in another pair it is not. */
static void
test_consent (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) matches = NULL;

  fill (f);
  nst_rules_fixture_add (f, "group", "group", "number", "1", "state", "DRAFT", NULL);
  nst_rules_fixture_add (f, "side1", "participant", "group", "@group", "side", "EXPERIENCED",
                         "team", "@team1", "consent_on", "2021-11-09", NULL);
  matches = rank (f);
  g_assert_cmpuint (points (find (f, matches, "team1"), NST_MATCH_CONSENT), ==, 0);

  g_clear_pointer (&matches, g_ptr_array_unref);
  nst_rules_fixture_add (f, "side2", "participant", "group", "@group", "side", "DEVELOPING",
                         "team", "@team0", NULL);
  matches = rank (f);
  g_assert_cmpuint (points (find (f, matches, "team1"), NST_MATCH_CONSENT), ==, 10);
}

/* Most points first; who cannot be chosen stands last and says why. */
static void
test_order (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const expected[] = { "team2", "team1", "team5", "team3", "team4" };
  g_autoptr (GPtrArray) matches = NULL;

  fill (f);
  nst_rules_fixture_set (f, "school1", "territory", "@theirs");
  nst_rules_fixture_set (f, "school3", "kind", "KINDERGARTEN");
  nst_rules_fixture_set (f, "team4", "state", "SUBMITTED");
  nst_rules_fixture_set (f, "team5", "directions", "E");
  matches = rank (f);
  g_assert_cmpuint (matches->len, ==, 5);
  for (guint i = 0; i < 3; i++)
    g_assert_true (((NstMatch *) matches->pdata[i])->team ==
                   nst_rules_fixture_get (f, expected[i]));
  for (guint i = 3; i < 5; i++)
    g_assert_nonnull (find (f, matches, expected[i])->why_not);
}

/* A team of the same organisation cannot help it (R5). */
static void
test_same_organisation (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) matches = NULL;

  fill (f);
  nst_rules_fixture_set (f, "team1", "organisation", "@school0");
  matches = rank (f);
  g_assert_nonnull (find (f, matches, "team1")->why_not);
  g_assert_null (find (f, matches, "team2")->why_not);
}

#define ADD(path, func)                                                                          \
  g_test_add (path, NstRulesFixture, NULL, nst_rules_fixture_set_up, func,                       \
              nst_rules_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("/rules/matching/full", test_full);
  ADD ("/rules/matching/halves", test_halves);
  ADD ("/rules/matching/own-direction", test_own_direction);
  ADD ("/rules/matching/busy", test_busy);
  ADD ("/rules/matching/consent", test_consent);
  ADD ("/rules/matching/order", test_order);
  ADD ("/rules/matching/same-organisation", test_same_organisation);
  return g_test_run ();
}
