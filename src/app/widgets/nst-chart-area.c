/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of the charts room in the window, in the window's colours. */
#include "config.h"

#include "app/widgets/nst-chart-area.h"

#include "charts/nst-chart-pen.h"

#include <adwaita.h>
#include <math.h>

#define BUBBLE_HEIGHT 24.0
#define BUBBLE_LINE 16.0
#define BUBBLE_SIZE 12.0

struct _NstChartArea
{
  GtkDrawingArea parent_instance;

  NstChartDraw draw;
  gpointer data;
  GDestroyNotify destroy;

  const NstPlot *plot; /* what @data is a chart of, when its marks can be walked through */
  GPtrArray *marks;    /* as placed for the present size; NULL until asked for */
  int selected;        /* by keyboard; -1: none */
};

G_DEFINE_FINAL_TYPE (NstChartArea, nst_chart_area, GTK_TYPE_DRAWING_AREA)

static void
drop_data (NstChartArea *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  self->plot = NULL;
  self->selected = -1;
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->draw = NULL;
  self->data = NULL;
  self->destroy = NULL;
}

static GPtrArray *
ensure_marks (NstChartArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->marks == NULL && self->plot != NULL)
    self->marks = self->plot->list_marks (self->data, gtk_widget_get_width (widget),
                                          gtk_widget_get_height (widget));
  return self->marks;
}

static const NstChartMark *
get_mark (NstChartArea *self, int mark)
{
  GPtrArray *marks = ensure_marks (self);

  return marks != NULL && mark >= 0 && mark < (int) marks->len ? g_ptr_array_index (marks, mark)
                                                               : NULL;
}

/* What is too long for one line has what it says, after the last colon, on a second one. */
static void
draw_bubble (const NstChartMark *mark, cairo_t *cr, const NstChartTheme *theme, int width,
             int height)
{
  NstChartColor paper = theme->text, ink = theme->background;
  double needed = nst_chart_pen_measure (cr, theme, BUBBLE_SIZE, FALSE, mark->text) + 16;
  double wide = MIN (needed, width);
  const char *tail = needed > width ? g_strrstr (mark->text, ": ") : NULL;
  g_autofree char *head =
      tail != NULL ? g_strndup (mark->text, (gsize) (tail - mark->text)) : g_strdup (mark->text);
  double high = tail != NULL ? BUBBLE_HEIGHT + BUBBLE_LINE : BUBBLE_HEIGHT;
  double x = CLAMP (mark->x + mark->width / 2 - wide / 2, 0, width - wide);
  double y = mark->y + mark->height + 3;
  NstChartText how = { x + 8, 0, 0, BUBBLE_SIZE, FALSE, wide - 14, &ink };

  if (y + high > height)
    y = MAX (mark->y - high - 3, 0);
  paper.alpha = 1;
  ink.alpha = 1;
  nst_chart_pen_color (cr, &paper);
  nst_chart_pen_box (cr, x, y, wide, high, 6);
  cairo_fill (cr);
  how.y = y + BUBBLE_HEIGHT / 2;
  nst_chart_pen_text (cr, theme, &how, head);
  how.y += BUBBLE_LINE;
  if (tail != NULL)
    nst_chart_pen_text (cr, theme, &how, tail + strlen (": "));
}

/* What the keyboard stands on: an outline, and its words over or under it. */
static void
draw_selected (NstChartArea *self, cairo_t *cr, NstChartTheme *theme, int width, int height)
{
  const NstChartMark *mark = get_mark (self, self->selected);

  if (mark == NULL || !gtk_widget_has_focus (GTK_WIDGET (self)))
    return;
  nst_chart_pen_color (cr, &theme->text);
  cairo_set_line_width (cr, 2);
  nst_chart_pen_box (cr, mark->x + 1, mark->y + 1, MAX (mark->width - 2, 4),
                     MAX (mark->height - 2, 4), 4);
  cairo_stroke (cr);
  draw_bubble (mark, cr, theme, width, height);
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
  draw_selected (self, cr, &theme, width, height);
}

static void
resize_cb (NstChartArea *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
}

/* A chart may be higher than the window: what is walked to comes into view. */
static void
scroll_to (NstChartArea *self, const NstChartMark *mark)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double y, low;

  if (scrolled == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self), scrolled, 0, mark->y, NULL, &y))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  low = gtk_adjustment_get_value (adjustment) + y;
  gtk_adjustment_clamp_page (adjustment, low - 2 * BUBBLE_HEIGHT,
                             low + mark->height + 2 * BUBBLE_HEIGHT);
}

static void
select_mark (NstChartArea *self, int selected)
{
  GPtrArray *marks = ensure_marks (self);
  const NstChartMark *mark;

  if (marks == NULL || marks->len == 0)
    return;
  self->selected = CLAMP (selected, 0, (int) marks->len - 1);
  mark = g_ptr_array_index (marks, self->selected);
  scroll_to (self, mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  mark->text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The nearest mark straight above (-1) or below (1); -1 when there is none. */
static int
find_in_column (NstChartArea *self, int step)
{
  const NstChartMark *from = get_mark (self, self->selected);

  for (int i = self->selected + step; from != NULL; i += step)
    {
      const NstChartMark *mark = get_mark (self, i);

      if (mark == NULL)
        return -1;
      if (fabs (mark->x - from->x) < 1 && fabs (mark->y - from->y) >= 1)
        return i;
    }
  return -1;
}

/* As in a table; where marks stand in one row, up and down are left and right. */
static int
find_beside (NstChartArea *self, int step)
{
  int found = find_in_column (self, step);

  if (found >= 0)
    return found;
  return find_in_column (self, -step) >= 0 ? self->selected : self->selected + step;
}

static gboolean
key_pressed_cb (NstChartArea *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  if (self->plot == NULL ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      select_mark (self, self->selected - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      select_mark (self, self->selected + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      select_mark (self, find_beside (self, -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      select_mark (self, find_beside (self, 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      select_mark (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      select_mark (self, G_MAXINT);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_cb (NstChartArea *self)
{
  if (self->selected < 0)
    select_mark (self, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is clicked is where the keyboard goes on. */
static void
released_cb (NstChartArea *self, int presses G_GNUC_UNUSED, double x, double y)
{
  GPtrArray *marks = ensure_marks (self);
  int mark = marks != NULL ? nst_chart_marks_find (marks, x, y) : -1;

  if (mark < 0)
    return;
  select_mark (self, mark);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
query_tooltip_cb (NstChartArea *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GPtrArray *marks = ensure_marks (self);
  const NstChartMark *mark;
  GdkRectangle area;

  if (marks == NULL)
    return FALSE;
  mark = get_mark (self, keyboard ? self->selected : nst_chart_marks_find (marks, x, y));
  if (mark == NULL)
    return FALSE;
  area = (GdkRectangle){ (int) mark->x, (int) mark->y, (int) mark->width, (int) mark->height };
  gtk_tooltip_set_text (tooltip, mark->text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
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
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chart");
}

static void
nst_chart_area_init (NstChartArea *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->selected = -1;
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  g_signal_connect (self, "resize", G_CALLBACK (resize_cb), NULL);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nst_chart_area_show:
 * @self: the area
 * @plot: kind of chart
 * @data: (transfer full): what it is drawn from
 *
 * The area can be focused; arrow keys walk through the marks, and the words of the one that is
 * stood on are the accessible description.
 */
void
nst_chart_area_show (NstChartArea *self, const NstPlot *plot, gpointer data)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (NST_IS_CHART_AREA (self) && plot != NULL);

  summary = plot->dup_summary (data);
  nst_chart_area_set (self, plot->get_height (data), summary, plot->draw, data, plot->free);
  self->plot = plot;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * nst_chart_area_list_rows:
 * @self: an area that shows a chart
 *
 * Returns: (transfer full) (nullable) (element-type GStrv): its table; the first row holds the
 *   headings
 */
GPtrArray *
nst_chart_area_list_rows (NstChartArea *self)
{
  g_return_val_if_fail (NST_IS_CHART_AREA (self), NULL);

  return self->plot != NULL ? self->plot->list_rows (self->data) : NULL;
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
