/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typographer: quotes, dashes, gaps and no-break spaces (DOCUMENTS 16.4, items 1–6). */
#include "config.h"

#include "text/nst-russian-private.h"

#define NBSP "\302\240"
/* A space of either kind: a text may come through here twice. */
#define GAP "[ " NBSP "]"
#define MONTH                                                                                    \
  "(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]?"
/* Prepositions, conjunctions and particles of one or two letters. */
#define SHORT "в|на|о|к|с|и|а|у|до|от|по|за|из|не|во|со|об|ко|но|ни"
#define START "(?<![\\p{L}\\p{N}])"

/**
 * Rule:
 * @pattern: what to look for
 * @replacement: what to put there
 * @verbatim: also in verbatim rows: it only makes a space that is there a no-break one
 */
typedef struct
{
  const char *pattern;
  const char *replacement;
  gboolean verbatim;
} Rule;

/* In this order: later rules see what earlier ones made. */
static const Rule rules[] = {
  /* 6: double spaces, a space before a mark */
  { "[ \\t]{2,}", " ", FALSE },
  { GAP "+(?=[,.;:!?](?:\\s|$))", "", FALSE },
  /* 4: dashes and ranges */
  { "(?<=^|\\s|" NBSP ")[-—−](?=\\s|" NBSP ")", "–", FALSE },
  { "—", "–", FALSE },
  { "(?<![\\d.\\-/№])((?:19|20)\\d\\d)-(?=(?:19|20)\\d\\d(?![\\d\\-/]))", "\\1–", FALSE },
  { "(?<![\\d.\\-/)№])(?<!№" GAP ")(\\d{1,2})-(?=\\d{1,2}(?:\\.\\d\\d\\.\\d\\d|" GAP "(?:" MONTH
    "|месяц|дн|лет|час|минут|человек)))",
    "\\1–", FALSE },
  { "(?i)" START "2-?х[ -]?(?=сторонн)", "двух", FALSE },
  { "(?i)" START "3-?х[ -]?(?=сторонн)", "трех", FALSE },
  { "(?i)" START "4-?х[ -]?(?=сторонн)", "четырех", FALSE },
  /* 5: number sign, per cent and years with a gap */
  { START "N" GAP "?(?=\\d)", "№", FALSE },
  { "№№" GAP "?", "№", FALSE },
  { "([№§])(?=[\\d\\p{L}])", "\\1" NBSP, FALSE },
  { "(?<=\\d)(?=%|гг?\\.)", NBSP, FALSE },
  /* 3: initials without a gap, a no-break space before the surname */
  { START "(\\p{Lu}\\.)" GAP "+(?=\\p{Lu}\\.)", "\\1", FALSE },
  { START "((?:\\p{Lu}\\.){1,2})(?=\\p{Lu}\\p{Ll})", "\\1" NBSP, FALSE },
  { START "(т|и|И)\\.(?=[едпо]\\.)", "\\1." NBSP, FALSE },
  /* 2: no-break spaces */
  { START "((?:\\p{Lu}\\.)+) (?=\\p{Lu}[\\p{Ll}.])", "\\1" NBSP, TRUE },
  { "([№§]) (?=\\S)", "\\1" NBSP, TRUE },
  { "(?<![\\p{L}\\p{N}])(?<!\\d" GAP
    ")(г|с|д|п|пп|ст|ч|гл|разд|ул|пл|пр|пер|пос|корп|кв|оф|каб|стр|рис|табл|прил) ?\\. "
    "(?=[\\p{Lu}\\d«])",
    "\\1." NBSP, TRUE },
  { START "(т|и|И)\\. (?=[едпо]\\.)", "\\1." NBSP, TRUE },
  { START "([Ии]\\." GAP "?о\\.) (?=\\p{L})", "\\1" NBSP, TRUE },
  { START "(р)\\. (?=п\\.)", "\\1." NBSP, TRUE },
  { START "(р\\." GAP "?п\\.) (?=\\p{Lu})", "\\1" NBSP, TRUE },
  { "(?<=\\d) (?!(?:" SHORT ")\\s)(?=[\\p{Ll}%])", NBSP, TRUE },
  /* A capital month stands alone in a narrow column: it may part from «2022 г.». */
  { START "(" MONTH ") (?=\\d{4}(?!\\d))", "\\1" NBSP, TRUE },
  { "(?<=\\S) (?=–(?:\\s|$))", NBSP, TRUE },
  { "(?i)" START "(" SHORT ") (?=\\S)", "\\1" NBSP, TRUE },
};

/* Compiled once: a long report passes here thousands of times. */
static GRegex *
get_regex (guint index)
{
  static GRegex *compiled[G_N_ELEMENTS (rules)];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
        {
          g_autoptr (GError) error = NULL;

          compiled[i] =
              g_regex_new (rules[i].pattern, G_REGEX_OPTIMIZE | G_REGEX_MULTILINE, 0, &error);
          g_assert_no_error (error);
        }
      g_once_init_leave (&ready, 1);
    }
  return compiled[index];
}

/**
 * nst_russian_typography:
 * @text: text to be printed
 * @verbatim: a row that must keep its letters: only spaces become no-break ones
 *
 * Items 1–6 of DOCUMENTS 16.4; hyphenation (7) is the documents' own. A quotation mark without
 * a partner is left. A text that went through once comes out of a second time unchanged.
 *
 * Returns: (transfer full): the text for print
 */
char *
nst_russian_typography (const char *text, gboolean verbatim)
{
  g_autofree char *valid = NULL;
  char *set;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  set = verbatim ? g_strdup (valid) : nst_russian_set_quotes (valid);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *before = set;

      if (verbatim && !rules[i].verbatim)
        {
          set = g_steal_pointer (&before);
          continue;
        }
      set = g_regex_replace (get_regex (i), before, -1, 0, rules[i].replacement, 0, NULL);
      /* A text too odd for the pattern stays as it was. */
      if (set == NULL)
        set = g_steal_pointer (&before);
    }
  return set;
}
