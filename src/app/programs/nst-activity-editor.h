/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open row of the plan: what became of an activity. */
#pragma once

#include "store/nst-office.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_ACTIVITY_EDITOR (nst_activity_editor_get_type ())
G_DECLARE_FINAL_TYPE (NstActivityEditor, nst_activity_editor, NST, ACTIVITY_EDITOR, GtkWidget)

GtkWidget *nst_activity_editor_new (NstOffice *office, NstRecord *program, NstRecord *activity);
/* @progress is read, not kept. */
void nst_activity_editor_update (NstActivityEditor *self, const NstActivityProgress *progress,
                                 GPtrArray *findings);
/* Which date or topic is marked; 0: the whole. */
void nst_activity_editor_choose_part (NstActivityEditor *self, guint part);
/* As if the button was pressed: "DONE", "PARTLY", "NOT_DONE", "POSTPONED". */
void nst_activity_editor_mark (NstActivityEditor *self, const char *status);
void nst_activity_editor_attach (NstActivityEditor *self);
gboolean nst_activity_editor_focus (NstActivityEditor *self, const char *field);

G_END_DECLS
