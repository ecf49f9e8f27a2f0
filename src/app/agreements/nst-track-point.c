/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One point of an agreement's way: done on a day, awaited, or still ahead. */
#include "config.h"

#include "app/agreements/nst-track-point.h"

#include "app/agreements/nst-day-popover.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-popup.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

struct _NstTrackPoint
{
  GtkWidget parent_instance;

  GtkImage *marker;
  GtkWidget *line;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *note;
  GtkMenuButton *day_button;
  NstDayPopover *day_popover;
  GtkWidget *acts;
  GtkButton *act_button;
  GtkMenuButton *other_button;
  NstDayPopover *other_popover;
  GtkBox *findings;

  NstTrackFormFunc form_func;
  gpointer form_data;
  NstTrackState state;
  GDate day;
  GDate today;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstTrackPoint, nst_track_point, GTK_TYPE_WIDGET)

static void
day_chosen_cb (NstTrackPoint *self, const char *day)
{
  g_signal_emit (self, signals[CHOSEN], 0, day);
}

void
nst_track_point_act (NstTrackPoint *self)
{
  g_autofree char *day = NULL;

  g_return_if_fail (NST_IS_TRACK_POINT (self));

  if (self->form_func != NULL)
    {
      nst_popup_in_view (self->other_button);
      return;
    }
  day = nst_date_to_text (&self->today);
  g_signal_emit (self, signals[CHOSEN], 0, day);
}

static void
act_clicked_cb (NstTrackPoint *self)
{
  nst_track_point_act (self);
}

/* Each time anew: what the form proposes has changed since it was last open. */
static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  NstTrackPoint *self = data;
  GtkWidget *popover = self->form_func != NULL ? self->form_func (self, self->form_data)
                                               : GTK_WIDGET (self->other_popover);

  if (popover != GTK_WIDGET (gtk_menu_button_get_popover (button)))
    gtk_menu_button_set_popover (button, popover);
}

static void
nst_track_point_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_TRACK_POINT);
  G_OBJECT_CLASS (nst_track_point_parent_class)->dispose (object);
}

static void
nst_track_point_class_init (NstTrackPointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_track_point_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (NST_TYPE_DAY_POPOVER);
  gtk_widget_class_set_css_name (widget_class, "trackpoint");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "agreements/nst-track-point.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, marker);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, line);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, title);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, note);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, day_button);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, day_popover);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, acts);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, act_button);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, other_button);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, other_popover);
  gtk_widget_class_bind_template_child (widget_class, NstTrackPoint, findings);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, act_clicked_cb);
}

static void
nst_track_point_init (NstTrackPoint *self)
{
  g_date_clear (&self->day, 1);
  g_date_clear (&self->today, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->other_button, create_popover_cb, self, NULL);
}

void
nst_track_point_set_form_func (NstTrackPoint *self, NstTrackFormFunc func, gpointer data)
{
  g_return_if_fail (NST_IS_TRACK_POINT (self));

  self->form_func = func;
  self->form_data = data;
}

GtkWidget *
nst_track_point_new (void)
{
  return g_object_new (NST_TYPE_TRACK_POINT, NULL);
}

void
nst_track_point_set_last (NstTrackPoint *self, gboolean last)
{
  g_return_if_fail (NST_IS_TRACK_POINT (self));
  gtk_widget_set_visible (self->line, !last);
}

static void
name_for_listeners (NstTrackPoint *self)
{
  static const char *const words[] = { NC_ ("track", "done"), NC_ ("track", "awaited"),
                                       NC_ ("track", "ahead") };
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (self->state == NST_TRACK_DONE && g_date_valid (&self->day))
    day = nst_date_to_label (&self->day);
  /* Translators: a point of an agreement's way, its state, its day */
  name = g_strdup_printf (_ ("%s: %s %s"), gtk_label_get_label (self->title),
                          g_dpgettext2 (NULL, "track", words[self->state]),
                          day != NULL ? day : gtk_label_get_label (self->note));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strstrip (name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->subtitle), -1);
}

void
nst_track_point_set_words (NstTrackPoint *self, const char *title, const char *subtitle)
{
  g_return_if_fail (NST_IS_TRACK_POINT (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  name_for_listeners (self);
}

void
nst_track_point_set_state (NstTrackPoint *self, NstTrackState state, const char *note,
                           const char *act)
{
  static const char *const classes[] = { "done", "awaited", "ahead" };
  static const char *const icons[] = { "object-select-symbolic", "view-more-horizontal-symbolic",
                                       NULL };

  g_return_if_fail (NST_IS_TRACK_POINT (self));

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[state]);
  gtk_image_set_from_icon_name (self->marker, icons[state]);
  self->state = state;
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_widget_set_visible (self->acts, act != NULL);
  if (act != NULL)
    gtk_button_set_label (self->act_button, act);
  name_for_listeners (self);
}

/* What takes the focus is the button inside of a menu button. */
static void
name_day_button (NstTrackPoint *self, const char *day)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (self->day_button));
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s, put the day right"), gtk_label_get_label (self->title), day);

  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

void
nst_track_point_set_day (NstTrackPoint *self, const GDate *day, const GDate *today)
{
  g_return_if_fail (NST_IS_TRACK_POINT (self));

  self->day = *day;
  self->today = *today;
  nst_day_popover_set_day (self->other_popover, today);
  gtk_widget_set_visible (GTK_WIDGET (self->day_button), g_date_valid (day));
  if (g_date_valid (day))
    {
      g_autofree char *label = nst_date_to_label (day);

      gtk_menu_button_set_label (self->day_button, label);
      nst_day_popover_set_day (self->day_popover, day);
      name_day_button (self, label);
    }
  name_for_listeners (self);
}

void
nst_track_point_set_why_not (NstTrackPoint *self, const char *why_not)
{
  g_return_if_fail (NST_IS_TRACK_POINT (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->act_button), why_not == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->other_button), why_not == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->act_button), why_not);
}

GtkBox *
nst_track_point_get_findings (NstTrackPoint *self)
{
  g_return_val_if_fail (NST_IS_TRACK_POINT (self), NULL);
  return self->findings;
}
