/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schedules: every phrase of DOMAIN 7, 9.5, 9.6, 8.4, 11.4 and 12.2 read, kept and counted. */
#include "config.h"

#include "text/nst-due.h"

#include "model/nst-error.h"

#include <string.h>

typedef struct
{
  const char *phrase;
  NstDueKind kind;
  const char *machine;
  guint count;
} Sample;

static const Sample samples[] = {
  /* the table of DOMAIN 7 */
  { "Ноябрь 2021 г.", NST_DUE_MONTH, "2021-11", 1 },
  { "Октябрь-ноябрь 2021 г.", NST_DUE_MONTH_RANGE, "2021-10..2021-11", 1 },
  { "Декабрь 2021 г., апрель, сентябрь, декабрь 2022 г.", NST_DUE_MONTH_LIST,
    "[2021-12,2022-04,2022-09,2022-12]", 4 },
  { "26.11.21 г.", NST_DUE_DATE, "2021-11-26", 1 },
  { "30.11.2020 … 30.11.2024", NST_DUE_DATE_LIST,
    "[2020-11-30,2021-11-30,2022-11-30,2023-11-30,2024-11-30]", 5 },
  { "5-15.12.21 г.", NST_DUE_DATE_RANGE, "2021-12-05..2021-12-15", 1 },
  { "2020-2024", NST_DUE_YEAR_RANGE, "2020..2024", 1 },
  { "2020-2024 ежеквартально", NST_DUE_QUARTERLY, "2020..2024/quarter", 20 },
  { "Сентябрь 2020, далее - постоянно", NST_DUE_CONTINUOUS_FROM, "2020-09..", 0 },
  { "По запросу", NST_DUE_ON_REQUEST, "on-request", 0 },
  { "По согласованию сторон", NST_DUE_BY_AGREEMENT, "by-agreement", 0 },
  { "На протяжении всего периода реализации программы", NST_DUE_WHOLE_PERIOD, "whole-period", 0 },
  { "В ходе реализации менторской программы", NST_DUE_IN_PROGRESS, "in-progress", 0 },
  { "4 месяца", NST_DUE_STAGE_MONTHS, "stage+4m", 0 },
  { "В течение 30 дней с момента завершения менторской программы", NST_DUE_RELATIVE_DAYS,
    "end+30d", 0 },
  { "ежегодно до 10 июня, 10 декабря", NST_DUE_RECURRING, "--06-10,--12-10", 0 },
  /* 8.4 */
  { "2021 г.", NST_DUE_YEAR_RANGE, "2021..2021", 1 },
  { "до 19.11.21 г.", NST_DUE_DATE, "2021-11-19", 1 },
  { "до 25.11.21 г.", NST_DUE_DATE, "2021-11-25", 1 },
  { "до 20.12.21 г.", NST_DUE_DATE, "2021-12-20", 1 },
  /* 9.5 */
  { "Октябрь – ноябрь 2021 г.", NST_DUE_MONTH_RANGE, "2021-10..2021-11", 1 },
  { "Октябрь – ноябрь 2021г.", NST_DUE_MONTH_RANGE, "2021-10..2021-11", 1 },
  { "Декабрь 2021 г. декабрь 2022 г. (3 – 12 месяцев с момента согласования программы)",
    NST_DUE_MONTH_RANGE, "2021-12..2022-12", 1 },
  /* 9.6 and its stage headings */
  { "ноябрь 2021 г.", NST_DUE_MONTH, "2021-11", 1 },
  { "декабрь 2021 г. – ноябрь 2022 г.", NST_DUE_MONTH_RANGE, "2021-12..2022-11", 1 },
  { "ноябрь-декабрь 2022 г.", NST_DUE_MONTH_RANGE, "2022-11..2022-12", 1 },
  { "Февраль, май, октябрь 2022 г.", NST_DUE_MONTH_LIST, "[2022-02,2022-05,2022-10]", 3 },
  { "Март, август, ноябрь 2022 г.", NST_DUE_MONTH_LIST, "[2022-03,2022-08,2022-11]", 3 },
  { "2022 год", NST_DUE_YEAR_RANGE, "2022..2022", 1 },
  /* 11.4 and 12.2 */
  { "1 месяца", NST_DUE_STAGE_MONTHS, "stage+1m", 0 },
  { "9 месяцев", NST_DUE_STAGE_MONTHS, "stage+9m", 0 },
  { "Август 2020", NST_DUE_MONTH, "2020-08", 1 },
  { "30.11.2020; 30.11.2021; 30.11.2022; 30.11.2023; 30.11.2024", NST_DUE_DATE_LIST,
    "[2020-11-30,2021-11-30,2022-11-30,2023-11-30,2024-11-30]", 5 },
  { "30.12.2020; 30.12.2021; 30.12.2022; 30.12.2023; 20.12.2024", NST_DUE_DATE_LIST,
    "[2020-12-30,2021-12-30,2022-12-30,2023-12-30,2024-12-20]", 5 },
  { "Сентябрь 2020; Январь 2021", NST_DUE_MONTH_LIST, "[2020-09,2021-01]", 2 },
  { "2020-2024, по запросу", NST_DUE_ON_REQUEST, "on-request", 0 },
  { "2020-2024 г.г.", NST_DUE_YEAR_RANGE, "2020..2024", 1 },
  /* usual variations */
  { "НОЯБРЬ 2021", NST_DUE_MONTH, "2021-11", 1 },
  { "ноябрь\302\2402021\302\240г.", NST_DUE_MONTH, "2021-11", 1 },
  { "в ноябре 2021 года", NST_DUE_MONTH, "2021-11", 1 },
  { "11.2021", NST_DUE_MONTH, "2021-11", 1 },
  { "до 1 мая 2022 г.", NST_DUE_DATE, "2022-05-01", 1 },
  { "не позднее 31 декабря 2022 года", NST_DUE_DATE, "2022-12-31", 1 },
  { "5–15 декабря 2021 г.", NST_DUE_DATE_RANGE, "2021-12-05..2021-12-15", 1 },
  { "с 01.12.2021 по 15.01.2022", NST_DUE_DATE_RANGE, "2021-12-01..2022-01-15", 1 },
  { "10, 15 июня 2022 г.", NST_DUE_DATE_LIST, "[2022-06-10,2022-06-15]", 2 },
  { "март и май 2022 г.", NST_DUE_MONTH_LIST, "[2022-03,2022-05]", 2 },
  { "2020–2024 годы", NST_DUE_YEAR_RANGE, "2020..2024", 1 },
  { "I квартал 2022 г.", NST_DUE_MONTH_RANGE, "2022-01..2022-03", 1 },
  { "с сентября 2020 г. постоянно", NST_DUE_CONTINUOUS_FROM, "2020-09..", 0 },
  { "10 июня и 10 декабря ежегодно", NST_DUE_RECURRING, "--06-10,--12-10", 0 },
  { "в течение 30 (тридцати) дней после завершения программы", NST_DUE_RELATIVE_DAYS, "end+30d",
    0 },
  { "по мере необходимости", NST_DUE_ON_REQUEST, "on-request", 0 },
  { "в течение 2022 года", NST_DUE_YEAR_RANGE, "2022..2022", 1 },
  /* the machine form, typed */
  { "2021-10..2021-11", NST_DUE_MONTH_RANGE, "2021-10..2021-11", 1 },
};

/* Each phrase gives its kind, machine form and number, and comes back word for word. */
static void
test_phrases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NstDue) due = nst_due_parse (samples[i].phrase, &error);
      g_autoptr (NstDue) again = NULL;
      g_autofree char *canonical = NULL;
      g_autofree char *canonical_again = NULL;
      g_autofree char *phrase = NULL;
      g_auto (GStrv) parts = NULL;

      g_assert_no_error (error);
      canonical = nst_due_to_canonical (due);
      parts = g_strsplit (canonical, " | ", 2);
      g_assert_cmpstr (parts[0], ==, samples[i].machine);
      g_assert_cmpint (nst_due_get_kind (due), ==, samples[i].kind);
      g_assert_cmpuint (nst_due_count (due), ==, samples[i].count);
      again = nst_due_from_canonical (canonical, &error);
      g_assert_no_error (error);
      canonical_again = nst_due_to_canonical (again);
      g_assert_cmpstr (canonical_again, ==, canonical);
      phrase = nst_due_to_phrase (again);
      if (samples[i].phrase != samples[G_N_ELEMENTS (samples) - 1].phrase)
        g_assert_cmpstr (phrase, ==, samples[i].phrase);
    }
}

/* What we print ourselves is read back as the same schedule, and kept without words. */
static void
test_default_words (void)
{
  static const char *const pairs[][2] = {
    { "2021-11", "Ноябрь 2021 г." },
    { "2021-10..2021-11", "Октябрь – ноябрь 2021 г." },
    { "2021-12..2022-11", "Декабрь 2021 г. – ноябрь 2022 г." },
    { "[2021-12,2022-04,2022-09,2022-12]", "Декабрь 2021 г., апрель, сентябрь, декабрь 2022 г." },
    { "2021-11-26", "26.11.2021" },
    { "[2020-11-30,2021-11-30]", "30.11.2020, 30.11.2021" },
    { "2021-12-05..2021-12-15", "05.12.2021 – 15.12.2021" },
    { "2020..2024", "2020–2024 годы" },
    { "2022..2022", "2022 год" },
    { "2020..2024/quarter", "2020–2024 годы, ежеквартально" },
    { "2020-09..", "Сентябрь 2020 г., далее – постоянно" },
    { "2020-09-01..", "01.09.2020, далее – постоянно" },
    { "on-request", "По запросу" },
    { "by-agreement", "По согласованию сторон" },
    { "whole-period", "На протяжении всего периода реализации программы" },
    { "in-progress", "В ходе реализации программы" },
    { "stage+4m", "4 месяца" },
    { "end+30d", "В течение 30 дней с момента завершения программы" },
    { "--06-10,--12-10", "Ежегодно до 10 июня, 10 декабря" },
    { "--05,--09", "Ежегодно, май, сентябрь" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NstDue) due = nst_due_from_canonical (pairs[i][0], &error);
      g_autofree char *phrase = NULL;
      g_autofree char *canonical = NULL;
      g_autoptr (NstDue) again = NULL;

      g_assert_no_error (error);
      phrase = nst_due_to_phrase (due);
      g_assert_cmpstr (phrase, ==, pairs[i][1]);
      again = nst_due_parse (phrase, &error);
      g_assert_no_error (error);
      canonical = nst_due_to_canonical (again);
      g_assert_cmpstr (canonical, ==, pairs[i][0]);
    }
}

/* Nothing is guessed: each fault is refused and names the phrase. */
static void
test_refused (void)
{
  static const char *const faults[] = {
    "",
    "когда-нибудь",
    "Ноябрь",
    "31.11.2021",
    "13.2021",
    "00.11.2021",
    "Ноябрь – октябрь 2021 г.",
    "ноябрь 2021 г., ноябрь 2021 г.",
    "ноябрь 2021 г., 5 декабря 2021 г.",
    "2020, 2024",
    "ежегодно до 10 июня 2022 г.",
    "ежегодно",
    "2020-2024 ежеквартально в ноябре 2021",
    "Ноябрь 2021 г. (до",
    "12345",
    "\377\376",
    "Ноябрь 20211 г.",
    "0 месяцев",
  };
  static const char *const stored[] = {
    "",
    "2021",
    "2021-13",
    "2021-11-31",
    "2021-11..2021-10",
    "[2021-11",
    "[2021-11,2021-11-05]",
    "end+d",
    "end+0d",
    "stage+4",
    "--13-01",
    "2021-11 ",
    "2021..2022/week",
    "by agreement",
    "[]",
    "..2021",
    "99999-11",
    "2021-11,2021-12",
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NstDue) due = nst_due_parse (faults[i], &error);

      g_test_message ("phrase %u", i);
      g_assert_null (due);
      g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
      if (*faults[i] != '\0' && g_utf8_validate (faults[i], -1, NULL))
        g_assert_nonnull (strstr (error->message, faults[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NstDue) due = nst_due_from_canonical (stored[i], &error);

      g_test_message ("stored %u", i);
      if (g_strcmp0 (stored[i], "2021-11 ") == 0)
        {
          /* A space at the end is only a space. */
          g_assert_no_error (error);
          continue;
        }
      g_assert_null (due);
      g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
    }
}

/* The fault is told by its word, with an example of how to write it. */
static void
test_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstDue) due = nst_due_parse ("Ноябрь бывает 2021 г.", &error);

  g_assert_null (due);
  g_assert_nonnull (strstr (error->message, "бывает"));
  g_assert_nonnull (strstr (error->message, "декабрь 2022 г."));
}

/* The plan of DOMAIN 9.6 has 22 dated occurrences. */
static void
test_plan_count (void)
{
  static const char *const plan[] = {
    "Октябрь-ноябрь 2021 г.",
    "Ноябрь 2021 г.",
    "Ноябрь 2021 г.",
    "Ноябрь 2021 г.",
    "Ноябрь 2021 г.",
    "По согласованию сторон",
    "По согласованию сторон",
    "Декабрь 2022 г.",
    "Декабрь 2021 г., апрель, сентябрь, декабрь 2022 г.",
    "Январь 2022 г.",
    "Февраль, май, октябрь 2022 г.",
    "На протяжении всего периода реализации программы",
    "Март, август, ноябрь 2022 г.",
    "Июнь 2022 г.",
    "Ноябрь 2022 г.",
    "Декабрь 2022 г.",
    "Декабрь 2022 г.",
    "Декабрь 2022 г.",
  };
  guint count = 0;

  g_assert_cmpuint (G_N_ELEMENTS (plan), ==, 18);
  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      g_autoptr (NstDue) due = nst_due_parse (plan[i], NULL);

      count += nst_due_count (due);
    }
  g_assert_cmpuint (count, ==, 22);
}

static void
assert_date (const GDate *date, const char *expected)
{
  char text[11];

  g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
  g_assert_cmpstr (text, ==, expected);
}

/* R88: a month is its first to its last day. */
static void
test_terms (void)
{
  g_autoptr (NstDue) month = nst_due_parse ("Ноябрь 2021 г.", NULL);
  g_autoptr (NstDue) range = nst_due_parse ("Октябрь-ноябрь 2021 г.", NULL);
  g_autoptr (NstDue) date = nst_due_parse ("до 19.11.21 г.", NULL);
  g_autoptr (NstDue) quarters = nst_due_parse ("2020-2024 ежеквартально", NULL);
  g_autoptr (GArray) terms = nst_due_get_terms (month);
  g_autoptr (GArray) range_terms = nst_due_get_terms (range);
  g_autoptr (GArray) date_terms = nst_due_get_terms (date);
  g_autoptr (GArray) quarter_terms = nst_due_get_terms (quarters);

  assert_date (&g_array_index (terms, NstDueTerm, 0).first, "2021-11-01");
  assert_date (&g_array_index (terms, NstDueTerm, 0).last, "2021-11-30");
  g_assert_cmpuint (range_terms->len, ==, 1);
  assert_date (&g_array_index (range_terms, NstDueTerm, 0).first, "2021-10-01");
  assert_date (&g_array_index (range_terms, NstDueTerm, 0).last, "2021-11-30");
  assert_date (&g_array_index (date_terms, NstDueTerm, 0).first, "2021-11-19");
  assert_date (&g_array_index (date_terms, NstDueTerm, 0).last, "2021-11-19");
  assert_date (&g_array_index (quarter_terms, NstDueTerm, 0).last, "2020-03-31");
  assert_date (&g_array_index (quarter_terms, NstDueTerm, 19).first, "2024-10-01");
}

/* The reports of the pair of DOMAIN 17.7: four in 01.03.2024–28.02.2026. */
static void
test_recurring (void)
{
  g_autoptr (NstDue) due = nst_due_parse ("ежегодно до 10 июня, 10 декабря", NULL);
  g_autoptr (GDate) start = g_date_new_dmy (1, 3, 2024);
  g_autoptr (GDate) end = g_date_new_dmy (28, 2, 2026);
  g_autoptr (GArray) terms = nst_due_get_terms_between (due, start, end);

  g_assert_cmpuint (terms->len, ==, 4);
  assert_date (&g_array_index (terms, NstDueTerm, 0).last, "2024-06-10");
  assert_date (&g_array_index (terms, NstDueTerm, 3).last, "2025-12-10");
}

static void
assert_resolved (const char *phrase, const GDate *start, const GDate *end, const char *first,
                 const char *last)
{
  g_autoptr (NstDue) due = nst_due_parse (phrase, NULL);
  NstDueTerm term;

  g_assert_true (nst_due_resolve (due, start, end, &term));
  assert_date (&term.first, first);
  assert_date (&term.last, last);
}

/* The programme 01.01–31.12.2022 of DOMAIN 17, and the stages of 17.7. */
static void
test_resolve (void)
{
  g_autoptr (GDate) start = g_date_new_dmy (1, 1, 2022);
  g_autoptr (GDate) end = g_date_new_dmy (31, 12, 2022);
  g_autoptr (GDate) stage = g_date_new_dmy (1, 4, 2024);
  g_autoptr (NstDue) month = nst_due_parse ("Ноябрь 2021 г.", NULL);
  g_autoptr (NstDue) after = nst_due_parse ("end+30d", NULL);
  NstDueTerm term;

  assert_resolved ("В течение 30 дней с момента завершения менторской программы", start, end,
                   "2022-12-31", "2023-01-30");
  assert_resolved ("По согласованию сторон", start, end, "2022-01-01", "2022-12-31");
  assert_resolved ("По запросу", start, end, "2022-01-01", "2022-12-31");
  assert_resolved ("В ходе реализации менторской программы", start, end, "2022-01-01",
                   "2022-12-31");
  assert_resolved ("4 месяца", stage, NULL, "2024-04-01", "2024-07-31");
  assert_resolved ("Сентябрь 2020, далее - постоянно", start, end, "2020-09-01", "2022-12-31");
  g_assert_false (nst_due_resolve (month, start, end, &term));
  g_assert_false (nst_due_resolve (after, start, NULL, &term));
}

static void
assert_shifted (const char *phrase, int months, const char *expected)
{
  g_autoptr (NstDue) due = nst_due_parse (phrase, NULL);
  g_autoptr (NstDue) moved = nst_due_shift (due, months);
  g_autofree char *canonical = nst_due_to_canonical (moved);

  g_assert_cmpstr (canonical, ==, expected);
}

/* The template of DOMAIN 9.6 used a year later; words that name no month stay. */
static void
test_shift (void)
{
  assert_shifted ("Октябрь-ноябрь 2021 г.", 12, "2022-10..2022-11");
  assert_shifted ("Декабрь 2021 г., апрель, сентябрь, декабрь 2022 г.", 1,
                  "[2022-01,2022-05,2022-10,2023-01]");
  assert_shifted ("Январь 2022 г.", -1, "2021-12");
  assert_shifted ("31.01.2022", 1, "2022-02-28");
  assert_shifted ("2022 год", 12, "2023..2023");
  assert_shifted ("В ходе реализации менторской программы", 12,
                  "in-progress | В ходе реализации менторской программы");
  assert_shifted ("ежегодно до 10 июня, 10 декабря", 12,
                  "--06-10,--12-10 | ежегодно до 10 июня, 10 декабря");
}

static void
test_codes (void)
{
  g_assert_cmpstr (nst_due_kind_get_code (NST_DUE_MONTH), ==, "MONTH");
  g_assert_cmpstr (nst_due_kind_get_code (NST_DUE_RECURRING), ==, "RECURRING");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/text/due/phrases", test_phrases);
  g_test_add_func ("/text/due/default-words", test_default_words);
  g_test_add_func ("/text/due/refused", test_refused);
  g_test_add_func ("/text/due/place", test_place);
  g_test_add_func ("/text/due/plan-count", test_plan_count);
  g_test_add_func ("/text/due/terms", test_terms);
  g_test_add_func ("/text/due/recurring", test_recurring);
  g_test_add_func ("/text/due/resolve", test_resolve);
  g_test_add_func ("/text/due/shift", test_shift);
  g_test_add_func ("/text/due/codes", test_codes);
  return g_test_run ();
}
