/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posts in cases (DOCUMENTS 15.6), and files of rules with faults. */
#include "config.h"

#include "text/nst-grammar.h"

#include "model/nst-error.h"

#include <glib/gstdio.h>
#include <string.h>

/* A post and its genitive, dative, accusative and instrumental. */
static const char *const posts[][5] = {
  { "директор", "директора", "директору", "директора", "директором" },
  { "Директор", "Директора", "Директору", "Директора", "Директором" },
  { "исполняющий обязанности директора", "исполняющего обязанности директора",
    "исполняющему обязанности директора", "исполняющего обязанности директора",
    "исполняющим обязанности директора" },
  { "и. о. директора", "и. о. директора", "и. о. директора", "и. о. директора",
    "и. о. директора" },
  { "заместитель директора по воспитательной работе",
    "заместителя директора по воспитательной работе",
    "заместителю директора по воспитательной работе",
    "заместителя директора по воспитательной работе",
    "заместителем директора по воспитательной работе" },
  { "заведующий детским садом", "заведующего детским садом", "заведующему детским садом",
    "заведующего детским садом", "заведующим детским садом" },
  { "заведующая детским садом", "заведующей детским садом", "заведующей детским садом",
    "заведующую детским садом", "заведующей детским садом" },
  { "ректор", "ректора", "ректору", "ректора", "ректором" },
  { "проректор", "проректора", "проректору", "проректора", "проректором" },
  { "методист", "методиста", "методисту", "методиста", "методистом" },
  { "специалист ВГАПО", "специалиста ВГАПО", "специалисту ВГАПО", "специалиста ВГАПО",
    "специалистом ВГАПО" },
  { "координатор", "координатора", "координатору", "координатора", "координатором" },
  { "советник директора", "советника директора", "советнику директора", "советника директора",
    "советником директора" },
  { "заместитель начальника отдела по образованию",
    "заместителя начальника отдела по образованию",
    "заместителю начальника отдела по образованию",
    "заместителя начальника отдела по образованию",
    "заместителем начальника отдела по образованию" },
  { "начальник отдела", "начальника отдела", "начальнику отдела", "начальника отдела",
    "начальником отдела" },
  { "руководитель структурного подразделения", "руководителя структурного подразделения",
    "руководителю структурного подразделения", "руководителя структурного подразделения",
    "руководителем структурного подразделения" },
  { "председатель комитета", "председателя комитета", "председателю комитета",
    "председателя комитета", "председателем комитета" },
  { "учитель", "учителя", "учителю", "учителя", "учителем" },
  { "преподаватель", "преподавателя", "преподавателю", "преподавателя", "преподавателем" },
  { "старший методист", "старшего методиста", "старшему методисту", "старшего методиста",
    "старшим методистом" },
  { "главный специалист", "главного специалиста", "главному специалисту", "главного специалиста",
    "главным специалистом" },
  { "социальный педагог", "социального педагога", "социальному педагогу", "социального педагога",
    "социальным педагогом" },
  { "педагог-психолог", "педагога-психолога", "педагогу-психологу", "педагога-психолога",
    "педагогом-психологом" },
  { "учитель-логопед", "учителя-логопеда", "учителю-логопеду", "учителя-логопеда",
    "учителем-логопедом" },
  { "педагог дополнительного образования", "педагога дополнительного образования",
    "педагогу дополнительного образования", "педагога дополнительного образования",
    "педагогом дополнительного образования" },
  /* the people of DOMAIN 17 */
  { "Директор учреждения, руководитель группы", "Директора учреждения, руководителя группы",
    "Директору учреждения, руководителю группы", "Директора учреждения, руководителя группы",
    "Директором учреждения, руководителем группы" },
  { "Методист, контактное лицо", "Методиста, контактного лица", "Методисту, контактному лицу",
    "Методиста, контактное лицо", "Методистом, контактным лицом" },
  { "Ответственная за воспитательную работу, контактное лицо",
    "Ответственной за воспитательную работу, контактного лица",
    "Ответственной за воспитательную работу, контактному лицу",
    "Ответственную за воспитательную работу, контактное лицо",
    "Ответственной за воспитательную работу, контактным лицом" },
  { "ответственный секретарь", "ответственного секретаря", "ответственному секретарю",
    "ответственного секретаря", "ответственным секретарем" },
  { "вице-президент", "вице-президента", "вице-президенту", "вице-президента",
    "вице-президентом" },
};

static void
test_posts (void)
{
  static const NstCase cases[] = { NST_CASE_GEN, NST_CASE_DAT, NST_CASE_ACC, NST_CASE_INS };
  g_autoptr (GError) error = NULL;
  g_autoptr (NstGrammar) grammar = nst_grammar_new (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
      {
        NstSureness sureness;
        g_autofree char *form =
            nst_grammar_decline_post (grammar, posts[i][0], cases[c], &sureness);

        g_assert_cmpstr (form, ==, posts[i][c + 1]);
        g_assert_cmpint (sureness, ==, strchr (posts[i][0], ',') ? NST_CHECK : NST_SURE);
      }
}

/* No guess for an unknown post. */
static void
test_unknown (void)
{
  static const char *const unknown[] = { "смотритель маяка", "главный смотритель", "",
                                         "ответственный педагог-чтец ныне", "педагог-чтец" };
  g_autoptr (NstGrammar) grammar = nst_grammar_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      NstSureness sureness;
      g_autofree char *form =
          nst_grammar_decline_post (grammar, unknown[i], NST_CASE_GEN, &sureness);

      if (g_str_has_prefix (unknown[i], "ответственный"))
        {
          g_assert_cmpstr (form, ==, "ответственного педагог-чтец ныне");
          continue;
        }
      g_assert_cmpstr (form, ==, unknown[i]);
      g_assert_cmpint (sureness, ==, NST_ASK);
    }
}

/* A dash between two nouns is shown to a person. */
static void
test_dash (void)
{
  g_autoptr (NstGrammar) grammar = nst_grammar_new (NULL);
  NstSureness sureness;
  g_autofree char *form =
      nst_grammar_decline_post (grammar, "педагог - психолог", NST_CASE_GEN, &sureness);

  g_assert_nonnull (form);
  g_assert_cmpint (sureness, ==, NST_CHECK);
}

static void
write_file (const char *dir, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
remove_file (const char *dir, const char *name)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* A fault is told with its file and line; nothing is half read. */
static void
test_faults (void)
{
  static const char *const faults[] = {
    "-ов m 0а 0у 0а 0ым sure",
    "-ов x 0а 0у 0а 0ым 0е sure",
    "-ов m а 0у 0а 0ым 0е sure",
    "-ов m 0а 0у 0а 0ым 0е surely",
    "ов m 0а 0у 0а 0ым 0е sure",
    "= m 0а 0у 0а 0ым 0е sure",
    "=ов,, m 0а 0у 0а 0ым 0е sure",
    "known m",
    "sex * -ич",
    "-ов m 10а 0у 0а 0ым 0е sure",
    "sex m ич",
  };
  g_autofree char *dir = g_dir_make_tmp ("grammar-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("# one\n\n%s\n", faults[i]);
      g_autoptr (NstGrammar) grammar = NULL;

      write_file (dir, "last.rules", text);
      grammar = nst_grammar_new_from_path (dir, &error);
      g_assert_null (grammar);
      g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "last.rules"));
      g_assert_nonnull (strstr (error->message, "3"));
    }
  remove_file (dir, "last.rules");
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

/* A folder without the files, and a file that is no text. */
static void
test_unreadable (void)
{
  g_autofree char *dir = g_dir_make_tmp ("grammar-XXXXXX", NULL);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) binary = NULL;
  g_autoptr (NstGrammar) none = nst_grammar_new_from_path (dir, &missing);
  g_autoptr (NstGrammar) odd = NULL;

  g_assert_null (none);
  g_assert_error (missing, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  write_file (dir, "last.rules", "\377\376");
  odd = nst_grammar_new_from_path (dir, &binary);
  g_assert_null (odd);
  g_assert_error (binary, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
  remove_file (dir, "last.rules");
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/text/posts/forms", test_posts);
  g_test_add_func ("/text/posts/unknown", test_unknown);
  g_test_add_func ("/text/posts/dash", test_dash);
  g_test_add_func ("/text/posts/faults", test_faults);
  g_test_add_func ("/text/posts/unreadable", test_unreadable);
  return g_test_run ();
}
