/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stacked bars: how many activities of a stage or programme are in which state. */
#pragma once

#include "charts/nst-chart-plot.h"
#include "rules/nst-progress.h"

G_BEGIN_DECLS

#define NST_STACK_N_PARTS 5

/**
 * NstStack:
 * @label: of the stage or programme
 * @counts: done, partly, not done, overdue, ahead
 * @total: their sum
 */
typedef struct
{
  char *label;
  guint counts[NST_STACK_N_PARTS];
  guint total;
} NstStack;

/**
 * NstStackBox:
 * @part: index in the counts
 * @x: left
 * @width: in pixels
 */
typedef struct
{
  guint part;
  double x;
  double width;
} NstStackBox;

#define NST_STACK_ROW_HEIGHT 30.0

NstStack *nst_stack_new (const char *label);
void nst_stack_free (NstStack *self);
void nst_stack_add (NstStack *self, NstActivityState state, guint count);
GArray *nst_stack_place (const NstStack *self, double x, double width);
NstActivityState nst_stack_get_state (guint part);
const char *nst_stack_get_title (guint part);
GPtrArray *nst_stacks_new_for_stages (const NstProgress *progress);
NstStack *nst_stack_new_for_program (const char *label, const NstProgress *progress);
void nst_stacks_draw (GPtrArray *stacks, cairo_t *cr, const NstChartTheme *theme, double width);
double nst_stacks_get_height (GPtrArray *stacks);
char *nst_stacks_dup_summary (GPtrArray *stacks);

/* Of bars, a GPtrArray of NstStack. */
extern const NstPlot nst_stacks_plot;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NstStack, nst_stack_free)

G_END_DECLS
