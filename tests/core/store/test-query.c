/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists are queries: conditions, search, Russian order, and a model that follows. */
#include "config.h"

#include "nst-store-fixture.h"

#include "model/nst-error.h"
#include "store/nst-record-list.h"

static char *
run (NstStoreFixture *f, NstQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = nst_query_run (query, f->store, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (NstRecord) record = nst_store_dup (f->store, nst_query_get_kind (query),
                                                    g_array_index (ids, gint64, i), NULL);

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", nst_record_get_title (record));
    }
  return g_string_free (names, FALSE);
}

static void
assert_search (NstStoreFixture *f, const char *kind, const char *words, const char *expected)
{
  g_autoptr (NstQuery) query = nst_query_new (nst_kinds_find (kind));
  g_autofree char *found = NULL;

  nst_query_search (query, words);
  found = run (f, query);
  g_assert_cmpstr (found, ==, expected);
}

/* ё stands beside е; the order is that of the alphabet, not of the bytes. */
static void
test_order (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "Яковлева", "Ёлкина", "Жукова", "Егорова", "абаева" };
  g_autoptr (NstQuery) query = nst_query_new (nst_kinds_find ("person"));
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_object_unref (nst_store_fixture_add_person (f, names[i]));
  up = run (f, query);
  g_assert_cmpstr (up, ==, "абаева,Егорова,Ёлкина,Жукова,Яковлева");
  nst_query_sort (query, "last", TRUE);
  nst_query_limit (query, 2);
  down = run (f, query);
  g_assert_cmpstr (down, ==, "Яковлева,Жукова");
}

static NstRecord *
add_team (NstStoreFixture *f, const char *school, const char *role, const char *directions)
{
  g_autoptr (NstChange) change = nst_change_new ("Add a team");
  g_autoptr (NstRecord) organisation =
      nst_change_add (change, "organisation", "full_name", school, "kind", "SCHOOL", NULL);
  NstRecord *team = nst_change_add (change, "team", "role", role, "directions", directions, NULL);

  nst_change_set_ref (change, team, "organisation", organisation);
  g_assert_true (nst_store_apply (f->store, change, NULL));
  return team;
}

static void
test_where (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) one G_GNUC_UNUSED = add_team (f, "Степная", "EXPERIENCED", "A\nB");
  g_autoptr (NstRecord) two G_GNUC_UNUSED = add_team (f, "Лесная", "DEVELOPING", "AB");
  g_autoptr (NstQuery) role = nst_query_new (nst_kinds_find ("team"));
  g_autoptr (NstQuery) direction = nst_query_new (nst_kinds_find ("team"));
  g_autoptr (NstQuery) unknown = nst_query_new (nst_kinds_find ("team"));
  g_autofree char *by_role = NULL;
  g_autofree char *by_direction = NULL;
  g_autofree char *by_nothing = NULL;
  g_autoptr (GError) error = NULL;

  nst_query_where (role, "role", "EXPERIENCED");
  nst_query_where (direction, "directions", "B");
  nst_query_where (unknown, "year", NULL);
  by_role = run (f, role);
  by_direction = run (f, direction);
  by_nothing = run (f, unknown);
  g_assert_cmpstr (by_role, ==, "Степная");
  g_assert_cmpstr (by_direction, ==, "Степная");
  g_assert_cmpstr (by_nothing, ==, "Лесная,Степная");
  nst_query_sort (role, "colour", FALSE);
  g_assert_null (nst_query_run (role, f->store, &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_UNKNOWN);
}

/* Beginnings of words, parts of words, ё for е; a team by the name of its school, also
 * after the school was renamed, and by nothing that undo has taken away. */
static void
test_search (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) team = add_team (f, "Горнобалыклейская школа", "EXPERIENCED", NULL);
  g_autoptr (NstRecord) person G_GNUC_UNUSED = nst_store_fixture_add_person (f, "Ковалёв");
  g_autoptr (NstRecord) school = nst_source_dup_ref (NST_SOURCE (f->store), team, "organisation");
  g_autoptr (NstChange) rename = nst_change_new ("Rename");

  assert_search (f, "team", "горно", "Горнобалыклейская школа");
  assert_search (f, "team", "балык шко", "Горнобалыклейская школа");
  assert_search (f, "team", "балык", "Горнобалыклейская школа");
  assert_search (f, "team", "ГОРНОБ ШК", "Горнобалыклейская школа");
  assert_search (f, "person", "ковалев", "Ковалёв");
  assert_search (f, "team", "балык лицей", "");
  assert_search (f, "person", "\"*(-", "");
  nst_change_set (rename, school, "full_name", "Лицей № 2");
  g_assert_true (nst_store_apply (f->store, rename, NULL));
  assert_search (f, "team", "лицей", "Лицей № 2");
  assert_search (f, "team", "горно", "");
  g_assert_true (nst_store_undo (f->store, NULL, NULL));
  assert_search (f, "team", "горно", "Горнобалыклейская школа");
}

typedef struct
{
  guint calls;
  guint position;
  guint removed;
  guint added;
} Seen;

static void
items_changed_cb (GListModel *model G_GNUC_UNUSED, guint position, guint removed, guint added,
                  gpointer user_data)
{
  Seen *seen = user_data;

  seen->calls++;
  seen->position = position;
  seen->removed = removed;
  seen->added = added;
}

/* One smallest "items-changed", and none when only what is shown in a row changed. */
static void
test_list (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) a G_GNUC_UNUSED = nst_store_fixture_add_person (f, "Белова");
  g_autoptr (NstRecord) c = nst_store_fixture_add_person (f, "Юдина");
  g_autoptr (NstQuery) query = nst_query_new (nst_kinds_find ("person"));
  g_autoptr (NstRecordList) list = nst_record_list_new (f->store, query);
  g_autoptr (NstRecord) b = NULL;
  g_autoptr (NstRecord) shown = NULL;
  g_autoptr (NstChange) change = nst_change_new ("Post");
  Seen seen = { 0 };

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  b = nst_store_fixture_add_person (f, "Зимина");
  g_assert_cmpuint (seen.calls, ==, 1);
  g_assert_cmpuint (seen.position, ==, 1);
  g_assert_cmpuint (seen.removed, ==, 0);
  g_assert_cmpuint (seen.added, ==, 1);
  shown = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (shown == b);
  nst_change_set (change, b, "post", "методист");
  g_assert_true (nst_store_apply (f->store, change, NULL));
  g_assert_cmpuint (seen.calls, ==, 1);
  g_assert_cmpuint (nst_record_list_find (list, nst_record_get_id (c)), ==, 2);
}

#define ADD(name, function)                                                                      \
  g_test_add ("/store/query/" name, NstStoreFixture, NULL, nst_store_fixture_set_up, function,   \
              nst_store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("order", test_order);
  ADD ("where", test_where);
  ADD ("search", test_search);
  ADD ("list", test_list);
  return g_test_run ();
}
