/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule: silent on a base in order, speaking when one thing is spoiled (DOMAIN 6). */
#include "config.h"

#include "nst-rules-fixture.h"

#include "rules/nst-steps.h"

#include <string.h>

/* What is spoiled, and what the rule then says; @words must stand in its text. */
typedef struct
{
  const char *rule;
  const char *record;
  const char *field;
  const char *value;
  const char *day;
  guint expected;
  const char *words;
} Case;

#define DAY "2022-07-01"

static const Case cases[] = {
  { "R1", "side1", "side", "DEVELOPING", DAY, 1, NULL },
  { "R2", "team1", "directions", NULL, DAY, 1, NULL },
  { "R3", "side2", "to", "2022-06-30", DAY, 1, NULL },
  { "R3", "side2", "to", "2022-07-01", DAY, 0, NULL },
  { "R5", "team2", "organisation", "@school1", DAY, 1, NULL },
  { "R7", "order", "number", NULL, DAY, 1, NULL },
  { "R7", "order", "date", NULL, DAY, 1, NULL },
  { "R7", "group", "order", NULL, DAY, 1, NULL },
  { "R8", "group", "coordinator", NULL, DAY, 1, NULL },
  { "R9", "side2", "consent_on", NULL, DAY, 1, NULL },
  { "R10", "group", "state", "DISSOLVED", DAY, 1, "1" },
  { "R11", "team1", "state", "WITHDRAWN", DAY, 1, NULL },
  { "R12", "team1", "evidence", NULL, DAY, 1, NULL },
  { "R13", "member1", "roles", "CONTACT", DAY, 1, NULL },
  { "R13a", "member1", "roles", "LEADER", DAY, 1, NULL },
  { "R14", "leader1", "phone", NULL, DAY, 1, NULL },
  { "R15", "school1", "kind", "KINDERGARTEN", DAY, 1, "2022" },
  { "R16", "sign3", "agreement", NULL, DAY, 1, "2" },
  { "R17", "sign3", "signed_on", NULL, DAY, 1, NULL },
  { "R17", "agreement", "returned_on", NULL, DAY, 1, NULL },
  { "R18", "agreement", "sent_on", "2021-11-19", DAY, 0, NULL },
  { "R18", "agreement", "sent_on", "2021-11-20", DAY, 1, "1" },
  { "R18a", "agreement", "returned_on", "2021-11-29", DAY, 1, "3" },
  { "R19", "agreement", "state", "CANCELLED", DAY, 1, NULL },
  { "R20", "agreement", "end", "2022-11-30", DAY, 1, "30.11.2022" },
  { "R21", "program", "end", "2022-02-28", DAY, 1, "2" },
  { "R21", "program", "start", "2021-12-01", DAY, 1, "13" },
  { "R21", "program", "end", "2022-03-31", DAY, 0, NULL },
  { "R22", "program", "approved_on", "2021-12-20", DAY, 1, "12" },
  { "R23", "program", "extended_until", "2023-12-31", DAY, 0, NULL },
  { "R23", "program", "extended_until", "2024-01-01", DAY, 1, "31.12.2023" },
  { "R24", "program", "ended_on", "2022-10-15", DAY, 1, NULL },
  { "R25", "program", "directions", NULL, DAY, 1, NULL },
  { "R25a", "program", "start", NULL, DAY, 1, NULL },
  { "R25c", "activity2", "due", NULL, DAY, 1, NULL },
  { "R25d", "activity2", "responsible", NULL, DAY, 1, NULL },
  { "R26", "program", "directions", "D\nЧужое", DAY, 1, "Чужое" },
  { "R27", "program", "developing_agreed_on", NULL, DAY, 1, NULL },
  { "R28", "program", "approved_by", "@other", DAY, 1, NULL },
  { "R29", "program", "sent_on", NULL, DAY, 1, NULL },
  { "R31", "activity2", "due", "due:Январь 2022 г.", DAY, 1, NULL },
  { "R31a", "stage1", "due", "due:Ноябрь 2021 г.", DAY, 1, NULL },
  { "R36", "mark2", "reason", NULL, DAY, 1, NULL },
  { "R36a", "note", "conclusions", NULL, DAY, 1, NULL },
  { "R37", "final", "issued_on", "2023-01-30", "2023-03-01", 0, NULL },
  { "R37", "final", "issued_on", "2023-02-02", "2023-03-01", 1, "3" },
  { "R70", "training", "completed_on", NULL, DAY, 1, NULL },
  { "R71", "leader1", "platform_joined_on", "2021-11-26", DAY, 1, "1" },
  { "R71", "leader1", "platform_registered_on", NULL, "2021-11-25", 0, NULL },
  { "R75", "plan", "sent_on", "2021-12-21", DAY, 1, "1" },
  { "R91", "final", "sent_on", "2022-12-30", DAY, 1, NULL },
  { "R94", "mark2", "status", "DONE", "2021-12-31", 1, NULL },
  { "R94", "mark2", "status", "DONE", "2022-12-31", 0, NULL },
};

static guint
count (GPtrArray *findings, const char *rule, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const NstFinding *finding = findings->pdata[i];

      if (strcmp (finding->rule->number, rule) != 0)
        continue;
      n++;
      g_test_message ("%s: %s %s", rule, finding->text, finding->remedy);
      g_assert_null (strchr (finding->text, '{'));
      g_assert_null (strchr (finding->remedy, '{'));
      g_assert_cmpstr (finding->remedy, !=, "");
      g_assert_cmpstr (finding->rule->paragraph, !=, "");
      if (words != NULL)
        g_assert_nonnull (strstr (finding->text, words));
    }
  return n;
}

static void
test_case (NstRulesFixture *f, gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) findings = NULL;

  if (nst_scheme_find_rule (f->scheme, test->rule) == NULL)
    {
      g_test_skip ("the scheme does not word this rule");
      return;
    }
  nst_rules_fixture_fill (f);
  nst_rules_fixture_set (f, test->record, test->field, test->value);
  nst_rules_fixture_look (f, test->day);
  findings = nst_rules_check_all (&f->context);
  g_assert_cmpuint (count (findings, test->rule, test->words), ==, test->expected);
}

/* In order: no rule that a case spoils speaks. */
static void
test_silent (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = NULL;

  nst_rules_fixture_fill (f);
  nst_rules_fixture_look (f, DAY);
  findings = nst_rules_check_all (&f->context);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (count (findings, cases[i].rule, NULL), ==, 0);
}

/* R4: two developing teams need the operator's decision. */
static void
test_several_teams (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) without = NULL;
  g_autoptr (GPtrArray) with = NULL;

  nst_rules_fixture_fill (f);
  nst_rules_fixture_add (f, "school3", "organisation", "kind", "SCHOOL", NULL);
  nst_rules_fixture_add (f, "team3", "team", "organisation", "@school3", "role", "DEVELOPING",
                         NULL);
  nst_rules_fixture_add (f, "side3", "participant", "group", "@group", "side", "DEVELOPING",
                         "team", "@team3", "consent_on", "2021-11-09", NULL);
  nst_rules_fixture_look (f, DAY);
  without = nst_rules_check_one (&f->context, nst_rules_fixture_get (f, "group"), "R4");
  g_assert_cmpuint (without->len, ==, 1);
  nst_rules_fixture_set (f, "group", "operator_decision", "Решение оператора");
  nst_rules_fixture_look (f, DAY);
  with = nst_rules_check_one (&f->context, nst_rules_fixture_get (f, "group"), "R4");
  g_assert_cmpuint (with->len, ==, 0);
}

static void
add_submitted (NstRulesFixture *f, const char *key, const char *role)
{
  g_autofree char *school = g_strdup_printf ("school-%s", key);
  g_autofree char *ref = g_strdup_printf ("@%s", school);

  nst_rules_fixture_add (f, school, "organisation", "kind", "SCHOOL", "territory", "@territory",
                         NULL);
  nst_rules_fixture_add (f, key, "team", "organisation", ref, "role", role, "directions", "D",
                         "year", "2021", "state", "SUBMITTED", NULL);
}

static void
assert_partner (NstRulesFixture *f, const char *key, guint errors, guint warnings)
{
  g_autoptr (GPtrArray) findings = NULL;
  guint n_errors = 0;

  nst_rules_fixture_look (f, "2021-11-08");
  findings = nst_rules_check_one (&f->context, nst_rules_fixture_get (f, key), "R11");
  for (guint i = 0; i < findings->len; i++)
    n_errors += nst_finding_is_error (findings->pdata[i]) ? 1 : 0;
  g_assert_cmpuint (n_errors, ==, errors);
  g_assert_cmpuint (findings->len - n_errors, ==, warnings);
}

/* R11: 2 experienced + 1 developing are refused; the second developing team of a group 1:2 and
 * a newcomer beside a working group are not; one side alone always is. */
static void
test_partners (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  nst_rules_fixture_fill (f);
  assert_partner (f, "team2", 0, 0);
  add_submitted (f, "second", "DEVELOPING");
  assert_partner (f, "second", 0, 1);
  nst_rules_fixture_set (f, "second", "state", "WITHDRAWN");
  add_submitted (f, "spare", "EXPERIENCED");
  assert_partner (f, "spare", 1, 0);
  nst_rules_fixture_set (f, "team1", "state", "ASSIGNED");
  nst_rules_fixture_set (f, "team2", "state", "ASSIGNED");
  assert_partner (f, "spare", 0, 1);
  nst_rules_fixture_set (f, "team2", "state", "WITHDRAWN");
  assert_partner (f, "spare", 1, 0);
}

/* Conditions of a pack that refer to each other in a circle come to an end. */
static void
test_circle (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (f->scheme, "program");
  NstLifeComputed *row = g_new0 (NstLifeComputed, 1);

  row->from = g_strsplit ("SENT_TO_OPERATOR", " ", -1);
  row->to = g_strdup ("CLOSED");
  row->when = g_strsplit ("group:WORKING", " ", -1);
  nst_life_cycle_take_computed (cycle, row);
  nst_rules_fixture_fill (f);
  nst_rules_fixture_look (f, "2021-12-31");
  g_assert_nonnull (nst_steps_get_state (&f->context, nst_rules_fixture_get (f, "group")));
  g_assert_nonnull (nst_steps_get_state (&f->context, nst_rules_fixture_get (f, "program")));
}

/* R96: order № 14 of 2025 exists: a second one is refused, that of 2026 is not. */
static void
test_numbers (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) later = NULL;

  nst_rules_fixture_add (f, "first", "order", "kind", "ASSIGNMENT", "number", "14", "date",
                         "2025-02-01", NULL);
  nst_rules_fixture_add (f, "second", "order", "kind", "ASSIGNMENT", "number", "14", "date",
                         "2025-03-01", NULL);
  nst_rules_fixture_look (f, "2026-02-01");
  same = nst_rules_check_one (&f->context, nst_rules_fixture_get (f, "second"), "R96a");
  g_assert_cmpuint (same->len, ==, 1);
  nst_rules_fixture_set (f, "second", "date", "2026-01-15");
  nst_rules_fixture_look (f, "2026-02-01");
  later = nst_rules_check_one (&f->context, nst_rules_fixture_get (f, "second"), "R96a");
  g_assert_cmpuint (later->len, ==, 0);
}

/* R90: the final report only after the summary note. */
static void
test_report_order (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = NULL;

  nst_rules_fixture_fill (f);
  nst_rules_fixture_set (f, "note", "issued_on", NULL);
  nst_rules_fixture_set (f, "note", "state", "DRAFT");
  nst_rules_fixture_look (f, "2022-12-30");
  findings = nst_rules_check_one (&f->context, nst_rules_fixture_get (f, "final"), "R90");
  g_assert_cmpuint (findings->len, ==, 1);
}

/* What belongs to a record is judged with it: R31 on the activities of a programme. */
static void
test_tree (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = NULL;

  nst_rules_fixture_fill (f);
  nst_rules_fixture_set (f, "activity2", "due", "due:Январь 2022 г.");
  nst_rules_fixture_look (f, DAY);
  findings = nst_rules_check (&f->context, nst_rules_fixture_get (f, "program"));
  g_assert_cmpuint (count (findings, "R31", NULL), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/rules/%s/%u-%s", cases[i].rule, i, cases[i].record);

      g_test_add (path, NstRulesFixture, &cases[i], nst_rules_fixture_set_up, test_case,
                  nst_rules_fixture_tear_down);
    }
  g_test_add ("/rules/silent", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_silent,
              nst_rules_fixture_tear_down);
  g_test_add ("/rules/R4", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_several_teams,
              nst_rules_fixture_tear_down);
  g_test_add ("/rules/R11", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_partners,
              nst_rules_fixture_tear_down);
  g_test_add ("/rules/circle", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_circle,
              nst_rules_fixture_tear_down);
  g_test_add ("/rules/R96", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_numbers,
              nst_rules_fixture_tear_down);
  g_test_add ("/rules/R90", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_report_order,
              nst_rules_fixture_tear_down);
  g_test_add ("/rules/tree", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_tree,
              nst_rules_fixture_tear_down);
  return g_test_run ();
}
