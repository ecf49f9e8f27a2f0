/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of list rows for those who listen to the window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nst_row_set_name (GtkListItem *item, const char *name, const char *description);

G_END_DECLS
