/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars are as long as what they stand for. */
#include "config.h"

#include "charts/nst-chart-columns.h"
#include "charts/nst-chart-progress.h"
#include "charts/nst-charts.h"

/* 33,3 % of 300 pixels with a target of 80 %. */
static void
test_bullet (void)
{
  NstBullet *bullet = nst_bullet_new ("P1", 333, 800, "33,3 %", "80 %", NST_CHART_HUE_AMBER);
  NstBulletBox box;

  nst_bullet_place (bullet, 10, 0, 300, 44, &box);
  g_assert_cmpfloat_with_epsilon (box.bar, 99.9, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.target_x, 250, 1e-9);
  nst_bullet_free (bullet);
}

/* What is not known is not zero. */
static void
test_unknown (void)
{
  NstBullet *unknown = nst_bullet_new ("P6", NST_CHART_UNKNOWN, NST_CHART_UNKNOWN, "no data",
                                       NULL, NST_CHART_HUE_BLUE);
  NstBullet *zero =
      nst_bullet_new ("P6", 0, NST_CHART_UNKNOWN, "0,0 %", NULL, NST_CHART_HUE_BLUE);
  NstBulletBox box;

  nst_bullet_place (unknown, 0, 0, 300, 44, &box);
  g_assert_cmpfloat (box.bar, <, 0);
  g_assert_cmpfloat (box.target_x, <, 0);
  nst_bullet_place (zero, 0, 0, 300, 44, &box);
  g_assert_cmpfloat_with_epsilon (box.bar, 0, 1e-9);
  nst_bullet_free (unknown);
  nst_bullet_free (zero);
}

/* The programme of DOMAIN 17.4 on 01.07.2022: 6 done, 6 partly, 1 not done, 5 ahead of 18. */
static void
test_stack (void)
{
  g_autoptr (NstStack) stack = nst_stack_new ("№ 1");
  g_autoptr (GArray) boxes = NULL;
  const NstStackBox *box;

  nst_stack_add (stack, NST_ACTIVITY_DONE, 6);
  nst_stack_add (stack, NST_ACTIVITY_PARTLY, 6);
  nst_stack_add (stack, NST_ACTIVITY_NOT_DONE, 1);
  nst_stack_add (stack, NST_ACTIVITY_PLANNED, 4);
  nst_stack_add (stack, NST_ACTIVITY_DUE, 1);
  nst_stack_add (stack, NST_ACTIVITY_CANCELLED, 3);
  g_assert_cmpuint (stack->total, ==, 18);
  boxes = nst_stack_place (stack, 100, 360);
  box = (const NstStackBox *) (gpointer) boxes->data;
  g_assert_cmpuint (boxes->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (box[0].x, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[0].width, 120, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].x, 220, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[2].width, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[3].x + box[3].width, 460, 1e-9);
  g_assert_cmpint ((int) nst_stack_get_state (box[3].part), ==, NST_ACTIVITY_PLANNED);
}

static void
test_columns (void)
{
  g_autoptr (GPtrArray) columns =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_column_free);
  g_autoptr (GArray) boxes = NULL;
  g_autofree char *summary = NULL;
  const NstColumnBox *box;

  g_ptr_array_add (columns, nst_column_new ("июн", 4, 3, FALSE));
  g_ptr_array_add (columns, nst_column_new ("июл", 2, 0, TRUE));
  boxes = nst_columns_place (columns, 200, 138);
  box = (const NstColumnBox *) (gpointer) boxes->data;
  /* 100 pixels are left for the highest column. */
  g_assert_cmpfloat_with_epsilon (box[0].height, 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[0].part_height, 75, 1e-9);
  g_assert_cmpfloat_with_epsilon (box[1].height, 50, 1e-9);
  g_assert_cmpint (nst_columns_hit (columns, 200, 150), ==, 1);
  g_assert_cmpint (nst_columns_hit (columns, 200, 200), ==, -1);
  summary = nst_columns_dup_summary (columns);
  g_assert_cmpstr (summary, ==, "июн: 4, of these done 3; июл: 2, of these done 0");
}

/* 110 of 140 planned fill 786 thousandths of the scale; 49 of 40 fill it, with the plan inside.
 */
static void
test_planned (void)
{
  static const struct
  {
    guint count, planned;
    int value, target;
  } cases[] = { { 110, 140, 785, 1000 }, { 49, 40, 1000, 816 }, { 0, 140, 0, 1000 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NstIndicatorValue) value = nst_indicator_value_new ("V2", "V2", "ОО", NULL);
      NstBullet *bullet;

      nst_indicator_value_set_count (value, cases[i].count, cases[i].planned);
      nst_indicator_value_judge (value);
      bullet = nst_charts_make_bullet (value);
      g_assert_cmpint (bullet->value, ==, cases[i].value);
      g_assert_cmpint (bullet->target, ==, cases[i].target);
      nst_bullet_free (bullet);
    }
}

/* A count without a plan is only words. */
static void
test_unplanned (void)
{
  g_autoptr (NstIndicatorValue) value = nst_indicator_value_new ("V5", "V5", "ОО", NULL);
  NstBullet *bullet;

  nst_indicator_value_set_count (value, 108, 0);
  bullet = nst_charts_make_bullet (value);
  g_assert_cmpint (bullet->value, ==, NST_CHART_WORDS);
  g_assert_cmpstr (bullet->text, ==, "108");
  nst_bullet_free (bullet);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/charts/bars/bullet", test_bullet);
  g_test_add_func ("/charts/bars/planned", test_planned);
  g_test_add_func ("/charts/bars/unplanned", test_unplanned);
  g_test_add_func ("/charts/bars/unknown", test_unknown);
  g_test_add_func ("/charts/bars/stack", test_stack);
  g_test_add_func ("/charts/bars/columns", test_columns);
  return g_test_run ();
}
