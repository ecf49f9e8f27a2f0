/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of type, ready to be drawn. */
#include "config.h"

#include "documents/nst-line.h"

#include <pango/pangocairo.h>
#include <string.h>

/* Where the hair line of a blank lies and how thick it is, points. */
#define BLANK_DROP 1.5
#define BLANK_THICK 0.5
/* What is left free of a box's width on its right, points. */
#define BOX_GAP 2.5

static void
free_run (gpointer data)
{
  NstGlyphRun *run = data;

  pango_glyph_item_free (run->item);
  g_free (run->text);
  g_free (run);
}

/**
 * nst_line_new:
 *
 * Returns: (transfer full): an empty line
 */
NstLine *
nst_line_new (void)
{
  NstLine *self = g_new0 (NstLine, 1);

  self->runs = g_ptr_array_new_with_free_func (free_run);
  self->blanks = g_array_new (FALSE, FALSE, sizeof (NstLineBlank));
  g_atomic_ref_count_init (&self->refs);
  return self;
}

/**
 * nst_line_ref:
 * @self: a line
 *
 * Returns: (transfer full): the line
 */
NstLine *
nst_line_ref (NstLine *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * nst_line_unref:
 * @self: (nullable) (transfer full): a line
 */
void
nst_line_unref (NstLine *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->runs);
  g_array_unref (self->blanks);
  g_free (self);
}

static NstGlyphRun *
start_run (NstLine *self, const PangoGlyphItem *model, double x)
{
  NstGlyphRun *run = g_new0 (NstGlyphRun, 1);

  run->x = x;
  run->text = g_strdup ("");
  run->item = g_slice_new0 (PangoGlyphItem);
  run->item->item = pango_item_copy (model->item);
  run->item->item->offset = 0;
  run->item->item->length = 0;
  run->item->item->num_chars = 0;
  run->item->glyphs = pango_glyph_string_new ();
  g_ptr_array_add (self->runs, run);
  return run;
}

/**
 * nst_line_add_glyphs:
 * @self: a line
 * @item: glyphs to be added at its end
 * @text: the text that @item's offsets count in
 * @x: where they begin, points
 * @extra: what is added to the width of the last glyph (justified spaces), points
 */
void
nst_line_add_glyphs (NstLine *self, const PangoGlyphItem *item, const char *text, double x,
                     double extra)
{
  NstGlyphRun *run = NULL;
  int n_old;
  int n_bytes;

  if (item->glyphs->num_glyphs == 0)
    return;
  if (self->runs->len > 0)
    run = g_ptr_array_index (self->runs, self->runs->len - 1);
  if (run == NULL || self->apart || run->item->item->analysis.font != item->item->analysis.font)
    run = start_run (self, item, x);
  self->apart = FALSE;

  n_old = run->item->glyphs->num_glyphs;
  n_bytes = (int) strlen (run->text);
  pango_glyph_string_set_size (run->item->glyphs, n_old + item->glyphs->num_glyphs);
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    {
      run->item->glyphs->glyphs[n_old + i] = item->glyphs->glyphs[i];
      run->item->glyphs->log_clusters[n_old + i] = n_bytes + item->glyphs->log_clusters[i];
    }
  run->item->glyphs->glyphs[n_old + item->glyphs->num_glyphs - 1].geometry.width +=
      pango_units_from_double (extra);
  {
    g_autofree char *piece = g_strndup (text + item->item->offset, (gsize) item->item->length);
    char *whole = g_strconcat (run->text, piece, NULL);

    g_free (run->text);
    run->text = whole;
  }
  run->item->item->length += item->item->length;
  run->item->item->num_chars += item->item->num_chars;
}

/**
 * nst_line_add_blank:
 * @self: a line
 * @x: where it begins, points
 * @width: points
 * @box: whether it is a square to tick
 * @missing: which field is missing there, from 1; 0: none
 */
void
nst_line_add_blank (NstLine *self, double x, double width, gboolean box, guint missing)
{
  NstLineBlank blank = { x, width, box, missing };

  g_array_append_val (self->blanks, blank);
  self->apart = TRUE;
}

static void
draw_box (cairo_t *cr, double x, double baseline, double side)
{
  cairo_rectangle (cr, x, baseline - side + BLANK_DROP / 2, side, side);
}

/**
 * nst_line_draw:
 * @self: a line
 * @cr: where to
 * @x: left edge of the column, points
 * @baseline: points from the top
 */
void
nst_line_draw (const NstLine *self, cairo_t *cr, double x, double baseline)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      const NstGlyphRun *run = g_ptr_array_index (self->runs, i);

      cairo_move_to (cr, x + run->x, baseline);
      pango_cairo_show_glyph_item (cr, run->text, run->item);
    }
  cairo_new_path (cr);
  for (guint i = 0; i < self->blanks->len; i++)
    {
      const NstLineBlank *blank = &g_array_index (self->blanks, NstLineBlank, i);

      cairo_set_line_width (cr, BLANK_THICK);
      if (blank->box)
        draw_box (cr, x + blank->x, baseline, blank->width - BOX_GAP);
      else
        {
          cairo_move_to (cr, x + blank->x, baseline + BLANK_DROP);
          cairo_line_to (cr, x + blank->x + blank->width, baseline + BLANK_DROP);
        }
      cairo_stroke (cr);
    }
}
