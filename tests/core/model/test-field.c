/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people type becomes canonical text, or is refused with the place and the remedy. */
#include "config.h"

#include "model/nst-error.h"
#include "model/nst-kind.h"

#include <string.h>

static const NstField date_field = NST_FIELD_DATE (1, "day", "Day", 0);
static const NstField int_field = NST_FIELD_INT (1, "number", "Number", 0);
static const NstField bool_field = NST_FIELD_BOOL (1, "flag", "Flag", 0);
static const NstField string_field = NST_FIELD_STRING (1, "line", "Line", 0);
static const NstField codes_field = NST_FIELD_CODES (1, "codes", "some", "Codes", 0);
static const NstField link_field = NST_FIELD_LINK (1, "subject", "Subject", 0);

typedef struct
{
  const NstField *field;
  const char *typed;
  const char *canonical; /* NULL: refused */
} Case;

static void
test_parse (void)
{
  static const Case cases[] = {
    { &date_field, "26.11.2021", "2021-11-26" },
    { &date_field, " 2021-11-26 ", "2021-11-26" },
    { &date_field, "29.02.2021", NULL },
    { &date_field, "26.11.21", NULL },
    { &date_field, "26.11.2021x", NULL },
    { &date_field, "завтра", NULL },
    { &int_field, "42", "42" },
    { &int_field, "-7", "-7" },
    { &int_field, "4.2", NULL },
    { &int_field, "9999999999999999999", NULL },
    { &bool_field, "Да", "1" },
    { &bool_field, "false", "0" },
    { &bool_field, "maybe", NULL },
    { &string_field, "  Песковатская средняя школа ", "Песковатская средняя школа" },
    { &string_field, "two\nlines", NULL },
    { &string_field, "\x01", NULL },
    { &string_field, "\xff", NULL },
    { &codes_field, "A; своё направление ;;B", "A\nсвоё направление\nB" },
    { &link_field, "program/12", "program/12" },
    { &link_field, "nothing/12", NULL },
    { &link_field, "program/x", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = nst_field_parse (cases[i].field, cases[i].typed, &error);

      g_assert_cmpstr (text, ==, cases[i].canonical);
      if (cases[i].canonical != NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, cases[i].field->name));
    }
}

/* Nothing typed is "unknown", not an error. */
static void
test_parse_nothing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nst_field_parse (&date_field, "  ", &error));
  g_assert_no_error (error);
  g_assert_null (nst_field_parse (&date_field, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (nst_field_check (&date_field, NULL, &error));
  g_assert_false (nst_field_check (&date_field, "", NULL));
}

/* No input fills the disk. */
static void
test_caps (void)
{
  g_autofree char *line = g_strnfill (4001, 'a');

  g_assert_null (nst_field_parse (&string_field, line, NULL));
  line[4000] = '\0';
  g_assert_true (nst_field_check (&string_field, line, NULL));
}

/* Every table is whole: names unique, targets exist, titles name fields. */
static void
test_tables (void)
{
  const NstKind *const *kinds = nst_kinds_list ();
  guint n = 0;

  for (; kinds[n] != NULL; n++)
    {
      const NstKind *kind = kinds[n];

      g_assert_true (nst_kinds_find (kind->name) == kind);
      g_assert_true (nst_kinds_find (kind->plural) == kind);
      g_assert_nonnull (nst_kind_find_field (kind, kind->order));
      for (guint i = 0; kind->fields[i].name != NULL; i++)
        {
          const NstField *field = &kind->fields[i];

          g_assert_cmpint (nst_kind_get_field_index (kind, field->name), ==, (int) i);
          g_assert_cmpuint (field->since, >=, 1);
          g_assert_cmpuint (strlen (field->label), >, 0);
          if (field->type == NST_FIELD_TYPE_REF)
            g_assert_nonnull (nst_kinds_find (field->target));
          if (field->type == NST_FIELD_TYPE_CODE)
            g_assert_nonnull (field->target);
        }
    }
  g_assert_cmpuint (n, >=, 24);
  g_assert_null (nst_kinds_find ("nothing"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/model/field/parse", test_parse);
  g_test_add_func ("/model/field/parse-nothing", test_parse_nothing);
  g_test_add_func ("/model/field/caps", test_caps);
  g_test_add_func ("/model/field/tables", test_tables);
  return g_test_run ();
}
