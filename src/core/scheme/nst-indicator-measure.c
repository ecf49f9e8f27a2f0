/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In what an indicator is measured, and how a value of it is typed. */
#include "config.h"

#include "scheme/nst-indicator-measure.h"

#include "model/nst-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Between the words of a unit, and before how many of them are asked: "да/нет × 3". */
#define OR "/"
#define TIMES "×"
#define MARK_FORMULA "criterion"
#define MAX_COUNT 10000000

/**
 * nst_indicator_text_get_measure:
 * @self: an indicator
 *
 * Returns: what its unit asks for
 */
NstIndicatorMeasure
nst_indicator_text_get_measure (const NstIndicatorText *self)
{
  g_return_val_if_fail (self != NULL, NST_INDICATOR_WORDS);

  if (strcmp (self->unit, "%") == 0)
    return NST_INDICATOR_PERCENT;
  if (strstr (self->unit, OR) != NULL)
    return NST_INDICATOR_CHOICE;
  return self->formula != NULL && g_str_has_prefix (self->formula, MARK_FORMULA)
             ? NST_INDICATOR_WORDS
             : NST_INDICATOR_COUNT;
}

/* "12", "12,5", "12.5", also with the sign: tenths; -1 when it is none of these. */
static int
read_percent (const char *typed)
{
  char *end = NULL;
  guint64 whole = g_ascii_strtoull (typed, &end, 10);
  guint64 tenth = 0;

  if (!g_ascii_isdigit (typed[0]) || whole > 100)
    return -1;
  if ((*end == ',' || *end == '.') && g_ascii_isdigit (end[1]))
    {
      tenth = (guint64) (end[1] - '0');
      end += 2;
    }
  while (*end == ' ' || *end == '%' || g_str_has_prefix (end, "\302\240"))
    end += *end == '\302' ? 2 : 1;
  return *end == '\0' && whole * 10 + tenth <= 1000 ? (int) (whole * 10 + tenth) : -1;
}

static int
read_count (const char *typed)
{
  char *end = NULL;
  guint64 count = g_ascii_strtoull (typed, &end, 10);

  return g_ascii_isdigit (typed[0]) && *end == '\0' && count <= MAX_COUNT ? (int) count : -1;
}

/* "да, нет, да" by "да/нет × 3" */
static gboolean
is_choice (const char *unit, const char *typed)
{
  g_auto (GStrv) parts = g_strsplit (unit, TIMES, 2);
  g_auto (GStrv) words = g_strsplit (g_strstrip (parts[0]), OR, -1);
  g_auto (GStrv) answers = g_strsplit (typed, ",", -1);
  guint asked = parts[1] != NULL ? (guint) g_ascii_strtoull (g_strstrip (parts[1]), NULL, 10) : 1;

  if (g_strv_length (answers) != asked)
    return FALSE;
  for (guint i = 0; answers[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) words, g_strstrip (answers[i])))
      return FALSE;
  return TRUE;
}

/**
 * nst_indicator_text_read:
 * @self: an indicator
 * @typed: a value as people write it
 * @tenths: (out): gets tenths of a per cent, or the number of things; -1 for words
 * @error: the unit asks for something else
 *
 * Returns: whether it is a value of this indicator
 */
gboolean
nst_indicator_text_read (const NstIndicatorText *self, const char *typed, int *tenths,
                         GError **error)
{
  g_return_val_if_fail (self != NULL && typed != NULL && tenths != NULL, FALSE);

  *tenths = -1;
  switch (nst_indicator_text_get_measure (self))
    {
    case NST_INDICATOR_PERCENT:
      *tenths = read_percent (typed);
      if (*tenths < 0)
        g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                     _ ("%s: “%s” is no percentage; write a number from 0 to 100 with at most "
                        "one decimal, such as 12,5 (unit: %s)."),
                     self->code, typed, self->unit);
      return *tenths >= 0;
    case NST_INDICATOR_COUNT:
      *tenths = read_count (typed);
      if (*tenths < 0)
        g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                     _ ("%s: “%s” is no whole number; write a number such as 40 (unit: %s)."),
                     self->code, typed, self->unit);
      return *tenths >= 0;
    case NST_INDICATOR_CHOICE:
      if (is_choice (self->unit, typed))
        return TRUE;
      g_set_error (error, NST_INPUT_ERROR, NST_INPUT_ERROR_INVALID,
                   _ ("%s: “%s” is not an answer to it; write the words of the unit, separated "
                      "by commas (unit: %s)."),
                   self->code, typed, self->unit);
      return FALSE;
    case NST_INDICATOR_WORDS:
    default:
      return TRUE;
    }
}
