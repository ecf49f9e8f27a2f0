/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars of values against their targets. */
#pragma once

#include "charts/nst-chart-plot.h"

G_BEGIN_DECLS

#define NST_CHART_UNKNOWN (-1)
#define NST_CHART_WORDS (-2)

/**
 * NstBullet:
 * @label: what is measured
 * @value: in thousandths of the scale's end, %NST_CHART_UNKNOWN, or %NST_CHART_WORDS for a
 *   value that is no number
 * @target: the same, or %NST_CHART_UNKNOWN
 * @text: the value in words: «33,3 %»
 * @target_text: the target in words, or %NULL
 * @hue: of the bar
 */
typedef struct
{
  char *label;
  int value;
  int target;
  char *text;
  char *target_text;
  NstChartHue hue;
} NstBullet;

/**
 * NstBulletBox:
 * @x: left of the trough
 * @y: top of the trough
 * @width: of the trough
 * @height: of the trough
 * @bar: width of the bar; negative when the value is unknown
 * @target_x: of the tick; negative when there is no target
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double bar;
  double target_x;
} NstBulletBox;

#define NST_BULLET_ROW_HEIGHT 44.0

NstBullet *nst_bullet_new (const char *label, int value, int target, const char *text,
                           const char *target_text, NstChartHue hue);
void nst_bullet_free (NstBullet *self);
void nst_bullet_place (const NstBullet *self, double x, double y, double width, double height,
                       NstBulletBox *box);
void nst_bullet_draw_bar (const NstBullet *self, const NstBulletBox *box, cairo_t *cr,
                          const NstChartTheme *theme);
void nst_bullets_draw (GPtrArray *bullets, cairo_t *cr, const NstChartTheme *theme, double width);
double nst_bullets_get_height (GPtrArray *bullets);
char *nst_bullets_dup_summary (GPtrArray *bullets);

/* Of bars, a GPtrArray of NstBullet. */
extern const NstPlot nst_bullets_plot;

G_END_DECLS
