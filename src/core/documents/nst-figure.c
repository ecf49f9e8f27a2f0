/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart that stands in a document. */
#include "config.h"

#include "documents/nst-figure.h"

#include <math.h>

#define INCH 25.4
#define POINTS 72.0

/**
 * nst_figure_new:
 * @chart: (transfer full): what is drawn
 * @caption: what stands below it: «Рисунок 1 – …»
 *
 * Returns: (transfer full): a figure of the size that reports use
 */
NstFigure *
nst_figure_new (NstPrintChart *chart, const char *caption)
{
  NstFigure *self = g_new0 (NstFigure, 1);
  g_autofree char *summary = nst_print_chart_dup_summary (chart);

  g_atomic_ref_count_init (&self->references);
  self->chart = chart;
  self->width = NST_FIGURE_WIDTH;
  self->height = nst_print_chart_get_height (chart) / POINTS * INCH;
  if (self->height <= 0)
    self->height = NST_FIGURE_HEIGHT;
  self->alternative =
      *summary != '\0' ? g_strdup_printf ("%s: %s.", caption, summary) : g_strdup (caption);
  return self;
}

/**
 * nst_figure_ref:
 * @self: a figure
 *
 * Returns: (transfer full): the same figure
 */
NstFigure *
nst_figure_ref (NstFigure *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * nst_figure_unref:
 * @self: a figure
 */
void
nst_figure_unref (NstFigure *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  nst_print_chart_free (self->chart);
  g_free (self->alternative);
  g_free (self);
}

/**
 * nst_figure_draw:
 * @self: a figure
 * @cr: where to; one unit is one point
 * @x: left edge
 * @y: upper edge
 */
void
nst_figure_draw (const NstFigure *self, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  nst_print_chart_draw (self->chart, cr, self->width / INCH * POINTS,
                        self->height / INCH * POINTS);
  cairo_restore (cr);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * nst_figure_to_png:
 * @self: a figure
 * @dpi: dots an inch
 *
 * For formats that hold no drawing of ours.
 *
 * Returns: (transfer full): a PNG file
 */
GBytes *
nst_figure_to_png (const NstFigure *self, double dpi)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (self->width / INCH * dpi),
                                  (int) lround (self->height / INCH * dpi));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / POINTS, dpi / POINTS);
  nst_figure_draw (self, cr, 0, 0);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}
