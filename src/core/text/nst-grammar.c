/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and posts in the right case, by the rules of data/grammar (DOCUMENTS 15). */
#include "config.h"

#include "text/nst-grammar.h"

#include "text/nst-word-rules.h"

#include <string.h>

struct _NstGrammar
{
  GObject parent_instance;
  NstWordRules *last;
  NstWordRules *first;
  NstWordRules *middle;
  NstWordRules *post;
};

G_DEFINE_TYPE (NstGrammar, nst_grammar, G_TYPE_OBJECT)

static void
worsen (NstSureness *sureness, NstSureness found)
{
  *sureness = MAX (*sureness, found);
}

/* Particles and first words of a name stay, the last word goes by rule. */
static char *
decline_last_word (NstWordRules *rules, const char *words, char sex, NstCase to,
                   NstSureness *sureness)
{
  const char *space = strrchr (words, ' ');
  g_autofree char *kept = NULL;
  g_autofree char *declined = NULL;

  if (space == NULL)
    return nst_word_rules_decline_parts (rules, words, sex, to, NST_WORD_MATCH_ANY, sureness);
  kept = g_strndup (words, (gsize) (space - words) + 1);
  declined =
      nst_word_rules_decline_parts (rules, space + 1, sex, to, NST_WORD_MATCH_ANY, sureness);
  return g_strconcat (kept, declined, NULL);
}

static char *
decline_surname (NstGrammar *self, const char *last, char sex, NstCase to, NstSureness *sureness)
{
  g_autofree char *declined = NULL;
  NstSureness found = NST_SURE;

  declined = decline_last_word (self->last, last, sex, to, &found);
  if (found == NST_ASK)
    {
      worsen (sureness, NST_ASK);
      return g_strdup (last);
    }
  if (strchr (last, '-') != NULL)
    worsen (&found, NST_CHECK);
  if (strchr (last, ' ') != NULL)
    worsen (&found, NST_ASK);
  worsen (sureness, found);
  return g_steal_pointer (&declined);
}

/* Both names of «Анна Мария» and «Анна-Мария» are declined. */
static char *
decline_first (NstGrammar *self, const char *first, char sex, NstCase to, NstSureness *sureness)
{
  g_auto (GStrv) words = g_strsplit (first, " ", -1);
  NstSureness found = NST_SURE;
  char *joined;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = words[i];

      words[i] =
          nst_word_rules_decline_parts (self->first, word, sex, to, NST_WORD_MATCH_ANY, &found);
    }
  if (strpbrk (first, " -") != NULL)
    worsen (&found, NST_CHECK);
  worsen (sureness, found);
  joined = g_strjoinv (" ", words);
  return joined;
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
join_names (const char *last, const char *first, const char *middle)
{
  const char *parts[4] = { NULL };
  guint count = 0;

  if (is_given (last))
    parts[count++] = last;
  if (is_given (first))
    parts[count++] = first;
  if (is_given (middle))
    parts[count++] = middle;
  return g_strjoinv (" ", (char **) parts);
}

static char *
trim (const char *text)
{
  return text == NULL ? NULL : g_strstrip (g_strdup (text));
}

/* Declines the words from @index on; FALSE without a known head noun. */
static gboolean
decline_words (NstGrammar *self, char **words, guint index, NstCase to)
{
  NstSureness sureness = NST_SURE;
  g_autofree char *word = words[index];
  gboolean adjective;

  if (word == NULL)
    return FALSE;
  adjective = nst_word_rules_has (self->post, word, 'm', NST_WORD_MATCH_END);
  /* «Ответственный секретарь» has a head noun after it, «ответственный за …» is the head. */
  if (adjective && words[index + 1] != NULL && decline_words (self, words, index + 1, to))
    {
      words[index] =
          nst_word_rules_decline (self->post, word, 'm', to, NST_WORD_MATCH_END, &sureness);
      return TRUE;
    }
  words[index] =
      nst_word_rules_decline_parts (self->post, word, 'm', to, NST_WORD_MATCH_WORD, &sureness);
  if (sureness == NST_SURE)
    return TRUE;
  g_free (words[index]);
  words[index] = g_steal_pointer (&word);
  return FALSE;
}

static char *
decline_one_post (NstGrammar *self, const char *post, NstCase to, gboolean *known)
{
  g_auto (GStrv) words = g_strsplit (post, " ", -1);

  *known = decline_words (self, words, 0, to);
  return *known ? g_strjoinv (" ", words) : g_strdup (post);
}

/**
 * nst_case_from_code:
 * @code: "nom", "gen", "dat", "acc", "ins" or "pre"
 * @grammatical_case: (out): the case
 *
 * Returns: %FALSE for any other code
 */
gboolean
nst_case_from_code (const char *code, NstCase *grammatical_case)
{
  static const char *const codes[] = { "nom", "gen", "dat", "acc", "ins", "pre" };

  g_return_val_if_fail (grammatical_case != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *grammatical_case = (NstCase) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * nst_grammar_guess_sex:
 * @self: the rules
 * @middle: (nullable): patronymic
 *
 * Only the patronymic tells; never the surname or the first name (DOCUMENTS 15.2).
 *
 * Returns: (transfer none) (nullable): "m", "f", or %NULL: ask
 */
const char *
nst_grammar_guess_sex (NstGrammar *self, const char *middle)
{
  g_autofree char *trimmed = trim (middle);
  const char *start;
  char sex;

  g_return_val_if_fail (NST_IS_GRAMMAR (self), NULL);

  if (!is_given (trimmed))
    return NULL;
  start = strpbrk (trimmed, " -");
  for (const char *next = start; next != NULL; next = strpbrk (next + 1, " -"))
    start = next;
  sex = nst_word_rules_guess_sex (self->middle, start == NULL ? trimmed : start + 1);
  return sex == 'm' ? "m" : sex == 'f' ? "f" : NULL;
}

/**
 * nst_grammar_decline_name:
 * @self: the rules
 * @last: (nullable): surname, nominative
 * @first: (nullable): first name
 * @middle: (nullable): patronymic
 * @sex: (nullable): "m" or "f"; %NULL: by the patronymic
 * @to: the case wanted
 * @sureness: (out) (optional): how far the form can be relied on: that of its worst part
 *
 * The parts given, in the order surname, first name, patronymic, each by its own rules. With
 * no sex, or a surname of which only the family knows the forms, the nominative comes back with
 * %NST_ASK; a surname of several words has its last word declined and %NST_ASK.
 *
 * Returns: (transfer full): «Ивановой Марии Игоревны»
 */
char *
nst_grammar_decline_name (NstGrammar *self, const char *last, const char *first,
                          const char *middle, const char *sex, NstCase to, NstSureness *sureness)
{
  g_autofree char *surname = trim (last);
  g_autofree char *name = trim (first);
  g_autofree char *patronymic = trim (middle);
  NstSureness found = NST_SURE;
  const char *told;

  g_return_val_if_fail (NST_IS_GRAMMAR (self), NULL);

  told = g_strcmp0 (sex, "m") == 0 || g_strcmp0 (sex, "f") == 0
             ? sex
             : nst_grammar_guess_sex (self, middle);
  if (to != NST_CASE_NOM && told == NULL)
    found = NST_ASK;
  if (to != NST_CASE_NOM && told != NULL)
    {
      char *nominative = surname;

      if (is_given (surname))
        {
          surname = decline_surname (self, nominative, *told, to, &found);
          g_free (nominative);
        }
      nominative = name;
      if (is_given (name))
        {
          name = decline_first (self, nominative, *told, to, &found);
          g_free (nominative);
        }
      nominative = patronymic;
      if (is_given (patronymic))
        {
          patronymic = decline_last_word (self->middle, nominative, *told, to, &found);
          g_free (nominative);
        }
    }
  if (sureness != NULL)
    *sureness = found;
  return join_names (surname, name, patronymic);
}

/**
 * nst_grammar_decline_post:
 * @self: the rules
 * @post: a post in the nominative
 * @to: the case wanted
 * @sureness: (out) (optional): %NST_ASK for a post without a known head noun
 *
 * Declines the adjectives and the head noun, leaves what they govern; after a comma a second
 * post is declined too when it is known. Capitals stay as given (DOCUMENTS 15.6).
 *
 * Returns: (transfer full): the post in the case, the nominative with %NST_ASK
 */
char *
nst_grammar_decline_post (NstGrammar *self, const char *post, NstCase to, NstSureness *sureness)
{
  g_auto (GStrv) parts = NULL;
  NstSureness found = NST_SURE;
  gboolean known;

  g_return_val_if_fail (NST_IS_GRAMMAR (self), NULL);
  g_return_val_if_fail (post != NULL, NULL);

  parts = g_strsplit (post, ", ", -1);
  known = parts[0] != NULL || to == NST_CASE_NOM;
  for (guint i = 0; to != NST_CASE_NOM && parts[i] != NULL && known; i++)
    {
      g_autofree char *part = parts[i];
      gboolean part_known;

      parts[i] = decline_one_post (self, part, to, &part_known);
      known = part_known || i > 0;
      if (i > 0)
        worsen (&found, NST_CHECK);
    }
  /* «Педагог - психолог»: a dash may join two nouns, of which only the first is declined. */
  if (to != NST_CASE_NOM && (strstr (post, " - ") != NULL || strstr (post, " – ") != NULL))
    worsen (&found, NST_CHECK);
  if (!known)
    found = NST_ASK;
  if (sureness != NULL)
    *sureness = found;
  return known ? g_strjoinv (", ", parts) : g_strdup (post);
}

static void
nst_grammar_finalize (GObject *object)
{
  NstGrammar *self = NST_GRAMMAR (object);

  g_clear_pointer (&self->last, nst_word_rules_free);
  g_clear_pointer (&self->first, nst_word_rules_free);
  g_clear_pointer (&self->middle, nst_word_rules_free);
  g_clear_pointer (&self->post, nst_word_rules_free);
  G_OBJECT_CLASS (nst_grammar_parent_class)->finalize (object);
}

static void
nst_grammar_class_init (NstGrammarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_grammar_finalize;
}

static void
nst_grammar_init (NstGrammar *self G_GNUC_UNUSED)
{
}

static NstWordRules *
load (const char *dir, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  return nst_word_rules_load (path, error);
}

/**
 * nst_grammar_new_from_path:
 * @dir: a folder with the four files of data/grammar/README.md
 * @error: what cannot be read or understood, with file and line
 *
 * Returns: (transfer full) (nullable): the rules
 */
NstGrammar *
nst_grammar_new_from_path (const char *dir, GError **error)
{
  g_autoptr (NstGrammar) self = NULL;

  g_return_val_if_fail (dir != NULL, NULL);

  self = g_object_new (NST_TYPE_GRAMMAR, NULL);
  self->last = load (dir, "last.rules", error);
  if (self->last == NULL)
    return NULL;
  self->first = load (dir, "first.rules", error);
  if (self->first == NULL)
    return NULL;
  self->middle = load (dir, "middle.rules", error);
  if (self->middle == NULL)
    return NULL;
  self->post = load (dir, "post.rules", error);
  return self->post == NULL ? NULL : g_steal_pointer (&self);
}

/**
 * nst_grammar_new:
 * @error: what cannot be read or understood, with file and line
 *
 * Reads the rules below NASTAVNIK_DATADIR, else those that were installed.
 *
 * Returns: (transfer full) (nullable): the rules
 */
NstGrammar *
nst_grammar_new (GError **error)
{
  const char *data = g_getenv ("NASTAVNIK_DATADIR");
  g_autofree char *dir = g_build_filename (data != NULL ? data : NST_PKGDATADIR, "grammar", NULL);

  return nst_grammar_new_from_path (dir, error);
}
