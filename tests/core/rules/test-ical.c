/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of calendars, and the conditions that packs may write in deadlines. */
#include "config.h"

#include "rules/nst-deadline-private.h"
#include "rules/nst-ical.h"

#include <string.h>

/* A line has at most 75 octets, is cut between letters, and unfolds to what it was. */
static void
test_fold (void)
{
  g_autoptr (NstIcal) ical = nst_ical_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *unfolded = NULL;
  g_autofree char *expected = NULL;

  for (int i = 0; i < 120; i++)
    g_string_append (text, i % 3 == 0 ? "я" : i % 3 == 1 ? "a" : "€");
  nst_ical_add_text (ical, "SUMMARY", text->str);
  lines = g_strsplit (nst_ical_get_text (ical), "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      if (i > 0 && lines[i][0] != '\0')
        g_assert_cmpint (lines[i][0], ==, ' ');
    }
  parts = g_strsplit (nst_ical_get_text (ical), "\r\n ", -1);
  unfolded = g_strjoinv ("", parts);
  expected = g_strconcat ("SUMMARY:", text->str, "\r\n", NULL);
  g_assert_cmpstr (unfolded, ==, expected);
}

/* Exactly 75 octets stay one line; one more begins another. */
static void
test_edge (void)
{
  g_autoptr (NstIcal) ical = nst_ical_new ();
  g_autofree char *line = g_strnfill (73, 'x');
  g_autofree char *longer = g_strnfill (74, 'x');
  g_autofree char *expected = g_strconcat ("A:", line, "\r\nA:", line, "\r\n x\r\n", NULL);

  nst_ical_add (ical, "A", line);
  nst_ical_add (ical, "A", longer);
  g_assert_cmpstr (nst_ical_get_text (ical), ==, expected);
}

/* RFC 5545, 3.3.11; a colon and quotes stay as they are. */
static void
test_escape (void)
{
  g_autoptr (NstIcal) ical = nst_ical_new ();

  nst_ical_add_text (ical, "A", "а, б; \"в\": г\\д\r\nе\x07");
  nst_ical_add_text (ical, "B", "");
  nst_ical_add_text (ical, "C", NULL);
  g_assert_cmpstr (nst_ical_get_text (ical), ==, "A:а\\, б\\; \"в\": г\\\\д\\nе\r\n");
}

/* What the reader of packs lets through is understood. */
static void
test_conditions (void)
{
  const char *const *names = nst_deadline_text_list_conditions ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_true (nst_deadline_facts_is_known (names[i]));
    }
  g_assert_false (nst_deadline_facts_is_known ("wished"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NST_TEST_ISOLATED, NULL);

  g_test_add_func ("/ical/fold", test_fold);
  g_test_add_func ("/ical/edge", test_edge);
  g_test_add_func ("/ical/escape", test_escape);
  g_test_add_func ("/deadline/conditions", test_conditions);

  return g_test_run ();
}
