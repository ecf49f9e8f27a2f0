/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many papers printed from the window: what is left out is named, what is cancelled leaves
 * nothing. */
#include "config.h"

#include "app/office/nst-print-run.h"
#include "import/nst-demo.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *dir;
  NstOffice *office;
  GPtrArray *people;
  gboolean finished;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GDate *day = g_date_new_dmy (1, 7, 2022);
  g_autoptr (NstClock) clock = nst_clock_new_fixed (day);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NstRecord) person = NULL;

  f->dir = g_dir_make_tmp ("nastavnik-run-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (f->dir, "base.nastavnik", NULL);
  f->office = nst_demo_create (path, "dubovka", NULL, day, clock, &error);
  g_assert_no_error (error);
  g_date_free (day);
  person = nst_source_dup (NST_SOURCE (nst_office_get_store (f->office)), "person", 7);
  g_assert_true (nst_office_set (f->office, person, "organisation", NULL, &error));
  f->people =
      nst_source_list (NST_SOURCE (nst_office_get_store (f->office)), "person", NULL, NULL);
}

static guint
empty (const char *dir)
{
  g_autoptr (GDir) files = g_dir_open (dir, 0, NULL);
  const char *name;
  guint n_pdf = 0;

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      n_pdf += g_str_has_suffix (name, ".pdf");
      g_remove (path);
    }
  return n_pdf;
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_ptr_array_unref (f->people);
  g_assert_finalize_object (f->office);
  empty (f->dir);
  g_rmdir (f->dir);
  g_free (f->dir);
}

static void
finished_cb (Fixture *f)
{
  f->finished = TRUE;
}

static NstPrintRun *
start (Fixture *f, NstPrintPlace place, const char *path, gboolean issue)
{
  NstPrintRun *run = nst_print_run_new (f->office, place, NST_DOCUMENT_PDF, path);

  nst_print_run_set_issue (run, issue);
  for (guint i = 0; i < f->people->len; i++)
    nst_print_run_add (run, f->people->pdata[i], "D29");
  g_signal_connect_swapped (run, "finished", G_CALLBACK (finished_cb), f);
  f->finished = FALSE;
  nst_print_run_start (run);
  return run;
}

static void
wait (Fixture *f)
{
  while (!f->finished)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_one_refused (NstPrintRun *run)
{
  GPtrArray *refusals = nst_print_run_get_refusals (run);
  const NstBatchRefusal *refusal;

  g_assert_cmpuint (nst_print_run_get_count (run), ==, 11);
  g_assert_cmpuint (nst_print_run_get_made (run), ==, 10);
  g_assert_cmpuint (refusals->len, ==, 1);
  refusal = g_ptr_array_index (refusals, 0);
  g_assert_cmpint (nst_record_get_id (refusal->record), ==, 7);
  g_assert_null (refusal->message);
  g_assert_cmpuint (refusal->missing->len, >, 0);
}

/* A file each, the pages for the printer, one file: ten of eleven, and why not the last. */
static void
test_print_run_places (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *one = g_build_filename (f->dir, "all.pdf", NULL);
  g_autoptr (NstPrintRun) files = start (f, NST_PRINT_FILES, f->dir, FALSE);
  g_autoptr (NstPrintRun) file = NULL;
  g_autoptr (NstPrintRun) printer = NULL;

  wait (f);
  assert_one_refused (files);
  g_assert_cmpuint (empty (f->dir), ==, 10);
  file = start (f, NST_PRINT_ONE_FILE, one, FALSE);
  wait (f);
  assert_one_refused (file);
  g_assert_true (g_file_test (one, G_FILE_TEST_EXISTS));
  printer = start (f, NST_PRINT_PRINTER, NULL, FALSE);
  wait (f);
  assert_one_refused (printer);
  g_assert_cmpuint (nst_print_run_get_parts (printer)->len, ==, 10);
}

/* One file that was cancelled is not there, whenever it was; nothing half made lies about. */
static void
test_print_run_cancel (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *one = g_build_filename (f->dir, "all.pdf", NULL);

  for (guint when = 0; when < 12; when += 11)
    {
      g_autoptr (NstPrintRun) run = start (f, NST_PRINT_ONE_FILE, one, FALSE);

      while (nst_print_run_get_done (run) < when)
        g_main_context_iteration (NULL, TRUE);
      nst_print_run_cancel (run);
      wait (f);
      g_assert_true (nst_print_run_get_cancelled (run));
      g_assert_cmpuint (nst_print_run_get_made (run), ==, 0);
      g_assert_false (g_file_test (one, G_FILE_TEST_EXISTS));
    }
}

static guint
count_issued (Fixture *f)
{
  g_autoptr (GPtrArray) documents =
      nst_source_list (NST_SOURCE (nst_office_get_store (f->office)), "document", NULL, NULL);

  return documents->len;
}

/* Issued once: who prints them all again gets the same papers, and no second numbers. */
static void
test_print_run_issue (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  guint before = count_issued (f);

  for (guint time = 0; time < 2; time++)
    {
      g_autoptr (NstPrintRun) run = start (f, NST_PRINT_FILES, f->dir, TRUE);

      wait (f);
      assert_one_refused (run);
      g_assert_cmpuint (empty (f->dir), ==, 10);
      g_assert_cmpuint (count_issued (f), ==, before + 10);
    }
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/app/print-run/places", test_print_run_places);
  ADD ("/app/print-run/cancel", test_print_run_cancel);
  ADD ("/app/print-run/issue", test_print_run_issue);
  return g_test_run ();
}
