/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines from a value before to a value after. */
#pragma once

#include "charts/nst-chart-plot.h"

G_BEGIN_DECLS

/**
 * NstSlopeLine:
 * @label: what is measured
 * @entry: mean before, 0 or more
 * @exit: mean after, 0 or more
 * @n_entry: of how many answers
 * @n_exit: of how many answers
 */
typedef struct
{
  char *label;
  double entry;
  double exit;
  guint n_entry;
  guint n_exit;
} NstSlopeLine;

/**
 * NstSlope:
 * @what: heading of the labels
 * @lines: (element-type NstSlopeLine): lines
 */
typedef struct
{
  char *what;
  GPtrArray *lines;
} NstSlope;

/**
 * NstSlopeBox:
 * @entry_y: where the line begins, at the left
 * @exit_y: where it ends, at the right
 * @entry_label_y: middle of the label at the left, near @entry_y
 * @exit_label_y: middle of the label at the right
 */
typedef struct
{
  double entry_y;
  double exit_y;
  double entry_label_y;
  double exit_label_y;
} NstSlopeBox;

#define NST_SLOPE_LABEL_HEIGHT 17.0

NstSlope *nst_slope_new (const char *what);
void nst_slope_free (NstSlope *self);
void nst_slope_add (NstSlope *self, const NstSlopeLine *line);
GArray *nst_slope_place (const NstSlope *self, double height);

/* Of a NstSlope. */
extern const NstPlot nst_slope_plot;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstSlope, nst_slope_free)

G_END_DECLS
