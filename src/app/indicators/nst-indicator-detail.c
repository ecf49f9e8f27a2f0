/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator: how it is counted, value, target and verdict, and the records in the number. */
#include "config.h"

#include "app/indicators/nst-indicator-detail.h"

#include "app/indicators/nst-indicator-form.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "indicators/nst-indicators.h"
#include "scheme/nst-indicator-measure.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* More records than these are told by their number alone. */
#define MOST_RECORDS 200

struct _NstIndicatorDetail
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *subject;
  GtkLabel *title;
  GtkLabel *source;
  GtkLabel *value;
  GtkImage *verdict_icon;
  GtkLabel *verdict;
  GtkListBox *facts;
  GtkBox *forms;
  GtkLabel *records_label;
  GtkListBox *records;
  GtkLabel *records_note;
};

G_DEFINE_FINAL_TYPE (NstIndicatorDetail, nst_indicator_detail, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  return row;
}

static void
add_fact (NstIndicatorDetail *self, const char *title, const char *text)
{
  if (text != NULL && text[0] != '\0')
    gtk_list_box_append (self->facts, make_row (title, text));
}

static char *
dup_target (const NstIndicatorValue *value)
{
  g_autofree char *target = nst_indicator_value_dup_target (value);
  const char *whose = value->target_supposed ? _ ("supposed")
                      : value->target_id > 0 ? _ ("set by the office")
                                             : _ ("set by the regulation");

  if (target == NULL)
    return NULL;
  if (value->target_note != NULL && !value->target_supposed)
    return g_strdup_printf ("%s, %s: %s", target, whose, value->target_note);
  return g_strdup_printf ("%s, %s", target, whose);
}

static void
show_facts (NstIndicatorDetail *self, const NstRuleContext *context, NstIndicatorItem *item)
{
  const NstIndicatorValue *value = nst_indicator_item_get_value (item);
  const NstIndicatorText *text = nst_scheme_find_indicator (context->scheme, value->code);
  g_autofree char *numbers = nst_indicator_value_dup_numbers (value);
  g_autofree char *target = dup_target (value);
  g_autofree char *origin = nst_indicator_value_dup_origin (value);

  clear_list (self->facts);
  add_fact (self, _ ("What is counted"),
            text != NULL && text->formula == NULL
                ? _ ("Entered by hand: the base does not know it")
            : text != NULL ? text->words
                           : NULL);
  add_fact (self, _ ("School year"), value->school_year);
  if (value->supposed)
    add_fact (self, _ ("What if"), nst_indicator_item_get_cell (item, 3));
  add_fact (self, _ ("Numbers"), numbers);
  add_fact (self, _ ("Target"), target);
  add_fact (self, _ ("Typed value"), origin);
  add_fact (self, _ ("Note"), value->note);
  gtk_widget_set_visible (GTK_WIDGET (self->facts),
                          gtk_list_box_get_row_at_index (self->facts, 0) != NULL);
}

static void
show_verdict (NstIndicatorDetail *self, const NstIndicatorValue *value)
{
  g_autofree char *label = nst_indicator_value_dup_label (value);

  gtk_label_set_text (self->value, label);
  gtk_label_set_text (self->verdict, nst_indicator_verdict_get_title (value->verdict));
  gtk_image_set_from_icon_name (self->verdict_icon,
                                nst_indicator_item_get_verdict_icon (value->verdict));
  gtk_widget_remove_css_class (GTK_WIDGET (self->verdict_icon), "success");
  gtk_widget_remove_css_class (GTK_WIDGET (self->verdict_icon), "warning");
  if (value->verdict == NST_INDICATOR_MEETS || value->verdict == NST_INDICATOR_MISSES)
    gtk_widget_add_css_class (GTK_WIDGET (self->verdict_icon),
                              value->verdict == NST_INDICATOR_MEETS ? "success" : "warning");
}

/* Not where it is answered in words. */
static gboolean
takes_target (const NstRuleContext *context, const NstIndicatorValue *value)
{
  const NstIndicatorText *text = nst_scheme_find_indicator (context->scheme, value->code);
  NstIndicatorMeasure measure =
      text != NULL ? nst_indicator_text_get_measure (text) : NST_INDICATOR_WORDS;

  return measure == NST_INDICATOR_PERCENT || measure == NST_INDICATOR_COUNT;
}

/* What the scenario supposes of it, or 0. */
static gint64
find_supposed (const NstRuleContext *context, const NstIndicatorPlace *place)
{
  g_autoptr (GPtrArray) records =
      nst_source_list (context->source, "scenario_value", "code", place->code);

  for (guint i = 0; i < records->len; i++)
    if (nst_record_get_ref (records->pdata[i], "scenario") == place->scenario &&
        nst_record_get_int (records->pdata[i], "year") == place->year &&
        nst_record_get_bool (records->pdata[i], "target") == place->target)
      return nst_record_get_id (records->pdata[i]);
  return 0;
}

/* In a scenario nothing but suppositions is typed. */
static void
show_supposed_forms (NstIndicatorDetail *self, NstOffice *office, const NstRuleContext *context,
                     NstIndicatorPlace *place, gboolean target)
{
  for (place->target = FALSE; place->target <= target; place->target++)
    gtk_box_append (self->forms, nst_indicator_form_new (office, "scenario_value", place,
                                                         find_supposed (context, place)));
}

/* Only the whole office and territories have typed values, not single programmes. */
static void
show_forms (NstIndicatorDetail *self, NstOffice *office, const NstRuleContext *context,
            NstIndicatorItem *item, gint64 territory, gint64 scenario)
{
  const NstIndicatorValue *value = nst_indicator_item_get_value (item);
  NstIndicatorPlace place = { value->code, g_date_get_year (&context->today), territory, scenario,
                              FALSE };
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->forms))) != NULL)
    gtk_box_remove (self->forms, old);
  gtk_widget_set_visible (GTK_WIDGET (self->forms),
                          nst_indicator_item_get_program (item) == NULL);
  if (nst_indicator_item_get_program (item) != NULL)
    return;
  if (scenario > 0)
    {
      show_supposed_forms (self, office, context, &place, takes_target (context, value));
      return;
    }
  gtk_box_append (self->forms,
                  nst_indicator_form_new (office, "indicator_value", &place, value->typed_id));
  if (takes_target (context, value))
    gtk_box_append (self->forms, nst_indicator_form_new (office, "indicator_target", &place,
                                                         value->target_id));
}

static GtkWidget *
make_record_row (NstRecord *record)
{
  GtkWidget *row =
      make_row (nst_record_get_title (record), _ (nst_record_get_kind (record)->label));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "nst-record", g_object_ref (record), g_object_unref);
  return row;
}

static void
show_records (NstIndicatorDetail *self, const NstRuleContext *context, NstIndicatorItem *item,
              gint64 territory)
{
  NstRecord *program = nst_indicator_item_get_program (item);
  const char *code = nst_indicator_item_get_value (item)->code;
  g_autoptr (GPtrArray) programs = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *note = NULL;

  clear_list (self->records);
  if (program != NULL)
    {
      programs = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (programs, g_object_ref (program));
    }
  else
    programs =
        nst_indicators_list_programs_in (context, g_date_get_year (&context->today), territory);
  records = nst_indicators_list_records_of (context, code, programs, territory, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->records_label), records != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->records), records != NULL && records->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->records_note), records != NULL);
  if (records == NULL)
    return;
  for (guint i = 0; i < MIN (records->len, MOST_RECORDS); i++)
    gtk_list_box_append (self->records, make_record_row (records->pdata[i]));
  note = records->len > MOST_RECORDS
             ? g_strdup_printf (_ ("The first %d of %u"), MOST_RECORDS, records->len)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records",
                                             records->len),
                                records->len);
  gtk_label_set_text (self->records_note, note);
}

static void
record_activated_cb (NstIndicatorDetail *self, GtkListBoxRow *row)
{
  NstRecord *record = g_object_get_data (G_OBJECT (row), "nst-record");

  nst_report_open (GTK_WIDGET (self), nst_record_get_kind (record)->name,
                   nst_record_get_id (record), NULL);
}

static void
nst_indicator_detail_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_INDICATOR_DETAIL);
  G_OBJECT_CLASS (nst_indicator_detail_parent_class)->dispose (object);
}

static void
nst_indicator_detail_class_init (NstIndicatorDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_indicator_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "indicators/nst-indicator-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, content);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, subject);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, title);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, source);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, value);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, verdict);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, forms);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, records_label);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, records);
  gtk_widget_class_bind_template_child (widget_class, NstIndicatorDetail, records_note);
  gtk_widget_class_bind_template_callback (widget_class, record_activated_cb);
}

static void
nst_indicator_detail_init (NstIndicatorDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nst_indicator_detail_show:
 * @self: a detail
 * @office: at whose base
 * @context: scheme, source and the day of the value
 * @item: the line of the table
 * @territory: number of a territory; 0 for the whole office
 * @scenario: number of a scenario; 0 for facts; -1 to type nothing
 */
void
nst_indicator_detail_show (NstIndicatorDetail *self, NstOffice *office,
                           const NstRuleContext *context, NstIndicatorItem *item,
                           gint64 territory, gint64 scenario)
{
  const NstIndicatorValue *value;
  g_autofree char *source = NULL;

  g_return_if_fail (NST_IS_INDICATOR_DETAIL (self) && context != NULL && item != NULL);

  value = nst_indicator_item_get_value (item);
  source = g_strdup_printf ("%s · %s · %s", value->code, value->unit, value->source);
  gtk_label_set_text (self->subject, nst_indicator_item_get_cell (item, 0));
  gtk_label_set_text (self->title, value->title);
  gtk_label_set_text (self->source, source);
  show_verdict (self, value);
  show_facts (self, context, item);
  show_forms (self, office, context, item, territory, scenario);
  show_records (self, context, item, territory);
}
