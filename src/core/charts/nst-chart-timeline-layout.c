/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on a timeline everything stands, and what is under a point. */
#include "config.h"

#include "charts/nst-chart-timeline.h"

#include <math.h>

#define BAND_TOP 2.0
#define BAND_HEIGHT 16.0
#define LANE_STEP 20.0
#define RADIUS 9.0
#define UPPER_ROW 31.0
#define LOWER_ROW 50.0
#define GAP 2.0
#define LEANING 14.0

/* Months since year 0. */
static int
count_months (const GDate *day)
{
  return g_date_get_year (day) * 12 + (int) g_date_get_month (day) - 1;
}

static void
include_day (const GDate *day, int *low, int *high)
{
  int month;

  if (!g_date_valid (day))
    return;
  month = count_months (day);
  *low = MIN (*low, month);
  *high = MAX (*high, month);
}

/* The axis: all that is shown and a month at either end. */
static void
set_axis (NstTimelineLayout *layout, const NstTimeline *self)
{
  int low = G_MAXINT, high = G_MININT;

  for (guint i = 0; i < self->bands->len; i++)
    {
      const NstTimelineBand *band = g_ptr_array_index (self->bands, i);

      include_day (&band->first, &low, &high);
      include_day (&band->last, &low, &high);
    }
  for (guint i = 0; i < self->dots->len; i++)
    {
      const NstTimelineDot *dot = g_ptr_array_index (self->dots, i);

      include_day (&dot->last, &low, &high);
    }
  include_day (&self->limit, &low, &high);
  /* A day far away from the plan does not squeeze the plan. */
  if (low > high)
    include_day (&self->today, &low, &high);
  else if (ABS (count_months (&self->today) - low) < 3 ||
           ABS (count_months (&self->today) - high) < 3)
    include_day (&self->today, &low, &high);
  low--;
  high++;
  g_date_set_dmy (&layout->start, 1, (GDateMonth) (low % 12 + 1), (GDateYear) (low / 12));
  layout->months = (guint) (high - low + 1);
}

/**
 * nst_timeline_layout_find:
 * @self: a layout
 * @day: a day
 * @end: whether the end of the day is meant, else its beginning
 *
 * Returns: its x in pixels; may be left of 0 or right of the width
 */
double
nst_timeline_layout_find (const NstTimelineLayout *self, const GDate *day, gboolean end)
{
  int month = count_months (day) - count_months (&self->start);
  guint8 days = g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));
  double part = (g_date_get_day (day) - (end ? 0 : 1)) / (double) days;

  return (month + part) * self->month_width - self->offset;
}

/* Bands that share days stand in different lanes, so that none hides another. */
static void
place_bands (NstTimelineLayout *layout, const NstTimeline *self)
{
  GDate busy[2];

  g_date_clear (busy, 2);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const NstTimelineBand *band = g_ptr_array_index (self->bands, i);
      guint lane = g_date_valid (&busy[0]) && g_date_compare (&band->first, &busy[0]) <= 0;
      double left = nst_timeline_layout_find (layout, &band->first, FALSE);
      double right = nst_timeline_layout_find (layout, &band->last, TRUE);
      NstTimelineBox box = { i, left + 1, BAND_TOP + lane * LANE_STEP, MAX (right - left - 2, 2),
                             BAND_HEIGHT };

      busy[lane] = band->last;
      g_array_append_val (layout->bands, box);
    }
}

static gboolean
lane_is_busy (const NstTimelineLayout *layout, double left, double right)
{
  for (guint i = 0; i < layout->bands->len; i++)
    {
      const NstTimelineBox *box = &g_array_index (layout->bands, NstTimelineBox, i);

      if (box->y > BAND_TOP && box->x < right && box->x + box->width > left)
        return TRUE;
    }
  return FALSE;
}

/* The dots @from … @to - 1 are due in one month, whose cell begins at @left. */
static void
place_month (NstTimelineLayout *layout, guint from, guint to, double left)
{
  guint count = to - from;
  double step = 2 * RADIUS + GAP;
  guint fit = MAX (1, (guint) floor (layout->month_width / step));
  gboolean two_rows = count > fit && !lane_is_busy (layout, left, left + layout->month_width);
  guint lower = two_rows ? (count + 1) / 2 : count;
  double middle = left + layout->month_width / 2;
  /* A crowded month may lean over its edges, as long as its dots stay centred in it. */
  double widest = layout->month_width - 2 * RADIUS + LEANING;

  for (guint i = 0; i < count; i++)
    {
      /* The first ones stand above, as people read. */
      gboolean upper = i < count - lower;
      guint in_row = upper ? count - lower : lower;
      guint place = upper ? i : i - (count - lower);
      double spread = in_row > 1 ? MIN (step, widest / (in_row - 1)) : 0;
      NstTimelineBox box = { from + i, middle + (place - (in_row - 1) / 2.0) * spread,
                             upper ? UPPER_ROW : LOWER_ROW, RADIUS, RADIUS };

      g_array_append_val (layout->dots, box);
    }
}

static void
place_dots (NstTimelineLayout *layout, const NstTimeline *self)
{
  guint from = 0;

  while (from < self->dots->len)
    {
      const NstTimelineDot *first = g_ptr_array_index (self->dots, from);
      int month = count_months (&first->last);
      guint to = from + 1;
      double left;

      while (to < self->dots->len)
        {
          const NstTimelineDot *next = g_ptr_array_index (self->dots, to);

          if (count_months (&next->last) != month)
            break;
          to++;
        }
      left = (month - count_months (&layout->start)) * layout->month_width - layout->offset;
      place_month (layout, from, to, left);
      from = to;
    }
}

/**
 * nst_timeline_layout_new:
 * @self: a timeline
 * @width: in pixels
 * @shown: months that the width shows; 0 or more than there are for all
 * @offset: how far the axis is moved to the left, in pixels; negative: the days around
 *   today are shown
 *
 * The height is always %NST_TIMELINE_HEIGHT.
 *
 * Returns: (transfer full): the places, free with nst_timeline_layout_free()
 */
NstTimelineLayout *
nst_timeline_layout_new (const NstTimeline *self, double width, double shown, double offset)
{
  NstTimelineLayout *layout;
  double most;

  g_return_val_if_fail (self != NULL && width > 0, NULL);

  layout = g_new0 (NstTimelineLayout, 1);
  layout->width = width;
  layout->height = NST_TIMELINE_HEIGHT;
  layout->bands = g_array_new (FALSE, FALSE, sizeof (NstTimelineBox));
  layout->dots = g_array_new (FALSE, FALSE, sizeof (NstTimelineBox));
  set_axis (layout, self);
  layout->shown = shown > 0 && shown < layout->months ? shown : layout->months;
  layout->month_width = width / layout->shown;
  if (offset < 0)
    offset = nst_timeline_layout_find (layout, &self->today, FALSE) - width / 2;
  most = (layout->months - layout->shown) * layout->month_width;
  layout->offset = CLAMP (offset, 0, most);
  place_bands (layout, self);
  place_dots (layout, self);
  layout->today_x = nst_timeline_layout_find (layout, &self->today, FALSE);
  layout->limit_x =
      g_date_valid (&self->limit) ? nst_timeline_layout_find (layout, &self->limit, TRUE) : -1;
  return layout;
}

/**
 * nst_timeline_layout_free:
 * @self: (nullable): a layout
 */
void
nst_timeline_layout_free (NstTimelineLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->bands);
  g_array_unref (self->dots);
  g_free (self);
}

/**
 * nst_timeline_layout_hit:
 * @self: a layout
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: index of the dot that is nearest under the point, or -1
 */
int
nst_timeline_layout_hit (const NstTimelineLayout *self, double x, double y)
{
  double best = (RADIUS + 3) * (RADIUS + 3);
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->dots->len; i++)
    {
      const NstTimelineBox *box = &g_array_index (self->dots, NstTimelineBox, i);
      double distance = (x - box->x) * (x - box->x) + (y - box->y) * (y - box->y);

      if (distance <= best)
        {
          best = distance;
          found = (int) box->index;
        }
    }
  return found;
}
