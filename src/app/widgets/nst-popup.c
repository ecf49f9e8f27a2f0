/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the popover of a button that may be scrolled out of sight. */
#include "config.h"

#include "app/widgets/nst-popup.h"

/* Longer than any scrolling takes. */
#define PATIENCE (G_USEC_PER_SEC / 2)

typedef struct
{
  gint64 since;
  float y;
} Wait;

/* Scrolling is animated: the button has come to rest when it has stayed for a frame. */
static gboolean
popup_cb (GtkWidget *button, GdkFrameClock *clock, gpointer data)
{
  Wait *wait = data;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (button));
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  graphene_rect_t area;
  gboolean seen, late;
  float last = wait->y;

  if (root == NULL || !gtk_widget_compute_bounds (button, root, &area))
    return G_SOURCE_REMOVE;
  if (wait->since == 0)
    wait->since = now;
  wait->y = area.origin.y;
  seen = wait->y >= 0 && wait->y + area.size.height <= (float) gtk_widget_get_height (root) &&
         G_APPROX_VALUE (wait->y, last, 0.5F);
  late = now - wait->since > PATIENCE;
  if (!seen && !late)
    return G_SOURCE_CONTINUE;
  if (seen)
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return G_SOURCE_REMOVE;
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
  Wait *wait;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  wait = g_new0 (Wait, 1);
  wait->y = -1;
  gtk_widget_grab_focus (GTK_WIDGET (button));
  gtk_widget_add_tick_callback (GTK_WIDGET (button), popup_cb, wait, g_free);
}
