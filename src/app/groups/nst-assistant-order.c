/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Step 4 of forming a group: order and consents; says what will come to be. */
#include "config.h"

#include "app/groups/nst-assistant-order.h"

#include "app/widgets/nst-date.h"
#include "app/widgets/nst-template.h"
#include "app/widgets/nst-ui.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _NstAssistantOrder
{
  GtkWidget parent_instance;

  NstGroupDraft *draft; /* borrowed from the assistant */
  gboolean filling;

  AdwEntryRow *number_row;
  NstDateButton *date_button;
  AdwActionRow *developing_row;
  NstDateButton *developing_button;
  GtkSwitch *developing_switch;
  AdwActionRow *experienced_row;
  NstDateButton *experienced_button;
  GtkSwitch *experienced_switch;
  AdwPreferencesGroup *consents_group;
  GPtrArray *more_rows; /* of the further developing teams, in their order */
  AdwActionRow *group_row;
  AdwActionRow *agreement_row;
  AdwActionRow *program_row;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NstAssistantOrder, nst_assistant_order, GTK_TYPE_WIDGET)

static void
set_row (AdwActionRow *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
}

/* What the step will make, so that nobody is surprised. */
static void
show_outcome (NstAssistantOrder *self)
{
  NstGroupDraft *draft = self->draft;
  NstPlanTemplate *plan = nst_scheme_get_plan (nst_office_get_scheme (draft->office));
  guint n = plan != NULL ? nst_plan_template_get_activities (plan)->len : 0;
  guint pairs = 1 + draft->more->len;
  g_autofree char *developing = nst_group_draft_dup_developing (draft);
  g_autofree char *teams =
      g_strdup_printf ("%s → %s", nst_record_get_title (draft->experienced), developing);
  g_autofree char *agreements =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u agreement of the three parties, ready to print",
                                    "%u agreements of three parties each, ready to print", pairs),
                       pairs);
  g_autofree char *group = g_strdup_printf (_ ("Group № %s and its order"), draft->number);
  g_autofree char *first = nst_date_to_label (&draft->start);
  g_autofree char *last = NULL;
  g_autofree char *period = NULL;
  g_autofree char *rows =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u activity from the template",
                                    "%u activities from the template", n),
                       n);
  GDate end;

  nst_group_draft_get_end (draft, &end);
  last = nst_date_to_label (&end);
  period = g_strdup_printf ("%s – %s", first, last);
  set_row (self->group_row, group, teams);
  set_row (self->agreement_row, agreements, period);
  set_row (self->program_row, _ ("Draft of the programme"), rows);
}

static void
take_consent (GtkSwitch *has, NstDateButton *button, GDate *day)
{
  g_date_clear (day, 1);
  if (gtk_switch_get_active (has))
    nst_date_from_text (day, nst_date_button_get_date (button));
}

static void
take_more (NstAssistantOrder *self)
{
  for (guint i = 0; i < self->more_rows->len; i++)
    {
      GObject *row = self->more_rows->pdata[i];
      NstDraftTeam *more = self->draft->more->pdata[i];

      take_consent (g_object_get_data (row, "nst-switch"), g_object_get_data (row, "nst-day"),
                    &more->consent);
    }
}

static void
edited_cb (NstAssistantOrder *self)
{
  NstGroupDraft *draft = self->draft;

  if (self->filling || draft == NULL)
    return;
  g_free (draft->order_number);
  draft->order_number =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number_row))));
  nst_date_from_text (&draft->order_date, nst_date_button_get_date (self->date_button));
  take_consent (self->developing_switch, self->developing_button, &draft->developing_consent);
  take_consent (self->experienced_switch, self->experienced_button, &draft->experienced_consent);
  take_more (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
accepted_cb (NstAssistantOrder *self)
{
  NstGroupDraft *draft = self->draft;

  /* Enter after the number asks for the consents; it does not leave them out. */
  if (draft != NULL && !g_date_valid (&draft->developing_consent))
    gtk_widget_grab_focus (GTK_WIDGET (self->developing_switch));
  else if (draft != NULL && !g_date_valid (&draft->experienced_consent))
    gtk_widget_grab_focus (GTK_WIDGET (self->experienced_switch));
  else if (draft != NULL && !nst_group_draft_has_consents (draft) && self->more_rows->len > 0)
    gtk_widget_grab_focus (g_object_get_data (self->more_rows->pdata[0], "nst-switch"));
  else
    g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static void
nst_assistant_order_dispose (GObject *object)
{
  NST_ASSISTANT_ORDER (object)->filling = TRUE;
  g_clear_pointer (&NST_ASSISTANT_ORDER (object)->more_rows, g_ptr_array_unref);
  nst_template_dispose (GTK_WIDGET (object), NST_TYPE_ASSISTANT_ORDER);
  G_OBJECT_CLASS (nst_assistant_order_parent_class)->dispose (object);
}

static void
nst_assistant_order_class_init (NstAssistantOrderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NST_TYPE_DATE_BUTTON);
  G_OBJECT_CLASS (klass)->dispose = nst_assistant_order_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", NST_TYPE_ASSISTANT_ORDER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACCEPTED] =
      g_signal_new ("accepted", NST_TYPE_ASSISTANT_ORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NST_UI "groups/nst-assistant-order.ui");
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, number_row);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, date_button);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, developing_row);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, developing_button);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, developing_switch);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, experienced_row);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, experienced_button);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, experienced_switch);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, consents_group);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, group_row);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, agreement_row);
  gtk_widget_class_bind_template_child (widget_class, NstAssistantOrder, program_row);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, accepted_cb);
}

static void
nst_assistant_order_init (NstAssistantOrder *self)
{
  self->more_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Newer libadwaita names a switch after its row: here it would be the school alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->developing_switch),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->experienced_switch),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
fill_consent (AdwActionRow *row, GtkSwitch *has, NstDateButton *button, NstRecord *team,
              const GDate *day, const GDate *otherwise)
{
  g_autofree char *text = nst_date_to_text (g_date_valid (day) ? day : otherwise);
  g_autofree char *title = g_strdup (nst_record_get_title (team));

  set_row (row, title, NULL);
  gtk_switch_set_active (has, g_date_valid (day));
  nst_date_button_set_date (button, text);
}

static void
add_more_row (NstAssistantOrder *self, NstDraftTeam *more)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *day = nst_date_button_new ();
  GtkWidget *has = gtk_switch_new ();
  g_autofree char *name =
      g_strdup_printf (_ ("Consent of %s is received"), nst_record_get_title (more->team));

  gtk_widget_set_valign (day, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (has, GTK_ALIGN_CENTER);
  g_object_set (day, "show-label", TRUE, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), day);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), has);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), has);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (has), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (has), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (has, "active", day, "sensitive", G_BINDING_SYNC_CREATE);
  fill_consent (ADW_ACTION_ROW (row), GTK_SWITCH (has), NST_DATE_BUTTON (day), more->team,
                &more->consent, &self->draft->order_date);
  g_object_set_data (G_OBJECT (row), "nst-switch", has);
  g_object_set_data (G_OBJECT (row), "nst-day", day);
  g_signal_connect_object (has, "notify::active", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (day, "picked", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->consents_group, row);
  g_ptr_array_add (self->more_rows, row);
}

static void
clear_more (NstAssistantOrder *self)
{
  for (guint i = 0; i < self->more_rows->len; i++)
    adw_preferences_group_remove (self->consents_group, self->more_rows->pdata[i]);
  g_ptr_array_set_size (self->more_rows, 0);
}

void
nst_assistant_order_show (NstAssistantOrder *self, NstGroupDraft *draft)
{
  g_autofree char *date = NULL;

  self->draft = draft;
  clear_more (self);
  if (draft == NULL || draft->developing == NULL || draft->experienced == NULL)
    return;
  self->filling = TRUE;
  date = nst_date_to_text (&draft->order_date);
  gtk_editable_set_text (GTK_EDITABLE (self->number_row),
                         draft->order_number != NULL ? draft->order_number : "");
  nst_date_button_set_date (self->date_button, date);
  fill_consent (self->developing_row, self->developing_switch, self->developing_button,
                draft->developing, &draft->developing_consent, &draft->order_date);
  fill_consent (self->experienced_row, self->experienced_switch, self->experienced_button,
                draft->experienced, &draft->experienced_consent, &draft->order_date);
  for (guint i = 0; i < draft->more->len; i++)
    add_more_row (self, draft->more->pdata[i]);
  show_outcome (self);
  self->filling = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
  edited_cb (self);
}
