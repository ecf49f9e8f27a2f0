/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full names in all cases: tests/data/names.tsv, of whose forms 99.5 % must come out right. */
#include "config.h"

#include "text/nst-grammar.h"

#include <string.h>

/* surname, first name, patronymic, sex, then the cases from the genitive on */
#define N_COLUMNS 9
#define FIRST_FORM 4
#define N_CASES 5
#define LEAST_NAMES 400

static const char *const case_names[N_CASES] = { "gen", "dat", "acc", "ins", "pre" };

/* Counts in @wrong; each miss is told. */
static void
check_row (NstGrammar *grammar, char **columns, guint *wrong)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_auto (GStrv) right = g_strsplit (columns[FIRST_FORM + i], "/", -1);
      NstSureness sureness = NST_SURE;
      g_autofree char *form =
          nst_grammar_decline_name (grammar, columns[0], columns[1], columns[2], columns[3],
                                    (NstCase) (NST_CASE_GEN + i), &sureness);

      if (g_strv_contains ((const char *const *) right, form))
        continue;
      (*wrong)++;
      g_test_message ("%s: %s, not %s", case_names[i], form, columns[FIRST_FORM + i]);
      /* What is called sure is printed unseen. */
      g_assert_cmpint (sureness, !=, NST_SURE);
    }
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstGrammar) grammar = nst_grammar_new (&error);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tests", "data", "names.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint names = 0;
  guint wrong = 0;

  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
      check_row (grammar, columns, &wrong);
      names++;
    }
  g_test_message ("%u names, %u of %u forms wrong", names, wrong, names * N_CASES);
  g_assert_cmpuint (names, >=, LEAST_NAMES);
  g_assert_cmpuint (wrong * 1000, <=, names * N_CASES * 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/names/list", test_list);
  return g_test_run ();
}
