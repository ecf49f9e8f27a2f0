/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, months, names and keys in Russian (DOCUMENTS 0.1, 16.1; DOMAIN R84, R88, R89). */
#include "config.h"

#include "text/nst-russian.h"

#include <string.h>

#define NBSP "\302\240"

/* Takes @text. */
static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_dates (void)
{
  g_autoptr (GDate) october = g_date_new_dmy (29, 10, 2021);
  g_autoptr (GDate) june = g_date_new_dmy (5, 6, 2021);
  g_autoptr (GDate) february = g_date_new_dmy (1, 2, 2022);

  assert_text (nst_russian_date (october), "29.10.2021");
  assert_text (nst_russian_date (june), "05.06.2021");
  assert_text (nst_russian_date_words (october), "29" NBSP "октября" NBSP "2021" NBSP "г.");
  assert_text (nst_russian_date_words (june), "5" NBSP "июня" NBSP "2021" NBSP "г.");
  assert_text (nst_russian_date_words (february), "1" NBSP "февраля" NBSP "2022" NBSP "г.");
  assert_text (nst_russian_date_quoted (june), "«05»" NBSP "июня" NBSP "2021" NBSP "г.");
  assert_text (nst_russian_date_quoted (NULL), "«___»" NBSP "__________" NBSP "20___" NBSP "г.");
}

static void
test_months (void)
{
  g_autoptr (GDate) november = g_date_new_dmy (1, 11, 2021);

  assert_text (nst_russian_month (november), "ноябрь" NBSP "2021" NBSP "г.");
  g_assert_cmpstr (nst_russian_month_name (G_DATE_JANUARY), ==, "январь");
  g_assert_cmpstr (nst_russian_month_name (G_DATE_DECEMBER), ==, "декабрь");
}

static void
test_period (void)
{
  g_autoptr (GDate) first = g_date_new_dmy (1, 12, 2021);
  g_autoptr (GDate) last = g_date_new_dmy (30, 11, 2022);
  g_autoptr (GDate) january = g_date_new_dmy (1, 1, 2022);
  g_autoptr (GDate) march = g_date_new_dmy (31, 3, 2022);
  g_autoptr (GDate) january_end = g_date_new_dmy (31, 1, 2022);
  g_autoptr (GDate) middle = g_date_new_dmy (15, 1, 2022);

  assert_text (nst_russian_period (first, last),
               "декабрь" NBSP "2021" NBSP "г." NBSP "– ноябрь" NBSP "2022" NBSP "г.");
  assert_text (nst_russian_period (january, march), "январь" NBSP "– март" NBSP "2022" NBSP "г.");
  assert_text (nst_russian_period (january, january_end), "январь" NBSP "2022" NBSP "г.");
  assert_text (nst_russian_period (first, middle), "01.12.2021" NBSP "– 15.01.2022");
}

/* DOCUMENTS 16.1: months grouped by year, years, the school year. */
static void
test_lists (void)
{
  GDate days[4];
  g_autoptr (GDate) august = g_date_new_dmy (31, 8, 2026);
  g_autoptr (GDate) september = g_date_new_dmy (1, 9, 1999);

  g_date_clear (days, 4);
  g_date_set_dmy (&days[0], 1, 12, 2021);
  g_date_set_dmy (&days[1], 1, 4, 2022);
  g_date_set_dmy (&days[2], 1, 9, 2022);
  g_date_set_dmy (&days[3], 1, 12, 2022);
  assert_text (nst_russian_month_list (days, 4),
               "декабрь" NBSP "2021" NBSP "г., апрель, сентябрь, декабрь" NBSP "2022" NBSP "г.");
  assert_text (nst_russian_month_list (days, 0), "");
  assert_text (nst_russian_years (2020, 2024), "2020–2024" NBSP "годы");
  assert_text (nst_russian_years (2024, 2024), "2024" NBSP "год");
  assert_text (nst_russian_years_short (2021, 2022), "2021–2022" NBSP "гг.");
  assert_text (nst_russian_years_short (2022, 2022), "2022" NBSP "г.");
  assert_text (nst_russian_school_year (august), "2025/26" NBSP "учебный" NBSP "год");
  assert_text (nst_russian_school_year (september), "1999/00" NBSP "учебный" NBSP "год");
}

static void
assert_months (const char *first, guint months, const char *last)
{
  g_autoptr (GDate) start = g_date_new ();
  GDate end;
  char text[11];

  g_date_set_parse (start, first);
  nst_russian_add_months (start, months, &end);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &end);
  g_assert_cmpstr (text, ==, last);
}

/* R89, with the pair and the stages of DOMAIN 17.7. */
static void
test_add_months (void)
{
  assert_months ("2024-03-01", 24, "2026-02-28");
  assert_months ("2024-03-01", 1, "2024-03-31");
  assert_months ("2024-04-01", 4, "2024-07-31");
  assert_months ("2024-08-01", 9, "2025-04-30");
  assert_months ("2025-05-01", 1, "2025-05-31");
  assert_months ("2021-12-17", 12, "2022-12-16");
  assert_months ("2022-01-31", 1, "2022-02-28");
  assert_months ("2022-12-31", 12, "2023-12-30");
}

static void
assert_between (const char *first, const char *last, guint months, gboolean whole)
{
  g_autoptr (GDate) start = g_date_new ();
  g_autoptr (GDate) end = g_date_new ();
  gboolean found;

  g_date_set_parse (start, first);
  g_date_set_parse (end, last);
  g_assert_cmpuint (nst_russian_months_between (start, end, &found), ==, months);
  g_assert_cmpint (found, ==, whole);
}

/* R21: its three examples; a part of a month is not a month. */
static void
test_months_between (void)
{
  assert_between ("2022-01-01", "2022-12-31", 12, TRUE);
  assert_between ("2021-12-01", "2022-12-31", 13, TRUE);
  assert_between ("2022-01-01", "2022-02-28", 2, TRUE);
  assert_between ("2024-03-01", "2026-02-28", 24, TRUE);
  assert_between ("2022-01-01", "2022-01-30", 0, FALSE);
  assert_between ("2022-01-15", "2022-04-20", 3, FALSE);
  assert_between ("2022-05-01", "2022-01-01", 0, FALSE);
}

static void
test_names (void)
{
  assert_text (nst_russian_signature ("Иванова", "Мария", "Игоревна"), "М.И." NBSP "Иванова");
  assert_text (nst_russian_list_name ("Иванова", "Мария", "Игоревна"), "Иванова" NBSP "М.И.");
  assert_text (nst_russian_signature ("Ким", "Анна", NULL), "А." NBSP "Ким");
  assert_text (nst_russian_list_name ("Ким", "", ""), "Ким");
  assert_text (nst_russian_signature ("Алиев", "Рашид", "Мамед оглы"), "Р.М." NBSP "Алиев");
}

static void
test_percent (void)
{
  assert_text (nst_russian_percent (944), "94,4" NBSP "%");
  assert_text (nst_russian_percent (833), "83,3" NBSP "%");
  assert_text (nst_russian_percent (1000), "100,0" NBSP "%");
  assert_text (nst_russian_percent (0), "0,0" NBSP "%");
}

static void
test_fold (void)
{
  assert_text (nst_russian_fold ("Ковалёв Пётр"), "ковалев петр");
  assert_text (nst_russian_fold ("ЁЛКА Nastavnik"), "елка nastavnik");
  /* ё and й written as two characters */
  assert_text (nst_russian_fold ("Е\314\210ж и И\314\206од"), "еж и йод");
}

/* In the order of the Russian alphabet; each before the next. */
static void
test_sort_key (void)
{
  static const char *const sorted[] = {
    "Lyceum",           "Еж",        "Ёж",         "Ежов",        "Ёлка",       "Ель",
    "Иванов Я",         "Иванова А", "Йод",        "«Лицей № 2»", "Лицей № 10", "Сидорова А",
    "Сидорова-Петрова", "школа № 2", "Школа № 10", "Яблоко",
  };
  g_autofree char *small = nst_russian_sort_key ("школа");
  g_autofree char *capital = nst_russian_sort_key ("ШКОЛА");

  g_assert_cmpstr (small, ==, capital);
  for (guint i = 1; i < G_N_ELEMENTS (sorted); i++)
    {
      g_autofree char *before = nst_russian_sort_key (sorted[i - 1]);
      g_autofree char *after = nst_russian_sort_key (sorted[i]);

      g_test_message ("%s before %s", sorted[i - 1], sorted[i]);
      g_assert_cmpint (strcmp (before, after), <, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/text/russian/dates", test_dates);
  g_test_add_func ("/text/russian/months", test_months);
  g_test_add_func ("/text/russian/period", test_period);
  g_test_add_func ("/text/russian/lists", test_lists);
  g_test_add_func ("/text/russian/add-months", test_add_months);
  g_test_add_func ("/text/russian/months-between", test_months_between);
  g_test_add_func ("/text/russian/names", test_names);
  g_test_add_func ("/text/russian/percent", test_percent);
  g_test_add_func ("/text/russian/fold", test_fold);
  g_test_add_func ("/text/russian/sort-key", test_sort_key);
  return g_test_run ();
}
