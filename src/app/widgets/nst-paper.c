/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One white sheet on the screen: a page of a document or of a PDF, or a scanned picture. */
#include "config.h"

#include "app/widgets/nst-paper.h"

#include <glib/gi18n.h>
#include <math.h>

/* Narrower than this no letter can be told from another, so we scroll instead. */
#define SMALLEST_WIDTH 200
/* Pixels a point beyond which a page that only fits the window is not blown up: 120 %. */
#define FIT_LIMIT 1.6
/* Points a pixel of a scan whose resolution nobody told: 150 dots an inch. */
#define SCAN_POINTS (72.0 / 150.0)

struct _NstPaper
{
  GtkWidget parent_instance;

  NstPages *pages; /* one of: a page of these, */
  guint index;
  PopplerPage *page;   /* a page of a file, */
  GdkTexture *picture; /* a scan */
  GdkTexture *drawn;
  GArray *gaps; /* NstPageGap: where a field is missing */
  double width;
  double height;
  double zoom;
  guint redraw_id;
  guint describe_id;
  gboolean in_sight;
};

G_DEFINE_FINAL_TYPE (NstPaper, nst_paper, GTK_TYPE_WIDGET)

static GdkTexture *
draw_page (NstPaper *self, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) pixels = NULL;
  gsize stride;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / self->width, height / self->height);
  if (self->pages != NULL)
    nst_pages_draw (self->pages, self->index, cr);
  else
    poppler_page_render (self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  stride = (gsize) cairo_image_surface_get_stride (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, stride);
}

static gboolean
redraw_idle_cb (gpointer data)
{
  NstPaper *self = data;

  self->redraw_id = 0;
  g_clear_object (&self->drawn);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* A tint over each rule that should be a value; a click on it leads to the field. */
static void
snapshot_gaps (NstPaper *self, GtkSnapshot *snapshot, float width, float height)
{
  const GdkRGBA tint = { 0.9f, 0.65f, 0.04f, 0.3f };
  float x = width / (float) self->width;
  float y = height / (float) self->height;

  for (guint i = 0; self->gaps != NULL && i < self->gaps->len; i++)
    {
      const NstPageGap *gap = &g_array_index (self->gaps, NstPageGap, i);
      graphene_rect_t area = GRAPHENE_RECT_INIT ((float) gap->x * x, (float) gap->y * y,
                                                 (float) gap->width * x, (float) gap->height * y);

      gtk_snapshot_append_color (snapshot, &tint, &area);
    }
}

static const NstPageGap *
find_gap (NstPaper *self, double x, double y)
{
  x *= self->width / MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
  y *= self->height / MAX (1, gtk_widget_get_height (GTK_WIDGET (self)));
  for (guint i = 0; self->gaps != NULL && i < self->gaps->len; i++)
    {
      const NstPageGap *gap = &g_array_index (self->gaps, NstPageGap, i);

      if (x >= gap->x && x <= gap->x + gap->width && y >= gap->y && y <= gap->y + gap->height)
        return gap;
    }
  return NULL;
}

/* What is on screen while a window is being dragged is stretched, and drawn sharp after. */
static void
prepare_drawn (NstPaper *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * scale;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * scale;

  if ((self->page == NULL && self->pages == NULL) || width <= 0 || height <= 0)
    return;
  if (self->drawn == NULL)
    self->drawn = draw_page (self, width, height);
  else if (gdk_texture_get_width (self->drawn) != width && self->redraw_id == 0)
    self->redraw_id = g_idle_add_full (G_PRIORITY_LOW, redraw_idle_cb, self, NULL);
}

static void
nst_paper_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NstPaper *self = NST_PAPER (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  graphene_rect_t sheet = GRAPHENE_RECT_INIT (0, 0, width, height);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shade = { 0, 0, 0, 0.35f };
  GskRoundedRect outline;
  GdkTexture *texture;

  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  if (!self->in_sight)
    return;

  prepare_drawn (self);
  texture = self->picture != NULL ? self->picture : self->drawn;
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &sheet);
  snapshot_gaps (self, snapshot, width, height);
}

static GtkSizeRequestMode
nst_paper_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nst_paper_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  NstPaper *self = NST_PAPER (widget);
  gboolean fits = self->zoom <= 0;
  double zoom = fits ? FIT_LIMIT : self->zoom;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = (int) ceil (self->width * zoom);
      *minimum = fits ? MIN (SMALLEST_WIDTH, *natural) : *natural;
      return;
    }
  if (fits && for_size > 0 && self->width > 0)
    zoom = MIN (for_size / self->width, FIT_LIMIT);
  else if (fits && self->width > 0)
    zoom = SMALLEST_WIDTH / self->width;
  *minimum = *natural = (int) ceil (self->height * zoom);
}

static void
forget (NstPaper *self)
{
  g_clear_handle_id (&self->redraw_id, g_source_remove);
  g_clear_handle_id (&self->describe_id, g_source_remove);
  g_clear_object (&self->pages);
  g_clear_object (&self->page);
  g_clear_object (&self->picture);
  g_clear_object (&self->drawn);
  g_clear_pointer (&self->gaps, g_array_unref);
}

static void
nst_paper_dispose (GObject *object)
{
  forget (NST_PAPER (object));
  G_OBJECT_CLASS (nst_paper_parent_class)->dispose (object);
}

static void
nst_paper_class_init (NstPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_paper_dispose;
  widget_class->snapshot = nst_paper_snapshot;
  widget_class->measure = nst_paper_measure;
  widget_class->get_request_mode = nst_paper_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pressed_cb (NstPaper *self, int presses G_GNUC_UNUSED, double x, double y)
{
  const NstPageGap *gap = find_gap (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (gap != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "preview.missing", "u", gap->missing);
}

static void
moved_cb (NstPaper *self, double x, double y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_gap (self, x, y) != NULL ? "pointer" : NULL);
}

static void
nst_paper_init (NstPaper *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  /* Who has clicked on a page turns and enlarges this one by keys. */
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
}

GtkWidget *
nst_paper_new (void)
{
  return g_object_new (NST_TYPE_PAPER, NULL);
}

/* The row that it stands in says which page it is. */
GtkWidget *
nst_paper_new_thumbnail (void)
{
  return g_object_new (NST_TYPE_PAPER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "focusable", FALSE, "can-target", FALSE, NULL);
}

static gboolean
is_thumbnail (NstPaper *self)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self)) ==
         GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

static void
describe (NstPaper *self, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static gboolean
describe_idle_cb (gpointer data)
{
  NstPaper *self = data;
  g_autofree char *text = NULL;

  self->describe_id = 0;
  text = self->pages != NULL ? nst_pages_dup_text (self->pages, self->index)
                             : poppler_page_get_text (self->page);
  describe (self, text);
  return G_SOURCE_REMOVE;
}

static void
show_anew (NstPaper *self, guint number, guint count)
{
  g_autofree char *label = g_strdup_printf (_ ("Page %u of %u"), number, count);

  if (!is_thumbnail (self))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
  /* After the frame that shows it: a screen reader comes later than the eye. */
  if (!is_thumbnail (self) && self->picture == NULL)
    self->describe_id = g_idle_add_full (G_PRIORITY_LOW, describe_idle_cb, self, NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nst_paper_set_drawing:
 * @self: a sheet
 * @pages: a document that has just been laid out
 * @index: which of its pages, from 0
 */
void
nst_paper_set_drawing (NstPaper *self, NstPages *pages, guint index)
{
  g_return_if_fail (NST_IS_PAPER (self));
  g_return_if_fail (NST_IS_PAGES (pages));

  forget (self);
  self->pages = g_object_ref (pages);
  self->index = index;
  self->gaps = nst_pages_list_gaps (pages, index);
  nst_pages_get_size (pages, index, &self->width, &self->height);
  show_anew (self, index + 1, nst_pages_get_count (pages));
}

void
nst_paper_set_page (NstPaper *self, PopplerPage *page, guint number, guint count)
{
  g_return_if_fail (NST_IS_PAPER (self));
  g_return_if_fail (POPPLER_IS_PAGE (page));

  forget (self);
  self->page = g_object_ref (page);
  poppler_page_get_size (page, &self->width, &self->height);
  show_anew (self, number, count);
}

void
nst_paper_set_picture (NstPaper *self, GdkTexture *picture, guint number, guint count)
{
  g_return_if_fail (NST_IS_PAPER (self));
  g_return_if_fail (GDK_IS_TEXTURE (picture));

  forget (self);
  self->picture = g_object_ref (picture);
  self->width = gdk_texture_get_width (picture) * SCAN_POINTS;
  self->height = gdk_texture_get_height (picture) * SCAN_POINTS;
  show_anew (self, number, count);
  describe (self, _ ("A scanned sheet, without text"));
}

/**
 * nst_paper_copy_drawing:
 * @self: a sheet, usually a small one
 * @other: the sheet whose page it shows too
 */
void
nst_paper_copy_drawing (NstPaper *self, NstPaper *other)
{
  g_return_if_fail (NST_IS_PAPER (self) && NST_IS_PAPER (other));

  forget (self);
  self->pages = other->pages != NULL ? g_object_ref (other->pages) : NULL;
  self->page = other->page != NULL ? g_object_ref (other->page) : NULL;
  self->picture = other->picture != NULL ? g_object_ref (other->picture) : NULL;
  self->index = other->index;
  self->width = other->width;
  self->height = other->height;
  show_anew (self, 0, 0);
}

void
nst_paper_get_size (NstPaper *self, double *width, double *height)
{
  g_return_if_fail (NST_IS_PAPER (self));

  *width = self->width;
  *height = self->height;
}

void
nst_paper_set_zoom (NstPaper *self, double zoom)
{
  g_return_if_fail (NST_IS_PAPER (self));

  if (fabs (self->zoom - zoom) < 0.0001)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
nst_paper_get_shown_zoom (NstPaper *self)
{
  g_return_val_if_fail (NST_IS_PAPER (self), 0);

  if (self->zoom > 0)
    return self->zoom;
  return self->width > 0 ? gtk_widget_get_width (GTK_WIDGET (self)) / self->width : 0;
}

void
nst_paper_set_in_sight (NstPaper *self, gboolean in_sight)
{
  g_return_if_fail (NST_IS_PAPER (self));

  if (self->in_sight == in_sight)
    return;
  self->in_sight = in_sight;
  if (!in_sight)
    g_clear_object (&self->drawn);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
