/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered steps in a line: done, current, ahead. Done ones can be gone back to. */
#include "config.h"

#include "app/groups/nst-step-track.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *button;
  GtkWidget *circle; /* GtkStack: the number, or the tick of what is done */
  GtkWidget *title;
} Step;

struct _NstStepTrack
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GArray *steps; /* Step */
  guint current;
  gboolean narrow;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstStepTrack, nst_step_track, GTK_TYPE_WIDGET)

static void
clicked_cb (GtkWidget *button, NstStepTrack *self)
{
  guint step = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "nst-step"));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, step);
}

/* Where there is no room, only the current step keeps its words, and no lines join them. */
static void
show_titles (NstStepTrack *self)
{
  GtkWidget *child = gtk_widget_get_first_child (self->box);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_SEPARATOR (child))
      gtk_widget_set_visible (child, !self->narrow);
  for (guint i = 0; i < self->steps->len; i++)
    gtk_widget_set_visible (g_array_index (self->steps, Step, i).title,
                            !self->narrow || i == self->current);
}

static void
folded_cb (NstStepTrack *self, GParamSpec *pspec G_GNUC_UNUSED, AdwLeaflet *leaflet)
{
  self->narrow = adw_leaflet_get_folded (leaflet);
  show_titles (self);
}

/* The window's own leaflet folds when there is little room. */
static void
nst_step_track_root (GtkWidget *widget)
{
  NstStepTrack *self = NST_STEP_TRACK (widget);
  GtkWidget *leaflet = NULL;
  GtkWidget *parent = widget;

  GTK_WIDGET_CLASS (nst_step_track_parent_class)->root (widget);

  while ((parent = gtk_widget_get_ancestor (gtk_widget_get_parent (parent), ADW_TYPE_LEAFLET)) !=
         NULL)
    leaflet = parent;
  if (leaflet == NULL)
    return;
  g_signal_handlers_disconnect_by_func (leaflet, folded_cb, self);
  g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (folded_cb), self,
                           G_CONNECT_SWAPPED);
  folded_cb (self, NULL, ADW_LEAFLET (leaflet));
}

static void
nst_step_track_dispose (GObject *object)
{
  g_clear_pointer (&NST_STEP_TRACK (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (nst_step_track_parent_class)->dispose (object);
}

static void
nst_step_track_finalize (GObject *object)
{
  g_array_unref (NST_STEP_TRACK (object)->steps);
  G_OBJECT_CLASS (nst_step_track_parent_class)->finalize (object);
}

static void
nst_step_track_class_init (NstStepTrackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nst_step_track_dispose;
  GTK_WIDGET_CLASS (klass)->root = nst_step_track_root;
  G_OBJECT_CLASS (klass)->finalize = nst_step_track_finalize;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NST_TYPE_STEP_TRACK, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
nst_step_track_init (NstStepTrack *self)
{
  self->steps = g_array_new (FALSE, TRUE, sizeof (Step));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
new_circle (guint number)
{
  GtkWidget *circle = gtk_stack_new ();
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_stack_add_named (GTK_STACK (circle), gtk_label_new (text), "number");
  gtk_stack_add_named (GTK_STACK (circle),
                       gtk_image_new_from_icon_name ("object-select-symbolic"), "tick");
  gtk_widget_add_css_class (circle, "nst-step");
  gtk_widget_set_valign (circle, GTK_ALIGN_CENTER);
  return circle;
}

static void
append_step (NstStepTrack *self, const char *title)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Step step = { 0 };

  if (self->steps->len > 0)
    {
      GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_set_valign (separator, GTK_ALIGN_CENTER);
      gtk_widget_set_size_request (separator, 18, 1);
      gtk_box_append (GTK_BOX (self->box), separator);
    }
  step.circle = new_circle (self->steps->len + 1);
  step.title = gtk_label_new (title);
  gtk_label_set_ellipsize (GTK_LABEL (step.title), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), step.circle);
  gtk_box_append (GTK_BOX (line), step.title);
  step.button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (step.button), line);
  gtk_widget_add_css_class (step.button, "flat");
  gtk_widget_add_css_class (step.button, "nst-step-button");
  g_object_set_data (G_OBJECT (step.button), "nst-step", GUINT_TO_POINTER (self->steps->len));
  g_signal_connect_object (step.button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->box), step.button);
  g_array_append_val (self->steps, step);
}

void
nst_step_track_set_titles (NstStepTrack *self, const char *const *titles)
{
  for (guint i = 0; titles[i] != NULL; i++)
    append_step (self, titles[i]);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

void
nst_step_track_set_current (NstStepTrack *self, guint current)
{
  self->current = current;
  show_titles (self);
  for (guint i = 0; i < self->steps->len; i++)
    {
      Step *step = &g_array_index (self->steps, Step, i);
      const char *title = gtk_label_get_text (GTK_LABEL (step->title));
      g_autofree char *name =
          g_strdup_printf (i < current ? _ ("Step %u: %s, done") : _ ("Step %u: %s"), i + 1,
                           title);

      gtk_stack_set_visible_child_name (GTK_STACK (step->circle),
                                        i < current ? "tick" : "number");
      set_class (step->circle, "done", i < current);
      set_class (step->circle, "current", i == current);
      set_class (step->title, "heading", i == current);
      set_class (step->title, "dim-label", i > current);
      gtk_widget_set_sensitive (step->button, i <= current);
      gtk_widget_set_can_target (step->button, i < current);
      gtk_widget_set_focusable (step->button, i < current);
      gtk_accessible_update_property (GTK_ACCESSIBLE (step->button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}
