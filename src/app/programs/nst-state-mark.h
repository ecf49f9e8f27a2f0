/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of an activity as a small round mark. */
#pragma once

#include "rules/nst-progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_STATE_MARK (nst_state_mark_get_type ())
G_DECLARE_FINAL_TYPE (NstStateMark, nst_state_mark, NST, STATE_MARK, GtkDrawingArea)

GtkWidget *nst_state_mark_new (void);
void nst_state_mark_set_state (NstStateMark *self, NstActivityState state);

G_END_DECLS
