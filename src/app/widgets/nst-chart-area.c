/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of the charts room in the window, in the window's colours. */
#include "config.h"

#include "app/widgets/nst-chart-area.h"

#include <adwaita.h>

struct _NstChartArea
{
  GtkDrawingArea parent_instance;

  NstChartDraw draw;
  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (NstChartArea, nst_chart_area, GTK_TYPE_DRAWING_AREA)

static void
drop_data (NstChartArea *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->draw = NULL;
  self->data = NULL;
  self->destroy = NULL;
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data G_GNUC_UNUSED)
{
  NstChartArea *self = NST_CHART_AREA (area);
  NstChartTheme theme;

  if (self->draw == NULL)
    return;
  nst_chart_area_init_theme (GTK_WIDGET (self), &theme);
  self->draw (cr, &theme, width, height, self->data);
}

static void
nst_chart_area_finalize (GObject *object)
{
  drop_data (NST_CHART_AREA (object));
  G_OBJECT_CLASS (nst_chart_area_parent_class)->finalize (object);
}

static void
nst_chart_area_class_init (NstChartAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_chart_area_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nst_chart_area_init (NstChartArea *self)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  nst_chart_area_follow_style (GTK_WIDGET (self));
}

GtkWidget *
nst_chart_area_new (void)
{
  return g_object_new (NST_TYPE_CHART_AREA, NULL);
}

/**
 * nst_chart_area_set:
 * @self: the area
 * @height: that the picture takes, in pixels
 * @summary: (nullable): what it shows, in words
 * @draw: (nullable): draws it; %NULL leaves the area empty
 * @data: (transfer full): given to @draw
 * @destroy: (nullable): frees @data
 */
void
nst_chart_area_set (NstChartArea *self, double height, const char *summary, NstChartDraw draw,
                    gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (NST_IS_CHART_AREA (self));

  drop_data (self);
  self->draw = draw;
  self->data = data;
  self->destroy = destroy;
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), (int) height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  summary != NULL ? summary : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_color (NstChartColor *to, const GdkRGBA *from)
{
  to->red = (double) from->red;
  to->green = (double) from->green;
  to->blue = (double) from->blue;
  to->alpha = (double) from->alpha;
}

/**
 * nst_chart_area_init_theme:
 * @widget: what is drawn on
 * @theme: (out): its colours
 */
void
nst_chart_area_init_theme (GtkWidget *widget, NstChartTheme *theme)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA color;

  nst_chart_theme_init (theme, dark);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  set_color (&theme->text, &color);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "window_bg_color",
                                      &color))
    set_color (&theme->background, &color);
  theme->background.alpha = 0;
  theme->font = pango_font_description_get_family (
      pango_context_get_font_description (gtk_widget_get_pango_context (widget)));
}

/**
 * nst_chart_area_follow_style:
 * @area: what draws itself
 */
void
nst_chart_area_follow_style (GtkWidget *area)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           area, G_CONNECT_SWAPPED);
}
