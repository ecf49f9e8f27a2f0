/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the popover of a button that may be scrolled out of sight. */
#include "config.h"

#include "app/widgets/nst-popup.h"

/* Longer than any scrolling takes. */
#define PATIENCE (G_USEC_PER_SEC / 2)

typedef struct
{
  gint64 since;
  graphene_point_t place;
} Wait;

static gboolean
is_inside (const graphene_rect_t *area, GtkWidget *root)
{
  return area->origin.x >= 0 && area->origin.y >= 0 &&
         area->origin.x + area->size.width <= (float) gtk_widget_get_width (root) &&
         area->origin.y + area->size.height <= (float) gtk_widget_get_height (root);
}

/* Somebody who has gone on meanwhile does not want it any more. */
static gboolean
is_wanted (GtkWidget *button, GtkWidget *root)
{
  GtkWidget *focus = GTK_IS_WINDOW (root) ? gtk_window_get_focus (GTK_WINDOW (root)) : NULL;

  return gtk_widget_get_mapped (button) && focus != NULL &&
         (focus == button || gtk_widget_is_ancestor (focus, button));
}

/* Scrolling and sliding are animated: the button has come to rest when it has stayed for a
 * frame. */
static gboolean
popup_cb (GtkWidget *button, GdkFrameClock *clock, gpointer data)
{
  Wait *wait = data;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (button));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  graphene_point_t last = wait->place;
  graphene_rect_t area;

  if (root == NULL || !is_wanted (button, root) ||
      !gtk_widget_compute_bounds (button, root, &area))
    return G_SOURCE_REMOVE;
  if (wait->since == 0)
    wait->since = now;
  wait->place = area.origin;
  if (is_inside (&area, root) && graphene_point_near (&wait->place, &last, 0.5F))
    {
      gtk_widget_activate (button);
      return G_SOURCE_REMOVE;
    }
  return now - wait->since > PATIENCE ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
open_at_rest (GtkWidget *button)
{
  Wait *wait = g_new0 (Wait, 1);

  graphene_point_init (&wait->place, -1, -1);
  gtk_widget_add_tick_callback (button, popup_cb, wait, g_free);
}

/**
 * nst_popup_in_view:
 * @button: whose popover is to open
 *
 * Scrolls to the button first: a popover beside something that is outside of every monitor has
 * no place, and GTK complains.
 */
void
nst_popup_in_view (GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  gtk_widget_grab_focus (GTK_WIDGET (button));
  open_at_rest (GTK_WIDGET (button));
}

static gboolean
is_press (guint key, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter ||
         key == GDK_KEY_space || key == GDK_KEY_KP_Space;
}

static gboolean
key_pressed_cb (GtkWindow *window, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *button = focus != NULL ? gtk_widget_get_parent (focus) : NULL;

  if (!is_press (key, state) || !GTK_IS_TOGGLE_BUTTON (focus) ||
      (!GTK_IS_MENU_BUTTON (button) && !GTK_IS_DROP_DOWN (button)))
    return GDK_EVENT_PROPAGATE;
  open_at_rest (button);
  return GDK_EVENT_STOP;
}

/**
 * nst_popup_watch_keys:
 * @window: whose menu buttons and drop-downs are meant
 *
 * GTK 4.8 opens the popover of a button a quarter of a second after Enter, also when another
 * section or pane has come meanwhile and the button is outside of every monitor.
 */
void
nst_popup_watch_keys (GtkWindow *window)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WINDOW (window));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
