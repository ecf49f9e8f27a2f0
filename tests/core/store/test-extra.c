/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of extra fields through the one door: checked, kept, found, undone. */
#include "config.h"

#include "model/nst-error.h"
#include "model/nst-extra.h"
#include "nst-store-fixture.h"
#include "store/nst-query.h"

static const NstField *
motto (void)
{
  return nst_extra_define ("x-motto", NST_FIELD_TYPE_STRING, NULL, "Девиз", NST_FIELD_REQUIRED);
}

static const NstField *
size (void)
{
  return nst_extra_define ("x-size", NST_FIELD_TYPE_INT, NULL, "Размер", NST_FIELD_NONE);
}

static void
apply (NstStoreFixture *f, NstRecord *record, const NstField *field, const char *text)
{
  g_autoptr (NstChange) change = nst_change_new ("Change");
  g_autoptr (GError) error = NULL;

  nst_change_set_field (change, record, field, text);
  nst_store_apply (f->store, change, &error);
  g_assert_no_error (error);
}

static void
refuse (NstStoreFixture *f, NstRecord *record, const NstField *field, const char *text, gint code)
{
  g_autoptr (NstChange) change = nst_change_new ("Change");
  g_autoptr (GError) error = NULL;

  nst_change_set_field (change, record, field, text);
  g_assert_false (nst_store_apply (f->store, change, &error));
  g_assert_error (error, NST_INPUT_ERROR, code);
}

static guint
count_found (NstStoreFixture *f, const char *words)
{
  g_autoptr (NstQuery) query = nst_query_new (nst_kinds_find ("person"));
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  nst_query_search (query, words);
  ids = nst_query_run (query, f->store, &error);
  g_assert_no_error (error);
  return ids->len;
}

static void
test_door (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (GError) error = NULL;

  apply (f, person, motto (), "Ёлка");
  apply (f, person, size (), "12");
  g_assert_cmpstr (nst_record_get_text (person, "x-motto"), ==, "Ёлка");
  refuse (f, person, size (), "двенадцать", NST_INPUT_ERROR_INVALID);
  refuse (f, person, motto (), "две\nстроки", NST_INPUT_ERROR_INVALID);
  refuse (f, person, motto (), NULL, NST_INPUT_ERROR_MISSING);
  g_assert_cmpuint (count_found (f, "елк"), ==, 1);
  g_assert_cmpuint (count_found (f, "12"), ==, 0);
  g_assert_true (nst_store_undo (f->store, NULL, &error));
  g_assert_null (nst_record_get_text (person, "x-size"));
  g_assert_true (nst_store_undo (f->store, NULL, &error));
  g_assert_cmpuint (count_found (f, "елк"), ==, 0);
  g_assert_true (nst_store_redo (f->store, NULL, &error));
  g_assert_cmpstr (nst_record_get_text (person, "x-motto"), ==, "Ёлка");
  g_assert_cmpuint (count_found (f, "елк"), ==, 1);
  g_assert_no_error (error);
}

/* What stood there meanwhile counts, field by field. */
static void
test_stale (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) person = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstChange) change = nst_change_new ("Change");
  g_autoptr (GError) error = NULL;

  nst_change_set_field (change, person, size (), "1");
  apply (f, person, size (), "2");
  g_assert_false (nst_store_apply (f->store, change, &error));
  g_assert_error (error, NST_STORE_ERROR, NST_STORE_ERROR_STALE);
  g_assert_cmpstr (nst_record_get_text (person, "x-size"), ==, "2");
}

/* Another record that takes the place of a removed one inherits nothing. */
static void
test_images (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstChange) add = nst_change_new ("Add");
  g_autoptr (NstChange) remove = nst_change_new ("Remove");
  g_autoptr (NstRecord) person = nst_change_add (add, "person", "last", "Лугова", NULL);
  g_autoptr (NstRecord) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  nst_change_set_field (add, person, size (), "5");
  g_assert_true (nst_store_apply (f->store, add, &error));
  id = nst_record_get_id (person);
  nst_change_remove (remove, person);
  g_assert_true (nst_store_apply (f->store, remove, &error));
  g_assert_true (nst_store_undo (f->store, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&person);
  nst_store_fixture_reopen (f);
  again = nst_store_dup (f->store, nst_kinds_find ("person"), id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (nst_record_get_int (again, "x-size"), ==, 5);
}

/* A new record with a value that is not in order is refused, too. */
static void
test_new_record (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstChange) add = nst_change_new ("Add");
  g_autoptr (NstRecord) person = nst_change_add (add, "person", "last", "Лугова", NULL);
  g_autoptr (GError) error = NULL;

  nst_change_set_field (add, person, size (), "пять");
  g_assert_false (nst_store_apply (f->store, add, &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
}

#define ADD(name, function)                                                                      \
  g_test_add ("/extra/" name, NstStoreFixture, NULL, nst_store_fixture_set_up, function,         \
              nst_store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("door", test_door);
  ADD ("stale", test_stale);
  ADD ("images", test_images);
  ADD ("new-record", test_new_record);
  return g_test_run ();
}
