/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and posts in the right case, by the rules of data/grammar (DOCUMENTS 15). */
#include "config.h"

#include "text/nst-grammar.h"

#include "text/nst-russian.h"
#include "text/nst-word-rules.h"

#include <string.h>

struct _NstGrammar
{
  GObject parent_instance;
  NstWordRules *last;
  NstWordRules *first;
  NstWordRules *middle;
  NstWordRules *post;
  GHashTable *learnt; /* folded post, a bar, the case -> form */
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
  if (strchr (last, '-') != NULL || strstr (last, "\342\200\221") != NULL)
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

/* The next place where a second post may begin; its length, 0 at the end. */
static gsize
find_separator (const char *post, const char **at)
{
  static const char *const separators[] = { ", ", ",", " – ", " — ", " - " };
  gsize length = 0;

  *at = post + strlen (post);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *found = strstr (post, separators[i]);

      if (found == NULL || found >= *at)
        continue;
      *at = found;
      length = strlen (separators[i]);
    }
  return length;
}

static char *
learnt_key (const char *post, NstCase to)
{
  g_autofree char *trimmed = trim (post);
  g_autofree char *folded = nst_russian_fold (trimmed);

  return g_strdup_printf ("%s|%d", folded, (int) to);
}

/* Learnt in small letters, printed at the head of a line: the first letter is that given. */
static char *
like_given (const char *form, const char *post)
{
  gunichar given = g_utf8_get_char (post);
  gunichar first = g_utf8_get_char (form);
  char letter[7] = "";

  if (g_unichar_tolower (given) != g_unichar_tolower (first))
    return g_strdup (form);
  g_unichar_to_utf8 (given, letter);
  return g_strconcat (letter, g_utf8_next_char (form), NULL);
}

/**
 * nst_grammar_learn_post:
 * @self: the rules
 * @post: a post in the nominative
 * @to: a case
 * @form: the post in it, as a person typed it
 *
 * From now on the post is declined so.
 */
void
nst_grammar_learn_post (NstGrammar *self, const char *post, NstCase to, const char *form)
{
  g_return_if_fail (NST_IS_GRAMMAR (self));
  g_return_if_fail (post != NULL && form != NULL);

  g_hash_table_insert (self->learnt, learnt_key (post, to), g_strdup (form));
}

/**
 * nst_grammar_forget:
 * @self: the rules
 *
 * Forgets what nst_grammar_learn_post() told.
 */
void
nst_grammar_forget (NstGrammar *self)
{
  g_return_if_fail (NST_IS_GRAMMAR (self));

  g_hash_table_remove_all (self->learnt);
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
 * no sex the nominative comes back with %NST_ASK. A surname of which only the family knows the
 * forms, or of several words, comes in the likeliest form with %NST_ASK.
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
 * Declines the adjectives and the head noun, leaves what they govern; after a comma or a dash a
 * second post is declined too when it is known. Capitals stay as given (DOCUMENTS 15.6). What
 * was learnt comes before the rules and is sure.
 *
 * Returns: (transfer full): the post in the case, the nominative with %NST_ASK
 */
char *
nst_grammar_decline_post (NstGrammar *self, const char *post, NstCase to, NstSureness *sureness)
{
  g_autoptr (GString) declined = g_string_new (NULL);
  NstSureness found = NST_SURE;
  const char *at = post;
  gboolean more = to != NST_CASE_NOM;

  g_return_val_if_fail (NST_IS_GRAMMAR (self), NULL);
  g_return_val_if_fail (post != NULL, NULL);

  if (more && g_hash_table_size (self->learnt) > 0)
    {
      g_autofree char *key = learnt_key (post, to);
      const char *learnt = g_hash_table_lookup (self->learnt, key);

      if (learnt != NULL && sureness != NULL)
        *sureness = NST_SURE;
      if (learnt != NULL)
        return like_given (learnt, post);
    }
  while (more)
    {
      const char *end;
      gsize length = find_separator (at, &end);
      g_autofree char *part = g_strndup (at, (gsize) (end - at));
      gboolean known;
      g_autofree char *form = decline_one_post (self, part, to, &known);

      if (at == post && !known)
        worsen (&found, NST_ASK);
      if (found == NST_ASK)
        break;
      g_string_append (declined, form);
      g_string_append_len (declined, end, (gssize) length);
      more = length > 0;
      if (more)
        worsen (&found, NST_CHECK);
      at = end + length;
    }
  if (sureness != NULL)
    *sureness = found;
  return to == NST_CASE_NOM || found == NST_ASK
             ? g_strdup (post)
             : g_string_free (g_steal_pointer (&declined), FALSE);
}

static void
nst_grammar_finalize (GObject *object)
{
  NstGrammar *self = NST_GRAMMAR (object);

  g_clear_pointer (&self->last, nst_word_rules_free);
  g_clear_pointer (&self->first, nst_word_rules_free);
  g_clear_pointer (&self->middle, nst_word_rules_free);
  g_clear_pointer (&self->post, nst_word_rules_free);
  g_clear_pointer (&self->learnt, g_hash_table_unref);
  G_OBJECT_CLASS (nst_grammar_parent_class)->finalize (object);
}

static void
nst_grammar_class_init (NstGrammarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_grammar_finalize;
}

static void
nst_grammar_init (NstGrammar *self)
{
  self->learnt = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
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
