/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row whose less needed children go when it gets narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NST_TYPE_DROP_LAYOUT (nst_drop_layout_get_type ())
G_DECLARE_FINAL_TYPE (NstDropLayout, nst_drop_layout, NST, DROP_LAYOUT, GtkLayoutManager)

/* Children named "optional" are dropped, the last one first, while the rest does not fit; then
 * children shrink, from the last one on, those that expand at the very end. Property "spacing".
 */

#define NST_TYPE_DROP_BOX (nst_drop_box_get_type ())
G_DECLARE_FINAL_TYPE (NstDropBox, nst_drop_box, NST, DROP_BOX, GtkWidget)

G_END_DECLS
