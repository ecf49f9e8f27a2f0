/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state as a small rounded label: colour by tone, always with its words. */
#include "config.h"

#include "app/widgets/nst-state-pill.h"

struct _NstStatePill
{
  GtkWidget parent_instance;

  GtkWidget *label;
  char *tone;
};

typedef enum
{
  PROP_STATE_TITLE = 1,
  PROP_TONE,
} Property;

static GParamSpec *props[PROP_TONE + 1];

G_DEFINE_FINAL_TYPE (NstStatePill, nst_state_pill, GTK_TYPE_WIDGET)

static void
nst_state_pill_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NstStatePill *self = NST_STATE_PILL (object);

  switch ((Property) id)
    {
    case PROP_STATE_TITLE:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
      break;
    case PROP_TONE:
      g_value_set_string (value, self->tone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_state_pill_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NstStatePill *self = NST_STATE_PILL (object);

  switch ((Property) id)
    {
    case PROP_STATE_TITLE:
      nst_state_pill_set_title (self, g_value_get_string (value));
      break;
    case PROP_TONE:
      nst_state_pill_set_tone (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_state_pill_dispose (GObject *object)
{
  g_clear_pointer (&NST_STATE_PILL (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (nst_state_pill_parent_class)->dispose (object);
}

static void
nst_state_pill_finalize (GObject *object)
{
  g_free (NST_STATE_PILL (object)->tone);

  G_OBJECT_CLASS (nst_state_pill_parent_class)->finalize (object);
}

static void
nst_state_pill_class_init (NstStatePillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nst_state_pill_get_property;
  object_class->set_property = nst_state_pill_set_property;
  object_class->dispose = nst_state_pill_dispose;
  object_class->finalize = nst_state_pill_finalize;

  props[PROP_STATE_TITLE] = g_param_spec_string ("state-title", NULL, NULL, NULL, flags);
  props[PROP_TONE] = g_param_spec_string ("tone", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pill");
}

static void
nst_state_pill_init (NstStatePill *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
nst_state_pill_new (const char *title, const char *tone)
{
  return g_object_new (NST_TYPE_STATE_PILL, "state-title", title, "tone", tone, NULL);
}

/* An empty pill is not shown at all. */
void
nst_state_pill_set_title (NstStatePill *self, const char *title)
{
  g_return_if_fail (NST_IS_STATE_PILL (self));

  gtk_label_set_text (GTK_LABEL (self->label), title == NULL ? "" : title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_widget_set_visible (GTK_WIDGET (self), title != NULL && *title != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE_TITLE]);
}

void
nst_state_pill_set_tone (NstStatePill *self, const char *tone)
{
  g_return_if_fail (NST_IS_STATE_PILL (self));

  if (g_strcmp0 (self->tone, tone) == 0)
    return;
  if (self->tone != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->tone);
  g_free (self->tone);
  self->tone = g_strdup (tone);
  if (tone != NULL && *tone != '\0')
    gtk_widget_add_css_class (GTK_WIDGET (self), tone);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TONE]);
}

/* Never shortened: in a row whose other words may wrap. */
void
nst_state_pill_set_whole (NstStatePill *self)
{
  g_return_if_fail (NST_IS_STATE_PILL (self));

  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_NONE);
}

/**
 * nst_state_pill_set_state:
 * @self: the pill
 * @state: (nullable): a state of a life cycle
 */
void
nst_state_pill_set_state (NstStatePill *self, const NstLifeState *state)
{
  nst_state_pill_set_title (self, state == NULL ? NULL : state->title);
  nst_state_pill_set_tone (self, state == NULL ? NULL : state->tone);
}
