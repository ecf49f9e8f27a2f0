/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbering of one sort of paper in one year, to look at and to change in place. */
#include "config.h"

#include "app/office/nst-series-card.h"

#include "app/widgets/nst-report.h"
#include "app/widgets/nst-ui.h"
#include "rules/nst-numbering.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

struct _NstSeriesCard
{
  GtkWidget parent_instance;

  GtkWidget *box; /* bound, so that it goes with the template */
  GtkLabel *title;
  GtkListBox *list;
  GtkWidget *automatic_row;
  GtkSwitch *automatic;
  GtkEditable *pattern;
  GtkEditable *first;

  NstOffice *office;
  char *paper;
  int year;
  GArray *offices;  /* gint64: who numbers papers of this sort */
  GPtrArray *rows;  /* one for each of them */
  gboolean showing; /* what is shown is no wish of a person */
};

G_DEFINE_FINAL_TYPE (NstSeriesCard, nst_series_card, GTK_TYPE_WIDGET)

static NstNumberSeries *
new_series (NstSeriesCard *self, NstRuleContext *context, gint64 office)
{
  nst_office_get_context (self->office, context);
  return nst_numbering_new (context, self->paper, office, self->year);
}

/* What stands in a row when nobody types. */
static char *
dup_shown (NstSeriesCard *self, GtkEditable *row)
{
  NstRuleContext context;
  g_autoptr (NstNumberSeries) series = new_series (self, &context, 0);

  if (row == self->pattern)
    return g_strdup (series->pattern);
  return series->first > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, series->first) : g_strdup ("");
}

static void
show_entry (NstSeriesCard *self, GtkEditable *row)
{
  g_autofree char *shown = dup_shown (self, row);

  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  if (g_strcmp0 (gtk_editable_get_text (row), shown) != 0)
    gtk_editable_set_text (row, shown);
}

static gboolean
put (NstSeriesCard *self, const char *field, const char *text)
{
  NstRuleContext context;
  g_autoptr (NstNumberSeries) series = new_series (self, &context, 0);
  g_autofree char *paper = nst_numbering_dup_title (&context, self->paper);
  g_autofree char *title = g_strdup_printf (_ ("Numbering of %d: %s"), self->year,
                                            paper != NULL ? paper : self->paper);
  g_autoptr (NstChange) change = nst_change_new (title);
  g_autoptr (GError) error = NULL;

  nst_numbering_set (&context, change, series, field, text);
  if (nst_store_apply (nst_office_get_store (self->office), change, &error))
    return TRUE;
  nst_report_error (GTK_WIDGET (self), error);
  return FALSE;
}

/* An empty row gives the matter back to the regulation. */
static void
save (NstSeriesCard *self, GtkEditable *row)
{
  g_autofree char *shown = dup_shown (self, row);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  if (g_strcmp0 (typed, shown) == 0)
    show_entry (self, row);
  else if (row == self->first && strspn (typed, "0123456789") != strlen (typed))
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else if (put (self, row == self->pattern ? "pattern" : "first", *typed != '\0' ? typed : NULL))
    show_entry (self, row);
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static void
activated_cb (GtkEditable *row, gpointer self)
{
  save (self, row);
}

static void
left_cb (GtkEventController *controller, gpointer self)
{
  save (self, GTK_EDITABLE (gtk_event_controller_get_widget (controller)));
}

/* Escape first takes back what was typed. */
static gboolean
key_cb (GtkEventController *controller, guint keyval, guint code G_GNUC_UNUSED,
        GdkModifierType state G_GNUC_UNUSED, gpointer self)
{
  GtkEditable *row = GTK_EDITABLE (gtk_event_controller_get_widget (controller));
  g_autofree char *shown = dup_shown (self, row);

  if (keyval != GDK_KEY_Escape || g_strcmp0 (gtk_editable_get_text (row), shown) == 0)
    return GDK_EVENT_PROPAGATE;
  show_entry (self, row);
  gtk_editable_set_position (row, -1);
  return GDK_EVENT_STOP;
}

static void
automatic_cb (NstSeriesCard *self)
{
  if (self->showing)
    return;
  if (!put (self, "by_hand", gtk_switch_get_active (self->automatic) ? NULL : "1"))
    nst_series_card_refresh (self);
}

static void
watch (NstSeriesCard *self, GtkEditable *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (activated_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (row), keys);
}

/* "Missing: 15, 18–20. Given twice: 7." */
static char *
dup_state (const NstRuleContext *context, const NstNumberSeries *series, gboolean *good)
{
  g_autofree char *gaps = nst_numbering_dup_gaps (context, series, 0);
  g_autofree char *twice = nst_numbering_dup_twice (context, series);
  g_autoptr (GPtrArray) papers = nst_numbering_list_papers (context, series);
  GString *text = g_string_new (NULL);

  *good = gaps == NULL && twice == NULL;
  if (gaps != NULL)
    g_string_append_printf (text, _ ("Missing: %s"), gaps);
  if (twice != NULL)
    g_string_append_printf (text, "%s", gaps != NULL ? "\n" : "");
  if (twice != NULL)
    g_string_append_printf (text, _ ("Given twice: %s"), twice);
  if (*good && papers->len > 0)
    g_string_append (text, _ ("No number is missing or given twice"));
  else if (*good)
    g_string_append (text, _ ("No paper of this year has a number yet"));
  return g_string_free (text, FALSE);
}

/* What an office's series has come to. */
static void
show_office (NstSeriesCard *self, guint position)
{
  GtkWidget *row = self->rows->pdata[position];
  gint64 id = g_array_index (self->offices, gint64, position);
  NstRuleContext context;
  g_autoptr (NstNumberSeries) series = new_series (self, &context, id);
  g_autoptr (NstRecord) office = nst_source_dup (context.source, "organisation", id);
  g_autofree char *next = nst_numbering_next (&context, series);
  g_autofree char *title = NULL;
  g_autofree char *state = NULL;
  gboolean good;

  state = dup_state (&context, series, &good);
  if (office != NULL && self->offices->len > 1)
    title = g_strdup_printf (_ ("Next number: %s (%s)"), next, nst_record_get_title (office));
  else
    title = g_strdup_printf (_ ("Next number: %s"), next);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), good ? NULL : "dialog-warning-symbolic");
}

/**
 * nst_series_card_refresh:
 * @self: a card
 *
 * Shows what the base says now; what is being typed stays.
 */
void
nst_series_card_refresh (NstSeriesCard *self)
{
  NstRuleContext context;
  g_autoptr (NstNumberSeries) series = new_series (self, &context, 0);
  g_autofree char *title = nst_numbering_dup_title (&context, self->paper);
  GtkEditable *const entries[] = { self->pattern, self->first };

  self->showing = TRUE;
  gtk_label_set_text (self->title, title != NULL ? title : self->paper);
  gtk_switch_set_active (self->automatic, !series->by_hand);
  self->showing = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!(gtk_widget_get_state_flags (GTK_WIDGET (entries[i])) & GTK_STATE_FLAG_FOCUS_WITHIN))
      show_entry (self, entries[i]);
  for (guint i = 0; i < self->offices->len; i++)
    show_office (self, i);
}

static void
add_offices (NstSeriesCard *self)
{
  for (guint i = 0; i < self->offices->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* Every card has the same rows: their names tell which. */
static void
name_row (NstSeriesCard *self, GtkWidget *row, GtkWidget *named)
{
  g_autofree char *name =
      g_strdup_printf ("%s: %s", gtk_label_get_text (self->title),
                       adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
name_rows (NstSeriesCard *self)
{
  GtkEditable *const entries[] = { self->pattern, self->first };

  name_row (self, self->automatic_row, GTK_WIDGET (self->automatic));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      name_row (self, GTK_WIDGET (entries[i]), GTK_WIDGET (entries[i]));
      name_row (self, GTK_WIDGET (entries[i]),
                GTK_WIDGET (gtk_editable_get_delegate (entries[i])));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title), -1);
}

/**
 * nst_series_card_new:
 * @office: at whose base
 * @paper: a sort of paper
 * @year: of the papers' dates
 * @offices: (element-type gint64): organisations that number such papers; 0 where it does not
 *   matter
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
nst_series_card_new (NstOffice *office, const char *paper, int year, GArray *offices)
{
  NstSeriesCard *self = g_object_new (NST_TYPE_SERIES_CARD, NULL);

  self->office = g_object_ref (office);
  self->paper = g_strdup (paper);
  self->year = year;
  self->offices = g_array_ref (offices);
  gtk_widget_set_visible (self->automatic_row, nst_numbering_has_own_number (paper));
  add_offices (self);
  nst_series_card_refresh (self);
  name_rows (self);
  return GTK_WIDGET (self);
}

static void
nst_series_card_dispose (GObject *object)
{
  NstSeriesCard *self = NST_SERIES_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_SERIES_CARD);
  g_clear_object (&self->office);
  g_clear_pointer (&self->paper, g_free);
  g_clear_pointer (&self->offices, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (nst_series_card_parent_class)->dispose (object);
}

static void
nst_series_card_class_init (NstSeriesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_series_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "office/nst-series-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NstSeriesCard, box);
  gtk_widget_class_bind_template_child (widget_class, NstSeriesCard, title);
  gtk_widget_class_bind_template_child (widget_class, NstSeriesCard, list);
  gtk_widget_class_bind_template_child (widget_class, NstSeriesCard, automatic_row);
  gtk_widget_class_bind_template_child (widget_class, NstSeriesCard, automatic);
  gtk_widget_class_bind_template_child (widget_class, NstSeriesCard, pattern);
  gtk_widget_class_bind_template_child (widget_class, NstSeriesCard, first);
}

static void
nst_series_card_init (NstSeriesCard *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  watch (self, self->pattern);
  watch (self, self->first);
  g_signal_connect_object (self->automatic, "notify::active", G_CALLBACK (automatic_cb), self,
                           G_CONNECT_SWAPPED);
}
