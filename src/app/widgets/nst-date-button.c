/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that opens a calendar. */
#include "config.h"

#include "app/widgets/nst-date.h"

#include <glib/gi18n.h>

struct _NstDateButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkCalendar *calendar;
  char *date;
  gboolean show_label;
};

typedef enum
{
  PROP_DATE = 1,
  PROP_SHOW_LABEL,
} Property;

static GParamSpec *props[PROP_SHOW_LABEL + 1];
static guint picked_signal;

G_DEFINE_FINAL_TYPE (NstDateButton, nst_date_button, GTK_TYPE_WIDGET)

static void
show_date (NstDateButton *self)
{
  g_autofree char *label = nst_date_text_to_label (self->date);

  if (!self->show_label)
    {
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button),
                                     "x-office-calendar-symbolic");
      gtk_widget_add_css_class (self->button, "flat");
    }
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button),
                               *label == '\0' ? _ ("Choose a day…") : label);
}

static void
pick (NstDateButton *self)
{
  g_autoptr (GDateTime) moment = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (moment, "%Y-%m-%d");

  nst_date_button_set_date (self, text);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, picked_signal, 0);
}

/* The calendar selects a day also when one only turns its months: a click on a day counts. */
static void
released_cb (NstDateButton *self, int n_press G_GNUC_UNUSED, double x, double y)
{
  GtkWidget *day = gtk_widget_pick (GTK_WIDGET (self->calendar), x, y, GTK_PICK_DEFAULT);

  if (day != NULL && gtk_widget_has_css_class (day, "day-number"))
    pick (self);
}

static void
move (NstDateButton *self, int days, int months)
{
  g_autoptr (GDateTime) moment = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) near = g_date_time_add_days (moment, days);
  g_autoptr (GDateTime) there = g_date_time_add_months (near, months);

  gtk_calendar_select_day (self->calendar, there);
}

/* Arrows walk the days, Enter takes the one they came to. */
static gboolean
key_pressed_cb (NstDateButton *self, guint keyval, guint code G_GNUC_UNUSED,
                GdkModifierType state)
{
  static const struct
  {
    guint key;
    int days;
    int months;
  } moves[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 },    { GDK_KEY_Up, -7, 0 },
    { GDK_KEY_Down, 7, 0 },  { GDK_KEY_Page_Up, 0, -1 }, { GDK_KEY_Page_Down, 0, 1 }
  };

  if (!gtk_widget_has_focus (GTK_WIDGET (self->calendar)) || (state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space)
    {
      pick (self);
      return GDK_EVENT_STOP;
    }
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == keyval)
      {
        move (self, moves[i].days, moves[i].months);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

static void
add_controllers (NstDateButton *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
}

static void
popover_shown_cb (NstDateButton *self)
{
  g_autoptr (GDateTime) moment = NULL;
  GDate date;

  if (nst_date_from_text (&date, self->date))
    moment = g_date_time_new_local ((int) g_date_get_year (&date), (int) g_date_get_month (&date),
                                    (int) g_date_get_day (&date), 12, 0, 0);
  else
    moment = g_date_time_new_now_local ();
  gtk_calendar_select_day (self->calendar, moment);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
nst_date_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NstDateButton *self = NST_DATE_BUTTON (object);

  switch ((Property) id)
    {
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_SHOW_LABEL:
      g_value_set_boolean (value, self->show_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_date_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NstDateButton *self = NST_DATE_BUTTON (object);

  switch ((Property) id)
    {
    case PROP_DATE:
      nst_date_button_set_date (self, g_value_get_string (value));
      break;
    case PROP_SHOW_LABEL:
      self->show_label = g_value_get_boolean (value);
      show_date (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_date_button_dispose (GObject *object)
{
  g_clear_pointer (&NST_DATE_BUTTON (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (nst_date_button_parent_class)->dispose (object);
}

static void
nst_date_button_finalize (GObject *object)
{
  g_free (NST_DATE_BUTTON (object)->date);

  G_OBJECT_CLASS (nst_date_button_parent_class)->finalize (object);
}

static void
nst_date_button_class_init (NstDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nst_date_button_get_property;
  object_class->set_property = nst_date_button_set_property;
  object_class->dispose = nst_date_button_dispose;
  object_class->finalize = nst_date_button_finalize;

  props[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  props[PROP_SHOW_LABEL] = g_param_spec_boolean ("show-label", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nst_date_button_init (NstDateButton *self)
{
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->calendar));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_tooltip_text (self->button, _ ("Calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Calendar"), -1);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  add_controllers (self);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (popover_shown_cb), self,
                           G_CONNECT_SWAPPED);
  show_date (self);
}

GtkWidget *
nst_date_button_new (void)
{
  return g_object_new (NST_TYPE_DATE_BUTTON, NULL);
}

const char *
nst_date_button_get_date (NstDateButton *self)
{
  g_return_val_if_fail (NST_IS_DATE_BUTTON (self), NULL);

  return self->date;
}

/**
 * nst_date_button_set_date:
 * @self: the button
 * @date: (nullable): canonical YYYY-MM-DD
 */
void
nst_date_button_set_date (NstDateButton *self, const char *date)
{
  g_return_if_fail (NST_IS_DATE_BUTTON (self));

  if (g_strcmp0 (self->date, date) == 0)
    return;
  g_free (self->date);
  self->date = g_strdup (date);
  show_date (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DATE]);
}
