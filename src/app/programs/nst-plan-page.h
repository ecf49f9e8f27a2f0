/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan of a programme: summary, timeline, stages with their activities. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PLAN_PAGE (nst_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (NstPlanPage, nst_plan_page, NST, PLAN_PAGE, GtkWidget)

void nst_plan_page_show (NstPlanPage *self, NstOffice *office, NstRecord *program);
/* Opens the row of an activity; @field may be NULL. FALSE: it is not in this plan. */
gboolean nst_plan_page_open (NstPlanPage *self, gint64 activity, guint part, const char *field);
/* +1: the next stage, -1: the one before. */
void nst_plan_page_move_stage (NstPlanPage *self, int step);

G_END_DECLS
