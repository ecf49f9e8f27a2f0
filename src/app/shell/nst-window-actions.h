/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's actions and keys do. */
#pragma once

#include "app/shell/nst-window.h"

G_BEGIN_DECLS

void nst_window_actions_bind_keys (GtkWidgetClass *widget_class);
void nst_window_actions_add (NstWindow *self);
/* Without an office there is nothing to search, print or open. */
void nst_window_actions_set_enabled (NstWindow *self, gboolean enabled);

G_END_DECLS
