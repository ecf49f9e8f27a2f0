/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points as a ring with their number inside. */
#include "config.h"

#include "app/groups/nst-match-ring.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SIZE 52
#define STROKE 5.0

struct _NstMatchRing
{
  GtkWidget parent_instance;

  GtkWidget *label;
  double share;
};

G_DEFINE_FINAL_TYPE (NstMatchRing, nst_match_ring, GTK_TYPE_WIDGET)

static void
draw_arc (cairo_t *cr, const GdkRGBA *colour, float alpha, double from, double to)
{
  GdkRGBA shade = *colour;

  shade.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &shade);
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, (SIZE - STROKE) / 2, from, to);
  cairo_stroke (cr);
}

static void
nst_match_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NstMatchRing *self = NST_MATCH_RING (widget);
  graphene_rect_t bounds;
  GdkRGBA colour;
  cairo_t *cr;
  double left = (gtk_widget_get_width (widget) - SIZE) / 2.0;
  double top = (gtk_widget_get_height (widget) - SIZE) / 2.0;

  graphene_rect_init (&bounds, 0, 0, (float) gtk_widget_get_width (widget),
                      (float) gtk_widget_get_height (widget));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, left, top);
  cairo_set_line_width (cr, STROKE);
  draw_arc (cr, &colour, 0.2f, 0, 2 * G_PI);
  if (self->share > 0)
    draw_arc (cr, &colour, 1.0f, -G_PI / 2, -G_PI / 2 + 2 * G_PI * self->share);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (nst_match_ring_parent_class)->snapshot (widget, snapshot);
}

static void
nst_match_ring_dispose (GObject *object)
{
  g_clear_pointer (&NST_MATCH_RING (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (nst_match_ring_parent_class)->dispose (object);
}

static void
nst_match_ring_class_init (NstMatchRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_match_ring_dispose;
  widget_class->snapshot = nst_match_ring_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
nst_match_ring_init (NstMatchRing *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "title-4");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_add_css_class (self->label, "nst-ring-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), SIZE, SIZE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
nst_match_ring_new (guint points, guint most)
{
  NstMatchRing *self = g_object_new (NST_TYPE_MATCH_RING, NULL);
  g_autofree char *text = g_strdup_printf ("%u", points);
  g_autofree char *name = g_strdup_printf (_ ("%u points of %u"), points, most);

  self->share = most > 0 ? (double) points / most : 0;
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_add_css_class (GTK_WIDGET (self), self->share >= 0.75 ? "success" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) points,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) most,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, -1);
  return GTK_WIDGET (self);
}
