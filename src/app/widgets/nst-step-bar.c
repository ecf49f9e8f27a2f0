/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps that a record may take now, as buttons. */
#include "config.h"

#include "app/widgets/nst-step-bar.h"

#include "app/widgets/nst-report.h"
#include "app/widgets/nst-step-actor.h"
#include "app/widgets/nst-step-choice.h"
#include "app/widgets/nst-step-form.h"
#include "app/widgets/nst-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _NstStepBar
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstRecord *record;
  GStrv steps;
  gboolean suggest;
  gboolean show_impossible;
  guint idle;
  guint open_forms;
  gboolean postponed;
};

typedef enum
{
  PROP_SUGGEST = 1,
  PROP_SHOW_IMPOSSIBLE,
} Property;

static GParamSpec *props[PROP_SHOW_IMPOSSIBLE + 1];
static guint done_signal;

G_DEFINE_FINAL_TYPE (NstStepBar, nst_step_bar, GTK_TYPE_WIDGET)

static void queue_fill (NstStepBar *self);

static void
tell_done (NstStepBar *self, NstRecord *record, const char *step)
{
  g_signal_emit (self, done_signal, 0, record, step);
}

static void
clicked_cb (NstStepBar *self, GtkWidget *button)
{
  g_autoptr (NstStepBar) keep G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (NstRecord) record = g_object_ref (self->record);
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), "step"));
  g_autoptr (NstStepArgs) args = NULL;
  g_autoptr (GError) error = NULL;

  args = nst_step_actor_own_args (self->office, record,
                                  nst_steps_find (nst_office_get_scheme_of (self->office, record),
                                                  code, NULL));
  if (nst_office_do (self->office, record, code, args, NULL, &error))
    tell_done (self, record, code);
  else
    nst_report_error (GTK_WIDGET (self), error);
}

static void
confirmed_cb (NstStepBar *self, NstStepForm *form)
{
  g_autoptr (NstStepBar) keep G_GNUC_UNUSED = g_object_ref (self);
  g_autoptr (NstStepForm) held = g_object_ref (form);
  g_autoptr (NstRecord) record = g_object_ref (self->record);
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (form), "step"));
  g_autoptr (GError) error = NULL;

  if (!nst_step_form_do (held, &error))
    {
      nst_step_form_show_error (held, error);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (held));
  tell_done (self, record, code);
}

static void
form_shown_cb (NstStepBar *self)
{
  self->open_forms++;
}

static void
form_closed_cb (NstStepBar *self)
{
  self->open_forms -= self->open_forms > 0 ? 1 : 0;
  if (self->postponed)
    queue_fill (self);
}

static GtkWidget *
make_form (NstStepBar *self, const NstLifeStep *step)
{
  GtkWidget *form = nst_step_form_new (self->office, self->record, step);

  g_object_set_data_full (G_OBJECT (form), "step", g_strdup (step->code), g_free);
  g_signal_connect_object (form, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "show", G_CALLBACK (form_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "hide", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
  return form;
}

static gboolean
asks_something (const NstLifeStep *step)
{
  return step->asks != NULL && step->asks[0] != NULL;
}

/* One click does a step of today that asks nothing; the arrow beside it asks for the day. */
static GtkWidget *
make_possible (NstStepBar *self, const NstLifeStep *step)
{
  GtkWidget *button;

  if (asks_something (step) || nst_step_actor_is_needed (self->office, step))
    {
      button = gtk_menu_button_new ();
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), step->title);
      gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), make_form (self, step));
      return button;
    }
  button = adw_split_button_new ();
  adw_split_button_set_label (ADW_SPLIT_BUTTON (button), step->title);
  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (button), _ ("Another day…"));
  adw_split_button_set_popover (ADW_SPLIT_BUTTON (button), GTK_POPOVER (make_form (self, step)));
  g_object_set_data_full (G_OBJECT (button), "step", g_strdup (step->code), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static gboolean
is_ours (NstStepBar *self, const NstLifeStep *step)
{
  return nst_step_actor_is_ours (self->office, step) ||
         nst_step_actor_get_own_party (self->office, self->record, step) != NULL;
}

static gboolean
is_wanted (NstStepBar *self, const NstStepOffer *offer)
{
  return self->steps == NULL ||
         g_strv_contains ((const char *const *) self->steps, offer->step->code);
}

static GtkWidget *
make_impossible_row (const NstStepOffer *offer)
{
  g_autofree char *why = nst_step_choice_dup_why_not (offer);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), offer->step->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static GtkWidget *
make_impossible_button (GtkWidget *list)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (scrolled, 320, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Not possible now"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Not possible now"), -1);
  return button;
}

/* What cannot be done now is not hidden: one button lists it with the reasons. */
static void
add_impossible (NstStepBar *self, GPtrArray *offers, const NstStepOffer *forward)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < offers->len; i++)
    {
      const NstStepOffer *offer = g_ptr_array_index (offers, i);

      if (offer->possible || offer == forward)
        continue;
      if (list == NULL)
        {
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "chooser-list");
        }
      gtk_list_box_append (GTK_LIST_BOX (list), make_impossible_row (offer));
    }
  if (list != NULL && self->show_impossible)
    gtk_widget_set_parent (make_impossible_button (list), GTK_WIDGET (self));
  else if (list != NULL)
    g_object_unref (g_object_ref_sink (list));
}

static void
add_words (NstStepBar *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
add_button (NstStepBar *self, const NstStepOffer *offer, gboolean forward)
{
  g_autofree char *who = nst_step_actor_dup_who (self->office, offer->step);
  GtkWidget *button;

  if (offer->possible)
    button = make_possible (self, offer->step);
  else
    {
      button = gtk_button_new_with_label (offer->step->title);
      gtk_widget_set_sensitive (button, FALSE);
    }
  if (forward && offer->possible && self->suggest)
    gtk_widget_add_css_class (button, "suggested-action");
  if (!is_ours (self, offer->step))
    {
      g_autofree char *whose = g_strdup_printf (_ ("Taken by: %s"), who);

      gtk_widget_set_tooltip_text (button, whose);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, whose, -1);
    }
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/* Why the way on is barred, and whose step it is, stand under the buttons. */
static void
add_forward_words (NstStepBar *self, const NstStepOffer *forward)
{
  GString *words = g_string_new (NULL);

  if (!forward->possible)
    {
      g_autofree char *why = nst_step_choice_dup_why_not (forward);

      g_string_append_printf (words, "%s: %s", forward->step->title, why);
    }
  if (!is_ours (self, forward->step) && !nst_office_is_demo (self->office))
    {
      g_autofree char *who = nst_step_actor_dup_who (self->office, forward->step);

      g_string_append_printf (words, words->len > 0 ? "\n%s: " : "%s: ", forward->step->title);
      g_string_append_printf (words, _ ("this step is taken by: %s"), who);
    }
  if (words->len > 0)
    add_words (self, words->str);
  g_string_free (words, TRUE);
}

/* Those of the present state; a step from another state is noise. */
static GPtrArray *
list_offers (NstStepBar *self, const NstRuleContext *context)
{
  GPtrArray *offers = nst_steps_list (context, self->record);

  for (guint i = offers->len; i > 0; i--)
    {
      const NstStepOffer *offer = g_ptr_array_index (offers, i - 1);

      if (!is_wanted (self, offer) ||
          !nst_step_choice_starts_here (context, self->record, offer->step))
        g_ptr_array_remove_index (offers, i - 1);
    }
  nst_step_choice_sort (context, self->record, offers);
  return offers;
}

static void
add_buttons (NstStepBar *self)
{
  g_autoptr (GPtrArray) offers = NULL;
  const NstStepOffer *forward;
  NstRuleContext context;

  nst_office_get_context (self->office, &context);
  offers = list_offers (self, &context);
  forward = nst_step_choice_find_forward (&context, self->record, offers);
  if (forward != NULL)
    add_button (self, forward, TRUE);
  for (guint i = 0; i < offers->len; i++)
    {
      const NstStepOffer *offer = g_ptr_array_index (offers, i);

      if (offer->possible && offer != forward)
        add_button (self, offer, FALSE);
    }
  add_impossible (self, offers, forward);
  if (forward != NULL)
    add_forward_words (self, forward);
}

static void
clear (NstStepBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->open_forms = 0;
}

/* Without a button it takes no place, nor the spacing before it. */
static void
fill (NstStepBar *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->postponed = FALSE;
  clear (self);
  if (self->record != NULL && !nst_record_get_stale (self->record))
    add_buttons (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* What a person is filling in stays. */
static void
refill (NstStepBar *self)
{
  if (self->open_forms > 0)
    self->postponed = TRUE;
  else
    fill (self);
}

static gboolean
idle_cb (gpointer data)
{
  NstStepBar *self = data;

  self->idle = 0;
  refill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (NstStepBar *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
nst_step_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NstStepBar *self = NST_STEP_BAR (object);

  switch ((Property) id)
    {
    case PROP_SUGGEST:
      g_value_set_boolean (value, self->suggest);
      break;
    case PROP_SHOW_IMPOSSIBLE:
      g_value_set_boolean (value, self->show_impossible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_step_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NstStepBar *self = NST_STEP_BAR (object);

  switch ((Property) id)
    {
    case PROP_SUGGEST:
      self->suggest = g_value_get_boolean (value);
      queue_fill (self);
      break;
    case PROP_SHOW_IMPOSSIBLE:
      self->show_impossible = g_value_get_boolean (value);
      queue_fill (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nst_step_bar_dispose (GObject *object)
{
  NstStepBar *self = NST_STEP_BAR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  clear (self);
  g_clear_object (&self->record);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (nst_step_bar_parent_class)->dispose (object);
}

static void
nst_step_bar_finalize (GObject *object)
{
  g_strfreev (NST_STEP_BAR (object)->steps);

  G_OBJECT_CLASS (nst_step_bar_parent_class)->finalize (object);
}

static void
nst_step_bar_class_init (NstStepBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nst_step_bar_get_property;
  object_class->set_property = nst_step_bar_set_property;
  object_class->dispose = nst_step_bar_dispose;
  object_class->finalize = nst_step_bar_finalize;

  props[PROP_SUGGEST] = g_param_spec_boolean ("suggest", NULL, NULL, FALSE, flags);
  props[PROP_SHOW_IMPOSSIBLE] = g_param_spec_boolean ("show-impossible", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 2, NST_TYPE_RECORD, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, NST_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nst_step_bar_init (NstStepBar *self)
{
  self->show_impossible = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps"), -1);
}

GtkWidget *
nst_step_bar_new (void)
{
  return g_object_new (NST_TYPE_STEP_BAR, NULL);
}

/**
 * nst_step_bar_set_record:
 * @self: the bar
 * @office: (nullable): at whose base
 * @record: (nullable): whose steps are offered; the bar follows every change of the base
 */
void
nst_step_bar_set_record (NstStepBar *self, NstOffice *office, NstRecord *record)
{
  g_return_if_fail (NST_IS_STEP_BAR (self));

  if (self->office != office)
    {
      if (self->office != NULL)
        g_signal_handlers_disconnect_by_func (nst_office_get_store (self->office), queue_fill,
                                              self);
      g_set_object (&self->office, office);
      if (office != NULL)
        g_signal_connect_object (nst_office_get_store (office), "changed",
                                 G_CALLBACK (queue_fill), self, G_CONNECT_SWAPPED);
    }
  if (g_set_object (&self->record, record))
    fill (self);
  else
    refill (self);
}

void
nst_step_bar_set_steps (NstStepBar *self, const char *const *steps)
{
  g_return_if_fail (NST_IS_STEP_BAR (self));

  g_strfreev (self->steps);
  self->steps = g_strdupv ((GStrv) steps);
  queue_fill (self);
}
