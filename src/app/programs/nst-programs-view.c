/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The section of programmes: list, plan, details, paper. */
#include "config.h"

#include "app/programs/nst-programs-view.h"

#include "app/programs/nst-plan-page.h"
#include "app/programs/nst-program-details.h"
#include "app/programs/nst-programs-list.h"
#include "app/widgets/nst-date.h"
#include "app/widgets/nst-document-preview.h"
#include "app/widgets/nst-program-names.h"
#include "app/widgets/nst-section-header.h"
#include "app/widgets/nst-section.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstProgramsView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  NstSectionHeader *header;
  GtkWidget *back_button;
  GtkWidget *print_button;
  GtkWidget *print_all_button;
  GtkWidget *pages_box;
  GtkWidget *menu_button;
  GtkToggleButton *plan_toggle;
  GtkToggleButton *details_toggle;
  GtkToggleButton *paper_toggle;
  GtkStack *stack;
  NstProgramsList *list;
  NstPlanPage *plan;
  NstProgramDetails *details;
  NstDocumentPreview *paper;

  NstOffice *office;
  NstRecord *program;
  AdwLeaflet *leaflet; /* of the window: folded where it is narrow; borrowed while rooted */
  gboolean paper_shown;
  gboolean earlier; /* an earlier version is looked at on purpose */
  guint idle;
};

static void section_init (NstSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstProgramsView, nst_programs_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NST_TYPE_SECTION, section_init))

static void
show_titles (NstProgramsView *self)
{
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  GDate today;

  if (self->office == NULL)
    return;
  if (self->program != NULL)
    {
      title = nst_program_names_dup_pair (self->office, self->program);
      subtitle = nst_program_names_dup_line (self->office, self->program);
    }
  else
    {
      nst_clock_get_today (nst_office_get_clock (self->office), &today);
      title = g_strdup (_ ("Programmes"));
      subtitle = nst_date_to_words (&today);
    }
  nst_section_header_set_title (self->header, title);
  nst_section_header_set_subtitle (self->header, subtitle);
}

/* Where the window is narrow, one menu stands for the buttons. */
static void
show_buttons (NstProgramsView *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);
  gboolean inside = self->program != NULL;
  gboolean narrow = self->leaflet != NULL && adw_leaflet_get_folded (self->leaflet);

  gtk_widget_set_visible (self->back_button, inside);
  gtk_widget_set_visible (self->pages_box, inside && !narrow);
  gtk_widget_set_visible (self->print_button,
                          inside && !narrow && g_strcmp0 (page, "paper") != 0);
  gtk_widget_set_visible (self->menu_button, inside && narrow);
  gtk_widget_set_visible (self->print_all_button, !inside && !narrow);
  g_object_set (self->header, "show-sidebar-button", !inside, "show-undo", !(inside && narrow),
                NULL);
}

static void
show_page (NstProgramsView *self, const char *name)
{
  gboolean inside = self->program != NULL;

  /* The paper is laid out when it is first looked at. */
  if (g_str_equal (name, "paper") && !self->paper_shown)
    {
      self->paper_shown = TRUE;
      nst_document_preview_show (self->paper, self->office, self->program, NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, name);
  show_buttons (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programs.back", inside);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programs.next-stage", inside);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "programs.previous-stage", inside);
}

static void
show_program (NstProgramsView *self, NstRecord *program)
{
  gboolean fresh = self->program != program;
  g_autoptr (NstRecord) next = NULL;

  g_set_object (&self->program, program);
  if (fresh)
    {
      next = program != NULL ? nst_program_names_dup_next (self->office, program) : NULL;
      self->earlier = next != NULL;
    }
  if (fresh)
    {
      self->paper_shown = FALSE;
      nst_document_preview_show (self->paper, self->office, NULL, NULL);
    }
  nst_plan_page_show (self->plan, self->office, program);
  nst_program_details_show (self->details, self->office, program);
  show_titles (self);
  if (program != NULL && fresh)
    gtk_toggle_button_set_active (self->plan_toggle, TRUE);
  if (program != NULL)
    show_page (self, gtk_toggle_button_get_active (self->details_toggle) ? "details"
                     : gtk_toggle_button_get_active (self->paper_toggle) ? "paper"
                                                                         : "plan");
  else
    show_page (self, nst_programs_list_get_total (self->list) > 0 ? "list" : "empty");
}

static void
program_activated_cb (NstProgramsView *self, NstRecord *program)
{
  show_program (self, program);
  gtk_widget_child_focus (GTK_WIDGET (self->plan), GTK_DIR_TAB_FORWARD);
}

static void
counted_cb (NstProgramsView *self)
{
  if (self->program == NULL)
    show_page (self, nst_programs_list_get_total (self->list) > 0 ? "list" : "empty");
}

static void
page_toggled_cb (GtkToggleButton *toggle, NstProgramsView *self)
{
  if (!gtk_toggle_button_get_active (toggle) || self->program == NULL)
    return;
  show_page (self, toggle == self->details_toggle ? "details"
                   : toggle == self->paper_toggle ? "paper"
                                                  : "plan");
}

/* A correction made a new version: that one is shown from now on. */
static gboolean
refresh_cb (gpointer data)
{
  NstProgramsView *self = data;
  g_autoptr (NstRecord) next = NULL;

  self->idle = 0;
  if (self->program != NULL && nst_record_get_stale (self->program))
    {
      show_program (self, NULL);
      return G_SOURCE_REMOVE;
    }
  if (self->program != NULL)
    next = nst_program_names_dup_next (self->office, self->program);
  if (next == NULL)
    self->earlier = FALSE;
  else if (!self->earlier)
    show_program (self, next);
  show_titles (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NstProgramsView *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (refresh_cb, self);
}

static void
choose_page (NstProgramsView *self, const char *page)
{
  GtkToggleButton *toggle = g_str_equal (page, "details") ? self->details_toggle
                            : g_str_equal (page, "paper") ? self->paper_toggle
                                                          : self->plan_toggle;

  gtk_toggle_button_set_active (toggle, TRUE);
}

/* Back from an earlier version to the one in force, where the list of versions is. */
static void
show_current (NstProgramsView *self)
{
  g_autoptr (NstRecord) current = g_object_ref (self->program);
  g_autoptr (NstRecord) next = NULL;

  while ((next = nst_program_names_dup_next (self->office, current)) != NULL)
    {
      g_set_object (&current, next);
      g_clear_object (&next);
    }
  show_program (self, current);
  choose_page (self, "details");
}

static void
action_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  NstProgramsView *self = NST_PROGRAMS_VIEW (widget);

  if (g_str_equal (name, "programs.next-stage"))
    nst_plan_page_move_stage (self->plan, 1);
  else if (g_str_equal (name, "programs.previous-stage"))
    nst_plan_page_move_stage (self->plan, -1);
  else if (g_str_equal (name, "programs.page"))
    choose_page (self, g_variant_get_string (parameter, NULL));
  else if (!gtk_toggle_button_get_active (self->plan_toggle))
    gtk_toggle_button_set_active (self->plan_toggle, TRUE);
  else if (self->earlier)
    show_current (self);
  else
    show_program (self, NULL);
}

static void
nst_programs_view_root (GtkWidget *widget)
{
  NstProgramsView *self = NST_PROGRAMS_VIEW (widget);
  GtkWidget *parent = widget;

  GTK_WIDGET_CLASS (nst_programs_view_parent_class)->root (widget);
  while ((parent = gtk_widget_get_parent (parent)) != NULL)
    if (ADW_IS_LEAFLET (parent))
      self->leaflet = ADW_LEAFLET (parent);
  if (self->leaflet != NULL)
    g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (show_buttons), self,
                             G_CONNECT_SWAPPED);
  show_buttons (self);
}

static void
nst_programs_view_unroot (GtkWidget *widget)
{
  NstProgramsView *self = NST_PROGRAMS_VIEW (widget);

  if (self->leaflet != NULL)
    g_signal_handlers_disconnect_by_func (self->leaflet, show_buttons, self);
  self->leaflet = NULL;
  GTK_WIDGET_CLASS (nst_programs_view_parent_class)->unroot (widget);
}

static void
nst_programs_view_dispose (GObject *object)
{
  NstProgramsView *self = NST_PROGRAMS_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  g_clear_object (&self->program);
  g_clear_object (&self->office);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_PROGRAMS_VIEW);
  G_OBJECT_CLASS (nst_programs_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "programs.back", GDK_KEY_Left, GDK_ALT_MASK },
    { "programs.next-stage", GDK_KEY_Down, GDK_CONTROL_MASK },
    { "programs.previous-stage", GDK_KEY_Up, GDK_CONTROL_MASK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, action_activated);
  gtk_widget_class_install_action (widget_class, "programs.page", "s", action_activated);
  gtk_widget_class_add_binding_action (widget_class, actions[0].key, actions[0].modifiers,
                                       actions[0].name, NULL);
}

static void
nst_programs_view_class_init (NstProgramsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_SECTION_HEADER);
  g_type_ensure (NST_TYPE_PROGRAMS_LIST);
  g_type_ensure (NST_TYPE_PLAN_PAGE);
  g_type_ensure (NST_TYPE_PROGRAM_DETAILS);
  g_type_ensure (NST_TYPE_DOCUMENT_PREVIEW);
  G_OBJECT_CLASS (klass)->dispose = nst_programs_view_dispose;
  widget_class->root = nst_programs_view_root;
  widget_class->unroot = nst_programs_view_unroot;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "programs/nst-programs-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, content);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, header);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, back_button);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, print_button);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, print_all_button);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, pages_box);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, plan_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, details_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, paper_toggle);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, stack);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, list);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, plan);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, details);
  gtk_widget_class_bind_template_child (widget_class, NstProgramsView, paper);
  gtk_widget_class_bind_template_callback (widget_class, program_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, counted_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_toggled_cb);
  install_actions (widget_class);
}

/* List boxes take Ctrl+Up and Ctrl+Down for themselves: these keys are caught before them. */
static void
add_stage_keys (NstProgramsView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, GDK_CONTROL_MASK),
                        gtk_named_action_new ("programs.next-stage")));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Up, GDK_CONTROL_MASK),
                        gtk_named_action_new ("programs.previous-stage")));
  gtk_widget_add_controller (GTK_WIDGET (self->plan), keys);
}

static void
nst_programs_view_init (NstProgramsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_stage_keys (self);
  show_page (self, "empty");
}

static void
set_office (NstSection *section, NstOffice *office)
{
  NstProgramsView *self = NST_PROGRAMS_VIEW (section);
  g_autoptr (NstRecord) only = NULL;

  show_program (self, NULL);
  if (self->office != NULL)
    g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_refresh,
                                          self);
  g_set_object (&self->office, office);
  nst_programs_list_set_office (self->list, office);
  if (office == NULL)
    return;
  g_signal_connect_object (nst_office_get_store (office), "changed", G_CALLBACK (queue_refresh),
                           self, G_CONNECT_SWAPPED);
  /* Where there is one programme, there is nothing to choose. */
  only = nst_programs_list_dup_only (self->list);
  show_program (self, only);
}

static NstRecord *
dup_program_of (NstProgramsView *self, NstRecord *record)
{
  NstSource *source = NST_SOURCE (nst_office_get_store (self->office));
  const char *kind = nst_record_get_kind (record)->name;
  g_autoptr (NstRecord) activity = NULL;

  if (g_str_equal (kind, "program"))
    return g_object_ref (record);
  if (g_str_equal (kind, "mark"))
    {
      activity = nst_source_dup_ref (source, record, "activity");
      return nst_source_dup_ref (source, activity, "program");
    }
  return nst_source_dup_ref (source, record, "program");
}

static void
open_record (NstSection *section, NstRecord *record, const char *field)
{
  NstProgramsView *self = NST_PROGRAMS_VIEW (section);
  const char *kind = nst_record_get_kind (record)->name;
  g_autoptr (NstRecord) program = NULL;

  if (g_str_equal (kind, "territory"))
    {
      show_program (self, NULL);
      nst_programs_list_search (self->list, nst_record_get_title (record));
      return;
    }
  program = dup_program_of (self, record);
  if (program == NULL)
    return;
  show_program (self, program);
  if (g_str_equal (kind, "report") || (g_str_equal (kind, "program") && field != NULL))
    {
      gtk_toggle_button_set_active (self->details_toggle, TRUE);
      nst_program_details_focus (self->details, record, field);
      return;
    }
  gtk_toggle_button_set_active (self->plan_toggle, TRUE);
  if (g_str_equal (kind, "activity"))
    nst_plan_page_open (self->plan, nst_record_get_id (record), 0, field);
  else if (g_str_equal (kind, "mark"))
    nst_plan_page_open (self->plan, nst_record_get_ref (record, "activity"),
                        (guint) nst_record_get_int (record, "occurrence"), field);
}

static void
focus_search (NstSection *section)
{
  NstProgramsView *self = NST_PROGRAMS_VIEW (section);

  show_program (self, NULL);
  nst_programs_list_focus_search (self->list);
}

/* What is printed is looked at first. */
static gboolean
print (NstSection *section)
{
  NstProgramsView *self = NST_PROGRAMS_VIEW (section);

  if (self->program == NULL)
    return FALSE;
  if (gtk_toggle_button_get_active (self->paper_toggle))
    nst_document_preview_print (self->paper);
  else
    gtk_toggle_button_set_active (self->paper_toggle, TRUE);
  return TRUE;
}

static GListModel *
get_shown (NstSection *section, const char **kind)
{
  *kind = "program";
  return nst_programs_list_get_shown (NST_PROGRAMS_VIEW (section)->list);
}

static void
section_init (NstSectionInterface *iface)
{
  iface->set_office = set_office;
  iface->open = open_record;
  iface->focus_search = focus_search;
  iface->print = print;
  iface->get_shown = get_shown;
}
