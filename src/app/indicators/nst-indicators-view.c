/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of indicators: as charts and as a table, by year. */
#include "config.h"

#include "app/indicators/nst-indicators-view.h"

#include "app/indicators/nst-indicator-detail.h"
#include "app/indicators/nst-indicator-form.h"
#include "app/indicators/nst-indicators-charts.h"
#include "app/indicators/nst-indicators-table.h"
#include "app/widgets/nst-flip-box.h"
#include "app/widgets/nst-program-names.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"
#include "app/widgets/nst-wrap-layout.h"
#include "indicators/nst-scenario-values.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstIndicatorsView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  NstSectionHeader *header;
  GtkToggleButton *chart_toggle;
  GtkToggleButton *table_toggle;
  GtkWidget *copy_button;
  GtkWidget *menu_button;
  GtkWidget *modes;
  GtkDropDown *years;
  GtkStack *stack;
  NstIndicatorsCharts *charts;
  NstIndicatorsTable *table;
  AdwLeaflet *panes;
  GtkWidget *scope;
  GtkDropDown *territories;
  GtkWidget *separator;
  GtkWidget *detail;
  GtkToggleButton *what_if_toggle;
  GtkWidget *banner;
  GtkDropDown *scenarios;
  GtkBox *scenario_forms;

  NstOffice *office;
  AdwLeaflet *leaflet; /* of the window: folded where it is narrow; borrowed while rooted */
  GArray *year_list;
  guint year;
  GArray *territory_list; /* numbers; the first one is 0 for the whole office */
  gint64 territory;
  GArray *scenario_list;    /* their numbers */
  gint64 scenario;          /* that is looked at, 0 for the facts */
  NstIndicatorItem *chosen; /* (nullable): whose detail is open */
  gboolean charts_stale;    /* for as long as the table is looked at, and the other way round */
  gboolean table_stale;
  gboolean filling;
  guint idle;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstIndicatorsView, nst_indicators_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static gboolean
is_what_if (NstIndicatorsView *self)
{
  return gtk_toggle_button_get_active (self->what_if_toggle);
}

/* Where the window is narrow, one menu stands for the buttons. */
static void
show_buttons (NstIndicatorsView *self)
{
  gboolean empty = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0;
  gboolean narrow = self->leaflet != NULL && adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->modes, !empty && !narrow);
  gtk_widget_set_visible (self->copy_button, !empty && !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->what_if_toggle), !empty && !narrow);
  gtk_widget_set_visible (self->menu_button, !empty && narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->years), !empty);
}

static void
show_page (NstIndicatorsView *self, gboolean empty)
{
  gboolean table = gtk_toggle_button_get_active (self->table_toggle);

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : table ? "table" : "charts");
  show_buttons (self);
}

/* The chosen year stays; at first it is the latest one. */
static void
fill_years (NstIndicatorsView *self, const NstRuleContext *context)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->year_list, g_array_unref);
  self->year_list = nst_indicators_list_years (context);
  selected = self->year_list->len > 0 ? self->year_list->len - 1 : 0;
  for (guint i = 0; i < self->year_list->len; i++)
    {
      guint year = g_array_index (self->year_list, guint, i);

      gtk_string_list_take (titles, g_strdup_printf ("%u", year));
      if (year == self->year)
        selected = i;
    }
  self->year = self->year_list->len > 0 ? g_array_index (self->year_list, guint, selected) : 0;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->years, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->years, selected);
  self->filling = FALSE;
}

/* The whole office, or one territory; a base of one territory has nothing to choose. */
static void
fill_territories (NstIndicatorsView *self, const NstRuleContext *context)
{
  g_autoptr (GPtrArray) all = nst_source_list (context->source, "territory", NULL, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint selected = 0;

  g_clear_pointer (&self->territory_list, g_array_unref);
  self->territory_list = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->territory_list, none);
  gtk_string_list_append (titles, _ ("All territories"));
  for (guint i = 0; i < all->len; i++)
    {
      gint64 id = nst_record_get_id (all->pdata[i]);

      g_array_append_val (self->territory_list, id);
      gtk_string_list_append (titles, nst_record_get_title (all->pdata[i]));
      if (id == self->territory)
        selected = i + 1;
    }
  self->territory = g_array_index (self->territory_list, gint64, selected);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->territories, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->territories, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (self->scope, all->len > 1);
}

static void
add_scenario_form (NstIndicatorsView *self, gint64 scenario)
{
  NstIndicatorPlace place = { NULL, 0, 0, 0, FALSE };

  gtk_box_append (self->scenario_forms,
                  nst_indicator_form_new (self->office, "scenario", &place, scenario));
}

/* The newest one at first. */
static void
fill_scenarios (NstIndicatorsView *self, const NstRuleContext *context)
{
  g_autoptr (GPtrArray) all = nst_source_list (context->source, "scenario", NULL, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = all->len > 0 ? all->len - 1 : 0;
  GtkWidget *old;

  g_clear_pointer (&self->scenario_list, g_array_unref);
  self->scenario_list = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < all->len; i++)
    {
      gint64 id = nst_record_get_id (all->pdata[i]);

      g_array_append_val (self->scenario_list, id);
      gtk_string_list_append (titles, nst_record_get_title (all->pdata[i]));
      if (id == self->scenario)
        selected = i;
    }
  self->scenario = is_what_if (self) && all->len > 0
                       ? g_array_index (self->scenario_list, gint64, selected)
                       : 0;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->scenarios, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->scenarios, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->scenarios), all->len > 0);
  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->scenario_forms))) != NULL)
    gtk_box_remove (self->scenario_forms, old);
  add_scenario_form (self, 0);
  if (self->scenario > 0)
    add_scenario_form (self, self->scenario);
  gtk_widget_set_visible (self->banner, is_what_if (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "indicators.copy", !is_what_if (self));
}

static char *
dup_subject (NstIndicatorsView *self, const NstRuleContext *context)
{
  g_autoptr (NstRecord) territory =
      self->territory > 0 ? nst_source_dup (context->source, "territory", self->territory) : NULL;

  return g_strdup (territory != NULL ? nst_record_get_title (territory) : _ ("As a whole"));
}

static void
close_detail (NstIndicatorsView *self)
{
  g_clear_object (&self->chosen);
  adw_leaflet_set_visible_child_name (self->panes, "list");
  gtk_widget_set_visible (self->separator, FALSE);
  gtk_widget_set_visible (self->detail, FALSE);
}

static void
show_detail (NstIndicatorsView *self, const NstRuleContext *context)
{
  nst_indicator_detail_show (NST_INDICATOR_DETAIL (self->detail), self->office, context,
                             self->chosen, self->territory,
                             is_what_if (self) && self->scenario == 0 ? -1 : self->scenario);
  gtk_widget_set_visible (self->separator, TRUE);
  gtk_widget_set_visible (self->detail, TRUE);
}

/* What was open stays open with its new values. */
static void
renew_detail (NstIndicatorsView *self, const NstRuleContext *context)
{
  g_autoptr (NstIndicatorItem) again = NULL;

  if (self->chosen == NULL)
    return;
  again =
      nst_indicators_table_find (self->table, nst_indicator_item_get_value (self->chosen)->code,
                                 nst_indicator_item_get_program (self->chosen));
  if (again == NULL)
    {
      close_detail (self);
      return;
    }
  g_set_object (&self->chosen, again);
  show_detail (self, context);
}

/* Facts and suppositions side by side; programmes have only facts. */
static void
fill_what_if (NstIndicatorsView *self, const NstRuleContext *context, const char *subject,
              GPtrArray *facts)
{
  g_autoptr (NstRecord) scenario =
      self->scenario > 0 ? nst_source_dup (context->source, "scenario", self->scenario) : NULL;
  g_autoptr (GPtrArray) suppositions =
      scenario != NULL ? nst_scenario_list_values (context, scenario) : g_ptr_array_new ();
  g_autoptr (GPtrArray) values =
      nst_scenario_compute (context, self->year, self->territory, facts, suppositions);

  nst_indicators_table_add_what_if (self->table, subject, facts, values);
}

static void
fill_table (NstIndicatorsView *self, const NstRuleContext *context)
{
  g_autoptr (GPtrArray) programs =
      nst_indicators_list_programs_in (context, self->year, self->territory);
  g_autoptr (GPtrArray) values =
      nst_indicators_compute_year (context, self->year, self->territory);
  g_autofree char *subject = dup_subject (self, context);

  nst_indicators_table_clear (self->table);
  if (is_what_if (self))
    {
      fill_what_if (self, context, subject, values);
      return;
    }
  nst_indicators_table_add (self->table, subject, NULL, values);
  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      g_autoptr (GPtrArray) own = nst_indicators_compute_one (context, program);
      g_autofree char *pair = nst_program_names_dup_pair (self->office, program);

      nst_indicators_table_add (self->table, pair, program, own);
    }
}

static void
fill_charts (NstIndicatorsView *self, const NstRuleContext *context, GPtrArray *programs)
{
  g_autoptr (GPtrArray) values = nst_indicators_compute_year (context, self->year, 0);

  nst_indicators_charts_show (self->charts, self->office, context, programs, values);
}

/* Charts or table, whichever is looked at; of a region the other one would take its time. */
static void
show_year (NstIndicatorsView *self, NstRuleContext *context)
{
  g_autoptr (GPtrArray) programs = nst_indicators_list_programs (context, self->year);

  if (self->year > 0)
    nst_indicators_move_to_year (context, self->year);
  self->charts_stale = gtk_toggle_button_get_active (self->table_toggle);
  self->table_stale = !self->charts_stale && self->chosen == NULL;
  if (!self->charts_stale)
    fill_charts (self, context, programs);
  if (!self->table_stale)
    fill_table (self, context);
  renew_detail (self, context);
  show_page (self, programs->len == 0);
}

static void
refresh (NstIndicatorsView *self)
{
  g_autoptr (NstRecord) card = NULL;
  NstRuleContext context;

  if (self->office == NULL)
    return;
  nst_office_get_look (self->office, &context);
  card = nst_office_dup_card (self->office);
  nst_section_header_set_subtitle (self->header, card != NULL ? nst_record_get_title (card) : "");
  fill_years (self, &context);
  fill_territories (self, &context);
  fill_scenarios (self, &context);
  show_year (self, &context);
}

static gboolean
refresh_cb (gpointer data)
{
  NstIndicatorsView *self = data;

  self->idle = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* What is not looked at is computed when it is. */
static void
queue_refresh (NstIndicatorsView *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (refresh_cb, self);
}

static void
year_selected_cb (NstIndicatorsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->years);
  NstRuleContext context;

  if (self->filling || self->office == NULL || self->year_list == NULL ||
      selected >= self->year_list->len)
    return;
  self->year = g_array_index (self->year_list, guint, selected);
  nst_office_get_look (self->office, &context);
  show_year (self, &context);
}

static void
territory_selected_cb (NstIndicatorsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->territories);
  NstRuleContext context;

  if (self->filling || self->office == NULL || self->territory_list == NULL ||
      selected >= self->territory_list->len)
    return;
  self->territory = g_array_index (self->territory_list, gint64, selected);
  nst_office_get_look (self->office, &context);
  if (self->year > 0)
    nst_indicators_move_to_year (&context, self->year);
  fill_table (self, &context);
  renew_detail (self, &context);
}

static void
chosen_cb (NstIndicatorsView *self, NstIndicatorItem *item)
{
  NstRuleContext context;

  if (self->office == NULL)
    return;
  nst_office_get_look (self->office, &context);
  if (self->year > 0)
    nst_indicators_move_to_year (&context, self->year);
  g_set_object (&self->chosen, item);
  show_detail (self, &context);
  adw_leaflet_set_visible_child_name (self->panes, "detail");
}

static void
scenario_selected_cb (NstIndicatorsView *self)
{
  guint selected = gtk_drop_down_get_selected (self->scenarios);

  if (self->filling || self->office == NULL || self->scenario_list == NULL ||
      selected >= self->scenario_list->len)
    return;
  self->scenario = g_array_index (self->scenario_list, gint64, selected);
  refresh (self);
}

/* Suppositions stand in the table only; the charts draw facts. */
static void
what_if_toggled_cb (NstIndicatorsView *self)
{
  if (self->office == NULL)
    return;
  if (is_what_if (self))
    gtk_toggle_button_set_active (self->table_toggle, TRUE);
  refresh (self);
}

static void
mode_toggled_cb (NstIndicatorsView *self)
{
  if (gtk_toggle_button_get_active (self->chart_toggle) && is_what_if (self))
    {
      gtk_toggle_button_set_active (self->what_if_toggle, FALSE);
      nst_report_note (GTK_WIDGET (self), _ ("The charts show facts: “what if” is left"));
    }
  if (self->year_list == NULL)
    return;
  if (gtk_toggle_button_get_active (self->table_toggle) ? self->table_stale : self->charts_stale)
    refresh (self);
  else
    show_page (self, g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0);
}

/* From a bar to its line in the table and what it counted. */
static void
open_detail (NstIndicatorsView *self, const char *code)
{
  g_autoptr (NstIndicatorItem) item = NULL;

  gtk_toggle_button_set_active (self->table_toggle, TRUE);
  item = nst_indicators_table_find (self->table, code, NULL);
  if (item != NULL)
    chosen_cb (self, item);
}

static void
copy_csv (NstIndicatorsView *self)
{
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GString) csv = g_string_new (NULL);
  g_autofree char *subject = NULL;
  NstRuleContext context;

  if (self->office == NULL)
    return;
  nst_office_get_look (self->office, &context);
  programs = nst_indicators_list_programs_in (&context, self->year, self->territory);
  if (self->year > 0)
    nst_indicators_move_to_year (&context, self->year);
  values = nst_indicators_compute_year (&context, self->year, self->territory);
  subject = dup_subject (self, &context);
  nst_indicators_append_csv (csv, subject, values);
  for (guint i = 0; i < programs->len; i++)
    {
      NstRecord *program = g_ptr_array_index (programs, i);
      g_autoptr (GPtrArray) own = nst_indicators_compute_one (&context, program);
      g_autofree char *pair = nst_program_names_dup_pair (self->office, program);

      nst_indicators_append_csv (csv, pair, own);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), csv->str);
  nst_report_note (GTK_WIDGET (self), _ ("The table is copied as CSV"));
}

static void
move_year (NstIndicatorsView *self, int step)
{
  guint selected = gtk_drop_down_get_selected (self->years);

  if (self->year_list == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if ((step < 0 && selected > 0) || (step > 0 && selected + 1 < self->year_list->len))
    gtk_drop_down_set_selected (self->years, (guint) ((int) selected + step));
}

static void
action_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NstIndicatorsView *self = NST_INDICATORS_VIEW (widget);

  if (g_str_equal (name, "indicators.copy"))
    copy_csv (self);
  else if (g_str_equal (name, "indicators.what-if"))
    gtk_toggle_button_set_active (self->what_if_toggle, !is_what_if (self));
  else if (g_str_equal (name, "indicators.detail"))
    open_detail (self, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "indicators.close-detail"))
    close_detail (self);
  else if (g_str_equal (name, "indicators.previous-year"))
    move_year (self, -1);
  else if (g_str_equal (name, "indicators.next-year"))
    move_year (self, 1);
  else if (gtk_toggle_button_get_active (self->table_toggle))
    gtk_toggle_button_set_active (self->chart_toggle, TRUE);
  else
    gtk_toggle_button_set_active (self->table_toggle, TRUE);
}

static void
nst_indicators_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nst_indicators_view_parent_class)->map (widget);
  queue_refresh (NST_INDICATORS_VIEW (widget));
}

static void
nst_indicators_view_root (GtkWidget *widget)
{
  NstIndicatorsView *self = NST_INDICATORS_VIEW (widget);
  GtkWidget *parent = widget;

  GTK_WIDGET_CLASS (nst_indicators_view_parent_class)->root (widget);
  while ((parent = gtk_widget_get_parent (parent)) != NULL)
    if (ADW_IS_LEAFLET (parent))
      self->leaflet = ADW_LEAFLET (parent);
  if (self->leaflet != NULL)
    g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (show_buttons), self,
                             G_CONNECT_SWAPPED);
  show_buttons (self);
}

static void
nst_indicators_view_unroot (GtkWidget *widget)
{
  NstIndicatorsView *self = NST_INDICATORS_VIEW (widget);

  if (self->leaflet != NULL)
    g_signal_handlers_disconnect_by_func (self->leaflet, show_buttons, self);
  self->leaflet = NULL;
  GTK_WIDGET_CLASS (nst_indicators_view_parent_class)->unroot (widget);
}

static void
nst_indicators_view_dispose (GObject *object)
{
  NstIndicatorsView *self = NST_INDICATORS_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  g_clear_object (&self->office);
  g_clear_pointer (&self->year_list, g_array_unref);
  g_clear_pointer (&self->territory_list, g_array_unref);
  g_clear_pointer (&self->scenario_list, g_array_unref);
  g_clear_object (&self->chosen);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_INDICATORS_VIEW);
  G_OBJECT_CLASS (nst_indicators_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    guint key;
    GdkModifierType modifiers;
    const char *type; /* of the parameter */
  } actions[] = {
    { "indicators.copy", 0, 0, NULL },
    { "indicators.detail", 0, 0, "s" },
    { "indicators.what-if", GDK_KEY_i, GDK_CONTROL_MASK, NULL },
    { "indicators.close-detail", GDK_KEY_Escape, 0, NULL },
    { "indicators.toggle-table", GDK_KEY_t, GDK_CONTROL_MASK, NULL },
    { "indicators.previous-year", GDK_KEY_Left, GDK_ALT_MASK, NULL },
    { "indicators.next-year", GDK_KEY_Right, GDK_ALT_MASK, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                       action_activated);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
}

static void
nst_indicators_view_class_init (NstIndicatorsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_INDICATORS_CHARTS);
  g_type_ensure (NST_TYPE_INDICATORS_TABLE);
  g_type_ensure (NST_TYPE_INDICATOR_DETAIL);
  g_type_ensure (NST_TYPE_FLIP_BOX);
  g_type_ensure (NST_TYPE_WRAP_LAYOUT);
  G_OBJECT_CLASS (klass)->dispose = nst_indicators_view_dispose;
  widget_class->map = nst_indicators_view_map;
  widget_class->root = nst_indicators_view_root;
  widget_class->unroot = nst_indicators_view_unroot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "indicators/nst-indicators-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, content);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, header);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, chart_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, table_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, modes);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, years);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, stack);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, charts);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, table);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, panes);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, scope);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, what_if_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, banner);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, scenarios);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, scenario_forms);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, territories);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, separator);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorsView, detail);
  gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, territory_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scenario_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, what_if_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_toggled_cb);
  install_actions (widget_class);
}

static void
nst_indicators_view_init (NstIndicatorsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_page (self, TRUE);
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstIndicatorsView *self = NST_INDICATORS_VIEW (section);

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  g_set_object (&self->office, office);
  if (office == NULL)
    return;
  g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_refresh),
                           self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
}
