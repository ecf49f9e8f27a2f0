/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of list rows for those who listen to the window. */
#include "config.h"

#include "app/widgets/nst-row-name.h"

static void
set_name (GtkWidget *widget, const char *name, const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description == NULL ? "" : description, -1);
}

/**
 * nst_row_set_name:
 * @item: the item that was just bound; it has a child
 * @name: what the row is called
 * @description: (nullable): more, such as "3 of 18"
 *
 * GTK 4.8 gives rows of list and column views no name of their own; what has the focus is
 * the parent of the item's child, and in a column view the parent of that.
 */
void
nst_row_set_name (GtkListItem *item, const char *name, const char *description)
{
  GtkWidget *child;
  GtkWidget *row;

  g_return_if_fail (GTK_IS_LIST_ITEM (item));

  child = gtk_list_item_get_child (item);
  row = child == NULL ? NULL : gtk_widget_get_parent (child);
  if (row == NULL || name == NULL)
    return;
  set_name (row, name, description);
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (row), "GtkColumnViewCell") &&
      gtk_widget_get_parent (row) != NULL)
    set_name (gtk_widget_get_parent (row), name, description);
}
