/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the popover of a button that may be scrolled out of sight. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nst_popup_in_view (GtkMenuButton *button);
void nst_popup_watch_keys (GtkWindow *window);

G_END_DECLS
