/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: the sidebar and the section beside it. */
#include "config.h"

#include "app/shell/nst-window.h"

#include "app/shell/nst-finder.h"
#include "app/shell/nst-first-run.h"
#include "app/shell/nst-sections.h"
#include "app/shell/nst-sidebar.h"
#include "app/shell/nst-undo.h"
#include "app/shell/nst-window-actions.h"
#include "app/shell/nst-window-state.h"
#include "app/today/nst-waiting.h"
#include "app/widgets/nst-pane.h"
#include "app/widgets/nst-popup.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>
#include <string.h>

struct _NstWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *overlay;
  GtkStack *pages;
  AdwLeaflet *leaflet;
  NstSidebar *sidebar;
  NstPane *content;
  GtkStack *sections;
  GtkWidget *first_run_bin;
  AdwStatusPage *error_page;

  GtkWidget *finder;
  NstUndo *undo;
  NstOffice *office;
  char *section;
  char *first_section;
  GtkWidget *came_from;
  guint badges_idle;
};

G_DEFINE_FINAL_TYPE (NstWindow, nst_window, ADW_TYPE_APPLICATION_WINDOW)

static void
count_cb (const char *section, guint mine, guint others, gpointer data)
{
  nst_sidebar_set_badge (data, section, mine, others);
}

static gboolean
badges_idle_cb (gpointer data)
{
  NstWindow *self = data;

  self->badges_idle = 0;
  if (self->office != NULL)
    nst_waiting_count (self->office, count_cb, self->sidebar);
  return G_SOURCE_REMOVE;
}

/* Low priority: what waits is counted after everything that a person looks at. */
static void
queue_badges (NstWindow *self)
{
  if (self->badges_idle == 0)
    self->badges_idle = g_timeout_add_full (G_PRIORITY_LOW, 250, badges_idle_cb, self, NULL);
}

/* A section is made when it is first looked at. */
static GtkWidget *
ensure_section (NstWindow *self, const NstSectionInfo *info)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->sections, info->name);

  if (view != NULL)
    return view;
  view = g_object_new (info->get_type (), NULL);
  gtk_stack_add_titled (self->sections, view, info->name, _ (info->title));
  if (NST_IS_SECTION (view))
    nst_section_set_office (NST_SECTION (view), self->office);
  return view;
}

static void
sidebar_activated_cb (NstWindow *self, const char *section)
{
  nst_window_show_section (self, section);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
}

static void
folded_cb (NstWindow *self)
{
  nst_sidebar_set_folded (self->sidebar, adw_leaflet_get_folded (self->leaflet));
  nst_sidebar_select (self->sidebar, self->section);
}

static gboolean
close_request_cb (NstWindow *self)
{
  /* Leaving a field saves what was typed in it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  nst_window_state_save (GTK_WINDOW (self), self->section);
  return GDK_EVENT_PROPAGATE;
}

static void
forget_origin (NstWindow *self)
{
  if (self->came_from != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->came_from), (gpointer *) &self->came_from);
  self->came_from = NULL;
}

static void
drop_sections (NstWindow *self)
{
  GtkWidget *view;

  forget_origin (self);
  while ((view = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_stack_remove (self->sections, view);
}

static void
nst_window_dispose (GObject *object)
{
  NstWindow *self = NST_WINDOW (object);

  g_clear_handle_id (&self->badges_idle, g_source_remove);
  forget_origin (self);
  if (self->finder != NULL)
    gtk_widget_unparent (self->finder);
  self->finder = NULL;
  g_clear_object (&self->undo);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_WINDOW);

  G_OBJECT_CLASS (nst_window_parent_class)->dispose (object);
}

static void
nst_window_finalize (GObject *object)
{
  NstWindow *self = NST_WINDOW (object);

  g_free (self->section);
  g_free (self->first_section);

  G_OBJECT_CLASS (nst_window_parent_class)->finalize (object);
}

static void
nst_window_class_init (NstWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_SIDEBAR);
  g_type_ensure (NST_TYPE_PANE);

  object_class->dispose = nst_window_dispose;
  object_class->finalize = nst_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, NST_UI "shell/nst-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NstWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, NstWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, NstWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, NstWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, NstWindow, content);
  gtk_widget_class_bind_template_child (widget_class, NstWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, NstWindow, first_run_bin);
  gtk_widget_class_bind_template_child (widget_class, NstWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_request_cb);
  nst_window_actions_bind_keys (widget_class);
}

static void
nst_window_init (NstWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->undo = nst_undo_new (G_ACTION_MAP (self), self->overlay);
  nst_window_actions_add (self);
  nst_popup_watch_keys (GTK_WINDOW (self));
  self->finder = nst_finder_new ();
  gtk_widget_set_parent (self->finder, GTK_WIDGET (self->overlay));
  gtk_window_set_icon_name (GTK_WINDOW (self), NST_APP_ID);
}

NstWindow *
nst_window_new (GtkApplication *application)
{
  NstWindow *self = g_object_new (NST_TYPE_WINDOW, "application", application, NULL);

  /* Not before it is made: the properties of its making would undo what is restored. */
  nst_window_state_restore (GTK_WINDOW (self), &self->first_section);
  return self;
}

NstOffice *
nst_window_get_office (NstWindow *self)
{
  g_return_val_if_fail (NST_IS_WINDOW (self), NULL);

  return self->office;
}

/**
 * nst_window_set_office:
 * @self: the window
 * @office: whose base is shown from now on
 */
void
nst_window_set_office (NstWindow *self, NstOffice *office)
{
  const NstSectionInfo *section;

  g_return_if_fail (NST_IS_WINDOW (self));
  g_return_if_fail (NST_IS_OFFICE (office));

  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_badges,
                                          self);
  drop_sections (self);
  g_set_object (&self->office, office);
  nst_undo_set_office (self->undo, office);
  nst_finder_set_office (NST_FINDER (self->finder), office);
  nst_sidebar_set_office (self->sidebar, office);
  g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_badges),
                           self, G_CONNECT_SWAPPED);
  queue_badges (self);
  nst_window_actions_set_enabled (self, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  gtk_stack_set_visible_child_name (self->pages, "office");

  section = nst_sections_find (self->section != NULL ? self->section : self->first_section);
  if (section == NULL)
    section = nst_sections_get (0);
  if (section != NULL)
    nst_window_show_section (self, section->name);
  nst_sidebar_focus (self->sidebar);
}

void
nst_window_show_first_run (NstWindow *self)
{
  g_return_if_fail (NST_IS_WINDOW (self));

  nst_window_actions_set_enabled (self, FALSE);
  adw_bin_set_child (ADW_BIN (self->first_run_bin), nst_first_run_new ());
  gtk_stack_set_visible_child_name (self->pages, "first-run");
}

/* Until something that lasts some seconds is there. */
void
nst_window_show_waiting (NstWindow *self)
{
  g_return_if_fail (NST_IS_WINDOW (self));

  nst_window_actions_set_enabled (self, FALSE);
  gtk_stack_set_visible_child_name (self->pages, "waiting");
}

/**
 * nst_window_show_error:
 * @self: the window
 * @path: the file that does not open
 * @error: why
 */
void
nst_window_show_error (NstWindow *self, const char *path, const GError *error)
{
  g_autofree char *text = NULL;

  g_return_if_fail (NST_IS_WINDOW (self));

  text = path == NULL || strstr (error->message, path) != NULL
             ? g_markup_escape_text (error->message, -1)
             : g_markup_printf_escaped ("%s\n\n%s", error->message, path);
  nst_window_actions_set_enabled (self, FALSE);
  adw_status_page_set_description (self->error_page, text);
  gtk_stack_set_visible_child_name (self->pages, "error");
}

void
nst_window_show_section (NstWindow *self, const char *section)
{
  const NstSectionInfo *info;

  g_return_if_fail (NST_IS_WINDOW (self));

  info = nst_sections_find (section);
  if (info == NULL || self->office == NULL)
    return;
  gtk_stack_set_visible_child (self->sections, ensure_section (self, info));
  g_free (self->section);
  self->section = g_strdup (info->name);
  nst_sidebar_select (self->sidebar, info->name);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "section",
                                      g_variant_new_string (info->name));
}

/**
 * nst_window_follow_day:
 * @self: the window
 *
 * Another day has begun: what is seen and what waits is looked at anew.
 */
void
nst_window_follow_day (NstWindow *self)
{
  GtkWidget *view;

  g_return_if_fail (NST_IS_WINDOW (self));

  queue_badges (self);
  view = gtk_stack_get_child_by_name (self->sections, "today");
  if (view != NULL && self->office != NULL)
    nst_section_set_office (NST_SECTION (view), self->office);
}

/* Coming back, a person finds the keyboard where it was. */
static void
remember_origin (NstWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  forget_origin (self);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sections)))
    return;
  self->came_from = focus;
  g_object_add_weak_pointer (G_OBJECT (focus), (gpointer *) &self->came_from);
}

/**
 * nst_window_show_page:
 * @self: the window
 * @page: its name
 * @record: (nullable): what the page shows; %NULL: what it shows by itself
 */
void
nst_window_show_page (NstWindow *self, const char *page, NstRecord *record)
{
  const NstSectionInfo *info = nst_sections_find_page (page);
  GtkWidget *view;

  g_return_if_fail (NST_IS_WINDOW (self));

  if (info == NULL || self->office == NULL)
    return;
  remember_origin (self);
  view = ensure_section (self, info);
  nst_section_open (NST_SECTION (view), record, NULL);
  gtk_stack_set_visible_child (self->sections, view);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  gtk_widget_grab_focus (view);
}

/**
 * nst_window_go_back:
 * @self: the window
 *
 * From a page to the section that is under it.
 */
void
nst_window_go_back (NstWindow *self)
{
  GtkWidget *view;

  g_return_if_fail (NST_IS_WINDOW (self));

  view =
      self->section == NULL ? NULL : gtk_stack_get_child_by_name (self->sections, self->section);
  if (view == NULL || view == gtk_stack_get_visible_child (self->sections))
    return;
  gtk_stack_set_visible_child (self->sections, view);
  if (self->came_from == NULL || !gtk_widget_grab_focus (self->came_from))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
  forget_origin (self);
}

void
nst_window_say (NstWindow *self, const char *text)
{
  g_return_if_fail (NST_IS_WINDOW (self));

  nst_undo_say (self->undo, text, NULL, NULL);
}

void
nst_window_offer (NstWindow *self, const char *text, const char *button, const char *action)
{
  g_return_if_fail (NST_IS_WINDOW (self));

  nst_undo_say (self->undo, text, button, action);
}

/**
 * nst_window_get_section:
 * @self: the window
 *
 * Returns: (nullable): the view of the section that is seen
 */
NstSection *
nst_window_get_section (NstWindow *self)
{
  GtkWidget *view;

  g_return_val_if_fail (NST_IS_WINDOW (self), NULL);

  view = gtk_stack_get_visible_child (self->sections);
  return view != NULL && NST_IS_SECTION (view) ? NST_SECTION (view) : NULL;
}

/**
 * nst_window_open_record:
 * @self: the window
 * @record: what is to be seen
 * @field: (nullable): field to move to
 */
void
nst_window_open_record (NstWindow *self, NstRecord *record, const char *field)
{
  g_autoptr (NstRecord) shown = NULL;
  const NstSectionInfo *info;
  GtkWidget *view;

  g_return_if_fail (NST_IS_WINDOW (self));

  info = nst_sections_resolve (self->office, record, &shown);
  /* An organisation without a team has its card. */
  if (shown != NULL && g_strcmp0 (nst_record_get_kind (shown)->name, "organisation") == 0)
    {
      nst_window_show_page (self, "organisation", shown);
      return;
    }
  if (info == NULL)
    {
      nst_window_say (self, _ ("No section shows this yet"));
      return;
    }
  nst_window_show_section (self, info->name);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  view = ensure_section (self, info);
  if (NST_IS_SECTION (view))
    nst_section_open (NST_SECTION (view), shown, field);
}

void
nst_window_show_finder (NstWindow *self)
{
  GdkRectangle place = { 0, 48, 1, 1 };
  int width;

  g_return_if_fail (NST_IS_WINDOW (self));

  width = gtk_widget_get_width (GTK_WIDGET (self->overlay));
  place.x = width / 2;
  gtk_widget_set_size_request (self->finder, MIN (560, width - 24), -1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->finder), &place);
  gtk_popover_popup (GTK_POPOVER (self->finder));
}

/**
 * nst_window_toggle_sidebar:
 * @self: the window
 *
 * In a narrow window goes to the sidebar and back; in a wide one folds it away and back.
 */
void
nst_window_toggle_sidebar (NstWindow *self)
{
  gboolean can_unfold;

  g_return_if_fail (NST_IS_WINDOW (self));

  can_unfold = adw_leaflet_get_can_unfold (self->leaflet);
  if (adw_leaflet_get_folded (self->leaflet) && can_unfold)
    {
      if (adw_leaflet_get_visible_child (self->leaflet) == GTK_WIDGET (self->content))
        adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
      else
        adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
      return;
    }
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->content));
  adw_leaflet_set_can_unfold (self->leaflet, !can_unfold);
}

static void
add_panes (GtkWidget *widget, GPtrArray *panes)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_SEPARATOR (child))
      g_ptr_array_add (panes, child);
}

static GtkWidget *
find_leaflet (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (!gtk_widget_get_mapped (child))
        continue;
      found = ADW_IS_LEAFLET (child) ? child : find_leaflet (child);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * nst_window_next_pane:
 * @self: the window
 *
 * Moves the keyboard from the sidebar to the section's list, to its detail, and back.
 */
void
nst_window_next_pane (NstWindow *self)
{
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *inner;
  guint at = 0;

  g_return_if_fail (NST_IS_WINDOW (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->sidebar)))
    g_ptr_array_add (panes, self->sidebar);
  inner = find_leaflet (GTK_WIDGET (self->sections));
  if (inner != NULL)
    add_panes (inner, panes);
  else
    g_ptr_array_add (panes, self->sections);
  while (at < panes->len && focus != NULL &&
         !gtk_widget_is_ancestor (focus, g_ptr_array_index (panes, at)))
    at++;
  for (guint i = 1; i <= panes->len; i++)
    if (gtk_widget_child_focus (g_ptr_array_index (panes, (at + i) % panes->len),
                                GTK_DIR_TAB_FORWARD))
      return;
}
