/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators as charts: the whole office, each programme, states, months. */
#include "config.h"

#include "app/indicators/nst-indicators-charts.h"

#include "app/indicators/nst-indicator-row.h"
#include "app/widgets/nst-chart-card.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-program-names.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"
#include "charts/nst-chart-columns.h"
#include "charts/nst-chart-progress.h"
#include "charts/nst-charts-groups.h"
#include "charts/nst-charts-surveys.h"
#include "charts/nst-charts.h"
#include "indicators/nst-indicators.h"
#include "rules/nst-group-sides.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* So many of the worst are shown before it is asked for the rest. */
#define FEW 10
#define MOST_TERRITORIES 12
#define ALL "nst-all"
#define OPENS "nst-opens"
#define CODE "nst-code"
/* So many indicators have a bar; the others stand in the table. */
#define MOST_BARS 8
#define MONTHS_BEFORE 6
#define MONTHS_AFTER 6

struct _NstIndicatorsCharts
{
  GtkWidget parent_instance;

  GtkLabel *office_note;
  GtkListBox *office_list;
  GtkLabel *territories_label;
  GtkListBox *territories_list;
  GtkListBox *programs_list;
  NstChartCard *coverage;
  NstChartCard *states;
  NstChartCard *months;
  NstChartCard *steps;
  NstChartCard *counts;
  NstChartCard *directions;
  NstChartCard *groups;
  GtkBox *slopes;

  NstOffice *office;
  GDate day;
  GPtrArray *lines;       /* of programmes, worst first */
  GPtrArray *territories; /* of territories, worst first */
  gboolean all_programs;
  gboolean all_territories;
};

/* How a programme, or all of a territory, stands. */
typedef struct
{
  char *name;
  NstRecord *record;
  NstProgress *progress; /* of one programme */
  guint programs;
  guint total;
  guint done;
  guint overdue;
} Line;

G_DEFINE_FINAL_TYPE (NstIndicatorsCharts, nst_indicators_charts, GTK_TYPE_WIDGET)

static void
line_free (Line *line)
{
  g_free (line->name);
  g_clear_object (&line->record);
  g_clear_pointer (&line->progress, nst_progress_free);
  g_free (line);
}

static void fill_programs (NstIndicatorsCharts *self);
static void fill_territories (NstIndicatorsCharts *self);

/* The keyboard goes to the first of the rows that have come. */
static void
row_activated_cb (NstIndicatorsCharts *self, GtkListBoxRow *row, GtkListBox *list)
{
  NstRecord *record = g_object_get_data (G_OBJECT (row), OPENS);
  const char *code = g_object_get_data (G_OBJECT (row), CODE);
  int position = gtk_list_box_row_get_index (row);

  if (record != NULL)
    {
      nst_report_open (GTK_WIDGET (self), nst_record_get_kind (record)->name,
                       nst_record_get_id (record), NULL);
      return;
    }
  if (code != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "indicators.detail", "s", code);
  if (g_object_get_data (G_OBJECT (row), ALL) == NULL)
    return;
  if (list == self->office_list)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "indicators.toggle-table", NULL);
      return;
    }
  if (list == self->programs_list)
    {
      self->all_programs = TRUE;
      fill_programs (self);
    }
  else
    {
      self->all_territories = TRUE;
      fill_territories (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, position)));
}

static void
nst_indicators_charts_dispose (GObject *object)
{
  NstIndicatorsCharts *self = NST_INDICATORS_CHARTS (object);

  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_INDICATORS_CHARTS);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->territories, g_ptr_array_unref);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_indicators_charts_parent_class)->dispose (object);
}

static void
nst_indicators_charts_class_init (NstIndicatorsChartsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_CHART_CARD);
  g_type_ensure (NST_TYPE_FLIP_BOX);
  G_OBJECT_CLASS (klass)->dispose = nst_indicators_charts_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "indicators/nst-indicators-charts.ui");
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, office_note);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, office_list);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, territories_label);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, territories_list);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, programs_list);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, states);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, months);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, coverage);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, steps);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, counts);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, directions);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, groups);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsCharts, slopes);
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
append_row (GtkListBox *list, GtkWidget *row, NstRecord *record)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), OPENS, g_object_ref (record), g_object_unref);
  gtk_list_box_append (list, row);
}

/* The row that leads to what the list leaves out. */
static void
append_last (GtkListBox *list, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (row), ALL, row);
  gtk_list_box_append (list, row);
}

static void
append_more (GtkListBox *list, guint rest)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u more", "%u more", rest), rest);

  append_last (list, words);
}

/* What is nearest to needing somebody: missed, met, without a target, unknown. */
static guint
get_rank (const NstIndicatorValue *value)
{
  if (!nst_indicator_value_is_known (value))
    return 3;
  return value->verdict == NST_INDICATOR_MISSES  ? 0
         : value->verdict == NST_INDICATOR_MEETS ? 1
                                                 : 2;
}

/* The regulation's names are short; what they count stands under them. */
static char *
dup_detail (NstScheme *scheme, const NstIndicatorValue *value)
{
  GPtrArray *texts = nst_scheme_get_indicators (scheme);
  g_autofree char *numbers = nst_indicator_value_dup_numbers (value);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const NstIndicatorText *text = g_ptr_array_index (texts, i);

      if (g_strcmp0 (text->code, value->code) != 0 || text->words == NULL)
        continue;
      return numbers != NULL ? g_strdup_printf ("%s · %s", numbers, text->words)
                             : g_strdup (text->words);
    }
  return NULL;
}

static void
fill_office (NstIndicatorsCharts *self, const NstRuleContext *context, GPtrArray *values)
{
  g_autofree char *words = NULL;
  guint shown = 0, unknown = 0;

  clear_list (self->office_list);
  for (guint rank = 0; rank < 3; rank++)
    for (guint i = 0; i < values->len; i++)
      {
        const NstIndicatorValue *value = g_ptr_array_index (values, i);
        g_autofree char *detail = NULL;
        GtkWidget *row;

        if (get_rank (value) != rank || shown >= MOST_BARS)
          continue;
        detail = dup_detail (context->scheme, value);
        row = nst_indicator_row_new (NULL, detail, value);
        gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
        g_object_set_data_full (G_OBJECT (row), CODE, g_strdup (value->code), g_free);
        gtk_list_box_append (self->office_list, row);
        shown++;
      }
  for (guint i = 0; i < values->len; i++)
    unknown += get_rank (g_ptr_array_index (values, i)) == 3 ? 1 : 0;
  words = g_strdup_printf (_ ("All in the table: %u more, without data %u"),
                           values->len - shown - unknown, unknown);
  append_last (self->office_list, words);
}

static guint
count_shown (GPtrArray *lines, gboolean all)
{
  return all || lines->len <= FEW + 1 ? lines->len : FEW;
}

static void
get_look (NstIndicatorsCharts *self, NstRuleContext *context)
{
  nst_office_get_look (self->office, context);
  context->today = self->day;
}

static void
add_program (NstIndicatorsCharts *self, const NstRuleContext *context, const Line *line)
{
  g_autoptr (GPtrArray) values = nst_indicators_compute_one (context, line->record);
  g_autofree char *detail =
      g_strdup_printf (_ ("%u of %u done, %u overdue"), line->done, line->total, line->overdue);

  if (values->len > 0)
    append_row (self->programs_list,
                nst_indicator_row_new (line->name, detail, g_ptr_array_index (values, 0)),
                line->record);
}

static void
fill_programs (NstIndicatorsCharts *self)
{
  guint n = count_shown (self->lines, self->all_programs);
  GPtrArray *stacks = g_ptr_array_new_with_free_func ((GDestroyNotify) nst_stack_free);
  NstRuleContext context;

  get_look (self, &context);
  clear_list (self->programs_list);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      add_program (self, &context, line);
      g_ptr_array_add (stacks, nst_stack_new_for_program (line->name, line->progress));
    }
  if (n < self->lines->len)
    append_more (self->programs_list, self->lines->len - n);
  nst_chart_card_show (self->states, NULL, &nst_stacks_plot, stacks);
}

/* Which share of the activities of a territory is done. */
static GtkWidget *
make_territory (const Line *line)
{
  g_autoptr (NstIndicatorValue) value =
      nst_indicator_value_new ("", _ ("Done of the planned activities"), "%", NULL);
  g_autofree char *programs = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u programme",
                                                            "%u programmes", line->programs),
                                               line->programs);
  g_autofree char *counts =
      g_strdup_printf (_ ("%u of %u done, %u overdue"), line->done, line->total, line->overdue);
  g_autofree char *detail = g_strdup_printf ("%s · %s", programs, counts);

  nst_indicator_value_set_share (value, line->done, line->total);
  return nst_indicator_row_new (line->name, detail, value);
}

static void
fill_territories (NstIndicatorsCharts *self)
{
  guint n = count_shown (self->territories, self->all_territories);

  clear_list (self->territories_list);
  for (guint i = 0; i < n; i++)
    {
      const Line *line = g_ptr_array_index (self->territories, i);

      append_row (self->territories_list, make_territory (line), line->record);
    }
  if (n < self->territories->len)
    append_more (self->territories_list, self->territories->len - n);
  gtk_widget_set_visible (GTK_WIDGET (self->territories_label), self->territories->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->territories_list), self->territories->len > 1);
}

/* What is most overdue, then what is least done. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *first = *(const Line *const *) a;
  const Line *second = *(const Line *const *) b;
  guint64 one = (guint64) first->done * second->total;
  guint64 other = (guint64) second->done * first->total;

  if (first->overdue != second->overdue)
    return first->overdue > second->overdue ? -1 : 1;
  if (one != other)
    return one < other ? -1 : 1;
  return nst_record_get_id (first->record) < nst_record_get_id (second->record) ? -1 : 1;
}

static void
count_territory (NstIndicatorsCharts *self, const NstRuleContext *context, GHashTable *by_id,
                 const Line *line)
{
  g_autoptr (NstRecord) group = nst_source_dup_ref (context->source, line->record, "group");
  g_autoptr (NstRecord) territory =
      group != NULL ? nst_group_sides_dup_territory (context, group)
                    : nst_source_dup_ref (context->source, line->record, "territory");
  gpointer id;
  Line *sum;

  if (territory == NULL)
    return;
  id = GSIZE_TO_POINTER ((gsize) nst_record_get_id (territory));
  sum = g_hash_table_lookup (by_id, id);
  if (sum == NULL)
    {
      sum = g_new0 (Line, 1);
      sum->name = g_strdup (nst_record_get_title (territory));
      sum->record = g_object_ref (territory);
      g_hash_table_insert (by_id, id, sum);
      g_ptr_array_add (self->territories, sum);
    }
  sum->programs++;
  sum->total += line->total;
  sum->done += line->done;
  sum->overdue += line->overdue;
}

static void
count_lines (NstIndicatorsCharts *self, const NstRuleContext *context, GPtrArray *programs)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (NULL, NULL);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->territories, g_ptr_array_unref);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  self->territories = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      Line *line = g_new0 (Line, 1);

      line->record = g_object_ref (program);
      line->name = nst_program_names_dup_pair (self->office, program);
      line->progress = nst_progress_new (context, program);
      line->programs = 1;
      line->total = line->progress->total;
      line->done = line->progress->done;
      line->overdue = line->progress->overdue;
      g_ptr_array_add (self->lines, line);
      count_territory (self, context, by_id, line);
    }
  g_ptr_array_sort (self->lines, compare_lines);
  g_ptr_array_sort (self->territories, compare_lines);
}

static void
show_months (NstIndicatorsCharts *self, const NstRuleContext *context, GPtrArray *programs)
{
  nst_chart_card_show (self->months, NULL, &nst_columns_plot,
                       nst_charts_list_months (context, programs, MONTHS_BEFORE, MONTHS_AFTER));
}

static void
show_slopes (NstIndicatorsCharts *self, const NstRuleContext *context)
{
  g_autoptr (GPtrArray) slopes = nst_charts_read_slopes (context, 0);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->slopes))) != NULL)
    gtk_box_remove (self->slopes, child);
  for (guint i = 0; i < slopes->len; i++)
    {
      NstSurveySlope *one = g_ptr_array_index (slopes, i);
      NstChartCard *card =
          g_object_new (NST_TYPE_CHART_CARD, "title", _ ("Entry and exit diagnostics"), NULL);

      nst_chart_card_show (card, one->title, &nst_slope_plot, g_steal_pointer (&one->slope));
      gtk_box_append (self->slopes, GTK_WIDGET (card));
    }
}

/* Groups of the year, or, where none was formed in it, all of them. */
static void
show_groups (NstIndicatorsCharts *self, const NstRuleContext *context)
{
  guint year = g_date_get_year (&context->today);
  g_autofree char *text = g_strdup_printf ("%u", year);
  g_autofree char *note = NULL;

  if (nst_source_count (context->source, "group", "year", text) == 0)
    year = 0;
  note = year > 0 ? g_strdup_printf (_ ("groups of %u"), year) : g_strdup (_ ("all groups"));
  nst_chart_card_show (self->steps, note, &nst_heat_plot, nst_charts_read_steps (context, year));
  nst_chart_card_show (self->counts, note, &nst_ranks_plot,
                       nst_charts_read_counts (context, year));
  nst_chart_card_show (self->directions, note, &nst_ranks_plot,
                       nst_charts_read_directions (context, year));
  nst_chart_card_show (self->groups, note, &nst_ranks_plot,
                       nst_charts_read_territories (context, year, MOST_TERRITORIES));
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
  g_autofree char *day = nst_date_to_label (&context->today);
  g_autofree char *note = NULL;

  g_return_if_fail (NST_IS_INDICATORS_CHARTS (self));

  note = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u programme, as of %s",
                                       "%u programmes, as of %s", programs->len),
                          programs->len, day);
  gtk_label_set_text (self->office_note, note);
  fill_office (self, context, values);
  g_set_object (&self->office, office);
  self->day = context->today;
  count_lines (self, context, programs);
  fill_programs (self);
  fill_territories (self);
  show_months (self, context, programs);
  nst_chart_card_show (self->coverage, NULL, &nst_plan_plot, nst_charts_read_plan (context));
  show_groups (self, context);
  show_slopes (self, context);
}
