/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values by date: kept with their days, undone as one, found by search (DOMAIN R101). */
#include "config.h"

#include "nst-store-fixture.h"

#include "model/nst-error.h"
#include "model/nst-values.h"
#include "store/nst-query.h"

static NstRecord *
add_school (NstStoreFixture *f)
{
  g_autoptr (NstChange) change = nst_change_new ("Add a school");
  NstRecord *school =
      nst_change_add (change, "organisation", "full_name", "Песковатская школа", "short_name",
                      "Школа", "name_gen", "Песковатской школы", "kind", "SCHOOL", NULL);
  g_autoptr (GError) error = NULL;

  nst_store_apply (f->store, change, &error);
  g_assert_no_error (error);
  return school;
}

static void
set_from (NstStoreFixture *f, NstRecord *record, const char *field, const char *text, int day,
          int month, int year)
{
  g_autoptr (NstChange) change = nst_change_new ("Rename");
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_autoptr (GError) error = NULL;

  nst_values_set_from (NST_SOURCE (f->store), change, record, field, text, date, "приказ № 1",
                       &error);
  g_assert_no_error (error);
  nst_values_clear_cases (NST_SOURCE (f->store), change, record, date, NULL);
  nst_store_apply (f->store, change, &error);
  g_assert_no_error (error);
}

static void
assert_value (NstStoreFixture *f, NstRecord *record, const char *field, int day, int month,
              int year, const char *expected)
{
  g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_autofree char *text = nst_values_at (NST_SOURCE (f->store), record, field, date);
  g_autoptr (NstRecord) copy = nst_values_dup_at (NST_SOURCE (f->store), record, date);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (nst_record_get_text (copy, field), ==, expected);
  g_assert_cmpint (nst_record_get_id (copy), ==, nst_record_get_id (record));
}

/* Renamed on 01.09.2021: 31.08. is the last day of the old name. */
static void
test_renamed (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) school = add_school (f);

  set_from (f, school, "full_name", "Лицей", 1, 9, 2021);
  g_assert_cmpstr (nst_record_get_text (school, "full_name"), ==, "Лицей");
  g_assert_null (nst_record_get_text (school, "name_gen"));
  assert_value (f, school, "full_name", 31, 8, 2021, "Песковатская школа");
  assert_value (f, school, "full_name", 1, 9, 2021, "Лицей");
  assert_value (f, school, "name_gen", 31, 8, 2021, "Песковатской школы");
  assert_value (f, school, "name_gen", 1, 9, 2021, NULL);
  assert_value (f, school, "short_name", 31, 8, 2021, "Школа");
  g_assert_true (nst_store_undo (f->store, NULL, NULL));
  assert_value (f, school, "full_name", 1, 9, 2021, "Песковатская школа");
  assert_value (f, school, "name_gen", 1, 9, 2021, "Песковатской школы");
  g_assert_cmpint (nst_source_count (NST_SOURCE (f->store), "former", NULL, NULL), ==, 0);
}

/* Three values in a row, the middle one recorded last, then put right on its own day. */
static void
test_between (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) school = add_school (f);
  g_autoptr (GPtrArray) values = NULL;
  const NstDatedValue *middle;

  set_from (f, school, "short_name", "Лицей", 1, 9, 2021);
  set_from (f, school, "short_name", "Гимназия", 1, 9, 2020);
  set_from (f, school, "short_name", "Гимназия № 2", 1, 9, 2020);
  assert_value (f, school, "short_name", 31, 8, 2020, "Школа");
  assert_value (f, school, "short_name", 1, 9, 2020, "Гимназия № 2");
  assert_value (f, school, "short_name", 31, 8, 2021, "Гимназия № 2");
  assert_value (f, school, "short_name", 1, 9, 2021, "Лицей");
  values = nst_values_list (NST_SOURCE (f->store), school, "short_name");
  g_assert_cmpuint (values->len, ==, 3);
  middle = values->pdata[1];
  g_assert_cmpstr (middle->from, ==, "2020-09-01");
  g_assert_cmpstr (middle->until, ==, "2021-08-31");
  g_assert_cmpstr (((NstDatedValue *) values->pdata[2])->from, ==, "2021-09-01");
}

/* The second change of one day replaces the first, and nothing is kept in between. */
static void
test_same_day (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) school = add_school (f);

  set_from (f, school, "short_name", "Лицей", 1, 9, 2021);
  set_from (f, school, "short_name", "Гимназия", 1, 9, 2021);
  assert_value (f, school, "short_name", 31, 8, 2021, "Школа");
  assert_value (f, school, "short_name", 1, 9, 2021, "Гимназия");
  g_assert_cmpint (nst_source_count (NST_SOURCE (f->store), "former", NULL, NULL), ==, 1);
}

/* A head is kept as a record, and cannot be removed while papers may need it. */
static void
test_head (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) school = add_school (f);
  g_autoptr (NstRecord) first = nst_store_fixture_add_person (f, "Лугова");
  G_GNUC_UNUSED g_autoptr (NstRecord) second = nst_store_fixture_add_person (f, "Зимина");
  g_autoptr (NstChange) change = nst_change_new ("Remove");
  g_autoptr (GError) error = NULL;

  set_from (f, school, "director", "1", 1, 1, 2020);
  set_from (f, school, "director", "2", 1, 9, 2021);
  assert_value (f, school, "director", 31, 12, 2019, NULL);
  assert_value (f, school, "director", 31, 8, 2021, "1");
  assert_value (f, school, "director", 1, 9, 2021, "2");
  nst_change_remove (change, first);
  g_assert_false (nst_store_apply (f->store, change, &error));
  g_assert_error (error, NST_STORE_ERROR, NST_STORE_ERROR_IN_USE);
}

static guint
count_found (NstStoreFixture *f, const char *kind, const char *words)
{
  g_autoptr (NstQuery) query = nst_query_new (nst_kinds_find (kind));
  g_autoptr (GArray) ids = NULL;

  nst_query_search (query, words);
  ids = nst_query_run (query, f->store, NULL);
  return ids->len;
}

/* A school and its teams are found by the old name and by the new one. */
static void
test_search (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) school = add_school (f);
  g_autoptr (NstChange) change = nst_change_new ("Add a team");
  g_autoptr (NstRecord) team = nst_change_add (change, "team", "role", "EXPERIENCED", NULL);

  nst_change_set_ref (change, team, "organisation", school);
  g_assert_true (nst_store_apply (f->store, change, NULL));
  set_from (f, school, "short_name", "Лицей", 1, 9, 2021);
  set_from (f, school, "full_name", "Лицей имени Гагарина", 1, 9, 2021);
  g_assert_cmpuint (count_found (f, "organisation", "песковатская"), ==, 1);
  g_assert_cmpuint (count_found (f, "organisation", "гагарина"), ==, 1);
  g_assert_cmpuint (count_found (f, "team", "песковатская"), ==, 1);
  g_assert_cmpuint (count_found (f, "team", "лицей"), ==, 1);
}

static void
test_refused (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) school = add_school (f);
  g_autoptr (NstChange) change = nst_change_new ("Change");
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_SEPTEMBER, 2021);
  g_autoptr (GError) error = NULL;

  g_assert_false (nst_values_set_from (NST_SOURCE (f->store), change, school, "phone", "1", date,
                                       NULL, &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (nst_values_set_from (NST_SOURCE (f->store), change, school, "full_name", NULL,
                                       date, NULL, &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_MISSING);
  g_assert_cmpuint (nst_change_get_items (change)->len, ==, 0);
}

/* What was kept of a school goes with it, and comes back with it. */
static void
test_removed (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NstRecord) school = add_school (f);
  g_autoptr (NstChange) change = nst_change_new ("Remove");
  g_autoptr (GError) error = NULL;

  set_from (f, school, "short_name", "Лицей", 1, 9, 2021);
  nst_change_remove (change, school);
  nst_store_apply (f->store, change, &error);
  g_assert_no_error (error);
  g_assert_cmpint (nst_source_count (NST_SOURCE (f->store), "former", NULL, NULL), ==, 0);
  g_assert_true (nst_store_undo (f->store, NULL, NULL));
  g_assert_cmpint (nst_source_count (NST_SOURCE (f->store), "former", NULL, NULL), ==, 1);
}

#define ADD(name, function)                                                                      \
  g_test_add ("/store/values/" name, NstStoreFixture, NULL, nst_store_fixture_set_up, function,  \
              nst_store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("renamed", test_renamed);
  ADD ("between", test_between);
  ADD ("same-day", test_same_day);
  ADD ("head", test_head);
  ADD ("search", test_search);
  ADD ("refused", test_refused);
  ADD ("removed", test_removed);
  return g_test_run ();
}
