/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo of a window: its two actions, and a toast after everything that is done. */
#pragma once

#include "store/nst-office.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NST_TYPE_UNDO (nst_undo_get_type ())
G_DECLARE_FINAL_TYPE (NstUndo, nst_undo, NST, UNDO, GObject)

/* Adds the actions "undo" and "redo" to @actions; their states are the titles of what would
 * be undone and redone. Both arguments must outlive it. */
NstUndo *nst_undo_new (GActionMap *actions, AdwToastOverlay *overlay);
void nst_undo_set_office (NstUndo *self, NstOffice *office);
/* A toast that replaces the one before; @action_name may be NULL. */
void nst_undo_say (NstUndo *self, const char *text, const char *button, const char *action_name);

G_END_DECLS
