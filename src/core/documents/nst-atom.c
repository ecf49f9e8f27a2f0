/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph taken apart into atoms. */
#include "config.h"

#include "documents/nst-atom.h"

#include <string.h>

#define MM (72 / 25.4)
#define NO_BREAK_SPACE 0x00a0
#define LINE_SEPARATOR 0x2028

static void
clear_atom (gpointer data)
{
  NstAtom *atom = data;

  g_clear_pointer (&atom->points, g_array_unref);
}

static NstGlue
stronger (NstGlue a, NstGlue b)
{
  /* A no-break space beside a plain one still does not break. */
  return MAX (a, b);
}

/* A dash never begins a line, even one written as a hyphen. */
static gboolean
is_dash (const char *start, const char *end)
{
  gunichar c = g_utf8_get_char (start);

  return g_utf8_next_char (start) == end && (c == '-' || c == 0x2013 || c == 0x2014);
}

static void
add_piece (GArray *atoms, const char *start, const char *end, guint flags, NstGlue *glue)
{
  NstAtom atom = { 0 };

  if (end <= start)
    return;
  atom.text = start;
  atom.length = (gsize) (end - start);
  atom.flags = flags;
  atom.glue = *glue;
  if (atom.glue == NST_GLUE_SPACE && is_dash (start, end))
    atom.glue = NST_GLUE_NO_BREAK;
  g_array_append_val (atoms, atom);
  *glue = NST_GLUE_NONE;
}

static void
add_run (GArray *atoms, const NstRun *run, NstGlue *glue)
{
  const char *start = run->text;
  const char *p;

  for (p = run->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      NstGlue here;

      if (c == LINE_SEPARATOR)
        here = NST_GLUE_FORCED;
      else if (c == NO_BREAK_SPACE)
        here = NST_GLUE_NO_BREAK;
      else if (c == ' ' || c == '\t' || c == '\n')
        here = NST_GLUE_SPACE;
      else
        continue;
      add_piece (atoms, start, p, run->flags, glue);
      start = g_utf8_next_char (p);
      if (atoms->len > 0)
        *glue = stronger (*glue, here);
    }
  add_piece (atoms, start, p, run->flags, glue);
}

/**
 * nst_atoms_new:
 * @paragraph: lends its text to the atoms
 *
 * Returns: (transfer full) (element-type NstAtom): not yet measured
 */
GArray *
nst_atoms_new (const NstParagraph *paragraph)
{
  GArray *atoms = g_array_new (FALSE, FALSE, sizeof (NstAtom));
  NstGlue glue = NST_GLUE_NONE;

  g_array_set_clear_func (atoms, clear_atom);
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const NstRun *run = g_ptr_array_index (paragraph->runs, i);

      if (run->text != NULL)
        add_run (atoms, run, &glue);
      else
        {
          NstAtom atom = { 0 };

          atom.blank = run->blank * MM;
          atom.missing = run->missing;
          atom.flags = run->flags;
          atom.glue = glue;
          g_array_append_val (atoms, atom);
          glue = NST_GLUE_NONE;
        }
    }
  return atoms;
}

static void
add_point (NstAtom *atom, gsize offset, gboolean hyphen, gboolean last_resort)
{
  NstAtomPoint point = { offset, hyphen, last_resort };

  if (offset == 0 || offset >= atom->length)
    return;
  if (atom->points == NULL)
    atom->points = g_array_new (FALSE, FALSE, sizeof (NstAtomPoint));
  g_array_append_val (atom->points, point);
}

static gboolean
is_address (const NstAtom *atom)
{
  return memchr (atom->text, '@', atom->length) != NULL ||
         g_strstr_len (atom->text, (gssize) atom->length, "://") != NULL ||
         g_str_has_prefix (atom->text, "www.");
}

static void
divide_letters (NstAtom *atom, NstHyphenator *hyphenator, gsize start, gsize end)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (gsize));

  nst_hyphenator_divide (hyphenator, atom->text + start, end - start, points);
  for (guint i = 0; i < points->len; i++)
    add_point (atom, start + g_array_index (points, gsize, i), TRUE, FALSE);
}

static gboolean
is_divider (gunichar c, gboolean address)
{
  if (address)
    return c == '@' || c == '.' || c == '/' || c == '-' || c == '_';
  return c == '-' || c == '/' || c == 0x2013 || c == 0x2014;
}

/* Letters on both sides, two at least, else «5-7» or «и/или» would come apart. */
static gboolean
may_divide_after (const NstAtom *atom, gsize before, gsize after)
{
  const char *p = atom->text + after;
  const char *end = atom->text + atom->length;

  if (before < 2 || p >= end || !g_unichar_isalpha (g_utf8_get_char (p)))
    return FALSE;
  p = g_utf8_next_char (p);
  if (p >= end || !g_unichar_isalpha (g_utf8_get_char (p)))
    return FALSE;
  p = g_utf8_next_char (p);
  return p < end && g_unichar_isalpha (g_utf8_get_char (p));
}

/* Goes through an atom once: stretches of letters are hyphenated, and it may come apart
 * after a hyphen or a slash. */
static void
find_points (NstAtom *atom, NstHyphenator *hyphenator, gboolean hyphenate)
{
  const char *end = atom->text + atom->length;
  gboolean address = is_address (atom);
  gsize start = 0;
  gsize n_letters = 0;

  for (const char *p = atom->text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize here = (gsize) (p - atom->text);
      gsize next = (gsize) (g_utf8_next_char (p) - atom->text);

      if (g_unichar_isalpha (c))
        {
          if (n_letters++ == 0)
            start = here;
          if (next < atom->length)
            continue;
          here = next;
        }
      if (hyphenate && !address && n_letters >= 6)
        divide_letters (atom, hyphenator, start, here);
      if (address ? is_divider (c, TRUE)
                  : is_divider (c, FALSE) && may_divide_after (atom, n_letters, next))
        add_point (atom, next, FALSE, FALSE);
      n_letters = 0;
    }
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const NstAtomPoint *first = a;
  const NstAtomPoint *second = b;

  return first->offset < second->offset ? -1 : first->offset > second->offset;
}

/* Widest part that stays whole. */
static double
measure_widest (const NstAtom *atom, NstShaper *shaper, double size)
{
  double widest = 0;
  gsize start = 0;

  for (guint i = 0; atom->points != NULL && i < atom->points->len; i++)
    {
      const NstAtomPoint *point = &g_array_index (atom->points, NstAtomPoint, i);
      const NstShaped *part =
          nst_shaper_shape (shaper, atom->text + start, point->offset - start, size, atom->flags);

      widest = MAX (widest, part->width + (point->hyphen ? size / 3 : 0));
      start = point->offset;
    }
  return MAX (widest, nst_shaper_shape (shaper, atom->text + start, atom->length - start, size,
                                        atom->flags)
                          ->width);
}

static void
divide_anywhere (NstAtom *atom)
{
  const char *end = atom->text + atom->length;

  for (const char *p = g_utf8_next_char (atom->text); p < end; p = g_utf8_next_char (p))
    add_point (atom, (gsize) (p - atom->text), FALSE, TRUE);
  g_array_sort (atom->points, compare_points);
}

/**
 * nst_atoms_measure:
 * @atoms: (element-type NstAtom): gets widths and points of division
 * @shaper: measures
 * @hyphenator: divides words
 * @size: type size, points
 * @width: of the column, points
 * @hyphenate: whether words that would fit may be divided too
 * @overfull: (out): whether a part that stays whole is wider than the column
 *
 * A word wider than the column may always be divided, at last between any two letters.
 */
void
nst_atoms_measure (GArray *atoms, NstShaper *shaper, NstHyphenator *hyphenator, double size,
                   double width, gboolean hyphenate, gboolean *overfull)
{
  *overfull = FALSE;
  for (guint i = 0; i < atoms->len; i++)
    {
      NstAtom *atom = &g_array_index (atoms, NstAtom, i);

      g_clear_pointer (&atom->points, g_array_unref);
      if (atom->text == NULL)
        {
          atom->width = atom->blank;
          continue;
        }
      atom->width = nst_shaper_shape (shaper, atom->text, atom->length, size, atom->flags)->width;
      find_points (atom, hyphenator,
                   atom->width > width || (hyphenate && (atom->flags & NST_RUN_NO_HYPHENS) == 0));
      if (atom->width > width && measure_widest (atom, shaper, size) > width)
        {
          *overfull = TRUE;
          divide_anywhere (atom);
        }
    }
}
