/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a widget that is made from a template. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK 4.8 takes away only the children that are bound by name; the others go here. */
static inline void
nst_template_dispose (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

G_END_DECLS
