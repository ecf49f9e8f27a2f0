/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of a table that say which field the database sorts by. */
#include "config.h"

#include "app/widgets/nst-table-order.h"

/*
 * The database sorts, the header only has to tell by what. GTK 4.8 does not say which
 * column is the first one, but its sorter asks the columns in their order: the first one
 * that is asked notes itself and ends the question.
 */
static const char *asked_first;

static int
note_field (gconstpointer a G_GNUC_UNUSED, gconstpointer b G_GNUC_UNUSED, gpointer field)
{
  if (asked_first == NULL)
    asked_first = field;
  return GTK_ORDERING_SMALLER;
}

void
nst_table_order_add (GtkColumnViewColumn *column, const char *field)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (note_field, g_strdup (field), g_free));

  gtk_column_view_column_set_sorter (column, sorter);
  g_object_unref (sorter);
}

const char *
nst_table_order_get (GtkColumnView *table, GtkColumnViewColumn **columns G_GNUC_UNUSED,
                     gboolean *descending)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order;

  asked_first = NULL;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (table), one, other);
  *descending = order == GTK_ORDERING_LARGER;
  return asked_first;
}
