/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of declension rules: read, looked up and applied to a word. */
#include "config.h"

#include "text/nst-word-rules.h"

#include "text/nst-russian.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_OBLIQUE 5
/* U+2011; U+2010 is as long. */
#define NO_BREAK_HYPHEN "\342\200\221"
/* WORDS SEX GEN DAT ACC INS PRE SURENESS */
#define N_COLUMNS (3 + N_OBLIQUE)

/* What one line says of a word. */
typedef struct
{
  guint cut[N_OBLIQUE];
  char *add[N_OBLIQUE]; /* NULL: the word stays */
  NstSureness sureness;
} Rule;

/* An ending with its rule; sex is 'm', 'f' or '*'. */
typedef struct
{
  char *end;
  char sex;
  const Rule *rule; /* owned by the list of rules */
} Ending;

struct _NstWordRules
{
  GPtrArray *rules;           /* (element-type Rule) (owned) */
  GHashTable *words;          /* "m" or "f" + folded word -> Rule */
  GArray *endings;            /* (element-type Ending), in the order of the file */
  GHashTable *known;          /* "m" or "f" + folded word */
  GHashTable *sexed;          /* folded word -> "m" or "f" */
  GArray *sex_ends;           /* (element-type Ending) without rules */
  gboolean first_parts_known; /* of «Абдул-Хамид» only a known first part is declined */
};

static void
free_rule (gpointer data)
{
  Rule *rule = data;

  for (guint i = 0; i < N_OBLIQUE; i++)
    g_free (rule->add[i]);
  g_free (rule);
}

static void
clear_ending (gpointer data)
{
  g_free (((Ending *) data)->end);
}

static NstWordRules *
new_rules (void)
{
  NstWordRules *self = g_new0 (NstWordRules, 1);

  self->rules = g_ptr_array_new_with_free_func (free_rule);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->endings = g_array_new (FALSE, TRUE, sizeof (Ending));
  g_array_set_clear_func (self->endings, clear_ending);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sexed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->sex_ends = g_array_new (FALSE, TRUE, sizeof (Ending));
  g_array_set_clear_func (self->sex_ends, clear_ending);
  return self;
}

/**
 * nst_word_rules_free:
 * @self: (nullable): rules
 *
 * Frees the rules.
 */
void
nst_word_rules_free (NstWordRules *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_array_unref (self->endings);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->sexed);
  g_array_unref (self->sex_ends);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

static char *
sexed_key (char sex, const char *folded)
{
  return g_strdup_printf ("%c%s", sex, folded);
}

static gboolean
read_sex (const char *column, char *sex)
{
  *sex = column[0];
  return (*sex == 'm' || *sex == 'f' || *sex == '*') && column[1] == '\0';
}

static gboolean
read_sureness (const char *column, NstSureness *sureness)
{
  static const char *const names[] = {
    [NST_SURE] = "sure", [NST_CHECK] = "check", [NST_ASK] = "ask"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (column, names[i]) == 0)
      {
        *sureness = (NstSureness) i;
        return TRUE;
      }
  return FALSE;
}

/* «2ого»: letters cut, then what is added; «.»: the word stays. */
static gboolean
read_change (const char *column, guint *cut, char **add)
{
  if (strcmp (column, ".") == 0)
    return TRUE;
  if (!g_ascii_isdigit (*column) || g_ascii_isdigit (column[1]))
    return FALSE;
  *cut = (guint) (*column - '0');
  *add = g_strdup (column + 1);
  return TRUE;
}

static void
add_word (GHashTable *table, char sex, const char *word, gpointer value)
{
  if (sex == 'm' || sex == '*')
    g_hash_table_insert (table, sexed_key ('m', word), value);
  if (sex == 'f' || sex == '*')
    g_hash_table_insert (table, sexed_key ('f', word), value);
}

static void
add_ending (GArray *endings, char sex, const char *end, const Rule *rule)
{
  Ending ending = { .end = g_strdup (end), .sex = sex, .rule = rule };

  g_array_append_val (endings, ending);
}

static gboolean
read_rule (NstWordRules *self, char **columns)
{
  Rule *rule;
  char sex;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (g_strv_length (columns) != N_COLUMNS || !read_sex (columns[1], &sex))
    return FALSE;
  rule = g_new0 (Rule, 1);
  g_ptr_array_add (self->rules, rule);
  for (guint i = 0; i < N_OBLIQUE; i++)
    if (!read_change (columns[2 + i], &rule->cut[i], &rule->add[i]))
      return FALSE;
  if (!read_sureness (columns[N_COLUMNS - 1], &rule->sureness))
    return FALSE;
  folded = nst_russian_fold (columns[0] + 1);
  words = g_strsplit (folded, ",", -1);
  if (words[0] == NULL)
    {
      /* «-» alone fits every word. */
      if (columns[0][0] == '-')
        add_ending (self->endings, sex, "", rule);
      return columns[0][0] == '-';
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        return FALSE;
      if (columns[0][0] == '=')
        add_word (self->words, sex, words[i], rule);
      else
        add_ending (self->endings, sex, words[i], rule);
    }
  return TRUE;
}

static gboolean
read_known (NstWordRules *self, char **columns)
{
  char sex;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (g_strv_length (columns) != 3 || !read_sex (columns[1], &sex))
    return FALSE;
  folded = nst_russian_fold (columns[2]);
  words = g_strsplit (folded, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    add_word (self->known, sex, words[i], self);
  return TRUE;
}

static gboolean
read_sex_sign (NstWordRules *self, char **columns)
{
  char sex;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (g_strv_length (columns) != 3 || !read_sex (columns[1], &sex) || sex == '*' ||
      strchr ("=-", columns[2][0]) == NULL)
    return FALSE;
  folded = nst_russian_fold (columns[2] + 1);
  words = g_strsplit (folded, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (columns[2][0] == '=')
      g_hash_table_insert (self->sexed, g_strdup (words[i]), (gpointer) (sex == 'm' ? "m" : "f"));
    else
      add_ending (self->sex_ends, sex, words[i], NULL);
  return TRUE;
}

static gboolean
read_line (NstWordRules *self, const char *line)
{
  g_auto (GStrv) parts = g_strsplit_set (line, " \t\r", -1);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  char **words;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (columns, parts[i]);
  g_ptr_array_add (columns, NULL);
  words = (char **) columns->pdata;
  if (words[0] == NULL || words[0][0] == '#')
    return TRUE;
  if (strcmp (words[0], "known") == 0)
    return read_known (self, words);
  if (strcmp (words[0], "sex") == 0)
    return read_sex_sign (self, words);
  if (strcmp (words[0], "parts") == 0)
    return self->first_parts_known = g_strcmp0 (words[1], "known") == 0 && words[2] == NULL;
  if (words[0][0] != '=' && words[0][0] != '-')
    return FALSE;
  return read_rule (self, words);
}

/**
 * nst_word_rules_load:
 * @path: a file as data/grammar/README.md describes it
 * @error: %NST_INPUT_ERROR_INVALID with file and line, or that the file cannot be read
 *
 * Returns: (transfer full) (nullable): its rules
 */
NstWordRules *
nst_word_rules_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (NstWordRules) self = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    {
      g_prefix_error (error,
                      _ ("The rules of declension “%s” cannot be read; install the "
                         "program anew: "),
                      path);
      return NULL;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("%s: the file is not text in UTF-8; save it in UTF-8"), path);
      return NULL;
    }
  self = new_rules ();
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!read_line (self, lines[i]))
      {
        g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                     _ ("%s, line %u: this is not a rule of declension; compare it with "
                        "README.md beside the file"),
                     path, i + 1);
        return NULL;
      }
  return g_steal_pointer (&self);
}

static gboolean
is_of_class (gunichar letter, gunichar pattern)
{
  if (pattern == 'v')
    return g_utf8_strchr ("аеиоуыэюя", -1, letter) != NULL;
  if (pattern == 'c')
    return g_utf8_strchr ("бвгджзйклмнпрстфхцчшщ", -1, letter) != NULL;
  return letter == pattern;
}

/* Letter by letter from the end; «c» and «v» stand for any consonant and vowel, «^» for the
 * beginning of the word. */
static gboolean
fits_ending (const char *folded, const char *ending)
{
  const char *word = folded + strlen (folded);
  const char *pattern = ending + strlen (ending);

  while (pattern > ending)
    {
      pattern = g_utf8_prev_char (pattern);
      if (*pattern == '^')
        return word == folded;
      if (word == folded)
        return FALSE;
      word = g_utf8_prev_char (word);
      if (!is_of_class (g_utf8_get_char (word), g_utf8_get_char (pattern)))
        return FALSE;
    }
  return TRUE;
}

static const Rule *
find_ending (GArray *endings, const char *folded, char sex, char *found_sex)
{
  for (guint i = 0; i < endings->len; i++)
    {
      const Ending *ending = &g_array_index (endings, Ending, i);

      if (sex != '*' && ending->sex != '*' && ending->sex != sex)
        continue;
      if (fits_ending (folded, ending->end))
        {
          if (found_sex != NULL)
            *found_sex = ending->sex;
          return ending->rule;
        }
    }
  return NULL;
}

static const Rule *
find_rule (NstWordRules *self, const char *folded, char sex, NstWordMatch match)
{
  const Rule *rule = NULL;

  if (match != NST_WORD_MATCH_END)
    {
      g_autofree char *key = sexed_key (sex, folded);

      rule = g_hash_table_lookup (self->words, key);
    }
  if (rule == NULL && match != NST_WORD_MATCH_WORD)
    rule = find_ending (self->endings, folded, sex, NULL);
  return rule;
}

/**
 * nst_word_rules_has:
 * @self: rules
 * @word: one word
 * @sex: 'm' or 'f'
 * @match: where to look
 *
 * Returns: whether a rule speaks of the word
 */
gboolean
nst_word_rules_has (NstWordRules *self, const char *word, char sex, NstWordMatch match)
{
  g_autofree char *folded = nst_russian_fold (word);

  return find_rule (self, folded, sex, match) != NULL;
}

/* «ИВАНОВ» gets capital endings; «Я» alone tells nothing. */
static gboolean
is_all_capital (const char *word)
{
  guint letters = 0;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      gunichar letter = g_utf8_get_char (word);

      if (g_unichar_islower (letter))
        return FALSE;
      letters += g_unichar_isupper (letter) ? 1 : 0;
    }
  return letters > 1;
}

static char *
apply_rule (const Rule *rule, const char *word, NstCase to)
{
  guint column = (guint) to - 1;
  glong letters = g_utf8_strlen (word, -1);
  g_autofree char *stem = NULL;
  g_autofree char *added = NULL;

  if (to == NST_CASE_NOM || rule->add[column] == NULL || letters < (glong) rule->cut[column])
    return g_strdup (word);
  stem = g_utf8_substring (word, 0, letters - (glong) rule->cut[column]);
  added =
      is_all_capital (word) ? g_utf8_strup (rule->add[column], -1) : g_strdup (rule->add[column]);
  return g_strconcat (stem, added, NULL);
}

static void
lower_sureness (NstSureness *sureness, NstSureness found)
{
  *sureness = MAX (*sureness, found);
}

/**
 * nst_word_rules_decline:
 * @self: rules
 * @word: one word without hyphens
 * @sex: 'm' or 'f'
 * @to: the case wanted
 * @match: where to look
 * @sureness: (inout): made worse when the rule is less sure
 *
 * Returns: (transfer full): the word in the case; as it is, and %NST_CHECK, without a rule
 */
char *
nst_word_rules_decline (NstWordRules *self, const char *word, char sex, NstCase to,
                        NstWordMatch match, NstSureness *sureness)
{
  g_autofree char *folded = nst_russian_fold (word);
  g_autofree char *key = sexed_key (sex, folded);
  const Rule *rule = find_rule (self, folded, sex, match);

  if (rule == NULL)
    {
      lower_sureness (sureness, NST_CHECK);
      return g_strdup (word);
    }
  if (rule->sureness != NST_CHECK || !g_hash_table_contains (self->known, key))
    lower_sureness (sureness, rule->sureness);
  return apply_rule (rule, word, to);
}

/* The next hyphen, as typed or as word processors put it, and its length; 0 at the end. */
static const char *
find_hyphen (const char *text, gsize *length)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      *length = letter == '-' ? 1 : strlen (NO_BREAK_HYPHEN);
      if (letter == '-' || letter == 0x2010 || letter == 0x2011)
        return text;
    }
  *length = 0;
  return text;
}

/* A first part with a rule of its own has one that leaves it. */
static gboolean
is_fixed_part (NstWordRules *self, const char *part, char sex)
{
  g_autofree char *folded = nst_russian_fold (part);
  g_autofree char *key = sexed_key (sex, folded);
  g_autofree char *first = g_strconcat (folded, "-", NULL);

  if (find_rule (self, first, sex, NST_WORD_MATCH_WORD) != NULL)
    return TRUE;
  return self->first_parts_known && !g_hash_table_contains (self->known, key);
}

/**
 * nst_word_rules_decline_parts:
 * @self: rules
 * @word: one word, perhaps with hyphens
 * @sex: 'm' or 'f'
 * @to: the case wanted
 * @match: where to look
 * @sureness: (inout): made worse when a rule is less sure
 *
 * Declines each part of a word with hyphens by its own rule; a first part may have a rule of
 * its own («бонч-»).
 *
 * Returns: (transfer full): the word in the case
 */
char *
nst_word_rules_decline_parts (NstWordRules *self, const char *word, char sex, NstCase to,
                              NstWordMatch match, NstSureness *sureness)
{
  GString *declined = g_string_new (NULL);
  const char *at = word;
  gsize hyphen;

  do
    {
      const char *end = find_hyphen (at, &hyphen);
      g_autofree char *part = g_strndup (at, (gsize) (end - at));
      g_autofree char *form = NULL;

      if (hyphen > 0 && is_fixed_part (self, part, sex))
        form = g_strdup (part);
      else
        form = nst_word_rules_decline (self, part, sex, to, match, sureness);
      g_string_append (declined, form);
      g_string_append_len (declined, end, (gssize) hyphen);
      at = end + hyphen;
    }
  while (hyphen > 0);
  return g_string_free (declined, FALSE);
}

/**
 * nst_word_rules_guess_sex:
 * @self: rules
 * @word: one word
 *
 * Returns: 'm' or 'f' by the `sex` lines, 0 when they do not tell
 */
char
nst_word_rules_guess_sex (NstWordRules *self, const char *word)
{
  g_autofree char *folded = nst_russian_fold (word);
  const char *whole = g_hash_table_lookup (self->sexed, folded);
  char sex = 0;

  if (whole != NULL)
    return *whole;
  find_ending (self->sex_ends, folded, '*', &sex);
  return sex;
}
