/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotation marks: «ёлочки», inside them „лапки“ (DOCUMENTS 16.4, item 1). */
#include "config.h"

#include "text/nst-russian-private.h"

#define LEFT 0xAB          /* « */
#define RIGHT 0xBB         /* » */
#define LOW 0x201E         /* „ */
#define HIGH_TURNED 0x201C /* “ */
#define HIGH 0x201D        /* ” */

typedef struct
{
  guint at;      /* place in the letters */
  guint partner; /* place in the marks of the other one of the pair */
  gboolean paired;
} Mark;

static gboolean
is_mark (gunichar letter)
{
  return letter == '"' || letter == LEFT || letter == RIGHT || letter == LOW ||
         letter == HIGH_TURNED || letter == HIGH;
}

/* A straight mark opens at the start of a word and closes elsewhere. */
static gboolean
opens (const gunichar *letters, guint at, gboolean low_open)
{
  gunichar mark = letters[at];
  gunichar before = at > 0 ? letters[at - 1] : ' ';

  if (mark == LEFT || mark == LOW)
    return TRUE;
  if (mark == RIGHT || mark == HIGH)
    return FALSE;
  if (mark == HIGH_TURNED && low_open)
    return FALSE;
  if (is_mark (before))
    return at > 0 && opens (letters, at - 1, FALSE);
  return g_unichar_isspace (before) || before == '(' || before == '[' || before == 0x2013 ||
         before == 0x2014 || before == '/';
}

/* Pairs the marks like brackets; one without a partner is left as it is. */
static GArray *
pair_marks (const gunichar *letters, guint length)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < length; i++)
    {
      Mark mark = { .at = i };
      guint top = 0;

      if (!is_mark (letters[i]))
        continue;
      if (open->len > 0)
        top = g_array_index (open, guint, open->len - 1);
      if (opens (letters, i,
                 open->len > 0 && letters[g_array_index (marks, Mark, top).at] == LOW))
        {
          guint index = marks->len;

          g_array_append_val (open, index);
        }
      else if (open->len > 0)
        {
          mark.paired = TRUE;
          mark.partner = top;
          g_array_index (marks, Mark, top).paired = TRUE;
          g_array_index (marks, Mark, top).partner = marks->len;
          g_array_set_size (open, open->len - 1);
        }
      g_array_append_val (marks, mark);
    }
  return marks;
}

/* Puts the marks in order by how deep they stand. */
char *
nst_russian_set_quotes (const char *text)
{
  glong length = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (text, -1, &length);
  g_autoptr (GArray) marks = pair_marks (letters, (guint) length);
  guint depth = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      Mark *mark = &g_array_index (marks, Mark, i);

      if (!mark->paired)
        continue;
      if (mark->partner > i)
        letters[mark->at] = depth++ == 0 ? LEFT : LOW;
      else
        letters[mark->at] = --depth == 0 ? RIGHT : HIGH_TURNED;
    }
  return g_ucs4_to_utf8 (letters, length, NULL, NULL, NULL);
}

/* Inch marks and the like are marks too: the person is only told. */
gboolean
nst_russian_has_unpaired_quote (const char *text)
{
  glong length = 0;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (text, -1, &length);
  g_autoptr (GArray) marks = pair_marks (letters, (guint) length);

  for (guint i = 0; i < marks->len; i++)
    if (!g_array_index (marks, Mark, i).paired)
      return TRUE;
  return FALSE;
}
