/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children beside each other where they fit, one under another where they do not. */
#include "config.h"

#include "app/widgets/nst-flip-layout.h"

struct _NstFlipLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int row_spacing;
  int wide_from;
};

enum
{
  PROP_SPACING = 1,
  PROP_ROW_SPACING,
  PROP_WIDE_FROM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NstFlipLayout, nst_flip_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  int minimum; /* of the widest child */
  int natural; /* of all in one row */
  int fixed;   /* of those that do not expand, and of the gaps */
  int expanding;
  guint count;
} Widths;

static void
measure_widths (NstFlipLayout *self, GtkWidget *widget, Widths *widths)
{
  GtkWidget *child;

  *widths = (Widths){ 0 };
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      widths->minimum = MAX (widths->minimum, minimum);
      widths->natural += natural + (widths->count > 0 ? self->spacing : 0);
      widths->fixed += widths->count > 0 ? self->spacing : 0;
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        widths->expanding++;
      else
        widths->fixed += natural;
      widths->count++;
    }
}

static gboolean
is_wide (NstFlipLayout *self, const Widths *widths, int width)
{
  return width >=
         (self->wide_from > 0 ? MAX (self->wide_from, widths->minimum) : widths->natural);
}

/* Expanding children share what the others leave, in equal parts. */
static int
get_child_width (const Widths *widths, GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    natural = (width - widths->fixed) / widths->expanding;
  return MAX (natural, minimum);
}

static GtkSizeRequestMode
nst_flip_layout_get_request_mode (GtkLayoutManager *layout G_GNUC_UNUSED,
                                  GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nst_flip_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation,
                         int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  NstFlipLayout *self = NST_FLIP_LAYOUT (layout);
  Widths widths;
  gboolean wide;
  guint rows = 0;
  GtkWidget *child;

  *minimum_baseline = *natural_baseline = -1;
  measure_widths (self, widget, &widths);
  *minimum = widths.minimum;
  *natural = widths.natural;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  wide = for_size < 0 || is_wide (self, &widths, for_size);
  *minimum = *natural = 0;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, nice, width = for_size;

      if (!gtk_widget_should_layout (child))
        continue;
      if (wide && for_size >= 0)
        width = get_child_width (&widths, child, for_size);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &nice, NULL, NULL);
      *minimum = wide ? MAX (*minimum, least) : *minimum + least;
      *natural = wide ? MAX (*natural, nice) : *natural + nice;
      rows++;
    }
  if (!wide && rows > 1)
    {
      *minimum += (int) (rows - 1) * self->row_spacing;
      *natural += (int) (rows - 1) * self->row_spacing;
    }
}

static void
nst_flip_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height,
                          int baseline G_GNUC_UNUSED)
{
  NstFlipLayout *self = NST_FLIP_LAYOUT (layout);
  Widths widths;
  gboolean wide, rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0;
  GtkWidget *child;

  measure_widths (self, widget, &widths);
  wide = is_wide (self, &widths, width);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, y, width, height };

      if (!gtk_widget_should_layout (child))
        continue;
      if (wide)
        {
          place.width = get_child_width (&widths, child, width);
          place.x = rtl ? width - x - place.width : x;
          x += place.width + self->spacing;
        }
      else
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &place.height, NULL,
                              NULL);
          y += place.height + self->row_spacing;
        }
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
nst_flip_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NstFlipLayout *self = NST_FLIP_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_ROW_SPACING:
      g_value_set_int (value, self->row_spacing);
      break;
    case PROP_WIDE_FROM:
      g_value_set_int (value, self->wide_from);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_flip_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NstFlipLayout *self = NST_FLIP_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_ROW_SPACING:
      self->row_spacing = g_value_get_int (value);
      break;
    case PROP_WIDE_FROM:
      self->wide_from = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
nst_flip_layout_class_init (NstFlipLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = nst_flip_layout_get_property;
  object_class->set_property = nst_flip_layout_set_property;
  layout_class->get_request_mode = nst_flip_layout_get_request_mode;
  layout_class->measure = nst_flip_layout_measure;
  layout_class->allocate = nst_flip_layout_allocate;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_ROW_SPACING] = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT, 0,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_WIDE_FROM] = g_param_spec_int ("wide-from", NULL, NULL, 0, G_MAXINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nst_flip_layout_init (NstFlipLayout *self G_GNUC_UNUSED)
{
}
