/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number words and counted nouns: every example of DOCUMENTS 16.2. */
#include "config.h"

#include "text/nst-russian.h"

#define NBSP "\302\240"

typedef struct
{
  gint64 number;
  const char *grammatical_case;
  const char *gender;
  const char *expected;
} Sample;

static const Sample samples[] = {
  { 12, "acc", "m", "12" NBSP "(двенадцать)" },
  { 3, "acc", "m", "3" NBSP "(три)" },
  { 12, "gen", "m", "12" NBSP "(двенадцати)" },
  { 1, "gen", "m", "1" NBSP "(одного)" },
  { 2, "pre", "m", "2" NBSP "(двух)" },
  { 3, "pre", "m", "3" NBSP "(трех)" },
  { 30, "gen", "m", "30" NBSP "(тридцати)" },
  { 30, "acc", "m", "30" NBSP "(тридцать)" },
  { 1, "gen", "f", "1" NBSP "(одной)" },
  { 21, "nom", "m", "21" NBSP "(двадцать один)" },
  { 24, "pre", "m", "24" NBSP "(двадцати четырех)" },
  { 1, "nom", "f", "1" NBSP "(одна)" },
  { 1, "acc", "f", "1" NBSP "(одну)" },
  { 1, "nom", "n", "1" NBSP "(одно)" },
  { 1, "acc", "ж", "1" NBSP "(одну)" },
  { 1, "pre", "m", "1" NBSP "(одном)" },
  { 1, "pre", "f", "1" NBSP "(одной)" },
  { 2, "nom", "f", "2" NBSP "(две)" },
  { 2, "nom", "n", "2" NBSP "(два)" },
  { 2, "gen", "f", "2" NBSP "(двух)" },
  { 4, "gen", "m", "4" NBSP "(четырех)" },
  { 8, "nom", "m", "8" NBSP "(восемь)" },
  { 8, "gen", "m", "8" NBSP "(восьми)" },
  { 11, "pre", "m", "11" NBSP "(одиннадцати)" },
  { 40, "gen", "m", "40" NBSP "(сорока)" },
  { 90, "pre", "m", "90" NBSP "(девяноста)" },
  { 100, "gen", "m", "100" NBSP "(ста)" },
  { 50, "gen", "m", "50" NBSP "(пятидесяти)" },
  { 80, "gen", "m", "80" NBSP "(восьмидесяти)" },
  { 999, "nom", "m", "999" NBSP "(девятьсот девяносто девять)" },
  { 231, "gen", "f", "231" NBSP "(двухсот тридцати одной)" },
  { 1000, "nom", "m", "1000" NBSP "(одна тысяча)" },
  { 1000, "acc", "m", "1000" NBSP "(одну тысячу)" },
  { 2001, "nom", "n", "2001" NBSP "(две тысячи одно)" },
  { 5000, "gen", "m", "5000" NBSP "(пяти тысяч)" },
  { 12500, "nom", "m", "12" NBSP "500" NBSP "(двенадцать тысяч пятьсот)" },
  { 21301, "gen", "f", "21" NBSP "301" NBSP "(двадцати одной тысячи трехсот одной)" },
  { 999999, "ins", "m",
    "999" NBSP "999" NBSP
    "(девятьюстами девяноста девятью тысячами девятьюстами девяноста девятью)" },
  { 40200, "dat", "m", "40" NBSP "200" NBSP "(сорока тысячам двумстам)" },
  { 52, "ins", "f", "52" NBSP "(пятьюдесятью двумя)" },
  { 1, "ins", "f", "1" NBSP "(одной)" },
  { 1, "dat", "n", "1" NBSP "(одному)" },
  { 8, "ins", "m", "8" NBSP "(восемью)" },
  { 344, "pre", "m", "344" NBSP "(трехстах сорока четырех)" },
  { 0, "gen", "m", "0" NBSP "(ноля)" },
  { 1000000, "nom", "m", "1" NBSP "000" NBSP "000" },
  { -12000, "nom", "m", "−12" NBSP "000" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *text =
          nst_russian_number_words (samples[i].number, samples[i].grammatical_case,
                                    samples[i].gender);

      g_assert_cmpstr (text, ==, samples[i].expected);
    }
}

static void
assert_count (gint64 number, const char *noun, const char *grammatical_case, const char *expected)
{
  g_autofree char *text = nst_russian_count (number, noun, grammatical_case);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_count (void)
{
  static const char *const months[] = { "месяца",  "месяца",  "месяцев", "месяцев", "месяцев",
                                        "месяцев", "месяцев", "месяцев", "месяцев", "месяцев" };

  /* C19: months 3…12 */
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    assert_count (i + 3, "месяц", "nom", months[i]);
  assert_count (1, "месяц", "nom", "месяц");
  assert_count (21, "месяц", "nom", "месяц");
  assert_count (11, "месяц", "acc", "месяцев");
  assert_count (12, "месяц", "gen", "месяцев");
  assert_count (1, "месяц", "gen", "месяца");
  assert_count (2, "год", "nom", "года");
  assert_count (5, "год", "nom", "лет");
  assert_count (30, "день", "gen", "дней");
  assert_count (3, "экземпляр", "pre", "экземплярах");
  assert_count (18, "мероприятие", "nom", "мероприятий");
  assert_count (22, "мероприятие", "nom", "мероприятия");
  assert_count (3, "направление", NULL, "направления");
  assert_count (5, "оклад", "nom", "окладов");
  assert_count (2, "лист", "nom", "листа");
}

/* The stored triples of 16.2, in the case in which a template writes them. */
static void
test_count_group (void)
{
  assert_count (1, "менторскую группу", "acc", "менторскую группу");
  assert_count (3, "менторскую группу", "acc", "менторские группы");
  assert_count (5, "менторскую группу", "acc", "менторских групп");
  assert_count (1, "менторской группы", "gen", "менторской группы");
  assert_count (2, "менторской группы", "gen", "менторских групп");
  assert_count (1, "менторской группы", NULL, "менторской группы");
  assert_count (1, "менторская группа", "gen", "менторской группы");
  assert_count (2, "менторская группа", "nom", "менторские группы");
  assert_count (7, "неведомая штука", "nom", "неведомая штука");
}

static void
test_plural (void)
{
  g_assert_cmpstr (nst_russian_plural (0, "a", "b", "c"), ==, "c");
  g_assert_cmpstr (nst_russian_plural (1, "a", "b", "c"), ==, "a");
  g_assert_cmpstr (nst_russian_plural (111, "a", "b", "c"), ==, "c");
  g_assert_cmpstr (nst_russian_plural (104, "a", "b", "c"), ==, "b");
  g_assert_cmpstr (nst_russian_plural (-2, "a", "b", "c"), ==, "b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/text/numbers/words", test_words);
  g_test_add_func ("/text/numbers/count", test_count);
  g_test_add_func ("/text/numbers/count-group", test_count_group);
  g_test_add_func ("/text/numbers/plural", test_plural);
  return g_test_run ();
}
