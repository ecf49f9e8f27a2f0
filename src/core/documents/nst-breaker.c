/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph's runs as lines: the breaks with the least sum of demerits are taken. */
#include "config.h"

#include "documents/nst-breaker.h"

#include "documents/nst-atom.h"

#include <math.h>

#define MM (72 / 25.4)

/* Parts of a space that a justified line may gain (at ease) and lose (at most). */
#define STRETCH 0.5
#define SHRINK 0.18

#define DEMERIT_LINE 10.0
#define DEMERIT_HYPHEN 3500.0
#define DEMERIT_DIVIDER 1500.0
#define DEMERIT_TWO_HYPHENS 6000.0
#define DEMERIT_SHORT_END 2500.0
#define DEMERIT_FRAGMENT_END 8000.0
#define DEMERIT_SMALL_WORD 1e10
#define DEMERIT_LAST_RESORT 1e11
#define DEMERIT_OVERFULL 1e13
#define DEMERIT_RAGGED_LINE 10000.0
#define DEMERIT_RAGGED_SLACK 2000.0

/* A place where a line may end. */
typedef struct
{
  guint atom;
  gsize offset;
  double end;
  double start;
  guint spaces_end;
  guint spaces_start;
  double hyphen;
  double demerits;
  gboolean divided;
} Break;

typedef struct
{
  NstShaper *shaper;
  GArray *atoms;
  GArray *breaks;
  NstAlign align;
  double size;
  double space;
  double width;
  double indent;
} Breaker;

static double
measure (Breaker *self, const NstAtom *atom, gsize start, gsize end)
{
  return nst_shaper_shape (self->shaper, atom->text + start, end - start, self->size, atom->flags)
      ->width;
}

/* «не», «на»: in a narrow column they may end a line; signs, figures and single letters not. */
static gboolean
is_small_word (Breaker *self, guint i)
{
  const NstAtom *atom = &g_array_index (self->atoms, NstAtom, i);
  const char *p = atom->text;

  for (; p != NULL && p < atom->text + atom->length; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        return FALSE;
    }
  return atom->text != NULL && g_utf8_strlen (atom->text, (gssize) atom->length) > 1;
}

static void
add_break (Breaker *self, guint atom, gsize offset, double x, guint spaces, NstGlue glue)
{
  Break place = { 0 };

  place.atom = atom;
  place.offset = offset;
  place.start = x;
  place.end = x;
  place.spaces_start = spaces;
  place.spaces_end = spaces;
  if (glue == NST_GLUE_SPACE || glue == NST_GLUE_NO_BREAK)
    {
      place.end -= self->space;
      place.spaces_end -= 1;
    }
  if (glue == NST_GLUE_NO_BREAK)
    place.demerits = is_small_word (self, atom - 1) ? DEMERIT_SMALL_WORD : DEMERIT_LAST_RESORT;
  g_array_append_val (self->breaks, place);
}

static void
add_points (Breaker *self, guint i, double x, guint spaces)
{
  const NstAtom *atom = &g_array_index (self->atoms, NstAtom, i);

  for (guint k = 0; atom->points != NULL && k < atom->points->len; k++)
    {
      const NstAtomPoint *point = &g_array_index (atom->points, NstAtomPoint, k);
      Break *place;

      add_break (self, i, point->offset, x + measure (self, atom, 0, point->offset), spaces,
                 NST_GLUE_NONE);
      place = &g_array_index (self->breaks, Break, self->breaks->len - 1);
      place->divided = TRUE;
      if (point->hyphen)
        place->hyphen = nst_shaper_shape (self->shaper, "-", 1, self->size, atom->flags)->width;
      if (point->last_resort)
        place->demerits = DEMERIT_LAST_RESORT / 10;
      else
        place->demerits = point->hyphen ? DEMERIT_HYPHEN : DEMERIT_DIVIDER;
    }
}

/* All places from atom @first up to @end, both ends counted. */
static void
find_breaks (Breaker *self, guint first, guint end)
{
  double x = 0;
  guint spaces = 0;

  g_array_set_size (self->breaks, 0);
  add_break (self, first, 0, 0, 0, NST_GLUE_NONE);
  for (guint i = first; i < end; i++)
    {
      const NstAtom *atom = &g_array_index (self->atoms, NstAtom, i);

      if (i > first && (atom->glue == NST_GLUE_SPACE || atom->glue == NST_GLUE_NO_BREAK))
        {
          x += self->space;
          spaces += 1;
          add_break (self, i, 0, x, spaces, atom->glue);
        }
      add_points (self, i, x, spaces);
      x += atom->width;
    }
  add_break (self, end, 0, x, spaces, NST_GLUE_NONE);
}

static double
judge_justified (Breaker *self, double slack, guint spaces, gboolean last)
{
  double ratio;

  if (slack < 0)
    {
      if (spaces == 0 || -slack > spaces * self->space * SHRINK)
        return DEMERIT_OVERFULL + -slack * 1000;
      ratio = -slack / (spaces * self->space * SHRINK);
      return pow (DEMERIT_LINE + 60 * pow (ratio, 3), 2);
    }
  if (last)
    return DEMERIT_LINE;
  ratio = slack / (MAX (spaces, 0.2) * self->space * STRETCH);
  /* Beyond what anybody would set, worse is still worse: else one line pays for all others. */
  return pow (DEMERIT_LINE + MIN (100 * pow (ratio, 3), MIN (20000 + 1000 * ratio, 90000)), 2);
}

static double
judge_ragged (Breaker *self, double slack, gboolean last)
{
  double share = slack / self->width;

  if (slack < -0.01)
    return DEMERIT_OVERFULL + -slack * 1000;
  if (last && self->align != NST_ALIGN_CENTER)
    return DEMERIT_RAGGED_LINE;
  return DEMERIT_RAGGED_LINE + DEMERIT_RAGGED_SLACK * share * share;
}

/* Demerits of a line between two places. */
static double
judge (Breaker *self, const Break *from, const Break *to, gboolean first, gboolean last)
{
  double available = self->width - (first ? self->indent : 0);
  double natural = to->end - from->start + to->hyphen;
  guint spaces = to->spaces_end > from->spaces_start ? to->spaces_end - from->spaces_start : 0;
  double demerits = to->demerits;

  if (from->divided && to->divided && from->hyphen > 0 && to->hyphen > 0)
    demerits += DEMERIT_TWO_HYPHENS;
  if (last && !first && from->divided && spaces == 0)
    demerits += DEMERIT_FRAGMENT_END;
  else if (last && !first && natural < 10 * MM)
    demerits += DEMERIT_SHORT_END;
  if (self->align == NST_ALIGN_JUSTIFY)
    return demerits + judge_justified (self, available - natural, spaces, last);
  return demerits + judge_ragged (self, available - natural, last);
}

/* Indexes of the chosen breaks, first and last included. */
static GArray *
choose (Breaker *self, gboolean first_segment)
{
  guint n = self->breaks->len;
  g_autofree double *best = g_new (double, n);
  g_autofree guint *from = g_new0 (guint, n);
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  best[0] = 0;
  for (guint b = 1; b < n; b++)
    {
      const Break *to = &g_array_index (self->breaks, Break, b);

      best[b] = G_MAXDOUBLE;
      for (guint a = b; a-- > 0;)
        {
          const Break *start = &g_array_index (self->breaks, Break, a);
          gboolean first = first_segment && a == 0;
          double demerits = best[a] + judge (self, start, to, first, b == n - 1);

          if (demerits < best[b])
            {
              best[b] = demerits;
              from[b] = a;
            }
          if (to->end - start->start > self->width * 1.5 + 50)
            break;
        }
    }
  for (guint b = n - 1; b > 0; b = from[b])
    g_array_append_val (chosen, b);
  {
    guint zero = 0;

    g_array_append_val (chosen, zero);
  }
  for (guint i = 0; i < chosen->len / 2; i++)
    {
      guint *a = &g_array_index (chosen, guint, i);
      guint *b = &g_array_index (chosen, guint, chosen->len - 1 - i);
      guint swap = *a;

      *a = *b;
      *b = swap;
    }
  return chosen;
}

static double
put (NstLine *line, const NstShaped *shaped, double x, double extra)
{
  if (line == NULL)
    return x + shaped->width + extra;
  for (guint i = 0; i < shaped->items->len; i++)
    {
      const PangoGlyphItem *item = g_ptr_array_index (shaped->items, i);

      nst_line_add_glyphs (line, item, shaped->text, x, extra);
      x += pango_units_to_double (pango_glyph_string_get_width (item->glyphs));
    }
  return x + extra;
}

static double
put_part (Breaker *self, NstLine *line, const NstAtom *atom, gsize start, gsize end,
          gboolean hyphen, double x)
{
  g_autofree char *with_hyphen = NULL;

  if (atom->text == NULL)
    {
      if (line != NULL)
        nst_line_add_blank (line, x, atom->width, (atom->flags & NST_RUN_BOX) != 0,
                            atom->missing);
      return x + atom->width;
    }
  if (end <= start)
    return x;
  if (!hyphen)
    return put (line,
                nst_shaper_shape (self->shaper, atom->text + start, end - start, self->size,
                                  atom->flags),
                x, 0);
  with_hyphen = g_strdup_printf ("%.*s-", (int) (end - start), atom->text + start);
  return put (line,
              nst_shaper_shape (self->shaper, with_hyphen, end - start + 1, self->size,
                                atom->flags),
              x, 0);
}

/* Goes over the atoms of a line; measures when @line is %NULL, else puts them down. */
static double
run_line (Breaker *self, NstLine *line, const Break *from, const Break *to, double x,
          double extra, guint *n_spaces)
{
  for (guint i = from->atom; i <= to->atom && i < self->atoms->len; i++)
    {
      const NstAtom *atom = &g_array_index (self->atoms, NstAtom, i);
      gsize start = i == from->atom ? from->offset : 0;
      gsize end = i == to->atom ? to->offset : atom->length;

      if (i == to->atom && end == 0)
        break;
      if (i > from->atom && (atom->glue == NST_GLUE_SPACE || atom->glue == NST_GLUE_NO_BREAK))
        {
          const NstAtom *before = &g_array_index (self->atoms, NstAtom, i - 1);
          const NstShaped *space =
              nst_shaper_shape (self->shaper, " ", 1, self->size, before->flags & atom->flags);

          *n_spaces += 1;
          x = put (line, space, x, extra);
        }
      x = put_part (self, line, atom, start, end, i == to->atom && to->hyphen > 0, x);
    }
  return x;
}

static NstLine *
make_line (Breaker *self, const Break *from, const Break *to, gboolean first, gboolean last)
{
  double indent = first ? self->indent : 0;
  double available = self->width - indent;
  guint n_spaces = 0;
  guint ignored = 0;
  double x = indent;
  double extra = 0;
  double slack;
  NstLine *line = nst_line_new ();

  slack = available - run_line (self, NULL, from, to, 0, 0, &n_spaces);
  if (self->align == NST_ALIGN_RIGHT)
    x += slack;
  else if (self->align == NST_ALIGN_CENTER)
    x += slack / 2;
  else if (self->align == NST_ALIGN_JUSTIFY && n_spaces > 0 && (!last || slack < 0))
    extra = slack / n_spaces;
  run_line (self, line, from, to, x, extra, &ignored);
  return line;
}

static void
break_segment (Breaker *self, GPtrArray *lines, guint first, guint end, gboolean *overfull)
{
  g_autoptr (GArray) chosen = NULL;
  gboolean first_segment = lines->len == 0;

  find_breaks (self, first, end);
  chosen = choose (self, first_segment);
  for (guint i = 1; i < chosen->len; i++)
    {
      const Break *from =
          &g_array_index (self->breaks, Break, g_array_index (chosen, guint, i - 1));
      const Break *to = &g_array_index (self->breaks, Break, g_array_index (chosen, guint, i));

      *overfull |= to->demerits >= DEMERIT_LAST_RESORT;
      g_ptr_array_add (lines,
                       make_line (self, from, to, first_segment && i == 1, i == chosen->len - 1));
    }
}

static void
unref_line (gpointer data)
{
  nst_line_unref (data);
}

/**
 * nst_breaker_break:
 * @shaper: measures
 * @hyphenator: divides words
 * @paragraph: what is broken
 * @width: of the column, points
 * @size: type size, points (a table may set it smaller than the paragraph's own)
 * @narrow: whether words that fit the column stay whole
 * @overfull: (out): whether a word had to be torn to fit
 *
 * Returns: (transfer full) (element-type NstLine): at least one line
 */
GPtrArray *
nst_breaker_break (NstShaper *shaper, NstHyphenator *hyphenator, const NstParagraph *paragraph,
                   double width, double size, gboolean narrow, gboolean *overfull)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (unref_line);
  g_autoptr (GArray) atoms = nst_atoms_new (paragraph);
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (Break));
  Breaker self = {
    shaper, atoms, breaks, paragraph->align, size, 0, width, paragraph->indent * MM
  };
  guint first = 0;

  nst_atoms_measure (atoms, shaper, hyphenator, size, width, paragraph->hyphenate && !narrow,
                     overfull);
  self.space = nst_shaper_shape (shaper, " ", 1, size, 0)->width;
  for (guint i = 1; i < atoms->len; i++)
    {
      if (g_array_index (atoms, NstAtom, i).glue == NST_GLUE_FORCED)
        {
          break_segment (&self, lines, first, i, overfull);
          first = i;
        }
    }
  if (first < atoms->len)
    break_segment (&self, lines, first, atoms->len, overfull);
  if (lines->len == 0)
    g_ptr_array_add (lines, nst_line_new ());
  return lines;
}
