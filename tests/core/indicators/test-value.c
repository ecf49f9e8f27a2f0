/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values round as the rules say, and what is unknown stays unknown. */
#include "config.h"

#include "indicators/nst-indicators.h"

/* R35 and DOMAIN 17.4, done and all. */
static void
test_rounding (void)
{
  static const struct
  {
    guint done;
    guint all;
    int permille;
    const char *label;
  } cases[] = {
    { 5, 18, 278, "27,8\302\240%" },    { 6, 18, 333, "33,3\302\240%" },
    { 16, 18, 889, "88,9\302\240%" },   { 17, 18, 944, "94,4\302\240%" },
    { 1, 2000, 1, "0,1\302\240%" },     { 0, 18, 0, "0,0\302\240%" },
    { 18, 18, 1000, "100,0\302\240%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NstIndicatorValue) value = nst_indicator_value_new ("P1", "P1", "%", NULL);
      g_autofree char *label = NULL;

      nst_indicator_value_set_share (value, cases[i].done, cases[i].all);
      label = nst_indicator_value_dup_label (value);
      g_assert_cmpint (value->permille, ==, cases[i].permille);
      g_assert_cmpstr (label, ==, cases[i].label);
    }
}

static void
test_unknown (void)
{
  g_autoptr (NstIndicatorValue) value = nst_indicator_value_new ("P6", "P6", "%", NULL);
  g_autofree char *label = NULL;
  g_autofree char *numbers = NULL;

  nst_indicator_value_set_share (value, 0, 0);
  value->target = 1000;
  nst_indicator_value_judge (value);
  label = nst_indicator_value_dup_label (value);
  numbers = nst_indicator_value_dup_numbers (value);
  g_assert_false (nst_indicator_value_is_known (value));
  g_assert_cmpint ((int) value->verdict, ==, NST_INDICATOR_NO_DATA);
  g_assert_cmpstr (label, ==, "no data");
  g_assert_null (numbers);
}

/* R95: at least the target. */
static void
test_verdict (void)
{
  static const struct
  {
    guint done;
    int target;
    NstIndicatorVerdict verdict;
  } cases[] = { { 9, 500, NST_INDICATOR_MEETS },
                { 8, 500, NST_INDICATOR_MISSES },
                { 8, NST_INDICATOR_UNKNOWN, NST_INDICATOR_NO_TARGET } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NstIndicatorValue) value = nst_indicator_value_new ("P1", "P1", "%", NULL);

      nst_indicator_value_set_share (value, cases[i].done, 18);
      value->target = cases[i].target;
      nst_indicator_value_judge (value);
      g_assert_cmpint ((int) value->verdict, ==, (int) cases[i].verdict);
    }
}

static void
test_csv (void)
{
  g_autoptr (GPtrArray) values =
      g_ptr_array_new_with_free_func ((GDestroyNotify) nst_indicator_value_free);
  g_autoptr (GString) csv = g_string_new (NULL);
  NstIndicatorValue *value = nst_indicator_value_new ("P1", "Сказано \"да\"", "%", NULL);

  nst_indicator_value_set_share (value, 6, 18);
  nst_indicator_value_judge (value);
  g_ptr_array_add (values, value);
  nst_indicators_append_csv (csv, "№ 1", values);
  nst_indicators_append_csv (csv, "", values);
  g_assert_cmpstr (csv->str, ==,
                   "Programme,Code,Indicator,Value,Counted,Out of,Target,Verdict,Origin\n"
                   "№ 1,P1,\"Сказано \"\"да\"\"\",\"33,3\302\240%\",6,18,,no target,\n"
                   ",P1,\"Сказано \"\"да\"\"\",\"33,3\302\240%\",6,18,,no target,\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/indicators/value/rounding", test_rounding);
  g_test_add_func ("/indicators/value/unknown", test_unknown);
  g_test_add_func ("/indicators/value/verdict", test_verdict);
  g_test_add_func ("/indicators/value/csv", test_csv);
  return g_test_run ();
}
