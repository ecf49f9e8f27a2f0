/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A change is data; records have real properties; ranks and derived UUIDs hold. */
#include "config.h"

#include "model/nst-change.h"
#include "model/nst-clock.h"
#include "model/nst-rank.h"
#include "model/nst-uuid.h"

static void
test_add_and_refer (void)
{
  g_autoptr (NstChange) change = nst_change_new ("Add a school");
  g_autoptr (NstRecord) school =
      nst_change_add (change, "organisation", "full_name", "Песковатская средняя школа", NULL);
  g_autoptr (NstRecord) team = nst_change_add (change, "team", "role", "DEVELOPING", NULL);
  g_autofree char *name = NULL;
  g_autoptr (GDate) day = g_date_new_dmy (10, G_DATE_NOVEMBER, 2021);
  g_autoptr (GDate) read = NULL;

  nst_change_set_ref (change, team, "organisation", school);
  nst_change_set_date (change, team, "registered_on", day);
  g_assert_cmpint (nst_record_get_id (school), <, 0);
  g_assert_cmpint (nst_record_get_ref (team, "organisation"), ==, nst_record_get_id (school));
  g_assert_cmpstr (nst_record_get_text (team, "registered_on"), ==, "2021-11-10");
  g_object_get (school, "full-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Песковатская средняя школа");
  g_object_get (team, "registered-on", &read, NULL);
  g_assert_cmpint (g_date_compare (read, day), ==, 0);
  g_assert_cmpuint (nst_change_get_items (change)->len, ==, 2);
}

/* Setting a field back takes it out of the change: nothing is recorded for nothing. */
static void
test_set_back (void)
{
  g_autoptr (NstChange) make = nst_change_new ("Add");
  g_autoptr (NstRecord) person = nst_change_add (make, "person", "last", "Лугова", NULL);
  g_autoptr (NstChange) change = nst_change_new ("Rename");

  nst_change_set (change, person, "last", "Зимина");
  nst_change_set (change, person, "last", "Крылатова");
  g_assert_cmpuint (nst_change_get_items (change)->len, ==, 1);
  g_assert_cmpstr (nst_change_peek (change, person, "last"), ==, "Крылатова");
  g_assert_cmpstr (nst_record_get_text (person, "last"), ==, "Лугова");
  nst_change_set (change, person, "last", "Лугова");
  g_assert_cmpuint (nst_change_get_items (change)->len, ==, 0);
}

static void
test_rank (void)
{
  g_autofree char *low = nst_rank_nth (0);
  g_autofree char *high = nst_rank_nth (1);

  g_assert_cmpstr (low, <, high);
  for (guint i = 0; i < 200; i++)
    {
      char *middle = nst_rank_between (low, high);

      g_assert_cmpstr (low, <, middle);
      g_assert_cmpstr (middle, <, high);
      g_free (i % 2 == 0 ? low : high);
      if (i % 2 == 0)
        low = middle;
      else
        high = middle;
    }
  for (guint i = 0; i < 1300; i++)
    {
      g_autofree char *one = nst_rank_nth (i);
      g_autofree char *next = nst_rank_nth (i + 1);

      g_assert_cmpstr (one, <, next);
    }
  g_free (g_steal_pointer (&low));
  low = nst_rank_between (NULL, high);
  g_assert_cmpstr (low, <, high);
}

static void
test_uuid (void)
{
  g_autofree char *one = nst_uuid_derive ("participant", "a", "b");
  g_autofree char *again = nst_uuid_derive ("participant", "a", "b");
  g_autofree char *other = nst_uuid_derive ("participant", "b", "a");

  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, other);
  g_assert_true (g_uuid_string_is_valid (one));
}

static void
test_clock (void)
{
  g_autoptr (NstClock) clock = nst_clock_new ();
  g_autoptr (GDate) day = g_date_new_dmy (1, G_DATE_JULY, 2022);
  g_autoptr (NstClock) running = nst_clock_copy (clock);
  g_autofree char *stamp = NULL;
  GDate today;

  g_assert_false (nst_clock_is_fixed (clock));
  nst_clock_get_today (clock, &today);
  g_assert_true (g_date_valid (&today));
  nst_clock_set_today (clock, day);
  nst_clock_get_today (clock, &today);
  g_assert_cmpint (g_date_compare (&today, day), ==, 0);
  stamp = nst_clock_dup_timestamp (clock);
  g_assert_cmpstr (stamp, ==, "2022-07-01T12:00:00Z");
  nst_clock_follow (clock, running);
  g_assert_false (nst_clock_is_fixed (clock));
}

/* What comes after finds its own ids, and one change does both. */
static void
test_join (void)
{
  g_autoptr (NstChange) first = nst_change_new ("first");
  g_autoptr (NstRecord) group = nst_change_add (first, "group", "number", "1", NULL);
  g_autoptr (NstChange) next = nst_change_new ("next");
  g_autoptr (NstRecord) entry = NULL;

  nst_change_continue (next, first);
  entry = nst_change_add (next, "participant", "side", "DEVELOPING", NULL);
  g_assert_cmpint (nst_record_get_id (entry), !=, nst_record_get_id (group));
  nst_change_set_ref (next, entry, "group", group);
  nst_change_set (next, group, "state", "FORMED");
  g_assert_null (nst_record_get_text (group, "state"));
  nst_change_set_sealed (next, TRUE);

  nst_change_join (first, next);
  g_assert_cmpuint (nst_change_get_items (first)->len, ==, 2);
  g_assert_cmpstr (nst_record_get_text (group, "state"), ==, "FORMED");
  g_assert_cmpint (nst_record_get_ref (entry, "group"), ==, nst_record_get_id (group));
  g_assert_cmpstr (nst_change_get_title (first), ==, "next");
  g_assert_true (nst_change_get_sealed (first));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/model/change/add-and-refer", test_add_and_refer);
  g_test_add_func ("/model/change/set-back", test_set_back);
  g_test_add_func ("/model/change/join", test_join);
  g_test_add_func ("/model/rank", test_rank);
  g_test_add_func ("/model/uuid", test_uuid);
  g_test_add_func ("/model/clock", test_clock);
  return g_test_run ();
}
