/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header bar that a section puts at its top. */
#include "config.h"

#include "app/widgets/nst-section-header.h"

#include "app/widgets/nst-ui.h"

#include <glib/gi18n.h>

struct _NstSectionHeader
{
  GtkWidget parent_instance;

  AdwHeaderBar *bar;
  AdwWindowTitle *window_title;
  GtkWidget *sidebar_button;
  GtkWidget *undo_box;
  GtkWidget *undo_button;
  GtkWidget *redo_button;

  char *title;
  char *subtitle;
  gboolean show_undo;
  gboolean show_sidebar_button;
  GBinding *folded_binding;
  GBinding *controls_binding;
  GBinding *redo_binding;
  GActionGroup *actions;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_SHOW_UNDO,
  PROP_SHOW_SIDEBAR_BUTTON,
} Property;

static GParamSpec *props[PROP_SHOW_SIDEBAR_BUTTON + 1];

static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NstSectionHeader, nst_section_header, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

/* The window keeps the title of what would be undone as the state of its action. */
static void
show_action (NstSectionHeader *self, const char *action, GtkWidget *button, const char *plain,
             const char *named)
{
  g_autoptr (GVariant) state = NULL;
  g_autofree char *text = NULL;
  const char *title = "";

  if (self->actions != NULL)
    state = g_action_group_get_action_state (self->actions, action);
  if (state != NULL && g_variant_is_of_type (state, G_VARIANT_TYPE_STRING))
    title = g_variant_get_string (state, NULL);
  text = *title == '\0' ? g_strdup (plain) : g_strdup_printf ("%s: %s", named, title);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
show_actions (NstSectionHeader *self)
{
  show_action (self, "undo", self->undo_button, _ ("Nothing to undo"), _ ("Undo"));
  show_action (self, "redo", self->redo_button, _ ("Nothing to redo"), _ ("Redo"));
}

static void
set_actions (NstSectionHeader *self, GActionGroup *actions)
{
  if (self->actions == actions)
    return;
  if (self->actions != NULL)
    g_signal_handlers_disconnect_by_func (self->actions, show_actions, self);
  g_set_object (&self->actions, actions);
  if (actions == NULL)
    return;
  g_signal_connect_object (actions, "action-state-changed::undo", G_CALLBACK (show_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (actions, "action-state-changed::redo", G_CALLBACK (show_actions), self,
                           G_CONNECT_SWAPPED);
  show_actions (self);
}

static gboolean
folded_to_visible (GBinding *binding G_GNUC_UNUSED, const GValue *from, GValue *to, gpointer data)
{
  NstSectionHeader *self = data;

  g_value_set_boolean (to, self->show_sidebar_button && g_value_get_boolean (from));
  return TRUE;
}

/* The outermost leaflet of a window is the one that folds the sidebar away. */
static AdwLeaflet *
find_leaflet (NstSectionHeader *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwLeaflet *found = NULL;

  while ((widget = gtk_widget_get_parent (widget)) != NULL)
    if (ADW_IS_LEAFLET (widget))
      found = ADW_LEAFLET (widget);
  return found;
}

static void
show_sidebar_button (NstSectionHeader *self)
{
  AdwLeaflet *leaflet = find_leaflet (self);

  gtk_widget_set_visible (self->sidebar_button, self->show_sidebar_button && leaflet != NULL &&
                                                    adw_leaflet_get_folded (leaflet));
}

static void
nst_section_header_root (GtkWidget *widget)
{
  NstSectionHeader *self = NST_SECTION_HEADER (widget);
  GtkRoot *root;
  AdwLeaflet *leaflet;

  GTK_WIDGET_CLASS (nst_section_header_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (G_IS_ACTION_GROUP (root))
    set_actions (self, G_ACTION_GROUP (root));
  leaflet = find_leaflet (self);
  if (leaflet == NULL)
    return;
  self->folded_binding =
      g_object_bind_property_full (leaflet, "folded", self->sidebar_button, "visible",
                                   G_BINDING_SYNC_CREATE, folded_to_visible, NULL, self, NULL);
  self->controls_binding =
      g_object_bind_property (leaflet, "folded", self->bar, "show-start-title-buttons",
                              G_BINDING_SYNC_CREATE);
  /* A narrow title bar has room for one of the two; Ctrl+Shift+Z stays. */
  self->redo_binding = g_object_bind_property (leaflet, "folded", self->redo_button, "visible",
                                               G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static void
nst_section_header_unroot (GtkWidget *widget)
{
  NstSectionHeader *self = NST_SECTION_HEADER (widget);

  g_clear_pointer (&self->folded_binding, g_binding_unbind);
  g_clear_pointer (&self->controls_binding, g_binding_unbind);
  g_clear_pointer (&self->redo_binding, g_binding_unbind);
  set_actions (self, NULL);

  GTK_WIDGET_CLASS (nst_section_header_parent_class)->unroot (widget);
}

static void
nst_section_header_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child,
                              const char *type)
{
  NstSectionHeader *self = NST_SECTION_HEADER (buildable);

  if (g_strcmp0 (type, "start") == 0)
    nst_section_header_pack_start (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    nst_section_header_pack_end (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = nst_section_header_add_child;
}

static void
nst_section_header_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NstSectionHeader *self = NST_SECTION_HEADER (object);

  switch ((Property) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_SHOW_UNDO:
      g_value_set_boolean (value, self->show_undo);
      break;
    case PROP_SHOW_SIDEBAR_BUTTON:
      g_value_set_boolean (value, self->show_sidebar_button);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_section_header_set_property (GObject *object, guint id, const GValue *value,
                                 GParamSpec *pspec)
{
  NstSectionHeader *self = NST_SECTION_HEADER (object);

  switch ((Property) id)
    {
    case PROP_TITLE:
      nst_section_header_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      nst_section_header_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_SHOW_UNDO:
      self->show_undo = g_value_get_boolean (value);
      gtk_widget_set_visible (self->undo_box, self->show_undo);
      break;
    case PROP_SHOW_SIDEBAR_BUTTON:
      self->show_sidebar_button = g_value_get_boolean (value);
      show_sidebar_button (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_section_header_dispose (GObject *object)
{
  NstSectionHeader *self = NST_SECTION_HEADER (object);

  set_actions (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NST_TYPE_SECTION_HEADER);

  G_OBJECT_CLASS (nst_section_header_parent_class)->dispose (object);
}

static void
nst_section_header_finalize (GObject *object)
{
  NstSectionHeader *self = NST_SECTION_HEADER (object);

  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (nst_section_header_parent_class)->finalize (object);
}

static void
nst_section_header_class_init (NstSectionHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nst_section_header_get_property;
  object_class->set_property = nst_section_header_set_property;
  object_class->dispose = nst_section_header_dispose;
  object_class->finalize = nst_section_header_finalize;
  widget_class->root = nst_section_header_root;
  widget_class->unroot = nst_section_header_unroot;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_SHOW_UNDO] = g_param_spec_boolean ("show-undo", NULL, NULL, TRUE, flags);
  props[PROP_SHOW_SIDEBAR_BUTTON] =
      g_param_spec_boolean ("show-sidebar-button", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "widgets/nst-section-header.ui");
  gtk_widget_class_bind_template_child (widget_class, NstSectionHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, NstSectionHeader, window_title);
  gtk_widget_class_bind_template_child (widget_class, NstSectionHeader, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, NstSectionHeader, undo_box);
  gtk_widget_class_bind_template_child (widget_class, NstSectionHeader, undo_button);
  gtk_widget_class_bind_template_child (widget_class, NstSectionHeader, redo_button);
}

static void
nst_section_header_init (NstSectionHeader *self)
{
  self->show_undo = TRUE;
  self->show_sidebar_button = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nst_section_header_new (void)
{
  return g_object_new (NST_TYPE_SECTION_HEADER, NULL);
}

void
nst_section_header_set_title (NstSectionHeader *self, const char *title)
{
  g_return_if_fail (NST_IS_SECTION_HEADER (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  adw_window_title_set_title (self->window_title, title == NULL ? "" : title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

void
nst_section_header_set_subtitle (NstSectionHeader *self, const char *subtitle)
{
  g_return_if_fail (NST_IS_SECTION_HEADER (self));

  if (g_strcmp0 (self->subtitle, subtitle) == 0)
    return;
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
  adw_window_title_set_subtitle (self->window_title, subtitle == NULL ? "" : subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

void
nst_section_header_pack_start (NstSectionHeader *self, GtkWidget *child)
{
  g_return_if_fail (NST_IS_SECTION_HEADER (self));

  adw_header_bar_pack_start (self->bar, child);
}

void
nst_section_header_pack_end (NstSectionHeader *self, GtkWidget *child)
{
  g_return_if_fail (NST_IS_SECTION_HEADER (self));

  adw_header_bar_pack_end (self->bar, child);
}
