/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on a card, under its title, with its table to unfold. */
#include "config.h"

#include "app/widgets/nst-chart-card.h"

#include "app/widgets/nst-chart-area.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstChartCard
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title_label;
  GtkLabel *note_label;
  NstChartArea *area;
  GtkExpander *expander;
  GtkScrolledWindow *table;
};

enum
{
  PROP_TITLE = 1,
};

G_DEFINE_FINAL_TYPE (NstChartCard, nst_chart_card, GTK_TYPE_WIDGET)

static GtkWidget *
make_cell (const char *text, gboolean heading, gboolean first)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), first ? 0 : 1);
  gtk_widget_set_hexpand (label, first);
  if (heading)
    gtk_widget_add_css_class (label, "caption-heading");
  else if (!first)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* Made when it is unfolded first: most tables are never looked at. */
static void
expanded_cb (NstChartCard *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  GtkWidget *grid;

  if (!gtk_expander_get_expanded (self->expander) ||
      gtk_scrolled_window_get_child (self->table) != NULL)
    return;
  rows = nst_chart_area_list_rows (self->area);
  if (rows == NULL)
    return;
  grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 6);
  for (guint i = 0; i < rows->len; i++)
    {
      GStrv row = g_ptr_array_index (rows, i);

      for (guint k = 0; row[k] != NULL; k++)
        gtk_grid_attach (GTK_GRID (grid), make_cell (row[k], i == 0, k == 0), (int) k, (int) i, 1,
                         1);
    }
  gtk_scrolled_window_set_child (self->table, grid);
}

static void
set_title (NstChartCard *self, const char *title)
{
  g_autofree char *name = g_strdup_printf (_ ("Table: %s"), title);

  gtk_label_set_text (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
nst_chart_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NstChartCard *self = NST_CHART_CARD (object);

  switch (id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_chart_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_CHART_CARD);
  G_OBJECT_CLASS (nst_chart_card_parent_class)->dispose (object);
}

static void
nst_chart_card_class_init (NstChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_type_ensure (NST_TYPE_CHART_AREA);
  object_class->set_property = nst_chart_card_set_property;
  object_class->dispose = nst_chart_card_dispose;
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "widgets/nst-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NstChartCard, content);
  gtk_widget_class_bind_template_child (widget_class, NstChartCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, NstChartCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, NstChartCard, area);
  gtk_widget_class_bind_template_child (widget_class, NstChartCard, expander);
  gtk_widget_class_bind_template_child (widget_class, NstChartCard, table);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
nst_chart_card_init (NstChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nst_chart_card_show:
 * @self: a card
 * @note: (nullable): stands beside the title
 * @plot: (nullable): kind of chart; %NULL hides the card
 * @data: (transfer full) (nullable): what it is drawn from
 */
void
nst_chart_card_show (NstChartCard *self, const char *note, const NstPlot *plot, gpointer data)
{
  g_return_if_fail (NST_IS_CHART_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self), plot != NULL);
  gtk_scrolled_window_set_child (self->table, NULL);
  if (plot == NULL)
    return;
  gtk_label_set_text (self->note_label, note != NULL ? note : "");
  nst_chart_area_show (self->area, plot, data);
  expanded_cb (self);
}
