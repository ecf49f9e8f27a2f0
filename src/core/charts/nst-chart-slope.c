/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines from a value before to a value after. */
#include "config.h"

#include "charts/nst-chart-slope.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "charts/nst-chart-pen.h"

#define HEAD 26.0
#define FOOT 14.0
#define LEFT_SHARE 0.46
#define RIGHT_SHARE 0.3
#define LEADER 14.0
#define LEAST_NAME 120.0

static void
line_free (NstSlopeLine *line)
{
  g_free (line->label);
  g_free (line);
}

/**
 * nst_slope_new:
 * @what: heading of the labels
 *
 * Returns: (transfer full): no lines yet, free with nst_slope_free()
 */
NstSlope *
nst_slope_new (const char *what)
{
  NstSlope *self = g_new0 (NstSlope, 1);

  self->what = g_strdup (what);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  return self;
}

/**
 * nst_slope_free:
 * @self: (nullable): lines
 */
void
nst_slope_free (NstSlope *self)
{
  if (self == NULL)
    return;
  g_free (self->what);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * nst_slope_add:
 * @self: lines
 * @line: copied
 */
void
nst_slope_add (NstSlope *self, const NstSlopeLine *line)
{
  NstSlopeLine *copy;

  g_return_if_fail (self != NULL && line != NULL);

  copy = g_memdup2 (line, sizeof *line);
  copy->label = g_strdup (line->label);
  g_ptr_array_add (self->lines, copy);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const double *first = *(const double *const *) a;
  const double *second = *(const double *const *) b;

  return *first < *second ? -1 : *first > *second;
}

/* Moves labels apart, each as little as their order allows: down from the top, and what ran
 * out at the bottom up again. */
static void
spread (GPtrArray *places, double low, double high)
{
  double limit = low;

  g_ptr_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      double *place = g_ptr_array_index (places, i);

      *place = MAX (*place, limit);
      limit = *place + NST_SLOPE_LABEL_HEIGHT;
    }
  limit = high;
  for (guint i = places->len; i > 0; i--)
    {
      double *place = g_ptr_array_index (places, i - 1);

      *place = MIN (*place, limit);
      limit = *place - NST_SLOPE_LABEL_HEIGHT;
    }
}

/**
 * nst_slope_place:
 * @self: lines
 * @height: of the whole
 *
 * Both sides have one scale that begins at zero; the highest value is at the top.
 *
 * Returns: (transfer full) (element-type NstSlopeBox): where lines and labels stand; no two
 *   labels of a side are nearer than %NST_SLOPE_LABEL_HEIGHT
 */
GArray *
nst_slope_place (const NstSlope *self, double height)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (NstSlopeBox));
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  double bottom = height - FOOT, room = bottom - HEAD - NST_SLOPE_LABEL_HEIGHT / 2;
  double most = 1;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const NstSlopeLine *line = g_ptr_array_index (self->lines, i);

      most = MAX (most, MAX (line->entry, line->exit));
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NstSlopeLine *line = g_ptr_array_index (self->lines, i);
      double from = bottom - room * line->entry / most, to = bottom - room * line->exit / most;
      NstSlopeBox box = { from, to, from, to };

      g_array_append_val (boxes, box);
    }
  for (guint i = 0; i < boxes->len; i++)
    {
      g_ptr_array_add (left, &g_array_index (boxes, NstSlopeBox, i).entry_label_y);
      g_ptr_array_add (right, &g_array_index (boxes, NstSlopeBox, i).exit_label_y);
    }
  spread (left, HEAD + NST_SLOPE_LABEL_HEIGHT / 2, bottom);
  spread (right, HEAD + NST_SLOPE_LABEL_HEIGHT / 2, bottom);
  return boxes;
}

/* One decimal after a comma, without a sign. */
static char *
dup_points (double value)
{
  long tenths = lround (fabs (value) * 10);

  return g_strdup_printf ("%ld,%ld", tenths / 10, tenths % 10);
}

static int
get_sign (const NstSlopeLine *line)
{
  long tenths = lround (line->exit * 10) - lround (line->entry * 10);

  return tenths > 0 ? 1 : tenths < 0 ? -1 : 0;
}

/* The change as the two shown numbers give it: «+7,2», «−0,4», «без изменений». */
static char *
dup_change (const NstSlopeLine *line)
{
  long tenths = lround (line->exit * 10) - lround (line->entry * 10);

  if (tenths == 0)
    return g_strdup (_ ("no change"));
  return g_strdup_printf ("%s%ld,%ld", tenths > 0 ? "+" : "−", labs (tenths) / 10,
                          labs (tenths) % 10);
}

static char *
dup_words (const NstSlopeLine *line)
{
  g_autofree char *entry = dup_points (line->entry);
  g_autofree char *exit = dup_points (line->exit);
  g_autofree char *change = dup_change (line);
  int sign = get_sign (line);

  if (sign == 0)
    return g_strdup_printf (_ ("%s: %s at the entry and at the exit"), line->label, entry);
  return sign > 0 ? g_strdup_printf (_ ("%s: rose from %s to %s, %s"), line->label, entry, exit,
                                     change)
                  : g_strdup_printf (_ ("%s: fell from %s to %s, %s"), line->label, entry, exit,
                                     change);
}

/* What fell is dashed; a thin leader joins a label that had to make room. */
static void
draw_line (cairo_t *cr, const NstChartTheme *theme, const NstSlopeLine *line,
           const NstSlopeBox *box, double left, double right)
{
  static const double dashes[] = { 5, 4 };
  int sign = get_sign (line);
  NstChartColor color = theme->dim;

  nst_chart_pen_color (cr, &theme->line);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, left - LEADER, box->entry_label_y);
  cairo_line_to (cr, left, box->entry_y);
  cairo_move_to (cr, right + LEADER, box->exit_label_y);
  cairo_line_to (cr, right, box->exit_y);
  cairo_stroke (cr);
  if (sign != 0)
    nst_chart_theme_get (theme, sign > 0 ? NST_CHART_HUE_BLUE : NST_CHART_HUE_RED,
                         NST_CHART_ROLE_FILL, &color);
  cairo_save (cr);
  nst_chart_pen_color (cr, &color);
  cairo_set_line_width (cr, 2);
  if (sign < 0)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, left, box->entry_y);
  cairo_line_to (cr, right, box->exit_y);
  cairo_stroke (cr);
  cairo_restore (cr);
  nst_chart_pen_color (cr, &color);
  cairo_arc (cr, left, box->entry_y, 3.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_arc (cr, right, box->exit_y, 3.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_labels (cairo_t *cr, const NstChartTheme *theme, const NstSlopeLine *line,
             const NstSlopeBox *box, double left, double right, double end)
{
  g_autofree char *entry = dup_points (line->entry);
  g_autofree char *exit = dup_points (line->exit);
  g_autofree char *change = dup_change (line);
  NstChartText number = { left - LEADER - 4, box->entry_label_y, 1, 13, TRUE, 0, &theme->text };
  NstChartText name = { 0, box->entry_label_y, 1, 12, FALSE, 0, &theme->text };
  NstChartText after = { right + LEADER + 4, box->exit_label_y, 0, 13, TRUE, 0, &theme->text };

  name.x = number.x - nst_chart_pen_text (cr, theme, &number, entry) - 8;
  name.width = name.x;
  nst_chart_pen_text (cr, theme, &name, line->label);
  after.x += nst_chart_pen_text (cr, theme, &after, exit) + 8;
  after.bold = FALSE;
  after.x += nst_chart_pen_text (cr, theme, &after, change) + 10;
  if (end - after.x < LEAST_NAME)
    return;
  /* Where there is room, the name stands at both ends. */
  name.x = after.x;
  name.y = after.y;
  name.align = 0;
  name.width = end - after.x;
  name.color = &theme->dim;
  nst_chart_pen_text (cr, theme, &name, line->label);
}

static void
draw (cairo_t *cr, const NstChartTheme *theme, double width, double height, gpointer data)
{
  const NstSlope *self = data;
  g_autoptr (GArray) boxes = nst_slope_place (self, height);
  double left = width * LEFT_SHARE, right = width * (1 - RIGHT_SHARE), bottom = height - FOOT;
  NstChartText head = { left, 9, 0.5, 12, TRUE, 0, &theme->text };

  nst_chart_pen_text (cr, theme, &head, _ ("Entry"));
  head.x = right;
  nst_chart_pen_text (cr, theme, &head, _ ("Exit"));
  nst_chart_pen_color (cr, &theme->line);
  cairo_rectangle (cr, left - 0.5, HEAD, 1, bottom - HEAD);
  cairo_rectangle (cr, right - 0.5, HEAD, 1, bottom - HEAD);
  cairo_rectangle (cr, left, bottom, right - left, 1);
  cairo_fill (cr);
  nst_chart_pen_text (cr, theme,
                      &(NstChartText){ (left + right) / 2, height - 5, 0.5, 11, FALSE, 0,
                                       &theme->dim },
                      "0");
  for (guint i = 0; i < boxes->len; i++)
    {
      const NstSlopeBox *box = &g_array_index (boxes, NstSlopeBox, i);

      draw_line (cr, theme, g_ptr_array_index (self->lines, i), box, left, right);
      draw_labels (cr, theme, g_ptr_array_index (self->lines, i), box, left, right, width);
    }
}

/* In the order of the labels at the left, from the top: so they are read. */
static GPtrArray *
list_marks (gpointer data, double width, double height)
{
  const NstSlope *self = data;
  g_autoptr (GArray) boxes = nst_slope_place (self, height);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  GPtrArray *marks = nst_chart_marks_new ();

  for (guint i = 0; i < boxes->len; i++)
    g_ptr_array_add (order, &g_array_index (boxes, NstSlopeBox, i).entry_label_y);
  g_ptr_array_sort (order, compare_places);
  for (guint i = 0; i < order->len; i++)
    {
      const double *place = g_ptr_array_index (order, i);

      for (guint k = 0; k < boxes->len; k++)
        if (place == &g_array_index (boxes, NstSlopeBox, k).entry_label_y)
          nst_chart_marks_take (marks, 0, *place - NST_SLOPE_LABEL_HEIGHT / 2, width,
                                NST_SLOPE_LABEL_HEIGHT,
                                dup_words (g_ptr_array_index (self->lines, k)));
    }
  return marks;
}

static GPtrArray *
list_rows (gpointer data)
{
  const NstSlope *self = data;
  GPtrArray *rows =
      nst_chart_rows_new (self->what, _ ("Entry"), _ ("Answers at the entry"), _ ("Exit"),
                          _ ("Answers at the exit"), _ ("Change"), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const NstSlopeLine *line = g_ptr_array_index (self->lines, i);
      g_autofree char *entry = dup_points (line->entry);
      g_autofree char *exit = dup_points (line->exit);
      g_autofree char *n_entry = g_strdup_printf ("%u", line->n_entry);
      g_autofree char *n_exit = g_strdup_printf ("%u", line->n_exit);
      g_autofree char *change = dup_change (line);

      nst_chart_rows_add (rows, line->label, entry, n_entry, exit, n_exit, change, NULL);
    }
  return rows;
}

static char *
dup_summary (gpointer data)
{
  const NstSlope *self = data;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *words = dup_words (g_ptr_array_index (self->lines, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", words);
    }
  return g_string_free (text, FALSE);
}

/* More than the labels need, so that most of them stay where their value is. */
static double
get_height (gpointer data)
{
  guint n = ((const NstSlope *) data)->lines->len;

  return HEAD + FOOT + MAX (140, 1.7 * NST_SLOPE_LABEL_HEIGHT * n);
}

const NstPlot nst_slope_plot = { get_height, draw,        list_marks,
                                 list_rows,  dup_summary, (GDestroyNotify) nst_slope_free };
