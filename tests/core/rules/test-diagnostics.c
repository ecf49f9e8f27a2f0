/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entry and exit diagnostics of a group paired, by values counted by hand. */
#include "config.h"

#include "nst-rules-fixture.h"

#include "rules/nst-diagnostics.h"

#define DAY "2022-12-20"

static void
ask (NstRulesFixture *f, const char *key, const char *group, const char *kind, const char *point,
     const char *date)
{
  nst_rules_fixture_add (f, key, "survey", "group", group, "title", "Диагностика", "kind", kind,
                         "point", point, "date", date, NULL);
}

static void
answer (NstRulesFixture *f, const char *survey, const char *direction, const char *value)
{
  static guint n = 0;
  g_autofree char *key = g_strdup_printf ("answer%u", n++);

  nst_rules_fixture_add (f, key, "answer", "survey", survey, "direction", direction, "value",
                         value, NULL);
}

/* Two answered at the entry, three at the exit; another direction was asked only once. */
static void
fill (NstRulesFixture *f)
{
  nst_rules_fixture_add (f, "group", "group", "number", "1", NULL);
  nst_rules_fixture_add (f, "other", "group", "number", "2", NULL);
  ask (f, "entry", "@group", "COMPETENCES", "ENTRY", "2022-01-20");
  answer (f, "@entry", "DIR_DEV", "40");
  answer (f, "@entry", "DIR_DEV", "55");
  answer (f, "@entry", "DIR_QUALITY", "70");
  answer (f, "@entry", "DIR_STAFF", "30");
  ask (f, "exit", "@group", "COMPETENCES", "EXIT", "2022-12-10");
  answer (f, "@exit", "DIR_DEV", "60");
  answer (f, "@exit", "DIR_DEV", "65");
  answer (f, "@exit", "DIR_DEV", "85");
  answer (f, "@exit", "DIR_QUALITY", "64");
  /* Points of another kind, of a survey between the two, of another group. */
  ask (f, "needs", "@group", "DIFFICULTIES", "EXIT", "2022-12-11");
  answer (f, "@needs", "DIR_DEV", "9");
  ask (f, "midway", "@group", "COMPETENCES", NULL, "2022-06-10");
  answer (f, "@midway", "DIR_DEV", "1");
  ask (f, "foreign", "@other", "COMPETENCES", "EXIT", "2022-12-10");
  answer (f, "@foreign", "DIR_STAFF", "99");
  nst_rules_fixture_look (f, DAY);
}

static const NstDiagnosticsLine *
find (GPtrArray *lines, const char *kind, const char *direction)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const NstDiagnosticsLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->kind, kind) && g_str_equal (line->direction, direction))
        return line;
    }
  g_assert_not_reached ();
}

static void
test_pair (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) lines = NULL;
  const NstDiagnosticsLine *line;
  double change;

  fill (f);
  lines = nst_diagnostics_pair (f->source, nst_rules_fixture_get (f, "group"));
  g_assert_cmpuint (lines->len, ==, 4);

  /* (40 + 55) / 2 = 47.5; (60 + 65 + 85) / 3 = 70 */
  line = find (lines, "COMPETENCES", "DIR_DEV");
  g_assert_cmpuint (line->n_entry, ==, 2);
  g_assert_cmpuint (line->n_exit, ==, 3);
  g_assert_cmpfloat_with_epsilon (line->entry, 47.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (line->exit, 70.0, 1e-9);
  g_assert_true (nst_diagnostics_line_get_change (line, &change));
  g_assert_cmpfloat_with_epsilon (change, 22.5, 1e-9);

  line = find (lines, "COMPETENCES", "DIR_QUALITY");
  g_assert_true (nst_diagnostics_line_get_change (line, &change));
  g_assert_cmpfloat_with_epsilon (change, -6.0, 1e-9);

  line = find (lines, "COMPETENCES", "DIR_STAFF");
  g_assert_cmpuint (line->n_exit, ==, 0);
  g_assert_false (nst_diagnostics_line_get_change (line, &change));

  line = find (lines, "DIFFICULTIES", "DIR_DEV");
  g_assert_cmpuint (line->n_entry, ==, 0);
  g_assert_cmpfloat_with_epsilon (line->exit, 9.0, 1e-9);
  g_assert_false (nst_diagnostics_line_get_change (line, &change));
}

static void
test_none (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) lines = NULL;

  nst_rules_fixture_add (f, "group", "group", "number", "1", NULL);
  nst_rules_fixture_look (f, DAY);
  lines = nst_diagnostics_pair (f->source, nst_rules_fixture_get (f, "group"));
  g_assert_cmpuint (lines->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/diagnostics/pair", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_pair,
              nst_rules_fixture_tear_down);
  g_test_add ("/diagnostics/none", NstRulesFixture, NULL, nst_rules_fixture_set_up, test_none,
              nst_rules_fixture_tear_down);
  return g_test_run ();
}
