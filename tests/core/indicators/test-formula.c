/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The little language of indicators: values counted by hand, and what is refused. */
#include "config.h"

#include "nst-rules-fixture.h"

#include "indicators/nst-formula-value.h"
#include "indicators/nst-indicator-formulas.h"
#include "scheme/nst-scheme-loader.h"

#include <string.h>

#define DAY "2021-12-31"
#define OF_2021 "group.year = Y and group.state != 'DRAFT'"

#define ADD(...) nst_rules_fixture_add (f, __VA_ARGS__, NULL)

static void
fill_places (NstRulesFixture *f)
{
  ADD ("A", "territory", "name", "А", "kind", "MUNICIPAL_DISTRICT", "teachers_total", "100");
  ADD ("B", "territory", "name", "Б", "kind", "MUNICIPAL_DISTRICT", "teachers_total", "50");
  ADD ("C", "territory", "name", "В", "kind", "MUNICIPAL_DISTRICT");
  ADD ("s1", "organisation", "full_name", "Школа 1", "kind", "SCHOOL", "territory", "@A",
       "target_model_since", "2021-05-01");
  ADD ("s2", "organisation", "full_name", "Школа 2", "kind", "SCHOOL", "territory", "@B",
       "target_model_since", "2022-05-01");
  ADD ("s3", "organisation", "full_name", "Школа 3", "kind", "SCHOOL");
  ADD ("k1", "organisation", "full_name", "Сад 1", "kind", "KINDERGARTEN", "territory", "@A");
  ADD ("t1", "team", "organisation", "@s1", "role", "EXPERIENCED");
  ADD ("t2", "team", "organisation", "@s2", "role", "DEVELOPING");
  ADD ("t3", "team", "organisation", "@k1", "role", "DEVELOPING");
  ADD ("t4", "team", "organisation", "@s1", "role", "EXPERIENCED");
}

/* t3 enters the group of 2021 only in 2022; who "left" is no member of t1 at the end of 2021. */
static void
fill_groups (NstRulesFixture *f)
{
  ADD ("g1", "group", "number", "1", "year", "2021", "state", "FORMED", "directions", "X\nZ",
       "formed_on", "2021-11-10");
  ADD ("g2", "group", "number", "2", "year", "2021", "state", "DRAFT", "directions", "X");
  ADD ("g3", "group", "number", "3", "year", "2022", "state", "FORMED", "directions", "X",
       "formed_on", "2022-03-01");
  ADD ("g4", "group", "number", "4", "year", "2021");
  ADD ("e1", "participant", "group", "@g1", "side", "EXPERIENCED", "team", "@t1");
  ADD ("e2", "participant", "group", "@g1", "side", "DEVELOPING", "team", "@t2");
  ADD ("e3", "participant", "group", "@g1", "side", "DEVELOPING", "team", "@t3", "from",
       "2022-02-01");
  ADD ("e4", "participant", "group", "@g3", "side", "EXPERIENCED", "team", "@t4");
  ADD ("e5", "participant", "group", "@g2", "side", "DEVELOPING", "team", "@t3");
  ADD ("stays", "person", "last", "Ива");
  ADD ("left", "person", "last", "Липа");
  ADD ("late", "person", "last", "Дуб");
  ADD ("m1", "member", "team", "@t1", "person", "@stays");
  ADD ("m2", "member", "team", "@t1", "person", "@left", "to", "2021-11-30");
  ADD ("m3", "member", "team", "@t2", "person", "@late");
  ADD ("course", "course", "title", "Наставничество", "mandatory", "1");
  ADD ("p1", "training", "course", "@course", "person", "@stays", "completed_on", "2021-12-01");
  ADD ("p2", "training", "course", "@course", "person", "@late", "completed_on", "2022-01-15");
}

static void
fill (NstRulesFixture *f, const char *day)
{
  fill_places (f);
  fill_groups (f);
  nst_rules_fixture_look (f, day);
}

static NstFormula *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  NstFormula *formula = nst_formula_parse (text, NULL, &error);

  g_assert_no_error (error);
  return formula;
}

static NstFormulaResult
evaluate (NstRulesFixture *f, const char *text, const char *territory)
{
  g_autoptr (NstFormula) formula = parse (text);
  NstFormulaScope scope = { 0 };
  NstFormulaResult result;

  if (territory != NULL)
    scope.territory = nst_record_get_id (nst_rules_fixture_get (f, territory));
  nst_formula_evaluate (formula, &f->context, &scope, &result);
  return result;
}

/* Each number was counted by hand in the records above. */
static void
test_numbers (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *text;
    gint64 number;
  } cases[] = {
    { "count(group)", 4 },
    { "count(group where year = Y)", 3 },
    { "count(group where year > Y)", 1 },
    { "count(group where year >= 2021 and year < 2022)", 3 },
    { "count(group where state != 'DRAFT')", 2 }, /* an unknown state is no other state */
    { "count(group where not state = 'DRAFT')", 3 },
    { "count(group where state is empty)", 1 },
    { "count(group where size(directions) = 2)", 1 },
    { "count(group where size(directions) <= 1)", 3 },
    { "count(group where directions has 'Z')", 1 },
    { "count(group where formed_on is known)", 2 },
    { "count(group where formed_on in Y)", 1 },
    { "count(group where formed_on <= today)", 1 },
    { "count(group where formed_on > '2022-02-28')", 1 },
    { "count(organisation where kind in ('SCHOOL', 'KINDERGARTEN'))", 4 },
    { "count(course where mandatory = yes)", 1 },
    { "count(course where mandatory = no)", 0 },
    { "count(member where active)", 2 },
    { "count(member where not active)", 1 },
    { "distinct(participant.team.organisation)", 3 },
    { "distinct(participant.team where " OF_2021 ")", 3 },
    { "distinct(participant.team where " OF_2021 " and not first(from, group.formed_on) > Y)",
      2 },
    { "sum(territory.teachers_total)", 150 },
    { "count(organisation where some(team.organisation = this))", 3 },
    { "count(organisation where not some(team.organisation = this where role = 'DEVELOPING'))",
      2 },
    { "count(member where some(training.person = person where completed_on <= today))", 1 },
    { "limit('program.months.min')", 3 },
    { "count(course) when count(training where completed_on in Y)", 1 },
  };

  fill (f, DAY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NstFormulaResult result = evaluate (f, cases[i].text, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_true (result.known);
      g_assert_cmpint (result.number, ==, cases[i].number);
    }
}

static void
test_territory (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *schools =
      "distinct(participant.team.organisation where team.organisation.territory = T)";
  const char *teachers = "sum(territory.teachers_total where this = T)";

  fill (f, DAY);
  g_assert_cmpint (evaluate (f, schools, NULL).number, ==, 3);
  g_assert_cmpint (evaluate (f, schools, "A").number, ==, 2);
  g_assert_cmpint (evaluate (f, schools, "B").number, ==, 1);
  g_assert_cmpint (evaluate (f, schools, "C").number, ==, 0);
  g_assert_cmpint (evaluate (f, teachers, NULL).number, ==, 150);
  g_assert_cmpint (evaluate (f, teachers, "A").number, ==, 100);
  g_assert_false (evaluate (f, teachers, "C").known);
}

static void
test_shares (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstFormulaResult result;

  fill (f, DAY);
  result =
      evaluate (f, "share(count(organisation where kind = 'SCHOOL'), count(organisation))", NULL);
  g_assert_true (result.known);
  g_assert_cmpint (result.number, ==, 3);
  g_assert_cmpint (result.out_of, ==, 4);
  g_assert_false (evaluate (f, "share(count(group), count(order))", NULL).known);
  g_assert_false (evaluate (f, "count(group) when count(order)", NULL).known);
}

static const char *
get_formula (NstScheme *scheme, const char *code)
{
  GPtrArray *texts = nst_scheme_get_indicators (scheme);

  for (guint i = 0; i < texts->len; i++)
    if (g_strcmp0 (((NstIndicatorText *) texts->pdata[i])->code, code) == 0)
      return ((NstIndicatorText *) texts->pdata[i])->formula;
  g_error ("no indicator %s", code);
}

static NstIndicatorValue *
run (NstRulesFixture *f, const char *text)
{
  g_autoptr (GPtrArray) programs = g_ptr_array_new ();
  NstIndicatorValue *value = nst_indicator_value_new ("V", "V", "", NULL);

  g_assert_true (nst_indicator_formula_run (text, &f->context, programs, NULL, value));
  return value;
}

/* The pack's formulas say what the algorithms said before, and what was counted by hand. */
static void
test_pack (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *code;
    const char *builtin;
    guint numbers[2]; /* at the end of 2021 and of 2022 */
    guint out_of;     /* at the end of 2021 */
  } cases[] = {
    { "V4", "groups", { 1, 1 }, 0 },
    { "V5", "schools", { 2, 1 }, 0 },
    { "V6", "groups-by-directions-1", { 0, 1 }, 0 },
    { "V7", "groups-by-directions-2", { 1, 0 }, 0 },
    { "V8", "groups-by-directions-3", { 0, 0 }, 0 },
    { "K3", "teams-trained", { 1, 0 }, 2 },
  };
  static const char *const days[] = { DAY, "2022-12-31" };
  g_autoptr (GError) error = NULL;
  g_autoptr (NstScheme) volgograd = nst_scheme_load_installed ("volgograd-mentoring", &error);

  g_assert_no_error (error);
  fill (f, DAY);
  for (guint d = 0; d < G_N_ELEMENTS (days); d++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (NstIndicatorValue) before = NULL;
        g_autoptr (NstIndicatorValue) now = NULL;

        nst_rules_fixture_look (f, days[d]);
        before = run (f, cases[i].builtin);
        now = run (f, get_formula (volgograd, cases[i].code));
        g_test_message ("%s on %s", cases[i].code, days[d]);
        g_assert_cmpuint (now->numerator, ==, cases[i].numbers[d]);
        g_assert_cmpuint (now->numerator, ==, before->numerator);
        g_assert_cmpuint (now->denominator, ==, before->denominator);
        g_assert_cmpstr (now->text, ==, before->text);
        if (d == 0)
          g_assert_cmpuint (now->denominator, ==, cases[i].out_of);
      }
}

/* T4, T5, K5 of the base; T6 has no data as long as no teacher's course is entered. */
static void
test_centre (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstScheme) volgograd = nst_scheme_load_installed ("volgograd-mentoring", &error);
  g_autoptr (NstIndicatorValue) teams = NULL;
  g_autoptr (NstIndicatorValue) model = NULL;
  g_autoptr (NstIndicatorValue) heads = NULL;
  g_autoptr (NstIndicatorValue) teachers = NULL;
  g_autoptr (NstIndicatorValue) with_teachers = NULL;

  g_assert_no_error (error);
  fill (f, DAY);
  nst_rules_fixture_set (f, "s1", "director", "@stays");
  nst_rules_fixture_set (f, "s2", "director", "@late");
  nst_rules_fixture_look (f, DAY);
  teams = run (f, get_formula (volgograd, "T4"));
  g_assert_cmpuint (teams->numerator, ==, 1);
  g_assert_cmpuint (teams->denominator, ==, 4);
  model = run (f, get_formula (volgograd, "T5"));
  g_assert_cmpuint (model->numerator, ==, 1);
  g_assert_cmpuint (model->denominator, ==, 3);
  heads = run (f, get_formula (volgograd, "K5"));
  g_assert_cmpuint (heads->numerator, ==, 1);
  g_assert_cmpuint (heads->denominator, ==, 2);
  teachers = run (f, get_formula (volgograd, "T6"));
  g_assert_false (nst_indicator_value_is_known (teachers));
  ADD ("teacher", "person", "last", "Клён", "organisation", "@s1");
  ADD ("p3", "training", "course", "@course", "person", "@teacher", "completed_on", "2021-06-01");
  nst_rules_fixture_look (f, DAY);
  with_teachers = run (f, get_formula (volgograd, "T6"));
  g_assert_cmpuint (with_teachers->numerator, ==, 1);
  g_assert_cmpuint (with_teachers->denominator, ==, 150);
}

/* What was counted can be listed: as many as the number says, and these. */
static void
test_records (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstFormula) count = parse ("count(group where year = Y and state != 'DRAFT')");
  g_autoptr (NstFormula) distinct = parse ("distinct(participant.team.organisation)");
  g_autoptr (NstFormula) share =
      parse ("share(count(organisation where kind = 'KINDERGARTEN'), count(organisation))");
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) schools = NULL;
  g_autoptr (GPtrArray) gardens = NULL;

  fill (f, DAY);
  groups = nst_formula_list_records (count, &f->context, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpint (nst_record_get_id (groups->pdata[0]), ==,
                   nst_record_get_id (nst_rules_fixture_get (f, "g1")));
  schools = nst_formula_list_records (distinct, &f->context, NULL);
  g_assert_cmpuint (schools->len, ==, 3);
  g_assert_cmpint (nst_record_get_id (schools->pdata[0]), ==,
                   nst_record_get_id (nst_rules_fixture_get (f, "s1")));
  gardens = nst_formula_list_records (share, &f->context, NULL);
  g_assert_cmpuint (gardens->len, ==, 1);
  g_assert_cmpstr (nst_record_get_text (gardens->pdata[0], "full_name"), ==, "Сад 1");
}

/* What is wrong, at which character, and what to do instead. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "character 1: count, distinct, sum, share or limit is expected, not “the end”" },
    { "groupz", "character 1: count, distinct, sum, share or limit is expected, not “groupz”" },
    { "coverage-old", "character 1: count, distinct" },
    { "while(group)", "character 1: count, distinct" },
    { "count", "character 6: “(” is expected, not “the end”" },
    { "count(", "character 7: a kind of record is expected" },
    { "count()", "character 7: a kind of record is expected, not “)”" },
    { "count(gruop)", "character 7: there is no kind of record “gruop”" },
    { "count(group", "character 12: “)” is expected, not “the end”" },
    { "count(group))", "character 13: the end is expected, not “)”" },
    { "count(group) + 1", "character 14: the end is expected, not “+”" },
    { "count(group.year)", "“count” counts records of a kind, not a path" },
    { "count(group where)", "character 18: the name of a field is expected, not “)”" },
    { "count(group where years = Y)", "character 19: “group” has no field “years”" },
    { "count(group where year.month = 1)", "character 24: only a reference leads further" },
    { "count(group where year)", "character 23: a comparison is expected, not “)”" },
    { "count(group where year = )", "character 26: a value is expected, not “)”" },
    { "count(group where year = 'A')", "character 19: such a field is not compared so" },
    { "count(group where state = 2021)", "such a field is not compared so" },
    { "count(group where state > 'DRAFT')", "such a field is not compared so" },
    { "count(group where formed_on = '2021-02-30')", "such a field is not compared so" },
    { "count(group where year = T)", "such a field is not compared so" },
    { "count(group where size(year) = 1)", "such a field is not compared so" },
    { "count(group where state = 'DRAFT)", "character 27: the text is not closed" },
    { "count(group where state in 'DRAFT')", "character 28: “(” is expected" },
    { "count(group where state is unknown)", "“known” or “empty” is expected, not “unknown”" },
    { "count(group where active)", "“group” has no first and last day" },
    { "count(group where year = Y or year = 2021)", "“)” is expected, not “or”" },
    { "count(group where some(member.person = this))", "must lead to the same kind of record" },
    { "distinct(group)", "“distinct” needs a path to a record" },
    { "distinct(group.year)", "“distinct” needs a path to a record" },
    { "sum(group.number)", "“sum” needs a path to a number" },
    { "share(count(group))", "character 19: “,” is expected, not “)”" },
    { "share(share(count(group), count(group)), count(group))", "a share stands in a share" },
    { "limit(program)", "a text in single quotation marks is expected, not “program”" },
    { "count(группа)", "character 7: a kind of record is expected, not “г”" },
    { "count(person where some(person.this = this))", "“person” has no field “this”" },
    { "share(count(person where some(member.person = this where some(member.person = person "
      "where "
      "some(member.person = person)))), count(person))",
      "more than 4 parts stand in each other" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *remedy = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (nst_formula_parse (cases[i].text, &remedy, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (remedy);
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("“%s” is refused as “%s”", cases[i].text, error->message);
    }
}

/* However long and deep: refused, and nothing falls over. */
static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("count(group where year = Y");
  g_autoptr (GError) conditions = NULL;
  g_autoptr (GError) length = NULL;

  for (guint i = 0; i < 15; i++)
    g_string_append (text, " and year = Y");
  g_assert_null (nst_formula_parse (text->str, NULL, &conditions));
  g_assert_nonnull (strstr (conditions->message, "more than 12 conditions"));
  for (guint i = 0; i < 200; i++)
    g_string_append (text, " and year = Y");
  g_assert_null (nst_formula_parse (text->str, NULL, &length));
  g_assert_nonnull (strstr (length->message, "longer than"));
}

/* Every beginning of a good formula, and every one with a character left out, is answered. */
static void
test_pieces (void)
{
  const char *whole = "share(distinct(participant.team where group.year = Y and first(from, "
                      "group.formed_on) <= today and not some(member.team = team where active)), "
                      "count(group where state in ('DRAFT', 'FORMED'))) when count(group)";

  for (gsize i = 0; i < strlen (whole); i++)
    {
      g_autofree char *beginning = g_strndup (whole, i);
      g_autofree char *without = g_strconcat (beginning, whole + i + 1, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (NstFormula) one = nst_formula_parse (beginning, NULL, &error);
      g_autoptr (NstFormula) other = nst_formula_parse (without, NULL, NULL);

      g_assert_true ((one == NULL) == (error != NULL));
      g_assert_true (one == NULL || g_str_has_prefix (whole + i, " when") ||
                     g_str_has_prefix (whole + i, "when"));
    }
}

/* Each name that the parser lets through is one that the program computes. */
static void
test_builtins (NstRulesFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *const *names = nst_formula_list_builtins ();

  fill (f, DAY);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (NstIndicatorValue) value = run (f, names[i]);

      g_assert_nonnull (value);
    }
}

/* The guide's examples are formulas. */
static void
test_guide (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("NASTAVNIK_DATADIR"), "schemes", "README.md", NULL);
  g_autofree char *guide = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean inside = FALSE;
  guint found = 0;

  g_file_get_contents (path, &guide, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (guide, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "## "))
        inside = strcmp (lines[i], "## Formulas of indicators") == 0;
      if (inside && g_str_has_prefix (lines[i], "    "))
        {
          g_autoptr (NstFormula) formula = parse (lines[i]);

          found += formula != NULL ? 1 : 0;
        }
    }
  g_assert_cmpuint (found, ==, 5);
}

#define TEST(path, function)                                                                     \
  g_test_add (path, NstRulesFixture, NULL, nst_rules_fixture_set_up, function,                   \
              nst_rules_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  TEST ("/indicators/formula/numbers", test_numbers);
  TEST ("/indicators/formula/territory", test_territory);
  TEST ("/indicators/formula/shares", test_shares);
  TEST ("/indicators/formula/pack", test_pack);
  TEST ("/indicators/formula/centre", test_centre);
  TEST ("/indicators/formula/records", test_records);
  TEST ("/indicators/formula/builtins", test_builtins);
  g_test_add_func ("/indicators/formula/refused", test_refused);
  g_test_add_func ("/indicators/formula/bounds", test_bounds);
  g_test_add_func ("/indicators/formula/pieces", test_pieces);
  g_test_add_func ("/indicators/formula/guide", test_guide);
  return g_test_run ();
}
