/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children beside each other, on as many lines as it takes: tags and chips. */
#include "config.h"

#include "app/widgets/nst-wrap-layout.h"

struct _NstWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

typedef enum
{
  PROP_SPACING = 1,
} Property;

static GParamSpec *props[PROP_SPACING + 1];

G_DEFINE_FINAL_TYPE (NstWrapLayout, nst_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_child (GtkWidget *child, int width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, width));
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Whether @child, which still has room, goes to the next line nevertheless: the last one, for
 * which there is none, would stand there alone. */
static gboolean
keeps_last_company (NstWrapLayout *self, GtkWidget *child, int x, int wanted, int width)
{
  GtkWidget *next = skip_hidden (gtk_widget_get_next_sibling (child));
  int last;

  if (x == 0 || next == NULL || skip_hidden (gtk_widget_get_next_sibling (next)) != NULL)
    return FALSE;
  last = measure_child (next, width);
  return x + wanted + self->spacing + last > width && wanted + self->spacing + last <= width;
}

/* Walks the children line by line; allocates them when @place. Gives the height. */
static int
walk (NstWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int x = 0;
  int y = 0;
  int line = 0;

  for (; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int wanted = measure_child (child, width);
      int height;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wanted, NULL, &height, NULL, NULL);
      if ((x > 0 && x + wanted > width) || keeps_last_company (self, child, x, wanted, width))
        {
          x = 0;
          y += line + self->spacing;
          line = 0;
        }
      if (place)
        {
          GtkAllocation area = { x, y, wanted, height };

          if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
            area.x = width - x - wanted;
          gtk_widget_size_allocate (child, &area, -1);
        }
      x += wanted + self->spacing;
      line = MAX (line, height);
    }
  return y + line;
}

static void
measure_width (NstWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static void
nst_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                         int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  NstWrapLayout *self = NST_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = walk (self, widget, for_size < 0 ? G_MAXINT : for_size, FALSE);
}

static void
nst_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width,
                          int height G_GNUC_UNUSED, int baseline G_GNUC_UNUSED)
{
  walk (NST_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
nst_wrap_layout_get_request_mode (GtkLayoutManager *manager G_GNUC_UNUSED,
                                  GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nst_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_SPACING:
      g_value_set_int (value, NST_WRAP_LAYOUT (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((Property) id)
    {
    case PROP_SPACING:
      NST_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_wrap_layout_class_init (NstWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = nst_wrap_layout_get_property;
  object_class->set_property = nst_wrap_layout_set_property;
  layout_class->measure = nst_wrap_layout_measure;
  layout_class->allocate = nst_wrap_layout_allocate;
  layout_class->get_request_mode = nst_wrap_layout_get_request_mode;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 6,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
nst_wrap_layout_init (NstWrapLayout *self)
{
  self->spacing = 6;
}

GtkLayoutManager *
nst_wrap_layout_new (int spacing)
{
  return g_object_new (NST_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
