/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a document in small: where one is, and the way to another. */
#include "config.h"

#include "app/widgets/nst-page-strip.h"

#include <glib/gi18n.h>

/* Pixels; a landscape page is as wide and less high. */
#define WIDTH 92

struct _NstPageStrip
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled;
  GtkListBox *list;
  GPtrArray *papers;
  guint page;
  gboolean marking;
  guint update_id;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstPageStrip, nst_page_strip, GTK_TYPE_WIDGET)

/* Only what is seen is drawn: a register of a hundred pages costs no more than its first ones. */
static gboolean
update_idle_cb (gpointer data)
{
  NstPageStrip *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  float size = (float) gtk_adjustment_get_page_size (adjustment);

  self->update_id = 0;
  for (guint i = 0; i < self->papers->len; i++)
    {
      NstPaper *paper = g_ptr_array_index (self->papers, i);
      graphene_rect_t place;

      if (!gtk_widget_compute_bounds (GTK_WIDGET (paper), GTK_WIDGET (self->scrolled), &place))
        continue;
      nst_paper_set_in_sight (paper, gtk_widget_get_mapped (GTK_WIDGET (self)) &&
                                         place.origin.y + place.size.height > -size / 2 &&
                                         place.origin.y < size * 1.5F);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_update (NstPageStrip *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_LOW - 10, update_idle_cb, self, NULL);
}

/* The marked page is seen in the strip too. */
static void
scroll_to (NstPageStrip *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t place;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &place))
    gtk_adjustment_clamp_page (adjustment, (double) place.origin.y,
                               (double) (place.origin.y + place.size.height));
}

static void
row_selected_cb (NstPageStrip *self, GtkListBoxRow *row)
{
  if (self->marking || row == NULL)
    return;
  self->page = (guint) gtk_list_box_row_get_index (row);
  g_signal_emit (self, signals[CHOSEN], 0, self->page);
}

static void
add_row (NstPageStrip *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *paper = nst_paper_new_thumbnail ();
  g_autofree char *number = g_strdup_printf ("%u", self->papers->len + 1);
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), self->papers->len + 1);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), paper);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->papers, paper);
}

static void
set_n_rows (NstPageStrip *self, guint count)
{
  while (self->papers->len > count)
    {
      int last = (int) self->papers->len - 1;

      g_ptr_array_set_size (self->papers, last);
      gtk_list_box_remove (self->list,
                           GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, last)));
    }
  while (self->papers->len < count)
    add_row (self);
}

static void
nst_page_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nst_page_strip_parent_class)->map (widget);
  queue_update (NST_PAGE_STRIP (widget));
}

static void
nst_page_strip_dispose (GObject *object)
{
  NstPageStrip *self = NST_PAGE_STRIP (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  if (self->scrolled != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scrolled));
  self->scrolled = NULL;
  G_OBJECT_CLASS (nst_page_strip_parent_class)->dispose (object);
}

static void
nst_page_strip_class_init (NstPageStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_page_strip_dispose;
  widget_class->map = nst_page_strip_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagestrip");
  signals[CHOSEN] = g_signal_new ("chosen", NST_TYPE_PAGE_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
nst_page_strip_init (NstPageStrip *self)
{
  GtkAdjustment *adjustment;

  self->papers = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->scrolled), GTK_WIDGET (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
nst_page_strip_new (void)
{
  return g_object_new (NST_TYPE_PAGE_STRIP, NULL);
}

void
nst_page_strip_refill (NstPageStrip *self, NstPageArea *area)
{
  guint count;

  g_return_if_fail (NST_IS_PAGE_STRIP (self));
  g_return_if_fail (NST_IS_PAGE_AREA (area));

  count = nst_page_area_get_n_pages (area);
  self->marking = TRUE;
  set_n_rows (self, count);
  for (guint i = 0; i < count; i++)
    {
      NstPaper *paper = g_ptr_array_index (self->papers, i);
      double width = 0;
      double height = 0;

      nst_paper_copy_drawing (paper, nst_page_area_get_paper (area, i));
      nst_paper_get_size (paper, &width, &height);
      nst_paper_set_zoom (paper, width > 0 ? WIDTH / width : 0.1);
    }
  self->marking = FALSE;
  nst_page_strip_mark (self, nst_page_area_get_page (area));
  queue_update (self);
}

/**
 * nst_page_strip_mark:
 * @self: a strip
 * @page: the page that is seen, from 0; nobody is told that it was chosen
 */
void
nst_page_strip_mark (NstPageStrip *self, guint page)
{
  GtkListBoxRow *row;

  g_return_if_fail (NST_IS_PAGE_STRIP (self));

  row = gtk_list_box_get_row_at_index (self->list, (int) page);
  if (row == NULL || row == gtk_list_box_get_selected_row (self->list))
    return;
  self->page = page;
  self->marking = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->marking = FALSE;
  scroll_to (self, GTK_WIDGET (row));
}

void
nst_page_strip_focus (NstPageStrip *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (NST_IS_PAGE_STRIP (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
