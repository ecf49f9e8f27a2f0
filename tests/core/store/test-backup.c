/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept copies: which stay through a year, what they say, and that they come back equal. */
#include "config.h"

#include "nst-store-fixture.h"

#include "model/nst-error.h"
#include "store/nst-backup-rotation.h"
#include "store/nst-backups.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* With -m slow as many as the goal wants. */
#define RESTORES (g_test_slow () ? 1000u : 50u)

/* A copy every day of 2022, rotated every day; the days that stay were found on a calendar. */
static void
test_year (void)
{
  static const char *const stay[] = {
    "2022-12-31", "2022-12-30", "2022-12-29", "2022-12-28", "2022-12-27", "2022-12-26",
    "2022-12-25", "2022-12-18", "2022-12-11", "2022-12-04", "2022-11-27", "2022-10-30",
    "2022-09-25", "2022-08-28", "2022-07-31", "2022-06-26", "2022-05-29", "2022-04-24",
    "2022-03-27", "2022-02-27", "2022-01-30",
  };
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (NstBackupMark));
  NstBackupMark mark = { 0, { 0 }, FALSE, 10 };

  g_date_set_dmy (&mark.day, 1, G_DATE_JANUARY, 2022);
  for (mark.number = 1; mark.number <= 365; mark.number++, g_date_add_days (&mark.day, 1))
    {
      g_autoptr (GArray) gone = NULL;

      g_array_prepend_val (marks, mark);
      gone = nst_backup_rotation_list_gone (marks, 1000);
      for (guint i = marks->len; i-- > 0;)
        for (guint j = 0; j < gone->len; j++)
          if (g_array_index (marks, NstBackupMark, i).number == g_array_index (gone, guint, j))
            {
              g_array_remove_index (marks, i);
              break;
            }
    }
  g_assert_cmpuint (marks->len, ==, G_N_ELEMENTS (stay));
  for (guint i = 0; i < marks->len; i++)
    {
      char day[11];

      g_date_strftime (day, sizeof day, "%Y-%m-%d", &g_array_index (marks, NstBackupMark, i).day);
      g_assert_cmpstr (day, ==, stay[i]);
    }
}

static void
add_mark (GArray *marks, guint number, guint day, gboolean special)
{
  NstBackupMark mark = { number, { 0 }, special, 10 };

  g_date_set_dmy (&mark.day, (GDateDay) day, G_DATE_MARCH, 2022);
  g_array_append_val (marks, mark);
}

static void
assert_gone (GArray *marks, guint64 room, const char *wanted)
{
  g_autoptr (GArray) gone = nst_backup_rotation_list_gone (marks, room);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < gone->len; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "", g_array_index (gone, guint, i));
  g_assert_cmpstr (found->str, ==, wanted);
}

/* Of one day the last copy of its work stays, and each that was made for a reason of its own. */
static void
test_one_day (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (NstBackupMark));

  add_mark (marks, 6, 4, FALSE);
  add_mark (marks, 5, 4, TRUE);
  add_mark (marks, 4, 4, FALSE);
  add_mark (marks, 3, 3, TRUE);
  add_mark (marks, 2, 3, FALSE);
  add_mark (marks, 1, 3, TRUE);
  assert_gone (marks, 1000, "4");
  assert_gone (marks, 20, "4 3 2 1");
  assert_gone (marks, 5, "5 4 3 2 1");
}

static char *
digest_of (const char *path)
{
  g_autoptr (NstSqlite) db = nst_sqlite_open (path, FALSE, NULL);

  return nst_base_facts_digest (db, NULL);
}

static NstBackup *
keep (NstStoreFixture *f, NstBackupReason reason)
{
  g_autoptr (GError) error = NULL;
  NstBackup *backup = nst_backups_keep (f->path, f->clock, reason, &error);

  g_assert_no_error (error);
  return backup;
}

static void
test_says (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstBackup) made = keep (f, NST_BACKUP_HAND);
  g_autoptr (GPtrArray) listed = nst_backups_list (f->path);
  const NstBackup *backup;

  g_assert_cmpuint (listed->len, ==, 1);
  backup = listed->pdata[0];
  g_assert_cmpuint (backup->number, ==, 1);
  g_assert_cmpint (backup->reason, ==, NST_BACKUP_HAND);
  g_assert_cmpstr (backup->at, ==, "2022-07-01T12:00:00Z");
  g_assert_cmpstr (backup->program, ==, NST_VERSION);
  g_assert_cmpuint (backup->facts.version, ==, nst_kinds_get_version ());
  g_assert_cmpint (backup->facts.changes, ==, 1);
  g_assert_cmpstr (backup->facts.titles[0], ==, "2022-07-01 Add a person");
  g_assert_cmpuint (strlen (backup->hash), ==, 64);
  g_assert_true (nst_backup_verify (listed->pdata[0], NULL));
}

/* Only a base that has changed gets another copy at the end of the day. */
static void
test_day (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;
  GDate day;

  g_object_unref (nst_store_fixture_add_person (f, "Лугова"));
  g_assert_true (nst_backups_keep_day (f->path, f->clock, NULL));
  g_assert_true (nst_backups_keep_day (f->path, f->clock, NULL));
  g_date_set_dmy (&day, 2, G_DATE_JULY, 2022);
  nst_clock_set_today (f->clock, &day);
  g_assert_true (nst_backups_keep_day (f->path, f->clock, NULL));
  one = nst_backups_list (f->path);
  g_assert_cmpuint (one->len, ==, 1);
  g_object_unref (nst_store_fixture_add_person (f, "Ветрова"));
  g_assert_true (nst_backups_keep_day (f->path, f->clock, NULL));
  two = nst_backups_list (f->path);
  g_assert_cmpuint (two->len, ==, 2);
}

/* Whatever was done since, the base is again what the copy was, and can go back. */
static void
test_restore (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < RESTORES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Лугова-%u", i);
      g_autoptr (NstRecord) before = nst_store_fixture_add_person (f, name);
      g_autofree char *wanted = digest_of (f->path);
      g_autoptr (NstBackup) backup = keep (f, NST_BACKUP_HAND);
      g_autoptr (NstRecord) lost = nst_store_fixture_add_person (f, "Ветрова");
      g_autofree char *later = digest_of (f->path);
      g_autoptr (NstBackup) kept = NULL;
      g_autoptr (NstBackup) again = NULL;
      g_autofree char *found = NULL;
      g_autofree char *back = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (wanted, !=, later);
      kept = nst_backups_restore (f->path, backup, f->clock, &error);
      g_assert_no_error (error);
      found = digest_of (f->path);
      g_assert_cmpstr (found, ==, wanted);
      again = nst_backups_restore (f->path, kept, f->clock, &error);
      g_assert_no_error (error);
      back = digest_of (f->path);
      g_assert_cmpstr (back, ==, later);
      g_clear_object (&before);
      g_clear_object (&lost);
      nst_store_fixture_reopen (f);
    }
}

static void
test_preview (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) before = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstBackup) backup = keep (f, NST_BACKUP_HAND);
  g_autoptr (NstRecord) lost = nst_store_fixture_add_person (f, "Ветрова");
  g_autoptr (NstBackupPreview) preview = nst_backups_preview (f->path, backup, NULL);
  g_autoptr (NstBackupPreview) back = NULL;
  g_autoptr (NstBackup) kept = NULL;

  g_assert_true (preview->readable);
  g_assert_cmpuint (preview->lost->len, ==, 1);
  g_assert_cmpuint (preview->regained->len, ==, 0);
  kept = nst_backups_restore (f->path, backup, f->clock, NULL);
  back = nst_backups_preview (f->path, kept, NULL);
  g_assert_cmpuint (back->lost->len, ==, 0);
  g_assert_cmpuint (back->regained->len, ==, 1);
}

static void
spoil (const char *path)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_cmpint (fseek (file, 5000, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite ("spoilt", 1, 6, file), ==, 6);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* A copy with a changed byte is not restored, and the base stays as it is. */
static void
test_damaged (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstBackup) backup = keep (f, NST_BACKUP_HAND);
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autofree char *wanted = digest_of (f->path);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  spoil (backup->path);
  g_assert_null (nst_backups_restore (f->path, backup, f->clock, &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
  found = digest_of (f->path);
  g_assert_cmpstr (found, ==, wanted);
}

/* Where the base itself is damaged, its copies are still found by its place. */
static void
test_base_damaged (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *aside = g_strconcat (f->path, ".damaged-1", NULL);
  g_autofree char *wanted = digest_of (f->path);
  g_autofree char *found = NULL;
  g_autoptr (NstBackup) made = keep (f, NST_BACKUP_HAND);
  g_autoptr (NstBackup) backup = NULL;
  g_autoptr (NstBackup) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (f->store);
  g_assert_true (g_file_set_contents (f->path, "not a base any more", -1, NULL));
  backup = nst_backups_find (f->path, "1", &error);
  g_assert_no_error (error);
  kept = nst_backups_restore (f->path, backup, f->clock, &error);
  g_assert_no_error (error);
  found = digest_of (f->path);
  g_assert_cmpstr (found, ==, wanted);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  f->store = nst_store_open (f->path, f->clock, &error);
  g_assert_no_error (error);
}

static void
tear_down (NstStoreFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) backups = nst_backups_list (f->path);

  for (guint i = 0; i < backups->len; i++)
    nst_backup_remove (backups->pdata[i]);
  nst_store_fixture_tear_down (f, data);
}

#define ADD(name, function)                                                                      \
  g_test_add ("/store/backup/" name, NstStoreFixture, NULL, nst_store_fixture_set_up, function,  \
              tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/store/backup/year", test_year);
  g_test_add_func ("/store/backup/one-day", test_one_day);
  ADD ("says", test_says);
  ADD ("day", test_day);
  ADD ("restore", test_restore);
  ADD ("preview", test_preview);
  ADD ("damaged", test_damaged);
  ADD ("base-damaged", test_base_damaged);
  return g_test_run ();
}
