/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacked bars: how many activities of a stage or programme are in which state. */
#include "config.h"

#include "charts/nst-chart-progress.h"

#include <glib/gi18n-lib.h>

#include "charts/nst-chart-pen.h"

#define BAR_HEIGHT 18.0
#define LABEL_SHARE 0.34
/* Room for two lines: in a narrow chart the legend is wrapped. */
#define LEGEND_HEIGHT 52.0
#define LEGEND_STEP 22.0

static const struct
{
  NstActivityState state;
  const char *title;
} parts[NST_STACK_N_PARTS] = {
  { NST_ACTIVITY_DONE, N_ ("done") },         { NST_ACTIVITY_PARTLY, N_ ("partly done") },
  { NST_ACTIVITY_NOT_DONE, N_ ("not done") }, { NST_ACTIVITY_OVERDUE, N_ ("overdue") },
  { NST_ACTIVITY_PLANNED, N_ ("ahead") },
};

/**
 * nst_stack_new:
 * @label: of the stage or programme
 *
 * Returns: (transfer full): an empty bar, free with nst_stack_free()
 */
NstStack *
nst_stack_new (const char *label)
{
  NstStack *self = g_new0 (NstStack, 1);

  self->label = g_strdup (label);
  return self;
}

/**
 * nst_stack_free:
 * @self: (nullable): a bar
 */
void
nst_stack_free (NstStack *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self);
}

/* Where a state is counted; cancelled activities are not counted at all (R35). */
static int
find_part (NstActivityState state)
{
  switch (state)
    {
    case NST_ACTIVITY_DONE:
      return 0;
    case NST_ACTIVITY_PARTLY:
      return 1;
    case NST_ACTIVITY_NOT_DONE:
      return 2;
    case NST_ACTIVITY_OVERDUE:
      return 3;
    case NST_ACTIVITY_PLANNED:
    case NST_ACTIVITY_DUE:
    case NST_ACTIVITY_POSTPONED:
      return 4;
    case NST_ACTIVITY_CANCELLED:
    default:
      return -1;
    }
}

/**
 * nst_stack_add:
 * @self: a bar
 * @state: state of activities
 * @count: how many
 */
void
nst_stack_add (NstStack *self, NstActivityState state, guint count)
{
  int part = find_part (state);

  g_return_if_fail (self != NULL);

  if (part < 0)
    return;
  self->counts[part] += count;
  self->total += count;
}

/**
 * nst_stack_get_state:
 * @part: index of a part
 *
 * Returns: the state that it counts; the last one counts all that is ahead
 */
NstActivityState
nst_stack_get_state (guint part)
{
  g_return_val_if_fail (part < NST_STACK_N_PARTS, NST_ACTIVITY_PLANNED);

  return parts[part].state;
}

/**
 * nst_stack_get_title:
 * @part: index of a part
 *
 * Returns: (transfer none): its name, translated
 */
const char *
nst_stack_get_title (guint part)
{
  g_return_val_if_fail (part < NST_STACK_N_PARTS, NULL);

  return _ (parts[part].title);
}

/**
 * nst_stack_place:
 * @self: a bar
 * @x: left end
 * @width: of the whole, which stands for all activities
 *
 * Returns: (transfer full) (element-type NstStackBox): parts that are not empty, in order
 */
GArray *
nst_stack_place (const NstStack *self, double x, double width)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (NstStackBox));

  g_return_val_if_fail (self != NULL, boxes);

  for (guint i = 0; i < NST_STACK_N_PARTS && self->total > 0; i++)
    {
      NstStackBox box = { i, x, width * self->counts[i] / self->total };

      x += box.width;
      if (self->counts[i] > 0)
        g_array_append_val (boxes, box);
    }
  return boxes;
}

/**
 * nst_stack_new_for_program:
 * @label: what the programme is called
 * @progress: its progress
 *
 * Returns: (transfer full): its bar
 */
NstStack *
nst_stack_new_for_program (const char *label, const NstProgress *progress)
{
  NstStack *self = nst_stack_new (label);

  g_return_val_if_fail (progress != NULL, self);

  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);

      for (guint j = 0; j < stage->activities->len; j++)
        nst_stack_add (self,
                       ((NstActivityProgress *) g_ptr_array_index (stage->activities, j))->state,
                       1);
    }
  return self;
}

/**
 * nst_stacks_new_for_stages:
 * @progress: progress of a programme
 *
 * Returns: (transfer full) (element-type NstStack): a bar for each stage
 */
GPtrArray *
nst_stacks_new_for_stages (const NstProgress *progress)
{
  GPtrArray *stacks = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_stack_free);

  g_return_val_if_fail (progress != NULL, stacks);

  for (guint i = 0; i < progress->stages->len; i++)
    {
      const NstStageProgress *stage = g_ptr_array_index (progress->stages, i);
      const char *number = nst_record_get_text (stage->stage, "number");
      const char *title = nst_record_get_text (stage->stage, "title");
      g_autofree char *label =
          number != NULL ? g_strdup_printf ("%s. %s", number, title) : g_strdup (title);
      NstStack *stack = nst_stack_new (label);

      for (guint j = 0; j < stage->activities->len; j++)
        nst_stack_add (stack,
                       ((NstActivityProgress *) g_ptr_array_index (stage->activities, j))->state,
                       1);
      g_ptr_array_add (stacks, stack);
    }
  return stacks;
}

static void
draw_part (cairo_t *cr, const NstChartTheme *theme, guint part, double x, double y, double width)
{
  static const NstChartColor veil = { 1, 1, 1, 0.45 };
  NstChartColor color;

  nst_chart_theme_get (theme, nst_chart_hue_of_state (parts[part].state), NST_CHART_ROLE_FILL,
                       &color);
  if (parts[part].state == NST_ACTIVITY_PLANNED)
    {
      nst_chart_pen_color (cr, &theme->dim);
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, x + 0.5, y + 0.5, MAX (width - 2, 1), BAR_HEIGHT - 1);
      cairo_stroke (cr);
      return;
    }
  nst_chart_pen_color (cr, &color);
  cairo_rectangle (cr, x, y, MAX (width - 1, 1), BAR_HEIGHT);
  cairo_fill (cr);
  if (parts[part].state != NST_ACTIVITY_DONE)
    nst_chart_pen_hatch (cr, x, y, MAX (width - 1, 1), BAR_HEIGHT, &veil);
}

static void
draw_count (cairo_t *cr, const NstChartTheme *theme, guint part, double x, double y, double width,
            guint count)
{
  static const NstChartColor white = { 1, 1, 1, 1 };
  static const NstChartColor black = { 0, 0, 0, 0.9 };
  gboolean plain = parts[part].state == NST_ACTIVITY_DONE;
  NstChartText how = {
    x + width / 2,
    y + BAR_HEIGHT / 2,
    0.5,
    12,
    TRUE,
    0,
    plain ? &white : (parts[part].state == NST_ACTIVITY_PLANNED ? &theme->text : &black)
  };
  g_autofree char *number = g_strdup_printf ("%u", count);

  if (width >= 12)
    nst_chart_pen_text (cr, theme, &how, number);
}

static void
draw_legend (cairo_t *cr, const NstChartTheme *theme, double y, double width)
{
  double x = 0;

  for (guint i = 0; i < NST_STACK_N_PARTS; i++)
    {
      const char *title = nst_stack_get_title (i);
      double needed = BAR_HEIGHT + 5 + nst_chart_pen_measure (cr, theme, 12, FALSE, title);
      NstChartText how = { 0, 0, 0, 12, FALSE, 0, &theme->dim };

      if (x > 0 && x + needed > width)
        {
          x = 0;
          y += LEGEND_STEP;
        }
      draw_part (cr, theme, i, x, y, BAR_HEIGHT);
      how.x = x + BAR_HEIGHT + 5;
      how.y = y + BAR_HEIGHT / 2;
      nst_chart_pen_text (cr, theme, &how, title);
      x += needed + 18;
    }
}

/**
 * nst_stacks_get_height:
 * @stacks: (element-type NstStack): bars
 *
 * Returns: the height that they and the legend are drawn in
 */
double
nst_stacks_get_height (GPtrArray *stacks)
{
  return stacks->len * NST_STACK_ROW_HEIGHT + LEGEND_HEIGHT;
}

/**
 * nst_stacks_draw:
 * @stacks: (element-type NstStack): bars
 * @cr: a context
 * @theme: colours
 * @width: in pixels
 *
 * One row a bar, then a legend. Parts carry their number and differ by pattern.
 */
void
nst_stacks_draw (GPtrArray *stacks, cairo_t *cr, const NstChartTheme *theme, double width)
{
  double label = width * LABEL_SHARE;

  for (guint i = 0; i < stacks->len; i++)
    {
      const NstStack *stack = g_ptr_array_index (stacks, i);
      double y = i * NST_STACK_ROW_HEIGHT + (NST_STACK_ROW_HEIGHT - BAR_HEIGHT) / 2;
      g_autoptr (GArray) boxes = nst_stack_place (stack, label, width - label);
      NstChartText how = { 0, y + BAR_HEIGHT / 2, 0, 13, FALSE, label - 12, &theme->text };

      nst_chart_pen_text (cr, theme, &how, stack->label);
      for (guint j = 0; j < boxes->len; j++)
        {
          const NstStackBox *box = &g_array_index (boxes, NstStackBox, j);

          draw_part (cr, theme, box->part, box->x, y, box->width);
          draw_count (cr, theme, box->part, box->x, y, box->width, stack->counts[box->part]);
        }
    }
  draw_legend (cr, theme, stacks->len * NST_STACK_ROW_HEIGHT + 8, width);
}

/**
 * nst_stacks_dup_summary:
 * @stacks: (element-type NstStack): bars
 *
 * Returns: (transfer full): what the picture says, in words
 */
char *
nst_stacks_dup_summary (GPtrArray *stacks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stacks->len; i++)
    {
      const NstStack *stack = g_ptr_array_index (stacks, i);

      g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "", stack->label);
      for (guint j = 0; j < NST_STACK_N_PARTS; j++)
        if (stack->counts[j] > 0)
          g_string_append_printf (text, " %s %u", nst_stack_get_title (j), stack->counts[j]);
    }
  return g_string_free (text, FALSE);
}

static double
get_height (gpointer data)
{
  return nst_stacks_get_height (data);
}

static void
draw (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
      gpointer data)
{
  nst_stacks_draw (data, cr, theme, width);
}

static void
list_parts (GPtrArray *marks, const NstStack *stack, double y, double label, double width)
{
  g_autoptr (GArray) boxes = nst_stack_place (stack, label, width - label);

  for (guint j = 0; j < boxes->len; j++)
    {
      const NstStackBox *box = &g_array_index (boxes, NstStackBox, j);

      /* TRANSLATORS: a stage or programme, a state, how many activities are in it, of how many */
      nst_chart_marks_take (marks, box->x, y, box->width, BAR_HEIGHT,
                            g_strdup_printf (_ ("%s: %s %u of %u"), stack->label,
                                             nst_stack_get_title (box->part),
                                             stack->counts[box->part], stack->total));
    }
}

static GPtrArray *
list_marks (gpointer data, double width, double height G_GNUC_UNUSED)
{
  GPtrArray *stacks = data;
  GPtrArray *marks = nst_chart_marks_new ();

  for (guint i = 0; i < stacks->len; i++)
    list_parts (marks, g_ptr_array_index (stacks, i),
                i * NST_STACK_ROW_HEIGHT + (NST_STACK_ROW_HEIGHT - BAR_HEIGHT) / 2,
                width * LABEL_SHARE, width);
  return marks;
}

static GPtrArray *
list_rows (gpointer data)
{
  GPtrArray *stacks = data;
  GPtrArray *rows = nst_chart_rows_new (_ ("Stage or programme"), nst_stack_get_title (0),
                                        nst_stack_get_title (1), nst_stack_get_title (2),
                                        nst_stack_get_title (3), nst_stack_get_title (4), NULL);

  for (guint i = 0; i < stacks->len; i++)
    {
      const NstStack *stack = g_ptr_array_index (stacks, i);
      char *cells[NST_STACK_N_PARTS];

      for (guint j = 0; j < NST_STACK_N_PARTS; j++)
        cells[j] = g_strdup_printf ("%u", stack->counts[j]);
      nst_chart_rows_add (rows, stack->label, cells[0], cells[1], cells[2], cells[3], cells[4],
                          NULL);
      for (guint j = 0; j < NST_STACK_N_PARTS; j++)
        g_free (cells[j]);
    }
  return rows;
}

static char *
dup_summary (gpointer data)
{
  return nst_stacks_dup_summary (data);
}

const NstPlot nst_stacks_plot = { get_height, draw,        list_marks,
                                  list_rows,  dup_summary, (GDestroyNotify) g_ptr_array_unref };
