/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A box for templates whose children stand as NstFlipLayout says. */
#include "config.h"

#include "app/widgets/nst-flip-box.h"

struct _NstFlipBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NstFlipBox, nst_flip_box, GTK_TYPE_WIDGET)

static void
nst_flip_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (nst_flip_box_parent_class)->dispose (object);
}

static void
nst_flip_box_class_init (NstFlipBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_flip_box_dispose;
  g_type_ensure (NST_TYPE_FLIP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), NST_TYPE_FLIP_LAYOUT);
}

static void
nst_flip_box_init (NstFlipBox *self G_GNUC_UNUSED)
{
}

GtkWidget *
nst_flip_box_new (void)
{
  return g_object_new (NST_TYPE_FLIP_BOX, NULL);
}
