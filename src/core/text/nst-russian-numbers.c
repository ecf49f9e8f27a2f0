/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number words and per cent (DOCUMENTS 16.2, 16.3). */
#include "config.h"

#include "text/nst-russian.h"

#define NBSP "\302\240"

/* A number word: nominative (accusative), genitive, prepositional; without ё. */
typedef struct
{
  const char *nom;
  const char *gen;
  const char *pre;
} NumberWord;

static const NumberWord small[] = {
  { "ноль", "ноля", "ноле" },
  { "один", "одного", "одном" },
  { "два", "двух", "двух" },
  { "три", "трех", "трех" },
  { "четыре", "четырех", "четырех" },
  { "пять", "пяти", "пяти" },
  { "шесть", "шести", "шести" },
  { "семь", "семи", "семи" },
  { "восемь", "восьми", "восьми" },
  { "девять", "девяти", "девяти" },
  { "десять", "десяти", "десяти" },
  { "одиннадцать", "одиннадцати", "одиннадцати" },
  { "двенадцать", "двенадцати", "двенадцати" },
  { "тринадцать", "тринадцати", "тринадцати" },
  { "четырнадцать", "четырнадцати", "четырнадцати" },
  { "пятнадцать", "пятнадцати", "пятнадцати" },
  { "шестнадцать", "шестнадцати", "шестнадцати" },
  { "семнадцать", "семнадцати", "семнадцати" },
  { "восемнадцать", "восемнадцати", "восемнадцати" },
  { "девятнадцать", "девятнадцати", "девятнадцати" },
};

static const NumberWord tens[] = {
  { NULL, NULL, NULL },
  { NULL, NULL, NULL },
  { "двадцать", "двадцати", "двадцати" },
  { "тридцать", "тридцати", "тридцати" },
  { "сорок", "сорока", "сорока" },
  { "пятьдесят", "пятидесяти", "пятидесяти" },
  { "шестьдесят", "шестидесяти", "шестидесяти" },
  { "семьдесят", "семидесяти", "семидесяти" },
  { "восемьдесят", "восьмидесяти", "восьмидесяти" },
  { "девяносто", "девяноста", "девяноста" },
};

static const NumberWord hundreds[] = {
  { NULL, NULL, NULL },
  { "сто", "ста", "ста" },
  { "двести", "двухсот", "двухстах" },
  { "триста", "трехсот", "трехстах" },
  { "четыреста", "четырехсот", "четырехстах" },
  { "пятьсот", "пятисот", "пятистах" },
  { "шестьсот", "шестисот", "шестистах" },
  { "семьсот", "семисот", "семистах" },
  { "восемьсот", "восьмисот", "восьмистах" },
  { "девятьсот", "девятисот", "девятистах" },
};

static const NumberWord feminine_one = { "одна", "одной", "одной" };
static const NumberWord neuter_one = { "одно", "одного", "одном" };
static const NumberWord feminine_two = { "две", "двух", "двух" };

static const char *
pick (const NumberWord *word, const char *grammatical_case)
{
  if (g_strcmp0 (grammatical_case, "gen") == 0)
    return word->gen;
  if (g_strcmp0 (grammatical_case, "pre") == 0)
    return word->pre;
  return word->nom;
}

/* One and two agree with the noun; templates write the gender in Russian too. */
static const char *
pick_small (guint number, const char *grammatical_case, const char *gender)
{
  gboolean feminine = g_strcmp0 (gender, "f") == 0 || g_strcmp0 (gender, "ж") == 0;
  gboolean neuter = g_strcmp0 (gender, "n") == 0 || g_strcmp0 (gender, "с") == 0;

  if (number == 1 && feminine)
    return g_strcmp0 (grammatical_case, "acc") == 0 ? "одну"
                                                    : pick (&feminine_one, grammatical_case);
  if (number == 1 && neuter)
    return pick (&neuter_one, grammatical_case);
  if (number == 2 && feminine)
    return pick (&feminine_two, grammatical_case);
  return pick (&small[number], grammatical_case);
}

static char *
spell (guint number, const char *grammatical_case, const char *gender)
{
  const char *parts[4] = { NULL };
  guint count = 0;
  guint rest = number % 100;

  if (number >= 100)
    parts[count++] = pick (&hundreds[number / 100], grammatical_case);
  if (rest >= 20)
    {
      parts[count++] = pick (&tens[rest / 10], grammatical_case);
      rest %= 10;
    }
  if (rest > 0 || number == 0)
    parts[count++] = pick_small (rest, grammatical_case, gender);
  return g_strjoinv (" ", (char **) parts);
}

/**
 * nst_russian_number_words:
 * @number: 0…999; others come back as figures alone
 * @grammatical_case: "nom", "gen", "acc" or "pre"
 * @gender: "m", "f" or "n"; %NULL for "m"
 *
 * Filter `nw`: the figure, a no-break space and the word in brackets, each part of a compound
 * declined, without ё.
 *
 * Returns: (transfer full): «3 (трех)»
 */
char *
nst_russian_number_words (gint64 number, const char *grammatical_case, const char *gender)
{
  g_autofree char *word = NULL;

  if (number < 0 || number > 999)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  word = spell ((guint) number, grammatical_case, gender);
  return g_strdup_printf ("%" G_GINT64_FORMAT NBSP "(%s)", number, word);
}

/**
 * nst_russian_plural:
 * @number: how many
 * @one: form for 1, 21, 31
 * @few: form for 2–4, 22–24
 * @many: form for 0, 5–20, 25–30
 *
 * Returns: (transfer none): the form that agrees with the figure in the nominative
 */
const char *
nst_russian_plural (gint64 number, const char *one, const char *few, const char *many)
{
  guint64 size = number < 0 ? (guint64) - (number + 1) + 1 : (guint64) number;
  guint last = (guint) (size % 10);
  guint last_two = (guint) (size % 100);

  if (last_two >= 11 && last_two <= 14)
    return many;
  if (last == 1)
    return one;
  return last >= 2 && last <= 4 ? few : many;
}

/**
 * nst_russian_percent:
 * @permille: tenths of a per cent
 *
 * Filter `pct` (DOMAIN R84): decimal comma, always one decimal, no-break space.
 *
 * Returns: (transfer full): «94,4 %» for 944
 */
char *
nst_russian_percent (guint permille)
{
  return g_strdup_printf ("%u,%u" NBSP "%%", permille / 10, permille % 10);
}
