/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar that records a day only when told to. */
#include "config.h"

#include "app/agreements/nst-day-popover.h"

#include <glib/gi18n.h>

struct _NstDayPopover
{
  GtkPopover parent_instance;

  GtkCalendar *calendar;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstDayPopover, nst_day_popover, GTK_TYPE_POPOVER)

static void
record_clicked_cb (NstDayPopover *self)
{
  g_autoptr (GDateTime) moment = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (moment, "%Y-%m-%d");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, day);
}

static void
nst_day_popover_class_init (NstDayPopoverClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* The calendar selects a day when one only turns its pages, hence the button. */
static void
nst_day_popover_init (NstDayPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *record = gtk_button_new_with_mnemonic (_ ("_Record this day"));

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), record);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_default_widget (GTK_POPOVER (self), record);
  g_signal_connect_object (record, "clicked", G_CALLBACK (record_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

void
nst_day_popover_set_day (NstDayPopover *self, const GDate *day)
{
  g_autoptr (GDateTime) moment = NULL;

  g_return_if_fail (NST_IS_DAY_POPOVER (self));

  moment = g_date_time_new_local (g_date_get_year (day), (int) g_date_get_month (day),
                                  g_date_get_day (day), 12, 0, 0);
  gtk_calendar_select_day (self->calendar, moment);
}
