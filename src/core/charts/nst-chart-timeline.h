/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A programme on the axis of months: stages as bands, dates of activities as dots. */
#pragma once

#include "charts/nst-chart-plot.h"
#include "rules/nst-progress.h"

G_BEGIN_DECLS

/**
 * NstTimelineBand:
 * @number: of the stage as printed, or %NULL
 * @title: of the stage
 * @first: first day
 * @last: last day, counts
 */
typedef struct
{
  char *number;
  char *title;
  GDate first;
  GDate last;
} NstTimelineBand;

/**
 * NstTimelineDot:
 * @activity: local id of the activity
 * @number: shown number of the activity
 * @occurrence: number of the date within the activity, from 1
 * @title: of the activity
 * @first: first day of the due
 * @last: last day of the due
 * @state: of this date
 */
typedef struct
{
  gint64 activity;
  guint number;
  guint occurrence;
  char *title;
  GDate first;
  GDate last;
  NstActivityState state;
} NstTimelineDot;

/**
 * NstTimeline:
 * @title: of the programme
 * @bands: (element-type NstTimelineBand): stages
 * @dots: (element-type NstTimelineDot): in order of their last day
 * @today: the day of the red line
 * @limit: last allowed day, or not valid
 * @limit_months: allowed length that gives it, for the flag
 *
 * What is drawn, without a size.
 */
typedef struct
{
  char *title;
  GPtrArray *bands;
  GPtrArray *dots;
  GDate today;
  GDate limit;
  guint limit_months;
} NstTimeline;

/**
 * NstTimelineBox:
 * @index: of the band or dot in its array
 * @x: left of a band, centre of a dot
 * @y: top of a band, centre of a dot
 * @width: of a band, radius of a dot
 * @height: of a band, radius of a dot
 */
typedef struct
{
  guint index;
  double x;
  double y;
  double width;
  double height;
} NstTimelineBox;

/**
 * NstTimelineLayout:
 * @width: of the whole in pixels
 * @height: of the whole in pixels
 * @start: first day of the first month
 * @months: how many months the axis has
 * @shown: how many of them the width shows
 * @offset: how far the axis is moved to the left, in pixels
 * @month_width: of one month in pixels
 * @bands: (element-type NstTimelineBox): placed bands
 * @dots: (element-type NstTimelineBox): placed dots
 * @today_x: of the red line
 * @limit_x: of the flag; negative when there is none
 *
 * Where everything stands; drawing and hit testing only read it.
 */
typedef struct
{
  double width;
  double height;
  GDate start;
  guint months;
  double shown;
  double offset;
  double month_width;
  GArray *bands;
  GArray *dots;
  double today_x;
  double limit_x;
} NstTimelineLayout;

#define NST_TIMELINE_HEIGHT 86.0

NstTimeline *nst_timeline_new (const char *title, const GDate *today);
void nst_timeline_free (NstTimeline *self);
void nst_timeline_add_band (NstTimeline *self, const char *number, const char *title,
                            const GDate *first, const GDate *last);
void nst_timeline_add_dot (NstTimeline *self, const NstTimelineDot *dot);
char *nst_timeline_dup_summary (const NstTimeline *self);
char *nst_timeline_dup_dot_label (const NstTimeline *self, guint dot);
NstTimeline *nst_timeline_new_for_program (const NstRuleContext *context, NstRecord *program,
                                           const NstProgress *progress);

NstTimelineLayout *nst_timeline_layout_new (const NstTimeline *self, double width, double shown,
                                            double offset);
void nst_timeline_layout_free (NstTimelineLayout *self);
double nst_timeline_layout_find (const NstTimelineLayout *self, const GDate *day, gboolean end);
int nst_timeline_layout_hit (const NstTimelineLayout *self, double x, double y);

void nst_timeline_draw (const NstTimeline *self, const NstTimelineLayout *layout, cairo_t *cr,
                        const NstChartTheme *theme, int selected);

/* Of a NstTimeline. */
extern const NstPlot nst_timeline_plot;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstTimeline, nst_timeline_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstTimelineLayout, nst_timeline_layout_free)

G_END_DECLS
