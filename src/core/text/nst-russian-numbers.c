/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Number words and per cent (DOCUMENTS 16.2, 16.3). */
#include "config.h"

#include "text/nst-russian.h"

#include <string.h>

#define NBSP "\302\240"
#define MAX_IN_WORDS 999999

/* The columns of a number word, without ё; the accusative of things is the nominative. */
enum
{
  NOM,
  GEN,
  DAT,
  INS,
  PRE,
  N_FORMS
};

typedef const char *NumberWord[N_FORMS];

static const NumberWord small[] = {
  { "ноль", "ноля", "нолю", "нолем", "ноле" },
  { "один", "одного", "одному", "одним", "одном" },
  { "два", "двух", "двум", "двумя", "двух" },
  { "три", "трех", "трем", "тремя", "трех" },
  { "четыре", "четырех", "четырем", "четырьмя", "четырех" },
  { "пять", "пяти", "пяти", "пятью", "пяти" },
  { "шесть", "шести", "шести", "шестью", "шести" },
  { "семь", "семи", "семи", "семью", "семи" },
  { "восемь", "восьми", "восьми", "восемью", "восьми" },
  { "девять", "девяти", "девяти", "девятью", "девяти" },
  { "десять", "десяти", "десяти", "десятью", "десяти" },
  { "одиннадцать", "одиннадцати", "одиннадцати", "одиннадцатью", "одиннадцати" },
  { "двенадцать", "двенадцати", "двенадцати", "двенадцатью", "двенадцати" },
  { "тринадцать", "тринадцати", "тринадцати", "тринадцатью", "тринадцати" },
  { "четырнадцать", "четырнадцати", "четырнадцати", "четырнадцатью", "четырнадцати" },
  { "пятнадцать", "пятнадцати", "пятнадцати", "пятнадцатью", "пятнадцати" },
  { "шестнадцать", "шестнадцати", "шестнадцати", "шестнадцатью", "шестнадцати" },
  { "семнадцать", "семнадцати", "семнадцати", "семнадцатью", "семнадцати" },
  { "восемнадцать", "восемнадцати", "восемнадцати", "восемнадцатью", "восемнадцати" },
  { "девятнадцать", "девятнадцати", "девятнадцати", "девятнадцатью", "девятнадцати" },
};

/* From twenty on. */
static const NumberWord tens[] = {
  { "двадцать", "двадцати", "двадцати", "двадцатью", "двадцати" },
  { "тридцать", "тридцати", "тридцати", "тридцатью", "тридцати" },
  { "сорок", "сорока", "сорока", "сорока", "сорока" },
  { "пятьдесят", "пятидесяти", "пятидесяти", "пятьюдесятью", "пятидесяти" },
  { "шестьдесят", "шестидесяти", "шестидесяти", "шестьюдесятью", "шестидесяти" },
  { "семьдесят", "семидесяти", "семидесяти", "семьюдесятью", "семидесяти" },
  { "восемьдесят", "восьмидесяти", "восьмидесяти", "восемьюдесятью", "восьмидесяти" },
  { "девяносто", "девяноста", "девяноста", "девяноста", "девяноста" },
};

/* From a hundred on. */
static const NumberWord hundreds[] = {
  { "сто", "ста", "ста", "ста", "ста" },
  { "двести", "двухсот", "двумстам", "двумястами", "двухстах" },
  { "триста", "трехсот", "тремстам", "тремястами", "трехстах" },
  { "четыреста", "четырехсот", "четыремстам", "четырьмястами", "четырехстах" },
  { "пятьсот", "пятисот", "пятистам", "пятьюстами", "пятистах" },
  { "шестьсот", "шестисот", "шестистам", "шестьюстами", "шестистах" },
  { "семьсот", "семисот", "семистам", "семьюстами", "семистах" },
  { "восемьсот", "восьмисот", "восьмистам", "восемьюстами", "восьмистах" },
  { "девятьсот", "девятисот", "девятистам", "девятьюстами", "девятистах" },
};

static const NumberWord feminine_one = { "одна", "одной", "одной", "одной", "одной" };
static const NumberWord neuter_one = { "одно", "одного", "одному", "одним", "одном" };
static const NumberWord feminine_two = { "две", "двух", "двум", "двумя", "двух" };
static const NumberWord thousand = { "тысяча", "тысячи", "тысяче", "тысячей", "тысяче" };
static const NumberWord thousands = { "тысяч", "тысяч", "тысячам", "тысячами", "тысячах" };

static guint
form_of (const char *grammatical_case)
{
  static const char *const codes[N_FORMS] = { "nom", "gen", "dat", "ins", "pre" };

  for (guint i = 0; i < N_FORMS; i++)
    if (g_strcmp0 (grammatical_case, codes[i]) == 0)
      return i;
  return NOM;
}

/* One and two agree with the noun; templates write the gender in Russian too. */
static const char *
pick_small (guint number, const char *grammatical_case, const char *gender)
{
  gboolean feminine = g_strcmp0 (gender, "f") == 0 || g_strcmp0 (gender, "ж") == 0;
  gboolean neuter = g_strcmp0 (gender, "n") == 0 || g_strcmp0 (gender, "с") == 0;
  guint form = form_of (grammatical_case);

  if (number == 1 && feminine)
    return g_strcmp0 (grammatical_case, "acc") == 0 ? "одну" : feminine_one[form];
  if (number == 1 && neuter)
    return neuter_one[form];
  if (number == 2 && feminine)
    return feminine_two[form];
  return small[number][form];
}

/* Below a thousand; nothing for 0. */
static void
spell_part (GString *text, guint number, const char *grammatical_case, const char *gender)
{
  guint form = form_of (grammatical_case);
  guint rest = number % 100;

  if (number >= 100)
    g_string_append_printf (text, "%s ", hundreds[number / 100 - 1][form]);
  if (rest >= 20)
    {
      g_string_append_printf (text, "%s ", tens[rest / 10 - 2][form]);
      rest %= 10;
    }
  if (rest > 0)
    g_string_append_printf (text, "%s ", pick_small (rest, grammatical_case, gender));
}

/* «Одна тысяча», «две тысячи», «пять тысяч»; in the other cases they agree with the number. */
static void
spell_thousands (GString *text, guint number, const char *grammatical_case)
{
  guint form = form_of (grammatical_case);
  gboolean single = nst_russian_plural (number, "1", "2", "5")[0] == '1';
  const char *word;

  spell_part (text, number, grammatical_case, "f");
  if (form == NOM)
    word =
        nst_russian_plural (number,
                            g_strcmp0 (grammatical_case, "acc") == 0 ? "тысячу" : thousand[NOM],
                            thousand[GEN], thousands[NOM]);
  else
    word = single ? thousand[form] : thousands[form];
  g_string_append_printf (text, "%s ", word);
}

/**
 * nst_russian_number:
 * @number: any number
 *
 * Thousands are set off by a no-break space from five digits on (DOCUMENTS 16.3).
 *
 * Returns: (transfer full): «12 500», «1200»
 */
char *
nst_russian_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  guint start = *digits == '-' ? 1 : 0;
  gsize length = strlen (digits + start);
  GString *text = g_string_new (start == 1 ? "−" : NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && length >= 5 && (length - i) % 3 == 0)
        g_string_append (text, NBSP);
      g_string_append_c (text, digits[start + i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * nst_russian_number_spelt:
 * @number: 0…999 999
 * @grammatical_case: "nom", "gen", "dat", "acc", "ins" or "pre"
 * @gender: (nullable): "m", "f" or "n"; %NULL for "m"
 *
 * Each part of a compound is declined, without ё.
 *
 * Returns: (transfer full) (nullable): «двадцати четырех», %NULL for other numbers
 */
char *
nst_russian_number_spelt (gint64 number, const char *grammatical_case, const char *gender)
{
  GString *text;

  if (number < 0 || number > MAX_IN_WORDS)
    return NULL;
  if (number == 0)
    return g_strdup (small[0][form_of (grammatical_case)]);
  text = g_string_new (NULL);
  if (number >= 1000)
    spell_thousands (text, (guint) (number / 1000), grammatical_case);
  spell_part (text, (guint) (number % 1000), grammatical_case, gender);
  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/**
 * nst_russian_number_words:
 * @number: 0…999 999; others come back as figures alone
 * @grammatical_case: "nom", "gen", "dat", "acc", "ins" or "pre"
 * @gender: (nullable): "m", "f" or "n"; %NULL for "m"
 *
 * Filter `nw`: the figure, a no-break space and the word in brackets.
 *
 * Returns: (transfer full): «3 (трех)»
 */
char *
nst_russian_number_words (gint64 number, const char *grammatical_case, const char *gender)
{
  g_autofree char *figure = nst_russian_number (number);
  g_autofree char *word = nst_russian_number_spelt (number, grammatical_case, gender);

  if (word == NULL)
    return g_steal_pointer (&figure);
  return g_strconcat (figure, NBSP "(", word, ")", NULL);
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
