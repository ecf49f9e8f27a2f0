/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all charts draw with: text, rounded bars, marks of states. */
#include "config.h"

#include "charts/nst-chart-pen.h"

#include <math.h>
#include <pango/pangocairo.h>

static const NstChartColor white = { 1.0, 1.0, 1.0, 1.0 };

static PangoLayout *
make_layout (cairo_t *cr, const NstChartTheme *theme, double size, gboolean bold,
             const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (theme->font);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * nst_chart_pen_color:
 * @cr: a context
 * @color: what it draws with from now on
 */
void
nst_chart_pen_color (cairo_t *cr, const NstChartColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

/**
 * nst_chart_pen_text:
 * @cr: a context
 * @theme: gives the font
 * @how: where and how
 * @text: one line
 *
 * Returns: width in pixels of what was drawn
 */
double
nst_chart_pen_text (cairo_t *cr, const NstChartTheme *theme, const NstChartText *how,
                    const char *text)
{
  PangoLayout *layout = make_layout (cr, theme, how->size, how->bold, text);
  int width, height;

  if (how->width > 0)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (how->width * PANGO_SCALE));
    }
  pango_layout_get_size (layout, &width, &height);
  if (how->width > 0)
    {
      PangoRectangle logical;

      /* A layout with a width reports where its line stands in it. */
      pango_layout_get_extents (layout, NULL, &logical);
      width = logical.width;
    }
  cairo_move_to (cr, how->x - how->align * width / PANGO_SCALE,
                 how->y - height / 2.0 / PANGO_SCALE);
  nst_chart_pen_color (cr, how->color != NULL ? how->color : &theme->text);
  pango_cairo_show_layout (cr, layout);
  /* Text leaves a point behind, from which the next arc would draw a line. */
  cairo_new_path (cr);
  g_object_unref (layout);
  return (double) width / PANGO_SCALE;
}

/**
 * nst_chart_pen_paragraph:
 * @cr: a context
 * @theme: gives the font
 * @how: where and how; its width is that of the lines, and its y is their bottom
 * @text: broken into lines, three at most
 */
void
nst_chart_pen_paragraph (cairo_t *cr, const NstChartTheme *theme, const NstChartText *how,
                         const char *text)
{
  PangoLayout *layout = make_layout (cr, theme, how->size, how->bold, text);
  int height;

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_width (layout, (int) (how->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -3);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, how->align > 0 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_get_size (layout, NULL, &height);
  cairo_move_to (cr, how->x - how->align * how->width, how->y - (double) height / PANGO_SCALE);
  nst_chart_pen_color (cr, how->color != NULL ? how->color : &theme->text);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  g_object_unref (layout);
}

/**
 * nst_chart_pen_measure:
 * @cr: a context
 * @theme: gives the font
 * @size: in pixels
 * @bold: whether it is bold
 * @text: one line
 *
 * Returns: the width in pixels that it takes
 */
double
nst_chart_pen_measure (cairo_t *cr, const NstChartTheme *theme, double size, gboolean bold,
                       const char *text)
{
  PangoLayout *layout = make_layout (cr, theme, size, bold, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  g_object_unref (layout);
  return (double) width / PANGO_SCALE;
}

/**
 * nst_chart_pen_box:
 * @cr: a context
 * @x: left
 * @y: top
 * @width: in pixels
 * @height: in pixels
 * @radius: of the corners; less where the box is too small for it
 *
 * Makes the path only; filling or stroking is the caller's.
 */
void
nst_chart_pen_box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/**
 * nst_chart_pen_hatch:
 * @cr: a context
 * @x: left
 * @y: top
 * @width: in pixels
 * @height: in pixels
 * @color: of the strokes
 *
 * Slanting strokes, so that a part is told from another without colour.
 */
void
nst_chart_pen_hatch (cairo_t *cr, double x, double y, double width, double height,
                     const NstChartColor *color)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  nst_chart_pen_color (cr, color);
  cairo_set_line_width (cr, 1.5);
  for (double at = x - height; at < x + width; at += 5)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * nst_chart_hue_of_state:
 * @state: state of an activity
 *
 * Returns: the colour that goes with it everywhere
 */
NstChartHue
nst_chart_hue_of_state (NstActivityState state)
{
  switch (state)
    {
    case NST_ACTIVITY_DONE:
      return NST_CHART_HUE_GREEN;
    case NST_ACTIVITY_PARTLY:
    case NST_ACTIVITY_DUE:
      return NST_CHART_HUE_BLUE;
    case NST_ACTIVITY_NOT_DONE:
      return NST_CHART_HUE_RED;
    case NST_ACTIVITY_OVERDUE:
    case NST_ACTIVITY_POSTPONED:
      return NST_CHART_HUE_AMBER;
    case NST_ACTIVITY_PLANNED:
    case NST_ACTIVITY_CANCELLED:
    default:
      return NST_CHART_HUE_NEUTRAL;
    }
}

/* The sign inside a mark without a number: tick, cross, arrow, exclamation. */
static void
draw_sign (cairo_t *cr, NstActivityState state, double x, double y, double r)
{
  cairo_set_line_width (cr, MAX (1.4, r / 4.5));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (state == NST_ACTIVITY_DONE)
    {
      cairo_move_to (cr, x - r * 0.42, y + r * 0.02);
      cairo_line_to (cr, x - r * 0.10, y + r * 0.36);
      cairo_line_to (cr, x + r * 0.44, y - r * 0.34);
    }
  else if (state == NST_ACTIVITY_NOT_DONE)
    {
      cairo_move_to (cr, x - r * 0.32, y - r * 0.32);
      cairo_line_to (cr, x + r * 0.32, y + r * 0.32);
      cairo_move_to (cr, x + r * 0.32, y - r * 0.32);
      cairo_line_to (cr, x - r * 0.32, y + r * 0.32);
    }
  else if (state == NST_ACTIVITY_OVERDUE)
    {
      cairo_move_to (cr, x, y - r * 0.5);
      cairo_line_to (cr, x, y + r * 0.1);
      cairo_move_to (cr, x, y + r * 0.48);
      cairo_line_to (cr, x, y + r * 0.5);
    }
  else if (state == NST_ACTIVITY_POSTPONED)
    {
      cairo_move_to (cr, x - r * 0.45, y);
      cairo_line_to (cr, x + r * 0.42, y);
      cairo_move_to (cr, x + r * 0.08, y - r * 0.34);
      cairo_line_to (cr, x + r * 0.42, y);
      cairo_line_to (cr, x + r * 0.08, y + r * 0.34);
    }
  else if (state == NST_ACTIVITY_CANCELLED)
    {
      cairo_move_to (cr, x - r * 0.5, y);
      cairo_line_to (cr, x + r * 0.5, y);
    }
  cairo_stroke (cr);
}

/* With @paper, what lies under an outline is hidden. */
static void
draw_disc (cairo_t *cr, NstActivityState state, double x, double y, double radius,
           const NstChartColor *paper)
{
  gboolean filled = state == NST_ACTIVITY_DONE || state == NST_ACTIVITY_NOT_DONE ||
                    state == NST_ACTIVITY_OVERDUE || state == NST_ACTIVITY_POSTPONED;

  if (filled)
    {
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      return;
    }
  if (paper != NULL)
    {
      cairo_save (cr);
      cairo_set_source_rgb (cr, paper->red, paper->green, paper->blue);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  cairo_set_line_width (cr, radius > 7 ? 1.6 : 1.3);
  cairo_arc (cr, x, y, radius - 0.8, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (state == NST_ACTIVITY_PARTLY)
    {
      cairo_arc (cr, x, y, radius - 0.8, G_PI_2, 1.5 * G_PI);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}

/* Black on amber, white on the rest: what can be read. */
static const NstChartColor *
color_on (NstActivityState state, const NstChartTheme *theme)
{
  static const NstChartColor black = { 0.0, 0.0, 0.0, 0.87 };

  switch (state)
    {
    case NST_ACTIVITY_DONE:
    case NST_ACTIVITY_NOT_DONE:
      return &white;
    case NST_ACTIVITY_OVERDUE:
    case NST_ACTIVITY_POSTPONED:
      return &black;
    case NST_ACTIVITY_PLANNED:
    case NST_ACTIVITY_DUE:
    case NST_ACTIVITY_PARTLY:
    case NST_ACTIVITY_CANCELLED:
    default:
      return &theme->text;
    }
}

/**
 * nst_chart_pen_state:
 * @cr: a context
 * @theme: colours
 * @state: state of an activity or of one of its dates
 * @x: centre
 * @y: centre
 * @radius: in pixels
 * @number: (nullable): written inside; without it a sign is drawn
 *
 * A mark that is told by shape too: filled with a tick (done), filled with a cross (not
 * done), exclamation (overdue), arrow (postponed), half (partly), outline (ahead), outline
 * with a stroke (cancelled). With a number, done is filled, not done carries a slash under
 * the number, overdue is a filled square, ahead is an outline.
 */
void
nst_chart_pen_state (cairo_t *cr, const NstChartTheme *theme, NstActivityState state, double x,
                     double y, double radius, const char *number)
{
  NstChartColor color;

  nst_chart_theme_get (theme, nst_chart_hue_of_state (state), NST_CHART_ROLE_FILL, &color);
  if (number != NULL && (state == NST_ACTIVITY_PLANNED || state == NST_ACTIVITY_DUE))
    color = state == NST_ACTIVITY_DUE ? color : theme->dim;
  cairo_save (cr);
  nst_chart_pen_color (cr, &color);
  if (number != NULL && state == NST_ACTIVITY_OVERDUE)
    {
      nst_chart_pen_box (cr, x - radius, y - radius, 2 * radius, 2 * radius, 3);
      cairo_fill (cr);
    }
  else
    draw_disc (cr, number != NULL && state == NST_ACTIVITY_PARTLY ? NST_ACTIVITY_DUE : state, x,
               y, radius, number != NULL ? &theme->background : NULL);
  if (number == NULL)
    {
      nst_chart_pen_color (cr, state == NST_ACTIVITY_CANCELLED ? &theme->dim
                                                               : color_on (state, theme));
      draw_sign (cr, state, x, y, radius);
    }
  else
    {
      NstChartText how = { x, y, 0.5, radius * 1.22, TRUE, 0, color_on (state, theme) };

      if (state == NST_ACTIVITY_NOT_DONE || state == NST_ACTIVITY_CANCELLED)
        {
          cairo_set_source_rgba (cr, 1, 1, 1, theme->dark ? 0.45 : 0.5);
          if (state == NST_ACTIVITY_CANCELLED)
            nst_chart_pen_color (cr, &theme->dim);
          cairo_set_line_width (cr, 1.6);
          cairo_move_to (cr, x - radius * 0.62, y + radius * 0.62);
          cairo_line_to (cr, x + radius * 0.62, y - radius * 0.62);
          cairo_stroke (cr);
        }
      nst_chart_pen_text (cr, theme, &how, number);
    }
  cairo_restore (cr);
}
