/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages under each other, scrolled and zoomed. */
#include "config.h"

#include "app/widgets/nst-page-area.h"

#include <math.h>
#include <poppler.h>
#include <string.h>

#define MARGIN 18
#define GAP 14
/* Pixels a point at 100 %: a screen has 96 dots an inch, an inch 72 points. */
#define FULL_SIZE (96.0 / 72.0)

static const guint zoom_percents[] = { 25, 33, 50, 67, 75, 90, 100, 125, 150, 200, 300, 400 };

struct _NstPageArea
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled;
  GtkBox *box;
  GPtrArray *papers;
  double zoom;
  gboolean fits_page;
  double middle; /* what was in the middle before a zoom, as a share of the whole; -1: nothing */
  guint asked;   /* page that a person went to, as long as it stays where it was put */
  double asked_value; /* -1: none */
  double turned;      /* of the wheel, in notches */
  guint page;
  guint update_id;
};

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstPageArea, nst_page_area, GTK_TYPE_WIDGET)

static gboolean
get_extent (NstPageArea *self, guint page, double *top, double *bottom)
{
  graphene_rect_t bounds;
  GtkWidget *paper = g_ptr_array_index (self->papers, page);

  if (!gtk_widget_compute_bounds (paper, GTK_WIDGET (self->box), &bounds))
    return FALSE;
  *top = (double) bounds.origin.y;
  *bottom = *top + (double) bounds.size.height;
  return TRUE;
}

static void
set_papers_zoom (NstPageArea *self, double zoom)
{
  self->zoom = zoom;
  for (guint i = 0; i < self->papers->len; i++)
    nst_paper_set_zoom (g_ptr_array_index (self->papers, i), zoom);
}

/* The first page tells the size of all: a landscape appendix is as wide as it comes. */
static void
fit_page (NstPageArea *self)
{
  double width = 0;
  double height = 0;
  double zoom;

  if (!self->fits_page || self->papers->len == 0)
    return;
  nst_paper_get_size (g_ptr_array_index (self->papers, 0), &width, &height);
  if (width <= 0 || height <= 0)
    return;
  zoom = MIN ((gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN) / width,
              (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * GAP) / height);
  if (zoom > 0)
    set_papers_zoom (self, zoom);
}

static void
keep_middle (NstPageArea *self, GtkAdjustment *adjustment)
{
  double share = self->middle;
  double size = gtk_adjustment_get_page_size (adjustment);

  self->middle = -1;
  if (share >= 0)
    gtk_adjustment_set_value (adjustment,
                              share * gtk_adjustment_get_upper (adjustment) - size / 2);
}

/* Only what is on screen, and half a screen around it, keeps a picture of itself. */
static gboolean
update_idle_cb (gpointer data)
{
  NstPageArea *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double value;
  double size;
  guint page = 0;

  self->update_id = 0;
  fit_page (self);
  keep_middle (self, adjustment);
  value = gtk_adjustment_get_value (adjustment);
  size = gtk_adjustment_get_page_size (adjustment);
  for (guint i = 0; i < self->papers->len; i++)
    {
      double top = 0;
      double bottom = 0;

      if (!get_extent (self, i, &top, &bottom))
        continue;
      nst_paper_set_in_sight (g_ptr_array_index (self->papers, i),
                              bottom > value - size / 2 && top < value + size * 1.5);
      if (top <= value + size / 2)
        page = i;
    }
  /* The last pages may be too short to come to the top: still, they were asked for. */
  if (fabs (value - self->asked_value) < 1 && self->asked < self->papers->len)
    page = self->asked;
  else
    self->asked_value = -1;
  self->page = page;
  g_signal_emit (self, signals[MOVED], 0);
  return G_SOURCE_REMOVE;
}

static void
queue_update (NstPageArea *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (GTK_PRIORITY_RESIZE + 15, update_idle_cb, self, NULL);
}

/* What a person looks at stays in the middle, whatever the pages grow to. */
static void
set_zoom (NstPageArea *self, double zoom, gboolean fits_page)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double upper = gtk_adjustment_get_upper (adjustment);
  double size = gtk_adjustment_get_page_size (adjustment);

  if (upper > size && gtk_adjustment_get_value (adjustment) > 0)
    self->middle = (gtk_adjustment_get_value (adjustment) + size / 2) / upper;
  self->fits_page = fits_page;
  gtk_scrolled_window_set_policy (self->scrolled,
                                  zoom > 0 || fits_page ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  set_papers_zoom (self, zoom);
  queue_update (self);
}

static void
set_n_papers (NstPageArea *self, guint count)
{
  while (self->papers->len > count)
    {
      GtkWidget *paper = g_ptr_array_index (self->papers, self->papers->len - 1);

      gtk_box_remove (self->box, paper);
      g_ptr_array_set_size (self->papers, (int) self->papers->len - 1);
    }
  while (self->papers->len < count)
    {
      GtkWidget *paper = nst_paper_new ();

      nst_paper_set_zoom (NST_PAPER (paper), self->zoom);
      gtk_box_append (self->box, paper);
      g_ptr_array_add (self->papers, paper);
    }
}

static void
size_allocated (GtkWidget *widget, int width, int height, int baseline)
{
  NstPageArea *self = NST_PAGE_AREA (widget);

  gtk_widget_allocate (GTK_WIDGET (self->scrolled), width, height, baseline, NULL);
  queue_update (self);
}

static void
area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
              int *natural, int *minimum_baseline, int *natural_baseline)
{
  NstPageArea *self = NST_PAGE_AREA (widget);

  gtk_widget_measure (GTK_WIDGET (self->scrolled), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
nst_page_area_dispose (GObject *object)
{
  NstPageArea *self = NST_PAGE_AREA (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  if (self->scrolled != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scrolled));
  self->scrolled = NULL;
  G_OBJECT_CLASS (nst_page_area_parent_class)->dispose (object);
}

static void
nst_page_area_class_init (NstPageAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nst_page_area_dispose;
  widget_class->size_allocate = size_allocated;
  widget_class->measure = area_measure;
  signals[MOVED] = g_signal_new ("moved", NST_TYPE_PAGE_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller, double dx G_GNUC_UNUSED, double dy,
             NstPageArea *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  self->turned += dy;
  if (fabs (self->turned) >= 1)
    {
      nst_page_area_zoom (self, self->turned < 0 ? 1 : -1);
      self->turned = 0;
    }
  return GDK_EVENT_STOP;
}

/* Ctrl and the wheel; a touchpad tells of parts of a notch. */
static void
watch_wheel (NstPageArea *self)
{
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scrolled_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}

static void
nst_page_area_init (NstPageArea *self)
{
  GtkAdjustment *adjustment;

  self->papers = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), MARGIN);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), MARGIN);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), GAP);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), GAP);

  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->box));
  gtk_widget_add_css_class (GTK_WIDGET (self->scrolled), "desk");
  gtk_widget_set_parent (GTK_WIDGET (self->scrolled), GTK_WIDGET (self));
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  self->middle = -1;
  self->asked_value = -1;
  watch_wheel (self);
}

static gboolean
is_pdf (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 5 && memcmp (data, "%PDF-", 5) == 0;
}

/**
 * nst_page_area_set_bytes:
 * @bytes: a PDF or a picture that GTK can read
 *
 * Returns: %FALSE if and only if @error is set
 */
gboolean
nst_page_area_set_bytes (NstPageArea *self, GBytes *bytes, GError **error)
{
  g_autoptr (GObject) kept = NULL;
  PopplerDocument *document;
  guint count;

  g_return_val_if_fail (NST_IS_PAGE_AREA (self), FALSE);

  if (!is_pdf (bytes))
    {
      g_autoptr (GdkTexture) picture = gdk_texture_new_from_bytes (bytes, error);

      if (picture == NULL)
        return FALSE;
      set_n_papers (self, 1);
      nst_paper_set_picture (g_ptr_array_index (self->papers, 0), picture, 1, 1);
      queue_update (self);
      return TRUE;
    }

  document = poppler_document_new_from_bytes (bytes, NULL, error);
  if (document == NULL)
    return FALSE;
  kept = G_OBJECT (document);
  count = (guint) poppler_document_get_n_pages (document);
  set_n_papers (self, count);
  for (guint i = 0; i < count; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, (int) i);

      if (page != NULL)
        nst_paper_set_page (g_ptr_array_index (self->papers, i), page, i + 1, count);
      g_clear_object (&page);
    }
  queue_update (self);
  return TRUE;
}

/**
 * nst_page_area_set_pages:
 * @self: an area
 * @pages: a document that was laid out; drawn as it will be printed, without a file between
 */
void
nst_page_area_set_pages (NstPageArea *self, NstPages *pages)
{
  g_return_if_fail (NST_IS_PAGE_AREA (self));
  g_return_if_fail (NST_IS_PAGES (pages));

  set_n_papers (self, nst_pages_get_count (pages));
  for (guint i = 0; i < self->papers->len; i++)
    nst_paper_set_drawing (g_ptr_array_index (self->papers, i), pages, i);
  queue_update (self);
}

void
nst_page_area_clear (NstPageArea *self)
{
  g_return_if_fail (NST_IS_PAGE_AREA (self));

  set_n_papers (self, 0);
  queue_update (self);
}

guint
nst_page_area_get_n_pages (NstPageArea *self)
{
  g_return_val_if_fail (NST_IS_PAGE_AREA (self), 0);
  return self->papers->len;
}

/**
 * nst_page_area_get_paper:
 * @self: an area
 * @page: from 0
 *
 * Returns: (transfer none) (nullable): the sheet
 */
NstPaper *
nst_page_area_get_paper (NstPageArea *self, guint page)
{
  g_return_val_if_fail (NST_IS_PAGE_AREA (self), NULL);
  return page < self->papers->len ? g_ptr_array_index (self->papers, page) : NULL;
}

/**
 * nst_page_area_get_page:
 *
 * Returns: the page that fills most of the area, from 0
 */
guint
nst_page_area_get_page (NstPageArea *self)
{
  g_return_val_if_fail (NST_IS_PAGE_AREA (self), 0);
  return self->page;
}

void
nst_page_area_set_page (NstPageArea *self, guint page)
{
  GtkAdjustment *adjustment;
  double top = 0;
  double bottom = 0;

  g_return_if_fail (NST_IS_PAGE_AREA (self));

  if (page >= self->papers->len || !get_extent (self, page, &top, &bottom))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  gtk_adjustment_set_value (adjustment, page == 0 ? 0 : top);
  self->asked = page;
  self->asked_value = gtk_adjustment_get_value (adjustment);
  queue_update (self);
}

guint
nst_page_area_get_percent (NstPageArea *self)
{
  NstPaper *paper;

  g_return_val_if_fail (NST_IS_PAGE_AREA (self), 0);

  if (self->papers->len == 0)
    return 0;
  paper = g_ptr_array_index (self->papers, MIN (self->page, self->papers->len - 1));
  return (guint) lround (nst_paper_get_shown_zoom (paper) / FULL_SIZE * 100);
}

/**
 * nst_page_area_zoom:
 * @steps: how many of the usual percentages nearer (positive) or farther (negative)
 */
void
nst_page_area_zoom (NstPageArea *self, int steps)
{
  guint now;
  guint next;

  g_return_if_fail (NST_IS_PAGE_AREA (self));

  now = nst_page_area_get_percent (self);
  if (now == 0)
    return;
  next = now;
  for (guint i = 0; i < G_N_ELEMENTS (zoom_percents) && steps > 0 && next <= now; i++)
    next = zoom_percents[i];
  for (guint i = G_N_ELEMENTS (zoom_percents); i > 0 && steps < 0 && next >= now; i--)
    next = zoom_percents[i - 1];
  set_zoom (self, next / 100.0 * FULL_SIZE, FALSE);
}

void
nst_page_area_set_percent (NstPageArea *self, guint percent)
{
  g_return_if_fail (NST_IS_PAGE_AREA (self));
  set_zoom (self, percent / 100.0 * FULL_SIZE, FALSE);
}

void
nst_page_area_fit (NstPageArea *self)
{
  g_return_if_fail (NST_IS_PAGE_AREA (self));
  set_zoom (self, 0, FALSE);
}

void
nst_page_area_fit_page (NstPageArea *self)
{
  g_return_if_fail (NST_IS_PAGE_AREA (self));
  set_zoom (self, 0, TRUE);
}
