/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a programme is: per cent, counts, a bar a stage, chips that filter. */
#include "config.h"

#include "app/programs/nst-program-summary.h"

#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-ui.h"
#include "text/nst-russian.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstProgramSummary
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *percent;
  GtkLabel *done;
  GtkLabel *dates;
  GtkBox *stages;
  GtkBox *chips;

  GtkWidget *buttons[NST_PLAN_N_FILTERS];
  NstPlanFilter filter;
  gboolean filling;
};

enum
{
  FILTERED,
  STAGE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstProgramSummary, nst_program_summary, GTK_TYPE_WIDGET)

static void
chip_toggled_cb (GtkToggleButton *button, NstProgramSummary *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < NST_PLAN_N_FILTERS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      self->filter = (NstPlanFilter) i;
  g_signal_emit (self, signals[FILTERED], 0, (guint) self->filter);
}

static void
stage_clicked_cb (GtkWidget *button, NstProgramSummary *self)
{
  gint64 *stage = g_object_get_data (G_OBJECT (button), "nst-stage");

  g_signal_emit (self, signals[STAGE_WANTED], 0, *stage);
}

static void
nst_program_summary_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_PROGRAM_SUMMARY);
  G_OBJECT_CLASS (nst_program_summary_parent_class)->dispose (object);
}

static void
nst_program_summary_class_init (NstProgramSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_FLIP_BOX);
  G_OBJECT_CLASS (klass)->dispose = nst_program_summary_dispose;
  signals[FILTERED] = g_signal_new ("filtered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[STAGE_WANTED] =
      g_signal_new ("stage-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-program-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, NstProgramSummary, content);
  gtk_widget_class_bind_template_child (widget_class, NstProgramSummary, percent);
  gtk_widget_class_bind_template_child (widget_class, NstProgramSummary, done);
  gtk_widget_class_bind_template_child (widget_class, NstProgramSummary, dates);
  gtk_widget_class_bind_template_child (widget_class, NstProgramSummary, stages);
  gtk_widget_class_bind_template_child (widget_class, NstProgramSummary, chips);
}

static void
nst_program_summary_init (NstProgramSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < NST_PLAN_N_FILTERS; i++)
    {
      self->buttons[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->buttons[i], "plan-chip");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (chip_toggled_cb), self,
                               0);
      gtk_box_append (self->chips, self->buttons[i]);
    }
  nst_program_summary_set_filter (self, NST_PLAN_FILTER_ALL);
}

static GtkWidget *
make_stage (NstProgramSummary *self, const NstStageProgress *stage)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, MAX (1, stage->activities->len));
  const char *number = nst_record_get_text (stage->stage, "number");
  g_autofree char *own = g_strdup_printf ("%u", stage->number);
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), stage->done, stage->activities->len);
  g_autofree char *name = g_strdup_printf ("%s: %s", nst_record_get_title (stage->stage), count);
  GtkWidget *left = gtk_label_new (number != NULL ? number : own);
  GtkWidget *right = gtk_label_new (count);
  gint64 *id = g_new (gint64, 1);

  *id = nst_record_get_id (stage->stage);
  gtk_widget_add_css_class (left, "caption-heading");
  gtk_widget_add_css_class (right, "caption");
  gtk_widget_add_css_class (right, "numeric");
  gtk_widget_set_hexpand (right, TRUE);
  gtk_widget_set_halign (right, GTK_ALIGN_END);
  gtk_widget_add_css_class (bar, "stage-bar");
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), stage->done);
  gtk_box_append (GTK_BOX (line), left);
  gtk_box_append (GTK_BOX (line), right);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "plan-stage-button");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "nst-stage", id, g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (stage_clicked_cb), self, 0);
  return button;
}

static void
show_chip (NstProgramSummary *self, NstPlanFilter filter, const char *title, guint count)
{
  g_autofree char *text = g_strdup_printf ("%s\302\240%u", title, count);
  GtkWidget *button = self->buttons[filter];

  if (filter == NST_PLAN_FILTER_FINDINGS)
    {
      GtkWidget *content = adw_button_content_new ();

      adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "dialog-warning-symbolic");
      adw_button_content_set_label (ADW_BUTTON_CONTENT (content), text);
      gtk_button_set_child (GTK_BUTTON (button), content);
    }
  else
    gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_visible (button, count > 0 || filter == NST_PLAN_FILTER_ALL);
}

/**
 * nst_program_summary_show:
 * @self: the summary
 * @progress: where the programme stands
 * @findings: how many things rules found on it
 */
void
nst_program_summary_show (NstProgramSummary *self, const NstProgress *progress, guint findings)
{
  g_autofree char *percent = nst_russian_percent (progress->permille);
  g_autofree char *done = g_strdup_printf (_ ("%u of %u done"), progress->done, progress->total);
  g_autofree char *dates =
      g_strdup_printf (_ ("%u of %u dates"), progress->occurrences_done, progress->occurrences);
  GtkWidget *child;

  g_return_if_fail (NST_IS_PROGRAM_SUMMARY (self));

  gtk_label_set_text (self->percent, percent);
  gtk_label_set_text (self->done, done);
  gtk_label_set_text (self->dates, dates);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stages))) != NULL)
    gtk_box_remove (self->stages, child);
  for (guint i = 0; i < progress->stages->len; i++)
    gtk_box_append (self->stages, make_stage (self, g_ptr_array_index (progress->stages, i)));
  self->filling = TRUE;
  show_chip (self, NST_PLAN_FILTER_ALL, C_ ("activity", "All"), progress->total);
  show_chip (self, NST_PLAN_FILTER_RUNNING, C_ ("activity", "Running"), progress->in_progress);
  show_chip (self, NST_PLAN_FILTER_AHEAD, C_ ("activity", "Ahead"), progress->planned);
  show_chip (self, NST_PLAN_FILTER_NOT_DONE, C_ ("activity", "Not done"), progress->not_done);
  show_chip (self, NST_PLAN_FILTER_OVERDUE, C_ ("activity", "Overdue"), progress->overdue);
  show_chip (self, NST_PLAN_FILTER_FINDINGS, _ ("Remarks"), findings);
  self->filling = FALSE;
  if (!gtk_widget_get_visible (self->buttons[self->filter]))
    nst_program_summary_set_filter (self, NST_PLAN_FILTER_ALL);
}

NstPlanFilter
nst_program_summary_get_filter (NstProgramSummary *self)
{
  return self->filter;
}

void
nst_program_summary_set_filter (NstProgramSummary *self, NstPlanFilter filter)
{
  g_return_if_fail (NST_IS_PROGRAM_SUMMARY (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[filter]), TRUE);
}
