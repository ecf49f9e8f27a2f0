/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pane that asks for a certain width and can do with less. */
#include "config.h"

#include "app/widgets/nst-pane.h"

struct _NstPane
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int wanted_width;
};

typedef enum
{
  PROP_CHILD = 1,
  PROP_WANTED_WIDTH,
} Property;

static GParamSpec *props[PROP_WANTED_WIDTH + 1];

static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstPane, nst_pane, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
nst_pane_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                    const char *type)
{
  if (GTK_IS_WIDGET (child) && type == NULL)
    nst_pane_set_child (NST_PANE (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = nst_pane_add_child;
}

static void
nst_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  NstPane *self = NST_PANE (widget);

  *minimum = *natural = 0;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->wanted_width > 0)
    *natural = MAX (*minimum, self->wanted_width);
  *minimum_baseline = *natural_baseline = -1;
}

static GtkSizeRequestMode
nst_pane_get_request_mode (GtkWidget *widget)
{
  NstPane *self = NST_PANE (widget);

  return self->child == NULL ? GTK_SIZE_REQUEST_CONSTANT_SIZE
                             : gtk_widget_get_request_mode (self->child);
}

static void
nst_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NstPane *self = NST_PANE (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
nst_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NstPane *self = NST_PANE (object);

  switch ((Property) id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_WANTED_WIDTH:
      g_value_set_int (value, self->wanted_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NstPane *self = NST_PANE (object);

  switch ((Property) id)
    {
    case PROP_CHILD:
      nst_pane_set_child (self, g_value_get_object (value));
      break;
    case PROP_WANTED_WIDTH:
      self->wanted_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_pane_dispose (GObject *object)
{
  g_clear_pointer (&NST_PANE (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (nst_pane_parent_class)->dispose (object);
}

static void
nst_pane_class_init (NstPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nst_pane_get_property;
  object_class->set_property = nst_pane_set_property;
  object_class->dispose = nst_pane_dispose;
  widget_class->get_request_mode = nst_pane_get_request_mode;
  widget_class->measure = nst_pane_measure;
  widget_class->size_allocate = nst_pane_size_allocate;

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_WANTED_WIDTH] = g_param_spec_int ("wanted-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
nst_pane_init (NstPane *self G_GNUC_UNUSED)
{
}

GtkWidget *
nst_pane_new (void)
{
  return g_object_new (NST_TYPE_PANE, NULL);
}

/**
 * nst_pane_set_child:
 * @self: the pane
 * @child: (nullable) (transfer floating): what it holds
 */
void
nst_pane_set_child (NstPane *self, GtkWidget *child)
{
  g_return_if_fail (NST_IS_PANE (self));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}
