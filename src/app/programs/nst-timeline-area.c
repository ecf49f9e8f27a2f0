/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a programme in the window: dots are clicked, walked and explained. */
#include "config.h"

#include "app/programs/nst-timeline-area.h"

#include "app/widgets/nst-chart-area.h"

/* Narrower than this, only the months around today are shown and the rest is dragged in. */
#define NARROW 620
#define NARROW_MONTHS 6

struct _NstTimelineArea
{
  GtkDrawingArea parent_instance;

  NstTimeline *timeline;
  NstTimelineLayout *layout;
  int selected;
  double offset; /* negative: around today */
  double drag_from;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (NstTimelineArea, nst_timeline_area, GTK_TYPE_DRAWING_AREA)

static const NstTimelineLayout *
ensure_layout (NstTimelineArea *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->layout == NULL && self->timeline != NULL && width > 0)
    self->layout = nst_timeline_layout_new (self->timeline, width,
                                            width < NARROW ? NARROW_MONTHS : 0, self->offset);
  return self->layout;
}

static void
drop_layout (NstTimelineArea *self)
{
  g_clear_pointer (&self->layout, nst_timeline_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width G_GNUC_UNUSED, int height G_GNUC_UNUSED,
         gpointer data G_GNUC_UNUSED)
{
  NstTimelineArea *self = NST_TIMELINE_AREA (area);
  const NstTimelineLayout *layout = ensure_layout (self);
  NstChartTheme theme;

  if (layout == NULL)
    return;
  nst_chart_area_init_theme (GTK_WIDGET (self), &theme);
  nst_timeline_draw (self->timeline, layout, cr, &theme,
                     gtk_widget_has_visible_focus (GTK_WIDGET (self)) ? self->selected : -1);
}

static void
resize_cb (NstTimelineArea *self)
{
  g_clear_pointer (&self->layout, nst_timeline_layout_free);
}

static void
activate_dot (NstTimelineArea *self, int dot)
{
  const NstTimelineDot *found;

  if (self->timeline == NULL || dot < 0 || dot >= (int) self->timeline->dots->len)
    return;
  found = g_ptr_array_index (self->timeline->dots, dot);
  g_signal_emit (self, activated_signal, 0, found->activity, found->occurrence);
}

static void
say_selected (NstTimelineArea *self)
{
  g_autofree char *label = NULL;

  if (self->timeline != NULL && self->selected >= 0 &&
      self->selected < (int) self->timeline->dots->len)
    label = nst_timeline_dup_dot_label (self->timeline, (guint) self->selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label != NULL ? label : "", -1);
}

/* Brings a dot into view where only a part of the axis is shown. */
static void
show_dot (NstTimelineArea *self, int dot)
{
  const NstTimelineLayout *layout = ensure_layout (self);
  const NstTimelineBox *box;

  if (layout == NULL || dot < 0 || dot >= (int) layout->dots->len)
    return;
  box = &g_array_index (layout->dots, NstTimelineBox, dot);
  if (box->x < box->width || box->x > layout->width - box->width)
    {
      self->offset = MAX (0, layout->offset + box->x - layout->width / 2);
      drop_layout (self);
    }
}

static void
select_dot (NstTimelineArea *self, int dot)
{
  if (self->timeline == NULL || self->timeline->dots->len == 0)
    return;
  self->selected = CLAMP (dot, 0, (int) self->timeline->dots->len - 1);
  show_dot (self, self->selected);
  say_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The first dot after today: where a walk begins. */
static int
find_start (NstTimelineArea *self)
{
  for (guint i = 0; self->timeline != NULL && i < self->timeline->dots->len; i++)
    {
      const NstTimelineDot *dot = g_ptr_array_index (self->timeline->dots, i);

      if (g_date_compare (&dot->last, &self->timeline->today) >= 0)
        return (int) i;
    }
  return 0;
}

static gboolean
key_pressed_cb (NstTimelineArea *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      select_dot (self, self->selected - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      select_dot (self, self->selected + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      select_dot (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      select_dot (self, G_MAXINT);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      activate_dot (self, self->selected);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_cb (NstTimelineArea *self)
{
  if (self->selected < 0)
    select_dot (self, find_start (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
released_cb (NstTimelineArea *self, int presses G_GNUC_UNUSED, double x, double y)
{
  const NstTimelineLayout *layout = ensure_layout (self);
  int dot = layout != NULL ? nst_timeline_layout_hit (layout, x, y) : -1;

  if (dot < 0)
    return;
  select_dot (self, dot);
  activate_dot (self, dot);
}

static void
drag_begin_cb (NstTimelineArea *self)
{
  const NstTimelineLayout *layout = ensure_layout (self);

  self->drag_from = layout != NULL ? layout->offset : 0;
}

static void
drag_update_cb (NstTimelineArea *self, double x, double y G_GNUC_UNUSED, GtkGestureDrag *gesture)
{
  const NstTimelineLayout *layout = ensure_layout (self);

  if (layout == NULL || layout->shown >= layout->months || ABS (x) < 8)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->offset = MAX (0, self->drag_from - x);
  drop_layout (self);
}

static void
motion_cb (NstTimelineArea *self, double x, double y)
{
  const NstTimelineLayout *layout = ensure_layout (self);
  gboolean over = layout != NULL && nst_timeline_layout_hit (layout, x, y) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), over ? "pointer" : NULL);
}

static gboolean
query_tooltip_cb (NstTimelineArea *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const NstTimelineLayout *layout = ensure_layout (self);
  int dot = self->selected;
  g_autofree char *text = NULL;
  const NstTimelineBox *box;
  GdkRectangle area;

  if (layout == NULL)
    return FALSE;
  if (!keyboard)
    dot = nst_timeline_layout_hit (layout, x, y);
  if (dot < 0 || dot >= (int) layout->dots->len)
    return FALSE;
  box = &g_array_index (layout->dots, NstTimelineBox, dot);
  area = (GdkRectangle){ (int) (box->x - box->width), (int) (box->y - box->height),
                         (int) (2 * box->width), (int) (2 * box->height) };
  text = nst_timeline_dup_dot_label (self->timeline, (guint) dot);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
nst_timeline_area_finalize (GObject *object)
{
  NstTimelineArea *self = NST_TIMELINE_AREA (object);

  nst_timeline_layout_free (self->layout);
  nst_timeline_free (self->timeline);
  G_OBJECT_CLASS (nst_timeline_area_parent_class)->finalize (object);
}

static void
nst_timeline_area_class_init (NstTimelineAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nst_timeline_area_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timeline");
  activated_signal = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
}

static void
nst_timeline_area_init (NstTimelineArea *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->selected = -1;
  self->offset = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), (int) NST_TIMELINE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  nst_chart_area_follow_style (GTK_WIDGET (self));

  g_signal_connect (self, "resize", G_CALLBACK (resize_cb), NULL);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
nst_timeline_area_new (void)
{
  return g_object_new (NST_TYPE_TIMELINE_AREA, NULL);
}

/**
 * nst_timeline_area_take:
 * @self: the area
 * @timeline: (transfer full) (nullable): what it shows from now on
 */
void
nst_timeline_area_take (NstTimelineArea *self, NstTimeline *timeline)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (NST_IS_TIMELINE_AREA (self));

  nst_timeline_free (self->timeline);
  self->timeline = timeline;
  if (timeline == NULL || self->selected >= (int) timeline->dots->len)
    self->selected = -1;
  summary = timeline != NULL ? nst_timeline_dup_summary (timeline) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  drop_layout (self);
}
