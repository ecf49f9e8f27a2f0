/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that waits: when, what, why and whom. */
#include "config.h"

#include "app/today/nst-today-row.h"

#include "app/widgets/nst-initials.h"
#include "app/widgets/nst-step-form.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstTodayRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *tile;
  GtkLabel *number;
  GtkLabel *unit;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *who_box;
  AdwAvatar *avatar;
  GtkLabel *who;
  GtkMenuButton *step_button;
  GtkImage *arrow;

  NstOffice *office;
  NstRecord *record;
  const NstLifeStep *step; /* offered here */
  const char *section;
  char *field;
};

G_DEFINE_FINAL_TYPE (NstTodayRow, nst_today_row, GTK_TYPE_LIST_BOX_ROW)

static void
nst_today_row_dispose (GObject *object)
{
  g_clear_object (&NST_TODAY_ROW (object)->office);
  g_clear_object (&NST_TODAY_ROW (object)->record);

  G_OBJECT_CLASS (nst_today_row_parent_class)->dispose (object);
}

static void
nst_today_row_finalize (GObject *object)
{
  g_free (NST_TODAY_ROW (object)->field);

  G_OBJECT_CLASS (nst_today_row_parent_class)->finalize (object);
}

static void
nst_today_row_class_init (NstTodayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_today_row_dispose;
  object_class->finalize = nst_today_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "today/nst-today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, tile);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, number);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, unit);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, title);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, detail);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, who_box);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, who);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, step_button);
  gtk_widget_class_bind_template_child (widget_class, NstTodayRow, arrow);
}

static void
nst_today_row_init (NstTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Late: how many days; otherwise the day itself. */
static void
show_tile (NstTodayRow *self, const NstWaiting *waiting)
{
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;

  if (waiting->urgency == NST_WAITING_LATE ||
      (waiting->urgency == NST_WAITING_NOW && waiting->days > 0 &&
       g_strcmp0 (waiting->section, "agreements") == 0))
    {
      number = g_strdup_printf ("%u", waiting->days);
      unit = g_strdup (ngettext ("day", "days", waiting->days));
    }
  else if (g_date_valid (&waiting->day))
    {
      g_autoptr (GDateTime) moment =
          g_date_time_new_utc ((int) g_date_get_year (&waiting->day),
                               (int) g_date_get_month (&waiting->day),
                               (int) g_date_get_day (&waiting->day), 12, 0, 0);

      number = g_strdup_printf ("%u", (guint) g_date_get_day (&waiting->day));
      unit = g_date_time_format (moment, "%b");
    }
  gtk_label_set_text (self->number, number == NULL ? "•" : number);
  gtk_label_set_text (self->unit, unit == NULL ? "" : unit);
  gtk_widget_set_visible (GTK_WIDGET (self->unit), unit != NULL);
  if (waiting->urgency == NST_WAITING_LATE)
    gtk_widget_add_css_class (self->tile, "late");
  else if (waiting->urgency == NST_WAITING_NOW)
    gtk_widget_add_css_class (self->tile, "now");
}

GtkWidget *
nst_today_row_new (const NstWaiting *waiting)
{
  NstTodayRow *self = g_object_new (NST_TYPE_TODAY_ROW, NULL);
  const char *who = waiting->mine ? _ ("You") : waiting->who;
  g_autofree char *initials = nst_initials_dup_words (who);
  g_autofree char *description = NULL;

  g_set_object (&self->record, waiting->record);
  self->section = waiting->section;
  self->field = g_strdup (waiting->field);
  show_tile (self, waiting);
  gtk_label_set_text (self->title, waiting->title);
  gtk_label_set_text (self->detail, waiting->detail == NULL ? "" : waiting->detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), waiting->title);
  gtk_widget_set_visible (self->who_box, who != NULL && *who != '\0');
  gtk_label_set_text (self->who, who == NULL ? "" : who);
  gtk_widget_set_tooltip_text (self->who_box, who);
  adw_avatar_set_text (self->avatar, initials);
  adw_avatar_set_show_initials (self->avatar, !waiting->mine);
  if (waiting->mine)
    gtk_widget_add_css_class (GTK_WIDGET (self->who), "heading");
  description = g_strdup_printf ("%s. %s", waiting->detail == NULL ? "" : waiting->detail,
                                 who == NULL ? "" : who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  waiting->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  return GTK_WIDGET (self);
}

NstRecord *
nst_today_row_get_record (NstTodayRow *self)
{
  g_return_val_if_fail (NST_IS_TODAY_ROW (self), NULL);

  return self->record;
}

const char *
nst_today_row_get_section (NstTodayRow *self)
{
  g_return_val_if_fail (NST_IS_TODAY_ROW (self), NULL);

  return self->section;
}

const char *
nst_today_row_get_field (NstTodayRow *self)
{
  g_return_val_if_fail (NST_IS_TODAY_ROW (self), NULL);

  return self->field;
}

static void
confirmed_cb (NstTodayRow *self G_GNUC_UNUSED, NstStepForm *form)
{
  g_autoptr (NstStepForm) held = g_object_ref (form);
  g_autoptr (GError) error = NULL;

  if (nst_step_form_do (held, &error))
    gtk_popover_popdown (GTK_POPOVER (held));
  else
    nst_step_form_show_error (held, error);
}

/* A form is made when it is asked for: there are many rows. */
static void
make_form_cb (GtkMenuButton *button, gpointer data)
{
  NstTodayRow *self = data;
  GtkWidget *form;

  if (gtk_menu_button_get_popover (button) != NULL || nst_record_get_stale (self->record))
    return;
  form = nst_step_form_new (self->office, self->record, self->step);
  g_signal_connect_object (form, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, form);
}

/**
 * nst_today_row_offer_step:
 * @self: a row
 * @office: where the step is taken
 * @waiting: what the row shows
 */
void
nst_today_row_offer_step (NstTodayRow *self, NstOffice *office, const NstWaiting *waiting)
{
  g_return_if_fail (NST_IS_TODAY_ROW (self) && NST_IS_OFFICE (office));

  if (!waiting->mine || waiting->step == NULL || self->record == NULL)
    return;
  self->step =
      nst_steps_find (nst_office_get_scheme_of (office, self->record), waiting->step, NULL);
  if (self->step == NULL)
    return;
  g_set_object (&self->office, office);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->step_button), self->step->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->step_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->step->title, -1);
  gtk_menu_button_set_create_popup_func (self->step_button, make_form_cb, self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->step_button), TRUE);
}

/**
 * nst_today_row_set_fold:
 * @self: a row that stands for others
 * @open: whether they are shown below it
 */
void
nst_today_row_set_fold (NstTodayRow *self, gboolean open)
{
  g_return_if_fail (NST_IS_TODAY_ROW (self));

  gtk_image_set_from_icon_name (self->arrow, open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}
