/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file itself: not overwritten, not mistaken, migrated with a copy, backed up. */
#include "config.h"

#include "nst-store-fixture.h"

#include "model/nst-error.h"
#include "store/nst-backups.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
assert_not_opened (NstStoreFixture *f, const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nst_store_open (path, f->clock, &error));
  g_assert_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN);
}

static void
test_not_overwritten (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nst_store_create (f->path, f->clock, &error));
  g_assert_error (error, NST_STORE_ERROR, NST_STORE_ERROR_OPEN);
}

static void
test_not_mistaken (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = g_build_filename (f->dir, "text", NULL);
  g_autofree char *other = g_build_filename (f->dir, "other", NULL);
  g_autofree char *newer = g_build_filename (f->dir, "newer", NULL);

  g_assert_true (g_file_set_contents (text, "not a base", -1, NULL));
  run_sql (other, "CREATE TABLE t (a); PRAGMA user_version = 1");
  g_assert_true (nst_store_backup (f->store, newer, NULL));
  run_sql (newer, "PRAGMA user_version = 9999");
  assert_not_opened (f, text);
  assert_not_opened (f, other);
  assert_not_opened (f, newer);
  assert_not_opened (f, "/nowhere/at/all");
}

/* An older base gets its missing columns and tables; a verified copy is kept first. */
static void
test_migrate (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NstChange) change = nst_change_new ("Mark");
  g_autoptr (NstRecord) person = NULL;

  g_object_unref (nst_store_fixture_add_person (f, "Лугова"));
  g_assert_finalize_object (f->store);
  run_sql (f->path, "ALTER TABLE person DROP COLUMN post; DROP TABLE mark; "
                    "DELETE FROM sequence WHERE name = 'mark'; PRAGMA user_version = 0");
  f->store = nst_store_open (f->path, f->clock, &error);
  g_assert_no_error (error);
  person = nst_source_dup (NST_SOURCE (f->store), "person", 1);
  g_assert_cmpstr (nst_record_get_text (person, "last"), ==, "Лугова");
  nst_change_set (change, person, "post", "директор");
  g_assert_true (nst_store_apply (f->store, change, &error));
  g_assert_cmpint (nst_source_count (NST_SOURCE (f->store), "mark", NULL, NULL), ==, 0);
  copies = nst_backups_list (f->path);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpint (((NstBackup *) copies->pdata[0])->reason, ==, NST_BACKUP_MIGRATION);
  g_assert_cmpuint (((NstBackup *) copies->pdata[0])->facts.version, ==, 0);
}

static void
test_backup (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (f->dir, "copy.nastavnik", NULL);
  g_autoptr (NstStore) copy = NULL;
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstRecord) copied = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nst_store_backup (f->store, path, &error));
  g_assert_no_error (error);
  copy = nst_store_open (path, f->clock, &error);
  g_assert_no_error (error);
  copied = nst_source_dup (NST_SOURCE (copy), "person", 1);
  g_assert_cmpstr (nst_record_get_uuid (copied), ==, nst_record_get_uuid (person));
  g_assert_false (nst_store_backup (f->store, "/nowhere/at/all", &error));
  g_assert_error (error, NST_STORE_ERROR, NST_STORE_ERROR_SQL);
}

static void
test_settings_and_packs (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) one = g_bytes_new_static ("<pack/>", 7);
  g_autoptr (GBytes) two = g_bytes_new_static ("<pack2/>", 8);
  g_autoptr (GBytes) newest = NULL;
  g_autoptr (GBytes) first = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *value = NULL;

  g_assert_true (nst_store_keep_pack (f->store, "a", "1", one, NULL));
  g_assert_true (nst_store_keep_pack (f->store, "a", "2", two, NULL));
  g_assert_true (nst_store_keep_pack (f->store, "b", "1", one, NULL));
  newest = nst_store_get_pack (f->store, "a", NULL);
  first = nst_store_get_pack (f->store, "a", "1");
  ids = nst_store_list_packs (f->store);
  g_assert_true (g_bytes_equal (newest, two));
  g_assert_true (g_bytes_equal (first, one));
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_true (nst_store_set_setting (f->store, "key", "значение", NULL));
  nst_store_fixture_reopen (f);
  value = nst_store_dup_setting (f->store, "key");
  g_assert_cmpstr (value, ==, "значение");
  g_assert_null (nst_store_dup_setting (f->store, "nothing"));
}

#define ADD(name, function)                                                                      \
  g_test_add ("/store/file/" name, NstStoreFixture, NULL, nst_store_fixture_set_up, function,    \
              nst_store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("not-overwritten", test_not_overwritten);
  ADD ("not-mistaken", test_not_mistaken);
  ADD ("migrate", test_migrate);
  ADD ("backup", test_backup);
  ADD ("settings-and-packs", test_settings_and_packs);
  return g_test_run ();
}
