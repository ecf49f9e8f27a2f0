/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many case forms of a list of names come out right (bench/RESULTS.md, names). */
#include "config.h"

#include "text/nst-grammar.h"
#include "text/nst-russian.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#define N_CASES 6

typedef struct
{
  char *names[3];            /* surname, first name, patronymic; "" when not given */
  char sex;                  /* 0: by the patronymic */
  GPtrArray *forms[N_CASES]; /* (element-type utf8), each one that counts as right */
} Entry;

typedef struct
{
  guint right[N_CASES];
  guint all[N_CASES];
  guint missed_sure; /* wrong and called sure */
  guint by_sureness[3];
} Score;

static const char *const case_names[N_CASES] = { "nom", "gen", "dat", "acc", "ins", "pre" };

static char *half = NULL;
static char *part = NULL;
static gboolean quiet = FALSE;

static const GOptionEntry options[] = {
  { "half", 0, 0, G_OPTION_ARG_STRING, &half, "only this half of the list: a or b", "a|b" },
  { "part", 0, 0, G_OPTION_ARG_STRING, &part, "what a list of single words holds",
    "last|first|middle" },
  { "quiet", 0, 0, G_OPTION_ARG_NONE, &quiet, "without the list of misses", NULL },
  { NULL },
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; i < G_N_ELEMENTS (entry->names); i++)
    g_free (entry->names[i]);
  for (guint i = 0; i < N_CASES; i++)
    g_ptr_array_unref (entry->forms[i]);
  g_free (entry);
}

static Entry *
new_entry (void)
{
  Entry *entry = g_new0 (Entry, 1);

  for (guint i = 0; i < N_CASES; i++)
    entry->forms[i] = g_ptr_array_new_with_free_func (g_free);
  return entry;
}

/* Surname and first name are a word each; the patronymic is what is left. */
static void
split_full (Entry *entry, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 3);
  guint count = g_strv_length (words);

  for (guint i = 0; i < G_N_ELEMENTS (entry->names); i++)
    entry->names[i] = g_strdup (i < count ? words[i] : "");
}

/* «Иванов Иван Ильич#Иванова Ивана Ильича#…»: nominative and the five cases. */
static void
read_full (GPtrArray *entries, const char *line)
{
  g_auto (GStrv) forms = g_strsplit (line, "#", -1);
  Entry *entry;

  if (g_strv_length (forms) != N_CASES)
    return;
  entry = new_entry ();
  split_full (entry, forms[0]);
  for (guint i = 1; i < N_CASES; i++)
    g_ptr_array_add (entry->forms[i], g_strdup (forms[i]));
  g_ptr_array_add (entries, entry);
}

/* «surname TAB first TAB patronymic TAB m|f TAB gen … pre», further right forms after «/». */
static void
read_row (GPtrArray *entries, char **columns)
{
  Entry *entry = new_entry ();

  for (guint i = 0; i < G_N_ELEMENTS (entry->names); i++)
    entry->names[i] = g_strdup (columns[i]);
  entry->sex = *columns[3];
  for (guint i = 1; i < N_CASES; i++)
    {
      g_auto (GStrv) forms = g_strsplit (columns[3 + i], "/", -1);

      for (guint j = 0; forms[j] != NULL; j++)
        g_ptr_array_add (entry->forms[i], g_strdup (forms[j]));
    }
  g_ptr_array_add (entries, entry);
}

/* «lemma TAB word TAB мр,ед,рд»: one form a line; a plural is passed over. */
static void
read_word (GPtrArray *entries, GHashTable *known, char **columns)
{
  static const char *const codes[N_CASES] = { "им", "рд", "дт", "вн", "тв", "пр" };
  g_auto (GStrv) marks = g_strsplit (columns[2], ",", -1);
  gboolean female = g_strv_contains ((const char *const *) marks, "жр");
  g_autofree char *key = NULL;
  Entry *entry;

  if (!g_strv_contains ((const char *const *) marks, "ед"))
    return;
  key = g_strconcat (female ? "f" : "m", columns[0], NULL);
  entry = g_hash_table_lookup (known, key);
  if (entry == NULL)
    {
      guint which = g_strcmp0 (part, "first") == 0 ? 1 : g_strcmp0 (part, "middle") == 0 ? 2 : 0;

      entry = new_entry ();
      for (guint i = 0; i < G_N_ELEMENTS (entry->names); i++)
        entry->names[i] = g_strdup (i == which ? columns[0] : "");
      entry->sex = female ? 'f' : 'm';
      g_hash_table_insert (known, g_steal_pointer (&key), entry);
      g_ptr_array_add (entries, entry);
    }
  for (guint i = 1; i < N_CASES; i++)
    if (g_strv_contains ((const char *const *) marks, codes[i]))
      g_ptr_array_add (entry->forms[i], g_strdup (columns[1]));
}

static GPtrArray *
read_list (const char *path, GError **error)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return entries;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (g_strchomp (lines[i]), "\t", -1);
      guint count = g_strv_length (columns);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (count == 1)
        read_full (entries, lines[i]);
      else if (count == 3)
        read_word (entries, known, columns);
      else if (count == 9)
        read_row (entries, columns);
    }
  return entries;
}

/* The halves are told apart by the whole nominative, so that each entry keeps its own. */
static gboolean
is_in_half (const Entry *entry)
{
  g_autofree char *name =
      g_strdup_printf ("%s %s %s", entry->names[0], entry->names[1], entry->names[2]);
  g_autofree char *folded = nst_russian_fold (name);

  if (half == NULL)
    return TRUE;
  return (g_str_hash (folded) / 7 % 2 == 0) == (*half == 'a');
}

static gboolean
is_right (GPtrArray *forms, const char *made)
{
  g_autofree char *folded = nst_russian_fold (made);

  for (guint i = 0; i < forms->len; i++)
    {
      g_autofree char *right = nst_russian_fold (forms->pdata[i]);

      if (strcmp (folded, right) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
score_entry (NstGrammar *grammar, const Entry *entry, Score *score)
{
  static const char *const words[] = { "sure", "check", "ask" };
  const char sex[2] = { entry->sex, '\0' };

  for (guint i = 1; i < N_CASES; i++)
    {
      NstSureness sureness = NST_SURE;
      g_autofree char *made = NULL;

      if (entry->forms[i]->len == 0)
        continue;
      made = nst_grammar_decline_name (grammar, entry->names[0], entry->names[1], entry->names[2],
                                       entry->sex != 0 ? sex : NULL, (NstCase) i, &sureness);
      score->all[i]++;
      score->by_sureness[sureness]++;
      if (is_right (entry->forms[i], made))
        {
          score->right[i]++;
          continue;
        }
      score->missed_sure += sureness == NST_SURE ? 1 : 0;
      if (!quiet)
        printf ("%s\t%s %s %s\t%s\t%s\t%s\n", case_names[i], entry->names[0], entry->names[1],
                entry->names[2], made, (char *) entry->forms[i]->pdata[0], words[sureness]);
    }
}

static void
print_score (const Score *score)
{
  guint right = 0;
  guint all = 0;

  for (guint i = 1; i < N_CASES; i++)
    {
      right += score->right[i];
      all += score->all[i];
      printf ("%s: %u of %u, %.2f %%\n", case_names[i], score->right[i], score->all[i],
              score->all[i] > 0 ? 100.0 * score->right[i] / score->all[i] : 0.0);
    }
  printf ("all: %u of %u, %.2f %%; sure %u (of these wrong %u), check %u, ask %u\n", right, all,
          all > 0 ? 100.0 * right / all : 0.0, score->by_sureness[NST_SURE], score->missed_sure,
          score->by_sureness[NST_CHECK], score->by_sureness[NST_ASK]);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("LIST…");
  g_autoptr (NstGrammar) grammar = NULL;
  g_autoptr (GError) error = NULL;
  Score score = { { 0 } };

  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2)
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "name a list");
      return 2;
    }
  grammar = nst_grammar_new (&error);
  for (int i = 1; grammar != NULL && i < argc; i++)
    {
      g_autoptr (GPtrArray) entries = read_list (argv[i], &error);

      for (guint j = 0; error == NULL && j < entries->len; j++)
        if (is_in_half (entries->pdata[j]))
          score_entry (grammar, entries->pdata[j], &score);
    }
  if (error != NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 4;
    }
  print_score (&score);
  return 0;
}
