/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars of values against their targets. */
#include "config.h"

#include "charts/nst-chart-bullet.h"

#include <glib/gi18n-lib.h>

#include "charts/nst-chart-pen.h"

#define BAR_HEIGHT 8.0
#define TROUGH_HEIGHT 14.0
#define VALUE_SIZE 14.0
#define TARGET_SIZE 11.0
#define LABEL_SHARE 0.42

/**
 * nst_bullet_new:
 * @label: what is measured
 * @value: in thousandths, or %NST_CHART_UNKNOWN
 * @target: in thousandths, or %NST_CHART_UNKNOWN
 * @text: the value in words
 * @target_text: (nullable): the target in words
 * @hue: of the bar
 *
 * Returns: (transfer full): a bar, free with nst_bullet_free()
 */
NstBullet *
nst_bullet_new (const char *label, int value, int target, const char *text,
                const char *target_text, NstChartHue hue)
{
  NstBullet *self = g_new0 (NstBullet, 1);

  self->label = g_strdup (label);
  self->value = value;
  self->target = target;
  self->text = g_strdup (text);
  self->target_text = g_strdup (target_text);
  self->hue = hue;
  return self;
}

/**
 * nst_bullet_free:
 * @self: (nullable): a bar
 */
void
nst_bullet_free (NstBullet *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->text);
  g_free (self->target_text);
  g_free (self);
}

/**
 * nst_bullet_place:
 * @self: a bar
 * @x: left of what it may use
 * @y: top of what it may use
 * @width: of what it may use
 * @height: of what it may use
 * @box: (out): where trough, bar and tick stand
 */
void
nst_bullet_place (const NstBullet *self, double x, double y, double width, double height,
                  NstBulletBox *box)
{
  g_return_if_fail (self != NULL && box != NULL);

  box->x = x;
  box->width = width;
  box->height = TROUGH_HEIGHT;
  box->y = y + (height - TROUGH_HEIGHT) / 2 - (self->target_text != NULL ? 5 : 0);
  box->bar = self->value < 0 ? -1 : CLAMP (self->value, 0, 1000) / 1000.0 * width;
  box->target_x = self->target < 0 ? -1 : x + CLAMP (self->target, 0, 1000) / 1000.0 * width;
}

/* Under the tick, but never beyond the ends of the trough. */
static void
draw_target (const NstBullet *self, const NstBulletBox *box, cairo_t *cr,
             const NstChartTheme *theme)
{
  double half = nst_chart_pen_measure (cr, theme, TARGET_SIZE, FALSE, self->target_text) / 2;
  double x = MIN (MAX (box->target_x, box->x + half), box->x + box->width - half);
  NstChartText how = { x, box->y + box->height + 9, 0.5, TARGET_SIZE, FALSE, 0, &theme->dim };

  nst_chart_pen_text (cr, theme, &how, self->target_text);
}

/**
 * nst_bullet_draw_bar:
 * @self: a bar
 * @box: where it stands
 * @cr: a context
 * @theme: colours
 *
 * An unknown value is a dashed outline, never a zero.
 */
void
nst_bullet_draw_bar (const NstBullet *self, const NstBulletBox *box, cairo_t *cr,
                     const NstChartTheme *theme)
{
  NstChartColor color;

  if (self->value == NST_CHART_WORDS)
    return;
  cairo_save (cr);
  if (box->bar < 0)
    {
      static const double dashes[] = { 3, 3 };

      nst_chart_pen_color (cr, &theme->dim);
      cairo_set_line_width (cr, 1);
      cairo_set_dash (cr, dashes, 2, 0);
      nst_chart_pen_box (cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1, 3);
      cairo_stroke (cr);
      cairo_restore (cr);
      return;
    }
  nst_chart_pen_color (cr, &theme->trough);
  nst_chart_pen_box (cr, box->x, box->y, box->width, box->height, 3);
  cairo_fill (cr);
  nst_chart_theme_get (theme, self->hue, NST_CHART_ROLE_FILL, &color);
  nst_chart_pen_color (cr, &color);
  if (box->bar > 0)
    {
      nst_chart_pen_box (cr, box->x, box->y + (box->height - BAR_HEIGHT) / 2, box->bar,
                         BAR_HEIGHT, 2);
      cairo_fill (cr);
    }
  if (box->target_x >= 0)
    {
      nst_chart_pen_color (cr, &theme->text);
      cairo_rectangle (cr, box->target_x - 1.5, box->y - 3, 3, box->height + 6);
      cairo_fill (cr);
      if (self->target_text != NULL)
        draw_target (self, box, cr, theme);
    }
  cairo_restore (cr);
}

/**
 * nst_bullets_get_height:
 * @bullets: (element-type NstBullet): bars
 *
 * Returns: the height that they are drawn in
 */
double
nst_bullets_get_height (GPtrArray *bullets)
{
  return bullets->len * NST_BULLET_ROW_HEIGHT;
}

/* What the widest value that stands beside a bar needs. */
static double
measure_values (GPtrArray *bullets, cairo_t *cr, const NstChartTheme *theme)
{
  double widest = 0;

  for (guint i = 0; i < bullets->len; i++)
    {
      const NstBullet *bullet = g_ptr_array_index (bullets, i);

      if (bullet->value != NST_CHART_WORDS)
        widest = MAX (widest, nst_chart_pen_measure (cr, theme, VALUE_SIZE, TRUE, bullet->text));
    }
  return widest;
}

/**
 * nst_bullets_draw:
 * @bullets: (element-type NstBullet): bars
 * @cr: a context
 * @theme: colours
 * @width: in pixels
 *
 * One row a bar: label, bar with its target, value.
 */
void
nst_bullets_draw (GPtrArray *bullets, cairo_t *cr, const NstChartTheme *theme, double width)
{
  double label = width * LABEL_SHARE;
  double values = measure_values (bullets, cr, theme);

  for (guint i = 0; i < bullets->len; i++)
    {
      const NstBullet *bullet = g_ptr_array_index (bullets, i);
      double top = i * NST_BULLET_ROW_HEIGHT;
      double middle = top + NST_BULLET_ROW_HEIGHT / 2;
      NstChartText name = { 0, middle, 0, 13, FALSE, label - 12, &theme->text };
      NstChartText value = { width, middle, 1, VALUE_SIZE, TRUE, 0, &theme->text };
      NstBulletBox box;

      nst_chart_pen_text (cr, theme, &name, bullet->label);
      nst_chart_pen_text (cr, theme, &value, bullet->text);
      nst_bullet_place (bullet, label, top, MAX (width - label - values - 12, 20),
                        NST_BULLET_ROW_HEIGHT, &box);
      nst_bullet_draw_bar (bullet, &box, cr, theme);
    }
}

/**
 * nst_bullets_dup_summary:
 * @bullets: (element-type NstBullet): bars
 *
 * Returns: (transfer full): what the picture says, in words
 */
char *
nst_bullets_dup_summary (GPtrArray *bullets)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bullets->len; i++)
    {
      const NstBullet *bullet = g_ptr_array_index (bullets, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", bullet->label, bullet->text);
      if (bullet->target_text != NULL)
        {
          g_string_append (text, ", ");
          g_string_append_printf (text, _ ("target %s"), bullet->target_text);
        }
    }
  return g_string_free (text, FALSE);
}

static double
get_height (gpointer data)
{
  return nst_bullets_get_height (data);
}

static void
draw (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
      gpointer data)
{
  nst_bullets_draw (data, cr, theme, width);
}

static char *
dup_words (const NstBullet *bullet)
{
  g_autofree char *target = NULL;

  if (bullet->target_text == NULL)
    return g_strdup_printf ("%s: %s", bullet->label, bullet->text);
  target = g_strdup_printf (_ ("target %s"), bullet->target_text);
  return g_strdup_printf ("%s: %s, %s", bullet->label, bullet->text, target);
}

static GPtrArray *
list_marks (gpointer data, double width, double height G_GNUC_UNUSED)
{
  GPtrArray *bullets = data;
  GPtrArray *marks = nst_chart_marks_new ();

  for (guint i = 0; i < bullets->len; i++)
    nst_chart_marks_take (marks, 0, i * NST_BULLET_ROW_HEIGHT, width, NST_BULLET_ROW_HEIGHT,
                          dup_words (g_ptr_array_index (bullets, i)));
  return marks;
}

static GPtrArray *
list_rows (gpointer data)
{
  GPtrArray *bullets = data;
  GPtrArray *rows = nst_chart_rows_new (_ ("Indicator"), _ ("Value"), _ ("Target"), NULL);

  for (guint i = 0; i < bullets->len; i++)
    {
      const NstBullet *bullet = g_ptr_array_index (bullets, i);

      nst_chart_rows_add (rows, bullet->label, bullet->text,
                          bullet->target_text != NULL ? bullet->target_text : "", NULL);
    }
  return rows;
}

static char *
dup_summary (gpointer data)
{
  return nst_bullets_dup_summary (data);
}

const NstPlot nst_bullets_plot = { get_height, draw,        list_marks,
                                   list_rows,  dup_summary, (GDestroyNotify) g_ptr_array_unref };
