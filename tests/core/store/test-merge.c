/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards of one person become one; numbers of papers in their series (R96-R98). */
#include "config.h"

#include "nst-store-fixture.h"

#include "model/nst-error.h"
#include "rules/nst-merge.h"
#include "rules/nst-numbering.h"
#include "store/nst-history.h"

static NstRuleContext
get_context (NstStoreFixture *f)
{
  NstRuleContext context = { NULL, NST_SOURCE (f->store), { 0 } };

  nst_clock_get_today (f->clock, &context.today);
  return context;
}

static void
apply (NstStoreFixture *f, NstChange *change)
{
  g_autoptr (GError) error = NULL;

  nst_store_apply (f->store, change, &error);
  g_assert_no_error (error);
}

/* One person twice; the first has a consent and a former post, the second a basis and a file. */
static void
fill (NstStoreFixture *f, NstRecord **first, NstRecord **second)
{
  g_autoptr (NstChange) change = nst_change_new ("Fill");
  g_autoptr (NstRecord) consent = NULL;
  g_autoptr (NstRecord) basis = NULL;
  g_autoptr (NstRecord) file = NULL;

  *first = nst_change_add (change, "person", "last", "Иванова", "first", "Мария", "note",
                           "первая", NULL);
  *second = nst_change_add (change, "person", "last", "Иванова", "first", "М.", "email",
                            "m@example.org", "note", "вторая", NULL);
  consent = nst_change_add (change, "consent", "kind", "PERSONAL_DATA", NULL);
  basis = nst_change_add (change, "basis", "kind", "MEMO", NULL);
  file = nst_change_add (change, "attachment", "file_name", "a.pdf", "sha256", "00", NULL);
  nst_change_set_ref (change, consent, "person", *first);
  nst_change_set_ref (change, basis, "author", *second);
  nst_change_set_link (change, file, "subject", *second);
  apply (f, change);
}

static void
test_merge (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstRuleContext context = get_context (f);
  g_autoptr (NstRecord) first = NULL;
  g_autoptr (NstRecord) second = NULL;
  g_autoptr (NstRecord) found = NULL;
  g_autoptr (NstChange) change = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  fill (f, &first, &second);
  change = nst_merge_plan (&context, first, second, NULL, &error);
  g_assert_no_error (error);
  apply (f, change);
  g_assert_cmpstr (nst_record_get_text (first, "first"), ==, "Мария");
  g_assert_cmpstr (nst_record_get_text (first, "email"), ==, "m@example.org");
  g_assert_cmpstr (nst_record_get_text (first, "note"), ==, "первая\nвторая");
  g_assert_cmpint (nst_source_count (context.source, "basis", "author", "1"), ==, 1);
  files = nst_source_list_linked (context.source, "attachment", "subject", first);
  g_assert_cmpuint (files->len, ==, 1);
  found = nst_store_find_uuid (f->store, nst_kinds_find ("person"), nst_record_get_uuid (second));
  g_assert_true (found == first);
  history = nst_history_list (f->store, first, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_true (nst_store_undo (f->store, NULL, &error));
  g_assert_cmpint (nst_source_count (context.source, "basis", "author", "2"), ==, 1);
  g_assert_null (nst_record_get_text (first, "email"));
}

/* What was done with the other card is read from the one that stays, also after two merges. */
static void
test_history (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstRuleContext context = get_context (f);
  g_autoptr (NstRecord) a = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstRecord) b = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstRecord) c = nst_store_fixture_add_person (f, "Лугова");
  g_autoptr (NstChange) inner = nst_merge_plan (&context, b, a, NULL, NULL);
  g_autoptr (NstChange) outer = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (NstRecord) found = NULL;

  apply (f, inner);
  outer = nst_merge_plan (&context, c, b, NULL, NULL);
  apply (f, outer);
  history = nst_history_list (f->store, c, 0, NULL);
  g_assert_cmpuint (history->len, ==, 5);
  found = nst_store_find_uuid (f->store, nst_kinds_find ("person"), nst_record_get_uuid (a));
  g_assert_true (found == c);
}

static void
test_conflicts (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstRuleContext context = get_context (f);
  g_autoptr (NstRecord) first = NULL;
  g_autoptr (NstRecord) second = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GPtrArray) duplicates = NULL;
  g_autoptr (GHashTable) choices = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (NstChange) change = NULL;
  g_autoptr (GError) error = NULL;

  fill (f, &first, &second);
  duplicates = nst_merge_list_duplicates (&context, nst_kinds_find ("person"));
  g_assert_cmpuint (duplicates->len, ==, 1);
  conflicts = nst_merge_list_conflicts (first, second);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (g_array_index (conflicts, NstMergeConflict, 0).field->name, ==, "first");
  g_hash_table_insert (choices, (gpointer) "first", (gpointer) "Марья");
  change = nst_merge_plan (&context, first, second, choices, NULL);
  apply (f, change);
  g_assert_cmpstr (nst_record_get_text (first, "first"), ==, "Марья");
  g_assert_null (nst_merge_plan (&context, first, first, NULL, &error));
  g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
}

static void
add_order (NstStoreFixture *f, const char *number, const char *date)
{
  g_autoptr (NstChange) change = nst_change_new ("Add an order");

  g_object_unref (
      nst_change_add (change, "order", "kind", "PLAN", "number", number, "date", date, NULL));
  apply (f, change);
}

/* R97: № 14 and № 16 of 2025 leave № 15 out; № 18 of 2026 belongs to another series. */
static void
test_series (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstRuleContext context = get_context (f);
  g_autoptr (NstNumberSeries) series = nst_numbering_new (&context, "order", 0, 2025);
  g_autofree char *empty = nst_numbering_next (&context, series);
  g_autofree char *next = NULL;
  g_autofree char *gaps = NULL;
  gint64 number = 0;

  add_order (f, "14", "2025-02-01");
  add_order (f, "16", "2025-03-01");
  add_order (f, "18", "2026-03-01");
  next = nst_numbering_next (&context, series);
  gaps = nst_numbering_dup_gaps (&context, series, 0);
  g_assert_cmpstr (empty, ==, "1");
  g_assert_cmpstr (next, ==, "17");
  g_assert_cmpstr (gaps, ==, "15");
  g_assert_true (nst_numbering_read (series, "17-к", &number));
  g_assert_cmpint (number, ==, 17);
  g_assert_false (nst_numbering_read (series, "б/н", &number));
}

static void
test_pattern (NstStoreFixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstRuleContext context = get_context (f);
  g_autoptr (NstChange) change = nst_change_new ("Set the pattern");
  g_autoptr (NstNumberSeries) series = NULL;
  g_autofree char *next = NULL;
  gint64 number = 0;

  g_object_unref (
      nst_change_add (change, "series", "paper", "order", "pattern", "МС-{yyyy}/{nnn}", NULL));
  g_object_unref (nst_change_add (change, "series", "paper", "order", "year", "2026", "pattern",
                                  "{n}", NULL));
  apply (f, change);
  series = nst_numbering_new (&context, "order", 0, 2025);
  g_assert_true (nst_numbering_read (series, "МС-2025/041", &number));
  g_assert_cmpint (number, ==, 41);
  add_order (f, "МС-2025/041", "2025-02-01");
  next = nst_numbering_next (&context, series);
  g_assert_cmpstr (next, ==, "МС-2025/042");
}

#define ADD(name, function)                                                                      \
  g_test_add ("/store/merge/" name, NstStoreFixture, NULL, nst_store_fixture_set_up, function,   \
              nst_store_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("merge", test_merge);
  ADD ("history", test_history);
  ADD ("conflicts", test_conflicts);
  ADD ("series", test_series);
  ADD ("pattern", test_pattern);
  return g_test_run ();
}
