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
  /* «2021 г. Волгоград» is a year and a town, «п. 3 ст. 9» a point of an article. */
  { START "(?<!\\d" GAP ")(г|с) ?\\. (?=[\\p{Lu}\\d«])", "\\1." NBSP, TRUE },
  { START "(д|п|ч|пп|ст|гл|разд|ул|пл|пр|пер|пос|корп|кв|оф|каб|стр|рис|табл|прил) ?\\. "
          "(?=[\\p{Lu}\\d«])",
    "\\1." NBSP, TRUE },
  { START "(т|и|И)\\. (?=[едпо]\\.)", "\\1." NBSP, TRUE },
  { START "([Ии]\\." GAP "?о\\.) (?=\\p{L})", "\\1" NBSP, TRUE },
  { START "(р)\\. (?=п\\.)", "\\1." NBSP, TRUE },
  { START "(р\\." GAP "?п\\.) (?=\\p{Lu})", "\\1" NBSP, TRUE },
  { "(?<=\\d) (?!(?:" SHORT ")\\s)(?!(?:ст|пп?|ч|гл|разд)\\.)(?=[\\p{Ll}%])", NBSP, TRUE },
  /* A capital month stands alone in a narrow column: it may part from «2022 г.». */
  { START "(" MONTH ") (?=\\d{4}(?!\\d))", "\\1" NBSP, TRUE },
  { "(?<=\\S) (?=–(?:\\s|$))", NBSP, TRUE },
  { "(?i)" START "(" SHORT ") (?=\\S)", "\\1" NBSP, TRUE },
};

/* «М.И. Иванова» and «Иванова М.И.» with a gap between the initials: after the other rules. */
static const Rule gap_rules[] = {
  { START "(\\p{Lu}\\.)(?=\\p{Lu}\\." GAP "\\p{Lu}[\\p{Ll}\\-])", "\\1" NBSP, FALSE },
  { "(?<=[\\p{Ll}\\p{Lu}]" GAP ")(\\p{Lu}\\.)(?=\\p{Lu}\\.)", "\\1" NBSP, FALSE },
};

/* A full stop at the end; that of an abbreviation stays («2025 г.», «и др.»). */
static const Rule heading_rules[] = {
  { "(?<=[\\p{L}\\p{N}-]{4}|[\\p{N}»)“])\\.\\s*$", "", FALSE },
};

/* Compiled once: a long report passes here thousands of times. */
static GRegex *
get_regex (const Rule *rule)
{
  static GHashTable *compiled = NULL;
  static gsize ready = 0;
  static const struct
  {
    const Rule *rules;
    gsize count;
  } sets[] = { { rules, G_N_ELEMENTS (rules) },
               { gap_rules, G_N_ELEMENTS (gap_rules) },
               { heading_rules, G_N_ELEMENTS (heading_rules) } };

  if (g_once_init_enter (&ready))
    {
      compiled = g_hash_table_new (NULL, NULL);
      for (guint s = 0; s < G_N_ELEMENTS (sets); s++)
        for (gsize i = 0; i < sets[s].count; i++)
          {
            g_autoptr (GError) error = NULL;
            const Rule *one = &sets[s].rules[i];

            g_hash_table_insert (compiled, (gpointer) one,
                                 g_regex_new (one->pattern, G_REGEX_OPTIMIZE | G_REGEX_MULTILINE,
                                              0, &error));
            g_assert_no_error (error);
          }
      g_once_init_leave (&ready, 1);
    }
  return g_hash_table_lookup (compiled, rule);
}

/* Takes @text. */
static char *
apply_rules (char *text, const Rule *set, gsize count, gboolean verbatim)
{
  for (gsize i = 0; i < count; i++)
    {
      char *changed;

      if (verbatim && !set[i].verbatim)
        continue;
      changed = g_regex_replace (get_regex (&set[i]), text, -1, 0, set[i].replacement, 0, NULL);
      /* A text too odd for the pattern stays as it was. */
      if (changed == NULL)
        continue;
      g_free (text);
      text = changed;
    }
  return text;
}

/**
 * nst_russian_typography:
 * @text: text to be printed
 * @flags: what sort of text it is
 *
 * Items 1–6 of DOCUMENTS 16.4; hyphenation (7) is the documents' own. A quotation mark without
 * a partner is left. A text that went through once comes out of a second time unchanged.
 *
 * Returns: (transfer full): the text for print
 */
char *
nst_russian_typography (const char *text, NstTypography flags)
{
  gboolean verbatim = (flags & NST_TYPOGRAPHY_VERBATIM) != 0;
  g_autofree char *valid = NULL;
  char *set;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  set = verbatim ? g_strdup (valid) : nst_russian_set_quotes (valid);
  set = apply_rules (set, rules, G_N_ELEMENTS (rules), verbatim);
  if ((flags & NST_TYPOGRAPHY_INITIALS_GAP) != 0)
    set = apply_rules (set, gap_rules, G_N_ELEMENTS (gap_rules), verbatim);
  if ((flags & NST_TYPOGRAPHY_HEADING) != 0)
    set = apply_rules (set, heading_rules, G_N_ELEMENTS (heading_rules), verbatim);
  return set;
}

/**
 * nst_russian_text_faults:
 * @text: a text that a person typed
 *
 * Returns: what the person should look at, 0 for nothing
 */
NstTextFault
nst_russian_text_faults (const char *text)
{
  NstTextFault faults = 0;
  g_autofree char *valid = NULL;

  g_return_val_if_fail (text != NULL, 0);

  valid = g_utf8_make_valid (text, -1);
  if (nst_russian_has_unpaired_quote (valid))
    faults |= NST_TEXT_FAULT_QUOTE;
  if (g_regex_match_simple ("\\S" GAP "{2,}\\S", valid, 0, 0))
    faults |= NST_TEXT_FAULT_SPACES;
  if (g_regex_match_simple ("\\S" GAP "+[,.;:!?](?:\\s|$)", valid, 0, 0))
    faults |= NST_TEXT_FAULT_MARK;
  return faults;
}
