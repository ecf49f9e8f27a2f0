/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pane that asks for a certain width and can do with less. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_PANE (nst_pane_get_type ())
G_DECLARE_FINAL_TYPE (NstPane, nst_pane, NST, PANE, GtkWidget)

/* Properties: "child", "wanted-width" (natural width, 0: that of the child). In an AdwLeaflet
 * whose fold-threshold-policy is "natural" the wanted widths decide when it folds. */
GtkWidget *nst_pane_new (void);
void nst_pane_set_child (NstPane *self, GtkWidget *child);

G_END_DECLS
