/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines from entry to exit: places by hand, labels that make room, the change in words. */
#include "config.h"

#include "charts/nst-chart-slope.h"

static void
add_line (NstSlope *slope, const char *label, double entry, double exit)
{
  NstSlopeLine line = { (char *) label, entry, exit, 3, 3 };

  nst_slope_add (slope, &line);
}

/* 200 pixels less 26 and half a label above, 14 below: 151.5 pixels for 100 points. */
static void
test_places (void)
{
  g_autoptr (NstSlope) slope = nst_slope_new ("Направление");
  g_autoptr (GArray) boxes = NULL;
  const NstSlopeBox *box;

  add_line (slope, "А", 50, 100);
  add_line (slope, "Б", 50, 0);
  add_line (slope, "В", 80, 0);
  boxes = nst_slope_place (slope, 200);
  box = (const NstSlopeBox *) (gpointer) boxes->data;
  g_assert_cmpfloat_with_epsilon (box[0].entry_y, 110.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[0].exit_y, 34.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[2].entry_y, 64.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[2].entry_label_y, 64.8, 1e-9);
  /* Two labels at one value stand under one another; at the bottom the upper one gives way. */
  g_assert_cmpfloat_with_epsilon (box[0].entry_label_y, 110.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].entry_label_y, 127.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].exit_label_y, 169, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[2].exit_label_y, 186, 1e-9);
}

static void
test_words (void)
{
  g_autoptr (NstSlope) slope = nst_slope_new ("Направление");
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  add_line (slope, "А", 48, 65.66);
  add_line (slope, "Б", 60.4, 60);
  add_line (slope, "В", 50.04, 50);
  marks = nst_slope_plot.list_marks (slope, 500, 200);
  g_assert_cmpstr (((NstChartMark *) marks->pdata[0])->text, ==,
                   "Б: fell from 60,4 to 60,0, −0,4");
  g_assert_cmpstr (((NstChartMark *) marks->pdata[1])->text, ==,
                   "В: 50,0 at the entry and at the exit");
  g_assert_cmpstr (((NstChartMark *) marks->pdata[2])->text, ==,
                   "А: rose from 48,0 to 65,7, +17,7");
  rows = nst_slope_plot.list_rows (slope);
  g_assert_cmpstr (((GStrv) rows->pdata[1])[5], ==, "+17,7");
  g_assert_cmpstr (((GStrv) rows->pdata[3])[5], ==, "no change");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/charts/slope/places", test_places);
  g_test_add_func ("/charts/slope/words", test_words);
  return g_test_run ();
}
