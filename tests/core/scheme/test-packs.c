/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What packs take over from each other, and faults by file and line. */
#include "config.h"

#include "scheme/nst-scheme-loader.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "<scheme id='own' version='1' subject-kind='TEAM'>\n<title>Т</title>\n"
#define TAIL "</scheme>\n"

typedef struct
{
  char *dir;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->dir = g_dir_make_tmp ("scheme-XXXXXX", NULL);
  g_assert_nonnull (f->dir);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  remove_tree (f->dir);
  g_free (f->dir);
}

static void
put (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static GPtrArray *
check (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->dir, name, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *faults = nst_scheme_check_path (path, &error);

  g_assert_no_error (error);
  return faults;
}

typedef struct
{
  const char *name;
  const char *text;
  int line;
  const char *words;
} Broken;

/* One thing is wrong in each; line 3 is the first after the head. */
static const Broken broken[] = {
  { "unknown-element", HEAD "<colours/>\n" TAIL, 3, "<colours>" },
  { "unknown-attribute", HEAD "<limits><limit key='a' value='1' unit='d'/></limits>\n" TAIL, 3,
    "unit" },
  { "no-subject", "<scheme id='own' version='1'>\n<title>Т</title>\n</scheme>", 1,
    "subject-kind" },
  { "no-title", "<scheme id='own' version='1' subject-kind='TEAM'/>", 1, "<title>" },
  { "missing-code",
    HEAD "<catalogues><catalogue name='form'>\n<entry title='x'/>\n"
         "</catalogue></catalogues>\n" TAIL,
    4, "code" },
  { "twice",
    HEAD "<limits>\n<limit key='a' value='1'/>\n<limit key='a' value='2'/>\n"
         "</limits>\n" TAIL,
    5, "a" },
  { "unknown-form",
    HEAD "<plan anchor='2021-12'>\n<stage code='I' title='Э' due='ноябрь 2021 г.'>"
         "\n<activity due='Ноябрь 2021 г.' responsible='К' forms='NO_FORM'>"
         "<title>М</title></activity></stage></plan>\n" TAIL,
    5, "NO_FORM" },
  { "unknown-role",
    HEAD "<plan anchor='2021-12'>\n<stage code='I' title='Э' due='ноябрь 2021 г.'>"
         "\n<activity due='Ноябрь 2021 г.' responsible='К' roles='NO_ROLE'>"
         "<title>М</title></activity></stage></plan>\n" TAIL,
    5, "NO_ROLE" },
  { "unclear-due",
    HEAD "<plan anchor='2021-12'>\n<stage code='I' title='Э' due='ноябрь 2021 г.'>"
         "\n<activity due='когда-нибудь' responsible='К'>"
         "<title>М</title></activity></stage></plan>\n" TAIL,
    5, "когда-нибудь" },
  { "wrong-offsets",
    HEAD "<plan anchor='2021-12'>\n<stage code='I' title='Э' due='ноябрь 2021 г.'>"
         "\n<activity due='Ноябрь 2021 г.' offsets='1' responsible='К'>"
         "<title>М</title></activity></stage></plan>\n" TAIL,
    5, "“1”" },
  { "unknown-state",
    HEAD "<life-cycles><life-cycle kind='team'>\n<step code='s' title='С' done='С' "
         "from='NOWHERE'/>\n</life-cycle></life-cycles>\n" TAIL,
    4, "NOWHERE" },
  { "unknown-guard",
    HEAD "<life-cycles><life-cycle kind='team'>\n<step code='s' title='С' done='С' "
         "guards='R999'/>\n</life-cycle></life-cycles>\n" TAIL,
    4, "R999" },
  { "unknown-field",
    HEAD "<life-cycles><life-cycle kind='team'>\n<step code='s' title='С' done='С' "
         "date-field='born_on'/>\n</life-cycle></life-cycles>\n" TAIL,
    4, "born_on" },
  { "unknown-operation",
    HEAD "<life-cycles><life-cycle kind='team'>\n<step code='s' title='С' "
         "done='С' operation='fly'/>\n</life-cycle></life-cycles>\n" TAIL,
    4, "fly" },
  { "unknown-condition",
    HEAD "<life-cycles><life-cycle kind='team'>\n<computed to='DRAFT' "
         "when='maybe'/>\n</life-cycle></life-cycles>\n" TAIL,
    4, "maybe" },
  { "circle",
    HEAD "<life-cycles><life-cycle kind='group'>\n<computed to='BOUND' "
         "when='group:FORMED'/>\n</life-cycle></life-cycles>\n" TAIL,
    4, "group:FORMED" },
  { "unknown-kind", HEAD "<life-cycles>\n<life-cycle kind='planet'/>\n</life-cycles>\n" TAIL, 4,
    "planet" },
  { "unknown-level",
    HEAD "<rules>\n<rule number='R1' level='fatal' kind='team' paragraph='п. 1'>"
         "<text>Т</text><remedy>Р</remedy></rule></rules>\n" TAIL,
    4, "fatal" },
  { "unknown-pack", HEAD "<extends pack='nobody'/>\n" TAIL, 3, "nobody" },
  { "extends-itself", HEAD "<extends pack='own'/>\n" TAIL, 3, "own" },
  { "take-nothing",
    HEAD "<extends pack='volgograd-mentoring'>\n<take part='limits' "
         "codes='no.such'/>\n</extends>\n" TAIL,
    4, "no.such" },
  { "doctype", "<!DOCTYPE scheme [<!ENTITY a 'b'>]>\n" HEAD TAIL, 1, "DOCTYPE" },
  { "not-xml", HEAD "<limits>\n</scheme>\n", 4, "XML" },
  { "another-root", "<book/>", 1, "<scheme>" },
  { "outside", HEAD "<include file='../secret.xml'/>\n" TAIL, 3, "../secret.xml" },
  { "no-file", HEAD "<include file='parts/none.xml'/>\n" TAIL, 3, "parts/none.xml" },
};

static void
test_broken (Fixture *f, gconstpointer data)
{
  const Broken *pack = data;
  g_autoptr (GPtrArray) faults = NULL;
  const NstFault *fault;
  g_autofree char *all = NULL;

  put (f, "own/scheme.xml", pack->text);
  faults = check (f, "own");
  g_assert_cmpuint (faults->len, ==, 1);
  fault = faults->pdata[0];
  all = g_strconcat (fault->message, "\n", fault->remedy, NULL);
  g_assert_true (g_str_has_suffix (fault->file, "own/scheme.xml"));
  g_assert_cmpint (fault->line, ==, pack->line);
  if (strstr (all, pack->words) == NULL)
    g_error ("“%s” is not in “%s”", pack->words, all);
  g_assert_cmpuint (strlen (fault->remedy), >, 0);
}

/* A fault in a further file is told by that file and its own line. */
static void
test_fault_in_include (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) faults = NULL;
  const NstFault *fault;

  put (f, "own/scheme.xml", HEAD "<include file='parts/limits.xml'/>\n" TAIL);
  put (f, "own/parts/limits.xml", "<limits>\n\n\n\n\n<limit key='a'/>\n</limits>\n");
  faults = check (f, "own");
  g_assert_cmpuint (faults->len, ==, 1);
  fault = faults->pdata[0];
  g_assert_true (g_str_has_suffix (fault->file, "own/parts/limits.xml"));
  g_assert_cmpint (fault->line, ==, 6);
}

/* A file that includes itself ends with a fault, not with the memory. */
static void
test_include_circle (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) faults = NULL;

  put (f, "own/scheme.xml", HEAD "<include file='limits.xml'/>\n" TAIL);
  put (f, "own/limits.xml", "<limits><include file='limits.xml'/></limits>");
  faults = check (f, "own");
  g_assert_cmpuint (faults->len, >, 0);
}

static void
test_folder_name (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) faults = NULL;

  put (f, "another/scheme.xml", HEAD TAIL);
  faults = check (f, "another");
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (((NstFault *) faults->pdata[0])->message, "another"));
}

/* Two packs that extend each other. */
static void
test_extends_circle (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) faults = NULL;

  put (f, "own/scheme.xml", HEAD "<extends pack='other'/>\n" TAIL);
  put (f, "other/scheme.xml",
       "<scheme id='other' version='1' subject-kind='TEAM'>\n"
       "<title>Д</title>\n<extends pack='own'/>\n</scheme>");
  faults = check (f, "own");
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (g_str_has_suffix (((NstFault *) faults->pdata[0])->file, "other/scheme.xml"));
}

static GBytes *
lookup_base (const char *id, gpointer user_data G_GNUC_UNUSED)
{
  static const char text[] =
      "<scheme id='base' version='1' subject-kind='TEAM'><title>О</title>"
      "<catalogues><catalogue name='form'><entry code='A' title='а'/>"
      "<entry code='B' title='б'/><entry code='C' title='в'/></catalogue></catalogues>"
      "<limits><limit key='near.one' value='1'/><limit key='near.two' value='2'/>"
      "<limit key='far' value='3'/></limits>"
      "<texts><text key='t'>слова</text></texts></scheme>";

  return g_strcmp0 (id, "base") == 0 ? g_bytes_new_static (text, strlen (text)) : NULL;
}

static NstScheme *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  NstScheme *scheme = nst_scheme_load (bytes, "own.xml", lookup_base, NULL, NULL, &error);

  g_assert_no_error (error);
  return scheme;
}

/* What is not named is not there; an own entry with the same code replaces (DOMAIN 7). */
static void
test_extends (void)
{
  g_autoptr (NstScheme) scheme =
      load (HEAD "<extends pack='base'><take part='limits' codes='near.*'/>"
                 "<take catalogue='form' codes='A B'/></extends>"
                 "<catalogues><catalogue name='form'><entry code='B' title='своё'/>"
                 "<entry code='D' title='г'/></catalogue></catalogues>"
                 "<limits><limit key='near.two' value='22'/></limits>" TAIL);
  NstCatalogue *forms = nst_scheme_get_catalogue (scheme, "form");

  g_assert_cmpstr (nst_scheme_get_limit (scheme, "near.one"), ==, "1");
  g_assert_cmpstr (nst_scheme_get_limit (scheme, "near.two"), ==, "22");
  g_assert_null (nst_scheme_get_limit (scheme, "far"));
  g_assert_null (nst_scheme_get_text (scheme, "t"));
  g_assert_cmpuint (nst_catalogue_get_size (forms), ==, 3);
  g_assert_cmpstr (nst_catalogue_get_nth (forms, 0)->code, ==, "A");
  g_assert_cmpstr (nst_catalogue_get_nth (forms, 1)->title, ==, "своё");
  g_assert_cmpstr (nst_catalogue_get_nth (forms, 2)->code, ==, "D");
  g_assert_null (nst_catalogue_find (forms, "C"));
}

static void
test_extends_whole_part (void)
{
  g_autoptr (NstScheme) scheme =
      load (HEAD "<extends pack='base'><take part='limits'/><take part='texts'/></extends>" TAIL);

  g_assert_cmpstr (nst_scheme_get_limit (scheme, "far"), ==, "3");
  g_assert_cmpstr (nst_scheme_get_text (scheme, "t"), ==, "слова");
  g_assert_cmpuint (nst_catalogue_get_size (nst_scheme_get_catalogue (scheme, "form")), ==, 0);
}

/* An own state joins the built-in ones and says what it counts as. */
static void
test_own_state (void)
{
  g_autoptr (NstScheme) scheme =
      load (HEAD "<life-cycles><life-cycle kind='team'><state code='ON_HOLD' title='Ждёт' "
                 "tone='waiting' counts-as='REGISTERED'/></life-cycle></life-cycles>" TAIL);
  NstLifeCycle *cycle = nst_scheme_get_life_cycle (scheme, "team");

  g_assert_cmpuint (nst_life_cycle_get_states (cycle)->len, ==, 7);
  g_assert_cmpstr (nst_life_cycle_find_state (cycle, "ON_HOLD")->counts_as, ==, "REGISTERED");
  g_assert_nonnull (
      nst_catalogue_find (nst_scheme_get_catalogue (scheme, "team-state"), "ON_HOLD"));
}

/* Loading refuses with the first fault and tells all of them. */
static void
test_load_faults (void)
{
  static const char text[] =
      HEAD "<limits>\n<limit key='a'/>\n<limit value='1'/>\n</limits>" TAIL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (nst_scheme_load (bytes, "own.xml", NULL, NULL, &faults, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "own.xml:4:"));
  g_assert_cmpuint (faults->len, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/scheme/broken/", broken[i].name, NULL);

      g_test_add (path, Fixture, &broken[i], set_up, test_broken, tear_down);
    }
  g_test_add ("/scheme/fault-in-include", Fixture, NULL, set_up, test_fault_in_include,
              tear_down);
  g_test_add ("/scheme/include-circle", Fixture, NULL, set_up, test_include_circle, tear_down);
  g_test_add ("/scheme/folder-name", Fixture, NULL, set_up, test_folder_name, tear_down);
  g_test_add ("/scheme/extends-circle", Fixture, NULL, set_up, test_extends_circle, tear_down);
  g_test_add_func ("/scheme/extends", test_extends);
  g_test_add_func ("/scheme/extends-whole-part", test_extends_whole_part);
  g_test_add_func ("/scheme/own-state", test_own_state);
  g_test_add_func ("/scheme/load-faults", test_load_faults);
  return g_test_run ();
}
