/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered steps in a line: done, current, ahead. Done ones can be gone back to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_STEP_TRACK (nst_step_track_get_type ())
G_DECLARE_FINAL_TYPE (NstStepTrack, nst_step_track, NST, STEP_TRACK, GtkWidget)

/* Signal "chosen" (guint step): a finished step was clicked. */
void nst_step_track_set_titles (NstStepTrack *self, const char *const *titles);
void nst_step_track_set_current (NstStepTrack *self, guint step);

G_END_DECLS
