/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page: what is drawn where. */
#include "config.h"

#include "documents/nst-page.h"

static void
clear_op (gpointer data)
{
  NstPageOp *op = data;

  g_clear_pointer (&op->line, nst_line_unref);
  g_clear_pointer (&op->figure, nst_figure_unref);
}

/**
 * nst_page_new:
 * @width: of the sheet, points
 * @height: of the sheet, points
 *
 * Returns: (transfer full): an empty page
 */
NstPage *
nst_page_new (double width, double height)
{
  NstPage *self = g_new0 (NstPage, 1);

  self->width = width;
  self->height = height;
  self->ops = g_array_new (FALSE, FALSE, sizeof (NstPageOp));
  g_array_set_clear_func (self->ops, clear_op);
  self->rules = g_array_new (FALSE, FALSE, sizeof (NstPageRule));
  return self;
}

/**
 * nst_page_free:
 * @self: a page
 */
void
nst_page_free (NstPage *self)
{
  g_array_unref (self->ops);
  g_array_unref (self->rules);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->number, nst_line_unref);
  g_clear_pointer (&self->code, nst_line_unref);
  g_clear_pointer (&self->qr, nst_qr_free);
  g_free (self);
}

/**
 * nst_page_add_line:
 * @self: a page
 * @line: type
 * @x: left edge of its column, points
 * @baseline: points from the top of the sheet
 */
void
nst_page_add_line (NstPage *self, NstLine *line, double x, double baseline)
{
  NstPageOp op = { NST_PAGE_TEXT, nst_line_ref (line), x, baseline, NULL, NULL };

  g_array_append_val (self->ops, op);
}

/**
 * nst_page_add_figure:
 * @self: a page
 * @figure: a chart
 * @x: left edge, points
 * @y: upper edge, points
 */
void
nst_page_add_figure (NstPage *self, NstFigure *figure, double x, double y)
{
  NstPageOp op = { NST_PAGE_FIGURE, NULL, x, y, NULL, nst_figure_ref (figure) };

  g_array_append_val (self->ops, op);
}

/**
 * nst_page_begin_tag:
 * @self: a page
 * @tag: static name of a structure tag
 */
void
nst_page_begin_tag (NstPage *self, const char *tag)
{
  NstPageOp op = { NST_PAGE_TAG, NULL, 0, 0, tag, NULL };

  g_array_append_val (self->ops, op);
}

/**
 * nst_page_end_tag:
 * @self: a page
 * @tag: the tag that is open
 */
void
nst_page_end_tag (NstPage *self, const char *tag)
{
  NstPageOp op = { NST_PAGE_END_TAG, NULL, 0, 0, tag, NULL };

  g_array_append_val (self->ops, op);
}

/**
 * nst_page_add_rule:
 * @self: a page
 * @x1: points
 * @y1: points
 * @x2: points
 * @y2: points
 * @thick: points
 */
void
nst_page_add_rule (NstPage *self, double x1, double y1, double x2, double y2, double thick)
{
  NstPageRule rule = { x1, y1, x2, y2, thick };

  g_array_append_val (self->rules, rule);
}

/**
 * nst_page_add_mark:
 * @self: a page
 * @x: left edge, points
 * @y: upper edge, points
 * @width: points
 * @height: points
 *
 * For the eye of who words a template; what is printed has none.
 */
void
nst_page_add_mark (NstPage *self, double x, double y, double width, double height)
{
  NstPageRule mark = { x, y, x + width, y + height, 0 };

  if (self->marks == NULL)
    self->marks = g_array_new (FALSE, FALSE, sizeof (NstPageRule));
  g_array_append_val (self->marks, mark);
}

static void
draw_marks (const NstPage *self, cairo_t *cr)
{
  for (guint i = 0; self->marks != NULL && i < self->marks->len; i++)
    {
      const NstPageRule *mark = &g_array_index (self->marks, NstPageRule, i);
      double width = mark->x2 - mark->x1;
      double height = mark->y2 - mark->y1;

      cairo_set_source_rgb (cr, 0.84, 0.91, 0.98);
      cairo_rectangle (cr, mark->x1, mark->y1, width, height);
      cairo_fill (cr);
      cairo_set_source_rgb (cr, 0.21, 0.52, 0.89);
      cairo_rectangle (cr, mark->x1 - 6, mark->y1, 3, height);
      cairo_fill (cr);
    }
}

static void
draw_code (const NstPage *self, cairo_t *cr)
{
  if (self->qr != NULL)
    nst_qr_draw (self->qr, cr, self->qr_x, self->qr_y, self->qr_size);
  if (self->code == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, self->code_x, self->code_baseline);
  if (self->code_turned)
    cairo_rotate (cr, -G_PI / 2);
  nst_line_draw (self->code, cr, 0, 0);
  cairo_restore (cr);
}

/**
 * nst_page_draw:
 * @self: a page
 * @cr: where to, in points from the upper left corner of the sheet
 * @tagged: whether @cr belongs to a PDF that takes structure tags
 */
void
nst_page_draw (NstPage *self, cairo_t *cr, gboolean tagged)
{
  draw_marks (self, cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->ops->len; i++)
    {
      const NstPageOp *op = &g_array_index (self->ops, NstPageOp, i);

      if (op->type == NST_PAGE_TEXT)
        nst_line_draw (op->line, cr, op->x, op->baseline);
      else if (op->type == NST_PAGE_FIGURE)
        nst_figure_draw (op->figure, cr, op->x, op->baseline);
      else if (tagged && op->type == NST_PAGE_TAG)
        cairo_tag_begin (cr, op->tag, NULL);
      else if (tagged && op->type == NST_PAGE_END_TAG)
        cairo_tag_end (cr, op->tag);
    }
  if (self->number != NULL)
    nst_line_draw (self->number, cr, self->number_x, self->number_baseline);
  draw_code (self, cr);
  for (guint i = 0; i < self->rules->len; i++)
    {
      const NstPageRule *rule = &g_array_index (self->rules, NstPageRule, i);

      cairo_set_line_width (cr, rule->thick);
      cairo_move_to (cr, rule->x1, rule->y1);
      cairo_line_to (cr, rule->x2, rule->y2);
      cairo_stroke (cr);
    }
}
