/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside what waits: how the plan of the year goes, and when dates come. */
#include "config.h"

#include "app/today/nst-today-charts.h"

#include "app/widgets/nst-chart-area.h"
#include "app/widgets/nst-ui.h"
#include "charts/nst-chart-bullet.h"
#include "charts/nst-chart-columns.h"
#include "charts/nst-charts.h"
#include "indicators/nst-indicators.h"

#define COLUMNS_HEIGHT 150
#define MONTHS_AFTER 5
/* More bars are no glance any more; all of them are in the section of indicators. */
#define MAX_BARS 4

struct _NstTodayCharts
{
  GtkWidget parent_instance;

  NstOffice *office;
  guint idle;

  GtkWidget *plan_box;
  NstChartArea *plan;
  GtkWidget *months_box;
  NstChartArea *months;
};

G_DEFINE_FINAL_TYPE (NstTodayCharts, nst_today_charts, GTK_TYPE_WIDGET)

static void
draw_bars (cairo_t *cr, const NstChartTheme *theme, double width, double height G_GNUC_UNUSED,
           gpointer data)
{
  nst_bullets_draw (data, cr, theme, width);
}

static void
draw_columns (cairo_t *cr, const NstChartTheme *theme, double width, double height, gpointer data)
{
  nst_columns_draw (data, cr, theme, width, height);
}

static void
show_plan (NstTodayCharts *self, const NstRuleContext *context)
{
  g_autoptr (GPtrArray) values =
      nst_indicators_compute_year (context, g_date_get_year (&context->today), 0);
  g_autoptr (GPtrArray) planned = g_ptr_array_new ();
  GPtrArray *bars;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < values->len && planned->len < MAX_BARS; i++)
    {
      const NstIndicatorValue *value = g_ptr_array_index (values, i);

      if (value->target != NST_INDICATOR_UNKNOWN && value->permille != NST_INDICATOR_UNKNOWN &&
          (value->text == NULL || nst_indicator_value_is_planned (value)))
        g_ptr_array_add (planned, (gpointer) value);
    }
  bars = nst_charts_list_bullets (planned);
  summary = nst_bullets_dup_summary (bars);
  gtk_widget_set_visible (self->plan_box, bars->len > 0);
  nst_chart_area_set (self->plan, nst_bullets_get_height (bars), summary, draw_bars, bars,
                      (GDestroyNotify) g_ptr_array_unref);
}

static void
show_months (NstTodayCharts *self, const NstRuleContext *context)
{
  g_autoptr (GPtrArray) programs =
      nst_indicators_list_programs (context, g_date_get_year (&context->today));
  GPtrArray *columns = nst_charts_list_months (context, programs, 0, MONTHS_AFTER);
  g_autofree char *summary = nst_columns_dup_summary (columns);

  gtk_widget_set_visible (self->months_box, programs->len > 0);
  nst_chart_area_set (self->months, COLUMNS_HEIGHT, summary, draw_columns, columns,
                      (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
show_cb (gpointer data)
{
  NstTodayCharts *self = data;
  NstRuleContext context;

  self->idle = 0;
  nst_office_get_look (self->office, &context);
  show_plan (self, &context);
  show_months (self, &context);
  return G_SOURCE_REMOVE;
}

static void
nst_today_charts_dispose (GObject *object)
{
  NstTodayCharts *self = NST_TODAY_CHARTS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_TODAY_CHARTS);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_today_charts_parent_class)->dispose (object);
}

static void
nst_today_charts_class_init (NstTodayChartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_CHART_AREA);
  G_OBJECT_CLASS (klass)->dispose = nst_today_charts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "today/nst-today-charts.ui");
  gtk_widget_class_bind_template_child (widget_class, NstTodayCharts, plan_box);
  gtk_widget_class_bind_template_child (widget_class, NstTodayCharts, plan);
  gtk_widget_class_bind_template_child (widget_class, NstTodayCharts, months_box);
  gtk_widget_class_bind_template_child (widget_class, NstTodayCharts, months);
}

static void
nst_today_charts_init (NstTodayCharts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
nst_today_charts_show (NstTodayCharts *self, NstOffice *office)
{
  g_set_object (&self->office, office);
  if (self->idle == 0 && office != NULL)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, show_cb, self, NULL);
}
