/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state as a small rounded label: colour by tone, always with its words. */
#pragma once

#include "rules/nst-steps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_STATE_PILL (nst_state_pill_get_type ())
G_DECLARE_FINAL_TYPE (NstStatePill, nst_state_pill, NST, STATE_PILL, GtkWidget)

/* Properties: "state-title", "tone" ("neutral", "info", "waiting", "good", "bad"). */
GtkWidget *nst_state_pill_new (const char *title, const char *tone);
void nst_state_pill_set_title (NstStatePill *self, const char *title);
void nst_state_pill_set_whole (NstStatePill *self);
void nst_state_pill_set_tone (NstStatePill *self, const char *tone);
void nst_state_pill_set_state (NstStatePill *self, const NstLifeState *state);

G_END_DECLS
