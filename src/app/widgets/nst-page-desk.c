/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages to look at: small ones at the side, which page, how large; perhaps a scan beside them. */
#include "config.h"

#include "app/widgets/nst-page-desk.h"

#include "app/widgets/nst-page-strip.h"
#include "app/widgets/nst-pane.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstPageDesk
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkToggleButton *strip_toggle;
  GtkLabel *page_label;
  GtkMenuButton *zoom_button;
  GtkLabel *zoom_label;
  GtkBox *end;
  GtkBox *below;
  AdwFlap *flap;
  NstPageStrip *strip;
  NstPageArea *paper;
  NstPageArea *scan;

  gboolean single; /* a paper of one page has no strip of pages */
  guint reveal_id;
};

static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstPageDesk, nst_page_desk, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static NstPageArea *
get_area (NstPageDesk *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->paper)) ? self->paper : self->scan;
}

static void
area_moved_cb (NstPageDesk *self)
{
  NstPageArea *area = get_area (self);
  guint count = nst_page_area_get_n_pages (area);
  guint page = nst_page_area_get_page (area);
  /* Translators: page 1 of 4 */
  g_autofree char *pages = g_strdup_printf (_ ("%u of %u"), page + 1, count);
  g_autofree char *percent = g_strdup_printf ("%u\u00a0%%", nst_page_area_get_percent (area));
  g_autofree char *zoom = g_strdup_printf (_ ("Size of the pages: %s"), percent);

  gtk_label_set_label (self->page_label, count > 0 ? pages : "");
  gtk_label_set_label (self->zoom_label, count > 0 ? percent : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, zoom, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.previous", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pages.next", page + 1 < count);
  nst_page_strip_mark (self->strip, page);
}

static void
page_chosen_cb (NstPageDesk *self, guint page)
{
  nst_page_area_set_page (get_area (self), page);
}

/* Beside the pages where there is room for both; over the pages of a narrow window the strip
 * comes when it is asked for. A flap that has no size yet cannot be folded out. */
static gboolean
reveal_strip_cb (gpointer data)
{
  NstPageDesk *self = data;

  self->reveal_id = 0;
  if (gtk_widget_get_width (GTK_WIDGET (self->flap)) > 0)
    adw_flap_set_reveal_flap (self->flap, !self->single && !adw_flap_get_folded (self->flap));
  return G_SOURCE_REMOVE;
}

/* Asked for by a key, the strip gets the keyboard; closed, it gives it back to the page. */
static void
toggle_strip (NstPageDesk *self)
{
  gboolean shown = !adw_flap_get_reveal_flap (self->flap);

  if (self->single)
    return;
  adw_flap_set_reveal_flap (self->flap, shown);
  if (shown)
    nst_page_strip_focus (self->strip);
  else
    nst_page_desk_focus (self);
}

static void
zoom_to (NstPageDesk *self, guint percent)
{
  nst_page_area_set_percent (self->paper, percent);
  nst_page_area_set_percent (self->scan, percent);
}

static void
action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NstPageDesk *self = NST_PAGE_DESK (widget);

  if (g_str_equal (name, "pages.next"))
    nst_page_desk_turn (self, 1);
  else if (g_str_equal (name, "pages.previous"))
    nst_page_desk_turn (self, -1);
  else if (g_str_equal (name, "pages.zoom-in"))
    nst_page_desk_zoom (self, 1);
  else if (g_str_equal (name, "pages.zoom-out"))
    nst_page_desk_zoom (self, -1);
  else if (g_str_equal (name, "pages.zoom-fit"))
    nst_page_desk_zoom (self, 0);
  else if (g_str_equal (name, "pages.zoom-to"))
    zoom_to (self, (guint) g_variant_get_int32 (parameter));
  else if (g_str_equal (name, "pages.strip"))
    toggle_strip (self);
  else
    {
      nst_page_area_fit_page (self->paper);
      nst_page_area_fit_page (self->scan);
    }
}

static void
nst_page_desk_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                         const char *type)
{
  NstPageDesk *self = NST_PAGE_DESK (buildable);

  if (GTK_IS_WIDGET (child) && g_strcmp0 (type, "end") == 0)
    gtk_box_append (self->end, GTK_WIDGET (child));
  else if (GTK_IS_WIDGET (child) && g_strcmp0 (type, "below") == 0)
    gtk_box_append (self->below, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = nst_page_desk_add_child;
}

static void
nst_page_desk_dispose (GObject *object)
{
  NstPageDesk *self = NST_PAGE_DESK (object);

  g_clear_handle_id (&self->reveal_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_PAGE_DESK);
  G_OBJECT_CLASS (nst_page_desk_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "pages.next",     "pages.previous", "pages.zoom-in",
                                       "pages.zoom-out", "pages.zoom-fit", "pages.zoom-page",
                                       "pages.strip" };
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    /* Menus show the last key of an action. */
    { GDK_KEY_KP_Add, "pages.zoom-in" }, { GDK_KEY_equal, "pages.zoom-in" },
    { GDK_KEY_plus, "pages.zoom-in" },   { GDK_KEY_KP_Subtract, "pages.zoom-out" },
    { GDK_KEY_minus, "pages.zoom-out" }, { GDK_KEY_KP_0, "pages.zoom-fit" },
    { GDK_KEY_0, "pages.zoom-fit" },     { GDK_KEY_KP_9, "pages.zoom-page" },
    { GDK_KEY_9, "pages.zoom-page" },    { GDK_KEY_Cyrillic_softsign, "pages.strip" },
    { GDK_KEY_m, "pages.strip" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, action_cb);
  gtk_widget_class_install_action (widget_class, "pages.zoom-to", "i", action_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

static void
nst_page_desk_class_init (NstPageDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nst_page_desk_dispose;
  g_type_ensure (NST_TYPE_PAGE_AREA);
  g_type_ensure (NST_TYPE_PAGE_STRIP);
  g_type_ensure (NST_TYPE_PANE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "widgets/nst-page-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, content);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, strip_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, page_label);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, end);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, below);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, flap);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, strip);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, paper);
  gtk_widget_class_bind_template_child (widget_class, NstPageDesk, scan);
  gtk_widget_class_bind_template_callback (widget_class, area_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  install_actions (widget_class);
}

static void
nst_page_desk_init (NstPageDesk *self)
{
  self->single = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nst_page_desk_new (void)
{
  return g_object_new (NST_TYPE_PAGE_DESK, NULL);
}

NstPageArea *
nst_page_desk_get_paper (NstPageDesk *self)
{
  g_return_val_if_fail (NST_IS_PAGE_DESK (self), NULL);
  return self->paper;
}

NstPageArea *
nst_page_desk_get_scan (NstPageDesk *self)
{
  g_return_val_if_fail (NST_IS_PAGE_DESK (self), NULL);
  return self->scan;
}

/**
 * nst_page_desk_refresh:
 * @self: a desk
 *
 * What is in its areas has changed: the small pages and the numbers follow.
 */
void
nst_page_desk_refresh (NstPageDesk *self)
{
  NstPageArea *area;
  gboolean single;

  g_return_if_fail (NST_IS_PAGE_DESK (self));

  area = get_area (self);
  single = nst_page_area_get_n_pages (area) < 2;
  nst_page_strip_refill (self->strip, area);
  gtk_widget_set_visible (GTK_WIDGET (self->strip_toggle), !single);
  area_moved_cb (self);
  if (single == self->single)
    return;
  self->single = single;
  if (self->reveal_id == 0)
    self->reveal_id = g_timeout_add (100, reveal_strip_cb, self);
}

void
nst_page_desk_choose (NstPageDesk *self, gboolean paper, gboolean scan)
{
  g_return_if_fail (NST_IS_PAGE_DESK (self));

  gtk_widget_set_visible (GTK_WIDGET (self->paper), paper);
  gtk_widget_set_visible (GTK_WIDGET (self->scan), scan);
  nst_page_desk_refresh (self);
}

void
nst_page_desk_turn (NstPageDesk *self, int pages)
{
  NstPageArea *area;
  int page;

  g_return_if_fail (NST_IS_PAGE_DESK (self));

  area = get_area (self);
  page = (int) nst_page_area_get_page (area) + pages;
  if (page >= 0)
    nst_page_area_set_page (area, (guint) page);
}

void
nst_page_desk_zoom (NstPageDesk *self, int steps)
{
  NstPageArea *areas[2];

  g_return_if_fail (NST_IS_PAGE_DESK (self));

  areas[0] = self->paper;
  areas[1] = self->scan;
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      if (steps == 0)
        nst_page_area_fit (areas[i]);
      else
        nst_page_area_zoom (areas[i], steps);
    }
}

/**
 * nst_page_desk_focus:
 * @self: a desk
 *
 * Returns: whether the page that is seen has the keyboard now
 */
gboolean
nst_page_desk_focus (NstPageDesk *self)
{
  NstPaper *paper;

  g_return_val_if_fail (NST_IS_PAGE_DESK (self), FALSE);

  paper = nst_page_area_get_paper (get_area (self), nst_page_area_get_page (get_area (self)));
  return paper != NULL && gtk_widget_grab_focus (GTK_WIDGET (paper));
}
