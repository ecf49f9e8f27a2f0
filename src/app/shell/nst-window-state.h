/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Size of the window and its last section, kept between two runs. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nst_window_state_restore (GtkWindow *window, char **section);
void nst_window_state_save (GtkWindow *window, const char *section);

G_END_DECLS
