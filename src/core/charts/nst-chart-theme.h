/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and the font of charts, for light and for dark. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * NstChartColor:
 * @red: 0…1
 * @green: 0…1
 * @blue: 0…1
 * @alpha: 0…1
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} NstChartColor;

/**
 * NstChartHue:
 *
 * What a colour is called; what it means is said by the caller, and never by colour alone.
 */
typedef enum
{
  NST_CHART_HUE_NEUTRAL,
  NST_CHART_HUE_BLUE,
  NST_CHART_HUE_GREEN,
  NST_CHART_HUE_RED,
  NST_CHART_HUE_AMBER,
  NST_CHART_HUE_PURPLE,
} NstChartHue;

#define NST_CHART_N_HUES (NST_CHART_HUE_PURPLE + 1)

/**
 * NstChartRole:
 * @NST_CHART_ROLE_FILL: of bars and dots
 * @NST_CHART_ROLE_TEXT: of small text, dark or light enough to be read
 * @NST_CHART_ROLE_BAND: of wide areas behind text
 */
typedef enum
{
  NST_CHART_ROLE_FILL,
  NST_CHART_ROLE_TEXT,
  NST_CHART_ROLE_BAND,
} NstChartRole;

/**
 * NstChartTheme:
 * @dark: for a dark background
 * @text: of labels
 * @dim: of labels that matter less
 * @line: of axes
 * @trough: of what bars run in
 * @background: behind everything; its alpha may be 0
 * @font: a Pango font description without a size
 */
typedef struct
{
  gboolean dark;
  NstChartColor text;
  NstChartColor dim;
  NstChartColor line;
  NstChartColor trough;
  NstChartColor background;
  const char *font;
} NstChartTheme;

void nst_chart_theme_init (NstChartTheme *self, gboolean dark);
void nst_chart_theme_get (const NstChartTheme *self, NstChartHue hue, NstChartRole role,
                          NstChartColor *color);

G_END_DECLS
