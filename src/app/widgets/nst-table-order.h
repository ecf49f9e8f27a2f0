/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of a table that say which field the database sorts by. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nst_table_order_add (GtkColumnViewColumn *column, const char *field);
const char *nst_table_order_get (GtkColumnView *table, GtkColumnViewColumn **columns,
                                 gboolean *descending);

G_END_DECLS
