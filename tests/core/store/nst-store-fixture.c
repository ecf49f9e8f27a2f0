/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new base in a new directory, for tests of the store. */
#include "config.h"

#include "nst-store-fixture.h"

#include <glib/gstdio.h>

void
nst_store_fixture_set_up (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDate) day = g_date_new_dmy (1, G_DATE_JULY, 2022);
  g_autoptr (GError) error = NULL;

  f->dir = g_dir_make_tmp ("nastavnik-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->dir, "office.nastavnik", NULL);
  f->clock = nst_clock_new_fixed (day);
  f->store = nst_store_create (f->path, f->clock, &error);
  g_assert_no_error (error);
}

void
nst_store_fixture_tear_down (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (f->store);
  g_clear_object (&f->clock);
  dir = g_dir_open (f->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
  g_free (f->path);
  g_free (f->dir);
}

/* As a restart of the program does. */
void
nst_store_fixture_reopen (NstStoreFixture *f)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (f->store);
  f->store = nst_store_open (f->path, f->clock, &error);
  g_assert_no_error (error);
}

NstRecord *
nst_store_fixture_add_person (NstStoreFixture *f, const char *last)
{
  g_autoptr (NstChange) change = nst_change_new ("Add a person");
  NstRecord *person = nst_change_add (change, "person", "last", last, NULL);
  g_autoptr (GError) error = NULL;

  nst_store_apply (f->store, change, &error);
  g_assert_no_error (error);
  return person;
}
