/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators as charts: the whole office, each programme, states, months. */
#include "config.h"

#include "app/indicators/nst-indicators-charts.h"

#include "app/indicators/nst-indicator-row.h"
#include "app/widgets/nst-chart-area.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-program-names.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "charts/nst-chart-columns.h"
#include "charts/nst-chart-progress.h"
#include "charts/nst-charts.h"
#include "indicators/nst-indicators.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define COLUMNS_HEIGHT 170
#define MONTHS_BEFORE 6
#define MONTHS_AFTER 6

struct _NstIndicatorsCharts
{
  GtkWidget parent_instance;

  GtkLabel *office_note;
  GtkListBox *office_list;
  GtkListBox *programs_list;
  NstChartArea *states;
  NstChartArea *months;
};

G_DEFINE_FINAL_TYPE (NstIndicatorsCharts, nst_indicators_charts, GTK_TYPE_WIDGET)

static void
draw_stacks (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
             gpointer data)
{
  nst_stacks_draw (data, cr, theme, width);
}

static void
draw_columns (cairo_t *cr, const NstChartTheme *theme, double width, double height, gpointer data)
{
  nst_columns_draw (data, cr, theme, width, height);
}

static void
row_activated_cb (NstIndicatorsCharts *self, GtkListBoxRow *row)
{
  gint64 *program = g_object_get_data (G_OBJECT (row), "nst-program");

  if (program != NULL)
    nst_report_open (GTK_WIDGET (self), "program", *program, NULL);
}

static void
nst_indicators_charts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_INDICATORS_CHARTS);
  G_OBJECT_CLASS (nst_indicators_charts_parent_class)->dispose (object);
}

static void
nst_indicators_charts_class_init (NstIndicatorsChartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_CHART_AREA);
  g_type_ensure (NST_TYPE_FLIP_BOX);
  G_OBJECT_CLASS (klass)->dispose = nst_indicators_charts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "indicators/nst-indicators-charts.ui");
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, office_note);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, office_list);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, programs_list);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, states);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, months);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
nst_indicators_charts_init (NstIndicatorsCharts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
add_program (NstIndicatorsCharts *self, NstOffice *office, const NstRuleContext *context,
             NstRecord *program, GPtrArray *stacks)
{
  g_autoptr (GPtrArray) values = nst_indicators_compute_one (context, program);
  g_autoptr (NstProgress) progress = nst_progress_new (context, program);
  g_autofree char *pair = nst_program_names_dup_pair (office, program);
  g_autofree char *detail = NULL;
  gint64 *id = g_new (gint64, 1);
  GtkWidget *row;

  g_ptr_array_add (stacks, nst_stack_new_for_program (pair, progress));
  *id = nst_record_get_id (program);
  if (values->len == 0)
    {
      g_free (id);
      return;
    }
  detail = g_strdup_printf (_ ("%u of %u done, %u overdue"), progress->done, progress->total,
                            progress->overdue);
  row = nst_indicator_row_new (pair, detail, g_ptr_array_index (values, 0));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "nst-program", id, g_free);
  gtk_list_box_append (self->programs_list, row);
}

static void
show_pictures (NstIndicatorsCharts *self, const NstRuleContext *context, GPtrArray *programs,
               GPtrArray *stacks)
{
  GPtrArray *columns = nst_charts_list_months (context, programs, MONTHS_BEFORE, MONTHS_AFTER);
  g_autofree char *states = nst_stacks_dup_summary (stacks);
  g_autofree char *months = nst_columns_dup_summary (columns);

  nst_chart_area_set (self->states, nst_stacks_get_height (stacks), states, draw_stacks, stacks,
                      (GDestroyNotify) g_ptr_array_unref);
  nst_chart_area_set (self->months, COLUMNS_HEIGHT, months, draw_columns, columns,
                      (GDestroyNotify) g_ptr_array_unref);
}

/**
 * nst_indicators_charts_show:
 * @self: the charts
 * @office: at whose base
 * @context: scheme, source and the day of the values
 * @programs: (element-type NstRecord): programmes of the year
 * @values: (element-type NstIndicatorValue): of the whole office
 */
void
nst_indicators_charts_show (NstIndicatorsCharts *self, NstOffice *office,
                            const NstRuleContext *context, GPtrArray *programs, GPtrArray *values)
{
  GPtrArray *stacks = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_stack_free);
  g_autofree char *day = nst_date_to_label (&context->today);
  g_autofree char *note = NULL;

  g_return_if_fail (NST_IS_INDICATORS_CHARTS (self));

  note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u programme, as of %s",
                                       "%u programmes, as of %s", programs->len),
                          programs->len, day);
  gtk_label_set_text (self->office_note, note);
  clear_list (self->office_list);
  for (guint i = 0; i < values->len; i++)
    gtk_list_box_append (self->office_list,
                         nst_indicator_row_new (NULL, NULL, g_ptr_array_index (values, i)));
  clear_list (self->programs_list);
  for (guint i = 0; i < programs->len; i++)
    add_program (self, office, context, g_ptr_array_index (programs, i), stacks);
  show_pictures (self, context, programs, stacks);
}
