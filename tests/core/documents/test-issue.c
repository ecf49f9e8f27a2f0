/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document leaves the house: numbered, frozen, kept and superseded (DOMAIN 4.31). */
#include "config.h"

#include "documents/nst-document-code.h"
#include "documents/nst-documents.h"
#include "model/nst-error.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *dir;
  NstOffice *office;
  NstRecord *agreement;
  NstRecord *school;
} Fixture;

static NstRecord *
add_team (NstChange *change, const char *name, const char *role)
{
  g_autoptr (NstRecord) organisation =
      nst_change_add (change, "organisation", "full_name", name, "kind", "SCHOOL", "gram_gender",
                      "n", NULL);
  g_autoptr (NstRecord) director =
      nst_change_add (change, "person", "last", "Лугова", "first", "Ирина", "middle", "Денисовна",
                      "sex", "f", "post", "директор", NULL);
  NstRecord *team = nst_change_add (change, "team", "role", role, NULL);

  nst_change_set_ref (change, organisation, "director", director);
  nst_change_set_ref (change, team, "organisation", organisation);
  return team;
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const schemes[] = { "dubovka-mentoring", NULL };
  g_autoptr (NstClock) clock = NULL;
  g_autoptr (NstChange) change = nst_change_new ("Add");
  g_autoptr (NstRecord) experienced = NULL;
  g_autoptr (NstRecord) developing = NULL;
  g_autoptr (NstRecord) operator= NULL;
  g_autoptr (NstRecord) group = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 19, G_DATE_NOVEMBER, 2021);
  clock = nst_clock_new_fixed (&today);
  f->dir = g_dir_make_tmp ("nst-issue-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (f->dir, "office.nst", NULL);
  f->office = nst_office_create (path, schemes, "OPERATOR", "Проба", clock, &error);
  g_assert_no_error (error);
  experienced = add_team (change, "Школа № 1", "EXPERIENCED");
  developing = add_team (change, "Школа № 2", "DEVELOPING");
  operator=
      nst_change_add (change, "organisation", "full_name", "Академия", "kind", "OPERATOR", NULL);
  group = nst_change_add (change, "group", "number", "7", NULL);
  f->agreement =
      nst_change_add (change, "agreement", "number", "7/1", "date", "2021-11-19", "start",
                      "2022-01-01", "end", "2022-12-31", "state", "DRAFTED", NULL);
  nst_change_set_ref (change, f->agreement, "group", group);
  nst_change_set_ref (change, f->agreement, "experienced", experienced);
  nst_change_set_ref (change, f->agreement, "developing", developing);
  nst_change_set_ref (change, f->agreement, "operator", operator);
  nst_store_apply (nst_office_get_store (f->office), change, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&f->agreement);
  g_assert_finalize_object (f->office);
  remove_tree (f->dir);
  g_free (f->dir);
}

/* The second version takes the place of the first; both give back what was printed. */
static void
test_issue_twice (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstRecord) first = nst_documents_issue (f->office, f->agreement, "D3", &error);
  g_autoptr (NstRecord) second = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GBytes) again = NULL;
  const char *text;

  g_assert_no_error (error);
  g_assert_cmpstr (nst_record_get_text (first, "state"), ==, "ISSUED");
  g_assert_cmpstr (nst_record_get_text (first, "number"), ==, "7/1");
  g_assert_cmpstr (nst_record_get_text (first, "date"), ==, "2021-11-19");
  g_assert_cmpstr (nst_record_get_text (first, "form"), ==, "D3");
  g_assert_cmpint (nst_record_get_int (first, "version"), ==, 1);
  g_assert_cmpint (nst_record_get_int (first, "pages"), >=, 4);
  g_assert_true (nst_document_code_check (nst_record_get_text (first, "code")));
  text = nst_record_get_text (first, "data");
  g_assert_nonnull (strstr (text, "<field name=\"agreement.number\">7/1</field>"));
  kept = nst_documents_get_issued (f->office, first, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (kept, NULL), "%PDF-"));

  second = nst_documents_issue (f->office, f->agreement, "D3", &error);
  g_assert_no_error (error);
  g_assert_cmpint (nst_record_get_int (second, "version"), ==, 2);
  g_assert_cmpstr (nst_record_get_text (second, "state"), ==, "ISSUED");
  g_assert_cmpstr (nst_record_get_text (first, "state"), ==, "SUPERSEDED");
  g_assert_cmpint (nst_record_get_ref (first, "next"), ==, nst_record_get_id (second));
  g_assert_cmpstr (nst_record_get_text (first, "code"), !=, nst_record_get_text (second, "code"));
  again = nst_documents_get_issued (f->office, first, &error);
  g_assert_true (g_bytes_equal (kept, again));
  /* Each issue carries its own code, so its file is its own. */
  g_assert_cmpstr (nst_record_get_text (first, "pdf"), !=, nst_record_get_text (second, "pdf"));
}

/* One more agreement of the same parties. */
static NstRecord *
add_agreement (Fixture *f, NstChange *change, const char *number, const char *date)
{
  static const char *const parties[] = { "group", "experienced", "developing", "operator" };
  NstRecord *agreement = nst_change_add (change, "agreement", "state", "DRAFTED", NULL);

  nst_change_set (change, agreement, "number", number);
  nst_change_set (change, agreement, "date", date);
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    nst_change_set (change, agreement, parties[i],
                    nst_record_get_text (f->agreement, parties[i]));
  return agreement;
}

/* The number that the document takes is the agreement's from then on, and no other's. */
static void
test_issue_number (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstStore *store = nst_office_get_store (f->office);
  g_autoptr (NstChange) change = nst_change_new ("Two more");
  g_autoptr (NstRecord) other = add_agreement (f, change, "9", "2021-11-01");
  g_autoptr (NstRecord) bare = add_agreement (f, change, NULL, NULL);
  g_autoptr (NstRecord) document = NULL;
  g_autoptr (NstRecord) now = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (other);
  nst_store_apply (store, change, &error);
  g_assert_no_error (error);
  document = nst_documents_issue (f->office, bare, "D3", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nst_record_get_text (document, "number"), ==, "10");
  g_assert_cmpstr (nst_record_get_text (document, "title"), ==, "Соглашение о менторстве № 10");
  g_assert_nonnull (strstr (nst_record_get_text (document, "data"),
                            "<field name=\"agreement.number\">10</field>"));
  now = nst_source_dup (NST_SOURCE (store), "agreement", nst_record_get_id (bare));
  g_assert_cmpstr (nst_record_get_text (now, "number"), ==, "10");
  g_assert_cmpstr (nst_record_get_text (now, "date"), ==, "2021-11-19");
}

/* A draft tells in people's words what is missing; nothing is kept of it. */
static void
test_issue_draft (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NstPages) pages =
      nst_documents_make (f->office, f->agreement, "D3", &missing, &error);
  g_autofree char *name = nst_documents_dup_file_name (f->office, f->agreement, "D3");
  gboolean found = FALSE;

  g_assert_no_error (error);
  g_assert_cmpstr (nst_pages_get_title (pages), ==, "Соглашение о менторстве № 7/1");
  g_assert_cmpstr (name, ==, "Соглашение_7_1_2021-11-19.pdf");
  for (guint i = 0; i < missing->len; i++)
    found |= strstr (g_ptr_array_index (missing, i), "Школа № 1: ") != NULL;
  g_assert_true (found);
  g_assert_cmpint (nst_source_count (NST_SOURCE (nst_office_get_store (f->office)), "document",
                                     "form", "D3"),
                   ==, 0);
}

/* Forms by kind, and the two ways to ask for the wrong one. */
static void
test_issue_forms (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) forms = nst_documents_list_forms (f->office, "agreement");
  g_autoptr (GError) error = NULL;
  const NstDocumentForm *form = g_ptr_array_index (forms, 0);

  g_assert_cmpstr (form->code, ==, "D3");
  g_assert_null (nst_documents_make (f->office, f->agreement, "D99", NULL, &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (nst_documents_make (f->office, f->agreement, "D5", NULL, &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
}

/* One wrong sign is always found. */
static void
test_issue_code (void)
{
  g_autofree char *code = nst_document_code_new ("seed");

  g_assert_cmpuint (strlen (code), ==, 9);
  g_assert_true (nst_document_code_check (code));
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *wrong = g_strdup (code);

      wrong[i] = wrong[i] == '5' ? '6' : '5';
      if (i != 4)
        g_assert_false (nst_document_code_check (wrong));
    }
  g_assert_false (nst_document_code_check (""));
  g_assert_false (nst_document_code_check ("0123-45678"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add ("/documents/issue/twice", Fixture, NULL, set_up, test_issue_twice, tear_down);
  g_test_add ("/documents/issue/number", Fixture, NULL, set_up, test_issue_number, tear_down);
  g_test_add ("/documents/issue/draft", Fixture, NULL, set_up, test_issue_draft, tear_down);
  g_test_add ("/documents/issue/forms", Fixture, NULL, set_up, test_issue_forms, tear_down);
  g_test_add_func ("/documents/issue/code", test_issue_code);
  return g_test_run ();
}
