/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One point of an agreement's way: done on a day, awaited, or still ahead. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_TRACK_POINT (nst_track_point_get_type ())
G_DECLARE_FINAL_TYPE (NstTrackPoint, nst_track_point, NST, TRACK_POINT, GtkWidget)

/**
 * NstTrackState:
 * @NST_TRACK_DONE: has a day
 * @NST_TRACK_AWAITED: is what everybody waits for
 * @NST_TRACK_AHEAD: comes later
 */
typedef enum
{
  NST_TRACK_DONE,
  NST_TRACK_AWAITED,
  NST_TRACK_AHEAD,
} NstTrackState;

/* Makes the form, a popover, in which a person says who has acted and when. */
typedef GtkWidget *(*NstTrackFormFunc) (NstTrackPoint *point, gpointer data);

/* Signal "chosen" (const char *day): YYYY-MM-DD, for a step or for another day of it. */
GtkWidget *nst_track_point_new (void);
void nst_track_point_set_last (NstTrackPoint *self, gboolean last);
void nst_track_point_set_words (NstTrackPoint *self, const char *title, const char *subtitle);
/* @act: label of the button that does it today, NULL when nobody may. */
void nst_track_point_set_state (NstTrackPoint *self, NstTrackState state, const char *note,
                                const char *act);
/* The day that is shown and can be put right; @day may be invalid; @today offers itself. */
void nst_track_point_set_day (NstTrackPoint *self, const GDate *day, const GDate *today);
/* Why the step is not possible: its button is insensitive and says so. NULL: possible. */
void nst_track_point_set_why_not (NstTrackPoint *self, const char *why_not);
/* Another party has acted: its person and paper are asked for. NULL: one click does it. */
void nst_track_point_set_form_func (NstTrackPoint *self, NstTrackFormFunc func, gpointer data);
/* Does it on @today, or opens the form; as the button does. */
void nst_track_point_act (NstTrackPoint *self);
GtkBox *nst_track_point_get_findings (NstTrackPoint *self);

G_END_DECLS
