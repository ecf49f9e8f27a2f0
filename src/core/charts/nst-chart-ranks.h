/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars that lie one under another, each with its name before it and its number behind it. */
#pragma once

#include "charts/nst-chart-plot.h"

G_BEGIN_DECLS

/**
 * NstRank:
 * @label: what is counted
 * @value: how many
 * @rest: the sum of several that have no bar of their own
 */
typedef struct
{
  char *label;
  guint value;
  gboolean rest;
} NstRank;

/**
 * NstRanks:
 * @bars: (element-type NstRank): from the top
 * @whole: of what the shares are; 0 for none
 * @what: heading of the column with the labels
 * @unit: heading of the column with the values
 */
typedef struct
{
  GPtrArray *bars;
  guint whole;
  char *what;
  char *unit;
} NstRanks;

/**
 * NstRankBox:
 * @x: left of the bar
 * @y: its top
 * @width: in pixels
 * @height: in pixels
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} NstRankBox;

NstRanks *nst_ranks_new (const char *what, const char *unit, guint whole);
void nst_ranks_free (NstRanks *self);
void nst_ranks_add (NstRanks *self, const char *label, guint value);
void nst_ranks_fold (NstRanks *self, guint most);
GArray *nst_ranks_place (const NstRanks *self, double width);

/* Of NstRanks. */
extern const NstPlot nst_ranks_plot;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstRanks, nst_ranks_free)

G_END_DECLS
