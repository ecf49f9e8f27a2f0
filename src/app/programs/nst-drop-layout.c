/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row whose less needed children go when it gets narrow. */
#include "config.h"

#include "app/programs/nst-drop-layout.h"

#define OPTIONAL "optional"

struct _NstDropLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

struct _NstDropBox
{
  GtkWidget parent_instance;
};

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NstDropLayout, nst_drop_layout, GTK_TYPE_LAYOUT_MANAGER)
G_DEFINE_FINAL_TYPE (NstDropBox, nst_drop_box, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *child;
  gboolean optional;
  gboolean expands;
  int minimum;
  int width;
} Cell;

static GArray *
list_cells (GtkWidget *widget)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Cell cell = { child, g_str_equal (gtk_widget_get_name (child), OPTIONAL), FALSE, 0, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      cell.expands = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &cell.minimum, &cell.width, NULL,
                          NULL);
      g_array_append_val (cells, cell);
    }
  return cells;
}

static int
sum_widths (NstDropLayout *self, GArray *cells)
{
  int sum = 0;

  for (guint i = 0; i < cells->len; i++)
    sum += g_array_index (cells, Cell, i).width + (i > 0 ? self->spacing : 0);
  return sum;
}

static void
drop_optional (NstDropLayout *self, GArray *cells, int width)
{
  for (guint i = cells->len; i > 0 && sum_widths (self, cells) > width; i--)
    if (g_array_index (cells, Cell, i - 1).optional)
      {
        gtk_widget_set_child_visible (g_array_index (cells, Cell, i - 1).child, FALSE);
        g_array_remove_index (cells, i - 1);
      }
}

static void
shrink (NstDropLayout *self, GArray *cells, int width, gboolean expanding)
{
  for (guint i = cells->len; i > 0; i--)
    {
      Cell *cell = &g_array_index (cells, Cell, i - 1);
      int missing = sum_widths (self, cells) - width;

      if (missing > 0 && cell->expands == expanding)
        cell->width = MAX (cell->minimum, cell->width - missing);
    }
}

static void
grow (NstDropLayout *self, GArray *cells, int width)
{
  int rest = width - sum_widths (self, cells);

  for (guint i = 0; i < cells->len && rest > 0; i++)
    if (g_array_index (cells, Cell, i).expands)
      {
        g_array_index (cells, Cell, i).width += rest;
        rest = 0;
      }
}

static void
nst_drop_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation,
                         int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  NstDropLayout *self = NST_DROP_LAYOUT (layout);
  g_autoptr (GArray) cells = list_cells (widget);
  guint needed = 0;

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = sum_widths (self, cells);
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      int least, nice;

      if (orientation == GTK_ORIENTATION_HORIZONTAL && !cell->optional)
        *minimum += cell->minimum + (needed++ > 0 ? self->spacing : 0);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        continue;
      gtk_widget_measure (cell->child, GTK_ORIENTATION_VERTICAL, -1, &least, &nice, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, nice);
    }
}

static void
nst_drop_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height,
                          int baseline G_GNUC_UNUSED)
{
  NstDropLayout *self = NST_DROP_LAYOUT (layout);
  g_autoptr (GArray) cells = list_cells (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0;

  drop_optional (self, cells, width);
  shrink (self, cells, width, FALSE);
  shrink (self, cells, width, TRUE);
  grow (self, cells, width);
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      GtkAllocation place = { rtl ? width - x - cell->width : x, 0, cell->width, height };

      gtk_widget_set_child_visible (cell->child, TRUE);
      gtk_widget_size_allocate (cell->child, &place, -1);
      x += cell->width + self->spacing;
    }
}

static void
nst_drop_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, NST_DROP_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_drop_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    {
      NST_DROP_LAYOUT (object)->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nst_drop_layout_class_init (NstDropLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = nst_drop_layout_get_property;
  object_class->set_property = nst_drop_layout_set_property;
  layout_class->measure = nst_drop_layout_measure;
  layout_class->allocate = nst_drop_layout_allocate;
  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nst_drop_layout_init (NstDropLayout *self G_GNUC_UNUSED)
{
}

static void
nst_drop_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (nst_drop_box_parent_class)->dispose (object);
}

static void
nst_drop_box_class_init (NstDropBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_drop_box_dispose;
  g_type_ensure (NST_TYPE_DROP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), NST_TYPE_DROP_LAYOUT);
}

static void
nst_drop_box_init (NstDropBox *self G_GNUC_UNUSED)
{
}
