/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of rows and steps whose cells say how many are through a step, and of how many. */
#pragma once

#include "charts/nst-chart-plot.h"

G_BEGIN_DECLS

#define NST_HEAT_MAX_STEPS 6
/* From "all of them" to "fewest". */
#define NST_HEAT_N_LEVELS 4

/**
 * NstHeatCell:
 * @done: how many are through the step
 * @of: of how many; 0 when the step is asked of none
 */
typedef struct
{
  guint done;
  guint of;
} NstHeatCell;

/**
 * NstHeatRow:
 * @label: what the row is about
 * @count: how many things it has
 * @cells: a cell a step
 */
typedef struct
{
  char *label;
  guint count;
  NstHeatCell cells[NST_HEAT_MAX_STEPS];
} NstHeatRow;

/**
 * NstHeat:
 * @what: heading of the labels
 * @unit: heading of the counts
 * @steps: (element-type utf8): headings of the steps
 * @rows: (element-type NstHeatRow): rows
 */
typedef struct
{
  char *what;
  char *unit;
  GPtrArray *steps;
  GPtrArray *rows;
} NstHeat;

NstHeat *nst_heat_new (const char *what, const char *unit);
void nst_heat_free (NstHeat *self);
void nst_heat_add_step (NstHeat *self, const char *heading);
NstHeatRow *nst_heat_add_row (NstHeat *self, const char *label);
void nst_heat_sort (NstHeat *self);
guint nst_heat_cell_get_level (const NstHeatCell *cell);

/* Of a NstHeat. */
extern const NstPlot nst_heat_plot;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstHeat, nst_heat_free)

G_END_DECLS
