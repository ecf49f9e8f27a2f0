/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: by whole actions, across restarts, never over what came between. */
#include "config.h"

#include "nst-store-fixture.h"

#include "model/nst-error.h"
#include "store/nst-history.h"

static void
set_post (NstStoreFixture *f, gint64 id, const char *post, gboolean sealed)
{
  g_autoptr (NstRecord) person = nst_source_dup (NST_SOURCE (f->store), "person", id);
  g_autoptr (NstChange) change = nst_change_new (post);
  g_autoptr (GError) error = NULL;

  nst_change_set (change, person, "post", post);
  nst_change_set_sealed (change, sealed);
  nst_store_apply (f->store, change, &error);
  g_assert_no_error (error);
}

static void
assert_post (NstStoreFixture *f, gint64 id, const char *post)
{
  g_autoptr (NstRecord) person = nst_source_dup (NST_SOURCE (f->store), "person", id);

  g_assert_cmpstr (nst_record_get_text (person, "post"), ==, post);
}

static void
step (NstStoreFixture *f, gboolean back, const char *expected)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (back)
    nst_store_undo (f->store, &title, &error);
  else
    nst_store_redo (f->store, &title, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, expected);
}

static void
test_back_and_forth (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (nst_store_fixture_add_person (f, "Лугова"));
  set_post (f, 1, "one", FALSE);
  set_post (f, 1, "two", FALSE);
  set_post (f, 1, "three", FALSE);
  nst_store_fixture_reopen (f);

  step (f, TRUE, "three");
  step (f, TRUE, "two");
  assert_post (f, 1, "one");
  undo = nst_store_dup_undo_title (f->store);
  redo = nst_store_dup_redo_title (f->store);
  g_assert_cmpstr (undo, ==, "one");
  g_assert_cmpstr (redo, ==, "two");
  nst_store_fixture_reopen (f);
  step (f, FALSE, "two");
  step (f, FALSE, "three");
  assert_post (f, 1, "three");
  g_assert_false (nst_store_redo (f->store, NULL, &error));
  g_assert_error (error, NST_RULE_ERROR, NST_RULE_ERROR_NOT_NOW);
}

/* After something new there is nothing to do again. */
static void
test_new_action_ends_redo (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (nst_store_fixture_add_person (f, "Лугова"));
  set_post (f, 1, "one", FALSE);
  step (f, TRUE, "one");
  set_post (f, 1, "two", FALSE);
  g_assert_null (nst_store_dup_redo_title (f->store));
  step (f, TRUE, "two");
  step (f, FALSE, "two");
  assert_post (f, 1, "two");
}

/* A record that nobody holds is read anew; one that is held is the same object. */
static void
test_let_go (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstSource *source = NST_SOURCE (f->store);
  gint64 id;

  {
    g_autoptr (NstRecord) kept = nst_store_fixture_add_person (f, "Лугова");
    g_autoptr (NstRecord) gone = nst_store_fixture_add_person (f, "Зимина");
    g_autoptr (NstRecord) again = nst_source_dup (source, "person", nst_record_get_id (kept));

    g_assert_true (again == kept);
    id = nst_record_get_id (gone);
    g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
    g_object_unref (gone);
    g_assert_null (gone);
    g_clear_object (&again);
    again = nst_source_dup (source, "person", nst_record_get_id (kept));
    g_assert_true (again == kept);
  }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) all = nst_source_list (source, "person", NULL, NULL);
      g_autoptr (NstRecord) one = nst_source_dup (source, "person", id);

      g_assert_cmpuint (all->len, ==, 2);
      g_assert_true (g_ptr_array_find (all, one, NULL));
      g_assert_cmpstr (nst_record_get_text (one, "last"), ==, "Зимина");
    }
}

/* A creation undone and done again is the same record. */
static void
test_same_identity (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstRecord) again = NULL;
  g_autofree char *uuid = g_strdup (nst_record_get_uuid (person));
  g_autoptr (NstRecord) next = NULL;

  step (f, TRUE, "Add a person");
  g_assert_true (nst_record_get_stale (person));
  step (f, FALSE, "Add a person");
  again = nst_source_dup (NST_SOURCE (f->store), "person", 1);
  g_assert_cmpstr (nst_record_get_uuid (again), ==, uuid);
  next = nst_store_fixture_add_person (f, "Зимина");
  g_assert_cmpint (nst_record_get_id (next), ==, 2);
}

/* Ids are never used again, so that the history stays true. */
static void
test_ids_not_reused (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) next = NULL;

  g_object_unref (nst_store_fixture_add_person (f, "Лугова"));
  step (f, TRUE, "Add a person");
  next = nst_store_fixture_add_person (f, "Зимина");
  g_assert_cmpint (nst_record_get_id (next), ==, 2);
}

/* What has left the house is not undone. */
static void
test_sealed (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_object_unref (nst_store_fixture_add_person (f, "Лугова"));
  set_post (f, 1, "issued", TRUE);
  g_assert_null (nst_store_dup_undo_title (f->store));
  g_assert_false (nst_store_undo (f->store, NULL, &error));
  g_assert_error (error, NST_RULE_ERROR, NST_RULE_ERROR_REFUSED);
  assert_post (f, 1, "issued");
}

/* Undo itself stands in the history, and nothing of it is lost. */
static void
test_history (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) entries = NULL;
  NstHistoryEntry *first;

  g_object_unref (nst_store_fixture_add_person (f, "Лугова"));
  set_post (f, 1, "one", FALSE);
  step (f, TRUE, "one");
  entries = nst_history_list (f->store, NULL, 0, NULL);
  g_assert_cmpuint (entries->len, ==, 3);
  first = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (first->kind, ==, "undo");
  g_assert_true (((NstHistoryEntry *) g_ptr_array_index (entries, 1))->undone);
}

/* The kept image of a record holds any text, however it is quoted. */
static void
test_any_text (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "О'Нил", "«Лу\"гова", "a'b\"c\\d%s", "{ё}\u00a0😀" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, names[i]);
      g_autoptr (NstRecord) again = NULL;

      step (f, TRUE, "Add a person");
      step (f, FALSE, "Add a person");
      again = nst_source_dup (NST_SOURCE (f->store), "person", nst_record_get_id (person));
      g_assert_cmpstr (nst_record_get_text (again, "last"), ==, names[i]);
    }
}

#define ADD(name, function)                                                                      \
  g_test_add ("/store/undo/" name, NstStoreFixture, NULL, nst_store_fixture_set_up, function,    \
              nst_store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("back-and-forth", test_back_and_forth);
  ADD ("new-action-ends-redo", test_new_action_ends_redo);
  ADD ("same-identity", test_same_identity);
  ADD ("let-go", test_let_go);
  ADD ("ids-not-reused", test_ids_not_reused);
  ADD ("sealed", test_sealed);
  ADD ("history", test_history);
  ADD ("any-text", test_any_text);
  return g_test_run ();
}
