/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and the font of charts, for light and for dark. */
#include "config.h"

#include "charts/nst-chart-theme.h"

/* By hue: fill, text, band. The hues are those of the GNOME palette; text shades keep a
 * contrast of 4.5 : 1 on the window's background. */
static const guint32 light[NST_CHART_N_HUES][3] = {
  { 0xc0bfbc, 0x5e5c64, 0xeceaea }, { 0x3584e4, 0x1a5fb4, 0xd3e3f8 },
  { 0x26a269, 0x1a7349, 0xcfe9db }, { 0xe01b24, 0xb0141c, 0xf8d7d9 },
  { 0xe5a50a, 0x905400, 0xfdf0cf }, { 0x9141ac, 0x7a3393, 0xe8d9ee },
};

static const guint32 dark[NST_CHART_N_HUES][3] = {
  { 0x77767b, 0xc0bfbc, 0x404040 }, { 0x3584e4, 0x99c1f1, 0x23354f },
  { 0x26a269, 0x8ff0a4, 0x24402f }, { 0xed333b, 0xff938c, 0x4f2628 },
  { 0xe5a50a, 0xf8e45c, 0x4a3c14 }, { 0xc061cb, 0xdc8add, 0x3b2a42 },
};

static void
set_rgb (NstChartColor *color, guint32 rgb, double alpha)
{
  color->red = ((rgb >> 16) & 0xff) / 255.0;
  color->green = ((rgb >> 8) & 0xff) / 255.0;
  color->blue = (rgb & 0xff) / 255.0;
  color->alpha = alpha;
}

/**
 * nst_chart_theme_init:
 * @self: (out): a theme
 * @use_dark: for a dark background
 *
 * Sets everything to fit paper (light, opaque white) or a dark window. A window that has its
 * own background and text colour overwrites these two.
 */
void
nst_chart_theme_init (NstChartTheme *self, gboolean use_dark)
{
  g_return_if_fail (self != NULL);

  self->dark = use_dark;
  set_rgb (&self->text, use_dark ? 0xffffff : 0x241f31, use_dark ? 1.0 : 0.95);
  set_rgb (&self->dim, use_dark ? 0xffffff : 0x241f31, use_dark ? 0.72 : 0.70);
  set_rgb (&self->line, use_dark ? 0xffffff : 0x000000, 0.16);
  set_rgb (&self->trough, use_dark ? 0xffffff : 0x000000, 0.13);
  set_rgb (&self->background, use_dark ? 0x242424 : 0xffffff, 1.0);
  self->font = "Sans";
}

/**
 * nst_chart_theme_get:
 * @self: a theme
 * @hue: which colour
 * @role: what it is for
 * @color: (out): the colour
 */
void
nst_chart_theme_get (const NstChartTheme *self, NstChartHue hue, NstChartRole role,
                     NstChartColor *color)
{
  g_return_if_fail (self != NULL && color != NULL);
  g_return_if_fail (hue < NST_CHART_N_HUES);

  set_rgb (color, self->dark ? dark[hue][role] : light[hue][role], 1.0);
}
