/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators as a table. */
#include "config.h"

#include "app/indicators/nst-indicators-table.h"

#include "app/widgets/nst-row-name.h"

#include <glib/gi18n.h>

#define NAME_COLUMN 2
#define VALUE_COLUMN 3
#define NUMBERS_COLUMN 4
#define VERDICT_COLUMN 6

struct _NstIndicatorsTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GListStore *items;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstIndicatorsTable, nst_indicators_table, GTK_TYPE_WIDGET)

static gboolean
is_number (guint column)
{
  return column == 3 || column == 4 || column == 5;
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);
  guint column = GPOINTER_TO_UINT (data);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (column) ? 1.0f : 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_number (column))
    gtk_widget_add_css_class (label, "numeric");
  if (column == NAME_COLUMN)
    gtk_label_set_width_chars (GTK_LABEL (label), 18);
  else if (column == VALUE_COLUMN)
    gtk_label_set_width_chars (GTK_LABEL (label), 14);
  else if (column == NUMBERS_COLUMN)
    gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_list_item_set_child (item, label);
}

/* The verdict is told by an icon and in words. */
static void
setup_verdict_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_verdict_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  NstIndicatorItem *line = gtk_list_item_get_item (item);
  NstIndicatorVerdict verdict = nst_indicator_item_get_value (line)->verdict;
  const char *text = nst_indicator_item_get_cell (line, VERDICT_COLUMN);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *name =
      g_strdup_printf ("%s: %s", nst_indicator_item_get_heading (VERDICT_COLUMN), text);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), nst_indicator_item_get_verdict_icon (verdict));
  gtk_widget_remove_css_class (icon, "success");
  gtk_widget_remove_css_class (icon, "warning");
  if (verdict == NST_INDICATOR_MEETS || verdict == NST_INDICATOR_MISSES)
    gtk_widget_add_css_class (icon, verdict == NST_INDICATOR_MEETS ? "success" : "warning");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (icon)), text);
  nst_row_set_name (item, name, nst_indicator_item_get_cell (line, NAME_COLUMN));
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer data)
{
  NstIndicatorItem *line = gtk_list_item_get_item (item);
  guint column = GPOINTER_TO_UINT (data);
  const char *text = nst_indicator_item_get_cell (line, column);
  g_autofree char *name =
      g_strdup_printf ("%s: %s", nst_indicator_item_get_heading (column), text);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
  nst_row_set_name (item, name, nst_indicator_item_get_cell (line, NAME_COLUMN));
}

static void
add_columns (GtkColumnView *view)
{
  for (guint i = 0; i < NST_INDICATOR_N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup",
                        i == VERDICT_COLUMN ? G_CALLBACK (setup_verdict_cb)
                                            : G_CALLBACK (setup_cb),
                        GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind",
                        i == VERDICT_COLUMN ? G_CALLBACK (bind_verdict_cb) : G_CALLBACK (bind_cb),
                        GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (nst_indicator_item_get_heading (i), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == NAME_COLUMN);
      gtk_column_view_append_column (view, column);
      g_object_unref (column);
    }
}

static void
nst_indicators_table_dispose (GObject *object)
{
  NstIndicatorsTable *self = NST_INDICATORS_TABLE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (nst_indicators_table_parent_class)->dispose (object);
}

static void
activated_cb (NstIndicatorsTable *self, guint position)
{
  g_autoptr (NstIndicatorItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
nst_indicators_table_class_init (NstIndicatorsTableClass *klass)
{
  /**
   * NstIndicatorsTable::chosen:
   * @self: a table
   * @item: the line that was clicked, or on which Enter was pressed
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_INDICATOR_ITEM);
  G_OBJECT_CLASS (klass)->dispose = nst_indicators_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nst_indicators_table_init (NstIndicatorsTable *self)
{
  GtkSingleSelection *model;
  GtkWidget *view;

  self->items = g_list_store_new (NST_TYPE_INDICATOR_ITEM);
  model = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (model, FALSE);
  gtk_single_selection_set_can_unselect (model, TRUE);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (model));
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (view), TRUE);
  g_signal_connect_object (view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Indicators"), -1);
  add_columns (GTK_COLUMN_VIEW (view));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), view);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

void
nst_indicators_table_clear (NstIndicatorsTable *self)
{
  g_return_if_fail (NST_IS_INDICATORS_TABLE (self));

  g_list_store_remove_all (self->items);
}

void
nst_indicators_table_add (NstIndicatorsTable *self, const char *subject, NstRecord *program,
                          GPtrArray *values)
{
  g_return_if_fail (NST_IS_INDICATORS_TABLE (self));

  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (NstIndicatorItem) item =
          nst_indicator_item_new (subject, program, g_ptr_array_index (values, i));

      g_list_store_append (self->items, item);
    }
}

void
nst_indicators_table_add_what_if (NstIndicatorsTable *self, const char *subject, GPtrArray *facts,
                                  GPtrArray *values)
{
  g_return_if_fail (NST_IS_INDICATORS_TABLE (self) && facts->len == values->len);

  for (guint i = 0; i < values->len; i++)
    {
      g_autoptr (NstIndicatorItem) item =
          nst_indicator_item_new (subject, NULL, g_ptr_array_index (values, i));

      nst_indicator_item_set_fact (item, g_ptr_array_index (facts, i));
      g_list_store_append (self->items, item);
    }
}

static gint64
get_program_id (NstIndicatorItem *item)
{
  NstRecord *program = nst_indicator_item_get_program (item);

  return program != NULL ? nst_record_get_id (program) : 0;
}

NstIndicatorItem *
nst_indicators_table_find (NstIndicatorsTable *self, const char *code, NstRecord *program)
{
  gint64 id = program != NULL ? nst_record_get_id (program) : 0;
  GListModel *items = G_LIST_MODEL (self->items);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (NstIndicatorItem) item = g_list_model_get_item (items, i);

      if (g_strcmp0 (nst_indicator_item_get_value (item)->code, code) == 0 &&
          get_program_id (item) == id)
        return g_steal_pointer (&item);
    }
  return NULL;
}
