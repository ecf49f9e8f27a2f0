/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars that lie one under another, each with its name before it and its number behind it. */
#include "config.h"

#include "charts/nst-chart-ranks.h"

#include <glib/gi18n-lib.h>

#include "charts/nst-chart-pen.h"
#include "text/nst-russian.h"

#define ROW_HEIGHT 28.0
#define BAR_HEIGHT 18.0
#define LABEL_SHARE 0.42
/* Where it is narrow, names need the bigger part. */
#define NARROW 700.0
#define NARROW_SHARE 0.54
#define VALUE_WIDTH 96.0

static void
rank_free (NstRank *rank)
{
  g_free (rank->label);
  g_free (rank);
}

/**
 * nst_ranks_new:
 * @what: heading of the column with the labels
 * @unit: heading of the column with the values
 * @whole: of what the shares are; 0 for none
 *
 * Returns: (transfer full): no bars yet, free with nst_ranks_free()
 */
NstRanks *
nst_ranks_new (const char *what, const char *unit, guint whole)
{
  NstRanks *self = g_new0 (NstRanks, 1);

  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) rank_free);
  self->what = g_strdup (what);
  self->unit = g_strdup (unit);
  self->whole = whole;
  return self;
}

/**
 * nst_ranks_free:
 * @self: (nullable): bars
 */
void
nst_ranks_free (NstRanks *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->bars);
  g_free (self->what);
  g_free (self->unit);
  g_free (self);
}

/**
 * nst_ranks_add:
 * @self: bars
 * @label: what is counted
 * @value: how many
 */
void
nst_ranks_add (NstRanks *self, const char *label, guint value)
{
  NstRank *rank = g_new0 (NstRank, 1);

  g_return_if_fail (self != NULL);

  rank->label = g_strdup (label);
  rank->value = value;
  g_ptr_array_add (self->bars, rank);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const NstRank *first = *(const NstRank *const *) a;
  const NstRank *second = *(const NstRank *const *) b;

  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return g_utf8_collate (first->label, second->label);
}

/**
 * nst_ranks_fold:
 * @self: bars
 * @most: how many bars at most
 *
 * Puts the longest first. What does not fit becomes one last bar, which says how many it is
 * made of.
 */
void
nst_ranks_fold (NstRanks *self, guint most)
{
  guint rest, sum = 0;
  g_autofree char *label = NULL;

  g_return_if_fail (self != NULL && most > 1);

  g_ptr_array_sort (self->bars, compare_ranks);
  if (self->bars->len <= most)
    return;
  rest = self->bars->len - most + 1;
  for (guint i = most - 1; i < self->bars->len; i++)
    sum += ((const NstRank *) g_ptr_array_index (self->bars, i))->value;
  g_ptr_array_set_size (self->bars, (int) most - 1);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", rest), rest);
  nst_ranks_add (self, label, sum);
  ((NstRank *) g_ptr_array_index (self->bars, most - 1))->rest = TRUE;
}

/**
 * nst_ranks_place:
 * @self: bars
 * @width: of the whole
 *
 * All bars start at zero, and the longest takes what labels and numbers leave. The sum of the
 * rest has only its number: its bar would dwarf the others.
 *
 * Returns: (transfer full) (element-type NstRankBox): where the bars stand
 */
GArray *
nst_ranks_place (const NstRanks *self, double width)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (NstRankBox));
  double left = width * (width < NARROW ? NARROW_SHARE : LABEL_SHARE);
  double room = MAX (width - left - VALUE_WIDTH, 10);
  guint most = 1;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const NstRank *rank = g_ptr_array_index (self->bars, i);

      most = rank->rest ? most : MAX (most, rank->value);
    }
  for (guint i = 0; i < self->bars->len; i++)
    {
      const NstRank *rank = g_ptr_array_index (self->bars, i);
      NstRankBox box = { left, i * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) / 2,
                         rank->rest ? 0 : room * rank->value / most, BAR_HEIGHT };

      g_array_append_val (boxes, box);
    }
  return boxes;
}

static char *
dup_share (const NstRanks *self, const NstRank *rank)
{
  if (self->whole == 0)
    return g_strdup ("");
  return nst_russian_percent ((rank->value * 2000 + self->whole) / (2 * self->whole));
}

static void
draw (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
      gpointer data)
{
  const NstRanks *self = data;
  g_autoptr (GArray) boxes = nst_ranks_place (self, width);
  NstChartColor color;

  nst_chart_theme_get (theme, NST_CHART_HUE_BLUE, NST_CHART_ROLE_FILL, &color);
  for (guint i = 0; i < boxes->len; i++)
    {
      const NstRank *rank = g_ptr_array_index (self->bars, i);
      const NstRankBox *box = &g_array_index (boxes, NstRankBox, i);
      double middle = box->y + box->height / 2;
      g_autofree char *value = nst_russian_number (rank->value);
      g_autofree char *share = dup_share (self, rank);
      NstChartText number = { box->x + box->width + 7, middle, 0, 13, TRUE, 0, &theme->text };
      NstChartText part = { 0, middle, 0, 12, FALSE, 0, &theme->dim };

      nst_chart_pen_text (cr, theme,
                          &(NstChartText){ 0, middle, 0, 13, FALSE, box->x - 12, &theme->text },
                          rank->label);
      nst_chart_pen_color (cr, &color);
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      cairo_fill (cr);
      part.x = number.x + nst_chart_pen_text (cr, theme, &number, value) + 7;
      nst_chart_pen_text (cr, theme, &part, share);
    }
}

static char *
dup_words (const NstRanks *self, const NstRank *rank)
{
  g_autofree char *value = nst_russian_number (rank->value);
  g_autofree char *share = dup_share (self, rank);

  return self->whole == 0 ? g_strdup_printf ("%s: %s", rank->label, value)
                          : g_strdup_printf ("%s: %s, %s", rank->label, value, share);
}

static GPtrArray *
list_marks (gpointer data, double width, double height G_GNUC_UNUSED)
{
  const NstRanks *self = data;
  GPtrArray *marks = nst_chart_marks_new ();

  for (guint i = 0; i < self->bars->len; i++)
    nst_chart_marks_take (marks, 0, i * ROW_HEIGHT, width, ROW_HEIGHT,
                          dup_words (self, g_ptr_array_index (self->bars, i)));
  return marks;
}

static GPtrArray *
list_rows (gpointer data)
{
  const NstRanks *self = data;
  GPtrArray *rows = nst_chart_rows_new (self->what, self->unit,
                                        self->whole > 0 ? _ ("Part of all") : NULL, NULL);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const NstRank *rank = g_ptr_array_index (self->bars, i);
      g_autofree char *value = nst_russian_number (rank->value);
      g_autofree char *share = dup_share (self, rank);

      nst_chart_rows_add (rows, rank->label, value, self->whole > 0 ? share : NULL, NULL);
    }
  return rows;
}

static char *
dup_summary (gpointer data)
{
  const NstRanks *self = data;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->bars->len; i++)
    {
      g_autofree char *words = dup_words (self, g_ptr_array_index (self->bars, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", words);
    }
  return g_string_free (text, FALSE);
}

static double
get_height (gpointer data)
{
  return ((const NstRanks *) data)->bars->len * ROW_HEIGHT;
}

const NstPlot nst_ranks_plot = { get_height, draw,        list_marks,
                                 list_rows,  dup_summary, (GDestroyNotify) nst_ranks_free };
