/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text view that is as high as its text at the width it gets. */
#include "config.h"

#include "app/widgets/nst-text-area.h"

struct _NstTextArea
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (NstTextArea, nst_text_area, GTK_TYPE_TEXT_VIEW)

static int
measure_text (GtkWidget *widget, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;
  int height;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* The text view itself answers with the height that it was last laid out with, at whatever
 * width that was: a line too few or too many. */
static void
nst_text_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (nst_text_area_parent_class)
      ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  *minimum = *natural = gtk_text_view_get_top_margin (view) +
                        gtk_text_view_get_bottom_margin (view) +
                        measure_text (widget, for_size - gtk_text_view_get_left_margin (view) -
                                                  gtk_text_view_get_right_margin (view));
}

static GtkSizeRequestMode
nst_text_area_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nst_text_area_class_init (NstTextAreaClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = nst_text_area_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = nst_text_area_get_request_mode;
}

static void
nst_text_area_init (NstTextArea *self)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

GtkWidget *
nst_text_area_new (void)
{
  return g_object_new (NST_TYPE_TEXT_AREA, NULL);
}
