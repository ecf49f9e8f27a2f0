/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children beside each other where they fit, one under another where they do not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Properties: "spacing" (between columns), "row-spacing" (between rows), "wide-from" (least
 * width for columns; 0: the natural widths decide). Children that expand share the rest. */
#define NST_TYPE_FLIP_LAYOUT (nst_flip_layout_get_type ())
G_DECLARE_FINAL_TYPE (NstFlipLayout, nst_flip_layout, NST, FLIP_LAYOUT, GtkLayoutManager)

G_END_DECLS
