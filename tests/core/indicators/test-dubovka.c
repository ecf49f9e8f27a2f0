/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators of the worked example on its days (DOMAIN 14.4, 17.4, 17.5). */
#include "config.h"

#include "import/nst-demo.h"
#include "indicators/nst-indicators.h"

#include <glib/gstdio.h>

typedef struct
{
  char *dir;
  NstOffice *office;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstClock) clock = NULL;
  g_autofree char *path = NULL;
  GDate last;

  g_date_clear (&last, 1);
  g_date_set_dmy (&last, 31, G_DATE_JANUARY, 2023);
  clock = nst_clock_new_fixed (&last);
  f->dir = g_dir_make_tmp ("nst-indicators-XXXXXX", NULL);
  path = g_build_filename (f->dir, "demo.nastavnik", NULL);
  f->office = nst_demo_create (path, "dubovka", NULL, &last, clock, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (f->office);
  g_free (f->dir);
}

static GPtrArray *
compute_on (Fixture *f, GDateDay day, GDateMonth month, GDateYear year)
{
  g_autoptr (GPtrArray) programs = NULL;
  NstRuleContext context;

  nst_office_get_context (f->office, &context);
  g_date_set_dmy (&context.today, day, month, year);
  programs = nst_indicators_list_programs (&context, 0);
  g_assert_cmpuint (programs->len, ==, 1);
  return nst_indicators_compute_one (&context, g_ptr_array_index (programs, 0));
}

static const NstIndicatorValue *
find (GPtrArray *values, const char *code)
{
  for (guint i = 0; i < values->len; i++)
    {
      const NstIndicatorValue *value = g_ptr_array_index (values, i);

      if (g_str_equal (value->code, code))
        return value;
    }
  g_error ("no indicator %s", code);
}

/* 27,8; 33,3; 88,9; 94,4, and what is left of a hundred. */
static void
test_shares (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    GDateDay day;
    GDateMonth month;
    GDateYear year;
    guint done;
    int share;
    int rest;
  } cases[] = {
    { 30, G_DATE_NOVEMBER, 2021, 5, 278, 722 },
    { 1, G_DATE_JULY, 2022, 6, 333, 667 },
    { 28, G_DATE_DECEMBER, 2022, 16, 889, 111 },
    { 30, G_DATE_DECEMBER, 2022, 17, 944, 56 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) values = compute_on (f, cases[i].day, cases[i].month, cases[i].year);
      const NstIndicatorValue *done = find (values, "P1");
      const NstIndicatorValue *rest = find (values, "P2");

      g_assert_cmpuint (done->numerator, ==, cases[i].done);
      g_assert_cmpuint (done->denominator, ==, 18);
      g_assert_cmpint (done->permille, ==, cases[i].share);
      g_assert_cmpuint (rest->numerator, ==, 18 - cases[i].done);
      g_assert_cmpint (rest->permille, ==, cases[i].rest);
    }
}

/* Before the final report there is nothing to say about criteria, nor about time. */
static void
test_no_data (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const codes[] = { "P3", "P4", "P5", "P6" };
  g_autoptr (GPtrArray) values = compute_on (f, 1, G_DATE_JULY, 2022);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpint ((int) find (values, codes[i])->verdict, ==, NST_INDICATOR_NO_DATA);
}

/* Issued on 30.12.2022, due on 30.01.2023 (DOMAIN 17.5): one of one in time. */
static void
test_report_in_time (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) values = compute_on (f, 10, G_DATE_JANUARY, 2023);
  const NstIndicatorValue *value = find (values, "P6");

  g_assert_cmpuint (value->numerator, ==, 1);
  g_assert_cmpuint (value->denominator, ==, 1);
  g_assert_cmpint (value->permille, ==, 1000);
}

/* The programme is drawn up in 2021 and ends in 2022; a past year is judged at its end. */
static void
test_years (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  NstRuleContext context;
  g_autoptr (GArray) years = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) values = NULL;

  nst_office_get_context (f->office, &context);
  years = nst_indicators_list_years (&context);
  g_assert_cmpuint (years->len, ==, 2);
  g_assert_cmpuint (g_array_index (years, guint, 0), ==, 2021);
  g_assert_cmpuint (g_array_index (years, guint, 1), ==, 2022);
  none = nst_indicators_list_programs (&context, 2020);
  g_assert_cmpuint (none->len, ==, 0);
  values = nst_indicators_compute_year (&context, 2022, 0);
  g_assert_cmpint (find (values, "P1")->permille, ==, 944);
  nst_indicators_move_to_year (&context, 2023);
  g_assert_cmpuint (g_date_get_month (&context.today), ==, G_DATE_JANUARY);
}

#define ADD(name, func)                                                                          \
  g_test_add ("/indicators/dubovka/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  ADD ("shares", test_shares);
  ADD ("no-data", test_no_data);
  ADD ("report-in-time", test_report_in_time);
  ADD ("years", test_years);
  return g_test_run ();
}
