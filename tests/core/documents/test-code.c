/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code that an issued page carries (DOMAIN 4.31). */
#include "config.h"

#include "documents/nst-document-code.h"

#include <glib.h>
#include <string.h>

static void
test_code_round_trip (void)
{
  g_autofree char *code = nst_document_code_new ("2f6f3d0e-7c1b-4a53-9d7c-4c2a1f0b9e11");
  g_autofree char *base = nst_document_code_dup_base ("an office");

  g_assert_true (nst_document_code_check (code));
  g_assert_cmpuint (strlen (base), ==, 4);
  for (guint version = 1; version < 32; version += 5)
    for (guint page = 1; page < 1024; page += 31)
      {
        NstPageCode written = { .version = version, .page = page };
        NstPageCode found = { 0 };
        g_autofree char *text = NULL;

        g_strlcpy (written.base, base, sizeof written.base);
        g_strlcpy (written.code, code, sizeof written.code);
        text = nst_page_code_print (&written);
        g_assert_cmpuint (strlen (text), ==, 19);
        g_assert_true (nst_page_code_parse (&found, text));
        g_assert_cmpstr (found.base, ==, base);
        g_assert_cmpstr (found.code, ==, code);
        g_assert_cmpuint (found.version, ==, version);
        g_assert_cmpuint (found.page, ==, page);
      }
}

/* Typed by hand: small letters and no lines are taken, any wrong sign is not. */
static void
test_code_typed (void)
{
  NstPageCode written = { "4T7Q", "", 1, 2 };
  NstPageCode found = { 0 };
  g_autofree char *code = nst_document_code_new ("seed");
  g_autofree char *text = NULL;
  g_autofree char *small = NULL;
  g_auto (GStrv) parts = NULL;

  g_strlcpy (written.code, code, sizeof written.code);
  text = nst_page_code_print (&written);
  parts = g_strsplit (text, "-", -1);
  g_free (small);
  small = g_strjoinv ("", parts);
  for (char *p = small; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  g_assert_true (nst_page_code_parse (&found, small));
  for (guint i = 0; i < strlen (small); i++)
    {
      char kept = small[i];

      small[i] = kept == '7' ? '8' : '7';
      g_assert_false (nst_page_code_parse (&found, small));
      small[i] = kept;
    }
  g_assert_false (nst_page_code_parse (&found, ""));
  g_assert_false (nst_page_code_parse (&found, code));
  g_assert_false (nst_page_code_parse (&found, "----"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);
  g_test_add_func ("/documents/code/round-trip", test_code_round_trip);
  g_test_add_func ("/documents/code/typed", test_code_typed);
  return g_test_run ();
}
