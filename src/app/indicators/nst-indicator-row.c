/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value with its bar and its verdict, as a row. */
#include "config.h"

#include "app/indicators/nst-indicator-row.h"

#include "app/widgets/nst-chart-area.h"
#include "app/widgets/nst-flip-box.h"
#include "charts/nst-charts.h"

#include <glib/gi18n.h>

#define BAR_WIDTH 150
#define BAR_HEIGHT 38
/* Longer values have several lines. */
#define MAX_LETTERS 28
/* Narrower rows have the bar under the words. */
#define WIDE_FROM 420

static void
draw_bar (cairo_t *cr, const NstChartTheme *theme, double width, double height, gpointer data)
{
  NstBulletBox box;

  nst_bullet_place (data, 0, 0, width, height, &box);
  nst_bullet_draw_bar (data, &box, cr, theme);
}

static GtkWidget *
make_label (const char *text, const char *style, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), wrap ? 3 : 1);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_words (const char *title, const char *detail, const NstIndicatorValue *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *numbers = nst_indicator_value_dup_numbers (value);
  g_autofree char *line = g_strdup (detail);

  if (line == NULL && numbers != NULL)
    line = value->source != NULL ? g_strdup_printf ("%s · %s", numbers, value->source)
                                 : g_strdup (numbers);
  else if (line == NULL)
    line = g_strdup (value->source);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), make_label (title != NULL ? title : value->title, NULL, TRUE));
  if (line != NULL)
    {
      GtkWidget *label = make_label (line, "caption", TRUE);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static GtkWidget *
make_verdict (const NstIndicatorValue *value)
{
  const char *title = nst_indicator_verdict_get_title (value->verdict);
  GtkWidget *icon;

  if (value->verdict != NST_INDICATOR_MEETS && value->verdict != NST_INDICATOR_MISSES)
    return NULL;
  icon = gtk_image_new_from_icon_name (value->verdict == NST_INDICATOR_MEETS
                                           ? "object-select-symbolic"
                                           : "dialog-warning-symbolic");
  gtk_widget_add_css_class (icon, value->verdict == NST_INDICATOR_MEETS ? "success" : "warning");
  gtk_widget_set_tooltip_text (icon, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return icon;
}

/* A count stays on the line of what it counts. */
static char *
dup_unbroken (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " – ", -1);

  return g_strjoinv ("\302\240–\302\240", parts);
}

/* Bar, value in words, verdict. */
static GtkWidget *
make_measure (const NstIndicatorValue *value, const char *name, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *unbroken = dup_unbroken (label);
  GtkWidget *words =
      make_label (unbroken,
                  value->text != NULL && !nst_indicator_value_is_planned (value) ? NULL
                                                                                 : "heading",
                  TRUE);
  GtkWidget *verdict = make_verdict (value);
  const int n_letters = (int) g_utf8_strlen (label, -1);
  const gboolean bar = value->text == NULL || nst_indicator_value_is_planned (value);

  if (bar)
    {
      GtkWidget *area = nst_chart_area_new ();

      nst_chart_area_set (NST_CHART_AREA (area), BAR_HEIGHT, name, draw_bar,
                          nst_charts_make_bullet (value), (GDestroyNotify) nst_bullet_free);
      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), BAR_WIDTH);
      gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), area);
    }
  gtk_label_set_xalign (GTK_LABEL (words), 1);
  gtk_label_set_width_chars (GTK_LABEL (words), bar ? 12 : MIN (n_letters, MAX_LETTERS));
  gtk_label_set_max_width_chars (GTK_LABEL (words), MAX_LETTERS);
  gtk_widget_add_css_class (words, "numeric");
  if (!nst_indicator_value_is_known (value))
    gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), words);
  if (verdict != NULL)
    gtk_box_append (GTK_BOX (box), verdict);
  return box;
}

/**
 * nst_indicator_row_new:
 * @title: (nullable): what stands at the left; %NULL for the indicator's name
 * @detail: (nullable): second line; %NULL for the numbers and the paragraph
 * @value: the value; copied
 */
GtkWidget *
nst_indicator_row_new (const char *title, const char *detail, const NstIndicatorValue *value)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = nst_flip_box_new ();
  g_autofree char *label = nst_indicator_value_dup_label (value);
  g_autofree char *name = g_strdup_printf ("%s: %s", title != NULL ? title : value->title, label);

  g_object_set (gtk_widget_get_layout_manager (box), "spacing", 12, "wide-from", WIDE_FROM, NULL);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_parent (make_words (title, detail, value), box);
  gtk_widget_set_parent (make_measure (value, name, label), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_tooltip_text (row, value->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}
