/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a programme is: per cent, counts, a bar a stage, chips that filter. */
#pragma once

#include "app/programs/nst-plan-filter.h"

G_BEGIN_DECLS

#define NST_TYPE_PROGRAM_SUMMARY (nst_program_summary_get_type ())
G_DECLARE_FINAL_TYPE (NstProgramSummary, nst_program_summary, NST, PROGRAM_SUMMARY, GtkWidget)

/* Signals "filtered" (guint filter) and "stage-wanted" (gint64 stage). */
void nst_program_summary_show (NstProgramSummary *self, const NstProgress *progress,
                               guint findings);
NstPlanFilter nst_program_summary_get_filter (NstProgramSummary *self);
void nst_program_summary_set_filter (NstProgramSummary *self, NstPlanFilter filter);

G_END_DECLS
