/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section Today: what waits, by urgency. */
#include "config.h"

#include "app/today/nst-today-view.h"

#include "app/today/nst-calendar-export.h"
#include "app/today/nst-today-charts.h"
#include "app/today/nst-today-folds.h"
#include "app/today/nst-today-row.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

#define N_URGENCIES (NST_WAITING_FAR + 1)
/* What is due later does not push aside what is due now, until it is asked for. */
#define FEW_FAR 5

struct _NstTodayView
{
  GtkWidget parent_instance;

  NstSectionHeader *header;
  NstCalendarExport *calendar;
  NstTodayCharts *charts;
  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkWidget *begin_button;
  GtkWidget *boxes[N_URGENCIES];
  GtkListBox *lists[N_URGENCIES];
  GtkLabel *counts[N_URGENCIES];
  GtkWidget *more_button;
  gboolean all_far;
  NstTodayFolds *folds[N_URGENCIES];
  GPtrArray *found; /* what the folds show */

  NstOffice *office;
  guint idle;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstTodayView, nst_today_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

/* With nothing to do now, what comes next; in a new base, where to begin. */
static void
show_next (NstTodayView *self, const NstWaiting *next)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  const gboolean empty = nst_source_count (source, "team", NULL, NULL) == 0;
  g_autofree char *text = NULL;

  if (empty)
    text = g_strdup (_ ("There is no team yet: begin with the team of an organisation."));
  else if (next == NULL)
    text = g_strdup (_ ("Nothing waits for a signature, a step or a mark."));
  else
    text = g_markup_printf_escaped (_ ("Next: %s. %s"), next->title, next->detail);
  adw_status_page_set_title (self->nothing,
                             empty ? _ ("A clean sheet") : _ ("All done for today"));
  adw_status_page_set_icon_name (self->nothing,
                                 empty ? "nst-teams-symbolic" : "object-select-symbolic");
  adw_status_page_set_description (self->nothing, text);
  gtk_widget_set_visible (self->begin_button, empty);
}

static void
show_more (NstTodayView *self, guint n_far)
{
  const guint hidden = self->all_far || n_far <= FEW_FAR ? 0 : n_far - FEW_FAR;
  g_autofree char *label = g_strdup_printf (ngettext ("%u more", "%u more", hidden), hidden);

  gtk_button_set_label (GTK_BUTTON (self->more_button), label);
  gtk_widget_set_visible (self->more_button, hidden > 0);
}

/* The lines of one urgency; of what is far away, the nearest. */
static guint
show_list (NstTodayView *self, NstWaitingUrgency urgency)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autofree char *number = NULL;
  guint count = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      NstWaiting *waiting = g_ptr_array_index (self->found, i);

      if (waiting->urgency != urgency)
        continue;
      count++;
      if (urgency != NST_WAITING_FAR || self->all_far || count <= FEW_FAR)
        g_ptr_array_add (lines, waiting);
    }
  number = g_strdup_printf ("%u", count);
  nst_today_folds_show (self->folds[urgency], lines);
  gtk_label_set_text (self->counts[urgency], number);
  gtk_widget_set_visible (self->boxes[urgency], count > 0);
  return count;
}

static void
show_waiting (NstTodayView *self)
{
  const NstWaiting *next = NULL;
  guint total = 0;

  for (guint i = 0; i < NST_WAITING_FAR; i++)
    total += show_list (self, i);
  show_more (self, show_list (self, NST_WAITING_FAR));
  if (total < self->found->len)
    next = g_ptr_array_index (self->found, total);
  gtk_stack_set_visible_child_name (self->stack, total > 0 ? "waiting" : "nothing");
  show_next (self, next);
}

/* Rows point into what was found: the old one goes when they are gone. */
static void
find_waiting (NstTodayView *self)
{
  g_autoptr (GPtrArray) former = g_steal_pointer (&self->found);

  self->found = nst_waiting_list (self->office);
  show_waiting (self);
}

static void
show_day (NstTodayView *self)
{
  g_autofree char *day = NULL;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  day = nst_date_to_words (&context.today);
  nst_section_header_set_subtitle (self->header, day);
}

static gboolean
idle_cb (gpointer data)
{
  NstTodayView *self = data;

  self->idle = 0;
  if (self->office == NULL)
    return G_SOURCE_REMOVE;
  show_day (self);
  find_waiting (self);
  nst_today_charts_show (self->charts, self->office);
  return G_SOURCE_REMOVE;
}

/* A hidden page need not follow every change; it catches up when it is shown. */
static void
queue_refresh (NstTodayView *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (idle_cb, self);
}

static void
nst_today_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nst_today_view_parent_class)->map (widget);

  queue_refresh (NST_TODAY_VIEW (widget));
}

/* The keyboard goes to the first of the rows that have come. */
static void
more_clicked_cb (NstTodayView *self)
{
  GtkListBoxRow *row;

  self->all_far = TRUE;
  show_waiting (self);
  row = gtk_list_box_get_row_at_index (self->lists[NST_WAITING_FAR], FEW_FAR);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->lists[NST_WAITING_FAR], 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_activated_cb (NstTodayView *self, GtkListBoxRow *row)
{
  NstRecord *record;

  for (guint i = 0; i < N_URGENCIES; i++)
    if (gtk_widget_get_parent (GTK_WIDGET (row)) == GTK_WIDGET (self->lists[i]) &&
        nst_today_folds_activate (self->folds[i], row))
      return;
  record = nst_today_row_get_record (NST_TODAY_ROW (row));
  if (record == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.section", "s",
                                  nst_today_row_get_section (NST_TODAY_ROW (row)));
      return;
    }
  nst_report_open (GTK_WIDGET (self), nst_record_get_kind (record)->name,
                   nst_record_get_id (record), nst_today_row_get_field (NST_TODAY_ROW (row)));
}

/* Wherever the keyboard is, but only while the section is shown. */
static gboolean
calendar_cb (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
  if (!nst_section_is_shown (NST_SECTION (widget)))
    return FALSE;
  nst_calendar_export_ask (NST_TODAY_VIEW (widget)->calendar);
  return TRUE;
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstTodayView *self = NST_TODAY_VIEW (section);

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  g_set_object (&self->office, office);
  self->all_far = FALSE;
  nst_calendar_export_set_office (self->calendar, office);
  for (guint i = 0; i < N_URGENCIES; i++)
    nst_today_folds_set_office (self->folds[i], office);
  if (office == NULL)
    return;
  g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_refresh),
                           self, G_CONNECT_SWAPPED);
  show_day (self);
  queue_refresh (self);
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
}

static void
nst_today_view_dispose (GObject *object)
{
  NstTodayView *self = NST_TODAY_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < N_URGENCIES; i++)
    g_clear_pointer (&self->folds[i], nst_today_folds_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->office);
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_TODAY_VIEW);

  G_OBJECT_CLASS (nst_today_view_parent_class)->dispose (object);
}

static void
bind_part (GtkWidgetClass *widget_class, const char *name, gsize offset)
{
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, (gssize) offset);
}

static void
nst_today_view_class_init (NstTodayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_today_view_dispose;
  widget_class->map = nst_today_view_map;

  g_type_ensure (NST_TYPE_CALENDAR_EXPORT);
  g_type_ensure (NST_TYPE_FLIP_BOX);
  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_TODAY_CHARTS);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "today/nst-today-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTodayView, header);
  gtk_widget_class_bind_template_child (widget_class, NstTodayView, calendar);
  gtk_widget_class_bind_template_child (widget_class, NstTodayView, charts);
  gtk_widget_class_bind_template_child (widget_class, NstTodayView, stack);
  gtk_widget_class_bind_template_child (widget_class, NstTodayView, nothing);
  gtk_widget_class_bind_template_child (widget_class, NstTodayView, begin_button);
  bind_part (widget_class, "late_box", G_STRUCT_OFFSET (NstTodayView, boxes[NST_WAITING_LATE]));
  bind_part (widget_class, "late_list", G_STRUCT_OFFSET (NstTodayView, lists[NST_WAITING_LATE]));
  bind_part (widget_class, "late_count",
             G_STRUCT_OFFSET (NstTodayView, counts[NST_WAITING_LATE]));
  bind_part (widget_class, "now_box", G_STRUCT_OFFSET (NstTodayView, boxes[NST_WAITING_NOW]));
  bind_part (widget_class, "now_list", G_STRUCT_OFFSET (NstTodayView, lists[NST_WAITING_NOW]));
  bind_part (widget_class, "now_count", G_STRUCT_OFFSET (NstTodayView, counts[NST_WAITING_NOW]));
  bind_part (widget_class, "soon_box", G_STRUCT_OFFSET (NstTodayView, boxes[NST_WAITING_SOON]));
  bind_part (widget_class, "soon_list", G_STRUCT_OFFSET (NstTodayView, lists[NST_WAITING_SOON]));
  bind_part (widget_class, "soon_count",
             G_STRUCT_OFFSET (NstTodayView, counts[NST_WAITING_SOON]));
  bind_part (widget_class, "far_box", G_STRUCT_OFFSET (NstTodayView, boxes[NST_WAITING_FAR]));
  bind_part (widget_class, "far_list", G_STRUCT_OFFSET (NstTodayView, lists[NST_WAITING_FAR]));
  bind_part (widget_class, "far_count", G_STRUCT_OFFSET (NstTodayView, counts[NST_WAITING_FAR]));
  gtk_widget_class_bind_template_child (widget_class, NstTodayView, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nst_today_view_init (NstTodayView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_URGENCIES; i++)
    self->folds[i] = nst_today_folds_new (self->lists[i]);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>e"),
                        gtk_callback_action_new (calendar_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
