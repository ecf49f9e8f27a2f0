/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars of a distribution against numbers computed by hand (17.7: 30, 22 and 3 of 55). */
#include "config.h"

#include "charts/nst-chart-ranks.h"

static void
test_counts (void)
{
  g_autoptr (NstRanks) ranks = nst_ranks_new ("Направлений", "Группы", 55);
  g_autoptr (GArray) boxes = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const NstRankBox *box;

  nst_ranks_add (ranks, "1", 30);
  nst_ranks_add (ranks, "2", 22);
  nst_ranks_add (ranks, "3", 3);
  boxes = nst_ranks_place (ranks, 400);
  box = (const NstRankBox *) (gpointer) boxes->data;
  /* 400 less 216 for the names and 96 for the numbers. */
  g_assert_cmpfloat_with_epsilon (box[0].x, 216, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[0].width, 88, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].width, 88 * 22 / 30.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[2].width, 8.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[2].y, 61, 1e-9);
  marks = nst_ranks_plot.list_marks (ranks, 400, 84);
  g_assert_cmpstr (((NstChartMark *) marks->pdata[0])->text, ==, "1: 30, 54,5\302\240%");
  g_assert_cmpint (nst_chart_marks_find (marks, 399, 83), ==, 2);
  rows = nst_ranks_plot.list_rows (ranks);
  g_assert_cmpstr (((GStrv) rows->pdata[0])[0], ==, "Направлений");
  g_assert_cmpstr (((GStrv) rows->pdata[3])[2], ==, "5,5\302\240%");
}

/* The longest first; what does not fit is counted together and has no bar. */
static void
test_fold (void)
{
  static const char *const names[] = { "а", "б", "в", "г", "д" };
  static const guint values[] = { 2, 9, 1, 7, 3 };
  g_autoptr (NstRanks) ranks = nst_ranks_new ("Территория", "Группы", 0);
  g_autoptr (GArray) boxes = NULL;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    nst_ranks_add (ranks, names[i], values[i]);
  nst_ranks_fold (ranks, 3);
  summary = nst_ranks_plot.dup_summary (ranks);
  g_assert_cmpstr (summary, ==, "б: 9; г: 7; 3 more: 6");
  boxes = nst_ranks_place (ranks, 400);
  g_assert_cmpfloat_with_epsilon (g_array_index (boxes, NstRankBox, 0).width, 88, 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (boxes, NstRankBox, 2).width, 0, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/charts/ranks/counts", test_counts);
  g_test_add_func ("/charts/ranks/fold", test_fold);
  return g_test_run ();
}
