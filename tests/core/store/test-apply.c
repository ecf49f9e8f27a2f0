/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door: what it takes, what it refuses, what it leaves in the history. */
#include "config.h"

#include "nst-store-fixture.h"

#include "model/nst-error.h"
#include "store/nst-history.h"

#include <string.h>

static gint64
count (NstStoreFixture *f, const char *kind)
{
  return nst_source_count (NST_SOURCE (f->store), kind, NULL, NULL);
}

/* A record written once is read back as the same object. */
static void
test_same_object (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstRecord) again =
      nst_source_dup (NST_SOURCE (f->store), "person", nst_record_get_id (person));

  g_assert_true (person == again);
  g_assert_cmpint (nst_record_get_id (person), ==, 1);
  g_assert_cmpstr (nst_record_get_title (person), ==, "Лугова");
}

/* The title of a reference comes with the record and follows its change. */
static void
test_display_follows (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstChange) make = nst_change_new ("Make");
  g_autoptr (NstRecord) school =
      nst_change_add (make, "organisation", "full_name", "Песковатская средняя школа", "kind",
                      "SCHOOL", NULL);
  g_autoptr (NstRecord) team = nst_change_add (make, "team", "role", "DEVELOPING", NULL);
  g_autoptr (NstChange) rename = nst_change_new ("Rename");
  g_autoptr (GError) error = NULL;

  nst_change_set_ref (make, team, "organisation", school);
  g_assert_true (nst_store_apply (f->store, make, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (nst_record_get_display (team, "organisation"), ==,
                   "Песковатская средняя школа");
  nst_change_set (rename, school, "short_name", "Песковатская СШ");
  g_assert_true (nst_store_apply (f->store, rename, &error));
  g_assert_cmpstr (nst_record_get_display (team, "organisation"), ==, "Песковатская СШ");
  g_assert_cmpstr (nst_record_get_title (team), ==, "Песковатская СШ");
}

static void
assert_refused (NstStoreFixture *f, NstChange *change, GQuark domain, int code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = nst_history_list (f->store, NULL, 0, NULL);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_false (nst_store_apply (f->store, change, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, words));
  after = nst_history_list (f->store, NULL, 0, NULL);
  g_assert_cmpuint (before->len, ==, after->len);
}

/* A refused change leaves nothing behind, not even the records made before the fault. */
static void
test_refusals (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstChange) missing = nst_change_new ("No surname");
  g_autoptr (NstChange) unknown = nst_change_new ("No such school");
  g_autoptr (NstChange) day = nst_change_new ("No such day");
  g_autoptr (NstRecord) nameless G_GNUC_UNUSED =
      nst_change_add (missing, "person", "first", "Ирина", NULL);
  g_autoptr (NstRecord) fine = nst_change_add (unknown, "person", "last", "Зимина", NULL);
  g_autoptr (NstRecord) lost G_GNUC_UNUSED =
      nst_change_add (unknown, "person", "last", "Лугова", "organisation", "77", NULL);
  g_autoptr (NstRecord) never G_GNUC_UNUSED =
      nst_change_add (day, "person", "last", "Лугова", "birth_date", "2021-02-30", NULL);

  assert_refused (f, missing, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING, "last");
  assert_refused (f, unknown, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN, "77");
  assert_refused (f, day, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID, "birth_date");
  g_assert_cmpint (count (f, "person"), ==, 0);
  g_assert_cmpint (nst_record_get_id (fine), <, 0);
}

/* What another program changed meanwhile is not overwritten. */
static void
test_stale (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstStore) other = nst_store_open (f->path, f->clock, NULL);
  g_autoptr (NstRecord) theirs = nst_source_dup (NST_SOURCE (other), "person", 1);
  g_autoptr (NstChange) mine = nst_change_new ("Mine");
  g_autoptr (NstChange) yours = nst_change_new ("Yours");
  g_autoptr (GError) error = NULL;

  nst_change_set (mine, person, "post", "директор");
  nst_change_set (yours, theirs, "post", "методист");
  g_assert_true (nst_store_apply (other, yours, &error));
  assert_refused (f, mine, NST_STORE_ERROR, NST_STORE_ERROR_STALE, "Post");
}

static NstRecord *
add_plan (NstStoreFixture *f)
{
  g_autoptr (NstChange) make = nst_change_new ("Make a programme");
  g_autoptr (NstRecord) program = nst_change_add (make, "program", NULL);
  g_autoptr (NstRecord) stage = nst_change_add (make, "stage", "title", "I", NULL);
  g_autoptr (NstRecord) activity = nst_change_add (make, "activity", "title", "one", NULL);
  g_autoptr (NstRecord) mark = nst_change_add (make, "mark", "status", "DONE", NULL);
  g_autoptr (GError) error = NULL;

  nst_change_set_ref (make, stage, "program", program);
  nst_change_set_ref (make, activity, "program", program);
  nst_change_set_ref (make, activity, "stage", stage);
  nst_change_set_ref (make, mark, "activity", activity);
  g_assert_true (nst_store_apply (f->store, make, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&program);
}

/* A record goes with what belongs to it, and comes back whole. */
static void
test_remove_owned (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) program = add_plan (f);
  g_autoptr (NstChange) change = nst_change_new ("Remove the programme");
  g_autoptr (GError) error = NULL;

  nst_change_remove (change, program);
  g_assert_true (nst_store_apply (f->store, change, &error));
  g_assert_no_error (error);
  g_assert_true (nst_record_get_stale (program));
  g_assert_cmpint (count (f, "program") + count (f, "stage") + count (f, "activity") +
                       count (f, "mark"),
                   ==, 0);
  g_assert_true (nst_store_undo (f->store, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (nst_record_get_stale (program));
  g_assert_cmpint (count (f, "mark"), ==, 1);
  g_assert_cmpint (count (f, "activity"), ==, 1);
}

/* What others refer to is not removed (R87). */
static void
test_remove_used (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstChange) make = nst_change_new ("Make");
  g_autoptr (NstRecord) file G_GNUC_UNUSED =
      nst_change_add (make, "attachment", "file_name", "скан.pdf", "sha256", "0", "subject",
                      "person/1", NULL);
  g_autoptr (NstChange) change = nst_change_new ("Remove");

  g_assert_true (nst_store_apply (f->store, make, NULL));
  nst_change_remove (change, person);
  assert_refused (f, change, NST_STORE_ERROR, NST_STORE_ERROR_IN_USE, "скан.pdf");
}

static void
test_blob (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("scan", 4);
  g_autoptr (NstChange) change = nst_change_new ("Attach");
  g_autofree char *hash = nst_change_attach (change, bytes);
  g_autoptr (NstRecord) file G_GNUC_UNUSED =
      nst_change_add (change, "attachment", "file_name", "a.pdf", "subject", "person/1", "sha256",
                      hash, NULL);
  g_autoptr (NstRecord) person G_GNUC_UNUSED = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (nst_store_apply (f->store, change, &error));
  g_assert_no_error (error);
  read = nst_store_get_blob (f->store, hash, &error);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_true (nst_store_check (f->store, TRUE, &faults, &error));
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_null (nst_store_get_blob (f->store, "nothing", &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN);
}

/* The history keeps the actor and the recorder, and a running number of the office. */
static void
test_history (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person = NULL;
  g_autoptr (NstChange) change = nst_change_new ("Sign");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) own = NULL;
  NstHistoryEntry *entry;

  nst_store_set_recorder (f->store, "MUNICIPAL_CURATOR", "Гордеева Лидия Степановна");
  person = nst_store_fixture_add_person (f, "Воронцова");
  nst_change_set_actor (change, "EXPERIENCED", nst_record_get_id (person));
  nst_change_set (change, person, "post", "директор");
  g_assert_true (nst_store_apply (f->store, change, NULL));
  g_object_unref (nst_store_fixture_add_person (f, "Лугова"));

  all = nst_history_list (f->store, NULL, 0, NULL);
  own = nst_history_list (f->store, person, 0, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (own->len, ==, 2);
  entry = g_ptr_array_index (own, 0);
  g_assert_cmpstr (entry->title, ==, "Sign");
  g_assert_cmpstr (entry->party, ==, "EXPERIENCED");
  g_assert_cmpstr (entry->person, ==, "Воронцова");
  g_assert_cmpstr (entry->recorder, ==, "Гордеева Лидия Степановна");
  g_assert_cmpstr (entry->day, ==, "2022-07-01");
  g_assert_cmpint (entry->sequence, ==, 2);
}

#define ADD(name, function)                                                                      \
  g_test_add ("/store/apply/" name, NstStoreFixture, NULL, nst_store_fixture_set_up, function,   \
              nst_store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("same-object", test_same_object);
  ADD ("display-follows", test_display_follows);
  ADD ("refusals", test_refusals);
  ADD ("stale", test_stale);
  ADD ("remove-owned", test_remove_owned);
  ADD ("remove-used", test_remove_used);
  ADD ("blob", test_blob);
  ADD ("history", test_history);
  return g_test_run ();
}
