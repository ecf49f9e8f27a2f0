/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Broken and hostile packs of tests/data: every fault by file, line and words. */
#include "config.h"

#include "scheme/nst-pack-grammar.h"
#include "scheme/nst-pack-parser.h"
#include "scheme/nst-pack-words.h"
#include "scheme/nst-scheme-loader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "tests/data/broken-packs"
#define HEAD "<scheme id='own' version='1' subject-kind='TEAM'>\n<title>Т</title>\n"

static char *
dup_source (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), name, NULL);
}

static GPtrArray *
check (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *faults = nst_scheme_check_path (path, &error);

  g_assert_no_error (error);
  return faults;
}

/* Lines "name\tfile:line\twords" of one pack, in the order of the faults. */
static GStrv
dup_expected (const char *name)
{
  g_autofree char *path = dup_source (FOLDER "/expected.tsv");
  g_autofree char *text = NULL;
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name) && lines[i][strlen (name)] == '\t')
      g_strv_builder_add (found, lines[i] + strlen (name) + 1);
  return g_strv_builder_end (found);
}

static void
test_pack (gconstpointer data)
{
  const char *name = data;
  g_autofree char *root = dup_source (FOLDER);
  g_autofree char *path = g_build_filename (root, name, NULL);
  g_autoptr (GPtrArray) faults = check (path);
  g_auto (GStrv) expected = dup_expected (name);

  g_assert_cmpuint (g_strv_length (expected), >, 0);
  for (guint i = 0; i < faults->len; i++)
    {
      const NstFault *fault = faults->pdata[i];
      g_autofree char *found = g_strdup_printf ("%s:%d\t%s", fault->file + strlen (root) + 1,
                                                fault->line, fault->message);

      g_assert_true (g_str_has_prefix (fault->file, root));
      g_assert_cmpstr (found, ==, expected[i]);
      g_assert_cmpuint (strlen (fault->remedy), >, 0);
    }
  g_assert_cmpuint (faults->len, ==, g_strv_length (expected));
}

static char *
make_dir (const char *text, gssize length)
{
  g_autofree char *parent = g_dir_make_tmp ("packs-XXXXXX", NULL);
  g_autofree char *file = NULL;
  char *dir = g_build_filename (parent, "own", NULL);

  g_assert_cmpint (g_mkdir (dir, 0700), ==, 0);
  file = g_build_filename (dir, "scheme.xml", NULL);
  g_assert_true (g_file_set_contents (file, text, length, NULL));
  return dir;
}

static void
remove_dir (const char *dir, ...)
{
  g_autofree char *parent = g_path_get_dirname (dir);
  va_list names;
  const char *name;

  va_start (names, dir);
  while ((name = va_arg (names, const char *)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  va_end (names);
  g_rmdir (dir);
  g_rmdir (parent);
}

static void
assert_fault (GPtrArray *faults, guint position, const char *end, int line, const char *words)
{
  const NstFault *fault;

  g_assert_cmpuint (faults->len, >, position);
  fault = faults->pdata[position];
  if (!g_str_has_suffix (fault->file, end) || fault->line != line ||
      strstr (fault->message, words) == NULL)
    g_error ("%s:%d: %s", fault->file, fault->line, fault->message);
}

/* A file of 5 MiB is not read at all, whether it is the pack or a part of it. */
static void
test_five_mebibytes (void)
{
  gsize size = 5 * 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  g_autofree char *dir = NULL;
  g_autofree char *part = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) more = NULL;

  memset (text, ' ', size);
  memcpy (text, HEAD, strlen (HEAD));
  dir = make_dir (text, (gssize) size);
  faults = check (dir);
  g_assert_cmpuint (faults->len, ==, 1);
  assert_fault (faults, 0, "own/scheme.xml", 0, "larger than 4 MiB");
  file = g_build_filename (dir, "scheme.xml", NULL);
  part = g_build_filename (dir, "big.xml", NULL);
  g_assert_true (g_file_set_contents (part, text, (gssize) size, NULL));
  g_assert_true (
      g_file_set_contents (file, HEAD "<include file='big.xml'/>\n</scheme>", -1, NULL));
  more = check (dir);
  g_assert_cmpuint (more->len, ==, 1);
  assert_fault (more, 0, "own/scheme.xml", 3, "“big.xml” cannot be read");
  remove_dir (dir, "scheme.xml", "big.xml", NULL);
}

/* Nearly 4 MiB of right and of wrong entries: told in time that a person waits. */
static void
test_many_entries (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<limits>\n");
  gint64 start;

  for (guint i = 0; text->len < 3900 * 1024; i++)
    g_string_append_printf (text, "<limit key='k%u' value='1' unit='x'/>\n", i);
  g_string_append (text, "</limits>\n</scheme>");
  {
    g_autofree char *dir = make_dir (text->str, (gssize) text->len);
    g_autoptr (GPtrArray) faults = NULL;

    start = g_get_monotonic_time ();
    faults = check (dir);
    g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
    assert_fault (faults, 0, "own/scheme.xml", 4, "“unit”");
    remove_dir (dir, "scheme.xml", NULL);
  }
}

/* A link may not lead out of the folder, neither as a file nor as a folder on the way. */
static void
test_links (void)
{
  g_autofree char *dir =
      make_dir (HEAD "<include file='link.xml'/>\n<include file='parts/scheme.xml'/>\n</scheme>",
                -1);
  g_autofree char *link = g_build_filename (dir, "link.xml", NULL);
  g_autofree char *parts = g_build_filename (dir, "parts", NULL);
  g_autofree char *outside = dup_source (FOLDER "/part-twice");
  g_autofree char *file = g_build_filename (outside, "scheme.xml", NULL);
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_cmpint (symlink (file, link), ==, 0);
  g_assert_cmpint (symlink (outside, parts), ==, 0);
  faults = check (dir);
  g_assert_cmpuint (faults->len, ==, 2);
  assert_fault (faults, 0, "own/scheme.xml", 3, "“link.xml” cannot be read");
  assert_fault (faults, 1, "own/scheme.xml", 4, "“parts/scheme.xml” cannot be read");
  remove_dir (dir, "scheme.xml", "link.xml", "parts", NULL);
}

static void
assert_found (xmlDoc *doc, const char *words)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
  gboolean found = FALSE;

  g_assert_false (nst_pack_grammar_check (doc, "file", FALSE, faults));
  for (guint i = 0; i < faults->len; i++)
    {
      const NstFault *fault = faults->pdata[i];

      found = found || strstr (fault->message, words) != NULL;
      g_assert_cmpint (fault->line, >, 0);
    }
  if (!found)
    g_error ("nobody saw %s", words);
}

/* Every element and attribute of a right file, misspelt: the words name it, never libxml2. */
static void
misspell (xmlDoc *doc, xmlNode *node)
{
  for (xmlAttr *attr = node->properties; attr != NULL; attr = attr->next)
    {
      const xmlChar *name = attr->name;

      attr->name = BAD_CAST "attributte";
      assert_found (doc, "unknown attribute “attributte”");
      attr->name = name;
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        const xmlChar *name = child->name;

        child->name = BAD_CAST "ellement";
        assert_found (doc, "unknown element <ellement>");
        child->name = name;
        misspell (doc, child);
      }
}

static void
test_misspelt (gconstpointer data)
{
  g_autofree char *path = dup_source ((const char *) data);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_fault_free);
  gsize size;
  xmlDoc *doc;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  bytes = g_bytes_new_take (g_steal_pointer (&text), size);
  doc = nst_pack_parse (bytes, path, faults);
  g_assert_nonnull (doc);
  g_assert_true (nst_pack_grammar_check (doc, path, FALSE, faults));
  misspell (doc, xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);
}

/* A type of the grammar has words, or lists its values. */
static void
test_words_of_types (void)
{
  g_autofree char *path = dup_source ("data/schemes/pack.rng");
  xmlDoc *doc = xmlReadFile (path, NULL, 0);
  guint n = 0;

  g_assert_nonnull (doc);
  for (xmlNode *node = xmlDocGetRootElement (doc)->children; node != NULL; node = node->next)
    {
      g_autofree char *copy = NULL;
      xmlChar *name = node->type == XML_ELEMENT_NODE ? xmlGetProp (node, BAD_CAST "name") : NULL;
      xmlNode *inside = xmlFirstElementChild (node);

      copy = g_strdup ((const char *) name);
      xmlFree (name);
      if (copy == NULL || !g_str_has_suffix (copy, ".type"))
        continue;
      n++;
      if (strcmp ((const char *) inside->name, "data") == 0 &&
          nst_pack_words_of_type (copy) == NULL)
        g_error ("%s has no words", copy);
    }
  g_assert_cmpuint (n, >=, 14);
  xmlFreeDoc (doc);
}

/* The packs of the program are in order, by the same checks. */
static void
test_own_packs (void)
{
  g_autofree char *path = dup_source ("data/schemes");
  g_autoptr (GPtrArray) faults = check (path);

  for (guint i = 0; i < faults->len; i++)
    {
      const NstFault *fault = faults->pdata[i];

      g_error ("%s:%d: %s", fault->file, fault->line, fault->message);
    }
}

static void
add_packs (void)
{
  g_autofree char *root = dup_source (FOLDER);
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (root, name, NULL);
      g_autofree char *test = g_strconcat ("/broken-packs/", name, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        continue;
      n++;
      g_test_add_data_func_full (test, g_strdup (name), test_pack, g_free);
    }
  g_assert_cmpuint (n, >=, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  add_packs ();
  g_test_add_func ("/broken-packs/five-mebibytes", test_five_mebibytes);
  g_test_add_func ("/broken-packs/many-entries", test_many_entries);
  g_test_add_func ("/broken-packs/links", test_links);
  g_test_add_data_func ("/broken-packs/misspelt/note",
                        "data/schemes/volgograd-mentoring/documents/note.xml", test_misspelt);
  g_test_add_data_func ("/broken-packs/misspelt/plan", "data/schemes/dubovka-mentoring/plan.xml",
                        test_misspelt);
  g_test_add_data_func ("/broken-packs/misspelt/life-cycles",
                        "data/schemes/dubovka-mentoring/life-cycles.xml", test_misspelt);
  g_test_add_func ("/broken-packs/words-of-types", test_words_of_types);
  g_test_add_func ("/broken-packs/own-packs", test_own_packs);
  return g_test_run ();
}
