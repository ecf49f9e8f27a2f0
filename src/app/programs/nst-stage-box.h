/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stage of a plan: a heading that folds, and its activities as a boxed list. */
#pragma once

#include "app/programs/nst-plan-filter.h"

G_BEGIN_DECLS

#define NST_TYPE_STAGE_BOX (nst_stage_box_get_type ())
G_DECLARE_FINAL_TYPE (NstStageBox, nst_stage_box, NST, STAGE_BOX, GtkWidget)

/* Signal "opened" (NstActivityRow): one of its rows was opened. "left" (int direction): the
 * keyboard left its list, -1 upwards, 1 downwards. */
GtkWidget *nst_stage_box_new (NstOffice *office, NstRecord *program, NstRecord *stage);
/* @progress is read, not kept; @findings are those of the whole programme. FALSE: the rows
 * of the stage are others now and the box must be made anew. */
gboolean nst_stage_box_update (NstStageBox *self, const NstStageProgress *progress, guint total,
                               GPtrArray *findings);
void nst_stage_box_set_filter (NstStageBox *self, NstPlanFilter filter);
void nst_stage_box_set_folded (NstStageBox *self, gboolean folded);
gint64 nst_stage_box_get_stage (NstStageBox *self);
/* @position 0: the heading; -1: the last row that is shown. */
GtkWidget *nst_stage_box_get_row (NstStageBox *self, int position);
NstActivityRow *nst_stage_box_find_row (NstStageBox *self, gint64 activity);

G_END_DECLS
