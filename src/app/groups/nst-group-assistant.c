/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms a group in four steps, in the window itself. */
#include "config.h"

#include "app/groups/nst-group-assistant.h"

#include "app/groups/nst-assistant-need.h"
#include "app/groups/nst-assistant-order.h"
#include "app/groups/nst-assistant-partner.h"
#include "app/groups/nst-assistant-term.h"
#include "app/groups/nst-group-draft.h"
#include "app/groups/nst-step-track.h"
#include "app/widgets/nst-report.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  STEP_NEED,
  STEP_PARTNER,
  STEP_TERM,
  STEP_ORDER,
  N_STEPS,
} Step;

struct _NstGroupAssistant
{
  GtkWidget parent_instance;

  NstOffice *office;
  NstGroupDraft *draft;
  Step step;

  NstStepTrack *track;
  GtkStack *stack;
  NstAssistantNeed *need_page;
  NstAssistantPartner *partner_page;
  NstAssistantTerm *term_page;
  NstAssistantOrder *order_page;
  GtkButton *back_button;
  GtkButton *next_button;
  GtkLabel *hint_label;
};

enum
{
  SIGNAL_FORMED,
  SIGNAL_STEPPED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstGroupAssistant, nst_group_assistant, GTK_TYPE_WIDGET)

static gboolean
is_complete (NstGroupAssistant *self)
{
  if (self->draft == NULL)
    return FALSE;
  switch (self->step)
    {
    case STEP_NEED:
      return self->draft->developing != NULL;
    case STEP_PARTNER:
      return self->draft->experienced != NULL;
    case STEP_TERM:
      return nst_assistant_term_is_complete (self->term_page);
    case STEP_ORDER:
      return !nst_group_draft_has_consents (self->draft) ||
             (self->draft->order_number != NULL && self->draft->order_number[0] != '\0');
    case N_STEPS:
    default:
      return FALSE;
    }
}

static char *
dup_hint (NstGroupAssistant *self)
{
  guint min, max;

  switch (self->step)
    {
    case STEP_NEED:
      return g_strdup (_ ("Next: the experienced team"));
    case STEP_PARTNER:
      nst_group_draft_get_months (self->draft, &min, &max);
      return g_strdup_printf (_ ("Next: term of %u–%u months, coordinator, curator"), min, max);
    case STEP_TERM:
      return nst_assistant_term_is_complete (self->term_page)
                 ? g_strdup (_ ("Next: order and consents"))
                 : nst_assistant_term_dup_missing (self->term_page);
    case STEP_ORDER:
      if (!nst_group_draft_has_consents (self->draft))
        return g_strdup (_ ("A consent is missing: the group stays a draft"));
      return g_strdup (is_complete (self) ? "" : _ ("The number of the order is missing"));
    case N_STEPS:
    default:
      return g_strdup ("");
    }
}

static char *
dup_next_label (NstGroupAssistant *self)
{
  if (self->step == STEP_ORDER)
    return g_strdup (nst_group_draft_has_consents (self->draft) ? _ ("Form the group")
                                                                : _ ("Save the draft"));
  if (self->step == STEP_PARTNER && self->draft->experienced != NULL)
    return g_strdup_printf (_ ("Choose %s"), nst_record_get_title (self->draft->experienced));
  return g_strdup (_ ("Next"));
}

static void
update_bar (NstGroupAssistant *self)
{
  g_autofree char *hint = NULL;
  g_autofree char *label = NULL;

  if (self->draft == NULL)
    return;
  hint = dup_hint (self);
  label = dup_next_label (self);
  gtk_label_set_text (self->hint_label, hint);
  gtk_button_set_label (self->next_button, label);
  /* A long school's name must not keep the window wide. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (self->next_button)),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), is_complete (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.back", self->step != STEP_NEED);
}

static void
go_to (NstGroupAssistant *self, Step step)
{
  static const char *const names[N_STEPS] = { "0", "1", "2", "3" };

  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, names[step]);
  nst_step_track_set_current (self->track, step);
  switch (step)
    {
    case STEP_NEED:
      nst_assistant_need_show (self->need_page, self->draft);
      break;
    case STEP_PARTNER:
      nst_assistant_partner_show (self->partner_page, self->draft);
      break;
    case STEP_TERM:
      nst_assistant_term_show (self->term_page, self->draft);
      break;
    case STEP_ORDER:
      nst_assistant_order_show (self->order_page, self->draft);
      break;
    case N_STEPS:
    default:
      break;
    }
  update_bar (self);
  if (step == STEP_TERM && !nst_assistant_term_focus_missing (self->term_page))
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  g_signal_emit (self, signals[SIGNAL_STEPPED], 0, (guint) step, (guint) N_STEPS);
}

static void
drop_draft (NstGroupAssistant *self)
{
  nst_assistant_need_show (self->need_page, NULL);
  nst_assistant_partner_show (self->partner_page, NULL);
  nst_assistant_term_show (self->term_page, NULL);
  nst_assistant_order_show (self->order_page, NULL);
  g_clear_pointer (&self->draft, nst_group_draft_free);
}

/* A refused step leaves the draft of the group in the base, with its findings. */
static void
form (NstGroupAssistant *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NstRecord) group = NULL;
  gboolean formed = FALSE;

  group = nst_group_draft_form (self->draft, &formed, &error);
  if (error != NULL)
    nst_report_error (GTK_WIDGET (self), error);
  if (group == NULL)
    return;
  drop_draft (self);
  g_signal_emit (self, signals[SIGNAL_FORMED], 0, group);
}

static void
next_cb (NstGroupAssistant *self)
{
  if (!is_complete (self))
    return;
  if (self->step == STEP_ORDER)
    form (self);
  else
    go_to (self, self->step + 1);
}

static void
step_chosen_cb (NstGroupAssistant *self, guint step)
{
  go_to (self, (Step) step);
}

static void
back_action_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  NstGroupAssistant *self = NST_GROUP_ASSISTANT (widget);

  if (self->step != STEP_NEED)
    go_to (self, self->step - 1);
}

static void
next_action_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED)
{
  next_cb (NST_GROUP_ASSISTANT (widget));
}

static void
leave_action_cb (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                 GVariant *parameter G_GNUC_UNUSED)
{
  nst_group_assistant_leave (NST_GROUP_ASSISTANT (widget));
}

static void
nst_group_assistant_dispose (GObject *object)
{
  NstGroupAssistant *self = NST_GROUP_ASSISTANT (object);

  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_GROUP_ASSISTANT);
  g_clear_pointer (&self->draft, nst_group_draft_free);
  g_clear_object (&self->office);
  G_OBJECT_CLASS (nst_group_assistant_parent_class)->dispose (object);
}

static void
nst_group_assistant_class_init (NstGroupAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_STEP_TRACK);
  g_type_ensure (NST_TYPE_ASSISTANT_NEED);
  g_type_ensure (NST_TYPE_ASSISTANT_PARTNER);
  g_type_ensure (NST_TYPE_ASSISTANT_TERM);
  g_type_ensure (NST_TYPE_ASSISTANT_ORDER);
  G_OBJECT_CLASS (klass)->dispose = nst_group_assistant_dispose;
  signals[SIGNAL_FORMED] = g_signal_new ("formed", NST_TYPE_GROUP_ASSISTANT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, NST_TYPE_RECORD);
  signals[SIGNAL_STEPPED] =
      g_signal_new ("stepped", NST_TYPE_GROUP_ASSISTANT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_LEFT] = g_signal_new ("left", NST_TYPE_GROUP_ASSISTANT, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "groups/nst-group-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, track);
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, need_page);
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, partner_page);
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, term_page);
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, order_page);
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, next_button);
  gtk_widget_class_bind_template_child (widget_class, NstGroupAssistant, hint_label);
  gtk_widget_class_bind_template_callback (widget_class, update_bar);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_chosen_cb);
  gtk_widget_class_install_action (widget_class, "assistant.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "assistant.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "assistant.leave", NULL, leave_action_cb);
}

static void
nst_group_assistant_init (NstGroupAssistant *self)
{
  const char *const titles[] = { _ ("Developing team"), _ ("Experienced team"),
                                 _ ("Term and people"), _ ("Order and agreement"), NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  nst_step_track_set_titles (self->track, titles);
}

void
nst_group_assistant_set_office (NstGroupAssistant *self, NstOffice *office)
{
  if (g_set_object (&self->office, office))
    drop_draft (self);
}

void
nst_group_assistant_start (NstGroupAssistant *self, NstRecord *team)
{
  if (self->office == NULL)
    return;
  if (self->draft == NULL)
    {
      self->draft = nst_group_draft_new (self->office);
      self->step = STEP_NEED;
    }
  if (team != NULL)
    {
      nst_group_draft_set_developing (self->draft, team);
      self->step = STEP_PARTNER;
    }
  go_to (self, self->step);
}

void
nst_group_assistant_leave (NstGroupAssistant *self)
{
  nst_report_note (GTK_WIDGET (self), _ ("What you have chosen is kept"));
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}
