/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Extra fields: their names and descriptions, their values in records and changes. */
#include "config.h"

#include "model/nst-change.h"
#include "model/nst-extra.h"

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (48, 'a');
  g_autofree char *longer = g_strnfill (49, 'a');

  g_assert_true (nst_extra_is_name ("x-motto"));
  g_assert_true (nst_extra_is_name ("x-Motto_2-b"));
  g_assert_true (nst_extra_is_code (longest));
  g_assert_false (nst_extra_is_code (longer));
  g_assert_false (nst_extra_is_name ("motto"));
  g_assert_false (nst_extra_is_name ("x-"));
  g_assert_false (nst_extra_is_name ("x-a'b"));
  g_assert_false (nst_extra_is_name ("x-девиз"));
  g_assert_false (nst_extra_is_name (NULL));
}

/* The same description is the same field, another one another. */
static void
test_define (void)
{
  const NstField *field = nst_extra_define ("x-climate", NST_FIELD_TYPE_CODE, "climate", "Климат",
                                            NST_FIELD_REQUIRED);

  g_assert_true (field == nst_extra_define ("x-climate", NST_FIELD_TYPE_CODE, "climate", "Климат",
                                            NST_FIELD_REQUIRED));
  g_assert_true (field != nst_extra_define ("x-climate", NST_FIELD_TYPE_CODES, "climate",
                                            "Климат", NST_FIELD_REQUIRED));
  g_assert_cmpstr (field->name, ==, "x-climate");
  g_assert_cmpstr (field->target, ==, "climate");
  g_assert_cmpuint (field->flags, ==, NST_FIELD_REQUIRED);
  g_assert_cmpint (nst_extra_define_plain ("x-climate")->type, ==, NST_FIELD_TYPE_TEXT);
}

static void
test_types (void)
{
  static const char *const codes[] = { "STRING", "TEXT", "INT",   "DATE",
                                       "BOOL",   "CODE", "CODES", "DUE" };
  NstFieldType type;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (nst_extra_type_from_code (codes[i], &type));
      g_assert_cmpstr (nst_extra_type_to_code (type), ==, codes[i]);
    }
  g_assert_false (nst_extra_type_from_code ("REF", &type));
  g_assert_false (nst_extra_type_from_code (NULL, &type));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A new record has its values at once; a change of a kept one is a line of the change. */
static void
test_values (void)
{
  const NstField *size = nst_extra_define ("x-size", NST_FIELD_TYPE_INT, NULL, "Size", 0);
  g_autoptr (NstChange) make = nst_change_new ("Add");
  g_autoptr (NstRecord) team = nst_change_add (make, "team", "x-motto", "Вперёд", NULL);
  g_autoptr (NstChange) change = nst_change_new ("Change");
  g_auto (GStrv) names = NULL;
  guint notified = 0;
  NstChangeItem *item;

  g_signal_connect_swapped (team, "notify::extra", G_CALLBACK (count_cb), &notified);
  nst_change_set_field (make, team, size, "7");
  nst_change_set_field (make, team, size, "7");
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpint (nst_record_get_int (team, "x-size"), ==, 7);
  g_assert_null (nst_record_get_text (team, "x-other"));
  names = nst_record_list_extra (team);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "x-motto");
  g_assert_cmpstr (names[1], ==, "x-size");

  nst_change_set (change, team, "x-size", "8");
  nst_change_set_field (change, team, size, "9");
  g_assert_cmpuint (nst_change_get_items (change)->len, ==, 1);
  item = g_ptr_array_index (nst_change_get_items (change), 0);
  g_assert_true (item->field == size);
  g_assert_cmpstr (item->before, ==, "7");
  g_assert_cmpstr (item->after, ==, "9");
  g_assert_cmpstr (nst_change_peek (change, team, "x-size"), ==, "9");
  g_assert_cmpstr (nst_record_get_text (team, "x-size"), ==, "7");
  nst_change_set_field (change, team, size, "7");
  g_assert_cmpuint (nst_change_get_items (change)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extra/names", test_names);
  g_test_add_func ("/extra/define", test_define);
  g_test_add_func ("/extra/types", test_types);
  g_test_add_func ("/extra/values", test_values);
  return g_test_run ();
}
