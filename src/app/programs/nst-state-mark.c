/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of an activity as a small round mark. */
#include "config.h"

#include "app/programs/nst-state-mark.h"

#include "app/programs/nst-activity-words.h"
#include "app/widgets/nst-chart-area.h"
#include "charts/nst-chart-pen.h"

#define SIZE 20

struct _NstStateMark
{
  GtkDrawingArea parent_instance;

  NstActivityState state;
};

G_DEFINE_FINAL_TYPE (NstStateMark, nst_state_mark, GTK_TYPE_DRAWING_AREA)

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data G_GNUC_UNUSED)
{
  NstStateMark *self = NST_STATE_MARK (area);
  NstChartTheme theme;

  nst_chart_area_init_theme (GTK_WIDGET (self), &theme);
  nst_chart_pen_state (cr, &theme, self->state, width / 2.0, height / 2.0, SIZE / 2.0 - 1, NULL);
}

static void
nst_state_mark_class_init (NstStateMarkClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nst_state_mark_init (NstStateMark *self)
{
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self), SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self), SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self), draw_cb, NULL, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  nst_chart_area_follow_style (GTK_WIDGET (self));
  nst_state_mark_set_state (self, NST_ACTIVITY_PLANNED);
}

GtkWidget *
nst_state_mark_new (void)
{
  return g_object_new (NST_TYPE_STATE_MARK, NULL);
}

void
nst_state_mark_set_state (NstStateMark *self, NstActivityState state)
{
  const char *title = nst_activity_words_get_state (state);

  g_return_if_fail (NST_IS_STATE_MARK (self));

  self->state = state;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
