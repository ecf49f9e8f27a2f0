/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs of a paragraph as a word processor is given them: one space between words. */
#include "config.h"

#include "documents/nst-looks.h"

#include <string.h>

#define MM (72 / 25.4)

/* Width of "_" in the families that documents are set in, parts of the type size. */
#define UNDERSCORE 0.5
#define MIN_UNDERSCORES 3

typedef enum
{
  GAP_NONE,
  GAP_SPACE,
  GAP_NO_BREAK,
  GAP_LINE,
} Gap;

typedef struct
{
  GPtrArray *pieces;
  GString *text;
  Gap gap;
  gboolean begun;
  double letters;
} Pieces;

static void
free_piece (gpointer data)
{
  NstPiece *piece = data;

  g_free (piece->text);
  g_free (piece);
}

static void
add_piece (Pieces *self, char *text, guint flags)
{
  NstPiece *piece = g_new0 (NstPiece, 1);

  piece->text = text;
  piece->flags = flags;
  g_ptr_array_add (self->pieces, piece);
}

static void
end_run (Pieces *self, guint flags)
{
  if (self->text->len > 0)
    add_piece (self, g_strndup (self->text->str, self->text->len), flags);
  g_string_truncate (self->text, 0);
}

static Gap
get_gap (gunichar c)
{
  if (c == 0x2028)
    return GAP_LINE;
  if (c == 0x00a0)
    return GAP_NO_BREAK;
  return c == ' ' || c == '\t' || c == '\n' ? GAP_SPACE : GAP_NONE;
}

/* A dash never begins a line. */
static gboolean
is_dash (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);

  return (c == '-' || c == 0x2013 || c == 0x2014) &&
         (*next == '\0' || get_gap (g_utf8_get_char (next)) != GAP_NONE);
}

/* Puts down the gap that stands before what comes now. */
static void
fill_gap (Pieces *self, guint flags, gboolean bound)
{
  if (self->gap == GAP_LINE)
    {
      end_run (self, flags);
      add_piece (self, NULL, flags);
    }
  else if (self->begun && self->gap == GAP_SPACE && !bound)
    g_string_append_c (self->text, ' ');
  else if (self->begun && self->gap != GAP_NONE)
    g_string_append (self->text, "\u00a0");
  self->gap = GAP_NONE;
  self->begun = TRUE;
}

static gboolean
is_letter (const char *start, const char *p)
{
  return p >= start && *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));
}

/* «e-mail», «3-х»: no line ends inside of them. */
static gboolean
binds (const char *start, const char *p)
{
  const char *before = p > start ? g_utf8_find_prev_char (start, p) : NULL;
  const char *second = before != NULL ? g_utf8_find_prev_char (start, before) : NULL;
  const char *next = p + 1;

  if (*p != '-' || before == NULL || !is_letter (start, before) || !is_letter (start, next))
    return FALSE;
  return second == NULL || !is_letter (start, second) ||
         !is_letter (start, g_utf8_next_char (next));
}

/* An address wider than its line may come apart after its signs, as on the program's own pages;
 * what tells a word processor so has no width. */
static gboolean
may_part (Pieces *self, const char *start, const char *p)
{
  const char *word = p;
  const char *end = p;

  if ((*p != '@' && *p != '.' && *p != '/' && *p != '_') || p[1] == '\0' ||
      !g_unichar_isalnum (g_utf8_get_char (p + 1)))
    return FALSE;
  while (word > start && get_gap (g_utf8_get_char (g_utf8_prev_char (word))) == GAP_NONE)
    word = g_utf8_prev_char (word);
  while (*end != '\0' && get_gap (g_utf8_get_char (end)) == GAP_NONE)
    end = g_utf8_next_char (end);
  return (memchr (word, '@', (gsize) (end - word)) != NULL ||
          g_strstr_len (word, end - word, "://") != NULL) &&
         (double) g_utf8_strlen (word, end - word) > self->letters;
}

/* Letters and figures, that nothing is to be asked about. */
static gboolean
is_plain (char c)
{
  return ((guchar) c >= 0x80 && c != '\xc2' && c != '\xe2') || g_ascii_isalnum (c);
}

static const char *
skip_plain (const char *p)
{
  while (is_plain (*p))
    p++;
  return p;
}

static void
add_text (Pieces *self, const NstRun *run)
{
  for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      Gap gap = is_plain (*p) ? GAP_NONE : get_gap (g_utf8_get_char (p));

      if (gap != GAP_NONE)
        {
          self->gap = self->begun ? MAX (self->gap, gap) : GAP_NONE;
          continue;
        }
      if (self->gap != GAP_NONE || !self->begun)
        fill_gap (self, run->flags, is_dash (p));
      if (is_plain (*p))
        {
          const char *end = skip_plain (p);

          g_string_append_len (self->text, p, end - p);
          p = g_utf8_prev_char (end);
          continue;
        }
      if (binds (run->text, p))
        g_string_append (self->text, "\u2011");
      else
        g_string_append_len (self->text, p, g_utf8_next_char (p) - p);
      if (may_part (self, run->text, p))
        g_string_append (self->text, "\u200b");
    }
  end_run (self, run->flags);
}

static void
add_blank (Pieces *self, double blank, double size, double width)
{
  double wide = size * UNDERSCORE;
  guint n = (guint) (MIN (blank * MM, width) / wide + 0.25);

  fill_gap (self, NST_RUN_PLAIN, FALSE);
  for (guint i = 0; i < MAX (n, MIN_UNDERSCORES); i++)
    g_string_append_c (self->text, '_');
  end_run (self, NST_RUN_PLAIN);
}

/* Words bound to one another that are wider than the line come apart at their first gap, as on
 * the program's own pages; a word processor would tear them anywhere. */
static void
loosen_unit (NstLooks *looks, GString *text, gsize start, guint flags, double size, double width)
{
  gsize end = start + strcspn (text->str + start, " ");
  const char *gap;

  while (
      (gap = g_strstr_len (text->str + start, (gssize) (end - start), "\u00a0")) != NULL &&
      (double) (end - start) * size * UNDERSCORE > width &&
      nst_shaper_shape (nst_looks_get_shaper (looks), text->str + start, end - start, size, flags)
              ->width > width)
    {
      start = (gsize) (gap - text->str);
      g_string_erase (text, (gssize) start, (gssize) strlen ("\u00a0"));
      g_string_insert_c (text, (gssize) start, ' ');
      start++;
      end -= strlen ("\u00a0") - 1;
    }
}

static void
loosen (NstLooks *looks, NstPiece *piece, double size, double width)
{
  g_autoptr (GString) text = NULL;

  if (piece->text == NULL || strstr (piece->text, "\u00a0") == NULL)
    return;
  text = g_string_new (piece->text);
  for (gsize start = 0; start < text->len; start += strcspn (text->str + start, " ") + 1)
    loosen_unit (looks, text, start, piece->flags, size, width);
  g_free (piece->text);
  piece->text = g_strdup (text->str);
}

/**
 * nst_pieces_new:
 * @looks: styles of the document
 * @paragraph: a paragraph
 * @size: type size where it stands, points
 * @width: of its lines, points
 *
 * Rules to write on are rows of underscores, which people know how to fill in.
 *
 * Returns: (transfer full) (element-type NstPiece): what it says, in order
 */
GPtrArray *
nst_pieces_new (NstLooks *looks, const NstParagraph *paragraph, double size, double width)
{
  Pieces self = { g_ptr_array_new_with_free_func (free_piece), g_string_new (NULL), GAP_NONE,
                  FALSE, width / (size * UNDERSCORE) };

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const NstRun *run = g_ptr_array_index (paragraph->runs, i);

      if (run->text != NULL)
        add_text (&self, run);
      else
        add_blank (&self, run->blank, size, width);
    }
  g_string_free (self.text, TRUE);
  for (guint i = 0; i < self.pieces->len; i++)
    loosen (looks, g_ptr_array_index (self.pieces, i), size, width * NST_LOOK_ROOM);
  return self.pieces;
}
