/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A demonstration is made beside, in the background, and is there only when it is whole. */
#include "config.h"

#include "app/shell/nst-demo-maker.h"

#include <glib/gstdio.h>

static void
test_demo_maker_name (void)
{
  g_autofree char *of_operator = nst_demo_maker_dup_name ("OPERATOR");
  g_autofree char *of_nobody = nst_demo_maker_dup_name (NULL);
  g_autofree char *of_director = nst_demo_maker_dup_name ("DIRECTOR");

  g_assert_cmpstr (of_operator, ==, "region");
  g_assert_cmpstr (of_nobody, ==, "dubovka");
  g_assert_cmpstr (of_director, ==, "dubovka");
}

static void
made_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static char *
make (const char *name, GError **error)
{
  g_autoptr (GDate) day = g_date_new_dmy (1, 7, 2022);
  g_autoptr (NstClock) clock = nst_clock_new_fixed (day);
  g_autoptr (GAsyncResult) result = NULL;

  nst_demo_maker_start (name, NULL, clock, made_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return nst_demo_maker_finish (result, error);
}

/* What a program left that ended in the middle of it is no base. */
static void
test_demo_maker_made (void)
{
  g_autofree char *path = nst_demo_maker_dup_path ("dubovka", NULL);
  g_autofree char *beside = g_strconcat (path, ".new", NULL);
  g_autofree char *dir = g_path_get_dirname (path);
  g_autoptr (GDate) day = g_date_new_dmy (1, 7, 2022);
  g_autoptr (NstClock) clock = nst_clock_new_fixed (day);
  g_autoptr (NstOffice) office = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_assert_true (g_file_set_contents (beside, "half", -1, NULL));
  made = make ("dubovka", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made, ==, path);
  g_assert_false (g_file_test (beside, G_FILE_TEST_EXISTS));
  office = nst_office_open (made, clock, &error);
  g_assert_no_error (error);
  g_assert_nonnull (office);
}

static void
test_demo_maker_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = nst_demo_maker_dup_path ("atlantis", NULL);

  g_assert_null (make ("atlantis", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "atlantis"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/demo-maker/name", test_demo_maker_name);
  g_test_add_func ("/app/demo-maker/made", test_demo_maker_made);
  g_test_add_func ("/app/demo-maker/unknown", test_demo_maker_unknown);
  return g_test_run ();
}
