/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar of working days against the published one, and days counted by it. */
#include "config.h"

#include "scheme/nst-scheme-loader.h"

#include "model/nst-error.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static GDate
read_day (const char *text)
{
  GDate day;
  int y, m, d;

  g_assert_cmpint (sscanf (text, "%4d-%2d-%2d", &y, &m, &d), ==, 3);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return day;
}

static NstWorkCalendar *
load (void)
{
  g_autoptr (GError) error = NULL;
  NstWorkCalendar *calendar = nst_work_calendar_load ("ru", &error);

  g_assert_no_error (error);
  return calendar;
}

static void
assert_day (const GDate *day, const char *expected)
{
  GDate wanted = read_day (expected);

  g_test_message ("%s", expected);
  g_assert_cmpint (g_date_days_between (&wanted, day), ==, 0);
}

/* Working days of the published calendars; the days that the President declared non-working are
 * taken off them: 29 in 2020, 7 in 2021. */
static void
test_years (void)
{
  static const struct
  {
    int year;
    guint published;
    guint declared;
  } years[] = { { 2020, 248, 29 }, { 2021, 247, 7 }, { 2022, 247, 0 }, { 2023, 247, 0 },
                { 2024, 248, 0 },  { 2025, 247, 0 }, { 2026, 247, 0 } };
  g_autoptr (NstWorkCalendar) calendar = load ();

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *first = g_strdup_printf ("%d-01-01", years[i].year);
      g_autofree char *last = g_strdup_printf ("%d-12-31", years[i].year);
      GDate start = read_day (first), end = read_day (last);

      g_assert_true (nst_work_calendar_knows (calendar, years[i].year));
      g_assert_nonnull (nst_work_calendar_get_source (calendar, years[i].year));
      g_assert_cmpuint (nst_work_calendar_count (calendar, &start, &end), ==,
                        years[i].published - years[i].declared);
    }
}

/* Saturdays that were worked for a day off, and the days off that they gave. */
static void
test_transfers (void)
{
  static const char *const worked[] = { "2021-02-20", "2022-03-05", "2024-04-27", "2024-11-02",
                                        "2024-12-28", "2025-11-01", "2021-11-08", "2026-01-12" };
  static const char *const off[] = { "2020-05-05", "2021-02-22", "2021-11-05", "2021-12-31",
                                     "2022-03-07", "2022-05-03", "2022-05-10", "2023-02-24",
                                     "2023-05-08", "2023-11-06", "2024-04-30", "2024-12-31",
                                     "2025-06-13", "2025-12-31", "2026-01-09", "2026-03-09",
                                     "2026-12-31", "2026-11-21" };
  g_autoptr (NstWorkCalendar) calendar = load ();

  for (guint i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      GDate day = read_day (worked[i]);

      g_test_message ("%s", worked[i]);
      g_assert_true (nst_work_calendar_is_working (calendar, &day));
    }
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    {
      GDate day = read_day (off[i]);

      g_test_message ("%s", off[i]);
      g_assert_false (nst_work_calendar_is_working (calendar, &day));
    }
}

static void
test_count (void)
{
  g_autoptr (NstWorkCalendar) calendar = load ();
  GDate start = read_day ("2021-12-30"), day;

  g_assert_true (nst_work_calendar_add (calendar, &start, 1, &day));
  assert_day (&day, "2022-01-10");
  start = read_day ("2022-03-03");
  g_assert_true (nst_work_calendar_add (calendar, &start, 5, &day));
  assert_day (&day, "2022-03-11");
  g_assert_true (nst_work_calendar_add (calendar, &day, -5, &start));
  assert_day (&start, "2022-03-03");
  g_assert_true (nst_work_calendar_add (calendar, &start, 0, &day));
  assert_day (&day, "2022-03-03");
  start = read_day ("2024-04-28");
  g_assert_true (nst_work_calendar_next (calendar, &start, &day));
  assert_day (&day, "2024-05-02");
}

/* A year that is not there: Saturdays and Sundays only, and it says so. */
static void
test_unknown_year (void)
{
  g_autoptr (NstWorkCalendar) calendar = load ();
  GDate start = read_day ("2026-12-30"), day;

  g_assert_false (nst_work_calendar_add (calendar, &start, 1, &day));
  assert_day (&day, "2027-01-01");
  start = read_day ("2030-05-09");
  g_assert_false (nst_work_calendar_next (calendar, &start, &day));
  assert_day (&day, "2030-05-09");
  g_assert_false (nst_work_calendar_next (NULL, &start, &day));
}

/* An office writes a further year itself, and corrects one. */
static void
test_own_file (void)
{
  static const char own[] =
      "<calendar id='ru' version='1'><title>Свой</title>"
      "<year number='2026' source='Приказ'><off days='2026-09-01'/></year>"
      "<year number='2027' source='Постановление'>"
      "<off days='2027-01-01..2027-01-10'/><work days='2027-02-20'/></year></calendar>";
  g_autofree char *folder =
      g_build_filename (g_get_user_data_dir (), "nastavnik", "calendars", NULL);
  g_autofree char *path = g_build_filename (folder, "ru.xml", NULL);
  g_autoptr (NstWorkCalendar) calendar = NULL;
  GDate start = read_day ("2026-12-31"), day;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, own, -1, NULL));
  calendar = load ();
  g_assert_true (nst_work_calendar_add (calendar, &start, 1, &day));
  assert_day (&day, "2027-01-11");
  start = read_day ("2026-09-01");
  g_assert_false (nst_work_calendar_is_working (calendar, &start));
  start = read_day ("2026-01-05");
  g_assert_true (nst_work_calendar_is_working (calendar, &start));
  start = read_day ("2025-01-06");
  g_assert_false (nst_work_calendar_is_working (calendar, &start));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_broken (void)
{
  static const char *const texts[] = {
    "<calendar id='x'><year number='2027'/></calendar>",
    "<calendar id='x'><year number='2027' source='П'><off days='2026-01-01'/></year></calendar>",
    "<calendar id='x'><year number='2027' source='П'><off days='2027-02-30'/></year></calendar>",
    "<calendar id='x'><year number='2027' source='П'><off days='2027-01-08..2027-01-01'/></year>"
    "</calendar>",
    "<calendar id='x'><year number='2027' source='П'/><year number='2027' "
    "source='П'/></calendar>",
    "<calendar id='x'><year number='2027' source='П'><free days='2027-01-01'/></year></calendar>",
    "<scheme/>",
    "<calendar",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) text = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (nst_work_calendar_new_from_text (text, "x.xml", &error));
      g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "x.xml"));
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("nastavnik-calendar-XXXXXX", NULL);
  g_autofree char *parent = g_build_filename (home, "nastavnik", NULL);
  int result;

  /* The office's own file is never written among a person's data, isolated or not. */
  g_assert_nonnull (home);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/work-calendar/years", test_years);
  g_test_add_func ("/work-calendar/transfers", test_transfers);
  g_test_add_func ("/work-calendar/count", test_count);
  g_test_add_func ("/work-calendar/unknown-year", test_unknown_year);
  g_test_add_func ("/work-calendar/own-file", test_own_file);
  g_test_add_func ("/work-calendar/broken", test_broken);

  result = g_test_run ();
  g_rmdir (parent);
  g_rmdir (home);
  return result;
}
